"""What a search found as entries of a list: heads with counts, persons, notices, institutions, and the way to all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from desktop.language import N_, _, chosen, ngettext
from desktop.records.agency import Agency
from desktop.records.municipality import shown_place
from desktop.records.people_query import PeopleRow
from desktop.records.referral_row import ReferralRow
from desktop.records.search_everything import MOST_COUNTED, Found
from desktop.records.vocabulary import AGENCY_KINDS, ROLES
from desktop.windows.found_hits import parts
from desktop.windows.names import shown_name
from desktop.windows.pill import Sign
from desktop.windows.referral_rows import STATE_SIGNS, state_words

HEAD, PERSON, NOTICE, AGENCY, ALL = "head", "person", "referral", "agency", "all"
ICONS = {PERSON: "user", NOTICE: "referral", AGENCY: "agency", ALL: "right"}
NUMBER = 5
"""Digits from which on a telephone may be meant."""
SCREENS = {PERSON: "people", NOTICE: "referrals"}
"""The screen that lists all of a kind."""


@dataclass(frozen=True)
class Entry:
    """One line of what was found; every word is already in the language of the screen."""

    kind: str
    head: str
    second: str = ""
    right: str = ""
    sign: Sign | None = None
    about: UUID | str | None = None
    """The record that it opens; of `ALL` the screen."""
    is_near: bool = False
    """Whether it is written otherwise than was typed."""

    @property
    def can_open(self) -> bool:
        """Whether Enter does anything."""
        return self.kind != HEAD

    def read(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.head, self.right, self.second) if part)


def entries(found: Found, query: str = "") -> list[Entry]:
    """Everything that was found, kind by kind; what is found by its telephone says so, for no number is shown."""
    persons, notices, agencies = found.counts
    titles = (
        N_("Persons written similarly") if found.is_near else N_("Persons"),
        N_("Notices"),
        N_("Institutions"),
    )
    groups = (
        (titles[0], persons, [person_entry(row, is_near=found.is_near) for row in found.persons], PERSON),
        (titles[1], notices, [_notice(row) for row in found.referrals], NOTICE),
        (titles[2], agencies, [_agency(agency) for agency in found.agencies], AGENCY),
    )
    made = [entry for group in groups for entry in _group(*group)]
    return [_by_telephone(entry, query) for entry in made] if _is_number(query) else made


def _is_number(query: str) -> bool:
    return sum(sign.isdigit() for sign in query) >= NUMBER and not any(sign.isalpha() for sign in query)


def _by_telephone(entry: Entry, query: str) -> Entry:
    seen = any(is_hit for text in (entry.head, entry.second) for _part, is_hit in parts(text, query))
    if seen or entry.kind not in (PERSON, NOTICE):
        return entry
    return replace(entry, second=" \u00b7 ".join(part for part in (entry.second, _("Telephone")) if part))


def _group(title: str, count: int, rows: list[Entry], kind: str) -> Iterator[Entry]:
    if not rows:
        return
    shown = chosen().number(count) + ("+" if count >= MOST_COUNTED else "")
    yield Entry(HEAD, _(title), right=shown)
    yield from rows
    if count > len(rows) and kind in SCREENS:
        words = _("Show all persons") if kind == PERSON else _("Show all notices")
        yield Entry(ALL, words, right=shown, about=SCREENS[kind])


def person_entry(row: PeopleRow, *, is_near: bool = False) -> Entry:
    """One person as an entry."""
    words = [_("born {year}", year=row.birth_year)] if row.birth_year else []
    words.append(shown_place(row.municipality, chosen().locale))
    words += [_(ROLES[role]) for role in row.roles if role == "posing_risk"]
    if row.open_referrals:
        words.append(ngettext("{n} open notice", "{n} open notices", row.open_referrals))
    second = " \u00b7 ".join(word for word in words if word)
    return Entry(PERSON, shown_name(row.name, row.code), second, row.code, about=row.id, is_near=is_near)


def _notice(row: ReferralRow) -> Entry:
    speak = chosen()
    words = [f"{speak.day(row.received_at.date())} {speak.clock(row.received_at)}", row.sender, row.reference]
    name = shown_name(row.person_name, row.person_code) if row.person_name else ""
    head = " \u00b7 ".join(word for word in (row.label, name) if word)
    second = " \u00b7 ".join(word for word in words if word)
    return Entry(NOTICE, head, second, state_words(row.state), STATE_SIGNS[row.state.code], row.id)


def _agency(agency: Agency) -> Entry:
    words = [_(AGENCY_KINDS[agency.kind]) if agency.kind in AGENCY_KINDS else "", agency.short_name]
    return Entry(AGENCY, agency.name, " \u00b7 ".join(word for word in words if word), about=agency.id)
