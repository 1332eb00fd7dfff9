"""Files of every form, as they come: read as plain values, or refused in a sentence with nothing carried out."""

from __future__ import annotations

import random
import tracemalloc
import zipfile
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from desktop.problems import Problem
from desktop.spreadsheets import apart
from desktop.spreadsheets.apart import read_bytes, read_file
from desktop.spreadsheets.reading import read_book
from desktop.spreadsheets.sheets import Book, RawSheet, as_json, from_json
from tests.spreadsheets.files import OFFICE, WORD, archive, csv_text, docx, ods, ods_of, xlsx

ROWS = (
    ("Nr.", "Data", "Vardas ir pavardė"),
    (3321.0, date(2026, 10, 1), "Petrauskienė Asta"),
    (None, None, "Petrauskaitė Ieva"),
)
OLD_PASSWORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
PASSWORD, MACROS = "It has a password.", "This file holds macros."


def only_sheet(content: bytes) -> RawSheet:
    book = read_book(content)
    assert len(book.sheets) == 1
    return book.sheets[0]


def test_the_same_list_reads_alike_from_workbooks() -> None:
    assert only_sheet(xlsx(ROWS)).rows == only_sheet(ods(ROWS)).rows == ROWS


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_text_is_cut_where_its_cells_end(separator: str) -> None:
    lines = [["Nr.", "Vardas"], ["1", "Asta; Ieva"], ["2", "Ona, Rūta"], ["3", "dvi\neilutės"]]
    rows = only_sheet(csv_text(lines, separator).encode()).rows
    assert [list(row) for row in rows] == lines


def test_a_table_in_a_letter_tells_its_joined_cells() -> None:
    sheet = only_sheet(docx([["Nr.", "Vardas"], ["1", "Asta"], ["", "Ieva"], ["2", "Ona"]], joined=[(2, 0)]))
    assert sheet.merged == ((1, 0, 2, 0),)
    assert sheet.rows[2] == (None, "Ieva")


def test_joined_cells_hidden_sheets_and_days_from_1904_are_told() -> None:
    book = read_book(xlsx({"Yra": ROWS, "Paslėpta": ROWS}, merged=[(1, 0, 2, 0)], hidden=["Paslėpta"]))
    assert [(sheet.name, sheet.hidden) for sheet in book.sheets] == [("Yra", False), ("Paslėpta", True)]
    assert book.sheets[0].merged == ((1, 0, 2, 0),)
    assert from_json(as_json(book)) == book, "and all of it comes through to another process"


def test_a_formula_is_a_text_and_nothing_more() -> None:
    assert only_sheet(b'A;B\r\n=cmd|"/c calc"!A1;=1+1\r\n').rows[1][1] == "=1+1"


def with_part(name: str, part: bytes) -> bytes:
    """The usual workbook with one more part, or another one."""
    with zipfile.ZipFile(BytesIO(xlsx(ROWS))) as file:
        return archive({**{each: file.read(each) for each in file.namelist()}, name: part})


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)
FIRST = "xl/worksheets/sheet1.xml"
FAR = SHEET.format('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
REFUSED = {
    "empty": (b"  \r\n", "The file is empty."),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "This file is a PDF with another name."),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(90), "This is not a list."),
    "program": (b"\x7fELF" + bytes(range(256)) * 9, "This is not a list."),
    "web page": (b"<html><table><tr><td>1</td></tr></table></html>", "This is not a list."),
    "password": (OLD_PASSWORD, PASSWORD),
    "cut": (xlsx(ROWS)[:-400], "The file is damaged."),
    "macros": (with_part("xl/vbaProject.bin", b"x"), MACROS),
    "entities": (with_part(FIRST, LAUGHS), "This is not a list."),
    "far cell": (with_part(FIRST, FAR.encode()), "The file is too big to be read here."),
    "zip bomb": (with_part("xl/media/a.bin", bytes(60_000_000)), "The file is too big to be read here."),
    "many parts": (archive({f"xl/{n}.xml": "" for n in range(1_500)}), "The file is too big to be read here."),
    "swelling row": (
        ods_of(
            '<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576"><table:table-cell '
            'office:value-type="float" office:value="1"/></table:table-row></table:table>'
        ),
        "The file is too big to be read here.",
    ),
    "ods password": (
        archive({
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest:encryption-data/>",
        }),
        PASSWORD,
    ),
    "ods entities": (
        archive({
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f'<!DOCTYPE a SYSTEM "http://127.0.0.1/x"><office:document-content {OFFICE}/>',
        }),
        "This is not a list.",
    ),
    "letter in letters of nobody": (
        archive({"word/document.xml": "<?xml version='1.0' encoding='TF-8'?><a/>"}),
        "The file is damaged.",
    ),
    "letter without a table": (archive({"word/document.xml": "<a/>"}), "There is no table in this document."),
    "letter of tables in tables": (
        archive({
            "word/document.xml": f"<w:document {WORD}><w:body>{'<w:tbl><w:tr><w:tc>' * 100_000}"
            f"{'</w:tc></w:tr></w:tbl>' * 100_000}</w:body></w:document>",
        }),
        "The file is too big to be read here.",
    ),
    "letter of many tables": (
        archive({
            "word/document.xml": f"<w:document {WORD}><w:body>{'<w:tbl><w:tr><w:tc/></w:tr></w:tbl>' * 61}"
            "</w:body></w:document>",
        }),
        "The file is too big to be read here.",
    ),
    "too long": (b"1;2\n" * 50_001, "The list is too long"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_list_is_refused_in_a_sentence(name: str) -> None:
    content, sentence = REFUSED[name]
    with pytest.raises(Problem) as refused:
        read_bytes(content)
    assert str(refused.value).startswith(sentence)


def test_an_archive_with_two_parts_of_one_name_is_refused() -> None:
    held = BytesIO(xlsx(ROWS))
    with zipfile.ZipFile(held, "a") as file, pytest.warns(UserWarning, match="Duplicate name"):
        file.writestr(FIRST, "<worksheet/>")
    with pytest.raises(Problem, match="damaged"):
        read_book(held.getvalue())


def test_a_million_empty_rows_are_no_list() -> None:
    empty = "".join(f'<row r="{n}"/>' for n in range(1, 1_048_577))
    assert only_sheet(with_part(FIRST, SHEET.format(empty).encode())).rows == ()


def test_a_letter_with_cells_wider_than_any_table_is_read_as_far_as_a_table_goes() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>'
    table = f"<w:tbl><w:tr>{wide}</w:tr></w:tbl>"
    letter = archive({"word/document.xml": f"<w:document {WORD}><w:body>{table}</w:body></w:document>"})
    assert only_sheet(letter).rows[0][0] == "a"
    rows = f"<w:tr>{wide.replace('<w:t>a</w:t>', '') * 100}</w:tr>" * 400
    letter = archive({"word/document.xml": f"<w:document {WORD}><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>"})
    tracemalloc.start()
    assert only_sheet(letter).rows == ()
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 70_000_000


def test_a_file_that_changes_while_it_is_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "list.csv"
    file.write_text("a;b\n1;2\n", encoding="utf-8")
    read = Path.read_bytes

    def meanwhile(path: Path) -> bytes:
        content = read(path)
        path.write_bytes(content + b"3;4\n")
        return content

    monkeypatch.setattr(Path, "read_bytes", meanwhile)
    with pytest.raises(Problem, match="It changed while being read"):
        read_file(file)
    with pytest.raises(Problem, match="could not be read"):
        read_file(tmp_path / "none.csv")


def test_a_reader_that_ends_badly_is_told() -> None:
    for code, output in ((-9, b""), (1, b"Traceback"), (0, b"{}"), (9, b""), (0, b"\xff")):
        with pytest.raises(Problem):
            apart._answer(code, output)


def mutated(pick: random.Random, content: bytes) -> bytes:
    """One file spoilt: a part of an archive after it was unpacked, or the bytes as they are."""
    if content.startswith(b"PK") and pick.random() < 0.75:
        with zipfile.ZipFile(BytesIO(content)) as file:
            parts = {name: file.read(name) for name in file.namelist()}
        name = pick.choice([each for each in parts if parts[each]])
        parts[name] = scratched(pick, parts[name])
        return archive(parts)
    return scratched(pick, content)


def scratched(pick: random.Random, content: bytes) -> bytes:
    held = bytearray(content)
    for _turn in range(pick.choice((1, 1, 2, 5, 20))):
        place = pick.randrange(len(held)) if held else 0
        match pick.randrange(5):
            case 0 if held:
                held[place] = pick.randrange(256)
            case 1:
                del held[place : place + pick.choice((1, 4, 60))]
            case 2:
                held[place:place] = pick.choice((b"\0", b"<", b">", b"999999999", b'"', b"&a;", b"\xff\xfe", held[:80]))
            case 3:
                held[place:place] = held[place : place + 200]
            case _:
                del held[place + 1 :]
    return bytes(held)


SOUND = (
    xlsx(ROWS * 20),
    ods(ROWS * 20),
    docx(ROWS * 9),
    csv_text(ROWS * 20).encode("cp1257"),
    csv_text(ROWS * 20).encode("utf-16"),
)


@pytest.mark.parametrize("seed", range(20))
def test_damaged_files_are_read_or_refused_and_nothing_else(seed: int) -> None:
    pick = random.Random(seed)
    for _turn in range(100):
        with suppress(Problem):
            assert isinstance(read_book(mutated(pick, pick.choice(SOUND))), Book)


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_never_reach_the_one_who_asks(seed: int) -> None:
    pick = random.Random(f"apart {seed}")
    for content in SOUND:
        with suppress(Problem):
            assert isinstance(read_bytes(mutated(pick, content)), Book)
