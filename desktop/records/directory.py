"""The log of the institutions: who may send a notice, whom help is asked of, and who no longer works."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import LOCALES, N_
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.centre_rules import rules_of
from desktop.records.offered_agency import OfferedAgency
from desktop.records.referral import Referral
from desktop.records.telephone import understood
from desktop.records.typed_check import (
    LONG,
    NAME,
    checked_choices,
    checked_days,
    checked_filled,
    checked_lengths,
    insist,
)
from desktop.records.typed_text import clean_line
from desktop.records.vocabulary import AGENCY_KINDS
from desktop.vault.search import fold, index, sort_key
from desktop.vault.vault import Vault, Worker
from desktop.world import World

SEARCHED_AS = "agency"
"""The kind under which institutions stand in the search index."""
_LATELY = 300
"""How many of the latest notices say which senders come first."""
_KIND_ORDER = {kind: place for place, kind in enumerate(AGENCY_KINDS)}
_LIMITS = {"name": NAME, "short_name": NAME, "representative": NAME, "deputy": NAME, "phone": 50, "email": NAME}


@dataclass(frozen=True)
class AgencyDraft:
    """An institution as typed; see `Agency` for what each field means."""

    name: str = ""
    kind: str = ""
    short_name: str = ""
    parent_id: UUID | None = None
    municipalities: tuple[str, ...] = ()
    representative: str = ""
    deputy: str = ""
    phone: str = ""
    email: str = ""
    language: str = ""
    active_from: date | None = None
    active_until: date | None = None

    @classmethod
    def of(cls, agency: Agency) -> AgencyDraft:
        """An institution as it stands, to be amended."""
        values = {field.name: getattr(agency, field.name) for field in fields(cls)}
        return cls(**values | {"municipalities": tuple(agency.municipalities.splitlines())})

    def cleaned(self, country: str) -> AgencyDraft:
        """The same without unseen signs, its telephone in international form."""
        typed: dict[str, Any] = {name: clean_line(getattr(self, name)) for name in _LIMITS}
        typed["phone"] = understood(self.phone, country)
        return replace(self, **typed, municipalities=tuple(filter(None, map(clean_line, self.municipalities))))

    def check(self) -> tuple[Problem, ...]:
        """What is wrong with it."""
        problems = [
            *checked_filled(self, ["kind", "name"]),
            *checked_lengths(self, _LIMITS),
            *checked_choices(self, {"kind": ("", *AGENCY_KINDS), "language": ("", *LOCALES)}),
            *checked_days(self, ["active_from", "active_until"]),
        ]
        if len("\n".join(self.municipalities)) > LONG:
            problems.append(
                Problem(N_("The text is too long. Characters allowed: {n}"), field="municipalities", n=LONG)
            )
        if self.active_from and self.active_until and self.active_until < self.active_from:
            problems.append(Problem(N_("The end lies before the beginning."), field="active_until"))
        return tuple(problems)


class Directory:
    """The institutions we work with, and their units."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault = vault
        self.world = world

    def enter(self, draft: AgencyDraft, by: Worker) -> Agency:
        """Keep a new institution."""
        with self.vault.change(N_("Institution entered: {name}"), by, name=clean_line(draft.name)[:NAME]) as session:
            return add_agency(session, draft, self.world)

    def take(self, offers: Iterable[OfferedAgency], by: Worker) -> tuple[Agency, ...]:
        """Take offered institutions over, all in one change; those whose name is there already are left as they are."""
        taken = []
        with self.vault.change(N_("Offered institutions taken over"), by) as session:
            by_name = {agency.name: agency for agency in session.scalars(select(Agency))}
            for offer in offers:
                if offer.name in by_name:
                    continue
                parent = by_name.get(offer.parent_name)
                draft = AgencyDraft(
                    name=offer.name, kind=offer.kind, short_name=offer.short_name,
                    parent_id=parent.id if parent else None, municipalities=offer.municipalities,
                )  # fmt: skip
                by_name[offer.name] = add_agency(session, draft, self.world)
                taken.append(by_name[offer.name])
        return tuple(taken)

    def amend(self, agency_id: UUID, draft: AgencyDraft, by: Worker) -> Agency:
        """Change an institution; what was sent under its old name shows the new one."""
        with self.vault.change(N_("Institution changed: {name}"), by, name=clean_line(draft.name)[:NAME]) as session:
            agency = session.get_one(Agency, agency_id)
            _write(session, agency, draft)
            return agency

    def close(self, agency_id: UUID, on: date, by: Worker) -> Agency:
        """Say from when an institution is no more: offered no longer, it stays in what is past."""
        agency = self.agency(agency_id)
        return self.amend(agency_id, replace(AgencyDraft.of(agency), active_until=on), by)

    def agency(self, agency_id: UUID) -> Agency:
        """One institution."""
        with self.vault.look() as session:
            return session.get_one(Agency, agency_id)

    def agencies(self, kind: str | None = None, active_on: date | None = None) -> tuple[Agency, ...]:
        """All institutions and units in house order (kind, place, name); of one kind or working on a day, if asked."""
        with self.vault.look() as session:
            found = list(session.scalars(select(Agency)))
        return tuple(
            agency for agency in sorted(found, key=_house_order)
            if (kind is None or agency.kind == kind) and (active_on is None or _works_on(agency, active_on))
        )  # fmt: skip

    def units(self, agency_id: UUID) -> tuple[Agency, ...]:
        """The units of an institution that work today, in house order."""
        return tuple(agency for agency in self.agencies(active_on=self.world.today()) if agency.parent_id == agency_id)

    def senders(self) -> tuple[Agency, ...]:
        """Who may send a notice today: those who sent lately first, the others in house order."""
        with self.vault.look() as session:
            lately = select(Referral.sender_id).order_by(Referral.received_at.desc(), Referral.id.desc()).limit(_LATELY)
            recent = {sender: place for place, sender in reversed(list(enumerate(session.scalars(lately))))}
        active = self.agencies(active_on=self.world.today())
        return tuple(sorted(active, key=lambda agency: recent.get(agency.id, _LATELY)))

    def find(self, text: str) -> tuple[Agency, ...]:
        """The institutions that have every word typed, each from its beginning, in any script and spelling."""
        wanted = fold(text).split()
        return tuple(agency for agency in self.agencies() if _has(agency, wanted))

    def by_name(self, text: str) -> Agency:
        """The one institution of that full or short name; a Problem naming the nearest where there is not one."""
        wanted = fold(clean_line(text))
        agencies = self.agencies()
        exact = [agency for agency in agencies if wanted in {fold(agency.name), fold(agency.short_name)}]
        found = exact or [agency for agency in agencies if _has(agency, wanted.split())]
        if len(found) == 1:
            return found[0]
        if not found:
            raise Problem(N_("There is no such institution: {name}"), field="sender_id", name=text)
        names = ", ".join(agency.known_as for agency in found[:5])
        raise Problem(N_("Several institutions have this name: {names}"), field="sender_id", names=names)


def add_agency(session: Session, draft: AgencyDraft, world: World) -> Agency:
    """Put an institution into a session; part of a change."""
    agency = Agency(id=world.new_id(), name="", kind="")
    _write(session, agency, draft)
    session.add(agency)
    return agency


def _write(session: Session, agency: Agency, draft: AgencyDraft) -> None:
    rules = rules_of(session)
    draft = draft.cleaned(rules.country)
    insist([*draft.check(), *_parent_problems(session, agency, draft)])
    for field in fields(draft):
        value = getattr(draft, field.name)
        setattr(agency, field.name, "\n".join(value) if field.name == "municipalities" else value)
    agency.name_sort = sort_key(agency.name, rules.locale)
    index(session, SEARCHED_AS, agency.id, "", f"{agency.name} {agency.short_name}")


def _parent_problems(session: Session, agency: Agency, draft: AgencyDraft) -> list[Problem]:
    seen = {agency.id}
    above = draft.parent_id
    while above is not None:
        if above in seen:
            return [Problem(N_("An institution cannot be a unit of itself."), field="parent_id")]
        seen.add(above)
        parent = session.get(Agency, above)
        if parent is None:
            return [Problem(N_("Choose from the list."), field="parent_id")]
        above = parent.parent_id
    return []


def _house_order(agency: Agency) -> tuple[int, int, bytes]:
    return _KIND_ORDER.get(agency.kind, len(_KIND_ORDER)), agency.place, agency.name_sort


def _works_on(agency: Agency, day: date) -> bool:
    begun = agency.active_from is None or agency.active_from <= day
    return begun and (agency.active_until is None or day <= agency.active_until)


def _has(agency: Agency, wanted: list[str]) -> bool:
    words = fold(f"{agency.name} {agency.short_name}").split()
    return all(any(word.startswith(part) for word in words) for part in wanted)
