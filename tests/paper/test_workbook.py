from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from desktop.language import Language
from desktop.paper.cells import Column, Row, Table, change, count, day, hidden, none, other_rule, percent, text
from desktop.paper.face import plain
from desktop.paper.workbook import Page, workbook
from desktop.problems import Problem
from tests.paper.conftest import MADE

EN = Language("en")
COLUMNS = (Column("Sender"), Column("October", numbers=True))


def read(file: bytes, page: int = 0) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(file)).get_sheet_by_index(page).to_python()


def of(*rows: Row, columns: tuple[Column, ...] = COLUMNS) -> bytes:
    return workbook(EN, [Page("Received", (Table("", "", columns, rows),))], title="t", created=MADE)


def test_numbers_are_numbers_dates_are_dates_and_words_are_words() -> None:
    file = of(
        Row((text("Police"), count(109))),
        Row((text("007"), count(31.5, digits=1))),
        Row((text("change"), change(-3))),
        Row((text("share"), percent(1, 4))),
        Row((text("day"), day(date(2026, 11, 9)))),
    )
    assert read(file) == [
        ["Sender", "October"],
        ["Police", 109.0],
        ["007", 31.5],
        ["change", -3.0],
        ["share", 0.25],
        ["day", date(2026, 11, 9)],
    ]


def test_what_is_not_published_is_a_word() -> None:
    file = of(Row((text("a"), hidden())), Row((text("b"), none())), Row((text("c"), other_rule())))
    assert [row[1] for row in read(file)[1:]] == ["not published", "not asked", "counted by another rule"]


@pytest.mark.parametrize(
    "typed", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/c calc'!A1", "{=1}", "http://example.org", "\t=1", "mailto:a@b.c"]
)
def test_what_looks_like_a_formula_or_link_stays_words(typed: str) -> None:
    file = workbook(EN, [Page(typed, (Table(typed, typed, (Column(typed),), (Row((text(typed),)),), (typed,)),))],
                    title=typed, created=MADE)  # fmt: skip
    assert {str(row[0]) for row in read(file)} == {plain(typed).strip()} or {str(row[0]) for row in read(file)} == {
        plain(typed)
    }
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        page = parts.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in page
        assert "<f " not in page
        assert "hyperlink" not in page


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80))
def test_no_text_becomes_a_formula_or_breaks_the_file(typed: str) -> None:
    file = of(Row((text(typed),)), columns=(Column("a"),))
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
    rows = read(file)
    assert len(rows) == (2 if plain(typed) else 1)


def test_the_same_tables_give_the_same_bytes() -> None:
    row = Row((text("Police"), count(109)))
    assert of(row) == of(row)


def test_worksheets_get_names_that_they_may_bear() -> None:
    pages = [Page(name, ()) for name in ("a/b:c?", "A b c ", "x" * 40, "x" * 40, "", "History", "'quoted'")]
    names = CalamineWorkbook.from_filelike(io.BytesIO(workbook(EN, pages, title="t", created=MADE))).sheet_names
    assert len({name.casefold() for name in names}) == len(pages)
    assert all(0 < len(name) <= 31 for name in names)


def test_a_text_that_no_cell_can_hold_is_told_instead_of_cut() -> None:
    with pytest.raises(Problem, match="too long"):
        of(Row((text("a" * 40_000),)), columns=(Column("a"),))
