"""Parting two persons who were joined: everything that still stands as joining left it goes back to where it was.

What was noted or changed since stays with the one that was kept; it is told beforehand how much that is. What was
learnt since of the safe way holds for both, as far as it is stricter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.contact_log import ENDS_THE_WAY
from desktop.records.contact_way import address_of
from desktop.records.entering import give
from desktop.records.person import JoinedPerson, Kinship, Person
from desktop.records.person_contact import COLUMNS, NOT_KNOWN, parted_contact
from desktop.records.person_join import DAYS, JOINED, PARTED, follow
from desktop.records.referral import Attempt, Mention
from desktop.vault.history import Change, Entry, History
from desktop.vault.history_query import HistoryQuery
from desktop.vault.undo import Reversal
from desktop.vault.vault import Vault, Worker
from desktop.world import World


@dataclass(frozen=True)
class Parting:
    """What parting would do."""

    joined: JoinedPerson
    kept: Person
    until: datetime
    """Desk time until which they can be parted."""
    since: tuple[Entry, ...]
    """Later changes that stand on the joining, the newest first: they stay with the one that was kept."""


def parting_of(vault: Vault, world: World, joined_id: UUID) -> Parting:
    """What would happen; raises `Problem` where they can be parted no more."""
    history = History(vault)
    entry = _joining(history, joined_id)
    with vault.look() as session:
        joined = session.get(JoinedPerson, joined_id)
        if joined is None or entry is None:
            raise Problem(N_("These two persons are not joined."))
        if entry.fields["one"] != _code(session, joined.person_id):
            raise Problem(
                N_("{code} was joined with another person since. Part those two first."), code=entry.fields["one"]
            )
        kept = session.get_one(Person, joined.person_id)
    until = entry.at + timedelta(days=DAYS)
    if world.now() > until:
        raise Problem(N_("Persons can be parted within 30 days of joining. Joined: {date}"), date=joined.joined_on)
    since = history.among(history.standing_on(entry.number))
    return Parting(joined, kept, world.desk(until), since)


def part(vault: Vault, world: World, joined_id: UUID, by: Worker) -> Person:
    """Part them; the one that was joined has her code and her identifier again."""
    parting = parting_of(vault, world, joined_id)
    entry = _joining(History(vault), joined_id)
    assert entry is not None
    codes: dict[str, object] = {"one": parting.kept.code, "other": parting.joined.code}
    learnt = _learnt_since(vault, parting.kept, entry.number)
    with vault.reversing(PARTED, by, codes, (entry.number,)) as session:
        Reversal(session, entry.number).apply_what_stands()
        session.expire_all()
        if learnt:
            for person in (session.get_one(Person, one) for one in (parting.kept.id, joined_id)):
                give(person, parted_contact(person, learnt))
        kept = session.get_one(Person, parting.kept.id)
        if kept.safe_allowed == "yes" and not _is_reached_as_before(kept, entry):
            give(kept, NOT_KNOWN)
        here = select(Person.id)
        for end in (Kinship.person_id, Kinship.other_id):
            session.execute(delete(Kinship).where(end.not_in(here)))
        people = {parting.kept.id, joined_id}
        follow(session, people, set(session.scalars(select(Mention.referral_id).where(Mention.person_id.in_(people)))))
        return session.get_one(Person, joined_id)


def _learnt_since(vault: Vault, kept: Person, joining: int) -> str:
    """What holds of the safe way for both, since it became another or a call was unsafe while they were one.

    Who of the two said so, or whose telephone somebody else held, nobody knows. Empty where nothing was learnt.
    """
    unsafe = select(Attempt.id).where(Attempt.person_id == kept.id, Attempt.outcome.in_(ENDS_THE_WAY))
    with vault.look() as session:
        told_by = (kept.id, *session.scalars(unsafe))
    history = History(vault)
    entries = history.among(history.numbers(HistoryQuery(records=told_by, later_than=joining)))
    standing = (entry for entry in entries if not entry.undoes and entry.undone_by is None)
    changes = [change for entry in standing for change in entry.changes if change.row_id in told_by]
    if any(change.table == Person.__tablename__ and _is_of_way(change) for change in changes):
        return "no" if kept.safe_allowed == "no" else "unknown"
    return "unknown" if any(change.table == Attempt.__tablename__ for change in changes) else ""


def _is_reached_as_before(kept: Person, joining: Entry) -> bool:
    """Whether the way that was put back leads to the number or address with which it was agreed."""
    before = next((change.before for change in joining.changes if change.row_id == kept.id and change.before), None)
    if before is None:
        return True
    columns = ("safe_channel", "safe_number", "phone", "email")
    return address_of(Person(**{name: before[name] for name in columns})) == address_of(kept)


def _is_of_way(change: Change) -> bool:
    before, after = change.before or {}, change.after or {}
    return any(before.get(name) != after.get(name) for name in COLUMNS)


def _joining(history: History, joined_id: UUID) -> Entry | None:
    """The change that wrote down who was joined, if it stands; a later one may have moved that along."""
    standing = (e for e in history.entries(record=joined_id) if e.what == JOINED and e.undone_by is None)
    return next((entry for entry in standing if any(_is_made(change, joined_id) for change in entry.changes)), None)


def _is_made(change: Change, joined_id: UUID) -> bool:
    return change.row_id == joined_id and change.table == JoinedPerson.__tablename__ and change.before is None


def _code(session: Session, person_id: UUID) -> str:
    person = session.get(Person, person_id)
    return person.code if person is not None else ""
