"""The list of commands. `--help` on every level is the manual; each noun has a module of its own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import suppress

from desktop import __version__
from desktop.commands import (
    agency,
    assistance,
    centre,
    choices,
    closed_day,
    consent,
    demo,
    due,
    handover,
    history,
    person,
    plan,
    reconcile,
    referral,
    search,
    summary,
    terminal,
    vault,
    worker,
)
from desktop.language import LOCALES, N_, _, choose

NOUNS = (demo, vault, worker, centre, search, referral, person, assistance, consent, plan, agency, choices, closed_day,
         due, handover, reconcile, summary, history)  # fmt: skip
"""Modules with `NAME`, `about()` and `verbs(add)`."""


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
    nouns = whole.add_subparsers(metavar="COMMAND", dest="noun")
    for noun in NOUNS:
        parser = nouns.add_parser(noun.NAME, help=noun.about(), description=noun.about())
        noun.fill(parser)
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
