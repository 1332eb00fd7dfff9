"""The diary: kinds of meeting, meetings planned from their kind, moved, called off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from desktop.centre import Centre
from desktop.meetings.kinds import KindDraft, usual_kinds
from desktop.meetings.meeting_draft import MeetingDraft
from desktop.problems import Invalid, Problem
from tests.conftest import Still
from tests.meetings.conftest import Table


def test_a_centre_begins_with_the_usual_kinds_of_its_country(centre: Centre) -> None:
    assert [kind.code for kind in centre.diary.kinds()] == [draft.code for draft in usual_kinds("LT")]
    assert centre.diary.bring_usual(centre.worker) == ()


@pytest.mark.parametrize("country", ["LT", "RS", "XX"])
def test_every_usual_kind_is_right_and_begins_with_what_went_well(country: str) -> None:
    for draft in usual_kinds(country):
        assert draft.check() == ()
        assert draft.parts[0] == "achievements"


def test_a_serbian_group_meets_within_fifteen_days_and_closes_its_table_the_day_before_at_ten() -> None:
    group = usual_kinds("RS")[0]
    assert (group.days, group.cut_off_days, group.cut_off_at, group.cases) == (15, 1, time(10), "law")


def test_a_meeting_is_planned_from_its_kind(table: Table) -> None:
    meeting = table.centre.diary.plan(MeetingDraft(kind_id=table.kind.id), table.centre.worker)
    assert (meeting.number, meeting.on_day, meeting.begins) == ("PM-2026-11", date(2026, 11, 26), time(10))
    assert meeting.cut_off == datetime(2026, 11, 24, 16)
    assert [item.part for item in table.centre.agendas.items(meeting.id)] == list(table.kind.parts)
    asked = [row.attendance.name for row in table.centre.attendances.of(meeting.id)]
    assert asked == ["", "Andrius Kalvaitis", "Dovilė R.", ""]


def test_two_meetings_on_one_day_are_told_and_numbered_apart(table: Table) -> None:
    first, second = table.plan(), table.plan()
    assert (first.number, second.number) == ("PM-2026-11", "PM-2026-11-2")
    assert [row.shares_day for row in table.centre.diary.rows()] == [True, True]
    table.centre.diary.call_off(second.id, "du kartus", table.centre.worker)
    assert [row.shares_day for row in table.centre.diary.rows()] == [False, False]


def test_planning_is_one_change_and_is_undone_at_once(table: Table) -> None:
    before = table.centre.vault.head().count
    table.plan()
    assert table.centre.vault.head().count == before + 1
    table.centre.history.undo(table.centre.history.entries()[0].number, table.centre.worker)
    assert table.centre.diary.rows() == []


def test_papers_close_before_the_meeting_begins(table: Table) -> None:
    with pytest.raises(Invalid):
        table.plan(cut_off=datetime(2026, 11, 27, 10))


def test_a_meeting_called_off_is_changed_no_more(table: Table) -> None:
    meeting = table.plan()
    table.centre.diary.call_off(meeting.id, "liga", table.centre.worker)
    with pytest.raises(Problem, match="called off"):
        table.centre.minuting.end(meeting.id, table.centre.worker)
    with pytest.raises(Problem):
        table.centre.diary.call_off(meeting.id, " ", table.centre.worker)


def test_an_institution_that_was_closed_is_not_asked_any_more(table: Table) -> None:
    table.centre.directory.close(table.health.id, date(2026, 11, 2), table.centre.worker)
    meeting = table.plan()
    assert table.health.id not in {row.attendance.agency_id for row in table.centre.attendances.of(meeting.id)}


def test_the_next_meeting_is_proposed_after_the_last_with_its_chair(table: Table, still: Still) -> None:
    table.plan(chair="Dalia Ž.", place="mažoji salė")
    proposed = table.centre.diary.proposed(table.kind.id)
    assert (proposed.on_day, proposed.chair, proposed.place) == (date(2026, 12, 23), "Dalia Ž.", "mažoji salė")
    still.wait(days=100)
    assert table.centre.diary.proposed(table.kind.id).on_day == date(2027, 2, 25)


@pytest.mark.parametrize(
    "wrong", [{"code": "", "name": ""}, {"week": 6}, {"parts": ("law", "law")}, {"parts": ("cases",)}, {"days": 0}]
)
def test_a_kind_that_cannot_be_is_refused(centre: Centre, wrong: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        centre.diary.lay_down(replace(KindDraft("county"), **wrong), centre.worker)  # type: ignore[arg-type]


def test_a_kind_retired_is_not_offered_and_comes_back(centre: Centre) -> None:
    kind = centre.diary.kinds()[0]
    centre.diary.retire(kind.id, centre.worker)
    assert kind.id not in {each.id for each in centre.diary.kinds()}
    assert kind.id in {each.id for each in centre.diary.kinds(retired=True)}
    centre.diary.retire(kind.id, centre.worker, again=True)
    assert centre.diary.kinds()[0].id == kind.id
