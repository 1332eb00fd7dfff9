"""The one search over everything: persons, notices and institutions by any word, in any script and spelling.

The words are kept in step by whoever writes a record; here they are only asked. What is typed may be a part of a name,
a number of a notice or of its sender, a telephone in any shape. Where no person is written so, those are offered whose
name differs by a slip of the pen.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.records.agency import Agency
from desktop.records.centre_rules import rules_of
from desktop.records.people_near import near_names
from desktop.records.people_query import PeopleRow, list_rows
from desktop.records.referral import Referral
from desktop.records.referral_row import ReferralRow
from desktop.records.referral_row import list_rows as list_referrals
from desktop.records.telephone import dialled
from desktop.vault import search
from desktop.vault.vault import Vault
from desktop.world import World

FEWEST_LETTERS = 2
"""Signs from which on anything is looked for."""
LONGEST_NUMBER = 20
MOST_COUNTED = 1000
"""Records of one kind counted at most; whoever finds so many types another letter."""


@dataclass(frozen=True)
class Found:
    """What a search found, by kind; at most as many of each as were asked for."""

    persons: tuple[PeopleRow, ...] = ()
    referrals: tuple[ReferralRow, ...] = ()
    agencies: tuple[Agency, ...] = ()
    counts: tuple[int, int, int] = (0, 0, 0)
    """How many there are of each, `MOST_COUNTED` at most."""
    is_near: bool = False
    """Whether the persons are written otherwise than was typed."""

    def __bool__(self) -> bool:
        return bool(self.persons or self.referrals or self.agencies)


class Search:
    """The search over one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def find(self, text: str, limit: int = 8) -> Found:
        """Persons, notices and institutions that have every word, each word from its beginning; newest first."""
        if len(text.strip()) < FEWEST_LETTERS:
            return Found()
        with self.vault.look() as session:
            rules, now = rules_of(session), self.world.here()
            asked = [part for part in (text, dialled(text, rules.country)) if part]
            ids = {kind: _ids(session, asked, kind) for kind in ("person", "referral")}
            ids["referral"] = list(dict.fromkeys([*_of_number(session, text), *ids["referral"]]))
            near = [] if ids["person"] else near_names(session, text)
            persons, referrals = (near or ids["person"])[:limit], ids["referral"][:limit]
            agencies = _agencies(session, text)
            return Found(
                persons=tuple(list_rows(session, persons, now, rules.safe_contact_days)),
                referrals=tuple(list_referrals(self.vault, referrals, now, rules.calendar)),
                agencies=agencies[:limit],
                counts=(len(near or ids["person"]), len(ids["referral"]), len(agencies)),
                is_near=bool(near),
            )


def _ids(session: Session, asked: list[str], kind: str) -> list[UUID]:
    found = (record_id for words in asked for _, record_id in search.find(session, words, [kind], MOST_COUNTED))
    return list(dict.fromkeys(found))[:MOST_COUNTED]


def _of_number(session: Session, text: str) -> list[UUID]:
    """The notice of exactly this number: 2026/4 stands before 2026/41, which begins alike."""
    year, _, number = text.strip().partition("/")
    if not (year.isdecimal() and number.isdecimal() and len(text.strip()) < LONGEST_NUMBER):
        return []
    return list(session.scalars(select(Referral.id).where(Referral.year == int(year), Referral.number == int(number))))


def _agencies(session: Session, text: str) -> tuple[Agency, ...]:
    """The institutions that have every word: they are few, and an index of many notices is slower at telling so."""
    wanted = search.fold(text).split()
    if not wanted:
        return ()
    every = session.scalars(select(Agency).order_by(Agency.name_sort))
    return tuple(agency for agency in every if _has(search.forms(f"{agency.name} {agency.short_name}"), wanted))


def _has(known: str, wanted: list[str]) -> bool:
    words = known.split()
    return all(any(word.startswith(part) for word in words) for part in wanted)
