"""Reads which duties are watched, in which version and for how long, and judges the occasions that records tell of.

Reads only; the log of duties, the list of what is due and the papers ask here, each within its own look at the vault.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from functools import cached_property
from itertools import pairwise
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.periods import Month
from desktop.protocol.duty_cases import DAY_ENDS, Duty, DutyCase, Event, Limit, Noted, judged
from desktop.protocol.duty_events import noted_by_hand, occasions
from desktop.protocol.duty_figures import DutyFigures, figures_of
from desktop.protocol.duty_ground import DeskClock, Ground, Sought
from desktop.protocol.duty_notices import without_day
from desktop.protocol.sheet import in_order, provisions_of
from desktop.records.centre_rules import calendar_of
from desktop.records.duty import DutyNote
from desktop.records.protocol import TRIGGERS, Protocol, ProtocolSignatory, ProtocolVersion, Provision, ProvisionHolder
from desktop.records.workdays import WorkCalendar


class DutyReading:
    """The duties of a protocol (or of all) and their cases, read within one look."""

    def __init__(self, session: Session, clock: DeskClock, protocol_id: UUID | None = None) -> None:
        self._session, self._protocol_id = session, protocol_id
        self.now = clock.now
        self.ground = Ground(session, clock)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """Every watched provision of every version that is or was in force, in the order of the text."""
        calendar = calendar_of(self._session)
        return tuple(
            duty
            for version, until in _in_force(self._session, self._protocol_id)
            for duty in self._of_version(version, until, calendar)
        )

    def cases(self, first: date, last: date, triggers: Collection[str] = TRIGGERS) -> Iterator[DutyCase]:
        """Every case whose time ends on one of these days."""
        start, end = datetime.combine(first, time()), datetime.combine(last, DAY_ENDS)
        for duty in self.duties:
            if duty.trigger not in triggers:
                continue
            for case in (*self._of_records(duty, first, last), *self.by_hand(duty)):
                if start <= case.due <= end:
                    yield case

    def by_hand(self, duty: Duty) -> Iterator[DutyCase]:
        """The cases of one duty that were noted by hand."""
        return self._judged(duty, noted_by_hand(self.ground, duty.origin_id))

    def _of_records(self, duty: Duty, first: date, last: date) -> Iterator[DutyCase]:
        low, high = duty.limit.anchors(first, last)
        if duty.limit.is_back or duty.holds_between(low.date(), high.date()):
            yield from self._judged(duty, occasions(self.ground, duty.trigger, Sought(low, high)))

    def of_notice(self, notice_id: UUID) -> tuple[DutyCase, ...]:
        """Every case that one notice tells of."""
        watched = [duty for duty in self.duties if duty.trigger in _OF_NOTICES]
        sought = Sought(notice_id=notice_id)
        told = (self._judged(duty, occasions(self.ground, duty.trigger, sought)) for duty in watched)
        return tuple(case for cases in told for case in cases)

    def figures(self, month: Month) -> DutyFigures:
        """The figures of one month."""
        return self.months((month,))[0]

    def months(self, months: Sequence[Month]) -> tuple[DutyFigures, ...]:
        """The figures of these months, which follow one another; read at once."""
        found: dict[Month, list[DutyCase]] = defaultdict(list)
        for case in self.cases(months[0].first, months[-1].last):
            found[Month.of(case.due.date())].append(case)
        return tuple(
            figures_of(month, self.duties, found[month], self.ground.agencies, self._without_day(month))
            for month in months
        )

    def _without_day(self, month: Month) -> Mapping[tuple[UUID, UUID | None], int]:
        """Notices of a month that tell no day of the incident, by the duty and who would have had to keep it."""
        found: Counter[tuple[UUID, UUID | None]] = Counter()
        asking = [duty for duty in self.duties if duty.trigger == "incident" and duty.holds_on(month.last)]
        for chain, count in without_day(self.ground, month.first, month.last) if asking else ():
            for duty in asking:
                if (bound := duty.whose(chain, month.last)) is not None:
                    found[duty.provision_id, bound[0]] += count
        return found

    def _judged(self, duty: Duty, events: Iterable[Event]) -> Iterator[DutyCase]:
        for event in events:
            case = judged(duty, event, self.now, self._notes)
            if case is not None:
                yield case

    @cached_property
    def _notes(self) -> Mapping[tuple[UUID, UUID | None], Noted]:
        """What was noted about cases, by the provision's origin and the record; the last word holds."""
        noted = select(DutyNote, Provision.origin_id).join(Provision, Provision.id == DutyNote.provision_id)
        rows = self._session.execute(noted.where(DutyNote.record_id.is_not(None)).order_by(DutyNote.id))
        return {
            (origin, note.record_id): Noted(note.id, note.done_at, note.is_impossible, note.reason)
            for note, origin in rows
        }

    def _of_version(self, version: ProtocolVersion, until: date | None, calendar: WorkCalendar) -> Iterator[Duty]:
        session, since = self._session, version.in_force_from
        assert since
        signed = select(ProtocolSignatory).where(ProtocolSignatory.version_id == version.id)
        parties = {each.agency_id: each.withdrawn_on for each in session.scalars(signed)}
        watched = [one for one in provisions_of(session, version.id) if one.is_watched]
        holders = self._holders({one.id for one in watched})
        for one in watched:
            limit = Limit(one.limit_number or 0, one.limit_unit, one.trigger, calendar, self.ground.clock.zone)
            yield Duty(
                one.id, one.origin_id, one.number, one.title or one.text, one.trigger, limit, holders[one.id],
                one.holds_all, parties, since, until, one.meeting_kind_id, version.number,
            )  # fmt: skip

    def _holders(self, provisions: Collection[UUID]) -> Mapping[UUID, tuple[UUID | None, ...]]:
        found: dict[UUID, list[UUID | None]] = defaultdict(list)
        asked = select(ProvisionHolder).where(ProvisionHolder.provision_id.in_(provisions))
        for each in self._session.scalars(asked):
            found[each.provision_id].append(each.agency_id)
        agencies = self.ground.agencies
        return defaultdict(tuple, {
            one: tuple(each.id if each else None for each in in_order(agencies[i] if i else None for i in ids))
            for one, ids in found.items()
        })  # fmt: skip


_OF_NOTICES = ("incident", "order", "contact", "order_end")


def _in_force(session: Session, protocol_id: UUID | None) -> Iterable[tuple[ProtocolVersion, date | None]]:
    """Each version that is or was in force, with the first day on which it was no more."""
    ruled = select(ProtocolVersion).join(Protocol, Protocol.id == ProtocolVersion.protocol_id)
    ruled = ruled.where(ProtocolVersion.in_force_from.is_not(None))
    if protocol_id is not None:
        ruled = ruled.where(Protocol.id == protocol_id)
    found = list(session.scalars(ruled.order_by(Protocol.position, Protocol.id, ProtocolVersion.number)))
    for one, following in pairwise([*found, None]):
        assert one
        next_from = following.in_force_from if following and following.protocol_id == one.protocol_id else None
        yield one, min((day for day in (next_from, one.ended_on) if day), default=None)
