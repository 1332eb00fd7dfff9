"""`liepa history`: who changed what and when, and taking a change back."""

from __future__ import annotations

import argparse

from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.opened import opened, vault_arguments
from desktop.commands.parser_kit import verbs_of
from desktop.language import _, chosen

NAME = "history"


def about() -> str:
    """What this noun is for."""
    return _("See who changed what, and undo a change")


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    listed = add("list", _("List changes, newest first"), do_list)
    vault_arguments(listed)
    listed.add_argument("--limit", type=read.number, default=50, metavar="N", help=_("at most so many"))
    listed.add_argument("--json", action="store_true", help=_("as JSON"))
    undo = add("undo", _("Take a change back, by a new change"), do_undo)
    vault_arguments(undo)
    undo.add_argument(
        "number", type=read.number, nargs="?", metavar="N", help=_("number of the change; your last one if left out")
    )


def do_list(arguments: argparse.Namespace) -> int:
    """List the history."""
    with opened(arguments) as centre:
        entries = centre.history.entries(limit=arguments.limit)
        if arguments.json:
            terminal.as_json(
                [
                    {
                        "number": e.number,
                        "at": e.at,
                        "by": e.by_name,
                        "what": e.told(_),
                        "undone_by": e.undone_by,
                    }
                    for e in entries
                ]
            )
            return terminal.DONE
        speak = chosen()
        terminal.table(
            ["#", _("When"), _("Who"), _("What")],
            [[str(e.number), speak.moment(centre.world.desk(e.at)), e.by_name, e.told(_)] for e in entries],
        )
    return terminal.DONE


def do_undo(arguments: argparse.Namespace) -> int:
    """Undo one change."""
    with opened(arguments) as centre:
        worker = centre.worker
        number = arguments.number or centre.history.last_of(worker)
        entry = centre.history.undo(number, worker)
        terminal.tell(_("Undone: {what}", what=entry.told(_)))
    return terminal.DONE
