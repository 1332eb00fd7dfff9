"""`liepa agency`: the institutions the centre works with."""

from __future__ import annotations

import argparse
from uuid import UUID

from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.opened import opened, vault_arguments
from desktop.commands.parser_kit import verbs_of
from desktop.language import _
from desktop.records.directory import AgencyDraft
from desktop.records.vocabulary import AGENCY_KINDS

NAME = "agency"


def about() -> str:
    """What this noun is for."""
    return _("Add and list institutions and their units")


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    new = add("add", _("Add an institution, or a unit of one"), do_add)
    vault_arguments(new)
    new.add_argument("name", metavar="NAME", help=_("its full name"))
    new.add_argument("--kind", choices=AGENCY_KINDS, required=True, help=_("its kind"))
    new.add_argument("--short", default="", metavar="NAME", help=_("its short name"))
    new.add_argument("--part-of", metavar="NAME", help=_("the institution it is a unit of"))
    listed = add("list", _("List institutions"), do_list)
    vault_arguments(listed)
    listed.add_argument("--json", action="store_true", help=_("as JSON"))


def do_add(arguments: argparse.Namespace) -> int:
    """Add an institution."""
    with opened(arguments) as centre:
        parent = read.agency(centre, arguments.part_of) if arguments.part_of else None
        draft = AgencyDraft(kind=arguments.kind, name=arguments.name, short_name=arguments.short, parent_id=parent)
        centre.directory.enter(draft, centre.worker)
        terminal.tell(_("Saved."))
    return terminal.DONE


def do_list(arguments: argparse.Namespace) -> int:
    """List institutions and their units."""
    with opened(arguments) as centre:
        agencies = centre.directory.agencies()
        if arguments.json:
            named: dict[UUID | None, str] = {agency.id: agency.name for agency in agencies}
            terminal.as_json([
                {"name": a.name, "short_name": a.short_name, "kind": a.kind, "unit_of": named.get(a.parent_id)}
                for a in agencies
            ])  # fmt: skip
            return terminal.DONE
        terminal.table(
            [_("Kind"), _("Name"), _("Short name")],
            [[_(AGENCY_KINDS[a.kind]), ("  " if a.parent_id else "") + a.name, a.short_name] for a in agencies],
        )
    return terminal.DONE
