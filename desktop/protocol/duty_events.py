"""Finds the occasions on which duties begin to run, by the indexes of the records they are watched on.

Reads only. Every reader is handed between what moments a clock begins (or, counted back, ends), or one notice; what
follows from an occasion is judged by `duty_cases`. Those of meetings stand here, those of notices in `duty_notices`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from desktop.protocol import duty_notices
from desktop.protocol.duty_cases import DAY_ENDS, Event
from desktop.protocol.duty_ground import Ground, Sought, known
from desktop.records.duty import DutyNote
from desktop.records.issued import MeetingPaper
from desktop.records.meeting import Meeting
from desktop.records.promise import Commitment
from desktop.records.protocol import Provision

_NO_KIND = UUID(int=0)
"""Stands for no kind of meeting: a duty about one kind does not concern what was promised at none."""


def occasions(ground: Ground, trigger: str, sought: Sought) -> Iterator[Event]:
    """The occasions of a trigger as the records tell them."""
    return _READERS[trigger](ground, sought) if trigger in _READERS else iter(())


def noted_by_hand(ground: Ground, origin_id: UUID) -> Iterator[Event]:
    """The cases of one provision that were noted by hand; the reason says what they are."""
    noted = select(DutyNote).join(Provision, Provision.id == DutyNote.provision_id)
    mine = noted.where(DutyNote.record_id.is_(None), Provision.origin_id == origin_id)
    for note in ground.session.scalars(mine.order_by(DutyNote.begins_at, DutyNote.id)):
        assert note.begins_at
        yield Event(
            "", note.id, note.begins_at, known(note.done_at), excuse=note.reason if note.is_impossible else "",
            chain=(note.agency_id,), what=note.reason,
        )  # fmt: skip


def _papers(ground: Ground, sought: Sought) -> Iterator[Event]:
    """Agenda or papers handed over before a meeting."""
    for meeting, begins in _held(ground, sought):
        yield _of_meeting(meeting, begins, _handed_over(ground, meeting.id, begins), moment=begins)


def _meetings(ground: Ground, sought: Sought) -> Iterator[Event]:
    """From one meeting to the next of its kind."""
    following: dict[UUID, datetime] = {}
    now = ground.clock.now
    everything = [row for row in _held(ground, Sought()) if row[1] <= now]
    for meeting, begins in reversed(everything):
        if sought.first <= begins <= sought.last:
            yield _of_meeting(meeting, begins, known(following.get(meeting.kind_id)))
        following[meeting.kind_id] = begins


def _minutes(ground: Ground, sought: Sought) -> Iterator[Event]:
    """From a meeting to agreed minutes."""
    for meeting, begins in _held(ground, sought):
        if begins <= ground.clock.now:
            ended = datetime.combine(meeting.on_day, meeting.ends or meeting.begins)
            yield _of_meeting(meeting, ended, known(meeting.agreed_on))


def _commitments(ground: Ground, sought: Sought) -> Iterator[Event]:
    """From the day promised to the deed."""
    asked = select(Commitment, Meeting.kind_id, Meeting.number)
    asked = asked.outerjoin(Meeting, Meeting.id == Commitment.meeting_id).where(sought.among(Commitment.due_on))
    for one, kind_id, number in ground.session.execute(asked):
        yield Event(
            "commitment", one.id, datetime.combine(one.due_on, DAY_ENDS), known(one.done_on),
            excuse=one.reason if one.impossible_on else "", chain=ground.whose(one.agency_id), label=number or "",
            what=one.what, kind_id=kind_id or _NO_KIND,
        )  # fmt: skip


_READERS: Mapping[str, Callable[[Ground, Sought], Iterator[Event]]] = {
    "incident": duty_notices.incidents,
    "order": duty_notices.orders,
    "contact": duty_notices.contacts,
    "order_end": duty_notices.order_ends,
    "plan": duty_notices.plans,
    "papers": _papers,
    "meeting": _meetings,
    "minutes": _minutes,
    "commitment": _commitments,
}


def _held(ground: Ground, sought: Sought) -> Iterator[tuple[Meeting, datetime]]:
    """Meetings that were not called off, in their order, with the moment at which each begins."""
    asked = select(Meeting).where(Meeting.called_off_on.is_(None), sought.among(Meeting.on_day))
    for meeting in ground.session.scalars(asked.order_by(Meeting.on_day, Meeting.begins, Meeting.id)):
        yield meeting, datetime.combine(meeting.on_day, meeting.begins)


def _handed_over(ground: Ground, meeting_id: UUID, begins: datetime) -> tuple[datetime, ...]:
    """When the last of those who got agenda or papers before the meeting got the first; or the first after it."""
    mine = MeetingPaper.meeting_id == meeting_id, MeetingPaper.kind.in_(("agenda", "pack"))
    first = select(func.min(MeetingPaper.sent_at)).where(*mine, MeetingPaper.sent_at.is_not(None))
    sent = [ground.clock.desk(at) for at in ground.session.scalars(first.group_by(MeetingPaper.receiver_id)) if at]
    before = [at for at in sent if at <= begins]
    return known(max(before, default=min(sent, default=None)))


def _of_meeting(one: Meeting, begins: datetime, done: tuple[datetime, ...], moment: datetime | None = None) -> Event:
    return Event("meeting", one.id, begins, done, moment, label=one.number, kind_id=one.kind_id)
