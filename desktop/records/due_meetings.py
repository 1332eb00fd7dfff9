"""What meetings leave to be done soon: papers that close, minutes still to be agreed, what our own centre promised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.records.centre_rules import CentreRules
from desktop.records.due import AHEAD, MEETING, MINUTES, PAPERS, PROMISE, Found, end_of
from desktop.records.meeting import Meeting, MeetingKind
from desktop.records.promise import Commitment

WORKING_DAYS = 3
"""So many working days after a meeting its minutes stand among today's things; they are never called late."""


def meetings_due(session: Session, now: datetime, rules: CentreRules) -> Iterator[Found]:
    """All of it that falls within the week."""
    yield from _coming(session, now)
    yield from _unagreed(session, now, rules)
    yield from _promised(session, now, rules)


def _coming(session: Session, now: datetime) -> Iterator[Found]:
    """Meetings whose papers close within the week, or that are about to be held."""
    planned = Meeting.called_off_on.is_(None), Meeting.held.is_(False), Meeting.cut_off <= now + AHEAD
    asked = select(Meeting, MeetingKind).join(MeetingKind, MeetingKind.id == Meeting.kind_id)
    for meeting, kind in session.execute(asked.where(*planned)):
        begins = datetime.combine(meeting.on_day, meeting.begins)
        if meeting.cut_off >= now:
            yield _found(PAPERS, meeting, meeting.cut_off, kind)
        elif begins <= now + AHEAD:
            yield _found(MEETING, meeting, max(begins, now), kind)


def _unagreed(session: Session, now: datetime, rules: CentreRules) -> Iterator[Found]:
    asked = select(Meeting, MeetingKind).join(MeetingKind, MeetingKind.id == Meeting.kind_id)
    held = Meeting.called_off_on.is_(None), Meeting.held, Meeting.agreed == ""
    for meeting, kind in session.execute(asked.where(*held)):
        at = end_of(rules.calendar.later(meeting.on_day, WORKING_DAYS), rules.calendar)
        yield _found(MINUTES, meeting, max(at, now), kind)


def _promised(session: Session, now: datetime, rules: CentreRules) -> Iterator[Found]:
    """What our own centre promised, due within the week or late."""
    still = Commitment.agency_id.is_(None), Commitment.done_on.is_(None), Commitment.impossible_on.is_(None)
    due = Commitment.due_on <= (now + AHEAD).date()
    for one in session.scalars(select(Commitment).where(*still, due)):
        at = end_of(one.due_on, rules.calendar)
        yield Found(PROMISE, one.id, at, None, "", None, "", what=one.what, since=one.made_on)


def _found(kind: str, meeting: Meeting, at: datetime, of_kind: MeetingKind) -> Found:
    return Found(
        kind, meeting.id, at, None, meeting.number, None, "", what=of_kind.known_as, since=meeting.on_day
    )  # fmt: skip
