"""`liepa group`: working groups, their members and what came of them."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import verbs_of
from desktop.commands.training import institution
from desktop.language import _, chosen
from desktop.records.working_groups import GroupDraft, GroupSheet, MemberDraft


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    new = add.on_vault("add", _("Write down that a working group began"), do_add)
    new.add_argument("name", metavar="NAME", help=_("what it is called"))
    _details(new)
    amend = add.on_vault("amend", _("Change a working group"), do_amend)
    amend.add_argument("entry", metavar="N", help=_("its number in the list"))
    amend.add_argument("--name", metavar="NAME", help=_("what it is called"))
    _details(amend)
    end = add.on_vault("end", _("Say that a working group ended its work"), do_end)
    end.add_argument("entry", metavar="N", help=_("its number in the list"))
    end.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))
    end.add_argument("--results", default="", metavar="TEXT", help=_("what came of it"))
    listed = add.on_vault("list", _("List the working groups"), do_list, lists=True)
    listed.add_argument("--working", action="store_true", help=_("only those at work"))


def _details(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--purpose", metavar="TEXT", help=_("what it is for"))
    parser.add_argument("--since", metavar="DATE", help=_("since when it works; today if left out"))
    parser.add_argument("--results", metavar="TEXT", help=_("what came of it"))
    parser.add_argument(
        "--member", action="append", metavar="NAME",
        help=_("an institution, or NAME: a person of it; ours is the centre; may be given several times"),
    )  # fmt: skip


def _with_details(centre: Centre, draft: GroupDraft, typed: argparse.Namespace) -> GroupDraft:
    named: dict[str, Any] = read.given(typed, "name", "purpose", "results")
    if typed.since:
        named["since"] = read.day(typed.since)
    if typed.member is not None:
        named["members"] = tuple(_member(centre, text) for text in typed.member if text)
    return replace(draft, **named)


def _member(centre: Centre, text: str) -> MemberDraft:
    name, _colon, person = text.partition(":")
    return MemberDraft(institution(centre, name, "members"), person.strip())


def do_add(centre: Centre, arguments: argparse.Namespace) -> int:
    """Write one down."""
    draft = _with_details(centre, GroupDraft(since=centre.world.today()), arguments)
    centre.groups.found(draft, centre.worker)
    return terminal.saved()


def do_amend(centre: Centre, arguments: argparse.Namespace) -> int:
    """Change one; what was not named stays. Members that are named replace all."""
    sheet = _meant(centre, arguments.entry)
    centre.groups.amend(sheet.group.id, _with_details(centre, GroupDraft.of(sheet), arguments), centre.worker)
    return terminal.saved()


def do_end(centre: Centre, arguments: argparse.Namespace) -> int:
    """End one."""
    on = read.day_or_today(centre, arguments.on)
    centre.groups.end(_meant(centre, arguments.entry).group.id, on, arguments.results, centre.worker)
    return terminal.saved()


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List them, those at work first."""
    numbers, speak = read.places([sheet.group for sheet in centre.groups.all()]), chosen()
    named = {one.id: one.name for one in centre.directory.agencies()}
    sheets = centre.groups.all(working=arguments.working)
    return terminal.listing(
        arguments.json,
        (
            {
                "entry": numbers[one.group.id], "name": one.group.name, "purpose": one.group.purpose,
                "since": one.group.since, "until": one.group.until, "results": one.group.results,
                "members": [
                    {"institution": named.get(each.agency_id) if each.agency_id else None, "person": each.person}
                    for each in one.members
                ],
            }
            for one in sheets
        ),
        [_("Entry"), _("Since"), _("Until"), _("Name"), _("Members")],
        (
            [
                str(numbers[one.group.id]), speak.day(one.group.since),
                speak.day(one.group.until) if one.group.until else "", one.group.name, speak.number(len(one.members)),
            ]
            for one in sheets
        ),
    )  # fmt: skip


def _meant(centre: Centre, text: str) -> GroupSheet:
    return centre.groups.sheet(read.nth([sheet.group for sheet in centre.groups.all()], text).id)
