"""Parting two persons who were joined: everything that still stands as joining left it goes back to where it was.

What was noted or changed since stays with the one that was kept; it is told beforehand how much that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.person import JoinedPerson, Kinship, Person
from desktop.records.person_join import DAYS, JOINED, PARTED, follow
from desktop.records.referral import Mention
from desktop.vault.history import Change, Entry, History
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
    with vault.reversing(PARTED, by, codes, (entry.number,)) as session:
        Reversal(session, entry.number).apply_what_stands()
        session.expire_all()
        here = select(Person.id)
        for end in (Kinship.person_id, Kinship.other_id):
            session.execute(delete(Kinship).where(end.not_in(here)))
        people = {parting.kept.id, joined_id}
        follow(session, people, set(session.scalars(select(Mention.referral_id).where(Mention.person_id.in_(people)))))
        return session.get_one(Person, joined_id)


def _joining(history: History, joined_id: UUID) -> Entry | None:
    """The change that wrote down who was joined, if it stands; a later one may have moved that along."""
    standing = (e for e in history.entries(record=joined_id) if e.what == JOINED and e.undone_by is None)
    return next((entry for entry in standing if any(_is_made(change, joined_id) for change in entry.changes)), None)


def _is_made(change: Change, joined_id: UUID) -> bool:
    return change.row_id == joined_id and change.table == JoinedPerson.__tablename__ and change.before is None


def _code(session: Session, person_id: UUID) -> str:
    person = session.get(Person, person_id)
    return person.code if person is not None else ""
