"""`liepa meeting`: meetings of institutions, from the kinds in the diary to agreed minutes."""

from __future__ import annotations

import argparse

from desktop.commands.parser_kit import verbs_of
from desktop.language import _

_PLAN, _AGENDA = "desktop.commands.meeting_plan", "desktop.commands.meeting_agenda"
_PAPERS, _MINUTES = "desktop.commands.meeting_papers", "desktop.commands.meeting_minutes"
_CASES = "desktop.commands.meeting_cases"


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun; each is loaded when it is asked for."""
    add = verbs_of(parser)
    add.later("kinds", _("List the kinds of meeting and their rhythm"), f"{_PLAN}:fill_kinds")
    add.later("kind", _("Add a kind of meeting, or change one"), f"{_PLAN}:fill_kind")
    add.later("list", _("List meetings, the latest first"), f"{_PLAN}:fill_list")
    add.later("new", _("Plan a meeting; what is left out comes from its kind"), f"{_PLAN}:fill_new")
    add.later("amend", _("Change when, where and by whom a meeting is held"), f"{_PLAN}:fill_amend")
    add.later("call-off", _("Say that a meeting will not be held"), f"{_PLAN}:fill_call_off")
    add.later("agenda", _("Show the agenda, or write it as PDF or DOCX"), f"{_AGENDA}:fill_agenda")
    add.later("item", _("Add, change, move or take off an item of the agenda"), f"{_AGENDA}:fill_item")
    add.later("told", _("Note what went well at an institution, or what it can do"), f"{_AGENDA}:fill_told")
    add.later("cases", _("List the cases of a meeting as an institution may see them"), f"{_CASES}:fill_cases")
    add.later("case", _("Put a notice on a meeting, or note what was agreed about it"), f"{_CASES}:fill_case")
    add.later("invite", _("Write the invitation of every institution with its calendar file"), f"{_PAPERS}:fill_invite")
    add.later("pack", _("Make every institution's papers: only what it may see"), f"{_PAPERS}:fill_pack")
    add.later("papers", _("List what was made for whom, and what was handed over"), f"{_PAPERS}:fill_papers")
    add.later("attend", _("Note who answers, who came, who signs"), f"{_MINUTES}:fill_attend")
    add.later("write", _("Write what was said to an item, and what was decided"), f"{_MINUTES}:fill_write")
    add.later("close", _("End a meeting: its minutes are drafted"), f"{_MINUTES}:fill_close")
    add.later("minutes", _("Show, agree on or write the minutes"), f"{_MINUTES}:fill_minutes")
    add.later("correct", _("List a correction under agreed minutes"), f"{_MINUTES}:fill_correct")
