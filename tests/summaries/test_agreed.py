"""The agreed figure in the monthly summary: exact for the receiver, the sum alone for a meeting, or nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.centre import Centre
from desktop.figures.figures import TOTAL
from desktop.language import LOCALES, Language
from desktop.periods import Month
from desktop.records.reconciliation import Reconciliation
from desktop.summaries.agreed import protected
from desktop.summaries.layout import draw
from desktop.summaries.spreadsheet import spreadsheet
from desktop.summaries.summary import MEETING, Agreed
from desktop.summaries.summary_json import from_json, to_json
from tests.summaries.conftest import fixed_summary, text_of
from tests.summaries.test_layout import compare, one_line
from tests.summaries.test_spreadsheet import cells_of

AGREED = (
    Agreed("Klaipėdos apskrities VPK", 113, 109, 108, "SA-2026-10"),
    Agreed("Telšių apskrities VPK", 12, 11, 10),
    Agreed("Kretingos r. savivaldybė", 40, 38, None, "SA-2026-10-2"),
)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_official_paper_tells_what_was_agreed_with_each_sender(locale: str) -> None:
    summary = replace(fixed_summary(locale), agreed=AGREED)
    told = text_of(draw(summary).pdf)
    title = Language(locale).say("Agreed with the senders")
    part = told.partition(f"\n{title}\n")[2].partition("Kretingos r. savivaldybė")
    compare(f"summary-agreed-{locale}.txt", f"{title}\n{''.join(part[:2])}{part[2].splitlines()[0]}\n")
    share = Language(locale).percent(108, 109, 1).replace("\u00a0", " ")
    assert f"Klaipėdos apskrities VPK 113 109 {share} SA-2026-10" in one_line(told).replace("\u00a0", " ")
    assert "Telšių apskrities VPK 12 11 –" in one_line(told), "no share of so few"


@pytest.mark.parametrize("locale", LOCALES)
def test_one_or_two_senders_are_told_of_in_a_sentence_each(locale: str) -> None:
    told = one_line(text_of(draw(replace(fixed_summary(locale), agreed=AGREED[:2])).pdf)).replace("\u00a0", " ")
    language = Language(locale)
    share = language.percent(108, 109, 1).replace("\u00a0", " ")
    for number, end in (("SA-2026-10", f"109, {share}"), ("", "11, –")):
        before, after = end.split(", ")
        assert before in told
        assert f"{after}." in told
        assert not number or language.say("Sheet {number}.", number=number) in told
    assert language.say("Agreed with the senders") not in told


def test_it_is_kept_and_read_back_and_a_paper_without_it_is_kept_as_ever() -> None:
    summary = replace(fixed_summary(), agreed=AGREED)
    assert from_json(to_json(summary)) == summary
    assert '"agreed"' not in to_json(fixed_summary())
    assert from_json(to_json(fixed_summary())).agreed == ()


def test_it_stands_in_the_workbook_as_numbers() -> None:
    sheets = cells_of(spreadsheet(replace(fixed_summary(), agreed=AGREED), Language("en")))
    (row,) = (row for row in sheets["Notices"] if row[0] == "Klaipėdos apskrities VPK")
    assert row[:3] == ["Klaipėdos apskrities VPK", 113, 109]
    assert round(float(row[3]), 3) == 0.991  # type: ignore[arg-type]


def test_a_meeting_is_told_the_sum_alone_and_only_if_it_gives_nothing_away() -> None:
    open_figures = fixed_summary(profile=MEETING, notices=400).figures
    assert not any(one.is_hidden for line in open_figures.table("received").lines for one in line.figures)
    assert protected(AGREED, open_figures) == (Agreed("", 0, 158, None, "SA-2026-10, SA-2026-10-2"),)
    assert protected((replace(AGREED[0], agreed=4),), open_figures) == ()
    assert protected((), open_figures) == ()
    hidden = fixed_summary(profile=MEETING, notices=30).figures
    assert any(one.is_hidden for line in hidden.table("received").lines for one in line.figures)
    assert protected(AGREED, hidden) == ()
    summary = fixed_summary(profile=MEETING, notices=400)
    told = one_line(text_of(draw(replace(summary, agreed=protected(AGREED, open_figures))).pdf))
    assert "Agreed with the senders, notices: 158 (SA-2026-10, SA-2026-10-2)" in told
    assert not [each.sender for each in AGREED if each.sender in told]


def test_a_settled_month_flows_into_its_summary_and_no_other(centre: Centre, settled: Reconciliation) -> None:
    october = Month(2026, 10)
    assert centre.press.prepare(october).agreed == (Agreed("Klaipėdos apskrities VPK", 5, 3, 2),)
    assert centre.press.prepare(october.later(-1)).agreed == ()
    issued = centre.sheets.issue(settled.id, by=centre.worker)
    summary = centre.press.issue(october, "official", "en", by=centre.worker)
    assert from_json(summary.figures).agreed[0].number == issued.number
    sentence = "Agreed. Klaipėdos apskrities VPK: sent 5, agreed 3, arrived by themselves –. Sheet SA-2026-10."
    assert sentence in one_line(text_of(summary.pdf))
    assert centre.press.prepare(october, MEETING).agreed == ()


def test_what_is_not_settled_is_in_no_summary(centre: Centre, kept: Reconciliation) -> None:
    assert centre.press.prepare(Month(2026, 10)).agreed == ()
    assert centre.press.prepare(Month(2026, 10)).figures.table("received").value(TOTAL) > 0


def test_a_figure_agreed_later_gives_the_paper_a_new_number(centre: Centre, settled: Reconciliation) -> None:
    october = Month(2026, 10)
    first = centre.press.issue(october, by=centre.worker)
    centre.sheets.issue(settled.id, by=centre.worker)
    second = centre.press.issue(october, by=centre.worker)
    assert (first.number, second.number) == ("SV-2026-10", "SV-2026-10/2")
