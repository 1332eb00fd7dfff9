"""What happens to a notice after it came: attempts, outcomes, the end of help, duplicates. Verbs of `liepa referral`."""

from __future__ import annotations

import argparse

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import Adder
from desktop.language import _
from desktop.records.contact_draft import AttemptDraft, OutcomeDraft
from desktop.records.help_end import HELP_END_REASONS, HelpEndDraft
from desktop.records.vocabulary import ATTEMPT_OUTCOMES, OUTCOMES


def add_verbs(add: Adder) -> None:
    """Add the verbs to the noun."""
    attempt = add.on_vault("attempt", _("Note an attempt to reach the person"), do_attempt)
    notice_number(attempt)
    attempt.add_argument("--at", metavar="DATE", help=_("when; now if left out"))
    attempt.add_argument("--channel", default="telephone", metavar="CODE", help=_("how"))
    attempt.add_argument("--outcome", required=True, choices=ATTEMPT_OUTCOMES, help=_("how it went"))
    attempt.add_argument("--again", metavar="DATE", help=_("when to try again"))
    attempt.add_argument("--person", metavar="PERSON", help=_("with whom; the first person if left out"))
    attempt.add_argument("--note", default="", metavar="TEXT", help=_("note"))
    attempt.add_argument(
        "--outside-reason", default="", metavar="TEXT", help=_("why it was right outside the agreed way")
    )
    back = add.on_vault("attempt-back", _("Take out an attempt that was entered by mistake"), do_attempt_back)
    notice_number(back)
    back.add_argument("place", metavar="N", help=_("which attempt of this notice, from 1, in the order of entering"))
    outcome = add.on_vault("outcome", _("Say what became of a notice"), do_outcome)
    notice_number(outcome)
    outcome.add_argument("outcome", choices=OUTCOMES, help=_("the outcome"))
    outcome.add_argument("--reason", default="", metavar="CODE", help=_("reason, where one is wanted"))
    outcome.add_argument("--to", metavar="NAME", help=_("the centre it was passed to"))
    outcome.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))
    ended = add.on_vault("help-end", _("Say that accepted help has ended"), do_help_end)
    notice_number(ended)
    ended.add_argument("reason", choices=HELP_END_REASONS, help=_("why"))
    ended.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))
    ended.add_argument("--note", default="", metavar="TEXT", help=_("note"))
    again = add.on_vault("help-again", _("Say that help which had ended goes on again"), do_help_again)
    notice_number(again)
    again.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))
    duplicate = add.on_vault("duplicate", _("Say that a notice is one that had come before"), do_duplicate)
    notice_number(duplicate)
    duplicate.add_argument(
        "of", nargs="?", metavar="FIRST", help=_("the number of the first; it is no duplicate if left out")
    )


def notice_number(parser: argparse.ArgumentParser) -> None:
    """The argument that names a notice."""
    parser.add_argument("number", metavar="NUMBER", help=_("the notice, such as 2026/419"))


def do_attempt(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note one contact attempt."""
    draft = AttemptDraft(
        at=read.desk_time(arguments.at) if arguments.at else centre.world.here(),
        channel=read.code(centre, "contact_channel", arguments.channel),
        outcome=arguments.outcome,
        note=arguments.note,
        again_at=read.desk_time(arguments.again) if arguments.again else None,
        outside_reason=arguments.outside_reason,
        person_id=read.person(centre, arguments.person) if arguments.person else None,
    )
    centre.contacts.attempt(read.referral(centre, arguments.number).id, draft, centre.worker)
    return terminal.saved()


def do_attempt_back(centre: Centre, arguments: argparse.Namespace) -> int:
    """Take an attempt out; the history keeps it."""
    attempts = centre.referrals.sheet(read.referral(centre, arguments.number).id).attempts
    centre.contacts.take_back(read.nth(attempts, arguments.place).id, centre.worker)
    return terminal.saved()


def do_outcome(centre: Centre, arguments: argparse.Namespace) -> int:
    """Say what became of a notice."""
    notice = read.referral(centre, arguments.number)
    draft = OutcomeDraft(
        outcome=arguments.outcome,
        reason=read.reason(centre, arguments.outcome, arguments.reason),
        other_centre_id=read.agency_if_named(centre, arguments.to, "other_centre_id"),
        on=read.day(arguments.on) if arguments.on else None,
    )
    centre.referrals.decide(notice.id, draft, centre.worker)
    return terminal.saved()


def do_help_end(centre: Centre, arguments: argparse.Namespace) -> int:
    """Say that help has ended, or correct that."""
    draft = HelpEndDraft(arguments.reason, arguments.note, read.day(arguments.on) if arguments.on else None)
    centre.help.end(read.referral(centre, arguments.number).id, draft, centre.worker)
    return terminal.saved()


def do_help_again(centre: Centre, arguments: argparse.Namespace) -> int:
    """Say that help goes on again."""
    on = read.day(arguments.on) if arguments.on else None
    centre.help.resume(read.referral(centre, arguments.number).id, centre.worker, on)
    return terminal.saved()


def do_duplicate(centre: Centre, arguments: argparse.Namespace) -> int:
    """Mark a notice as duplicate of another, or take that back."""
    first = read.referral(centre, arguments.of).id if arguments.of else None
    centre.referrals.mark_duplicate(read.referral(centre, arguments.number).id, first, centre.worker)
    return terminal.saved()
