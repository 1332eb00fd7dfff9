"""Counting the numbers over time from the records: one query for each number, however many months are asked for.

What is counted is as in the monthly summaries: a notice that came twice is one, and belongs to the month that figures
count it in. Must never know how a line is drawn.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, String, and_, case, cast, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop.cooperation.indicators import COUNT, INDICATORS, NOTICES
from desktop.cooperation.line import Point, Tally
from desktop.periods import Month
from desktop.reconciliation.frozen import from_text
from desktop.records.agency import Agency
from desktop.records.meeting import PRESENCE, Attendance, Meeting
from desktop.records.promise import Commitment, RaisedProblem
from desktop.records.reconciliation import Reconciliation
from desktop.records.referral import Referral
from desktop.records.repeats import months_before
from desktop.records.training import Training, TrainingPart

REPEAT_MONTHS = 12
"""Within how many months a notice about the same person repeats another, whatever the centre has set for its log."""
Tallies = dict[str, Tally]
"""By month, as `2026-10`."""
AgencyColumn = InstrumentedAttribute[UUID | None] | InstrumentedAttribute[UUID]
MomentColumn = InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None]
DayColumn = InstrumentedAttribute[date] | InstrumentedAttribute[date | None]


@dataclass(frozen=True)
class Asked:
    """Of which months, and without whom."""

    first: Month
    last: Month
    left_out: frozenset[UUID] = frozenset()
    """Institutions, their units among them, whose records are not counted."""

    def without(
        self, *columns: InstrumentedAttribute[UUID | None] | InstrumentedAttribute[UUID]
    ) -> ColumnElement[bool]:
        """That none of these columns names one that is left out."""
        return and_(True, *(or_(column.is_(None), column.not_in(self.left_out)) for column in columns))

    def notices(self) -> tuple[ColumnElement[bool], ...]:
        """That a notice is counted in these months."""
        return (
            Referral.month >= self.first.key, Referral.month <= self.last.key, Referral.duplicate_of_id.is_(None),
            self.without(Referral.sender_id, Referral.unit_id),
        )  # fmt: skip

    def days(self, column: DayColumn) -> ColumnElement[bool]:
        """That a day lies in these months."""
        return column.between(self.first.first, self.last.last)


def points(session: Session, code: str, asked: Asked, today: date) -> tuple[Point, ...]:
    """The number of each month; a month that is not over, or before there was anything to count, is a gap."""
    indicator = INDICATORS[code]
    begins = _begins(session, code)
    ends = Month.of(today).later(-1)
    found = COUNTED[code](session, asked) if begins and begins <= ends else {}
    made, month = [], asked.first
    while month <= asked.last:
        known = begins is not None and begins <= month <= ends
        tally = found.get(month.key, Tally()) if known else Tally()
        made.append(Point(month, tally.value(indicator.shape) if known else None, tally))
        month = month.later(1)
    return tuple(made)


def _begins(session: Session, code: str) -> Month | None:
    """The first month of which there is data: that of the first entry of the register; None where there is none."""
    if INDICATORS[code].about == NOTICES:
        first = session.scalar(select(func.min(Referral.month)))
        begun = Month.parse(first) if first else None
        return begun.later(REPEAT_MONTHS) if begun and code == "S-7" else begun
    if INDICATORS[code].shape == COUNT:
        day = session.scalar(select(func.min(Training.on_day)))
        return Month.of(day) if day else None
    return Month(1900, 1)


def units_of(session: Session, agencies: Iterable[UUID]) -> frozenset[UUID]:
    """These institutions and every unit of theirs."""
    found, edge = set(agencies), set(agencies)
    while edge:
        edge = set(session.scalars(select(Agency.id).where(Agency.parent_id.in_(edge)))) - found
        found |= edge
    return frozenset(found)


def _month_of(column: DayColumn) -> ColumnElement[str]:
    return func.substr(cast(column, String), 1, 7)


def _received(session: Session, asked: Asked) -> Tallies:
    rows = session.execute(select(Referral.month, func.count()).where(*asked.notices()).group_by(Referral.month))
    return {month: Tally(number, number) for month, number in rows}


def _arrived(session: Session, asked: Asked) -> Tallies:
    """What was agreed with every sender notice by notice; a unit that is left out is taken from its sender's sums."""
    rows = session.execute(
        select(Reconciliation.month, Reconciliation.frozen).where(
            Reconciliation.month >= asked.first.key, Reconciliation.until <= asked.last.key,
            Reconciliation.month == Reconciliation.until, Reconciliation.counted == "", Reconciliation.frozen != "",
            asked.without(Reconciliation.partner_id),
        )
    )  # fmt: skip
    made: Tallies = defaultdict(Tally)
    for month, frozen in rows:
        statement = from_text(frozen, {}, {}).statement
        agreed, entered = statement.sums.agreed, statement.sums.entered
        for line in statement.lines:
            if line.unit and UUID(line.unit) in asked.left_out:
                agreed -= line.agreed
                entered -= sum(each.number for each in statement.of(line.unit) if each.reason == "entered")
        made[month] += Tally(agreed - entered, agreed)
    return made


def _accepted(session: Session, asked: Asked) -> Tallies:
    accepted = func.sum(case((Referral.outcome == "accepted", 1), else_=0))
    rows = session.execute(
        select(Referral.month, accepted, func.count())
        .where(*asked.notices(), Referral.outcome != "pending")
        .group_by(Referral.month)
    )
    return {month: Tally(top, base) for month, top, base in rows}


def _hours_to_notice(session: Session, asked: Asked) -> Tallies:
    return _hours_since_incident(session, asked, Referral.received_at)


def _hours_to_contact(session: Session, asked: Asked) -> Tallies:
    return _hours_since_incident(session, asked, Referral.first_contact_at)


def _hours_since_incident(session: Session, asked: Asked, until: MomentColumn) -> Tallies:
    """What is told to have happened after it was told of is a slip, and left out."""
    rows = session.execute(
        select(Referral.month, Referral.incident_on, Referral.incident_time, until)
        .where(*asked.notices(), Referral.incident_on.is_not(None))
    )  # fmt: skip
    return _medians(
        (month, _hours(incident(day, clock), at))
        for month, day, clock, at in rows
        if day and at and datetime.combine(day, clock or time()) <= at
    )


def _hours_of_contact(session: Session, asked: Asked) -> Tallies:
    rows = session.execute(
        select(Referral.month, Referral.received_at, Referral.first_contact_at).where(*asked.notices())
    )
    return _medians((month, _hours(since, at)) for month, since, at in rows if at)


def incident(day: date, at: time | None) -> datetime:
    """From when the hours count: the moment if it is known, otherwise the end of the day."""
    return datetime.combine(day, at) if at is not None else datetime.combine(day, time()) + timedelta(days=1)


def _hours(since: datetime, until: datetime) -> float:
    return max(0.0, (until - since).total_seconds() / 3600)


def _medians(values: Iterable[tuple[str, float]]) -> Tallies:
    found: dict[str, list[float]] = defaultdict(list)
    for month, value in values:
        found[month].append(value)
    return {month: Tally(len(those), len(those), 0, tuple(sorted(those))) for month, those in found.items()}


def _repeated(session: Session, asked: Asked) -> Tallies:
    """Each notice beside the one before it about the same person."""
    rows = session.execute(
        select(Referral.month, Referral.person_id, Referral.received_at)
        .where(
            Referral.month >= asked.first.later(-REPEAT_MONTHS - 1).key, Referral.person_id.is_not(None),
            Referral.duplicate_of_id.is_(None), asked.without(Referral.sender_id, Referral.unit_id),
        )
        .order_by(Referral.person_id, Referral.received_at, Referral.id)
    )  # fmt: skip
    tops, bases, last, before = Counter[str](), Counter[str](), None, None
    for month, person, at in rows:
        bases[month] += 1
        if person == last and before is not None and months_before(at, REPEAT_MONTHS) <= before:
            tops[month] += 1
        last, before = person, at
    return {month: Tally(tops[month], base) for month, base in bases.items()}


def _days_to_solve(session: Session, asked: Asked) -> Tallies:
    rows = session.execute(
        select(RaisedProblem.since, RaisedProblem.solved_on)
        .where(asked.days(RaisedProblem.solved_on), asked.without(RaisedProblem.agency_id))
    )  # fmt: skip
    return _medians((Month.of(solved).key, float((solved - since).days)) for since, solved in rows if solved)


def _kept_in_time(session: Session, asked: Asked) -> Tallies:
    in_time = func.sum(case((Commitment.done_on <= Commitment.due_on, 1), else_=0))
    impossible = func.sum(case((Commitment.impossible_on.is_not(None), 1), else_=0))
    month = _month_of(Commitment.due_on)
    rows = session.execute(
        select(month, in_time, func.count(), impossible)
        .where(asked.days(Commitment.due_on), asked.without(Commitment.agency_id))
        .group_by(month)
    )
    return {key: Tally(top, count - apart, apart) for key, top, count, apart in rows}


def _present(session: Session, asked: Asked) -> Tallies:
    """An institution is asked once to a meeting however many of its people are."""
    came = func.max(case((Attendance.presence.in_(("present", "deputy")), 1), else_=0))
    asked_to = (
        select(Meeting.on_day.label("day"), came.label("came"))
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .where(
            asked.days(Meeting.on_day), Meeting.held, Meeting.called_off_on.is_(None),
            Attendance.agency_id.is_not(None), Attendance.presence.in_(tuple(filter(None, PRESENCE))),
            asked.without(Attendance.agency_id),
        )
        .group_by(Meeting.id, Attendance.agency_id)
        .subquery()
    )  # fmt: skip
    month = func.substr(cast(asked_to.c.day, String), 1, 7)
    rows = session.execute(select(month, func.sum(asked_to.c.came), func.count()).group_by(month))
    return {key: Tally(top, base) for key, top, base in rows}


def _held(*, publicity: bool) -> Callable[[Session, Asked], Tallies]:
    kinds = Training.kind == "publicity" if publicity else Training.kind != "publicity"

    def counted(session: Session, asked: Asked) -> Tallies:
        month = _month_of(Training.on_day)
        rows = session.execute(
            select(month, func.count())
            .where(asked.days(Training.on_day), kinds, asked.without(Training.organiser_id))
            .group_by(month)
        )
        return {key: Tally(number, number) for key, number in rows}

    return counted


def _lecturers(*, ours: bool) -> Callable[[Session, Asked], Tallies]:
    """Those sent across: from the centre to others (`ours`), or from others to the centre."""
    away = (
        and_(TrainingPart.agency_id.is_(None), Training.organiser_id.is_not(None)) if ours
        else and_(TrainingPart.agency_id.is_not(None), Training.organiser_id.is_(None))
    )  # fmt: skip

    def counted(session: Session, asked: Asked) -> Tallies:
        month = _month_of(Training.on_day)
        rows = session.execute(
            select(month, func.sum(TrainingPart.persons))
            .join(Training, Training.id == TrainingPart.training_id)
            .where(
                asked.days(Training.on_day), away, TrainingPart.role == "lecturer",
                asked.without(Training.organiser_id, TrainingPart.agency_id),
            )
            .group_by(month)
        )  # fmt: skip
        return {key: Tally(number, number) for key, number in rows}

    return counted


COUNTED: dict[str, Callable[[Session, Asked], Tallies]] = {
    "S-1": _received,
    "S-2": _arrived,
    "S-3": _hours_to_notice,
    "S-4": _hours_to_contact,
    "S-5": _hours_of_contact,
    "S-6": _accepted,
    "S-7": _repeated,
    "S-8": _days_to_solve,
    "S-9": _kept_in_time,
    "S-10": _present,
    "S-11": _held(publicity=False),
    "S-12": _lecturers(ours=True),
    "S-13": _lecturers(ours=False),
    "S-14": _held(publicity=True),
}
"""How each number is counted."""
