"""`liepa history`: who changed what and when, and taking a change back."""

from __future__ import annotations

import argparse

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import verbs_of
from desktop.language import _, chosen
from desktop.vault.history import Entry

NAME = "history"
PAGE = 500
"""Entries read at once."""


def about() -> str:
    """What this noun is for."""
    return _("See who changed what, and undo a change")


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    listed = add.on_vault("list", _("List changes, newest first"), do_list, lists=True, limit=True)
    listed.add_argument("--before", type=read.number, metavar="N", help=_("only changes before this number"))
    listed.add_argument("--notice", metavar="NUMBER", help=_("only what was changed in this notice"))
    undo = add.on_vault("undo", _("Take a change back, by a new change"), do_undo)
    undo.add_argument(
        "number", type=read.number, nargs="?", metavar="N", help=_("number of the change; your last one if left out")
    )
    redo = add.on_vault("redo", _("Do a change again that was taken back"), do_redo)
    redo.add_argument("number", type=read.number, metavar="N", help=_("number of the change that was taken back"))
    for one in (undo, redo):
        one.add_argument("--along", action="store_true", help=_("take along the later changes that stand on it"))


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List the history."""
    record = read.referral(centre, arguments.notice).id if arguments.notice else None
    limit = arguments.limit or read.MOST
    entries: list[Entry] = []
    before = arguments.before
    while page := centre.history.entries(before=before, limit=min(PAGE, limit - len(entries)), record=record):
        entries += page
        before = page[-1].number
    speak = chosen()
    return terminal.listing(
        arguments.json,
        (
            {"number": e.number, "at": e.at, "by": e.by_name, "what": e.told(_), "undone_by": e.undone_by}
            for e in entries
        ),
        ["#", _("When"), _("Who"), _("What")],
        ([str(e.number), speak.moment(centre.world.desk(e.at)), e.by_name, e.told(_)] for e in entries),
    )


def do_undo(centre: Centre, arguments: argparse.Namespace) -> int:
    """Undo one change."""
    number = centre.history.last_of(centre.worker) if arguments.number is None else arguments.number
    entry = centre.history.undo(number, centre.worker, along=arguments.along)
    terminal.tell(entry.told(_))
    return terminal.DONE


def do_redo(centre: Centre, arguments: argparse.Namespace) -> int:
    """Do an undone change again."""
    entry = centre.history.redo(arguments.number, centre.worker, along=arguments.along)
    terminal.tell(entry.told(_))
    return terminal.DONE
