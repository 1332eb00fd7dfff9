"""How typed arguments become dates, times, identifiers and institutions; each says plainly what it could not read."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, TypeVar
from uuid import UUID

from desktop.centre import Centre
from desktop.language import N_, _
from desktop.problems import Problem
from desktop.records.code_list import Code
from desktop.records.referral import Referral
from desktop.records.vocabulary import WEEKDAYS
from desktop.vault.record import Record
from desktop.vault.search import fold

Kept = TypeVar("Kept", bound=Record)


def day(text: str) -> date:
    """A date written as 2026-11-02."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Problem(N_("There is no such date: {text}. Write it as 2026-11-02."), text=text) from None


def desk_time(text: str, default: time = time(12, 0)) -> datetime:
    """A date, with or without a time: 2026-11-02 or 2026-11-02 09:05 (a T between them is understood)."""
    try:
        if len(text) <= 10:
            return datetime.combine(date.fromisoformat(text), default)
        moment = datetime.fromisoformat(text).replace(second=0, microsecond=0)
        if moment.tzinfo is not None:
            raise ValueError(text)
        return moment
    except ValueError:
        raise Problem(N_("There is no such date: {text}. Write it as 2026-11-02 09:05."), text=text) from None


def hours(text: str) -> tuple[time | None, time | None]:
    """Two times of day written as 09:00-12:00; none where nothing is written."""
    if not text:
        return None, None
    try:
        begins, ends = (time.fromisoformat(part.strip()) for part in text.split("-"))
        if begins.tzinfo or ends.tzinfo:
            raise ValueError(text)
    except ValueError:
        raise Problem(N_("Write the hours as 09:00-12:00.")) from None
    return begins, ends


def weekdays(text: str) -> tuple[str, ...]:
    """Days such as mo,tu,we; an unknown one stays in it, so that the draft's check finds it."""
    named = [day.strip() for day in text.split(",") if day.strip()]
    return tuple(sorted(named, key=lambda day: WEEKDAYS.index(day) if day in WEEKDAYS else len(WEEKDAYS)))


def agency(centre: Centre, text: str, field: str = "sender_id") -> UUID:
    """The institution known by that name, short or full, in any script and spelling."""
    if not fold(text).split():
        raise Problem(N_("There is no such institution: {name}"), field=field, name=text)
    try:
        return centre.directory.by_name(text).id
    except Problem as problem:
        raise Problem(problem.sentence, field=field, **problem.values) from None


def agency_if_named(centre: Centre, text: str | None, field: str) -> UUID | None:
    """The same where a name was given."""
    return agency(centre, text, field) if text else None


def person(centre: Centre, text: str) -> UUID:
    """The person with that code, such as P-0388, or whom the notice of that number is about."""
    if "/" in text:
        about = referral(centre, text).person_id
        if about is None:
            raise Problem(N_("This notice names nobody yet."))
        return about
    if (found := centre.people.by_code(text)) is not None:
        return found
    raise Problem(N_("There is no such person: {code}"), code=text)


def nth(entries: Sequence[Kept], text: str) -> Kept:
    """The entry with that number in a list that was shown, from 1, in the order in which they were entered."""
    ordered = sorted(entries, key=lambda entry: entry.id)
    if not text.isdecimal() or not 1 <= int(text[:9]) <= len(ordered):
        raise Problem(N_("There is no entry with this number: {number}"), number=text)
    return ordered[int(text) - 1]


def places(entries: Sequence[Record]) -> dict[UUID, int]:
    """The number of each entry, as `nth` understands it."""
    return {record_id: place for place, record_id in enumerate(sorted(entry.id for entry in entries), 1)}


def given(arguments: argparse.Namespace, *names: str) -> dict[str, Any]:
    """Those of the arguments that were typed, for a draft that is to be changed."""
    return {name: getattr(arguments, name) for name in names if getattr(arguments, name) is not None}


def day_or_today(centre: Centre, text: str | None) -> date:
    """The day named, or today."""
    return day(text) if text else centre.world.today()


def code(centre: Centre, list_name: str, text: str) -> str:
    """A code of an editable list, given as the code or in words."""
    return _entry(centre.lists.entries(list_name), text).code


def reason(centre: Centre, outcome: str, text: str) -> str:
    """A reason that belongs to the outcome; empty for an outcome that wants none."""
    return _entry(centre.lists.reasons(outcome), text).code if text else ""


def _entry(entries: tuple[Code, ...], text: str) -> Code:
    wanted = fold(text)
    for entry in entries:
        known = (entry.code, entry.code.rpartition(".")[2], entry.msgid, entry.own_words, entry.shown(_))
        if wanted in {fold(word) for word in known if word}:
            return entry
    codes = ", ".join(entry.code for entry in entries)
    raise Problem(N_("{text} is not in the list. It has: {codes}"), text=text, codes=codes)


def referral(centre: Centre, text: str) -> Referral:
    """The notice with that number, such as 2026/419."""
    found = centre.referrals.by_label(text)
    if found is None:
        raise Problem(N_("There is no such notice: {number}"), number=text)
    return found
