"""Which notices a list shows, and in which order: identifiers first, by an index, then a page of rows.

Reads only. Every order is served by an index of `Referral`; where a list is ordered by something that is computed (its
state) or stands elsewhere (its sender's name), the parts are asked for one after another and joined here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from desktop.records.agency import Agency
from desktop.records.person import Person
from desktop.records.referral import Measure, Mention, Referral
from desktop.records.referral_state import STATES, ReferralState, state_of
from desktop.records.workdays import WorkCalendar
from desktop.vault import search
from desktop.vault.record import Identifiers

_PAGE = 500
"""Identifiers asked for in one statement."""
MOST_FOUND = 2000
"""Notices shown at most for a search by words; whoever gets so many types another letter."""

_ROWS = select(
    Referral.id, Referral.year, Referral.number, Referral.received_at, Referral.person_id, Referral.person_name,
    Referral.municipality, Referral.sender_id, Referral.outcome, Referral.due_at, Referral.first_contact_at,
    Referral.attempts, Referral.reference, Referral.repeat_of_id, Referral.duplicate_of_id,
    func.coalesce(func.nullif(Agency.short_name, ""), Agency.name).label("sender"), Person.code.label("person_code"),
).join(Agency, Agency.id == Referral.sender_id).outerjoin(Person, Person.id == Referral.person_id)  # fmt: skip
"""What a list shows of a notice; built once, as that takes as long as asking it."""


@dataclass(frozen=True)
class ReferralQuery:
    """What a list of notices shows; what is left at None or empty does not narrow it."""

    text: str = ""
    """Words that must all be found, each from its beginning, in any script and spelling."""
    period: tuple[date, date] | None = None
    """First and last day of receipt."""
    sender_id: UUID | None = None
    unit_id: UUID | None = None
    agency_id: UUID | None = None
    """Notices that name this institution as their sender or as the sender's unit."""
    state: str = ""
    """One of `STATES`."""
    outcome: str = ""
    counted: str = ""
    """As the figures count: notice (all but those that had come before), or its first contact in_time, late, never."""
    late: bool | None = None
    with_children: bool | None = None
    order_in_force: bool | None = None
    order_ends_by: datetime | None = None
    """Notices with an order or measure that runs now and ends until then."""
    repeat: bool | None = None
    no_reference: bool | None = None
    from_reconciliation: bool | None = None
    worker_id: UUID | None = None
    person_id: UUID | None = None
    """Notices that name this person, in whatever role."""
    sort: str = "received_at"
    """received_at, number, person, sender or state."""
    descending: bool = True


@dataclass(frozen=True)
class ReferralRow:
    """One notice as a list shows it."""

    id: UUID
    label: str
    received_at: datetime
    person_id: UUID | None
    person_name: str
    municipality: str
    sender_id: UUID
    sender: str
    outcome: str
    due_at: datetime
    first_contact_at: datetime | None
    attempts: int
    reference: str
    is_repeat: bool
    state: ReferralState
    person_code: str = ""
    """What stands for the name while names are hidden."""


def list_ids(session: Session, query: ReferralQuery, now: datetime, most: int | None = None) -> Sequence[UUID]:
    """The identifiers of all notices the query asks for, in its order; `most`: only so many, from the beginning."""
    values: list[bytes] = []
    for statement in _statements(session, query, now, select(type_coerce(Referral.id, NullType()))):
        left = None if most is None else most - len(values)
        if left is not None and left <= 0:
            break
        # From the cursor and not the session, which would look at each of so many values.
        cursor = session.connection().execute(statement.limit(left)).cursor
        assert cursor is not None
        values += chain.from_iterable(cursor.fetchall())
    return Identifiers(values)


def how_many(session: Session, query: ReferralQuery, now: datetime) -> int:
    """How many notices the query asks for."""
    statement = select(func.count()).select_from(Referral).where(*_conditions(session, query, now))
    return session.scalar(statement) or 0


def list_rows(session: Session, ids: Sequence[UUID], now: datetime, calendar: WorkCalendar) -> list[ReferralRow]:
    """The rows of these notices, in the order asked; one that is gone is left out."""
    connection = session.connection()
    found: dict[UUID, ReferralRow] = {}
    for start in range(0, len(ids), _PAGE):
        for row in connection.execute(_ROWS.where(Referral.id.in_(ids[start : start + _PAGE]))).all():
            (
                one, year, number, received_at, person_id, person_name, municipality, sender_id, outcome, due_at,
                first_contact_at, attempts, reference, repeat_of_id, _duplicate_of_id, sender, person_code,
            ) = row  # fmt: skip
            found[one] = ReferralRow(
                one, f"{year}/{number}", received_at, person_id, person_name, municipality, sender_id, sender, outcome,
                due_at, first_contact_at, attempts, reference, repeat_of_id is not None,
                state_of(row, now, calendar), person_code or "",
            )  # fmt: skip
    return [found[wanted] for wanted in ids if wanted in found]


def _statements(session: Session, query: ReferralQuery, now: datetime, base: Select[Any]) -> Iterator[Select[Any]]:
    """The statements that, one after another, give the list in its order."""
    base = base.where(*_conditions(session, query, now))
    newest = (Referral.received_at.desc(), Referral.id.desc())
    if query.sort == "sender":
        for sender_id in _senders_in_order(session, descending=query.descending):
            yield base.where(Referral.sender_id == sender_id).order_by(*newest)
    elif query.sort == "state":
        codes = [query.state] if query.state else list(STATES)
        for code in reversed(codes) if query.descending else codes:
            yield base.where(*state_is(code, now)).order_by(*newest)
    else:
        order = {
            "number": (Referral.year, Referral.number),
            "person": (Referral.person_sort, Referral.id),
        }.get(query.sort, (Referral.received_at, Referral.id))
        yield base.order_by(*(column.desc() if query.descending else column for column in order))


def _senders_in_order(session: Session, *, descending: bool) -> list[UUID]:
    order = (Agency.name_sort, Agency.name, Agency.id)
    return list(session.scalars(select(Agency.id).order_by(*(c.desc() if descending else c for c in order))))


def state_is(code: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """The conditions under which `state_of` answers with that code."""
    if code == "duplicate":
        return (Referral.duplicate_of_id.is_not(None),)
    own = Referral.duplicate_of_id.is_(None)
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time())
    waits = (own, Referral.outcome == "pending", Referral.first_contact_at.is_(None))
    conditions: dict[str, tuple[ColumnElement[bool], ...]] = {
        "late": (*waits, Referral.due_at < now),
        "today": (*waits, Referral.due_at >= now, Referral.due_at < tomorrow),
        "waiting": (*waits, Referral.due_at >= now, Referral.due_at >= tomorrow),
        "reached": (own, Referral.outcome == "pending", Referral.first_contact_at.is_not(None)),
    }
    return conditions.get(code, (own, Referral.outcome == code))


def counted_as(code: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """The conditions under which the figures count a notice as that."""
    reached, due = Referral.first_contact_at, Referral.due_at
    owed = or_(Referral.outcome == "not_reached", (Referral.outcome == "pending") & (due < now))
    conditions: dict[str, tuple[ColumnElement[bool], ...]] = {
        "in_time": (reached <= due,), "late": (reached > due,), "never": (reached.is_(None), owed),
    }  # fmt: skip
    return Referral.duplicate_of_id.is_(None), *conditions.get(code, ())


def _conditions(session: Session, query: ReferralQuery, now: datetime) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.text.strip():
        ids = [record_id for _, record_id in search.find(session, query.text, ["referral"], MOST_FOUND)]
        found.append(Referral.id.in_(ids))
    if query.period:
        first, last = (datetime.combine(day, time()) for day in query.period)
        found += [Referral.received_at >= first, Referral.received_at < last + timedelta(days=1)]
    same = {"sender_id": query.sender_id, "unit_id": query.unit_id, "worker_id": query.worker_id}
    found += [getattr(Referral, name) == value for name, value in same.items() if value is not None]
    if query.agency_id is not None:
        found.append(or_(Referral.sender_id == query.agency_id, Referral.unit_id == query.agency_id))
    if query.person_id:
        named = select(Mention.referral_id).where(Mention.person_id == query.person_id)
        found.append(Referral.id.in_(named))
    if query.order_ends_by:
        ends = func.coalesce(Measure.prolonged_until, Measure.until_at)
        soon = (ends > now, ends <= query.order_ends_by, Measure.granted_at <= now, Measure.ended_on.is_(None))
        found.append(Referral.id.in_(select(Measure.referral_id).where(*soon)))
    if query.outcome:
        found.append(Referral.outcome == query.outcome)
    if query.state:
        found += state_is(query.state, now)
    if query.counted:
        found += counted_as(query.counted, now)
    return found + list(_chips(query, now))


def _chips(query: ReferralQuery, now: datetime) -> Iterator[ColumnElement[bool]]:
    """The filters that are on, off, or not asked."""
    runs = or_(Measure.until_at > now, Measure.prolonged_until > now)
    in_force = select(Measure.referral_id).where(runs, Measure.granted_at <= now, Measure.ended_on.is_(None))
    late = Referral.outcome == "pending", Referral.first_contact_at.is_(None), Referral.due_at < now
    asked: tuple[tuple[bool | None, ColumnElement[bool]], ...] = (
        (query.late, late[0] & late[1] & late[2] & Referral.duplicate_of_id.is_(None)),
        (query.with_children, Referral.children_saw == "yes"),
        (query.order_in_force, Referral.id.in_(in_force)),
        (query.repeat, Referral.repeat_of_id.is_not(None)),
        (query.no_reference, Referral.reference == ""),
        (query.from_reconciliation, Referral.origin == "reconciliation"),
    )
    for wanted, condition in asked:
        if wanted is not None:
            yield condition if wanted else ~condition
