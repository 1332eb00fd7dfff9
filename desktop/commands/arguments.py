"""How typed arguments become dates, times, identifiers and institutions; each says plainly what it could not read."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from desktop.centre import Centre
from desktop.language import N_
from desktop.problems import Problem
from desktop.records.referral import Referral


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
        return datetime.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise Problem(N_("There is no such date: {text}. Write it as 2026-11-02 09:05."), text=text) from None


def number(text: str) -> int:
    """A number that counts something: 0 or more."""
    found = int(text)
    if found < 0:
        raise ValueError(text)
    return found


def agency(centre: Centre, text: str) -> UUID:
    """The institution known by that name, short or full, in any script and spelling."""
    return centre.directory.by_name(text).id


def code(centre: Centre, list_name: str, text: str) -> str:
    """A code of an editable list, given as the code or in words."""
    for entry in centre.lists.entries(list_name):
        if text == entry.code or text.casefold() in (entry.msgid.casefold(), entry.own_words.casefold()):
            return entry.code
    raise Problem(
        N_("{text} is not in the list. It has: {codes}"),
        text=text,
        codes=", ".join(entry.code for entry in centre.lists.entries(list_name)),
    )


def referral(centre: Centre, text: str) -> Referral:
    """The notice with that number, such as 2026/419."""
    found = centre.referrals.by_label(text)
    if found is None:
        raise Problem(N_("There is no such notice: {number}"), number=text)
    return found
