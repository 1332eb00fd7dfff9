"""How a noun of the command line says its verbs: each with its help and the function that does it."""

from __future__ import annotations

import argparse
from collections.abc import Callable


class Adder:
    """Adds the verbs of one noun, each with its help and the function that does it."""

    def __init__(self, verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
        self._verbs = verbs

    def __call__(self, name: str, about: str, do: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        """Add a verb; returns its parser for its arguments."""
        verb = self._verbs.add_parser(name, help=about, description=about)
        verb.set_defaults(do=do)
        return verb


def verbs_of(parser: argparse.ArgumentParser) -> Adder:
    """Make a noun's parser ready for its verbs."""
    return Adder(parser.add_subparsers(metavar="VERB", dest="verb", required=True))
