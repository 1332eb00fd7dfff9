"""Which persons a list shows, and in which order: identifiers first, by an index, then a page of rows. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, LargeBinary, func, select, type_coerce
from sqlalchemy.orm import Session

from desktop.records.person import MayCall, Person
from desktop.records.referral import Attempt, Mention, Referral
from desktop.vault import search

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
    sort: str = "name"
    """name, code or birth_year."""
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


def list_ids(session: Session, query: PeopleQuery) -> list[UUID]:
    """The identifiers of all persons the query asks for, in its order."""
    columns: dict[str, tuple[Any, ...]] = {
        "code": (Person.number, Person.id),
        "birth_year": (Person.birth_year, Person.municipality, Person.id),
    }
    order = columns.get(query.sort, (Person.name_sort, Person.id))
    statement = select(type_coerce(Person.id, LargeBinary)).where(*_conditions(session, query))
    ordered = statement.order_by(*(column.desc() if query.descending else column for column in order))
    return [UUID(bytes=value) for value in session.scalars(ordered)]


def how_many(session: Session, query: PeopleQuery) -> int:
    """How many persons the query asks for."""
    statement = select(func.count()).select_from(Person).where(*_conditions(session, query))
    return session.scalar(statement) or 0


def _conditions(session: Session, query: PeopleQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.text.strip():
        ids = [record_id for _, record_id in search.find(session, query.text, ["person"], MOST_FOUND)]
        found.append(Person.id.in_(ids))
    if query.with_open is not None:
        pending = (Referral.outcome == "pending") & Referral.duplicate_of_id.is_(None)
        is_open = Person.id.in_(select(Referral.person_id).where(pending, Referral.person_id.is_not(None)))
        found.append(is_open if query.with_open else ~is_open)
    return found


def list_rows(session: Session, ids: Sequence[UUID], now: datetime, confirm_days: int) -> list[PeopleRow]:
    """The rows of these persons, in the order asked; one who is gone is left out."""
    found: dict[UUID, PeopleRow] = {}
    for start in range(0, len(ids), _PAGE):
        page = ids[start : start + _PAGE]
        pending, reached = _pending(session, page), _reached(session, page)
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
            )
    return [found[wanted] for wanted in ids if wanted in found]


def _pending(session: Session, ids: Sequence[UUID]) -> dict[UUID, int]:
    """How many pending notices there are about each."""
    named = select(Mention.person_id, Referral.id).join(Referral, Referral.id == Mention.referral_id)
    wanted = named.where(Mention.person_id.in_(ids), Referral.outcome == "pending", Referral.duplicate_of_id.is_(None))
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for row in session.execute(wanted):
        found[row.person_id].add(row.id)
    return defaultdict(int, {person_id: len(notices) for person_id, notices in found.items()})


def _reached(session: Session, ids: Sequence[UUID]) -> dict[UUID, datetime]:
    wanted = select(Attempt.person_id, func.max(Attempt.at).label("at")).where(
        Attempt.person_id.in_(ids), Attempt.outcome == "reached"
    )
    return {row.person_id: row.at for row in session.execute(wanted.group_by(Attempt.person_id))}
