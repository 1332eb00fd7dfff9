"""Sums in large figures, groups of columns, and a page that is asked for: laid and drawn as they should be."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.language import LOCALES, Language
from desktop.paper import cells
from desktop.paper.cells import ALARM, QUIET, Column, Row, Table
from desktop.paper.face import Face
from desktop.paper.preview import page_text
from desktop.paper.sheet import Drawn, Sheet
from desktop.paper.sums import Sums, Term

MADE = datetime(2026, 11, 5, tzinfo=UTC)


def a_sum(*words: str) -> tuple[Term, ...]:
    first, *rest = words
    return (
        Term("", "113", first),
        *(Term("−", "1", each) for each in rest),
        Term("=", "109", "usaglašeno", is_result=True),
    )


def sheet(locale: str = "en", *, large: bool = False) -> Sheet:
    return Sheet(Language(locale), title="Sums", made=MADE, large=large)


def words(drawn: Drawn, page: int = 0) -> list[str]:
    return page_text(drawn.pdf, page).split()


@pytest.mark.parametrize("locale", LOCALES)
def test_two_sums_stand_beside_each_other_where_both_have_room(locale: str) -> None:
    face = Face(Language(locale))
    short = Sums((a_sum("sent", "explained"), a_sum("received")))
    long = Sums((a_sum("sent", *["unexplainable"] * 5), a_sum("received", *["unexplainable"] * 5)))
    one = Sums((a_sum("sent", "explained"),))
    assert short.height(face) == one.height(face)
    assert long.height(face) > 2 * Sums((a_sum("sent", "unexplainable"),)).height(face)


@pytest.mark.parametrize("large", [False, True])
def test_no_word_under_a_figure_is_broken(large: bool) -> None:
    paper = sheet(large=large)
    terms = a_sum("received at once: 99.1%", "a–c: explained", "e: not explained", "not decided")
    paper.block(Sums((terms, terms)))
    told = words(paper.draw())
    assert told.count("usaglašeno") == 2
    assert told.count("explained") == 4


def test_a_group_of_columns_is_named_once_and_takes_a_line_of_its_own() -> None:
    def table(group: str) -> Table:
        columns = (Column("Unit"), *(Column(head, 0.6, numbers=True, group=group) for head in ("Sent", "Received")))
        return Table("T", "", columns, (Row((cells.text("A"), cells.count(1), cells.count(2))),))

    papers = [sheet(), sheet()]
    for paper, group in zip(papers, ("", "Together"), strict=True):
        paper.table(table(group))
    plain, grouped = (paper._blocks[0].height(paper._face) for paper in papers)
    assert grouped > plain
    assert words(papers[1].draw()).count("Together") == 1


def test_the_tone_of_a_cell_changes_its_look_and_not_its_words() -> None:
    def drawn(tone: str) -> Drawn:
        paper = sheet()
        paper.table(Table("T", "", (Column("Why"),), (Row((cells.text("Not explained", tone=tone),)),)))
        return paper.draw()

    assert len({drawn(tone).pdf for tone in ("", QUIET, ALARM)}) == 3
    assert len({tuple(words(drawn(tone))) for tone in ("", QUIET, ALARM)}) == 1


def test_a_section_can_begin_a_page_and_a_note_can_stay_away() -> None:
    paper = sheet()
    paper.section("First", new_page=True)
    paper.text("Words.")
    assert paper.pages == 1, "nothing is turned before the first words"
    paper.section("Second", new_page=True)
    assert paper.draw().pages == paper.pages == 2
    for _line in range(40):
        paper.text("Words.")
    full = paper.pages
    while paper.pages == full:
        paper.text("Words.")
    paper._blocks.pop()
    paper.note("A note that has no room. " * 30, only_here=True)
    assert paper.pages == full
    assert "note" not in words(paper.draw(), full - 1)
