"""How a noun of the command line says its verbs: each with its help and the function that does it.

What a noun needs is loaded only when it is asked for; so nothing here may load the vault or the records.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from desktop.language import _

_MOST = 1_000_000_000


class Later(argparse.ArgumentParser):
    """A parser whose arguments are added, and whose module is loaded, when it is asked for."""

    module = ""
    """The module whose `fill` adds the arguments, or `module:function`; empty once that is done, or needed no more."""

    def fill(self) -> None:
        """Add the arguments, once."""
        place, self.module = self.module, ""
        name, _colon, function = place.partition(":")
        if name:
            getattr(import_module(name), function or "fill")(self)

    def parse_known_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]
        """Parse, with every argument there."""
        self.fill()
        return super().parse_known_args(args, namespace)


class Adder:
    """Adds the verbs of one noun, each with its help and the function that does it."""

    def __init__(self, verbs: argparse._SubParsersAction[Later]) -> None:
        self._verbs = verbs

    def __call__(self, name: str, about: str, do: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        """Add a verb; returns its parser for its arguments."""
        verb = self._verbs.add_parser(name, help=about, description=about)
        verb.set_defaults(do=do)
        return verb

    def later(self, name: str, about: str, module: str) -> None:
        """Add a verb or a noun that is loaded when it is asked for; `fill` of its module adds what it takes."""
        self._verbs.add_parser(name, help=about, description=about).module = module

    def on_vault(
        self, name: str, about: str, do: Callable[[Any, argparse.Namespace], int], *, lists: bool = False,
        limit: bool = False, leads: bool = False,
    ) -> argparse.ArgumentParser:  # fmt: skip
        """Add a verb that works in the `Centre` of an unlocked vault.

        One that `lists` can answer as JSON, and be cut to a `limit`; one that `leads` is for director and deputy.
        """
        verb = self._verbs.add_parser(name, help=about, description=about)
        in_vault(verb, do, lists=lists, limit=limit, leads=leads)
        return verb


def in_vault(
    verb: argparse.ArgumentParser, do: Callable[[Any, argparse.Namespace], int], *, lists: bool = False,
    limit: bool = False, leads: bool = False,
) -> None:  # fmt: skip
    """Let a verb work in the `Centre` of an unlocked vault."""

    def opening(arguments: argparse.Namespace) -> int:
        from desktop.commands.opened import opened

        with opened(arguments, leads=leads) as centre:
            return do(centre, arguments)

    verb.set_defaults(do=opening)
    vault_arguments(verb)
    if limit:
        verb.add_argument("--limit", type=number, default=50, metavar="N", help=_("at most so many; 0 is all"))
    if lists:
        verb.add_argument("--json", action="store_true", help=_("as JSON"))


def verbs_of(parser: argparse.ArgumentParser, *, metavar: str = "VERB", required: bool = True) -> Adder:
    """Make a parser ready for its verbs, or for its nouns."""
    return Adder(parser.add_subparsers(metavar=metavar, dest=metavar.lower(), required=required, parser_class=Later))


def vault_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of every command that opens a vault: the vault first, then who opens it."""
    parser.add_argument("vault", type=Path, metavar="VAULT", help=_("the folder of the vault"))
    worker_arguments(parser)


def worker_arguments(parser: argparse.ArgumentParser) -> None:
    """Who opens the vault, and with what."""
    parser.add_argument("--worker", metavar="NAME", help=_("who works; needed where several may unlock"))
    parser.add_argument(
        "--passphrase-file", metavar="PATH", help=_("read the passphrase from a file; - is standard input")
    )


def number(text: str) -> int:
    """A number that counts something: 0 or more, and no more than any vault holds."""
    if not text.isdecimal() or len(text) > len(str(_MOST)):
        raise argparse.ArgumentTypeError(_("Write a whole number."))
    return int(text)
