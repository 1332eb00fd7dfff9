from __future__ import annotations

import pytest

from desktop.language import Language
from desktop.paper.cells import Column, Row, Table, count, text
from desktop.paper.face import NOTE, Face
from desktop.paper.preview import page_count, page_text
from desktop.paper.sheet import Sheet, Signature
from tests.paper.conftest import MADE


def rows_on_pages(rows: int, before: int = 0) -> list[int]:
    """How many rows of a table stand on each page when so many lines stand before it."""
    paper = Sheet(Language("en"), title="t", made=MADE)
    for _ in range(before):
        paper.text("line")
    lines = [Row((text("row"), count(1))) for _ in range(rows - 1)]
    paper.table(
        Table("Title", "", (Column("a"), Column("n", numbers=True)), (*lines, Row((text("row"), count(1)), total=True)))
    )
    pdf = paper.draw().pdf
    return [page_text(pdf, page).count("row") for page in range(page_count(pdf))]


@pytest.mark.parametrize("before", range(0, 42, 3))
def test_a_table_of_up_to_twelve_rows_is_never_divided(before: int) -> None:
    assert [rows for rows in rows_on_pages(12, before) if rows] == [12]


@pytest.mark.parametrize("rows", range(34, 48))
def test_a_longer_table_leaves_at_least_three_rows_on_either_page(rows: int) -> None:
    found = [each for each in rows_on_pages(rows, 5) if each]
    assert sum(found) == rows
    assert min(found) >= 3


def test_a_divided_table_repeats_its_head_and_says_so() -> None:
    paper = Sheet(Language("en"), title="t", made=MADE)
    paper.table(Table("Title", "Unit", (Column("Head"),), tuple(Row((text(f"row {n}"),)) for n in range(200))))
    drawn = paper.draw()
    assert drawn.pages > 3
    for page in range(drawn.pages):
        words = page_text(drawn.pdf, page)
        assert "Head" in words
        assert ("Title (continued)" in words) == (page > 0)
        assert ("Unit" in words) == (page == 0)


@pytest.mark.parametrize("before", range(12))
def test_a_row_stays_with_the_first_of_its_parts(before: int) -> None:
    paper = Sheet(Language("en"), title="t", made=MADE)
    for _ in range(before):
        paper.text("line")
    whole = [row for n in range(20) for row in (Row((text(f"whole {n}."),)), Row((text(f"part {n}."),), indent=True))]
    paper.table(Table("Title", "", (Column("a"),), tuple(whole)))
    pdf = paper.draw().pdf
    pages = [page_text(pdf, page) for page in range(page_count(pdf))]
    for n in range(20):
        assert [f"whole {n}." in page for page in pages] == [f"part {n}." in page for page in pages]


@pytest.mark.parametrize("before", range(20, 45))
def test_a_heading_never_stands_alone_at_the_foot(before: int) -> None:
    paper = Sheet(Language("en"), title="t", made=MADE)
    for _ in range(before):
        paper.text("line")
    paper.section("Heading")
    paper.text("after")
    pdf = paper.draw().pdf
    page = next(page for page in range(page_count(pdf)) if "Heading" in page_text(pdf, page))
    assert "after" in page_text(pdf, page)


@pytest.mark.parametrize("before", range(20, 45))
def test_signatures_take_company_along(before: int) -> None:
    paper = Sheet(Language("en"), title="t", made=MADE)
    for _ in range(before):
        paper.text("line")
    paper.section("Signatures")
    paper.signatures([Signature("PREPARED BY", "Statistics", "Name"), Signature("APPROVED BY", "Director", "Other")])
    pdf = paper.draw().pdf
    words = page_text(pdf, page_count(pdf) - 1)
    assert "PREPARED BY" in words
    assert "line" in words


def test_of_a_list_of_rules_only_the_end_goes_along_with_the_signatures() -> None:
    paper = Sheet(Language("en"), title="t", made=MADE)
    for _ in range(22):
        paper.text("line")
    paper.section("Rules")
    paper.table(Table("", "", (Column("Rule"),), tuple(Row((text(f"rule {n}"),)) for n in range(12)), small=True))
    paper.section("Signatures")
    paper.signatures([Signature("PREPARED BY", "Statistics", "Name"), Signature("APPROVED BY", "Director", "Other")])
    pdf = paper.draw().pdf
    assert [page_text(pdf, page).count("rule ") for page in range(page_count(pdf))] == [9, 3]


@pytest.mark.parametrize("width", range(60, 400, 7))
def test_a_last_line_of_one_word_takes_another_along(width: int) -> None:
    face = Face(Language("en"))
    words = "Counted by the date received, once, however many persons are named"
    lines = face.lines(words, width, NOTE)
    assert " ".join(lines) == words
    assert all(face.width(line, NOTE) <= width for line in lines)
    assert " " in lines[-1] or len(lines) == 1 or lines[-2].count(" ") < 3


def test_pages_are_numbered_and_the_running_head_begins_on_the_second() -> None:
    paper = Sheet(Language("en"), title="t", made=MADE, running="Running head")
    for _ in range(100):
        paper.text("line")
    pdf = paper.draw().pdf
    for page in range(page_count(pdf)):
        words = page_text(pdf, page)
        assert f"page {page + 1} of {page_count(pdf)}" in words
        assert ("Running head" in words) == (page > 0)


def test_a_paragraph_never_leaves_a_single_line_alone() -> None:
    for before in range(40):
        paper = Sheet(Language("en"), title="t", made=MADE)
        for _ in range(before):
            paper.text("line")
        paper.text("word " * 120)
        pdf = paper.draw().pdf
        lines = [page_text(pdf, page).replace("line", "").count("word") for page in range(page_count(pdf))]
        assert sum(lines) == 120
        assert all(count == 0 or count > 20 for count in lines)


def test_a_nearly_empty_last_page_is_spared() -> None:
    pages = dict.fromkeys((True, False), 0)
    for sections in range(8, 16):
        paper = Sheet(Language("en"), title="t", made=MADE)
        for _ in range(sections):
            paper.section("Section")
            paper.text("words")
        drawn = paper.draw()
        last = page_text(drawn.pdf, drawn.pages - 1).count("Section")
        pages[last >= 2 or drawn.pages == 1] += 1
    assert pages[False] == 0


@pytest.mark.parametrize("lines", [1, 3, 9, 30])
@pytest.mark.parametrize("before", range(24, 46))
def test_a_note_that_wants_company_never_begins_a_page(before: int, lines: int) -> None:
    paper = Sheet(Language("en"), title="t", made=MADE)
    for _ in range(before):
        paper.text("line")
    paper.subsection("4. Notice")
    paper.text("provision " * 9 * lines)
    paper.note("The small line", company=True)
    pdf = paper.draw().pdf
    (page,) = [told for each in range(page_count(pdf)) if "The small line" in (told := page_text(pdf, each))]
    assert "provision" in page
