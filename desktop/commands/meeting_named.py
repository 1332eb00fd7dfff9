"""Which meeting, which kind of meeting and which item a command means."""

from __future__ import annotations

import argparse
from uuid import UUID

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.language import N_, _
from desktop.problems import Problem
from desktop.records.meeting import AgendaItem, Meeting, MeetingKind
from desktop.vault.search import fold

OWN = "us"
"""Said for our own centre in place of an institution's name."""


def meeting_argument(parser: argparse.ArgumentParser) -> None:
    """The argument that names a meeting."""
    parser.add_argument("meeting", metavar="MEETING", help=_("its number, such as PM-2026-11, or its day"))


def item_argument(parser: argparse.ArgumentParser) -> None:
    """The argument that names an item of the agenda."""
    parser.add_argument("item", metavar="N", help=_("the item: its number on the agenda, or its part"))


def meeting(centre: Centre, text: str) -> Meeting:
    """The meeting with that number, or the only one of that day."""
    meetings = [row.meeting for row in centre.diary.rows()]
    found = [each for each in meetings if each.number == text] or [
        each for each in meetings if each.on_day.isoformat() == text
    ]
    if not found:
        raise Problem(N_("There is no such meeting: {number}"), number=text)
    if len(found) > 1:
        numbers = ", ".join(sorted(each.number for each in found))
        raise Problem(N_("There are several meetings on this day. Name one by its number: {numbers}"), numbers=numbers)
    return found[0]


def kind(centre: Centre, text: str) -> MeetingKind:
    """The kind with that code or name, in any spelling."""
    kinds = centre.diary.kinds(retired=True)
    for each in kinds:
        if fold(text) in {fold(each.code), fold(each.name), fold(kind_name(each))} - {""}:
            return each
    known = ", ".join(each.code or each.name for each in kinds)
    raise Problem(N_("There is no such kind of meeting: {kind}. Known are: {known}"), kind=text, known=known)


def kind_name(each: MeetingKind) -> str:
    """What a kind is called."""
    return each.name or _(each.known_as)


def item(centre: Centre, of: Meeting, text: str) -> AgendaItem:
    """The item with that number on the agenda, or of that part."""
    items = centre.agendas.items(of.id)
    if text.isdecimal() and 1 <= int(text[:4]) <= len(items):
        return items[int(text) - 1]
    for each in items:
        if text == each.part or (each.title and fold(text) == fold(each.title)):
            return each
    raise Problem(N_("There is no such item on the agenda: {number}"), number=text)


def institution(centre: Centre, text: str) -> UUID | None:
    """The institution of that name; None for our own centre."""
    return None if text == OWN else read.agency(centre, text, "institution")
