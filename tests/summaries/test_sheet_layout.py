"""The sheet both sides sign, on paper: its words in four languages, sums that meet, nobody named without the annex."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.language import LOCALES, Language
from desktop.periods import Month
from desktop.reconciliation.settling import ENTERED
from desktop.reconciliation.statement import UNEXPLAINED, Difference
from desktop.records.difference import OURS, THEIRS
from desktop.serbian import in_latin
from desktop.summaries.reconciliation_sheet import ReconciliationSheet, mark_of, period_key
from desktop.summaries.sheet_json import from_json, to_json
from desktop.summaries.sheet_layout import draw
from desktop.summaries.sheet_sentences import letters
from desktop.summaries.sheet_tables import matrix
from tests.summaries.conftest import text_of
from tests.summaries.invented_sheet import (
    A_CORRECTION,
    DIFFERENCES,
    FIGURES,
    NAMED,
    PERSONS,
    a_statement,
    code,
    counted_sheet,
    fixed_sheet,
    large_sheet,
)
from tests.summaries.test_layout import compare, one_line


def pages(sheet: ReconciliationSheet) -> list[str]:
    """The words of each page."""
    return [one_line(page).replace("\u00a0", " ") for page in text_of(draw(sheet).pdf).split("----- page -----")]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_words_of_the_sheet_are_those_that_were_read_and_approved(locale: str) -> None:
    compare(f"sheet-{locale}.txt", text_of(draw(fixed_sheet(locale)).pdf))


@pytest.mark.parametrize("locale", LOCALES)
def test_two_published_numbers_and_their_reasons_make_a_sheet(locale: str) -> None:
    compare(f"sheet-counts-{locale}.txt", text_of(draw(counted_sheet(locale)).pdf))


def test_the_published_gap_is_explained() -> None:
    first = pages(counted_sheet("en"))[0]
    for told in ("16,672", "16,549", "−123", "43", "80"):
        assert told in first
    assert "not explained" not in first


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert draw(fixed_sheet()).pdf == draw(fixed_sheet()).pdf


def test_a_sheet_is_read_back_as_it_was_kept() -> None:
    for sheet in (fixed_sheet(with_names=True, named=NAMED, corrections=(A_CORRECTION,)), counted_sheet()):
        assert from_json(to_json(sheet)) == sheet
        assert to_json(from_json(to_json(sheet))) == to_json(sheet)


def test_what_is_signed_stands_on_one_page() -> None:
    first, second = pages(fixed_sheet())
    for words in ("Klaipėdos r. 35 33 −2 a, b 33", "UŽ POLICIJĄ", "Audronė Šimkutė", "UŽ CENTRĄ", "Dalia Žvirblytė"):
        assert words in first
    assert "Ką rodo skaitmeninis spaudas" in second
    assert "2026 m. rugsėjis 101 98,0 % SA-2026-09" in second
    assert "2026 m. rugpjūtis 14 –" in second


@pytest.mark.parametrize("locale", LOCALES)
def test_long_names_and_many_units_flow_to_an_annex(locale: str) -> None:
    for sheet in (fixed_sheet("sr_Cyrl").in_language(locale), large_sheet(locale)):
        told = pages(sheet)
        language = Language(locale)
        assert language.say("FOR THE CENTRE") in told[0]
        assert language.say("Annex: unit by unit") in told[2]
        written = in_latin if locale == "sr_Latn" else str
        assert all(written(name[""].split()[0]) in told[2] for name in sheet.units.values())
    assert "12" in told[2]


def test_the_large_sheet_tells_every_difference_once_in_its_annex() -> None:
    sheet = large_sheet("en")
    told = " ".join(pages(sheet)[2:])
    assert len(sheet.marks) == 15
    for mark, each in sheet.marks:
        assert f" {mark} {sheet.units[each.unit]['']}" in told


def test_nobody_is_named_without_the_annex() -> None:
    without = " ".join(pages(fixed_sheet()))
    assert not [name for name in PERSONS if name in without or name.split()[1] in without]
    first, second, annex = pages(fixed_sheet(with_names=True, named=NAMED, receiver="A. Kalvaitis"))
    assert all(name in annex and name not in first + second for name in PERSONS)
    assert "Tik gavėjui: A. Kalvaitis" in annex
    assert all("Su vardais · tik gavėjui" in page for page in (first, second, annex))


def test_the_annex_names_the_letter_of_each_difference() -> None:
    annex = pages(fixed_sheet(with_names=True, named=NAMED, receiver="A. Kalvaitis"))[2]
    assert "d 77-PR-3360-26 2026-10-22 Ieva Rimkutė" in annex
    assert "2026/403" in annex


def test_a_draft_says_so_on_every_page_and_has_neither_number_nor_seal() -> None:
    draft = fixed_sheet("en", is_agreed=False, agreed_on=None, number="")
    told = pages(draft)
    assert all("DRAFT – not agreed" in page for page in told)
    assert "SA-2026-10" not in " ".join(told)
    assert "seal" not in " ".join(told)
    assert "Room for signatures once the sides agree" in told[0]


def test_corrections_are_listed_and_the_agreed_figure_stays() -> None:
    told = pages(fixed_sheet("en", corrections=(A_CORRECTION, replace(A_CORRECTION, label="", came=False))))[1]
    assert "Came into the period: 2026/431" in told
    assert "No longer in it: a notice taken out" in told


def test_names_are_printed_as_they_stand() -> None:
    sheet = fixed_sheet(units={code(place): {"": f"<b>{place} & =1+1"} for place in range(6)})
    assert "<b>3 & =1+1" in pages(sheet)[0]


def test_periods_and_letters_are_told_shortly() -> None:
    assert [mark_of(place) for place in (0, 25, 26, 27, 52)] == ["a", "z", "aa", "ab", "ba"]
    assert letters("acdef").replace("\u00a0", " ") == "a, c–f"
    assert letters(["a", "b"]).replace("\u00a0", " ") == "a, b"
    year = Month(2020, 1), Month(2020, 12)
    assert (period_key(*year), period_key(year[0], year[0])) == ("2020", "2020-01")
    assert period_key(year[0], Month(2020, 3)) == "2020-01-2020-03"


UNIT = st.tuples(*(st.integers(0, 3) for _ in range(5)), st.integers(0, 40))


@settings(max_examples=12)
@given(st.lists(UNIT, min_size=1, max_size=8))
def test_both_ways_meet_in_the_agreed_figure_and_the_letters_are_those_of_the_differences(
    drawn: list[tuple[int, ...]],
) -> None:
    figures, found = [], []
    for place, (other, late, lost, unexplained, came, both) in enumerate(drawn):
        found += [
            Difference(code(place), side, reason, number)
            for side, reason, number in (
                (THEIRS, "other_centre", other), (THEIRS, "next_month", late), (THEIRS, ENTERED, lost),
                (THEIRS, UNEXPLAINED, unexplained), (OURS, "in_person", came),
            )
            if number
        ]  # fmt: skip
        figures.append((both + other + late + lost + unexplained, both + came, both + lost))
    names = {code(place): {"": f"Nuovada {place}"} for place in range(len(figures))}
    statement = a_statement(tuple(figures), tuple(found))
    sheet = fixed_sheet("en", statement=statement, units=names, sisters=(), entered_on={}, what_next="")
    assert statement.sums.agreed == statement.sums.agreed_by_us == sum(agreed for _sent, _got, agreed in figures)
    rows = matrix(sheet, Language("en")).rows[: len(figures)]
    for place, row in enumerate(rows):
        own = [mark for mark, each in sheet.marks if each.unit == code(place)]
        assert row.cells[4].value == letters(own)
    told = " ".join(pages(sheet))
    assert told.count(f"= {statement.sums.agreed}") == 2


def test_the_invented_month_is_the_one_of_the_picture() -> None:
    sums = a_statement(FIGURES, DIFFERENCES).sums
    assert (sums.sent, sums.received, sums.agreed, sums.agreed_by_us) == (113, 108, 109, 109)
