"""`liepa reconcile match`: two files in, one file out, and a clear sentence for a bad one."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.commands.reconcile_match import COLUMNS
from tests.commands.conftest import Desk

THEIRS = [
    'P1,13-PR1-52615-25,2025-03-03,Jonaitienė Ona,1982,48205030123,"Vilniaus g. 12-5, Kaunas",861234567,Kauno m. PK',
    "P2,13-PR1-52699-25,2025-03-03,Rasa Norkutė,1990,,,,Kauno m. PK",
    'P3,13-PR1-52700-25,2025-03-09,Marija Kairienė,1960,,"Sodų g. 3, Kaunas",867777777,Kauno m. PK',
]
OURS = [
    "C1,,2025-03-04,Onai Jonaitienei,1982,,Vilniaus 12,+370 612 34567,",
    "C3,,2025-03-19,MARIJA KAIRIENE,1960,,Sodų 3,8 677 77777,",
    "C9,,2025-03-20,Zita Petrova,1971,,,,",
]


def write(path: Path, rows: list[str], *, header: str = ",".join(COLUMNS), encoding: str = "utf-8") -> Path:
    path.write_text("\n".join([header, *rows]) + "\n", encoding=encoding)
    return path


def compare(desk: Desk, folder: Path, theirs: list[str], ours: list[str]) -> bytes:
    pairs = folder / "pairs.csv"
    ended = desk.run(
        "reconcile", "match", write(folder / "t.csv", theirs), write(folder / "o.csv", ours), "--output", pairs
    )
    assert (ended.code, ended.err) == (3, "")
    return pairs.read_bytes()


def test_pairs_are_written_with_their_band(desk: Desk, tmp_path: Path) -> None:
    found = list(csv.DictReader(compare(desk, tmp_path, THEIRS, OURS).decode().splitlines()))
    assert [(row["left_id"], row["right_id"], row["band"]) for row in found] == [
        ("P1", "C1", "auto"),
        ("P3", "C3", "review"),
    ]
    assert float(found[0]["weight"]) > float(found[1]["weight"])


def test_rows_in_another_order_give_the_same_bytes(desk: Desk, tmp_path: Path) -> None:
    before = compare(desk, tmp_path, THEIRS, OURS)
    assert compare(desk, tmp_path, THEIRS[::-1], [OURS[1], OURS[2], OURS[0]]) == before


def test_nothing_doubtful_is_0_and_the_groups_are_counted(desk: Desk, tmp_path: Path) -> None:
    theirs, ours = write(tmp_path / "t.csv", THEIRS[:2], encoding="utf-8-sig"), write(tmp_path / "o.csv", OURS[:1])
    ended = desk.run("reconcile", "match", theirs, ours, "--output", tmp_path / "p.csv")
    assert ended.code == 0
    assert ended.out.splitlines()[:4] == [
        "Matched: 1",
        "To be checked: 0",
        "Only in the institution's list: 1",
        "Only in our log: 0",
    ]


def test_why_is_told_field_by_field_and_the_code_is_masked(desk: Desk, tmp_path: Path) -> None:
    theirs, ours, why = write(tmp_path / "t.csv", THEIRS), write(tmp_path / "o.csv", OURS), tmp_path / "why.json"
    desk.run("reconcile", "match", theirs, ours, "--output", tmp_path / "p.csv", "--explain", why)
    told = json.loads(why.read_text(encoding="utf-8"))
    (pair,) = told["matched"]
    assert {field["field"]: field["level"] for field in pair["fields"]}["name"] == "ending"
    assert pair["person"]["sentence"] == "Same person? Yes"
    assert told["doubtful"][0]["reasons"] == ["It may be another notice about the same person."]
    assert "48205030123" not in why.read_text(encoding="utf-8")
    assert [alone["id"] for alone in told["only_theirs"] + told["only_ours"]] == ["P2", "C9"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "The file is empty."),
        ("name,date\nOna,2025-03-03\n", "Columns are missing. bad.csv: id, notice_no"),
        ("id,name\nP1,Ona\nP1,Rasa\n", "bad.csv, row 3: the row needs an id of its own."),
        ("id,name\n,Ona\n", "bad.csv, row 2: the row needs an id of its own."),
        ("id,date\nP1,03.04.2025\n", "bad.csv, row 2: there is no such date. Write it as 2026-11-02."),
        ("id,date\nP1,2025-03-03,x\n", "bad.csv, row 2: there are more cells than columns."),
        ('id,name\nP1,"Ona\n', "This is no list with commas between its columns: bad.csv"),
        ("id;name\nP1;Ona\n", "Columns are missing. bad.csv: id, notice_no"),
        ("id,name\nP1,\udcff\n", "This is no text in UTF-8: bad.csv"),
    ],
)
def test_a_bad_file_is_told_in_one_sentence(desk: Desk, tmp_path: Path, content: str, sentence: str) -> None:
    bad, good = tmp_path / "bad.csv", write(tmp_path / "o.csv", OURS)
    bad.write_bytes(content.encode("utf-8", "surrogateescape"))
    ended = desk.run("reconcile", "match", bad, good, "--output", tmp_path / "p.csv")
    assert ended.code == 1
    assert ended.err.startswith(sentence)
    assert len(ended.err.splitlines()) == 1
    assert not (tmp_path / "p.csv").exists()


def test_a_file_that_is_not_there_is_told(desk: Desk, tmp_path: Path) -> None:
    ended = desk.run("reconcile", "match", tmp_path / "none.csv", tmp_path / "none.csv", "--output", tmp_path / "p.csv")
    assert ended.code == 1
    assert "none.csv" in ended.err


def test_columns_may_stand_in_any_order_and_most_may_be_missing(desk: Desk, tmp_path: Path) -> None:
    theirs = write(tmp_path / "t.csv", ["Ona Jonaitienė,1,P1"], header="name,remark,id")
    ours = write(tmp_path / "o.csv", ["Jonaitiene Ona,C1"], header="name,id")
    ended = desk.run("reconcile", "match", theirs, ours, "--output", tmp_path / "p.csv")
    assert ended.code == 3
    assert (tmp_path / "p.csv").read_text(encoding="utf-8").splitlines()[1].endswith(",review")


@pytest.mark.parametrize("verb", ["match", "read"])
def test_lists_are_compared_without_loading_what_a_vault_needs(verb: str) -> None:
    slow = {"sqlalchemy", "cryptography", "babel", "reportlab", "PySide6"}
    asked = (
        f"import atexit, sys; atexit.register(lambda: print(*({slow} & set(sys.modules)), file=sys.stderr)); "
        f"from desktop.commands import parser; parser.main(['reconcile', '{verb}', '--help'])"
    )
    ended = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, encoding="utf-8", check=True)
    assert (ended.stderr.split(), "usage: " in ended.stdout) == ([], True)
