"""Two records of one person made into one, by somebody who looked at both; and parted again.

Works inside a change that somebody else began. Whatever hangs on the joined one moves to the one that is kept, in
whichever table it lies. The history knows what stood where, so nothing else has to remember it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Table, func, or_, select, update
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.assistance import Assistance, Consent, PlanMeasure
from desktop.records.centre_rules import rules_of
from desktop.records.entering import give, note_repeats
from desktop.records.entry_values import Values
from desktop.records.person import JoinedPerson, Kinship, Person
from desktop.records.person_contact import joined_contact
from desktop.records.person_links import make_findable, make_person_findable, spread_name
from desktop.records.referral import Attempt, Mention, Referral
from desktop.records.typed_check import LONG, checked_lengths, insist
from desktop.vault import search
from desktop.vault.record import Record

FIELDS = ("name", "birth_year", "sex", "phone", "email", "address", "municipality")
"""What may differ and of which one value stays; of two notes both stay."""
JOINED, PARTED = N_("Persons joined: {one} and {other}"), N_("Persons parted again: {one} and {other}")
DAYS = 30
"""So long two that were joined can be parted."""
MOVED = {
    "notices": (Mention, N_("Notices: {n}")),
    "attempts": (Attempt, N_("Contact attempts: {n}")),
    "help": (Assistance, N_("Assistance: {n}")),
    "consents": (Consent, N_("Consents: {n}")),
    "plan": (PlanMeasure, N_("Measures of the plan: {n}")),
    "family": (Kinship, N_("Family links: {n}")),
}
"""What moves, as words in which it is counted."""


@dataclass(frozen=True)
class JoinDraft:
    """Who is one person, and which values stay."""

    kept_id: UUID
    other_id: UUID
    """Whose record goes into the other."""
    take: frozenset[str] | None = None
    """Those of `FIELDS` whose value is the other's; None: where the one that is kept says nothing."""


@dataclass(frozen=True)
class TwoPersons:
    """Two records side by side, before they are joined."""

    kept: Person
    other: Person
    differs: tuple[str, ...]
    """Those of `FIELDS` in which they are not the same."""
    proposed: frozenset[str]
    """Those of which only the other says anything."""
    moves: dict[str, int]
    """How much of each kind of `MOVED` goes over; only kinds of which there is something."""
    contact: Values
    """The safe way as it will stand."""
    named_together: tuple[str, ...]
    """Numbers of the notices that name both: then they are hardly one person."""
    kinship: Kinship | None
    """What they are to each other, if somebody wrote that down."""


def read_two(session: Session, kept_id: UUID, other_id: UUID) -> TwoPersons:
    """Both records, and what joining them would do."""
    if kept_id == other_id:
        raise Problem(N_("Choose two different persons."), field="other_id")
    kept, other = session.get_one(Person, kept_id), session.get_one(Person, other_id)
    differs = tuple(name for name in FIELDS if getattr(kept, name) != getattr(other, name))
    counts = {name: _count(session, kind, other_id) for name, (kind, _words) in MOVED.items()}
    return TwoPersons(
        kept, other, differs,
        frozenset(name for name in differs if getattr(kept, name) in _NOTHING),
        {name: n for name, n in counts.items() if n},
        joined_contact(kept, other),
        _together(session, kept_id, other_id),
        kinship_of(session, kept_id, other_id),
    )  # fmt: skip


def join(session: Session, draft: JoinDraft, on: date, by: str) -> Person:
    """Let one record go into the other."""
    two = read_two(session, draft.kept_id, draft.other_id)
    kept, other = two.kept, two.other
    row = {name: getattr(other, name) for name in ("id", "code", "number", "name")}
    session.add(JoinedPerson(person_id=kept.id, joined_on=on, joined_by=by, **row))
    session.flush()
    give(kept, _values(two, draft))
    insist(checked_lengths(kept, {"note": LONG}))
    session.flush()
    about = set(session.scalars(select(Mention.referral_id).where(Mention.person_id == other.id)))
    _leave_out_doubles(session, kept.id, other.id)
    _move(session, kept.id, other.id)
    session.delete(other)
    search.unindex(session, other.id)
    session.flush()
    session.expire_all()
    follow(session, {kept.id}, about)
    return session.get_one(Person, kept.id)


def follow(session: Session, people: set[UUID], notices: set[UUID]) -> None:
    """Bring in step what repeats a name, and the search, after rows went from one person to another."""
    for person_id in people:
        spread_name(session, session.get_one(Person, person_id))
    note_repeats(session, people, rules_of(session).repeat_months)
    session.flush()
    make_findable(session, notices)
    for person_id in people:
        make_person_findable(session, session.get_one(Person, person_id))


def joined_with(session: Session, person_id: UUID) -> tuple[JoinedPerson, ...]:
    """Who was joined with this person, the latest first."""
    found = session.scalars(select(JoinedPerson).where(JoinedPerson.person_id == person_id))
    return tuple(sorted(found, key=lambda one: (one.joined_on, one.number), reverse=True))


def present_of(session: Session, person_id: UUID) -> UUID:
    """The identifier under which this person is found now: she may have been joined with another."""
    joined = session.get(JoinedPerson, person_id)
    return joined.person_id if joined is not None else person_id


def kinship_of(session: Session, one: UUID, other: UUID) -> Kinship | None:
    """The link between two persons, whichever way round it was written."""
    forth = (Kinship.person_id == one) & (Kinship.other_id == other)
    back = (Kinship.person_id == other) & (Kinship.other_id == one)
    return session.scalars(select(Kinship).where(or_(forth, back))).first()


_NOTHING = (None, "", "unknown")


def _values(two: TwoPersons, draft: JoinDraft) -> Values:
    """What the kept one says from now on."""
    kept, other, take = two.kept, two.other, two.proposed if draft.take is None else draft.take
    values: dict[str, Any] = {name: getattr(other, name) for name in two.differs if name in take}
    if "name" in values:
        values["name_sort"] = other.name_sort
    if other.note not in kept.note:
        values["note"] = "\n".join(note for note in (kept.note, other.note) if note)
    return {**values, **two.contact}


def _count(session: Session, kind: type[Record], person_id: UUID) -> int:
    table = kind.__table__
    columns = [column for column in _columns_to_person() if column.table is table]
    wanted = select(func.count()).select_from(table).where(or_(*(column == person_id for column in columns)))
    return session.scalar(wanted) or 0


def _columns_to_person() -> Iterator[Any]:
    """Every column, in whatever table, by which a row belongs to a person."""
    for table in Record.metadata.tables.values():
        for column in table.columns:
            if any(key.column.table.name == Person.__tablename__ for key in column.foreign_keys):
                yield column


def _move(session: Session, kept_id: UUID, other_id: UUID) -> None:
    for column in _columns_to_person():
        table: Table = column.table
        session.execute(update(table).where(column == other_id).values({column.name: kept_id}))


def _leave_out_doubles(session: Session, kept_id: UUID, other_id: UUID) -> None:
    """Take out what would stand there twice: a link that both had, a link to herself, help given to both together."""
    for link in session.scalars(
        select(Kinship).where(or_(Kinship.person_id == other_id, Kinship.other_id == other_id))
    ):
        relative = link.other_id if link.person_id == other_id else link.person_id
        mine = link if relative == kept_id else kinship_of(session, kept_id, relative)
        if mine is not None:
            session.delete(link if mine.relation or not link.relation else mine)
    groups = select(Assistance.group_id).where(Assistance.person_id == kept_id, Assistance.group_id.is_not(None))
    twice = select(Assistance).where(Assistance.person_id == other_id, Assistance.group_id.in_(groups))
    for help_ in session.scalars(twice):
        session.delete(help_)
    session.flush()


def _together(session: Session, kept_id: UUID, other_id: UUID) -> tuple[str, ...]:
    names = [select(Mention.referral_id).where(Mention.person_id == one) for one in (kept_id, other_id)]
    both = select(Referral).where(*(Referral.id.in_(ids) for ids in names)).order_by(Referral.received_at.desc())
    return tuple(notice.label for notice in session.scalars(both))
