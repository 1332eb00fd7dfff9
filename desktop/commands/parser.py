"""The list of commands. `--help` on every level is the manual; each noun has a module of its own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import suppress

from desktop import __version__
from desktop.commands import terminal
from desktop.commands.parser_kit import verbs_of
from desktop.language import LOCALES, N_, _, choose

NOUNS = {
    "demo": N_("Make an invented centre: vault, signed summaries, pictures of the screens"),
    "vault": N_("Create, check, back up, restore and recover a vault"),
    "worker": N_("Add, list and remove the workers of a vault"),
    "centre": N_("Show and change the centre's data, and whose seals it trusts"),
    "search": N_("Search persons, notices and institutions at once"),
    "referral": N_("Enter, list, show and bring in received notices"),
    "person": N_("List persons and note the safe way to reach them"),
    "assistance": N_("Note and list the help that was given"),
    "consent": N_("Note, list and withdraw a person's consents"),
    "plan": N_("Note and list the measures of a person's plan"),
    "training": N_("Write down and list trainings, events and publicity"),
    "group": N_("Write down and list working groups, and end them"),
    "law": N_("Note and list changes of law"),
    "agency": N_("Add and list institutions and their units"),
    "choices": N_("Show and change the lists that forms offer"),
    "closed-day": N_("List and enter the centre's own closed days"),
    "due": N_("What cannot wait: calls, orders, plans"),
    "handover": N_("Write and read notes for the next shift"),
    "reconcile": N_("Compare a partner's list with the centre's own"),
    "package": N_("Exchange agreed figures with other crisis centres"),
    "meeting": N_("Plan, hold and minute meetings of institutions"),
    "commitment": N_("Note and list what institutions promised"),
    "problem": N_("Raise, work on and solve problems between institutions"),
    "protocol": N_("The local protocol: versions, alignment, duties, yearly report"),
    "monitoring": N_("Numbers over time, what grew, and breaks in counting"),
    "view": N_("List, keep and delete your views of the lists"),
    "summary": N_("Issue the signed summary of a month, and check a received one"),
    "history": N_("See who changed what, and undo a change"),
}
"""Each noun and what it is for; its module is loaded only when it is asked for."""


def build() -> argparse.ArgumentParser:
    """The whole command line, in the chosen language."""
    whole = argparse.ArgumentParser(
        prog="liepa",
        description=_(
            "Liepa keeps a crisis centre's notices, help and summaries in an encrypted vault. Without a command the windows open."
        ),
    )
    whole.add_argument(
        "--version",
        action="version",
        version=f"Liepa {__version__}",
        help=_("show program's version number and exit"),
    )
    whole.add_argument(
        "--speak", choices=LOCALES, metavar="LANGUAGE", help=_("language of this program: en, lt, sr_Latn, sr_Cyrl")
    )
    add = verbs_of(whole, metavar="COMMAND", required=False)
    for noun, about in NOUNS.items():
        add.later(noun, _(about), f"desktop.commands.{noun.replace('-', '_')}")
    return whole


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code."""
    speak = _asked_language(arguments)
    if speak:
        choose(speak)
    _teach_argparse()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if hasattr(sys.stdin, "reconfigure"):
        with suppress(ValueError):  # it was read from already
            sys.stdin.reconfigure(encoding="utf-8", errors="strict")
    parser = build()
    parsed = parser.parse_args(arguments)
    if not hasattr(parsed, "do"):
        parser.print_help()
        return terminal.USAGE
    return terminal.run(parsed.do, parsed)


ARGPARSE_WORDS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("unrecognized arguments: %s"),
    N_("the following arguments are required: %s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("expected one argument"),
    N_("expected at least one argument"),
)
"""What argparse itself says, so that the catalogues hold it."""


def _teach_argparse() -> None:
    """Let argparse speak through our catalogue instead of the standard library's."""
    vars(argparse)["_"] = _


def _asked_language(arguments: Sequence[str]) -> str | None:
    for place, word in enumerate(arguments):
        if word == "--speak" and place + 1 < len(arguments) and arguments[place + 1] in LOCALES:
            return arguments[place + 1]
        if word.startswith("--speak=") and word[8:] in LOCALES:
            return word[8:]
    return None
