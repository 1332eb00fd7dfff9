"""Sentences with numbers are right in every plural form, and hours are rounded to half an hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.figures.figures import TOTAL, Figure, FigureTable
from desktop.language import LOCALES, Language
from desktop.periods import Month
from desktop.summaries import sentences
from desktop.summaries.summary import MEETING, Summary
from tests.summaries.conftest import fixed_summary


def with_received(summary: Summary, received: int, change: int) -> Summary:
    """The summary with other totals."""
    table = summary.figures.table("received")
    total = replace(table.lines[-1], figures=(Figure(received), Figure(received - change), Figure(change), Figure(0)))
    other = FigureTable(table.subject, table.headings, (*table.lines[:-1], total))
    tables = tuple(other if one.code == "received" else one for one in summary.figures.tables)
    return replace(summary, figures=replace(summary.figures, tables=tables))


@pytest.mark.parametrize(
    ("locale", "received", "begins"),
    [
        ("en", 1, "1 notice received."),
        ("en", 5, "5 notices received."),
        ("lt", 1, "Gautas 1 pranešimas."),
        ("lt", 5, "Gauti 5 pranešimai."),
        ("lt", 11, "Gauta 11 pranešimų."),
        ("lt", 21, "Gautas 21 pranešimas."),
        ("sr_Cyrl", 1, "Примљена је 1 пријава."),
        ("sr_Cyrl", 2, "Примљене су 2 пријаве."),
        ("sr_Cyrl", 5, "Примљено је 5 пријава."),
        ("sr_Cyrl", 11, "Примљено је 11 пријава."),
        ("sr_Latn", 22, "Primljene su 22 prijave."),
    ],
)
def test_the_lead_counts_as_the_language_does(locale: str, received: int, begins: str) -> None:
    assert sentences.lead(with_received(fixed_summary(locale), received, 0), Language(locale)).startswith(begins)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("change", [-21, -2, -1, 0, 1, 5, 11])
def test_the_change_is_told_without_a_sign_left_over(locale: str, change: int) -> None:
    said = sentences.lead(with_received(fixed_summary(locale), 40, change), Language(locale))
    assert "{" not in said
    assert "\u2212" not in said
    assert not change or str(abs(change)) in said


def test_a_meeting_is_not_told_the_change() -> None:
    summary = fixed_summary(profile=MEETING)
    assert "month before" not in sentences.lead(summary, Language("en"))
    assert not summary.figures.table("received").tells("change")


@pytest.mark.parametrize(("minutes", "hours"), [(0, 0), (14, 0), (15, 0.5), (44, 0.5), (45, 1), (75, 1.5), (90, 1.5)])
def test_hours_are_rounded_to_half_an_hour(minutes: int, hours: float) -> None:
    assert sentences.hours(minutes) == hours


@pytest.mark.parametrize(
    ("locale", "month", "title"),
    [
        ("en", 3, "Monthly summary, March 2026"),
        ("lt", 3, "2026 m. kovo mėnesio suvestinė"),
        ("lt", 8, "2026 m. rugpjūčio mėnesio suvestinė"),
        ("sr_Cyrl", 3, "Месечни преглед за март 2026. године"),
        ("sr_Latn", 8, "Mesečni pregled za avgust 2026. godine"),
    ],
)
def test_the_month_stands_in_the_case_that_the_title_wants(locale: str, month: int, title: str) -> None:
    summary = fixed_summary(locale)
    said = sentences.title(
        replace(summary, figures=replace(summary.figures, period=Month(2026, month))), Language(locale)
    )
    assert said.replace("\u00a0", " ") == title


def test_the_order_of_date_number_and_place_follows_the_country() -> None:
    def facts(locale: str) -> list[str]:
        told = sentences.facts("SV-2026-10", date(2026, 11, 9), "Kretinga", Language(locale))
        return [part.replace("\u00a0", " ") for part in told]

    assert facts("lt") == ["2026-11-09", "Nr. SV-2026-10", "Kretinga"]
    assert facts("sr_Cyrl")[0] == "Број: SV-2026-10"
    assert facts("en")[0] == "9 November 2026"
    assert sentences.facts("", date(2026, 11, 9), "", Language("lt")) == ("2026-11-09",)


def test_a_share_is_not_told_where_a_part_is_hidden() -> None:
    summary = fixed_summary(profile=MEETING)
    table = summary.figures.table("outcome")
    hidden = tuple(
        replace(line, figures=(Figure(None),)) if line.code in ("accepted", "pending") else line for line in table.lines
    )
    tables = tuple(replace(one, lines=hidden) if one.code == "outcome" else one for one in summary.figures.tables)
    figures = replace(summary.figures, tables=tables)
    assert sentences.accepted(figures) == (None, 0)
    assert figures.table("outcome").value(TOTAL) > 0
