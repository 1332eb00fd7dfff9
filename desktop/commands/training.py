"""`liepa training`: trainings, events and publicity, with how many came from where."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any
from uuid import UUID

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import verbs_of
from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.records.training import TRAINING_KINDS
from desktop.records.trainings import PartDraft, TrainingDraft, TrainingQuery, TrainingSheet
from desktop.records.typed import read_hours

OURS = "ours"
"""Stands for the centre itself among the institutions."""
_SIDES = {"participants": "participant", "lecturers": "lecturer"}


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    new = add.on_vault("add", _("Write down a training, an event or publicity"), do_add)
    new.add_argument("topic", metavar="TOPIC", help=_("what it was about"))
    _details(new)
    amend = add.on_vault("amend", _("Correct one"), do_amend)
    amend.add_argument("number", metavar="N", help=_("its number in the list"))
    amend.add_argument("--topic", metavar="TEXT", help=_("what it was about"))
    _details(amend)
    remove = add.on_vault("remove", _("Take one out"), do_remove)
    remove.add_argument("number", metavar="N", help=_("its number in the list"))
    listed = add.on_vault("list", _("List them, the newest first"), do_list, lists=True)
    listed.add_argument("--year", type=int, metavar="YEAR", help=_("only those that begin in this year"))
    listed.add_argument("--kind", choices=TRAINING_KINDS, help=_("only those of this kind"))
    listed.add_argument(
        "--with", dest="agency", metavar="NAME", help=_("only those that an institution held or came to")
    )
    listed.add_argument("--find", metavar="TEXT", help=_("only those that match, in any script and spelling"))


def _details(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", choices=TRAINING_KINDS, help=_("its kind"))
    parser.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))
    parser.add_argument("--until", metavar="DATE", help=_("its last day, if it took several"))
    parser.add_argument("--hours", metavar="HOURS", help=_("how long it took: 1.5 or 1:30"))
    parser.add_argument("--by", metavar="NAME", help=_("the institution that held it; ours is the centre"))
    parser.add_argument("--place", metavar="PLACE", help=_("where"))
    parser.add_argument("--publicity", metavar="TEXT", help=_("where it was told of; a link is kept as text"))
    parser.add_argument("--note", metavar="TEXT", help=_("a note"))
    for side, about in (
        (
            "participants",
            _("who came: NAME=12, or NAME=2: their names; ours is the centre; may be given several times"),
        ),
        ("lecturers", _("who taught, written the same way")),
    ):
        parser.add_argument(f"--{side}", action="append", metavar="NAME=N", help=about)


def institution(centre: Centre, text: str, field: str) -> UUID | None:
    """The institution of that name; None where the centre itself is meant."""
    return None if text.strip() == OURS else read.agency(centre, text, field)


def _with_details(centre: Centre, draft: TrainingDraft, typed: argparse.Namespace) -> TrainingDraft:
    named: dict[str, Any] = read.given(typed, "topic", "kind", "place", "publicity", "note")
    if typed.on:
        named["on_day"] = read.day(typed.on)
    if typed.until is not None:
        named["until_day"] = read.day(typed.until) if typed.until else None
    if typed.hours is not None:
        named["minutes"] = _minutes(typed.hours)
    if typed.by:
        named["organiser_id"] = institution(centre, typed.by, "organiser_id")
    parts = draft.parts
    for side, role in _SIDES.items():
        if (given := getattr(typed, side)) is not None:
            hers = tuple(_part(centre, text, role) for text in given if text)
            parts = (*(part for part in parts if part.role != role), *hers)
    return replace(draft, **named, parts=parts)


def _minutes(text: str) -> int:
    try:
        return read_hours(text)
    except Problem as problem:
        raise Problem(problem.sentence, field="--hours") from None


def _part(centre: Centre, text: str, role: str) -> PartDraft:
    """`Kretingos r. PK=12: Tomas, Ona`; one person where no number stands."""
    name, _equals, rest = text.partition("=")
    number, _colon, names = rest.partition(":")
    if rest and not (number.strip().isdecimal() and len(number.strip()) < 9):
        raise Problem(N_("This is not a number."), field="parts")
    return PartDraft(institution(centre, name, "parts"), role, int(number) if rest else 1, names)


def do_add(centre: Centre, arguments: argparse.Namespace) -> int:
    """Write one down."""
    draft = TrainingDraft(on_day=centre.world.today())
    centre.trainings.enter(_with_details(centre, draft, arguments), centre.worker)
    return terminal.saved()


def do_amend(centre: Centre, arguments: argparse.Namespace) -> int:
    """Correct one; what was not named stays. Those named as participants or lecturers replace all of that side."""
    sheet = _meant(centre, arguments.number)
    draft = TrainingDraft.of(sheet.training, sheet.parts)
    centre.trainings.amend(sheet.training.id, _with_details(centre, draft, arguments), centre.worker)
    return terminal.saved()


def do_remove(centre: Centre, arguments: argparse.Namespace) -> int:
    """Take one out; the history keeps it."""
    centre.trainings.take_out(_meant(centre, arguments.number).training.id, centre.worker)
    return terminal.saved()


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List trainings with their numbers."""
    year = arguments.year
    days = (read.day(f"{year:04}-01-01"), read.day(f"{year:04}-12-31")) if year else None
    agency = read.agency_if_named(centre, arguments.agency, "agency_id")
    query = TrainingQuery(days=days, kind=arguments.kind or "", agency_id=agency, text=arguments.find or "")
    numbers, speak = _numbers(centre), chosen()
    sheets = [centre.trainings.sheet(found) for found in centre.trainings.ids(query)]
    named = {one.id: one.name for one in centre.directory.agencies()}
    return terminal.listing(
        arguments.json,
        (_as_object(sheet, numbers[sheet.training.id], named) for sheet in sheets),
        [_("Number"), _("Day"), _("Kind"), _("Topic"), _("Organiser"), _("Participants"), _("Lecturers")],
        (
            [
                str(numbers[one.training.id]), speak.day(one.training.on_day), _(TRAINING_KINDS[one.training.kind]),
                one.training.topic, named.get(one.training.organiser_id or UUID(int=0), ""),
                speak.number(one.persons("participant")), speak.number(one.persons("lecturer")),
            ]
            for one in sheets
        ),
    )  # fmt: skip


def _as_object(sheet: TrainingSheet, number: int, named: dict[UUID, str]) -> dict[str, object]:
    one = sheet.training
    parts = [
        {"institution": named.get(part.agency_id) if part.agency_id else None, "role": part.role,
         "persons": part.persons, "names": part.names}
        for part in sheet.parts
    ]  # fmt: skip
    return {
        "number": number, "kind": one.kind, "topic": one.topic, "on": one.on_day, "until": one.until_day,
        "minutes": one.minutes, "by": named.get(one.organiser_id) if one.organiser_id else None, "place": one.place,
        "publicity": one.publicity, "note": one.note, "parts": parts,
    }  # fmt: skip


def _numbers(centre: Centre) -> dict[UUID, int]:
    """The number of each, in the order in which they were entered."""
    return {found: place for place, found in enumerate(sorted(centre.trainings.ids(TrainingQuery())), 1)}


def _meant(centre: Centre, text: str) -> TrainingSheet:
    found = next((each for each, number in _numbers(centre).items() if str(number) == text.strip()), None)
    if found is None:
        raise Problem(N_("There is no entry with this number: {number}"), number=text)
    return centre.trainings.sheet(found)
