"""`liepa search`: persons, notices, institutions and the other records at once, by any word in any script."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from desktop.commands import terminal
from desktop.commands.opened import opened
from desktop.commands.parser_kit import number, vault_arguments
from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.records.search_everything import FEWEST_LETTERS, Found

FEW = 20
TITLES = {
    "person": N_("Person"), "notice": N_("Notice"), "agency": N_("Institution"), "training": N_("Training or event"),
    "working_group": N_("Working group"), "law_change": N_("Change of law"),
}  # fmt: skip
Line = tuple[str, str, str]
"""Kind, number or code, name."""


def fill(parser: argparse.ArgumentParser) -> None:
    """Add its arguments; it has no verbs."""
    parser.set_defaults(do=do_search)
    vault_arguments(parser)
    parser.add_argument("words", nargs="+", metavar="WORDS", help=_("a part of a name, a number, a telephone, a place"))
    parser.add_argument("--limit", type=number, default=FEW, metavar="N", help=_("at most so many of each kind"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))


def do_search(arguments: argparse.Namespace) -> int:
    """Search, and show no telephone and no address."""
    words = " ".join(arguments.words)
    if len(words.strip()) < FEWEST_LETTERS:
        raise Problem(N_("Type at least two signs."))
    with opened(arguments) as centre:
        found = centre.search.find(words, arguments.limit)
        if arguments.json:
            keys = ("kind", "number", "name")
            terminal.as_json([dict(zip(keys, line, strict=True)) for line in _lines(found)])
            return terminal.DONE
        if found.is_near:
            terminal.tell(_("Persons written similarly"))
        rows = [[_(TITLES[kind]), number, name] for kind, number, name in _lines(found)]
        terminal.table([_("Kind"), _("Number"), _("Name")], rows)
    return terminal.DONE


def _lines(found: Found) -> Iterator[Line]:
    for person in found.persons:
        yield "person", person.code, person.name
    for notice in found.referrals:
        yield "notice", notice.label, f"{chosen().day(notice.received_at.date())} {notice.person_name}".strip()
    for agency in found.of("agency"):
        yield "agency", agency.short_name, agency.name
    for training in found.of("training"):
        yield "training", chosen().day(training.on_day), training.topic
    for group in found.of("working_group"):
        yield "working_group", chosen().day(group.since), group.name
    for change in found.of("law_change"):
        yield "law_change", change.number, change.act
