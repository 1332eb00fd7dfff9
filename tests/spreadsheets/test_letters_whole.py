"""The paragraphs of a letter: in order, with the numbers that people see, read with the same limits as its tables."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest

from desktop.problems import Problem
from desktop.spreadsheets.apart import read_bytes
from desktop.spreadsheets.reading import read_book
from desktop.spreadsheets.sheets import Book, Paragraph, as_json, from_json
from desktop.spreadsheets.word_numbering import formed
from tests.spreadsheets.files import WORD, archive
from tests.spreadsheets.letters import letter, line, rows
from tests.spreadsheets.test_reading import mutated

SOUND = letter(
    line("Turinys", "TOC1"),
    line("Bendrosios nuostatos", "Savo"),
    line("Policija praneša.", number=(1, 1)),
    line("Per 24 valandas.", number=(1, 2)),
    line("Raštu.", number=(1, 2)),
    line("punktas", number=(1, 3)),
    line("Eiga", "Savo"),
    line("Centras susisiekia.", number=(1, 1)),
    rows(("Įstaiga", "Terminas"), ("Policija", "24 val.")),
    line("Pasirašo", bold=True, centred=True),
)


def marks(content: bytes) -> list[tuple[str, str]]:
    return [(each.mark, each.text) for each in read_book(content, whole=True).paragraphs]


def test_the_numbers_of_a_letter_are_those_that_people_see() -> None:
    assert marks(SOUND) == [
        ("I.", "Bendrosios nuostatos"), ("1.", "Policija praneša."), ("1.1.", "Per 24 valandas."), ("1.2.", "Raštu."),
        ("", "punktas"), ("II.", "Eiga"), ("1.", "Centras susisiekia."),
        ("", "Įstaiga · Terminas"), ("", "Policija · 24 val."), ("", "Pasirašo"),
    ]  # fmt: skip


def test_lists_of_one_kind_count_on_and_begin_anew_where_the_letter_says_so() -> None:
    listed = (("a", 2, 0), ("b", 2, 1), ("c", 2, 1), ("d", 2, 0), ("e", 3, 0), ("f", 2, 0), ("g", 9, 0))
    read = letter(*(line(text, number=(which, depth)) for text, which, depth in listed))
    assert [mark for mark, _text in marks(read)] == ["Член 1.", "1a)", "1b)", "Член 2.", "Член 7.", "Член 8.", ""]


def test_headings_titles_and_rows_are_told_apart() -> None:
    read = read_book(SOUND, whole=True).paragraphs
    assert [each.level for each in read][:2] == [1, 0]
    assert read[-1] == Paragraph("Pasirašo", apart=True)
    assert [each.text for each in read if each.tabled] == ["Įstaiga · Terminas", "Policija · 24 val."]


def test_what_was_struck_out_is_not_read_and_what_was_put_in_is() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f"<w:p><w:ins>{run.format('Naujas ')}</w:ins><w:del><w:r><w:delText>senas </w:delText></w:r></w:del>"
        f"{run.format('tekstas')}<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    assert marks(letter(body)) == [("", "Naujas tekstas")]


def test_a_whole_letter_comes_through_from_its_own_process() -> None:
    assert read_bytes(SOUND, whole=True) == read_book(SOUND, whole=True)
    assert from_json(as_json(read_book(SOUND, whole=True))) == read_book(SOUND, whole=True)
    assert read_bytes(SOUND).paragraphs == ()


def test_a_text_is_read_line_by_line_too() -> None:
    read = read_bytes("Član 1.\r\n\r\nPolicija, sud; škola.\r\n".encode("cp1250"), whole=True)
    assert [each.text for each in read.paragraphs] == ["Član 1.", "Policija, sud; škola."]


@pytest.mark.parametrize(
    "body", ["<w:p>" * 300 + "</w:p>" * 300, line("a" * 60_000), line("a") * 50_001], ids=["deep", "long", "many"]
)
def test_a_letter_made_to_swell_is_refused(body: str) -> None:
    with pytest.raises(Problem, match="too big"):
        read_bytes(letter(body), whole=True)


def test_numbering_that_leads_in_a_circle_or_nowhere_is_read_as_none() -> None:
    styles = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    lists = '<w:num w:numId="1"><w:abstractNumId w:val="77"/></w:num><w:num/><w:abstractNum><w:lvl/></w:abstractNum>'
    assert marks(letter(line("x", "A", (1, 0)), line("y", "", (1, 88)), lists=lists, styles=styles)) == [
        ("", "x"), ("", "y"),
    ]  # fmt: skip


def test_a_letter_without_styles_is_read() -> None:
    plain = archive({"word/document.xml": f"<w:document {WORD}><w:body>{line('Tekstas')}</w:body></w:document>"})
    assert marks(plain) == [("", "Tekstas")]


def test_numbers_are_written_as_lists_write_them() -> None:
    asked = (
        (4, "upperRoman"),
        (19, "lowerRoman"),
        (28, "lowerLetter"),
        (3, "decimalZero"),
        (5, "?"),
        (0, "upperRoman"),
    )
    told = [formed(number, form) for number, form in asked]
    assert told == ["IV", "xix", "bb", "03", "5", "0"]


@pytest.mark.parametrize("seed", range(12))
def test_damaged_letters_are_read_or_refused_and_nothing_else(seed: int) -> None:
    pick = random.Random(f"letter {seed}")
    for _turn in range(80):
        with suppress(Problem):
            assert isinstance(read_book(mutated(pick, SOUND), whole=True), Book)
