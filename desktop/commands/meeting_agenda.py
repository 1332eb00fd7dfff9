"""`liepa meeting agenda|item|told`: what stands on the agenda, and what institutions told for it."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.meeting_named import OWN, institution, item, item_argument, meeting, meeting_argument
from desktop.commands.meeting_papers import official_meant
from desktop.commands.parser_kit import in_vault, number
from desktop.language import LOCALES, N_, _, chosen
from desktop.meetings.agenda import EMPTY, MISSING, NOTHING, READY
from desktop.meetings.agendas import ItemDraft
from desktop.meetings.contributions import ContributionDraft
from desktop.problems import Problem
from desktop.records.meeting import PARTS
from desktop.records.promise import CONTRIBUTIONS

_STATES = {READY: N_("Ready"), MISSING: N_("Something is missing"), EMPTY: N_("Empty"), NOTHING: N_("Nothing to tell")}


def fill_agenda(parser: argparse.ArgumentParser) -> None:
    """Which meeting, and where to."""
    in_vault(parser, do_agenda, lists=True)
    meeting_argument(parser)
    parser.add_argument("--output", type=Path, metavar="FILE", help=_("where to: FILE.pdf or FILE.docx"))
    parser.add_argument("--language", choices=LOCALES, default="", help=_("the language of the paper"))
    official_meant(parser)


def fill_item(parser: argparse.ArgumentParser) -> None:
    """Which item, and what becomes of it."""
    in_vault(parser, do_item)
    meeting_argument(parser)
    item_argument(parser)
    parser.add_argument("--add", action="store_true", help=_("add an item: a part, or a title of its own"))
    parser.add_argument("--title", metavar="TEXT", help=_("other words for it"))
    parser.add_argument("--text", metavar="TEXT", help=_("what stands under it"))
    parser.add_argument("--minutes", type=number, metavar="N", help=_("how long it is planned to take"))
    parser.add_argument("--nothing", action="store_true", help=_("there is nothing to it, on purpose"))
    parser.add_argument("--something", action="store_true", help=_("take back that there is nothing to it"))
    parser.add_argument("--to", type=number, metavar="N", help=_("move it to this place"))
    parser.add_argument("--take-off", action="store_true", help=_("take it off the agenda"))


def fill_told(parser: argparse.ArgumentParser) -> None:
    """Who told what."""
    in_vault(parser, do_told)
    parser.add_argument("kind", choices=CONTRIBUTIONS, help=_("what went well, or what it can do"))
    parser.add_argument("institution", metavar="NAME", help=_("the institution; {own} is our own centre", own=OWN))
    parser.add_argument("what", metavar="TEXT", help=_("the words"))
    parser.add_argument("--since", metavar="DATE", help=_("since when"))
    parser.add_argument("--meeting", metavar="MEETING", help=_("at which meeting; the next if left out"))


def do_agenda(centre: Centre, arguments: argparse.Namespace) -> int:
    """Show the agenda, or write it."""
    wanted = meeting(centre, arguments.meeting)
    if arguments.output:
        return write_agenda(centre, wanted.id, arguments)
    agenda = centre.agendas.compose(wanted.id)
    return terminal.listing(
        arguments.json,
        (
            {"part": p.part, "title": p.title or _(p.msgid), "at": p.starts, "minutes": p.minutes, "state": p.state,
             "text": p.text, "lines": [asdict(line) for line in p.lines], "missing": list(p.missing)}
            for p in agenda.parts
        ),
        ["", _("At"), _("Item"), _("State"), _("Missing")],
        (
            [str(place), chosen().clock(p.starts), p.title or _(p.msgid), _(_STATES[p.state]), ", ".join(p.missing)]
            for place, p in enumerate(agenda.parts, 1)
        ),
    )  # fmt: skip


def write_agenda(centre: Centre, meeting_id: UUID, arguments: argparse.Namespace) -> int:
    """Write the agenda: sealed as PDF, or to be edited as DOCX."""
    path: Path = arguments.output
    papers = centre.meeting_papers
    if path.suffix.lower() == ".docx":
        papers.write_letter(papers.prepare(meeting_id, "agenda", language=arguments.language), path)
    elif path.suffix.lower() == ".pdf":
        made = papers.make(meeting_id, "agenda", centre.worker, language=arguments.language, sure=arguments.official)
        papers.write(made.id, path)
    else:
        raise Problem(N_("Name a file that ends with .pdf or .docx."), field="output")
    terminal.tell(_("Written: {file}", file=str(path)))
    return terminal.DONE


def do_item(centre: Centre, arguments: argparse.Namespace) -> int:
    """Add, change, move or take off an item; what was not named stays."""
    wanted, agendas, by = meeting(centre, arguments.meeting), centre.agendas, centre.worker
    named: dict[str, Any] = read.given(arguments, "title", "text", "minutes")
    if arguments.nothing or arguments.something:
        named["is_empty"] = arguments.nothing
    if arguments.add:
        is_part = arguments.item in PARTS and arguments.item != "own"
        draft = ItemDraft(arguments.item) if is_part else ItemDraft(title=arguments.item)
        agendas.add(wanted.id, replace(draft, **named), by)
        return terminal.saved()
    known = item(centre, wanted, arguments.item)
    if arguments.take_off:
        agendas.remove(known.id, by)
        return terminal.saved()
    if named:
        agendas.amend(known.id, replace(ItemDraft.of(known), **named), by)
    if arguments.to is not None:
        agendas.move(known.id, max(0, arguments.to - 1), by)
    return terminal.saved()


def do_told(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note what an institution did well, or can do."""
    at = meeting(centre, arguments.meeting).id if arguments.meeting else None
    since = read.day(arguments.since) if arguments.since else None
    whose = institution(centre, arguments.institution)
    centre.contributions.note(ContributionDraft(arguments.kind, whose, arguments.what, since, at), centre.worker)
    return terminal.saved()
