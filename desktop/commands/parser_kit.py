"""How a noun of the command line says its verbs: each with its help and the function that does it."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from desktop.centre import Centre
from desktop.commands.arguments import number
from desktop.commands.opened import opened, vault_arguments
from desktop.language import _


class Adder:
    """Adds the verbs of one noun, each with its help and the function that does it."""

    def __init__(self, verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
        self._verbs = verbs

    def __call__(self, name: str, about: str, do: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        """Add a verb; returns its parser for its arguments."""
        verb = self._verbs.add_parser(name, help=about, description=about)
        verb.set_defaults(do=do)
        return verb

    def on_vault(
        self, name: str, about: str, do: Callable[[Centre, argparse.Namespace], int], *, lists: bool = False,
        limit: bool = False,
    ) -> argparse.ArgumentParser:  # fmt: skip
        """Add a verb that works in an unlocked vault; one that `lists` can answer as JSON, and be cut to a `limit`."""

        def opening(arguments: argparse.Namespace) -> int:
            with opened(arguments) as centre:
                return do(centre, arguments)

        verb = self(name, about, opening)
        vault_arguments(verb)
        if limit:
            verb.add_argument("--limit", type=number, default=50, metavar="N", help=_("at most so many; 0 is all"))
        if lists:
            verb.add_argument("--json", action="store_true", help=_("as JSON"))
        return verb


def verbs_of(parser: argparse.ArgumentParser) -> Adder:
    """Make a noun's parser ready for its verbs."""
    return Adder(parser.add_subparsers(metavar="VERB", dest="verb", required=True))
