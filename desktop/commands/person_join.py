"""The verbs of `liepa person` that make one person of two records, and part them again."""

from __future__ import annotations

import argparse

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import Adder
from desktop.language import N_, _, chosen, ngettext
from desktop.problems import Problem
from desktop.records.people import JoinDraft
from desktop.records.person_join import FIELDS, MOVED


def add_verbs(add: Adder) -> None:
    """Add the verbs."""
    join = add.on_vault(
        "join", _("Let one record of a person go into another; for 30 days they can be parted"), do_join
    )
    join.add_argument("kept", metavar="PERSON", help=_("whose record stays: her code, such as P-0388"))
    join.add_argument("other", metavar="OTHER", help=_("whose record goes into it"))
    join.add_argument(
        "--take", action="append", choices=FIELDS, metavar="FIELD",
        help=_("a field in which the other's value stays; may be repeated: {fields}", fields=", ".join(FIELDS)),
    )  # fmt: skip
    part = add.on_vault("part", _("Part somebody who was joined with another"), do_part)
    part.add_argument("joined", metavar="CODE", help=_("the code that she had before"))


def do_join(centre: Centre, arguments: argparse.Namespace) -> int:
    """Join two persons; what moved is told."""
    kept, other = (read.person(centre, text) for text in (arguments.kept, arguments.other))
    two = centre.people.two(kept, other)
    take = two.proposed | frozenset(arguments.take) if arguments.take else None
    if two.named_together:
        terminal.tell(_("One notice names both: {numbers}", numbers=", ".join(two.named_together)))
    centre.people.join(JoinDraft(kept, other, take), centre.worker)
    for name, n in two.moves.items():
        terminal.tell(_(MOVED[name][1], n=n))
    return terminal.saved()


def do_part(centre: Centre, arguments: argparse.Namespace) -> int:
    """Part them; what was changed since stays, and is told."""
    joined_id = centre.people.joined_by_code(arguments.joined)
    if joined_id is None:
        raise Problem(N_("These two persons are not joined."))
    parting = centre.people.parting(joined_id)
    centre.people.part(joined_id, centre.worker)
    if parting.since:
        code = parting.kept.code
        terminal.tell(
            ngettext(
                "{n} later change stays with {code}.",
                "{n} later changes stay with {code}.",
                len(parting.since),
                code=code,
            )
        )
        for entry in parting.since:
            terminal.tell(f"  {entry.told(chosen().say)}")
    return terminal.saved()
