"""Reads in one look what cannot wait; `due` puts it in order.

Writes nothing. Each question goes by an index and asks for what is open only, so a long history costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from desktop.records.assistance import Consent, PlanMeasure
from desktop.records.care_log import measures_due
from desktop.records.centre_rules import CentreRules, rules_of
from desktop.records.contact_log import calls_due
from desktop.records.contact_way import Way, way_of
from desktop.records.due import AHEAD, CONFIRM, CONSENT, ORDER, PLAN, DueList, Found, due_list, end_of, first_of_month
from desktop.records.due_meetings import meetings_due
from desktop.records.person import Person
from desktop.records.referral import Measure, Referral
from desktop.vault.record import in_parts
from desktop.vault.vault import Vault
from desktop.world import World

_SOME = 200
"""Records that are read at once: thousands of whole notices and persons take memory that is never given back."""
Finds = Callable[[Session, datetime, CentreRules], Iterable[Found]]
"""Finds what is due at a desk time."""


class DueLog:
    """What is due in one vault."""

    def __init__(self, vault: Vault, world: World, further: Iterable[Finds] = ()) -> None:
        """`further`: what rooms above know to be due."""
        self.vault, self.world, self._further = vault, world, tuple(further)

    def read(self, now: datetime | None = None) -> DueList:
        """Everything that cannot wait, as it stands at this desk time."""
        now = now or self.world.here()
        with self.vault.look() as session:
            rules = rules_of(session)
            calls = calls_due(session, now)
            waiting = {call.person_id for call in calls}
            found = [
                *_orders(session, now),
                *(way for way in _ways(session, now, rules) if way.person_id not in waiting),
                *_consents(session, now, rules),
                *_plans(session, now, rules),
                *meetings_due(session, now, rules),
                *(one for finds in self._further for one in finds(session, now, rules)),
            ]
            ways = _ways_to(session, {item.person_id for item in found if item.person_id}, now, rules)
            in_time, asked = _this_month(session, now)
        return replace(due_list(calls, found, now, rules.calendar, ways), in_time=in_time, asked=asked)


def _orders(session: Session, now: datetime) -> Iterator[Found]:
    """Orders and urgent measures that run now and end within the week."""
    ends = func.coalesce(Measure.prolonged_until, Measure.until_at)
    running = (ends > now, ends <= now + AHEAD, Measure.granted_at <= now, Measure.ended_on.is_(None))
    asked = select(Measure, Referral).join(Referral, Referral.id == Measure.referral_id)
    for measure, notice in session.execute(asked.where(*running, Referral.duplicate_of_id.is_(None))):
        if measure.ends_at is not None:
            order = _about(ORDER, measure.id, measure.ends_at, notice)
            yield replace(order, what=measure.kind, since=measure.granted_at.date())


def _ways(session: Session, now: datetime, rules: CentreRules) -> Iterator[Found]:
    """Agreed ways of contact too old to rely on, where work with her goes on: a notice or a measure is open."""
    oldest = now.date() - timedelta(days=rules.safe_contact_days)
    planned = select(PlanMeasure.person_id).where(PlanMeasure.done_on.is_(None))
    old = or_(Person.safe_confirmed_on.is_(None), Person.safe_confirmed_on < oldest)
    asked = select(Person, Referral).join(Referral, Referral.person_id == Person.id)
    asked = asked.where(Person.safe_allowed == "yes", old, Referral.duplicate_of_id.is_(None))
    # Two questions, each by its own index: asked as one they would have every person looked through.
    goes_on = (Referral.outcome == "pending", Referral.person_id.in_(planned))
    latest: dict[UUID, tuple[tuple[datetime, UUID], Found]] = {}
    for one in goes_on:
        for person, notice in session.execute(asked.where(one).execution_options(yield_per=_SOME)):
            came = notice.received_at, notice.id
            if person.id not in latest or latest[person.id][0] < came:
                latest[person.id] = came, _way(person, notice, now, rules)
    yield from (way for _came, way in latest.values())


def _way(person: Person, notice: Referral, now: datetime, rules: CentreRules) -> Found:
    way = _about(CONFIRM, person.id, end_of(now.date(), rules.calendar), notice)
    at = max(way.at, now)  # after closing time it is still a matter of today
    return replace(way, at=at, person_id=person.id, person_name=person.name, since=person.safe_confirmed_on)


def _ways_to(session: Session, ids: set[UUID], now: datetime, rules: CentreRules) -> dict[UUID, Way]:
    """How these persons may be reached now."""
    people = _persons(session, ids).values()
    return {person.id: way_of(person, now, rules.safe_contact_days) for person in people}


def _persons(session: Session, ids: Iterable[UUID]) -> dict[UUID, Person]:
    found = (session.scalars(select(Person).where(Person.id.in_(part))) for part in in_parts(ids))
    return {person.id: person for part in found for person in part}


def _consents(session: Session, now: datetime, rules: CentreRules) -> Iterator[Found]:
    """Consents that end within the week or ended within the last, and were not given anew."""
    span = Consent.until.between(now.date() - AHEAD, now.date() + AHEAD)
    ending = session.execute(
        select(Consent, Person).join(Person, Person.id == Consent.person_id).where(span, Consent.withdrawn_on.is_(None))
    ).all()
    kept: dict[UUID, list[Consent]] = {person.id: [] for _consent, person in ending}
    for part in in_parts(tuple(kept)):
        for other in session.scalars(select(Consent).where(Consent.person_id.in_(part))):
            kept[other.person_id].append(other)
    for consent, person in ending:
        if consent.until is not None and not any(_follows(other, consent) for other in kept[person.id]):
            at = end_of(consent.until, rules.calendar)
            found = _of_person(session, person, (CONSENT, consent.id, at))
            yield replace(found, what=consent.purpose, since=consent.given_on)


def _follows(other: Consent, consent: Consent) -> bool:
    """Whether another consent takes the place of one that ends."""
    same = (other.person_id, other.purpose, other.recipient_id) == (
        consent.person_id, consent.purpose, consent.recipient_id,
    )  # fmt: skip
    longer = other.until is None or (consent.until is not None and other.until > consent.until)
    return same and longer and other.withdrawn_on is None


def _plans(session: Session, now: datetime, rules: CentreRules) -> Iterator[Found]:
    """Measures of plans that are due within the week or late."""
    measures = measures_due(session, (now + AHEAD).date())
    persons = _persons(session, {measure.person_id for measure in measures})
    for measure in measures:
        at, person = end_of(measure.due_on, rules.calendar), persons[measure.person_id]
        yield replace(_of_person(session, person, (PLAN, measure.id, at), measure.referral_id), what=measure.what)


def _about(kind: str, record_id: UUID, at: datetime, notice: Referral) -> Found:
    return Found(kind, record_id, at, notice.id, notice.label, notice.person_id, notice.person_name, notice.worker_id)


def _of_person(session: Session, person: Person, of: tuple[str, UUID, datetime], own: UUID | None = None) -> Found:
    """Something (kind, record, by when) about a person, dealt with from the notice it belongs to, or her latest."""
    kind, record_id, at = of
    notice = session.get(Referral, own) if own else None
    if notice is None:
        hers = select(Referral).where(Referral.person_id == person.id).order_by(Referral.received_at.desc())
        notice = session.scalars(hers.limit(1)).first()
    if notice is None:
        return Found(kind, record_id, at, None, person.code, person.id, person.name)
    return replace(_about(kind, record_id, at, notice), person_id=person.id, person_name=person.name)


def _this_month(session: Session, now: datetime) -> tuple[int, int]:
    """How many of this month's notices led to a first contact in time, and of how many that can be said."""
    this = (Referral.received_at >= first_of_month(now), Referral.duplicate_of_id.is_(None))
    over = or_(Referral.first_contact_at.is_not(None), Referral.due_at < now)
    asked = session.scalar(select(func.count()).select_from(Referral).where(*this, over)) or 0
    in_time = (Referral.first_contact_at <= Referral.due_at,)
    return session.scalar(select(func.count()).select_from(Referral).where(*this, *in_time)) or 0, asked
