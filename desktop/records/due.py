"""What cannot wait, in one order: calls, orders that end, ways and consents to confirm, measures of plans, duties.

Pure: handed what one read of the vault found, a desk time and the centre's calendar; loses nothing of it and asks
nobody. Words and colours are the window's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from types import MappingProxyType
from uuid import UUID

from desktop.records.contact_log import DueCall
from desktop.records.contact_way import Way
from desktop.records.workdays import WorkCalendar

CALL, ORDER, TALK, CONFIRM, CONSENT, PLAN, PAPERS, MEETING, MINUTES, PROMISE, DUTY, REVIEW = KINDS = (
    "call", "order", "talk", "confirm", "consent", "plan", "papers", "meeting", "minutes", "promise", "duty", "review",
)  # fmt: skip
"""Kinds of what is due, in the order in which they stand at the same hour."""
OF_MEETINGS = (PAPERS, MEETING, MINUTES, PROMISE, DUTY, REVIEW)
"""Those that are about no person: papers that close, a meeting, minutes to be agreed, what our centre promised, and
what it has to do under the protocol, a protocol to be looked at again."""
AHEAD = timedelta(days=7)
"""How far ahead Today looks; calls are listed however far they lie ahead."""
NOW, WEEK, LATER = SECTIONS = ("now", "week", "later")
_TWO_SIGNS = ("dž", "lj", "nj")
"""Serbian letters that are written with two signs in Latin script."""


@dataclass(frozen=True)
class Found:
    """An order, a way, a consent or a measure of a plan that is due, as the vault has it."""

    kind: str
    record_id: UUID
    """The order, the person, the consent, the measure, the meeting, the commitment."""
    at: datetime
    referral_id: UUID | None
    """The notice from which it is dealt with; None where her notices are gone."""
    label: str
    person_id: UUID | None
    person_name: str
    worker_id: UUID | None = None
    what: str = ""
    """The kind of an order or a meeting, the purpose of a consent, a measure or a commitment in words."""
    since: date | None = None
    """When an order was granted, a way was confirmed, a consent was given, a meeting is held."""


@dataclass(frozen=True)
class Due:
    """One thing to do."""

    kind: str
    """One of `KINDS`."""
    record_id: UUID
    at: datetime
    """By when, as desk time."""
    section: str
    """One of `SECTIONS`: late or due today, within a week, or later."""
    days_late: int
    """Working days of the centre that began since; 0 on the rest of its own day, and before."""
    is_late: bool
    referral_id: UUID | None
    label: str
    person_id: UUID | None
    person_name: str
    worker_id: UUID | None
    what: str = ""
    since: date | None = None
    call: DueCall | None = None
    """With a call: the attempts so far."""
    way: Way | None = None
    """What the rule of contact says; None where nobody is known to be meant."""

    @property
    def key(self) -> tuple[str, UUID]:
        """By which a list knows it again."""
        return self.kind, self.record_id


@dataclass(frozen=True)
class DueList:
    """Everything that is due, and what Today counts of it."""

    now: datetime
    items: tuple[Due, ...] = ()
    """Late and today's first, then what comes; each by its hour."""
    in_time: int = 0
    """Notices of this month whose person was first reached in time."""
    asked: int = 0
    """Notices of this month of which that can be said: she was reached, or the time is over."""

    @cached_property
    def overdue(self) -> int:
        """How many are late."""
        return sum(item.is_late for item in self.items)

    @cached_property
    def today(self) -> int:
        """How many more are due today."""
        return sum(item.section == NOW and not item.is_late for item in self.items)

    @cached_property
    def not_reached(self) -> int:
        """How many persons wait for the first contact."""
        return sum(item.kind == CALL for item in self.items)

    @cached_property
    def ending(self) -> int:
        """How many orders and urgent measures end within the week."""
        return sum(item.kind == ORDER for item in self.items)

    @cached_property
    def this_week(self) -> int:
        """How many come within the week."""
        return sum(item.section == WEEK for item in self.items)

    def of(self, worker_id: UUID) -> DueList:
        """Only what this worker looks after, and what nobody does."""
        return replace(self, items=tuple(item for item in self.items if item.worker_id in (None, worker_id)))


def due_list(
    calls: Sequence[DueCall],
    found: Iterable[Found],
    now: datetime,
    calendar: WorkCalendar,
    ways: Mapping[UUID, Way] = MappingProxyType({}),
) -> DueList:
    """Put everything in its order; `ways` are those to the persons of what was found."""
    items = [*(_of_call(call) for call in calls), *found]
    made = [_due(item, now, calendar) for item in items]
    by_referral = {call.referral_id: call for call in calls}
    told = (
        replace(due, call=by_referral.get(due.record_id), way=by_referral.get(due.record_id))
        if due.kind == CALL
        else replace(due, way=ways.get(due.person_id) if due.person_id else None)
        for due in made
    )
    return DueList(now, tuple(sorted(told, key=_order)))


def _of_call(call: DueCall) -> Found:
    return Found(
        CALL,
        call.referral_id,
        call.due_at,
        call.referral_id,
        call.label,
        call.person_id,
        call.person_name,
        call.worker_id,
    )


def _due(item: Found, now: datetime, calendar: WorkCalendar) -> Due:
    is_late = item.at < now
    is_now = is_late or item.at.date() <= now.date()
    section = NOW if is_now else WEEK if item.at <= now + AHEAD else LATER
    return Due(
        item.kind, item.record_id, item.at, section, calendar.days_late(item.at, now), is_late, item.referral_id,
        item.label, item.person_id, item.person_name, item.worker_id, item.what, item.since,
    )  # fmt: skip


def _order(item: Due) -> tuple[int, datetime, int, str, bytes]:
    return SECTIONS.index(item.section), item.at, KINDS.index(item.kind), item.label, item.record_id.bytes


def end_of(day: date, calendar: WorkCalendar) -> datetime:
    """The desk time until which something that is due on a day may be done."""
    return datetime.combine(day, calendar.day_ends)


def first_of_month(now: datetime) -> datetime:
    """When the month of that desk time began."""
    return datetime.combine(now.date().replace(day=1), time())


def brief_name(name: str) -> str:
    """A name as it may stand on a screen that others can see: the first name, and the first letter of the last."""
    parts = name.split()
    if len(parts) < 2:
        return name.strip()
    last = parts[-1]
    letters = 2 if last[:2].casefold() in _TWO_SIGNS else 1
    return f"{parts[0]} {last[:letters]}."
