"""The log of the institutions: who may send a notice, whom help is asked of, and who no longer works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop.language import LOCALES, N_
from desktop.paper.centre_keys import typed_fingerprint
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
from desktop.records.typed_text import clean, clean_line
from desktop.records.vocabulary import AGENCY_KINDS
from desktop.records.word_search import has_words
from desktop.vault.search import fold, index, sort_key
from desktop.vault.vault import Vault, Worker
from desktop.world import World

Naming = InstrumentedAttribute[Any]
"""The field in which a kind of record names an institution: `Consent.recipient_id`."""
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
    names: tuple[tuple[str, str], ...] = ()
    """Language and full name in it."""
    parent_id: UUID | None = None
    municipalities: tuple[str, ...] = ()
    representative: str = ""
    deputy: str = ""
    phone: str = ""
    email: str = ""
    language: str = ""
    note: str = ""
    fingerprint: str = ""
    active_from: date | None = None
    active_until: date | None = None

    @classmethod
    def of(cls, agency: Agency) -> AgencyDraft:
        """An institution as it stands, to be amended."""
        values = {field.name: getattr(agency, field.name) for field in fields(cls)}
        lines = {
            "municipalities": tuple(agency.municipalities.splitlines()),
            "names": tuple(agency.other_names.items()),
        }
        return cls(**values | lines)

    def cleaned(self, country: str) -> AgencyDraft:
        """The same without unseen signs, its telephone in international form, no language named twice or in vain."""
        typed: dict[str, Any] = {name: clean_line(getattr(self, name)) for name in _LIMITS}
        typed["phone"] = understood(self.phone, country)
        typed["note"] = clean(self.note)
        typed["fingerprint"] = "".join(self.fingerprint.split()).replace(":", "").upper()
        names = {locale: clean_line(name) for locale, name in self.names}
        kept = tuple((locale, names[locale]) for locale in LOCALES if names.get(locale))
        unknown = tuple((locale, name) for locale, name in self.names if locale not in LOCALES)
        places = tuple(filter(None, map(clean_line, self.municipalities)))
        return replace(self, **typed, municipalities=places, names=kept + unknown)

    def check(self) -> tuple[Problem, ...]:
        """What is wrong with it."""
        problems = [
            *checked_filled(self, ["kind", "name"]),
            *checked_lengths(self, _LIMITS | {"note": LONG}),
            *checked_choices(self, {"kind": ("", *AGENCY_KINDS), "language": ("", *LOCALES)}),
            *checked_days(self, ["active_from", "active_until"]),
            *self._checked_names(),
        ]
        if len("\n".join(self.municipalities)) > LONG:
            problems.append(
                Problem(N_("The text is too long. Characters allowed: {n}"), field="municipalities", n=LONG)
            )
        if self.active_from and self.active_until and self.active_until < self.active_from:
            problems.append(Problem(N_("The end lies before the beginning."), field="active_until"))
        return tuple(problems)

    def _checked_names(self) -> Iterator[Problem]:
        """What is wrong with its names elsewhere and with its control code."""
        if any(locale not in LOCALES for locale, _name in self.names):
            yield Problem(N_("Choose from the list."), field="names")
        for locale, name in self.names:
            if len(name) > NAME:
                text_is_long = N_("The text is too long. Characters allowed: {n}")
                yield Problem(text_is_long, field=f"name_{locale}", n=NAME)
        if self.fingerprint:
            try:
                typed_fingerprint(self.fingerprint)
            except Problem as problem:
                yield problem


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

    def reopen(self, agency_id: UUID, by: Worker) -> Agency:
        """Take the end of an institution back."""
        return self.amend(agency_id, replace(AgencyDraft.of(self.agency(agency_id)), active_until=None), by)

    def agency(self, agency_id: UUID) -> Agency:
        """One institution; a Problem if it was taken back meanwhile."""
        with self.vault.look() as session:
            found = session.get(Agency, agency_id)
        if found is None:
            raise Problem(N_("This entry was taken back meanwhile."))
        return found

    def agencies(self, kind: str | None = None, active_on: date | None = None) -> tuple[Agency, ...]:
        """All institutions and units in house order (kind, place, name); of one kind or working on a day, if asked."""
        with self.vault.look() as session:
            found = list(session.scalars(select(Agency)))
        return tuple(
            agency for agency in sorted(found, key=house_order)
            if (kind is None or agency.kind == kind) and (active_on is None or _works_on(agency, active_on))
        )  # fmt: skip

    def notices(self, agency_id: UUID, year: int) -> int:
        """How many notices it sent in a year, as sender or as a unit of one."""
        months = Referral.month.between(f"{year}-01", f"{year}-12")
        came = or_(Referral.sender_id == agency_id, Referral.unit_id == agency_id)
        query = select(func.count()).select_from(Referral)
        with self.vault.look() as session:
            found = session.scalar(query.where(came, months))
        return found or 0

    def units(self, agency_id: UUID) -> tuple[Agency, ...]:
        """The units of an institution that work today, in house order."""
        return tuple(agency for agency in self.agencies(active_on=self.world.today()) if agency.parent_id == agency_id)

    def senders(self) -> tuple[Agency, ...]:
        """Who may send a notice today: those who sent lately first, the others in house order."""
        with self.vault.look() as session:
            lately = select(Referral.sender_id).order_by(Referral.received_at.desc(), Referral.id.desc()).limit(_LATELY)
            named = list(session.scalars(lately))
        return _first(named, self.agencies(active_on=self.world.today()))

    def named_lately(self, place: Naming, kind: str | None = None) -> tuple[Agency, ...]:
        """Who works today: those first whom the records entered last name in this place, the others in house order.

        Records stand in the order of their entering. No more than the last ones are asked, however many there are.
        """
        with self.vault.look() as session:
            named = list(session.scalars(select(place).order_by(place.class_.id.desc()).limit(_LATELY)))
        return _first(named, self.agencies(kind, active_on=self.world.today()))

    def find(self, text: str) -> tuple[Agency, ...]:
        """The institutions that have every word typed, each from its beginning, in any script and spelling."""
        wanted = fold(text).split()
        return tuple(agency for agency in self.agencies() if _has(agency, wanted))

    def by_name(self, text: str) -> Agency:
        """The one institution of that full or short name; a Problem naming the nearest where there is not one."""
        wanted = fold(clean_line(text))
        agencies = self.agencies()
        exact = [a for a in agencies if wanted in map(fold, (a.name, a.short_name, *a.other_names.values()))]
        found = exact or [agency for agency in agencies if _has(agency, wanted.split())]
        if len(found) == 1:
            return found[0]
        if not found:
            raise Problem(N_("There is no such institution: {name}"), field="sender_id", name=text)
        names = ", ".join(agency.known_as for agency in found[:5])
        raise Problem(N_("Several institutions have this name: {names}"), field="sender_id", names=names)


def _first(named: Iterable[UUID | None], agencies: Iterable[Agency]) -> tuple[Agency, ...]:
    """Those that were named first, in that order."""
    places = {agency_id: place for place, agency_id in reversed(list(enumerate(named)))}
    return tuple(sorted(agencies, key=lambda agency: places.get(agency.id, len(places) + _LATELY)))


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
    lines = {
        "municipalities": "\n".join(draft.municipalities),
        "names": "\n".join(f"{locale} {name}" for locale, name in draft.names),
    }
    for field in fields(draft):
        setattr(agency, field.name, lines.get(field.name, getattr(draft, field.name)))
    agency.name_sort = sort_key(agency.name, rules.locale)
    index(session, SEARCHED_AS, agency.id, "", _every_name(agency))


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


def house_order(agency: Agency) -> tuple[int, int, bytes]:
    """By which institutions stand everywhere: kind, place, name."""
    return _KIND_ORDER.get(agency.kind, len(_KIND_ORDER)), agency.place, agency.name_sort


def _works_on(agency: Agency, day: date) -> bool:
    begun = agency.active_from is None or agency.active_from <= day
    return begun and (agency.active_until is None or day <= agency.active_until)


def _every_name(agency: Agency) -> str:
    return " ".join((agency.name, agency.short_name, *agency.other_names.values()))


def _has(agency: Agency, wanted: list[str]) -> bool:
    return has_words(_every_name(agency), wanted)
