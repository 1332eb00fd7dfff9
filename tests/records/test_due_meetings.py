"""What meetings leave to be done stands among the things of today: papers, minutes, what our own centre promised."""

from __future__ import annotations

from datetime import date, time

import pytest

from desktop.centre import Centre
from desktop.meetings.commitments import CommitmentDraft
from desktop.meetings.meeting_draft import MeetingDraft
from desktop.records.due import MEETING, MINUTES, NOW, PAPERS, PROMISE, WEEK
from desktop.records.meeting import Meeting
from tests.builders import an_agency
from tests.conftest import Still


@pytest.fixture
def meeting(centre: Centre) -> Meeting:
    """A county meeting on Thursday, 26 November, whose papers close two working days before."""
    kind = next(each for each in centre.diary.kinds() if each.code == "county")
    return centre.diary.plan(MeetingDraft(kind.id, date(2026, 11, 26), time(10, 0)), centre.worker)


def kinds(centre: Centre) -> list[tuple[str, str]]:
    return [(item.kind, item.section) for item in centre.due.read().items]


def test_papers_that_close_are_told_a_week_before_and_then_the_meeting_itself(
    centre: Centre, meeting: Meeting, still: Still
) -> None:
    assert kinds(centre) == []
    still.wait(days=18)
    assert kinds(centre) == [(PAPERS, WEEK)]
    assert centre.due.read().items[0].at == meeting.cut_off
    still.wait(days=5)
    assert kinds(centre) == [(MEETING, WEEK)]
    still.wait(days=1)
    assert kinds(centre) == [(MEETING, NOW)]
    assert centre.due.read().overdue == 0


def test_minutes_wait_until_they_are_agreed_and_are_never_called_late(
    centre: Centre, meeting: Meeting, still: Still
) -> None:
    still.wait(days=24)
    centre.attendances.all_came(meeting.id, centre.worker)
    centre.minuting.end(meeting.id, centre.worker)
    assert kinds(centre) == [(MINUTES, WEEK)]
    still.wait(days=30)
    assert (MINUTES, NOW) in kinds(centre)
    assert centre.due.read().overdue == 0
    centre.minuting.agree(meeting.id, centre.worker)
    assert MINUTES not in [kind for kind, _section in kinds(centre)]


def test_a_meeting_called_off_asks_for_nothing(centre: Centre, meeting: Meeting, still: Still) -> None:
    centre.diary.call_off(meeting.id, "liga", centre.worker)
    still.wait(days=22)
    assert kinds(centre) == []


def test_only_our_own_commitments_stand_there_and_leave_when_they_are_kept(centre: Centre, still: Still) -> None:
    by = centre.worker
    police = centre.directory.enter(an_agency(), by)
    ours = centre.commitments.promise(CommitmentDraft("Sąrašas", None, date(2026, 11, 6)), by)
    centre.commitments.promise(CommitmentDraft("Budėtojas", police.id, date(2026, 11, 6)), by)
    (item,) = centre.due.read().items
    assert (item.kind, item.what, item.section) == (PROMISE, "Sąrašas", WEEK)
    still.wait(days=7)
    (late,) = centre.due.read().items
    assert (late.is_late, late.days_late) == (True, 1)
    centre.commitments.done(ours.id, by)
    assert centre.due.read().items == ()
