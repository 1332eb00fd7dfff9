"""The agenda on paper and as a file: its words in four languages, long texts that flow, figures nobody can reckon."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import product

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.language import LOCALES
from desktop.meetings import agenda_layout
from desktop.meetings.agenda import CentreFigure, Problem, Told, UnitFigure
from desktop.meetings.protected_figures import ShownFigures, protected
from desktop.serbian import in_latin
from tests.meetings.invented_agendas import US
from tests.meetings.invented_papers import agenda_paper
from tests.summaries.conftest import text_of
from tests.summaries.test_layout import compare, one_line

FEW = st.none() | st.integers(0, 9)
LINES = st.lists(st.tuples(FEW, st.integers(0, 9), st.none() | st.integers(0, 4)), min_size=1, max_size=5)


def words(locale: str = "en") -> str:
    return one_line(text_of(agenda_layout.draw(agenda_paper(locale)).pdf)).replace("\u00a0", " ")


def as_written(words: str, locale: str) -> str:
    """As the words stand in a document of that language: in Serbian Latin nothing stays in Cyrillic letters."""
    return in_latin(words) if locale == "sr_Latn" else words


def docx_text(file: bytes) -> str:
    document = Document(io.BytesIO(file))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    edges = (
        each.text
        for part in document.sections
        for place in (part.first_page_header, part.header, part.first_page_footer, part.footer)
        for each in place.paragraphs
    )
    return "\n".join((*(each.text for each in document.paragraphs), *cells, *edges))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_words_of_the_agenda_are_those_that_were_read_and_approved(locale: str) -> None:
    compare(f"agenda-{locale}.txt", text_of(agenda_layout.draw(agenda_paper(locale)).pdf))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_file_that_others_edit_tells_the_same(locale: str) -> None:
    paper = agenda_paper(locale)
    told = docx_text(agenda_layout.letter(paper))
    for part in paper.agenda.parts:
        for line in part.lines:
            assert as_written(getattr(line, "what", ""), locale) in told
    assert as_written(paper.agenda.place, locale) in told


def test_what_went_well_comes_first_in_house_order_and_who_told_nothing_is_asked() -> None:
    said = words("lt")
    said = said[said.index("1. Kas pavyko") :]
    order = ("1. Kas pavyko", "Klaipėdos r. komisariatas", "Palangos komisariatas, Skuodo komisariatas", "2. Ankstesni")
    places = [said.index(each) for each in order]
    assert places == sorted(places)
    asked = said.index("Parašykite apie vieną dalyką, kuris pavyko.")
    assert said.index("Skuodo komisariatas Policijos") < asked < said.index("Apylinkės prokuratūra Prokurorė")


def test_not_done_is_told_apart_from_no_longer_possible() -> None:
    said = words()
    assert "not done, 4 working days late" in said
    assert "no longer possible: bus lapkričio 26 d." in said


def test_a_share_stands_only_where_the_base_is_large_enough() -> None:
    paper = agenda_paper("en")
    parts = [
        replace(part, lines=tuple(line for line in part.lines if not isinstance(line, UnitFigure)))
        for part in paper.agenda.parts
    ]
    alone = replace(paper, agenda=replace(paper.agenda, parts=tuple(parts)))
    said = one_line(text_of(agenda_layout.draw(alone).pdf)).replace("\u00a0", " ")
    assert "109 108 99%" in said
    assert "Žemaičių krizių centras – 9 – –" in said
    assert "police sent: 113, agreed: 109, arrived at once: 108 (99%)" in words()


def test_texts_of_any_length_flow_over_the_pages() -> None:
    paper = agenda_paper("lt")
    word = "neilgas sakinys apie tai "
    long = replace(
        paper.agenda.parts[4],
        lines=(
            replace(next(each for each in paper.agenda.parts[4].lines if isinstance(each, Problem)), fact=word * 400),
        ),
    )
    told = replace(paper.agenda.parts[0], lines=(Told((US,), word * 400), *paper.agenda.parts[0].lines))
    parts = (told, *paper.agenda.parts[1:4], long, *paper.agenda.parts[5:])
    drawn = agenda_layout.draw(replace(paper, agenda=replace(paper.agenda, parts=parts)))
    assert one_line(text_of(drawn.pdf)).count("neilgas") == 800


def test_small_figures_are_hidden_with_enough_beside_them() -> None:
    shown = protected([CentreFigure(str(n), None, agreed, None) for n, agreed in enumerate((3, 40, 60, 90))])
    assert [row.agreed for row in shown.rows] == [None, None, None, 90]
    assert shown.total.agreed == 193


def test_where_too_few_could_be_hidden_the_total_is_hidden_too() -> None:
    shown = protected([CentreFigure("a", 3, 3, 3), CentreFigure("b", 40, 40, 39)])
    assert (shown.rows[0].hidden, shown.total.hidden, shown.rows[1].agreed) == (True, True, 40)


@settings(max_examples=60)
@given(LINES)
def test_no_hidden_figure_can_be_worked_out_not_even_by_another_hidden_centre(
    figures: list[tuple[int | None, int, int | None]],
) -> None:
    lines = [
        CentreFigure(str(n), sent, agreed, None if late is None else max(0, agreed - late))
        for n, (sent, agreed, late) in enumerate(figures)
    ]
    shown = protected(lines)
    for place, line in enumerate(lines):
        for name in ("sent", "agreed", "at_once"):
            value = getattr(line, name)
            if value is not None and 0 < value < 5:
                assert shown.rows[place].hidden
                for insider in {None, *range(len(lines))} - {place}:
                    possible = _possible(lines, shown, name, place, insider)
                    assert min(possible) == 0
                    assert max(possible) >= 5


def _possible(lines: list[CentreFigure], shown: ShownFigures, name: str, place: int, insider: int | None) -> set[int]:
    """What this figure may be for somebody who knows what is shown, and the figures of one centre."""
    total = getattr(shown.total, name)
    unknown = [n for n, row in enumerate(shown.rows) if row.hidden and n not in (insider, place)]
    if total is None:
        return set(range(11))
    left = total - sum(getattr(line, name) for n, line in enumerate(lines) if n not in (*unknown, place))
    others = product(range(left + 1), repeat=len(unknown)) if len(unknown) < 3 else [(n, 0, 0) for n in range(left + 1)]
    return {left - sum(each) for each in others if sum(each) <= left}
