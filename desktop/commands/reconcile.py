"""`liepa reconcile`: a partner's list against the centre's log. Reading and comparing lists need no vault."""

from __future__ import annotations

import argparse

from desktop.commands.parser_kit import verbs_of
from desktop.language import _

_ROOM = "desktop.commands.reconcile_"


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun; each loads what it needs when it is asked for."""
    add = verbs_of(parser)
    add.later("read", _("Show what a partner's list says"), f"{_ROOM}read:fill_read")
    add.later("match", _("Propose which notice is which in two lists"), f"{_ROOM}match:fill_match")
    add.later("propose", _("Bring a list into the vault and show how both sides stand"), f"{_ROOM}propose:fill_propose")
    add.later("list", _("List the reconciliations"), f"{_ROOM}propose:fill_list")
    add.later("show", _("Show a reconciliation: groups, differences, both sums"), f"{_ROOM}decide:fill_show")
    add.later(
        "decide", _("Say whether a row of theirs and a notice of ours are the same"), f"{_ROOM}decide:fill_decide"
    )
    add.later(
        "explain", _("Say why rows stand in one list alone, or why two numbers differ"), f"{_ROOM}decide:fill_explain"
    )
    add.later("enter", _("Enter one of theirs that never arrived as a notice"), f"{_ROOM}decide:fill_enter")
    add.later("remark", _("Note how they count, our own number, and what will be done"), f"{_ROOM}decide:fill_remark")
    add.later("settle", _("Settle a period: both sides agree on the figure"), f"{_ROOM}decide:fill_settle")
    add.later("remove", _("Take a list out that is not settled"), f"{_ROOM}propose:fill_remove")
    add.later("matrix", _("Show units by centres by months"), f"{_ROOM}matrix:fill_matrix")
    add.later("sister", _("Note what another centre agreed"), f"{_ROOM}matrix:fill_sister")
    add.later("sheet", _("Write the sheet both sides sign"), f"{_ROOM}sheet:fill_sheet")
    add.later("sheets", _("List the sheets that were issued"), f"{_ROOM}sheet:fill_sheets")
