"""What hangs on a person: her name in notices, the search, and whether anything still speaks of her.

Works inside a change that somebody else began.
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.records.assistance import Assistance, Consent, PlanMeasure
from desktop.records.entry_values import person_words, referral_words, sort_of
from desktop.records.person import JoinedPerson, Kinship, Person
from desktop.records.referral import Attempt, Mention, Referral
from desktop.vault import search
from desktop.vault.history_query import made_by

ENTERED = N_("Person entered: {code}")
"""The change by which somebody is written down whom no notice names."""


def spread_name(session: Session, person: Person) -> None:
    """Write a corrected name into the notices about her and make all of them findable by it."""
    about = Referral.person_id == person.id
    session.execute(update(Referral).where(about).values(person_name=person.name, person_sort=person.name_sort))
    make_person_findable(session, person)
    make_findable(session, set(session.scalars(select(Referral.id).where(about))))


def make_person_findable(session: Session, person: Person) -> None:
    """Put her present words into the search, and the names and codes of whoever was joined with her."""
    words = {name: getattr(person, name) for name in ("code", "name", "phone", "municipality")}
    joined = session.scalars(select(JoinedPerson).where(JoinedPerson.person_id == person.id))
    more = (f"{one.code} {one.name}" for one in joined)
    search.index(session, "person", person.id, person.name, " ".join([person_words(words), *more]))


def make_findable(session: Session, referral_ids: Collection[UUID]) -> None:
    """Put the present words of these notices into the search."""
    for referral_id in referral_ids:
        referral = session.get_one(Referral, referral_id, populate_existing=True)
        named = session.scalars(select(Mention).where(Mention.referral_id == referral_id).order_by(Mention.place))
        words = referral_words(vars(referral), [vars(mention) for mention in named])
        search.index(session, "referral", referral_id, sort_of(referral.received_at), words)


def forget_if_unused(session: Session, person_id: UUID) -> bool:
    """Take out a person of whom nothing speaks any more, such as one made by a notice that named someone known.

    Somebody who was written down for her own sake stays.
    """
    session.flush()
    if made_by(session, person_id) == ENTERED:
        return False
    speaking = (Mention.person_id, Referral.person_id, Attempt.person_id, Assistance.person_id, Consent.person_id,
                PlanMeasure.person_id)  # fmt: skip
    for column in speaking:
        if session.scalar(select(column).where(column == person_id).limit(1)):
            return False
    kin = or_(Kinship.person_id == person_id, Kinship.other_id == person_id)
    if session.scalar(select(Kinship.id).where(kin).limit(1)):
        return False
    if session.scalar(select(JoinedPerson.id).where(JoinedPerson.person_id == person_id).limit(1)):
        return False
    session.delete(session.get_one(Person, person_id))
    search.unindex(session, person_id)
    return True
