"""What a file that somebody brings says: chapters and provisions, every number once, nothing lost, doubts told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.problems import Problem
from desktop.protocol.importing import provisions_in, read_provisions
from desktop.protocol.reading import Read
from desktop.protocol.reading_lines import read_lines
from desktop.protocol.reading_numbers import article_of, chapter_of, number_of, point_of
from desktop.protocol.reading_rows import read_rows
from desktop.spreadsheets.reading import read_book
from desktop.spreadsheets.sheets import Paragraph
from tests.spreadsheets.files import csv_text, docx, xlsx
from tests.spreadsheets.letters import letter, line, rows


def text(*lines: str) -> Read:
    return read_lines([Paragraph(each) for each in lines])


def doubts(read: Read) -> list[str]:
    return [each.sentence.format(**each.values) for each in read.doubts]


def told(read: Read) -> list[tuple[str, str, str]]:
    return [(each.number, each.title, each.text) for each in read.provisions]


@pytest.mark.parametrize(
    ("said", "number", "rest"),
    [
        ("Član 4.", "4", ""), ("Члан 12а – Хитне мере", "12а", "Хитне мере"), ("Чл. 4", "4", ""),
        ("4 straipsnis. Pranešimas", "4", "Pranešimas"), ("13¹ straipsnis.", "13¹", ""),
        ("Article 4: Reporting", "4", "Reporting"), ("ČLAN 7.", "7", ""),
    ],
)  # fmt: skip
def test_articles_are_known_in_every_language(said: str, number: str, rest: str) -> None:
    found = article_of(said)
    assert found
    assert (found.number, found.rest) == (number, rest)


@pytest.mark.parametrize(
    ("said", "number", "rest"),
    [
        ("II. Obaveze", "II", "Obaveze"), ("II SKYRIUS", "II", ""), ("PIRMASIS SKIRSNIS", "I", ""),
        ("ТРЕЋЕ ПОГЛАВЉЕ", "III", ""), ("Глава 2. Начела", "2", "Начела"), ("CHAPTER IV Duties", "IV", "Duties"),
        ("ІХ. Завршне одредбе", "IX", "Завршне одредбе"), ("V BAIGIAMOSIOS NUOSTATOS", "V", "BAIGIAMOSIOS NUOSTATOS"),
    ],
)  # fmt: skip
def test_chapters_are_known_in_every_language(said: str, number: str, rest: str) -> None:
    found = chapter_of(said)
    assert found
    assert (found.number, found.rest) == (number, rest)


@pytest.mark.parametrize("said", ["(1) Stav.", "1) a", "a) b", "24 valandas nuo", "2026-10-01", "I policija praneša"])
def test_what_only_looks_like_a_number_opens_nothing(said: str) -> None:
    assert [article_of(said), point_of(said), chapter_of(said)] == [None, None, None]


@pytest.mark.parametrize(("cell", "number"), [("4.", "4"), ("4.2", "4.2"), ("čl. 13", "13"), ("т. 3.2", "3.2"),
                                              ("p. 4.2.1.", "4.2.1"), ("Policija 4", ""), ("", "")])  # fmt: skip
def test_the_number_in_a_cell_is_known(cell: str, number: str) -> None:
    assert number_of(cell) == number


def test_a_serbian_law_has_its_titles_over_the_articles() -> None:
    read = read_lines([
        Paragraph("PROTOKOL O SARADNJI"), Paragraph("I. Osnovne odredbe"),
        Paragraph("Predmet", apart=True), Paragraph("Član 1."), Paragraph("Ovim protokolom uređuje se saradnja."),
        Paragraph("Prijem", apart=True), Paragraph("Član 2."), Paragraph("(1) Policija obaveštava."),
        Paragraph("1. odmah;"), Paragraph("2.1. pisano."), Paragraph("II. Završne odredbe"), Paragraph("Član 3."),
        Paragraph("Stupa na snagu."),
    ])  # fmt: skip
    assert told(read) == [
        ("0", "", "PROTOKOL O SARADNJI"), ("1", "Predmet", "Ovim protokolom uređuje se saradnja."),
        ("2", "Prijem", "(1) Policija obaveštava.\n1. odmah;"), ("2.1", "", "pisano."), ("3", "", "Stupa na snagu."),
    ]  # fmt: skip
    assert [(each.number, each.title) for each in read.chapters] == [
        ("I", "Osnovne odredbe"), ("II", "Završne odredbe"),
    ]  # fmt: skip
    assert [each.chapter for each in read.provisions] == [None, 0, 0, 0, 1]


def test_a_lithuanian_order_has_points_and_titles_of_chapters_on_the_next_line() -> None:
    read = text("I SKYRIUS", "BENDROSIOS NUOSTATOS", "1. Aprašas nustato:", "1.1. tvarką;", "1.2. terminus.",
                "II SKYRIUS", "EIGA", "2. Policija praneša.", "Pranešime nurodoma data.")  # fmt: skip
    assert [each.title for each in read.chapters] == ["BENDROSIOS NUOSTATOS", "EIGA"]
    assert told(read) == [("1", "", "Aprašas nustato:"), ("1.1", "", "tvarką;"), ("1.2", "", "terminus."),
                          ("2", "", "Policija praneša.\nPranešime nurodoma data.")]  # fmt: skip
    assert not read.doubts


def test_a_lithuanian_law_has_its_titles_behind_the_articles() -> None:
    read = text("3 straipsnis. Apsaugos orderis", "1. Orderis skiriamas.", "2. Jis galioja 15 dienų.",
                "4 straipsnis. Pagalba", "Pagalba teikiama.")  # fmt: skip
    assert told(read) == [("3", "Apsaugos orderis", "1. Orderis skiriamas.\n2. Jis galioja 15 dienų."),
                          ("4", "Pagalba", "Pagalba teikiama.")]  # fmt: skip


def test_a_number_that_stands_twice_one_that_is_missing_and_a_text_before_are_told() -> None:
    read = text("Preambulė.", "1. a.", "2. b.", "2. c.", "5. d.")
    assert [each.number for each in read.provisions] == ["0", "1", "2", "2/2", "5"]
    assert doubts(read) == [
        "There is text before the first number. It stands as number 0.",
        "Number 2 stands twice. The second one is kept as 2/2.", "Numbers not found: 3, 4",
    ]  # fmt: skip


def test_numbers_that_begin_anew_in_each_chapter_are_cited_with_it() -> None:
    read = text("I. Pirma", "1. a.", "2. b.", "II. Antra", "1. c.")
    assert [each.number for each in read.provisions] == ["1", "2", "II.1"]


def test_a_word_letter_is_read_by_the_numbers_that_people_see() -> None:
    content = letter(
        line("Bendradarbiavimo protokolas", bold=True, centred=True), line("Pareigos", "Savo"),
        line("Policija praneša centrui.", number=(1, 1)), line("Per 24 valandas.", number=(1, 2)),
        rows(("Įstaiga", "Telefonas"), ("Policija", "8 446")), line("Baigiamosios nuostatos", "Savo"),
        line("Protokolas galioja.", number=(1, 1)),
    )  # fmt: skip
    read = provisions_in(read_book(content, whole=True))
    assert told(read) == [
        ("0", "", "Bendradarbiavimo protokolas"), ("1", "", "Policija praneša centrui."),
        ("1.1", "", "Per 24 valandas.\nĮstaiga · Telefonas\nPolicija · 8 446"), ("II.1", "", "Protokolas galioja."),
    ]  # fmt: skip
    assert [each.title for each in read.chapters] == ["Pareigos", "Baigiamosios nuostatos"]


TABLE = (("Br.", "Naslov", "Tekst"), ("3.2", "Prijem", "Odmah, najkasnije 12 sati."), ("3.4", "", "Svakog dana."),
         ("", "", "I praznikom."), ("IV. Deca", None, None), ("4.1", "Dete", "Svedok je i žrtva."))  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        csv_text(TABLE).encode("cp1250"), csv_text(TABLE, ",").encode("utf-8-sig"),
        csv_text(TABLE, "\t").encode("utf-16"),
        xlsx(TABLE), docx(TABLE),
    ],
    ids=["csv", "commas", "tabs", "xlsx", "docx"],
)  # fmt: skip
def test_a_table_of_numbers_and_texts_reads_alike_from_every_file(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "act.bin"
    file.write_bytes(content)
    read = read_provisions(file)
    assert told(read) == [("3.2", "Prijem", "Odmah, najkasnije 12 sati."), ("3.4", "", "Svakog dana.\nI praznikom."),
                          ("4.1", "Dete", "Svedok je i žrtva.")]  # fmt: skip
    assert [(each.number, each.title) for each in read.chapters] == [("IV", "Deca")]
    assert doubts(read)[:1] == ["Numbers not found: 3.1, 3.3"]


def test_numbers_that_a_spreadsheet_made_something_else_of_are_told() -> None:
    read = read_rows([(4.0, "a"), (date(2026, 2, 4), "b"), (4.3, "c")])
    assert [each.number for each in read.provisions] == ["4", "4.2", "4.3"]
    assert "kept as a date" in str(read.doubts[0])


def test_a_text_too_long_for_one_provision_is_kept_in_parts() -> None:
    words = "žodis " * 4_000
    read = text("1. Trumpas.", f"2. {words}")
    assert " ".join(each.text for each in read.provisions[1:]).split() == words.split()
    assert all(len(each.text) <= 10_000 for each in read.provisions)
    assert [each.number for each in read.provisions] == ["1", "2", "2–2", "2–3"]


def test_every_word_of_a_text_stands_somewhere() -> None:
    lines = ["Įžanga apie viską", "I SKYRIUS", "PRADŽIA", "1 straipsnis. Tikslas", "Saugoti.", "a) pirma;",
             "Pavadinimas", "2 straipsnis.", "2.1. Dalis.", "7.3. Kitur.", "Pabaiga",
             "III. Parašai", "Vieta", "Data"]  # fmt: skip
    read = text(*lines)
    kept = " ".join([f"{each.number} {each.title}" for each in read.chapters] + [" ".join(each) for each in told(read)])
    dropped = {"straipsnis.", "SKYRIUS"}
    assert {word.strip(".") for each in lines for word in each.split() if word not in dropped} <= {
        word.strip(".") for word in kept.split()
    }


def test_a_file_without_a_number_is_refused_in_a_sentence() -> None:
    with pytest.raises(Problem, match="No numbered provision"):
        text("Tik tekstas")
    with pytest.raises(Problem, match="No numbered provision"):
        provisions_in(read_book(letter(rows(("a", "b"), ("c", "d"))), whole=True))
