"""Once a year everybody is told what was corrected, and nobody can work out a single record from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.figures.counts import count
from desktop.figures.figures import PeriodFigures
from desktop.figures.meeting_figures import protect
from desktop.summaries.corrections import corrections, last_told, watched
from desktop.summaries.numbers import IssuedRow, Kept
from desktop.summaries.summary import MEETING, OFFICIAL, Summary
from desktop.summaries.year_corrections import ENTERED, LEFT, RULES, Changed, corrected
from tests.figures.sample import some_facts
from tests.summaries.conftest import MADE, fixed_summary

RECEIVED = "Notices received by sender"


def figures(notices: int) -> PeriodFigures:
    """October with so many notices; fewer are the first of more."""
    return count(some_facts(Random(7), notices))


def issued(*papers: tuple[str, str, PeriodFigures]) -> tuple[Kept, ...]:
    """Papers in the order of issue: profile, number and the exact figures as they were."""

    def made() -> Iterator[Kept]:
        official: list[Summary] = []
        for place, (profile, number, exact) in enumerate(papers):
            told = corrections(last_told(official, exact.period), exact) if profile == OFFICIAL else ()
            summary = replace(
                fixed_summary(profile=profile), figures=protect(exact) if profile == MEETING else exact, number=number,
                corrections=told, note="", made_on=date(2026, 11, 9 + place),
            )  # fmt: skip
            official += [summary] if profile == OFFICIAL else []
            row = IssuedRow(
                UUID(int=place + 1), exact.period.key, number, profile, "en", "", "", "", MADE, "", "", None
            )  # fmt: skip
            yield Kept(row, summary)

    return tuple(made())


def test_a_protected_paper_issued_again_is_told_with_its_numbers() -> None:
    kept = issued((MEETING, "SV-2026-10-M", figures(70)), (MEETING, "SV-2026-10-M/2", figures(90)))
    (row,) = corrected(kept, 2026)
    assert (row.number, row.later, row.on) == ("SV-2026-10-M", "SV-2026-10-M/2", date(2026, 11, 10))
    was, now = (one.summary.figures.table("received").value("total", "count") for one in kept)
    assert Changed(RECEIVED, was, now) in row.changes
    assert corrected(kept, 2025) == ()


def test_an_exact_correction_is_told_with_numbers_only_where_many_changed() -> None:
    first, few, many = figures(70), figures(72), figures(90)
    shown = (OFFICIAL, "SV-2026-10", first), (MEETING, "SV-2026-10-M", first)
    (little,) = corrected(issued(*shown, (OFFICIAL, "SV-2026-10/2", few)), 2026)
    was = first.table("received").value("total", "count")
    assert (Changed(RECEIVED, was, None) in little.changes, ENTERED in little.why) == (True, True)
    (much,) = corrected(issued(*shown, (OFFICIAL, "SV-2026-10/2", many)), 2026)
    assert Changed(RECEIVED, was, many.table("received").value("total", "count")) in much.changes
    (back,) = corrected(issued((OFFICIAL, "SV-2026-10", many), (OFFICIAL, "SV-2026-10/2", first)), 2026)
    assert (Changed(RECEIVED) in back.changes, LEFT in back.why) == (True, True)  # no protected paper told a number


def test_the_same_paper_in_another_language_or_for_another_receiver_corrects_nothing() -> None:
    one = figures(70)
    assert corrected(issued((OFFICIAL, "SV-2026-10", one), (OFFICIAL, "SV-2026-10", one)), 2026) == ()
    assert corrected(issued((MEETING, "SV-2026-10-M", one), (MEETING, "SV-2026-10-M/2", one)), 2026) == ()
    newer = replace(figures(90), definitions=one.definitions + 1)
    (row,) = corrected(issued((OFFICIAL, "SV-2026-10", one), (OFFICIAL, "SV-2026-10/2", newer)), 2026)
    assert RULES in row.why


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 90), st.integers(0, 90))
def test_nothing_that_was_hidden_and_no_small_difference_is_told(before: int, after: int) -> None:
    old, new = figures(before), figures(after)
    kept = issued((OFFICIAL, "SV-2026-10", old), (MEETING, "SV-2026-10-M", old), (OFFICIAL, "SV-2026-10/2", new))
    shown = {told.table.subject.title: told.value for key, told in watched(protect(old)).items() if "/total/" in key}
    for row in corrected(kept, 2026):
        for one in row.changes:
            assert one.was is None or one.was == shown[one.title]
            assert one.now is None or (one.was is not None and abs(one.now - one.was) >= 5)
            assert not 0 < (one.now or 0) < 5
