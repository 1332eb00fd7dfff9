"""`liepa closed-day`: the centre's own closed days, which deadlines leave out."""

from __future__ import annotations

import argparse

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import verbs_of
from desktop.language import N_, _, chosen
from desktop.problems import Problem


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    new = add.on_vault("add", _("Say that the centre is closed on a day"), do_add, leads=True)
    new.add_argument("day", metavar="DATE", help=_("the day"))
    new.add_argument("why", nargs="?", default="", metavar="TEXT", help=_("why"))
    add.on_vault("list", _("List the closed days"), do_list, lists=True)
    remove = add.on_vault("remove", _("Take a closed day back"), do_remove, leads=True)
    remove.add_argument("day", metavar="DATE", help=_("the day"))


def do_add(centre: Centre, arguments: argparse.Namespace) -> int:
    """Enter a closed day."""
    centre.lists.close_day(read.day(arguments.day), arguments.why, centre.worker)
    return terminal.saved()


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List closed days, earliest first."""
    days = centre.lists.closed_days()
    return terminal.listing(
        arguments.json,
        ({"day": closed.day, "why": closed.why} for closed in days),
        [_("Day"), _("Why")],
        ([chosen().day(closed.day), closed.why] for closed in days),
    )


def do_remove(centre: Centre, arguments: argparse.Namespace) -> int:
    """Take a closed day back."""
    day = read.day(arguments.day)
    for closed in centre.lists.closed_days():
        if closed.day == day:
            centre.lists.open_day(closed.id, centre.worker)
            return terminal.saved()
    raise Problem(N_("This day is not among the closed days."), field="day")
