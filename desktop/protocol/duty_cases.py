"""By when a duty of the protocol is due on one occasion, and whether it was kept. Pure.

What each trigger means. The clock begins, and what ends it:
  incident     the incident (where only its day is known: the end of that day, so that nobody is accused wrongly):
               the notice reaches the centre. Whoever sent it, or an institution above, is bound.
  order        the order or measure is granted: the notice of it reaches the centre; one that came before is not it.
               Whoever sent it, or an institution above, is bound.
  contact      the notice reaches the centre: the centre first reaches her. Our centre is bound. Where she was tried in
               time but could not be reached, it was not possible; notices passed on or declined ask for no contact.
  order_end    (counted back from the end of the order) our centre speaks with her: in the last week before it is due,
               by an attempt that reached her or by help given. Orders that were lifted ask for nothing, nor do
               notices whose person the centre does not help.
  plan         the day set in the plan passes: the measure is done. Whoever carries it out is bound.
  papers       (counted back from the meeting) everybody who got agenda or papers before it had them.
  meeting      one meeting: the next of its kind. The holders are bound together.
  minutes      the meeting: its minutes are agreed. Our centre is bound, or else the first institution held to it.
  commitment   the day promised passes: it is done. The institution that promised is bound.
  by_hand      and what was noted by hand under any other: as noted.

A limit in hours is counted to the minute, in hours that pass, whatever the clock on the wall is turned to meanwhile;
0 hours is "at once": within one hour, since nobody keeps a stop watch.
Days and working days end with their day at midnight; 0 days is the same day, 0 working days the same or the next one on
which the centre works. Only the first contact ends with the centre's own hours, as the deadline on the notice does.
Counted back, 0 is before the moment itself; so it is wherever the time left was shorter than the limit. Of a meeting it
is not known when it was set: its limit is always counted in full.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

from desktop.protocol.duty_hours import HOUR, hours_late, hours_on, is_over
from desktop.records.protocol import BEFOREHAND
from desktop.records.workdays import WorkCalendar

AT_ONCE = HOUR
DAY_ENDS = time(23, 59, 59)
TALK_DAYS = timedelta(days=7)
"""How long before it is due a conversation is about the end of an order."""


class Event(NamedTuple):
    """One occasion on which a duty begins to run."""

    record: str
    """A code of `RECORDS`; empty for one noted by hand."""
    record_id: UUID | None
    begins: datetime
    done: tuple[datetime, ...] = ()
    """When it was done, the earliest first; what is known by day alone stands at the day's beginning."""
    moment: datetime | None = None
    """What the limit counts back from."""
    excuse: str = ""
    """Why it was not possible, as the records tell it: a msgid."""
    tried: datetime | None = None
    """When it was first tried: an excuse holds only if that was in time; None: it holds anyway."""
    chain: tuple[UUID | None, ...] = ()
    """Who did it, from the nearest to the highest; None is our own centre."""
    label: str = ""
    what: str = ""
    notice_id: UUID | None = None
    """The notice it belongs to."""
    kind_id: UUID | None = None
    """The kind of the meeting it belongs to."""


class Noted(NamedTuple):
    """What somebody noted about one case."""

    id: UUID
    done_at: datetime | None
    is_impossible: bool
    reason: str


class DutyCase(NamedTuple):
    """One case of one duty: whose, on which record, by when, and how it stands."""

    provision_id: UUID
    """Of the version that was in force when its clock began."""
    origin_id: UUID
    number: str
    trigger: str
    unit: str
    agency_id: UUID | None
    """Whose duty; None: our own centre's, or that of all together."""
    together: bool
    """Whether the holders are bound together."""
    event: Event
    due: datetime
    done: datetime | None
    state: str
    """A code of `DUTY_STATES`."""
    delay: int = 0
    """By how much it is late, in whole units of its limit; 0 also for less than one. What was never done grows later
    until now, or until the moment that it should have come before."""
    note: Noted | None = None

    @property
    def reason(self) -> str:
        """Why it was not possible, or by what it is known."""
        return self.note.reason if self.note and self.note.reason else self.event.excuse

    @property
    def to_do(self) -> bool:
        """Whether it still has to be done."""
        return self.done is None and self.state in {"running", "late"}


@dataclass(frozen=True)
class Limit:
    """A time limit and the calendar it is counted by."""

    number: int
    unit: str
    """hours, days or workdays."""
    trigger: str
    calendar: WorkCalendar
    zone: tzinfo | None = None
    """The centre's time zone, in which hours pass; None: the clock on the wall is never turned."""

    @property
    def is_back(self) -> bool:
        """Whether it counts back from a moment."""
        return self.trigger in BEFOREHAND

    def due(self, event: Event) -> datetime:
        """The last second on which it is still kept."""
        if event.moment is None:
            return self._after(event.begins)
        if self.number == 0:
            return event.moment
        due = min(self._before(event.moment), event.moment)
        return due if event.begins < due or event.begins == event.moment else event.moment

    def anchors(self, first: date, last: date) -> tuple[datetime, datetime]:
        """Between what moments the clock of anything begins (or ends, counted back) that is due on these days.

        Somewhat wider than need be, never narrower.
        """
        start, end = datetime.combine(first, time()), datetime.combine(last, DAY_ENDS)
        if self.unit == "workdays":
            low = datetime.combine(self.calendar.earlier(first, self.number + 1), time())
            high = datetime.combine(self.calendar.later(last, self.number + 1), DAY_ENDS)
        else:
            wide = timedelta(**{self.unit: self.number}) + timedelta(days=1)
            low, high = start - wide, end + wide
        return (start, high) if self.is_back else (low, end)

    def delay(self, due: datetime, until: datetime) -> int:
        """How many whole units lie between."""
        if self.unit == "hours":
            return hours_late(due, until, self.zone)
        if self.unit == "days":
            return (until.date() - due.date()).days
        return self.calendar.days_late(due, until)

    def is_over(self, due: datetime, at: datetime) -> bool:
        """Whether it was over at that time."""
        return is_over(due, at, self.zone) if self.unit == "hours" else at > due

    def _after(self, begins: datetime) -> datetime:
        if self.unit == "hours":
            return hours_on(begins, self.number * HOUR or AT_ONCE, self.zone)
        if self.unit == "days":
            return datetime.combine(begins.date() + timedelta(days=self.number), DAY_ENDS)
        if self.trigger == "contact" and self.number:
            return self.calendar.deadline(begins, self.number)
        return datetime.combine(self.calendar.later(begins.date(), self.number), DAY_ENDS)

    def _before(self, moment: datetime) -> datetime:
        if self.unit == "hours":
            return hours_on(moment, -self.number * HOUR, self.zone)
        if self.unit == "days":
            return datetime.combine(moment.date() - timedelta(days=self.number), DAY_ENDS)
        return datetime.combine(self.calendar.earlier(moment.date(), self.number), DAY_ENDS)


@dataclass(frozen=True)
class Duty:
    """A watched provision of one version, for the time in which that version was in force."""

    provision_id: UUID
    origin_id: UUID
    number: str
    title: str
    trigger: str
    limit: Limit
    holders: tuple[UUID | None, ...]
    """In house order, our own centre first."""
    holds_all: bool
    parties: Mapping[UUID | None, date | None]
    """Parties of the version, each with the day on which it withdrew."""
    since: date
    until: date | None
    """The first day on which another version, or none, was in force."""
    kind_id: UUID | None = None
    version: int = 1

    def holds_on(self, day: date) -> bool:
        """Whether its version was in force."""
        return self.since <= day and (self.until is None or day < self.until)

    def holds_between(self, first: date, last: date) -> bool:
        """Whether its version was in force on any of these days."""
        return self.since <= last and (self.until is None or first < self.until)

    def bound(self, event: Event) -> tuple[UUID | None, bool] | None:
        """Whose duty it is on this occasion, and whether that of all holders together; None: nobody's."""
        day = event.begins.date()
        if not event.record:
            return event.chain[0], False
        if self.trigger == "meeting":
            return None, True
        if self.trigger in {"papers", "minutes"}:
            mine = [each for each in self.holders if self._holds(each, day)]
            return (None if None in mine or not mine else mine[0], False) if mine or self.holds_all else None
        return self.whose(event.chain, day)

    def whose(self, chain: tuple[UUID | None, ...], day: date) -> tuple[UUID | None, bool] | None:
        """The nearest of these institutions that it binds; the highest where it binds all and no party is named."""
        for each in chain:
            if self._holds(each, day):
                return each, False
        return (chain[-1], False) if self.holds_all and not self.parties and chain else None

    def _holds(self, agency_id: UUID | None, day: date) -> bool:
        left = self.parties.get(agency_id)
        if left is not None and left <= day:
            return False
        return agency_id in (self.parties if self.holds_all else self.holders)


NOTHING: Mapping[tuple[UUID, UUID | None], Noted] = MappingProxyType({})
"""No notes."""


def judged(
    duty: Duty, event: Event, now: datetime, notes: Mapping[tuple[UUID, UUID | None], Noted] = NOTHING
) -> DutyCase | None:
    """The case of a duty on one occasion; None where the duty did not hold or binds nobody there.

    `notes` are found by the provision's origin and the record.
    """
    if not duty.holds_on(event.begins.date()) or (duty.kind_id and event.kind_id not in (None, duty.kind_id)):
        return None
    bound = duty.bound(event)
    if bound is None:
        return None
    due = duty.limit.due(event)
    note = notes.get((duty.origin_id, event.record_id)) if event.record_id else None
    done = _done(duty, event, due, note)
    state = _state(duty.limit, event, due, done=done, note=note, now=now)
    until = done or (min(now, event.moment) if event.moment else now)
    delay = duty.limit.delay(due, until) if state == "late" else 0
    return DutyCase(
        duty.provision_id, duty.origin_id, duty.number, duty.trigger, duty.limit.unit, *bound, event, due, done, state,
        delay, note,
    )  # fmt: skip


def _done(duty: Duty, event: Event, due: datetime, note: Noted | None) -> datetime | None:
    """When it was first done, by the records or by what somebody knows."""
    found: Sequence[datetime] = event.done
    if duty.trigger == "order_end" and event.moment is not None:
        opens = datetime.combine(max(event.begins, due - TALK_DAYS).date(), time())
        found = [each for each in event.done if opens <= each <= event.moment]
    told = [note.done_at] if note and note.done_at else []
    return min((*found, *told), default=None)


def _state(
    limit: Limit, event: Event, due: datetime, *, done: datetime | None, note: Noted | None, now: datetime
) -> str:  # fmt: skip
    if done is not None and not limit.is_over(due, done):
        return "kept"
    excused = bool(event.excuse) and (event.tried is None or not limit.is_over(due, event.tried))
    if excused or (note is not None and note.is_impossible):
        return "not_possible"
    return "late" if done is not None or limit.is_over(due, now) else "running"
