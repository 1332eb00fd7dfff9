"""Finding those among all known persons who may be meant by what is being typed. Reads only; joins nobody."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.records.looks_alike import FEWEST_LETTERS, LIKENESSES, Alike, Comparison, Traits, compare, stem, words_of
from desktop.records.person import Person
from desktop.records.referral import Referral
from desktop.records.referral_draft import MentionDraft
from desktop.records.telephone import understood
from desktop.records.typed_text import clean_line
from desktop.vault import search

_MOST = 150
"""Persons looked at for each way of finding them."""


def alike(session: Session, hint: MentionDraft, country: str, limit: int) -> tuple[Alike, ...]:
    """Who of those known may be meant, likeliest first."""
    typed = Traits(
        name=hint.name if sum(map(len, words_of(hint.name))) >= FEWEST_LETTERS else "",
        birth_year=hint.birth_year,
        phone=understood(hint.phone, country),
        municipality=clean_line(hint.municipality),
    )
    ids = {person_id for person_id in _candidates(session, typed) if person_id != hint.person_id}
    order, found = list(LIKENESSES), []
    for person in session.scalars(select(Person).where(Person.id.in_(ids))):
        meant = typed._replace(name=_completed(typed.name, person.name))
        made = compare(meant, Traits(person.name, person.birth_year, person.phone, person.municipality))
        if made.likeness:
            found.append((person, made))
    found.sort(key=lambda pair: (order.index(pair[1].likeness), *_against(pair[1]), -pair[0].number))
    return tuple(
        Alike(person, _last(session, person.id), made.likeness, made.same, made.differs)
        for person, made in found[:limit]
    )


def _completed(typed: str, known: str) -> str:
    """The name being typed, its last word taken for the beginning of a word of the known name if it can be that."""
    words = list(words_of(typed))
    if words and len(words[-1]) >= FEWEST_LETTERS:
        words[-1] = next((word for word in words_of(known) if word.startswith(words[-1])), words[-1])
    return " ".join(words)


def _against(made: Comparison) -> tuple[int, int]:
    return len(made.differs), -len(made.same)


def _candidates(session: Session, typed: Traits) -> Iterator[UUID]:
    """Everybody worth comparing: by any word of the name, by the telephone, by year and place."""
    words = [stem(word) for word in words_of(typed.name)]
    for query in dict.fromkeys([" ".join(words), *words]):
        if len(query) >= 2:
            yield from (person_id for _, person_id in search.find(session, query, ["person"], _MOST))
    if typed.phone:
        yield from session.scalars(select(Person.id).where(Person.phone == typed.phone).limit(_MOST))
    if typed.birth_year and typed.municipality:
        same = (Person.birth_year == typed.birth_year, Person.municipality == typed.municipality)
        yield from session.scalars(select(Person.id).where(*same).limit(_MOST))


def _last(session: Session, person_id: UUID) -> Referral | None:
    about = select(Referral).where(Referral.person_id == person_id)
    return session.scalars(about.order_by(Referral.received_at.desc()).limit(1)).first()
