"""Which persons a list shows, and in which order: identifiers first, by an index, then a page of rows. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Subquery, func, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from desktop.records.centre_rules import rules_of
from desktop.records.people_may import may_rank
from desktop.records.people_near import near_names
from desktop.records.person import MayCall, Person
from desktop.records.referral import Attempt, Mention, Referral
from desktop.vault import search
from desktop.vault.record import Identifiers

_PAGE = 500
MOST_FOUND = 2000
"""Persons shown at most for a search by words."""


@dataclass(frozen=True)
class PeopleQuery:
    """What a list of persons shows; what is left empty does not narrow it."""

    text: str = ""
    """Words that must all be found, each from its beginning, in any script and spelling."""
    with_open: bool | None = None
    """Only those about whom a notice is pending, or only the others."""
    role: str = ""
    """Only those whom some notice names in this role."""
    municipality: str = ""
    """Only those who live there."""
    no_safe_way: bool = False
    """Only those of whom nobody knows how to reach them safely."""
    confirmed_before: date | None = None
    """Only those whose safe way was confirmed earlier than on this day."""
    sort: str = "name"
    """name, code, birth_year, municipality, open, last_contact or may."""
    descending: bool = False


@dataclass(frozen=True)
class PeopleRow:
    """One person as a list shows her; telephone and address are not in it."""

    id: UUID
    code: str
    name: str
    birth_year: int | None
    municipality: str
    open_referrals: int
    """Notices about her that are pending."""
    last_contact_at: datetime | None
    """When she was last reached."""
    may: MayCall
    roles: tuple[str, ...] = ()
    """The roles in which notices name her."""


def to_confirm_before(today: date, confirm_days: int) -> date:
    """The day before which a safe way must have been confirmed so that it is to be asked about again."""
    return today - timedelta(days=confirm_days)


def list_ids(session: Session, query: PeopleQuery, now: datetime) -> Sequence[UUID]:
    """The identifiers of all persons the query asks for, in its order."""
    opened, last = _open_of_each(), _last_of_each()
    columns: dict[str, tuple[Any, ...]] = {
        "code": (Person.number, Person.id),
        "birth_year": (Person.birth_year, Person.municipality, Person.id),
        "municipality": (Person.municipality, Person.name_sort, Person.id),
        "open": (func.coalesce(opened.c.told, 0), Person.name_sort, Person.id),
        "last_contact": (last.c.told, Person.name_sort, Person.id),
    }
    if query.sort == "may":
        columns["may"] = (may_rank(now, rules_of(session).safe_contact_days), Person.name_sort, Person.id)
    order = columns.get(query.sort, (Person.name_sort, Person.id))
    statement = select(type_coerce(Person.id, NullType())).where(*_conditions(session, query))
    for name, told in (("open", opened), ("last_contact", last)):
        if query.sort == name:
            statement = statement.outerjoin(told, told.c.person_id == Person.id)
    ordered = statement.order_by(*(column.desc() if query.descending else column for column in order))
    # From the cursor and not the session, which would look at each of so many values.
    cursor = session.connection().execute(ordered).cursor
    assert cursor is not None
    return Identifiers.found([cursor])


def how_many(session: Session, query: PeopleQuery) -> int:
    """How many persons the query asks for."""
    statement = select(func.count()).select_from(Person).where(*_conditions(session, query))
    return session.scalar(statement) or 0


def residences(session: Session) -> tuple[str, ...]:
    """Where the persons live, each place once, the most frequent first."""
    wanted = select(Person.municipality).where(Person.municipality != "").group_by(Person.municipality)
    return tuple(session.scalars(wanted.order_by(func.count().desc(), Person.municipality)))


def named_with(session: Session, person_id: UUID) -> tuple[UUID, ...]:
    """Who is named in the same notices as this person."""
    notices = select(Mention.referral_id).where(Mention.person_id == person_id)
    others = select(Mention.person_id).where(Mention.referral_id.in_(notices), Mention.person_id != person_id)
    return tuple(other for other in dict.fromkeys(session.scalars(others.order_by(Mention.place))) if other)


def _conditions(session: Session, query: PeopleQuery) -> list[ColumnElement[bool]]:
    return list(_narrowing(session, query))


def _narrowing(session: Session, query: PeopleQuery) -> Iterator[ColumnElement[bool]]:
    if query.text.strip():
        ids = [record_id for _, record_id in search.find(session, query.text, ["person"], MOST_FOUND)]
        yield Person.id.in_(ids or near_names(session, query.text))
    if query.with_open is not None:
        is_open = Person.id.in_(select(Referral.person_id).where(_is_pending(), Referral.person_id.is_not(None)))
        yield is_open if query.with_open else ~is_open
    if query.role:
        named = select(Mention.person_id).where(Mention.role == query.role, Mention.person_id.is_not(None))
        yield Person.id.in_(named)
    if query.municipality:
        yield Person.municipality == query.municipality
    if query.no_safe_way:
        yield Person.safe_allowed == "unknown"
    if query.confirmed_before is not None:
        yield Person.safe_allowed == "yes"
        yield Person.safe_confirmed_on < query.confirmed_before


def _is_pending() -> ColumnElement[bool]:
    return (Referral.outcome == "pending") & Referral.duplicate_of_id.is_(None)


def _open_of_each() -> Subquery:
    """How many pending notices name each person, counted in one go: asked of each alone it would take minutes."""
    told = func.count(Referral.id.distinct()).label("told")
    named = select(Mention.person_id, told).join(Referral, Referral.id == Mention.referral_id)
    return named.where(_is_pending(), Mention.person_id.is_not(None)).group_by(Mention.person_id).subquery()


def _last_of_each() -> Subquery:
    """When each person was last reached, likewise."""
    reached = select(Attempt.person_id, func.max(Attempt.at).label("told")).where(Attempt.outcome == "reached")
    return reached.where(Attempt.person_id.is_not(None)).group_by(Attempt.person_id).subquery()


def list_rows(session: Session, ids: Sequence[UUID], now: datetime, confirm_days: int) -> list[PeopleRow]:
    """The rows of these persons, in the order asked; one who is gone is left out."""
    found: dict[UUID, PeopleRow] = {}
    for start in range(0, len(ids), _PAGE):
        page = ids[start : start + _PAGE]
        pending, reached, roles = _pending(session, page), _reached(session, page), _roles(session, page)
        for person in session.scalars(select(Person).where(Person.id.in_(page))):
            found[person.id] = PeopleRow(
                id=person.id,
                code=person.code,
                name=person.name,
                birth_year=person.birth_year,
                municipality=person.municipality,
                open_referrals=pending[person.id],
                last_contact_at=reached.get(person.id),
                may=person.may_call(now, confirm_days),
                roles=roles[person.id],
            )
    return [found[wanted] for wanted in ids if wanted in found]


def _pending(session: Session, ids: Sequence[UUID]) -> dict[UUID, int]:
    """How many pending notices there are about each."""
    named = select(Mention.person_id, Referral.id).join(Referral, Referral.id == Mention.referral_id)
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for row in session.execute(named.where(Mention.person_id.in_(ids), _is_pending())):
        found[row.person_id].add(row.id)
    return defaultdict(int, {person_id: len(notices) for person_id, notices in found.items()})


def _roles(session: Session, ids: Sequence[UUID]) -> dict[UUID, tuple[str, ...]]:
    """The roles in which notices name each."""
    named = select(Mention.person_id, Mention.role).where(Mention.person_id.in_(ids)).distinct().order_by(Mention.role)
    found: dict[UUID, tuple[str, ...]] = defaultdict(tuple)
    for row in session.execute(named):
        found[row.person_id] += (row.role,)
    return found


def _reached(session: Session, ids: Sequence[UUID]) -> dict[UUID, datetime]:
    wanted = select(Attempt.person_id, func.max(Attempt.at).label("at")).where(
        Attempt.person_id.in_(ids), Attempt.outcome == "reached"
    )
    return {row.person_id: row.at for row in session.execute(wanted.group_by(Attempt.person_id))}
