"""`liepa meeting kinds|kind|list|new|amend|call-off`: the diary."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import time
from typing import Any

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.meeting_named import kind, kind_name, meeting, meeting_argument
from desktop.commands.parser_kit import in_vault, number
from desktop.language import LOCALES, N_, _, chosen
from desktop.meetings.kinds import KindDraft
from desktop.meetings.meeting_draft import MeetingDraft
from desktop.problems import Problem
from desktop.records.meeting import CASES, PARTS, RHYTHMS, STATES

_NO_RHYTHM = "none"


def fill_kinds(parser: argparse.ArgumentParser) -> None:
    """Nothing but the vault."""
    in_vault(parser, do_kinds, lists=True)
    parser.add_argument("--usual", action="store_true", help=_("first add the usual ones of the country"))


def fill_kind(parser: argparse.ArgumentParser) -> None:
    """What is laid down of a kind."""
    in_vault(parser, do_kind)
    parser.add_argument("kind", metavar="KIND", help=_("its code, or its name; a new name adds a kind"))
    parser.add_argument("--name", metavar="NAME", help=_("another name"))
    parser.add_argument(
        "--rhythm", choices=(*filter(None, RHYTHMS), _NO_RHYTHM), help=_("by what the next day is reckoned")
    )
    parser.add_argument("--week", type=number, metavar="N", help=_("which one of the month's weekdays; 5 is the last"))
    parser.add_argument("--weekday", metavar="DAY", help=_("the weekday, such as th"))
    parser.add_argument("--days", type=number, metavar="N", help=_("at least every so many days"))
    parser.add_argument("--begins", metavar="TIME", help=_("when it begins"))
    parser.add_argument("--place", metavar="TEXT", help=_("where it is held"))
    parser.add_argument(
        "--cut-off-days", type=number, metavar="N", help=_("working days before, on which papers are closed")
    )
    parser.add_argument("--cut-off-at", metavar="TIME", help=_("at what time papers are closed"))
    parser.add_argument(
        "--cases", choices=(*filter(None, CASES), _NO_RHYTHM), help=_("on what ground it speaks of cases")
    )
    parser.add_argument("--parts", metavar="PARTS", help=_("the usual agenda: {parts}", parts=",".join(PARTS)))
    for member in ("permanent", "occasional"):
        parser.add_argument(
            f"--{member}", action="append", metavar="NAME", help=_("an institution that is a member; may be several")
        )
    parser.add_argument("--retire", action="store_true", help=_("offer it no longer"))
    parser.add_argument("--again", action="store_true", help=_("offer it again"))


def fill_list(parser: argparse.ArgumentParser) -> None:
    """Which span of days."""
    in_vault(parser, do_list, lists=True)
    parser.add_argument("--from", dest="first", metavar="DATE", help=_("from this day on"))
    parser.add_argument("--until", metavar="DATE", help=_("up to this day"))


def fill_new(parser: argparse.ArgumentParser) -> None:
    """The kind, and what differs from it."""
    in_vault(parser, do_new)
    parser.add_argument("kind", metavar="KIND", help=_("its code, or its name"))
    _details(parser)


def fill_amend(parser: argparse.ArgumentParser) -> None:
    """Which one, and what changes."""
    in_vault(parser, do_amend)
    meeting_argument(parser)
    _details(parser)


def fill_call_off(parser: argparse.ArgumentParser) -> None:
    """Which one, and why."""
    in_vault(parser, do_call_off)
    meeting_argument(parser)
    parser.add_argument("why", metavar="TEXT", help=_("why"))


def _details(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", metavar="DATE", help=_("the day; the next by its rhythm if left out"))
    parser.add_argument("--at", metavar="TIME", help=_("when it begins"))
    parser.add_argument("--place", metavar="TEXT", help=_("where it is held"))
    parser.add_argument("--topic", metavar="TEXT", help=_("what it is about"))
    parser.add_argument("--chair", metavar="NAME", help=_("who chairs it"))
    parser.add_argument("--minutes-by", dest="minute_taker", metavar="NAME", help=_("who takes the minutes"))
    parser.add_argument("--language", choices=LOCALES, help=_("the language of its papers"))
    parser.add_argument("--cut-off", metavar="DATE", help=_("when its papers are closed"))


def do_kinds(centre: Centre, arguments: argparse.Namespace) -> int:
    """List the kinds, with their members."""
    if arguments.usual:
        centre.diary.bring_usual(centre.worker)
    kinds = [(each, centre.diary.kind_draft(each.id)) for each in centre.diary.kinds(retired=True)]
    names = {each.id: each.known_as for each in centre.directory.agencies()}
    return terminal.listing(
        arguments.json,
        (
            {"code": k.code, "name": kind_name(k), "rhythm": k.rhythm, "days": k.days, "week": k.week,
             "weekday": k.weekday, "cases": k.cases, "parts": list(k.parts), "in_use": k.is_active,
             "permanent": [names[one] for one in d.permanent], "occasional": [names[one] for one in d.occasional]}
            for k, d in kinds
        ),
        [_("Kind"), _("Rhythm"), _("Members"), _("In use")],
        (
            [kind_name(k), _(RHYTHMS[k.rhythm]), ", ".join(names[one] for one in d.permanent + d.occasional),
             _("yes") if k.is_active else _("no")]
            for k, d in kinds
        ),
    )  # fmt: skip


def do_kind(centre: Centre, arguments: argparse.Namespace) -> int:
    """Add or change a kind; what was not named stays."""
    try:
        known = kind(centre, arguments.kind)
    except Problem:
        if arguments.retire or arguments.again:
            raise
        known = None
    if known and (arguments.retire or arguments.again):
        centre.diary.retire(known.id, centre.worker, again=arguments.again)
        return terminal.saved()
    draft = centre.diary.kind_draft(known.id) if known else KindDraft(name=arguments.kind)
    named: dict[str, Any] = read.given(arguments, "name", "week", "weekday", "days", "place", "cut_off_days")
    for name in ("rhythm", "cases"):
        if (value := getattr(arguments, name)) is not None:
            named[name] = "" if value == _NO_RHYTHM else value
    for name in ("begins", "cut_off_at"):
        if (value := getattr(arguments, name)) is not None:
            named[name] = clock(value)
    if arguments.parts is not None:
        named["parts"] = tuple(part.strip() for part in arguments.parts.split(",") if part.strip())
    for name in ("permanent", "occasional"):
        if (value := getattr(arguments, name)) is not None:
            named[name] = tuple(read.agency(centre, each, name) for each in value)
    centre.diary.lay_down(replace(draft, **named), centre.worker, known.id if known else None)
    return terminal.saved()


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List meetings."""
    first = read.day(arguments.first) if arguments.first else None
    rows = centre.diary.rows(first, read.day(arguments.until) if arguments.until else None)
    return terminal.listing(
        arguments.json,
        (
            {"number": r.meeting.number, "kind": kind_name(r.kind), "on": r.meeting.on_day, "at": r.meeting.begins,
             "place": r.meeting.place, "state": r.meeting.state, "cut_off": r.meeting.cut_off,
             "open_commitments": r.open_commitments, "shares_day": r.shares_day}
            for r in rows
        ),
        [_("Number"), _("Kind"), _("Day"), _("State"), _("Open commitments")],
        (
            [r.meeting.number, kind_name(r.kind), chosen().day(r.meeting.on_day), _(STATES[r.meeting.state]),
             chosen().number(r.open_commitments)]
            for r in rows
        ),
    )  # fmt: skip


def do_new(centre: Centre, arguments: argparse.Namespace) -> int:
    """Plan a meeting."""
    wanted = kind(centre, arguments.kind)
    planned = centre.diary.plan(_typed(MeetingDraft(kind_id=wanted.id), arguments), centre.worker)
    when = chosen().day(planned.on_day)
    terminal.tell(_("Meeting {number}: {date}. Papers close: {cut_off}", number=planned.number, date=when,
                    cut_off=chosen().moment(planned.cut_off)))  # fmt: skip
    if sum(row.meeting.on_day == planned.on_day for row in centre.diary.rows()) > 1:
        terminal.say_error(_("Another meeting stands on the same day."))
    return terminal.DONE


def do_amend(centre: Centre, arguments: argparse.Namespace) -> int:
    """Change a meeting; what was not named stays."""
    known = meeting(centre, arguments.meeting)
    draft = MeetingDraft.of(known)
    if arguments.on and not arguments.cut_off:
        draft = replace(draft, cut_off=None)  # it goes with the day
    centre.diary.amend(known.id, _typed(draft, arguments), centre.worker)
    return terminal.saved()


def do_call_off(centre: Centre, arguments: argparse.Namespace) -> int:
    """Call a meeting off."""
    centre.diary.call_off(meeting(centre, arguments.meeting).id, arguments.why, centre.worker)
    return terminal.saved()


def clock(text: str) -> time:
    """A time of day written as 10:00."""
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise Problem(N_("There is no such time: {text}. Write it as 09:05."), text=text) from None


def _typed(draft: MeetingDraft, arguments: argparse.Namespace) -> MeetingDraft:
    named: dict[str, Any] = read.given(arguments, "place", "topic", "chair", "minute_taker", "language")
    if arguments.on:
        named["on_day"] = read.day(arguments.on)
    if arguments.at:
        named["begins"] = clock(arguments.at)
    if arguments.cut_off:
        named["cut_off"] = read.desk_time(arguments.cut_off)
    return replace(draft, **named)
