"""`liepa law`: changes of law, noted for the next meeting."""

from __future__ import annotations

import argparse
from dataclasses import fields, replace

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import verbs_of
from desktop.language import _, chosen
from desktop.records.law_changes import LawDraft


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    new = add.on_vault("add", _("Note a change of law"), do_add)
    new.add_argument("act", metavar="ACT", help=_("the act, as it is called"))
    _details(new)
    amend = add.on_vault("amend", _("Correct a change of law"), do_amend)
    amend.add_argument("entry", metavar="N", help=_("its number in the list"))
    amend.add_argument("--act", metavar="TEXT", help=_("the act, as it is called"))
    _details(amend)
    remove = add.on_vault("remove", _("Take a change of law out"), do_remove)
    remove.add_argument("entry", metavar="N", help=_("its number in the list"))
    listed = add.on_vault("list", _("List the changes of law"), do_list, lists=True)
    listed.add_argument("--find", metavar="TEXT", help=_("only those that match, in any script and spelling"))


def _details(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--number", metavar="TEXT", help=_("the number of the act"))
    parser.add_argument("--from", dest="in_force_from", metavar="DATE", help=_("the day from which it holds"))
    parser.add_argument("--changes", dest="meaning", metavar="TEXT", help=_("what it changes for us"))
    parser.add_argument("--link", metavar="TEXT", help=_("where it can be read; kept as text, never opened"))


def _with_details(draft: LawDraft, typed: argparse.Namespace) -> LawDraft:
    named = read.given(typed, "act", "number", "meaning", "link")
    if typed.in_force_from:
        named["in_force_from"] = read.day(typed.in_force_from)
    return replace(draft, **named)


def do_add(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note one."""
    centre.law_changes.note(_with_details(LawDraft(), arguments), centre.worker)
    return terminal.saved()


def do_amend(centre: Centre, arguments: argparse.Namespace) -> int:
    """Correct one; what was not named stays."""
    kept = read.nth(centre.law_changes.all(), arguments.entry)
    centre.law_changes.amend(kept.id, _with_details(LawDraft.of(kept), arguments), centre.worker)
    return terminal.saved()


def do_remove(centre: Centre, arguments: argparse.Namespace) -> int:
    """Take one out; the history keeps it."""
    centre.law_changes.take_out(read.nth(centre.law_changes.all(), arguments.entry).id, centre.worker)
    return terminal.saved()


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List them, what comes into force last first."""
    numbers, speak = read.places(centre.law_changes.all()), chosen()
    found = centre.law_changes.find(arguments.find) if arguments.find else centre.law_changes.all()
    names = [field.name for field in fields(LawDraft)]
    return terminal.listing(
        arguments.json,
        (
            {"entry": numbers[one.id], **{name: getattr(one, name) for name in names}, "noted_on": one.noted_on}
            for one in found
        ),
        [_("Entry"), _("In force from"), _("Act"), _("Number"), _("What it changes for us")],
        ([str(numbers[one.id]), speak.day(one.in_force_from), one.act, one.number, one.meaning] for one in found),
    )
