"""`liepa commitment`: what institutions promised each other, what is done, late, or no longer possible."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.meeting_named import OWN, institution, item, meeting
from desktop.commands.parser_kit import verbs_of
from desktop.language import N_, _, chosen
from desktop.meetings.commitments import CommitmentDraft, CommitmentRow
from desktop.problems import Problem
from desktop.records.promise import COMMITMENT_STATES


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    listed = add.on_vault("list", _("List commitments, what is due first first"), do_list, lists=True)
    listed.add_argument("--all", action="store_true", help=_("those done and no longer possible, too"))
    listed.add_argument("--meeting", metavar="MEETING", help=_("only those of one meeting"))
    new = add.on_vault("add", _("Note what an institution promised"), do_add)
    new.add_argument("what", metavar="TEXT", help=_("what was promised"))
    new.add_argument(
        "--institution", required=True, metavar="NAME", help=_("who promised it; {own} is our own centre", own=OWN)
    )
    new.add_argument("--due", required=True, metavar="DATE", help=_("by which day"))
    new.add_argument("--person", default="", metavar="NAME", help=_("who there"))
    new.add_argument("--meeting", metavar="MEETING", help=_("at which meeting"))
    new.add_argument("--item", metavar="N", help=_("under which item of it"))
    new.add_argument("--problem", metavar="N", help=_("the problem it should help to solve"))
    done = add.on_vault("done", _("Say that a commitment is done"), do_done)
    _which(done)
    done.add_argument("--evidence", default="", metavar="TEXT", help=_("by what it is known"))
    done.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))
    gone = add.on_vault("impossible", _("Say that a commitment is no longer possible, and why"), do_impossible)
    _which(gone)
    gone.add_argument("reason", metavar="TEXT", help=_("why"))
    again = add.on_vault("reopen", _("Take back that a commitment is done or impossible"), do_reopen)
    _which(again)
    due = add.on_vault("due", _("Agree on another day"), do_due)
    _which(due)
    due.add_argument("on", metavar="DATE", help=_("by which day"))
    out = add.on_vault("take-out", _("Take out a commitment that was never made"), do_take_out)
    _which(out)


def _which(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="N", help=_("its number in the list of all"))


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List commitments."""
    places = _places(centre)
    at = meeting(centre, arguments.meeting).id if arguments.meeting else None
    rows = centre.commitments.all(open_only=not arguments.all, meeting_id=at)
    own = centre.profile_log.profile()
    named = [(row, row.agency.known_as if row.agency else own.short_name or own.name) for row in rows]
    return terminal.listing(
        arguments.json,
        (
            {"number": places.index(r.commitment.id) + 1, "what": r.commitment.what, "institution": who,
             "made_on": r.commitment.made_on, "due": r.commitment.due_on, "first_due": r.commitment.first_due_on,
             "state": r.state, "working_days_late": r.days_late, "done_on": r.commitment.done_on,
             "evidence": r.commitment.evidence, "reason": r.commitment.reason}
            for r, who in named
        ),
        ["", _("What was promised"), _("Institution"), _("Due"), _("State"), _("Working days late")],
        (
            [str(places.index(r.commitment.id) + 1), r.commitment.what, who, chosen().day(r.commitment.due_on),
             _(COMMITMENT_STATES[r.state]), chosen().number(r.days_late) if r.days_late else ""]
            for r, who in named
        ),
    )  # fmt: skip


def do_add(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note a commitment."""
    at = meeting(centre, arguments.meeting) if arguments.meeting else None
    under = item(centre, at, arguments.item).id if at and arguments.item else None
    helps = problem_of(centre, arguments.problem) if arguments.problem else None
    draft = CommitmentDraft(
        arguments.what, institution(centre, arguments.institution), read.day(arguments.due), arguments.person,
        at.id if at else None, under, helps,
    )  # fmt: skip
    centre.commitments.promise(draft, centre.worker)
    return terminal.saved()


def do_done(centre: Centre, arguments: argparse.Namespace) -> int:
    """Say that one is done."""
    on = read.day_or_today(centre, arguments.on)
    centre.commitments.done(_row(centre, arguments).commitment.id, centre.worker, on=on, evidence=arguments.evidence)
    return terminal.saved()


def do_impossible(centre: Centre, arguments: argparse.Namespace) -> int:
    """Say that one is no longer possible."""
    centre.commitments.impossible(_row(centre, arguments).commitment.id, arguments.reason, centre.worker)
    return terminal.saved()


def do_reopen(centre: Centre, arguments: argparse.Namespace) -> int:
    """Open one again."""
    centre.commitments.reopen(_row(centre, arguments).commitment.id, centre.worker)
    return terminal.saved()


def do_due(centre: Centre, arguments: argparse.Namespace) -> int:
    """Agree on another day; the first one stays known."""
    known = _row(centre, arguments).commitment
    draft = replace(CommitmentDraft.of(known), due_on=read.day(arguments.on))
    centre.commitments.amend(known.id, draft, centre.worker)
    return terminal.saved()


def do_take_out(centre: Centre, arguments: argparse.Namespace) -> int:
    """Take one out."""
    centre.commitments.take_out(_row(centre, arguments).commitment.id, centre.worker)
    return terminal.saved()


def problem_of(centre: Centre, text: str) -> UUID:
    """The problem with that number."""
    for row in centre.raised_problems.all():
        if str(row.problem.number) == text:
            return row.problem.id
    raise Problem(N_("There is no problem with this number: {number}"), number=text)


def _places(centre: Centre) -> Sequence[UUID]:
    """All commitments by the order in which they were noted: their numbers never change."""
    return sorted(row.commitment.id for row in centre.commitments.all())


def _row(centre: Centre, arguments: argparse.Namespace) -> CommitmentRow:
    rows = sorted(centre.commitments.all(), key=lambda row: row.commitment.id)
    text: str = arguments.number
    if not text.isdecimal() or not 1 <= int(text[:9]) <= len(rows):
        raise Problem(N_("There is no entry with this number: {number}"), number=text)
    return rows[int(text) - 1]
