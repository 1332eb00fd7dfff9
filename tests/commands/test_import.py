from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from tests.commands.conftest import Desk, Ended

HEAD = ["Gauta", "Siuntėjas", "Vardas ir pavardė", "Gimimo metai", "Smurto rūšis"]
ROW = ["2024-03-05 09:05", "Kretingos r. PK", "Rūta Šlepetienė", "1980", "physical, psychological"]


def brought(desk: Desk, content: bytes, name: str = "list.csv") -> Ended:
    file = desk.folder / name
    file.write_bytes(content)
    return desk.on("referral", "import", file)


def numbers(desk: Desk) -> list[str]:
    return [row["number"] for row in desk.on("referral", "list", "--json").json]


@pytest.mark.parametrize("separator", [";", "\t", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_of_any_usual_kind_is_read(desk: Desk, separator: str, encoding: str) -> None:
    rows = [HEAD, [cell if "," not in cell or separator != "," else f'"{cell}"' for cell in ROW], [""] * 5]
    ended = brought(desk, "\r\n".join(separator.join(row) for row in rows).encode(encoding))
    assert (ended.code, ended.err) == (0, "")
    assert numbers(desk) == ["2024/2", "2024/1"]
    shown = desk.on("referral", "show", "2024/2", "--json").json
    assert shown["persons"] == [
        {"name": "Rūta Šlepetienė", "role": "experienced", "birth_year": 1980, "kinds": ["physical", "psychological"]}
    ]


def workbook(rows: list[list[object]]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    return made.getvalue()


def test_a_workbook_is_read_and_no_formula_in_it_worked_out(desk: Desk) -> None:
    ended = brought(desk, workbook([list(HEAD), list(ROW), ["2024-03-06", ROW[1], "=1+1", 1990.0, ""]]), "list.xlsx")
    assert ended.code == 0, ended
    assert numbers(desk) == ["2024/3", "2024/2", "2024/1"]
    assert "2" not in desk.on("referral", "show", "2024/3", "--json").json["persons"][0]["name"]


def test_one_bad_row_and_nothing_is_brought_in(desk: Desk) -> None:
    rows = [HEAD, ROW, ["2024-02-30", *ROW[1:]], [ROW[0], "Nobody", *ROW[2:]], [*ROW[:3], "then", ROW[4]],
            [*ROW[:4], "magic"], ["2999-01-01", *ROW[1:]]]  # fmt: skip
    ended = brought(desk, "\n".join(";".join(row) for row in rows).encode())
    assert ended.code == 1
    lines = ended.err.splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "Row 3",
        "Row 4",
        "Row 5",
        "Row 6",
        "Row 7",
        "Nothing was changed.",
    ]
    assert numbers(desk) == ["2024/1"]


def bomb() -> bytes:
    """A workbook of few bytes whose sheet is enormous."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", "<workbook/>")
        parts.writestr("xl/worksheets/sheet1.xml", b" " * 60_000_000)
    return made.getvalue()


def sparse() -> bytes:
    """A workbook with two cells, in opposite corners."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Gauta")
        sheet.write(1_048_575, 16_383, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\n\n", b"\0\0\0\0", bytes(range(128, 256)) * 2, b"\x89PNG\r\n", b"Nonsense;Sender\n1;2\n",
        b"Gauta\n2024-03-05\n", b"PK\x03\x04 broken", b"\xff\xfe\0", bomb(), sparse(),
        b'Gauta;Sender\n2024-03-05;"' + b"x" * 200_000 + b'"\n',
    ],
    ids=["empty", "blank", "zeros", "other letters", "picture", "heading", "missing heading", "broken", "odd utf-16",
         "bomb", "sparse", "long cell"],
)  # fmt: skip
def test_what_is_no_list_is_told_and_changes_nothing(desk: Desk, content: bytes) -> None:
    ended = brought(desk, content)
    assert ended.code == 1, ended
    assert ended.err.strip()
    assert numbers(desk) == ["2024/1"]


def test_a_file_that_is_not_there_is_told(desk: Desk, tmp_path: Path) -> None:
    assert desk.on("referral", "import", tmp_path / "none.csv").code == 1
    assert desk.on("referral", "import", tmp_path).code == 1
