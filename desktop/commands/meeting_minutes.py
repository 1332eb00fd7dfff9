"""`liepa meeting attend|write|close|minutes|correct`: the meeting itself, and what is kept of it."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.meeting_named import OWN, institution, item, item_argument, meeting, meeting_argument
from desktop.commands.meeting_papers import official_meant
from desktop.commands.meeting_plan import clock
from desktop.commands.parser_kit import in_vault
from desktop.language import LOCALES, N_, _
from desktop.meetings.attendances import AttendanceDraft
from desktop.problems import Problem
from desktop.records.meeting import ANSWERS_TO_INVITATION, MEMBERS, PARTS, PRESENCE, Attendance, Meeting


def fill_attend(parser: argparse.ArgumentParser) -> None:
    """Who, and what of her."""
    in_vault(parser, do_attend, lists=True)
    meeting_argument(parser)
    parser.add_argument("--institution", metavar="NAME", help=_("the institution; {own} is our own centre", own=OWN))
    parser.add_argument("--name", metavar="NAME", help=_("who of it"))
    parser.add_argument("--role", metavar="TEXT", help=_("her office"))
    parser.add_argument("--answer", choices=tuple(filter(None, ANSWERS_TO_INVITATION)), help=_("what was answered"))
    parser.add_argument("--presence", choices=tuple(filter(None, PRESENCE)), help=_("whether she came"))
    parser.add_argument("--confidential", action="store_true", help=_("she accepted the statement on confidentiality"))
    parser.add_argument("--signs", action="store_true", help=_("she will sign the minutes"))
    parser.add_argument("--guest", action="store_true", help=_("ask somebody else"))
    parser.add_argument("--as-answered", action="store_true", help=_("note of everybody what was answered"))
    parser.add_argument("--all-confidential", action="store_true", help=_("all who came accepted the statement"))


def fill_write(parser: argparse.ArgumentParser) -> None:
    """Which item, and the words."""
    in_vault(parser, do_write)
    meeting_argument(parser)
    item_argument(parser)
    parser.add_argument("--heard", metavar="TEXT", help=_("what was said, by institution"))
    parser.add_argument("--decided", action="append", default=[], metavar="TEXT", help=_("a decision; may be several"))
    parser.add_argument("--done", action="store_true", help=_("the item is dealt with"))


def fill_close(parser: argparse.ArgumentParser) -> None:
    """Which meeting."""
    in_vault(parser, do_close)
    meeting_argument(parser)
    parser.add_argument("--at", metavar="TIME", help=_("when it ended; now if left out"))
    parser.add_argument("--open-again", action="store_true", help=_("go back into a meeting that was ended too early"))


def fill_minutes(parser: argparse.ArgumentParser) -> None:
    """Which meeting, and what to do with its minutes."""
    in_vault(parser, do_minutes, lists=True)
    meeting_argument(parser)
    parser.add_argument("--agree", action="store_true", help=_("agree on them: from then on they stay as they are"))
    parser.add_argument("--output", type=Path, metavar="FILE", help=_("where to: FILE.pdf or FILE.docx"))
    parser.add_argument("--language", choices=LOCALES, default="", help=_("the language of the paper"))
    official_meant(parser)


def fill_correct(parser: argparse.ArgumentParser) -> None:
    """Which meeting, and the words."""
    in_vault(parser, do_correct)
    meeting_argument(parser)
    parser.add_argument("text", metavar="TEXT", help=_("the correction"))


def do_attend(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note attendance, or list it."""
    wanted, log, by = meeting(centre, arguments.meeting), centre.attendances, centre.worker
    named: dict[str, Any] = read.given(arguments, "name", "role", "answer", "presence")
    named |= {name: True for name in ("confidential", "signs") if getattr(arguments, name)}
    if arguments.guest:
        whose = institution(centre, arguments.institution) if arguments.institution else None
        log.add(wanted.id, replace(AttendanceDraft(whose), **named), by)
    elif arguments.institution:
        known = _row(centre, wanted, arguments.institution)
        log.amend(known.id, replace(AttendanceDraft.of(known), **named), by)
    if arguments.as_answered:
        log.all_came(wanted.id, by)
    if arguments.all_confidential:
        log.confide(wanted.id, by)
    own = centre.profile_log.profile()
    rows = [(r.agency.known_as if r.agency else own.short_name or own.name, r.attendance) for r in log.of(wanted.id)]
    return terminal.listing(
        arguments.json,
        (
            {"institution": who, "name": a.name, "role": a.role, "member": a.member, "answer": a.answer,
             "presence": a.presence, "confidential": a.confidential, "signs": a.signs}
            for who, a in rows
        ),
        [_("Institution"), _("Name"), _("Membership"), _("Answer"), _("Attendance")],
        (
            [who, a.name, _(MEMBERS[a.member]), _(ANSWERS_TO_INVITATION[a.answer]), _(PRESENCE[a.presence])]
            for who, a in rows
        ),
    )  # fmt: skip


def do_write(centre: Centre, arguments: argparse.Namespace) -> int:
    """Write what was said and decided."""
    wanted = item(centre, meeting(centre, arguments.meeting), arguments.item)
    if arguments.heard is not None or arguments.done:
        heard = wanted.heard if arguments.heard is None else arguments.heard
        centre.minuting.write(wanted.id, heard, centre.worker, done=arguments.done or None)
    for text in arguments.decided:
        centre.minuting.decide(wanted.id, text, centre.worker)
    return terminal.saved()


def do_close(centre: Centre, arguments: argparse.Namespace) -> int:
    """End a meeting, or go back into it."""
    wanted = meeting(centre, arguments.meeting)
    if arguments.open_again:
        centre.minuting.reopen(wanted.id, centre.worker)
        return terminal.saved()
    centre.minuting.end(wanted.id, centre.worker, at=clock(arguments.at) if arguments.at else None)
    terminal.tell(_("The minutes are drafted. Agree on them once everybody has read them."))
    return terminal.DONE


def do_minutes(centre: Centre, arguments: argparse.Namespace) -> int:
    """Agree on the minutes, write them, or show them."""
    wanted = meeting(centre, arguments.meeting)
    if arguments.agree:
        wanted = centre.minuting.agree(wanted.id, centre.worker)
        terminal.tell(_("The minutes are agreed and stay as they are."))
    if arguments.output:
        return _write(centre, wanted, arguments)
    if arguments.agree:
        return terminal.DONE
    minutes = centre.minuting.minutes(wanted.id)
    if arguments.json:
        corrections = [
            {"on": each.at, "by": each.by, "text": each.text} for each in centre.minuting.corrections(wanted.id)
        ]
        terminal.as_json(asdict(minutes) | {"state": wanted.state, "corrections": corrections})
        return terminal.DONE
    rows = [
        [
            each.title or _(PARTS[each.part]),
            each.heard,
            "; ".join((*each.conclusions, *(c.what for c in each.commitments))),
        ]
        for each in minutes.items
    ]
    terminal.table([_("Item"), _("What was said"), _("Agreed")], rows)
    return terminal.DONE


def _write(centre: Centre, wanted: Meeting, arguments: argparse.Namespace) -> int:
    path, papers = arguments.output, centre.meeting_papers
    if path.suffix.lower() == ".docx":
        papers.write_letter(papers.prepare(wanted.id, "minutes", language=arguments.language), path)
    elif path.suffix.lower() != ".pdf":
        raise Problem(N_("Name a file that ends with .pdf or .docx."), field="output")
    elif wanted.agreed:
        made = papers.make(wanted.id, "minutes", centre.worker, language=arguments.language, sure=arguments.official)
        papers.write(made.id, path)
    else:
        papers.write_draft(papers.prepare(wanted.id, "minutes", language=arguments.language), path)
        terminal.say_error(_("This is a draft without a seal: the minutes are not agreed yet."))
    terminal.tell(_("Written: {file}", file=str(path)))
    return terminal.DONE


def do_correct(centre: Centre, arguments: argparse.Namespace) -> int:
    """List a correction."""
    centre.minuting.correct(meeting(centre, arguments.meeting).id, arguments.text, centre.worker)
    return terminal.saved()


def _row(centre: Centre, wanted: Meeting, name: str) -> Attendance:
    whose = institution(centre, name)
    for row in centre.attendances.of(wanted.id):
        if row.attendance.agency_id == whose:
            return row.attendance
    raise Problem(N_("This institution is not asked to the meeting: {name}"), field="institution", name=name)
