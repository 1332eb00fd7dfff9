"""`liepa choices`: the lists that a centre may edit, such as kinds of assistance and lengths of orders."""

from __future__ import annotations

import argparse

from desktop.centre import Centre
from desktop.commands import terminal
from desktop.commands.parser_kit import number, verbs_of
from desktop.language import N_, _
from desktop.problems import Problem
from desktop.records.code_list import LISTS, Code
from desktop.records.lists import CodeDraft
from desktop.records.vocabulary import OUTCOMES


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    listed = add.on_vault("list", _("List the entries, retired ones included"), do_list, lists=True)
    listed.add_argument("list", nargs="?", choices=LISTS, metavar="LIST", help=_("which list; all if left out"))
    new = add.on_vault("add", _("Add an entry in the centre's own words"), do_add, leads=True)
    new.add_argument("list", choices=LISTS, metavar="LIST", help=_("which list"))
    new.add_argument("words", metavar="TEXT", help=_("its words"))
    new.add_argument("--outcome", choices=OUTCOMES, default="", help=_("the outcome a reason belongs to"))
    _length(new)
    rename = add.on_vault("rename", _("Give an entry the centre's own words"), do_rename, leads=True)
    _entry(rename)
    rename.add_argument("words", metavar="TEXT", help=_("its words; empty brings the first ones back"))
    length = add.on_vault("length", _("Say how long an order or measure lasts"), do_length, leads=True)
    _entry(length)
    _length(length)
    move = add.on_vault("move", _("Put an entry at another place of its list"), do_move, leads=True)
    _entry(move)
    move.add_argument("place", type=number, metavar="N", help=_("its place, from 1"))
    _entry(add.on_vault("retire", _("Offer an entry no longer; past records still show it"), do_retire, leads=True))
    _entry(add.on_vault("offer", _("Offer a retired entry again"), do_offer, leads=True))


def _entry(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("list", choices=LISTS, metavar="LIST", help=_("which list"))
    parser.add_argument("code", metavar="CODE", help=_("the code of the entry"))


def _length(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--hours", type=number, default=0, metavar="N", help=_("its length in hours; 0 is no set end"))
    parser.add_argument(
        "--prolonged", type=number, default=0, metavar="N", help=_("further hours when it is prolonged")
    )
    parser.add_argument("--source", default="", metavar="TEXT", help=_("where the length was taken from"))


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List the entries of one list or of all."""
    names = [arguments.list] if arguments.list else list(LISTS)
    entries = [entry for name in names for entry in centre.lists.entries(name, active_only=False)]
    return terminal.listing(
        arguments.json,
        (
            {"list": e.list_name, "code": e.code, "words": e.shown(_), "active": e.is_active, "hours": e.hours,
             "prolonged_hours": e.prolonged_hours, "source": e.source}
            for e in entries
        ),
        [_("List"), _("Code"), _("Words"), ""],
        ([e.list_name, e.code, e.shown(_), "" if e.is_active else _("Retired")] for e in entries),
    )  # fmt: skip


def _draft(arguments: argparse.Namespace, words: str = "") -> CodeDraft:
    return CodeDraft(words, arguments.hours, arguments.prolonged, arguments.source)


def _named(centre: Centre, arguments: argparse.Namespace) -> Code:
    found = centre.lists.code(arguments.list, arguments.code)
    if found is None:
        codes = ", ".join(entry.code for entry in centre.lists.entries(arguments.list, active_only=False))
        raise Problem(N_("{text} is not in the list. It has: {codes}"), text=arguments.code, codes=codes)
    return found


def do_add(centre: Centre, arguments: argparse.Namespace) -> int:
    """Add an entry and print its code."""
    kept = centre.lists.add(
        arguments.list, _draft(arguments, arguments.words), centre.worker, outcome=arguments.outcome
    )  # fmt: skip
    terminal.tell(kept.code)
    return terminal.DONE


def do_rename(centre: Centre, arguments: argparse.Namespace) -> int:
    """Give an entry other words."""
    centre.lists.rename(_named(centre, arguments).id, arguments.words, centre.worker)
    return terminal.saved()


def do_length(centre: Centre, arguments: argparse.Namespace) -> int:
    """Set the length of an order or measure."""
    centre.lists.set_length(_named(centre, arguments).id, _draft(arguments), centre.worker)
    return terminal.saved()


def do_move(centre: Centre, arguments: argparse.Namespace) -> int:
    """Move an entry."""
    centre.lists.move(_named(centre, arguments).id, arguments.place - 1, centre.worker)
    return terminal.saved()


def do_retire(centre: Centre, arguments: argparse.Namespace) -> int:
    """Retire an entry."""
    centre.lists.retire(_named(centre, arguments).id, centre.worker)
    return terminal.saved()


def do_offer(centre: Centre, arguments: argparse.Namespace) -> int:
    """Offer a retired entry again."""
    centre.lists.revive(_named(centre, arguments).id, centre.worker)
    return terminal.saved()
