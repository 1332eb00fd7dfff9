"""The one search over everything: persons, notices and institutions by any word, in any script and spelling.

The words are kept in step by whoever writes a record; here they are only asked.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from desktop.records.agency import Agency
from desktop.records.centre_rules import rules_of
from desktop.records.people_query import PeopleRow, list_rows
from desktop.records.referral_query import ReferralRow
from desktop.records.referral_query import list_rows as list_referrals
from desktop.vault import search
from desktop.vault.vault import Vault
from desktop.world import World

FEWEST_LETTERS = 2
"""Signs from which on anything is looked for."""


@dataclass(frozen=True)
class Found:
    """What a search found, by kind; at most as many of each as were asked for."""

    persons: tuple[PeopleRow, ...] = ()
    referrals: tuple[ReferralRow, ...] = ()
    agencies: tuple[Agency, ...] = ()

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
            ids = {
                kind: [record_id for _, record_id in search.find(session, text, [kind], limit)]
                for kind in ("person", "referral", "agency")
            }
            agencies = session.scalars(select(Agency).where(Agency.id.in_(ids["agency"])).order_by(Agency.name_sort))
            return Found(
                persons=tuple(list_rows(session, ids["person"], now, rules.safe_contact_days)),
                referrals=tuple(list_referrals(session, ids["referral"], now, rules.calendar)),
                agencies=tuple(agencies),
            )
