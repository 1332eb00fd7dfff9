"""`liepa consent`: what a person allows, to whom and until when; given, listed, withdrawn."""

from __future__ import annotations

import argparse

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import verbs_of
from desktop.commands.person import person_argument
from desktop.language import _, chosen
from desktop.records.care_draft import HOW_GIVEN, ConsentDraft


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    give = add.on_vault("give", _("Note what a person allows"), do_give)
    person_argument(give)
    give.add_argument("--purpose", required=True, metavar="CODE", help=_("what for"))
    give.add_argument("--to", metavar="NAME", help=_("the institution to which data may be passed"))
    give.add_argument("--withheld", default="", metavar="TEXT", help=_("what must not be passed on all the same"))
    give.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))
    give.add_argument("--how", choices=HOW_GIVEN, default="spoken", help=_("how it was given"))
    give.add_argument("--until", metavar="DATE", help=_("the last day on which it holds"))
    person_argument(add.on_vault("list", _("List a person's consents"), do_list, lists=True))
    back = add.on_vault("withdraw", _("Note that a consent was taken back"), do_withdraw)
    person_argument(back)
    back.add_argument("number", metavar="N", help=_("its number in the list"))
    back.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))
    back.add_argument("--told", default="", metavar="TEXT", help=_("who was told"))


def do_give(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note a consent."""
    draft = ConsentDraft(
        person_id=read.person(centre, arguments.person),
        purpose=read.code(centre, "consent_purpose", arguments.purpose),
        recipient_id=read.agency_if_named(centre, arguments.to, "recipient_id"),
        withheld=arguments.withheld,
        given_on=read.day_or_today(centre, arguments.on),
        how=arguments.how,
        until=read.day(arguments.until) if arguments.until else None,
    )
    centre.care.give_consent(draft, centre.worker)
    return terminal.saved()


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List consents, the newest first."""
    consents = centre.care.consents(read.person(centre, arguments.person))
    numbers, speak, today = read.places(consents), chosen(), centre.world.today()
    purposes = {entry.code: entry.shown(_) for entry in centre.lists.entries("consent_purpose", active_only=False)}
    named = {agency.id: agency.name for agency in centre.directory.agencies()}
    return terminal.listing(
        arguments.json,
        (
            {"number": numbers[c.id], "purpose": c.purpose, "to": c.recipient_id and named[c.recipient_id],
             "withheld": c.withheld, "given_on": c.given_on, "how": c.how, "until": c.until,
             "withdrawn_on": c.withdrawn_on, "holds": c.holds(today)}
            for c in consents
        ),
        ["#", _("Consent given"), _("Consent"), _("Institution"), _("Withdrawn")],
        (
            [str(numbers[c.id]), speak.day(c.given_on), purposes.get(c.purpose, c.purpose),
             named[c.recipient_id] if c.recipient_id else "", speak.day(c.withdrawn_on) if c.withdrawn_on else ""]
            for c in consents
        ),
    )  # fmt: skip


def do_withdraw(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note that a consent does not hold any more."""
    consent = read.nth(centre.care.consents(read.person(centre, arguments.person)), arguments.number)
    centre.care.withdraw(consent.id, read.day_or_today(centre, arguments.on), arguments.told, centre.worker)
    return terminal.saved()
