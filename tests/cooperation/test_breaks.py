"""Breaks in counting: noted, amended, taken out; which numbers they break, and growth without what broke."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.cooperation.breaks import BreakDraft
from desktop.cooperation.indicators import INDICATORS, NOTICES
from desktop.periods import Month
from desktop.problems import Invalid, Problem
from desktop.records.referral import Referral
from tests.cooperation.invented_years import FIRST, LAST

ALL_REPORTS = BreakDraft(Month(2025, 4), "Policija siuntė visus bendrojo pagalbos centro pranešimus", Month(2025, 9))


def police_of(centre: Centre) -> UUID:
    return next(one.id for one in centre.directory.agencies() if one.kind == "police" and one.parent_id is None)


def test_a_break_is_noted_amended_taken_out_and_the_history_tells_it(centre: Centre) -> None:
    log, by = centre.monitoring, centre.worker
    kept = log.note_break(replace(ALL_REPORTS, words="  visi\u200b pranešimai "), by)
    (told,) = log.breaks()
    assert (told.since, told.until, told.words) == (Month(2025, 4), Month(2025, 9), "visi pranešimai")
    log.amend_break(kept.id, replace(BreakDraft.of(kept), until=None, agency_id=police_of(centre)), by)
    (told,) = log.breaks()
    assert (told.until, told.agency) == (None, "Kretingos r. PK")
    log.take_out_break(kept.id, by)
    assert log.breaks() == ()
    assert [entry.what for entry in centre.history.entries()[:3]] == [
        "Break in counting taken out", "Break in counting changed: {words}", "Break in counting noted: {words}",
    ]  # fmt: skip
    with pytest.raises(Problem):
        log.take_out_break(kept.id, by)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (BreakDraft(words="x"), "since"), (BreakDraft(Month(2025, 4)), "words"),
        (replace(ALL_REPORTS, since=Month(2026, 12), until=None), "since"),
        (replace(ALL_REPORTS, until=Month(2025, 3)), "until"), (replace(ALL_REPORTS, indicator="S-99"), "indicator"),
        (replace(ALL_REPORTS, words="x" * 5000), "words"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_break_names_its_field(centre: Centre, draft: BreakDraft, field: str) -> None:
    with pytest.raises(Invalid) as wrong:
        centre.monitoring.note_break(draft, centre.worker)
    assert [problem.field for problem in wrong.value.problems] == [field]


def test_a_break_of_notices_breaks_every_number_that_rests_on_them_and_no_other(centre: Centre) -> None:
    centre.monitoring.note_break(ALL_REPORTS, centre.worker)
    for code, indicator in INDICATORS.items():
        assert bool(centre.monitoring.series(code, LAST).breaks) == (indicator.about == NOTICES)


def test_a_break_of_one_number_breaks_it_alone(centre: Centre) -> None:
    centre.monitoring.note_break(replace(ALL_REPORTS, indicator="S-9"), centre.worker)
    assert [code for code in INDICATORS if centre.monitoring.series(code, LAST).breaks] == ["S-9"]


def test_what_holds_in_all_months_shown_or_in_none_breaks_nothing(centre: Centre) -> None:
    log, by = centre.monitoring, centre.worker
    first = LAST.later(-23)
    for since, until in (
        (first.later(-9), first.later(-1)),
        (first, None),
        (first.later(-2), LAST),
        (LAST.later(1), None),
    ):
        log.note_break(BreakDraft(since, "Kita tvarka", until), by)
    assert log.series("S-1", LAST).breaks == ()
    log.note_break(BreakDraft(first.later(-9), "Kita tvarka", first), by)
    assert log.series("S-1", LAST).places == (1,)


def test_growth_is_told_without_the_institution_whose_counting_changed(centre: Centre) -> None:
    """As in 2016, when a county's police sent two centres every report of the emergency line for some months."""
    log, by = centre.monitoring, centre.worker
    police, court = police_of(centre), next(one.id for one in centre.directory.agencies() if one.kind == "court")
    before = log.series("S-1", LAST, without=(police,))
    log.note_break(replace(ALL_REPORTS, agency_id=police), by)
    with centre.vault.change("Every report of the emergency line", by) as session:
        for number in range(300):
            at = log.world.here().replace(2025, 4 + number % 6, 1 + number % 28)
            session.add(
                Referral(id=log.world.new_id(), year=2025, number=5000 + number, received_at=at, due_at=at,
                         month=Month.of(at.date()).key, sender_id=police)
            )  # fmt: skip
    whole = log.series("S-1", LAST)
    assert whole.broken_by == (police,)
    assert [one.comparable for one in log.growth(whole) if one.of_years] == [False]
    without = log.series("S-1", LAST, without=whole.broken_by)
    assert without.breaks == ()
    assert without.points == before.points
    (years,) = [one for one in log.growth(without) if one.of_years]
    assert years.comparable
    with centre.vault.look() as session:
        asked = (
            "SELECT count(*) FROM referral WHERE duplicate_of_id IS NULL AND sender_id = ? AND month BETWEEN ? AND ?"
        )
        for part in (years.before, years.after):
            values = (court.bytes, part.first.key, part.last.key)
            assert session.connection().exec_driver_sql(asked, values).scalar() == part.value
    assert years.before.first > FIRST
