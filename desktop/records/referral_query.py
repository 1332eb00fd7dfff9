"""Which notices a list shows, and in which order: identifiers first, by an index, then a page of rows.

Reads only. Every order is served by an index of `Referral`; where a list is ordered by something that is computed (its
state) or stands elsewhere (its sender's name), the parts are asked for one after another and joined here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, literal_column, or_, select, type_coerce
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from desktop.records.agency import Agency
from desktop.records.help_end import help_has_ended
from desktop.records.referral import Measure, Mention, Referral
from desktop.records.referral_row import ROWS, ReferralRow, rows_of
from desktop.records.referral_state import IN_PROGRESS, STATES
from desktop.records.workdays import WorkCalendar
from desktop.vault import search
from desktop.vault.record import Identifiers, in_one_run

MOST_FOUND = 2000
"""Notices shown at most for a search by words; whoever gets so many types another letter."""
_BY_INDEX = {
    "received_at": (Referral.received_at, Referral.id),
    "number": (Referral.year, Referral.number),
    "person": (Referral.person_sort, Referral.id),
}
"""The orders that an index has."""
_IDS: Select[Any] = select(type_coerce(Referral.id, NullType()))


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
    in_progress: bool | None = None
    """Notices that nothing has closed: still pending, or help goes on and has not ended."""
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


def list_ids(session: Session, query: ReferralQuery, now: datetime) -> Sequence[UUID]:
    """The identifiers of all notices the query asks for, in its order."""
    # From the cursors and not the session, which would look at each of so many values.
    return Identifiers.found(_asked(session, query, now))


def list_first(
    session: Session, query: ReferralQuery, now: datetime, calendar: WorkCalendar, most: int
) -> list[ReferralRow]:
    """The rows of the first so many of these notices, in the same order."""
    found: list[ReferralRow] = []
    for cursor in _asked(session, query, now, most):
        found += rows_of(cursor.fetchall(), now, calendar)
        if len(found) >= most:
            break
    return found[:most]


def at_once(query: ReferralQuery, ask: search.Ask, most: int | None = None) -> tuple[str, tuple[object, ...]] | None:
    """The whole question as one statement for the driver, with its values; None where more than words narrows it."""
    usual = ReferralQuery(text=query.text, sort=query.sort, descending=query.descending)
    if query != usual or query.sort not in _BY_INDEX:
        return None
    match = search.as_match(query.text, ask)
    if bool(query.text.strip()) is not bool(match):
        return None
    worded = _worded(query.sort, query.descending, most, bool(match))
    values = worded.construct_params({"words": match} if match else {})
    return worded.string, tuple(values[name] for name in worded.positiontup or ())


@cache
def _worded(sort: str, descending: bool, most: int | None, has_words: bool) -> Any:
    statement = _in_order(sort, descending, most)
    if has_words:
        statement = statement.where(Referral.id.in_(search.found("a", "referral", MOST_FOUND)))
    if most is None:
        statement = in_one_run(statement)
    return statement.compile(dialect=sqlite.dialect())


def how_many(session: Session, query: ReferralQuery, now: datetime) -> int:
    """How many notices the query asks for."""
    statement = select(func.count()).select_from(Referral).where(*_conditions(session, query, now))
    return session.scalar(statement) or 0


def _asked(session: Session, query: ReferralQuery, now: datetime, most: int | None = None) -> Iterator[Any]:
    """The driver's cursors that, one after another, give the list in its order: the first rows, or all identifiers."""
    narrow = _conditions(session, query, now)
    newest = _in_order("received_at", True, most)
    parts: Iterable[Select[Any]]
    if query.sort == "sender":
        senders = _senders_in_order(session, descending=query.descending)
        parts = (newest.where(*narrow, Referral.sender_id == sender_id) for sender_id in senders)
    elif query.sort == "state":
        codes = [query.state] if query.state else list(STATES)
        ordered = codes[::-1] if query.descending else codes
        parts = (newest.where(*narrow, *state_is(code, now)) for code in ordered)
    else:
        whole = _in_order(query.sort, query.descending, most)
        parts = [whole.where(*narrow) if narrow else whole]
    for statement in parts:
        yield session.connection().execute(statement).cursor


@cache
def _in_order(sort: str, descending: bool, most: int | None) -> Select[Any]:
    """The list as it stands in an index; worded once, since SQLAlchemy looks through what it has not seen before."""
    order = _BY_INDEX.get(sort, _BY_INDEX["received_at"])
    base = _IDS if most is None else ROWS.limit(literal_column(str(most)))
    return base.order_by(*(column.desc() if descending else column for column in order))


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
        "accepted": (own, Referral.outcome == "accepted", ~help_has_ended()),
        "ended": (own, Referral.outcome == "accepted", help_has_ended()),
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
        match = search.as_match(query.text, search.asking(session))
        found.append(Referral.id.in_(search.found(match, "referral", MOST_FOUND)))
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
    for name, condition in _CHIPS.items():
        wanted = getattr(query, name)
        if wanted is not None:
            yield condition(now) if wanted else ~condition(now)


def _is_late(now: datetime) -> ColumnElement[bool]:
    waits = (Referral.outcome == "pending") & Referral.first_contact_at.is_(None) & (Referral.due_at < now)
    return waits & Referral.duplicate_of_id.is_(None)


def _has_order(now: datetime) -> ColumnElement[bool]:
    runs = or_(Measure.until_at > now, Measure.prolonged_until > now)
    in_force = select(Measure.referral_id).where(runs, Measure.granted_at <= now, Measure.ended_on.is_(None))
    return Referral.id.in_(in_force)


def _in_progress(_now: datetime) -> ColumnElement[bool]:
    goes_on = Referral.outcome.in_(IN_PROGRESS) & Referral.duplicate_of_id.is_(None)
    return goes_on & ((Referral.outcome != "accepted") | ~help_has_ended())


_CHIPS: Mapping[str, Callable[[datetime], ColumnElement[bool]]] = {
    "in_progress": _in_progress,
    "late": _is_late,
    "with_children": lambda _now: Referral.children_saw == "yes",
    "order_in_force": _has_order,
    "repeat": lambda _now: Referral.repeat_of_id.is_not(None),
    "no_reference": lambda _now: Referral.reference == "",
    "from_reconciliation": lambda _now: Referral.origin == "reconciliation",
}
"""What each filter that is on or off means; worded only when it is asked."""
