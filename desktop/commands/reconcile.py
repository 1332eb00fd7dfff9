"""`liepa reconcile`: a partner's list against the centre's log. Reading and comparing lists need no vault."""

from __future__ import annotations

import argparse

from desktop.commands import reconcile_match, reconcile_read
from desktop.commands.parser_kit import verbs_of
from desktop.language import _

NAME = "reconcile"


def about() -> str:
    """What this noun is for."""
    return _("Compare a partner's list with the centre's own")


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    reconcile_read.add_arguments(add("read", _("Show what a partner's list says"), reconcile_read.do_read))
    reconcile_match.add_arguments(
        add("match", _("Propose which notice is which in two lists"), reconcile_match.do_match)
    )
