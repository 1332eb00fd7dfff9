"""`liepa meeting cases|case`: the cases of a meeting, as the worker or one institution sees them."""

from __future__ import annotations

import argparse
from uuid import UUID

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.meeting_named import meeting, meeting_argument
from desktop.commands.parser_kit import in_vault
from desktop.language import N_, _
from desktop.meetings.meeting_cases import CaseRow, Numbers
from desktop.meetings.permission import LEVELS, REASONS
from desktop.problems import Problem
from desktop.records.meeting import CASE_LISTS


def fill_cases(parser: argparse.ArgumentParser) -> None:
    """Which meeting, and by whose eyes."""
    in_vault(parser, do_cases, lists=True)
    meeting_argument(parser)
    parser.add_argument("--for", dest="receiver", metavar="NAME", help=_("as this institution may see them"))
    parser.add_argument("--proposed", action="store_true", help=_("what might be put on it"))


def fill_case(parser: argparse.ArgumentParser) -> None:
    """Which notice, and what of it."""
    in_vault(parser, do_case)
    meeting_argument(parser)
    parser.add_argument("notice", metavar="NUMBER", help=_("the notice, such as 2026/419"))
    parser.add_argument("--list", dest="listed", choices=CASE_LISTS, help=_("put it on this list"))
    parser.add_argument("--asked", metavar="TEXT", help=_("the step that is asked for"))
    parser.add_argument("--agreed", metavar="TEXT", help=_("what was agreed"))
    parser.add_argument("--again", choices=("yes", "no"), help=_("whether it is looked at again"))
    for body in ("police", "prosecution", "social-work"):
        parser.add_argument(f"--{body}", metavar="NUMBER", help=_("its number at that body"))
    parser.add_argument("--take-off", action="store_true", help=_("take it off the meeting"))


def do_cases(centre: Centre, arguments: argparse.Namespace) -> int:
    """List the cases."""
    wanted = meeting(centre, arguments.meeting)
    if arguments.proposed:
        found = centre.meeting_cases.proposed(wanted.id)
        rows = [(listed, each) for listed, several in found.items() for each in several]
        return terminal.listing(
            arguments.json, ({"list": listed, "notice": each.label} for listed, each in rows),
            [_("List"), _("Notice")], ([_(CASE_LISTS[listed]), each.label] for listed, each in rows),
        )  # fmt: skip
    if arguments.receiver:
        receiver = read.agency(centre, arguments.receiver, "receiver")
        seen = centre.meeting_cases.seen_by(wanted.id, receiver)
        return terminal.listing(
            arguments.json,
            (
                {"list": s.row.case.listed, "notice": s.row.referral.label, "code": s.row.code, "level": s.seen.level,
                 "reason": s.seen.reason}
                for s in seen
            ),
            [_("List"), _("Notice"), _("Code"), _("Level"), _("Reason")],
            (
                [_(CASE_LISTS[s.row.case.listed]), s.row.referral.label, s.row.code, _(LEVELS[s.seen.level]),
                 _(REASONS[s.seen.reason])]
                for s in seen
            ),
        )  # fmt: skip
    cases = centre.meeting_cases.of(wanted.id)
    return terminal.listing(
        arguments.json,
        (
            {"list": c.case.listed, "notice": c.referral.label, "code": c.code, "asked": c.case.asked,
             "agreed": c.case.agreed, "again": c.case.again, **vars(c.numbers)}
            for c in cases
        ),
        [_("List"), _("Notice"), _("Code"), _("Asked for"), _("Agreed")],
        ([_(CASE_LISTS[c.case.listed]), c.referral.label, c.code, c.case.asked, c.case.agreed] for c in cases),
    )  # fmt: skip


def do_case(centre: Centre, arguments: argparse.Namespace) -> int:
    """Put a notice on a meeting, note what of it, or take it off."""
    wanted, referral = meeting(centre, arguments.meeting), read.referral(centre, arguments.notice)
    log, by = centre.meeting_cases, centre.worker
    if arguments.take_off:
        log.take_off(_row(centre, wanted.id, referral.id).case.id, by)
        return terminal.saved()
    if arguments.listed:
        log.put(wanted.id, [referral.id], arguments.listed, by, arguments.asked or "")
    if arguments.agreed is not None or arguments.again or (arguments.asked is not None and not arguments.listed):
        case = _row(centre, wanted.id, referral.id).case
        log.note(
            case.id, by, asked=case.asked if arguments.asked is None else arguments.asked,
            agreed=case.agreed if arguments.agreed is None else arguments.agreed,
            again=arguments.again == "yes" if arguments.again else case.again,
        )  # fmt: skip
    named = read.given(arguments, "police", "prosecution", "social_work")
    if named:
        log.number(referral.id, Numbers(**(vars(log.numbers(referral.id)) | named)), by)
    return terminal.saved()


def _row(centre: Centre, meeting_id: UUID, referral_id: UUID) -> CaseRow:
    for row in centre.meeting_cases.of(meeting_id):
        if row.referral.id == referral_id:
            return row
    raise Problem(N_("This notice is not on the meeting."))
