"""What a search found as entries of a list: heads with counts, the records kind by kind, and the way to all.

How a kind stands in the list, and where it opens, is one line of `SHOWN`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple
from uuid import UUID

from desktop.language import N_, _, chosen, ngettext
from desktop.records.agency import Agency
from desktop.records.law_change import LawChange
from desktop.records.meeting import Meeting
from desktop.records.municipality import shown_place
from desktop.records.people_query import PeopleRow
from desktop.records.promise import CONTRIBUTIONS, Commitment, Contribution, RaisedProblem
from desktop.records.protocol import Provision
from desktop.records.referral_row import ReferralRow
from desktop.records.search_everything import MOST_COUNTED, Found, FoundKind
from desktop.records.training import TRAINING_KINDS, Training, WorkingGroup
from desktop.records.vocabulary import AGENCY_KINDS, ROLES
from desktop.windows.found_hits import parts
from desktop.windows.meeting_words import state_words as state_words_of
from desktop.windows.meeting_words import when_words
from desktop.windows.names import shown_name
from desktop.windows.pill import Sign
from desktop.windows.referral_rows import STATE_SIGNS, state_words

HEAD, PERSON, NOTICE, AGENCY, ALL = "head", "person", "referral", "agency", "all"
NUMBER = 5
"""Digits from which on a telephone may be meant."""


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
    made = [entry for one in found.kinds for entry in _group(one, is_near=found.is_near)]
    return [_by_telephone(entry, query) for entry in made] if _is_number(query) else made


def _is_number(query: str) -> bool:
    return sum(sign.isdigit() for sign in query) >= NUMBER and not any(sign.isalpha() for sign in query)


def _by_telephone(entry: Entry, query: str) -> Entry:
    seen = any(is_hit for text in (entry.head, entry.second) for _part, is_hit in parts(text, query))
    if seen or entry.kind not in (PERSON, NOTICE):
        return entry
    return replace(entry, second=" \u00b7 ".join(part for part in (entry.second, _("Telephone")) if part))


def _group(found: FoundKind, *, is_near: bool) -> Iterator[Entry]:
    shown, near = SHOWN[found.kind], is_near and found.kind == PERSON
    count = chosen().number(found.count) + ("+" if found.count >= MOST_COUNTED else "")
    yield Entry(HEAD, _(N_("Persons written similarly") if near else shown.title), right=count)
    for record in found.records:
        entry = shown.entry(record)
        yield replace(entry, is_near=True) if near else entry
    if found.count > len(found.records) and shown.all_words:
        yield Entry(ALL, _(shown.all_words), right=count, about=shown.lists)


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


def _training(one: Training) -> Entry:
    second = " \u00b7 ".join(word for word in (_(TRAINING_KINDS.get(one.kind, "")), one.place) if word)
    return Entry("training", one.topic, second, chosen().day(one.on_day), about=one.id)


def _working_group(one: WorkingGroup) -> Entry:
    until = chosen().day(one.until) if one.until else ""
    days = " \u2013 ".join((chosen().day(one.since), until))
    return Entry("working_group", one.name, one.purpose.partition("\n")[0], days.strip(), about=one.id)


def _law_change(one: LawChange) -> Entry:
    return Entry("law_change", one.act, one.number, chosen().day(one.in_force_from), about=one.id)


def _meeting(one: Meeting) -> Entry:
    second = " \u00b7 ".join(word for word in (one.topic, one.place) if word)
    return Entry("meeting", when_words(one), second, state_words_of(one), about=one.id)


def _commitment(one: Commitment) -> Entry:
    settled = N_("Done") if one.done_on else N_("No longer possible") if one.impossible_on else ""
    right = _(settled) if settled else chosen().day(one.due_on)
    return Entry("commitment", one.what, " ".join((one.evidence or one.reason).split()), right, about=one.id)


def _problem(one: RaisedProblem) -> Entry:
    head, wish = (" ".join(words.split()) for words in (one.fact, one.solution or one.wish))
    right = _("Solved") if one.solved_on else _("since {date}", date=chosen().day(one.since))
    return Entry("raised_problem", head, wish, right, about=one.id)


def _contribution(one: Contribution) -> Entry:
    right = chosen().day(one.noted_on)
    return Entry("contribution", " ".join(one.what.split()), _(CONTRIBUTIONS[one.kind]), right, about=one.id)


def _provision(one: Provision) -> Entry:
    words = " ".join(one.text.split())
    head = one.title or words
    return Entry("provision", f"{one.number}. {head}", words if one.title else "", about=one.id)


class Shown(NamedTuple):
    """How one kind of records stands among what was found."""

    title: str
    """English msgid of its head."""
    icon: str
    entry: Callable[[Any], Entry]
    page: str
    """The page that shows one of them."""
    lists: str = ""
    """The screen that lists all of them."""
    all_words: str = ""
    """English msgid of the way there; empty where there is none."""


SHOWN: dict[str, Shown] = {
    PERSON: Shown(N_("Persons"), "user", person_entry, "person", "people", N_("Show all persons")),
    NOTICE: Shown(N_("Notices"), "referral", _notice, "referrals", "referrals", N_("Show all notices")),
    AGENCY: Shown(N_("Institutions"), "agency", _agency, "agency"),
    "training": Shown(N_("Trainings and events"), "people", _training, "trainings"),
    "working_group": Shown(N_("Working groups"), "people", _working_group, "working_groups"),
    "meeting": Shown(N_("Meetings"), "meeting", _meeting, "meeting"),
    "commitment": Shown(N_("Commitments"), "check", _commitment, "commitments"),
    "raised_problem": Shown(N_("Problems"), "flag", _problem, "problems"),
    "contribution": Shown(N_("What went well, and what each can do"), "star", _contribution, "contributions"),
    "provision": Shown(N_("Provisions of the protocol"), "protocol", _provision, "protocol"),
    "law_change": Shown(N_("Changes of law"), "scale", _law_change, "law_changes"),
}
"""By the kinds of `search_everything`."""
ICONS = {kind: shown.icon for kind, shown in SHOWN.items()} | {ALL: "right"}
