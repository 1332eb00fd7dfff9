"""`liepa protocol`: the local protocol, from its first draft to the duties it lays down and the yearly report."""

from __future__ import annotations

import argparse

from desktop.commands.parser_kit import verbs_of
from desktop.language import _

_ALIGN = "desktop.commands.protocol_align"
_REVISE, _WORK = "desktop.commands.protocol_revise", "desktop.commands.protocol_work"
_VERSIONS, _TEXT = "desktop.commands.protocol_versions", "desktop.commands.protocol_text"


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun; each is loaded when it is asked for."""
    add = verbs_of(parser)
    add.later("list", _("List protocols and their versions"), f"{_VERSIONS}:fill_list")
    add.later("new", _("Begin a protocol with the usual chapters"), f"{_VERSIONS}:fill_new")
    add.later("show", _("Show the provisions of a version"), f"{_TEXT}:fill_show")
    add.later("provision", _("Add, change or leave out a provision of a draft"), f"{_TEXT}:fill_provision")
    add.later("party", _("Name a party, note that it signed or withdrew"), f"{_TEXT}:fill_party")
    add.later("revise", _("Begin the next version as a copy of one"), f"{_VERSIONS}:fill_revise")
    add.later("close", _("Close the text of a version for signature, or open it again"), f"{_VERSIONS}:fill_close")
    add.later("adopt", _("Note when a version was adopted and from when it is in force"), f"{_VERSIONS}:fill_adopt")
    add.later("take-out", _("Take out the draft of a version"), f"{_VERSIONS}:fill_take_out")
    add.later("import", _("Bring in the text of the protocol or of an act from a file"), f"{_ALIGN}:fill_import")
    add.later("acts", _("List the acts that the protocol is measured by"), f"{_ALIGN}:fill_acts")
    add.later("align", _("Show or judge how provisions stand to acts, or write the table"), f"{_ALIGN}:fill_align")
    add.later("propose", _("Propose a change of a provision"), f"{_REVISE}:fill_propose")
    add.later("changes", _("List proposed changes with what is said to them"), f"{_REVISE}:fill_changes")
    add.later("decide", _("Accept or reject a proposed change, or leave it open"), f"{_REVISE}:fill_decide")
    add.later("comment", _("Note what an institution says to a provision"), f"{_REVISE}:fill_comment")
    add.later("comments", _("Bring in the comments of a returned table"), f"{_REVISE}:fill_comments")
    add.later(
        "compare", _("Compare two versions word by word, or write the list of changes"), f"{_REVISE}:fill_compare"
    )
    add.later("duties", _("Show how duties were kept in a month, and the records behind"), f"{_WORK}:fill_duties")
    add.later("case", _("Note a case of a duty that no record tells of"), f"{_WORK}:fill_case")
    add.later("breach", _("Note a departure from the protocol among the problems"), f"{_WORK}:fill_breach")
    add.later("report", _("Complete and seal the yearly report"), "desktop.commands.protocol_report:fill_report")
