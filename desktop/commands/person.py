"""`liepa person`: persons and the safe way to reach them."""

from __future__ import annotations

import argparse

from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.opened import opened, vault_arguments
from desktop.commands.parser_kit import verbs_of
from desktop.language import N_, _
from desktop.problems import Problem
from desktop.records.contact_draft import SafeContactDraft
from desktop.records.people import PeopleQuery
from desktop.records.vocabulary import TERNARY

NAME = "person"


def about() -> str:
    """What this noun is for."""
    return _("List persons and note the safe way to reach them")


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    listed = add("list", _("List persons"), do_list)
    vault_arguments(listed)
    listed.add_argument(
        "--find", default="", metavar="TEXT", help=_("only those that match, in any script and spelling")
    )
    listed.add_argument("--limit", type=read.number, default=50, metavar="N", help=_("at most so many; 0 is all"))
    listed.add_argument("--json", action="store_true", help=_("as JSON"))

    safe = add("safe-contact", _("Note the agreed way to reach the person of a notice"), do_safe)
    vault_arguments(safe)
    safe.add_argument("number", metavar="NUMBER", help=_("the notice, such as 2026/419"))
    safe.add_argument("--allowed", choices=TERNARY, required=True, help=_("may she be contacted"))
    safe.add_argument("--channel", default="telephone", metavar="CODE", help=_("how"))
    safe.add_argument("--days", default="", metavar="DAYS", help=_("days, such as mo,tu,we"))
    safe.add_argument("--hours", default="", metavar="FROM-TO", help=_("hours, such as 09:00-12:00"))
    safe.add_argument("--voicemail", action="store_true", help=_("a voice message may be left"))
    safe.add_argument("--say", default="", metavar="TEXT", help=_("what we say we are if someone else answers"))


def do_list(arguments: argparse.Namespace) -> int:
    """List persons; telephones and addresses are not shown."""
    with opened(arguments) as centre:
        query = PeopleQuery(text=arguments.find)
        ids = centre.people.ids(query)
        rows = centre.people.rows(ids[: arguments.limit] if arguments.limit else ids)
        if arguments.json:
            terminal.as_json(
                [
                    {"code": r.code, "name": r.name, "birth_year": r.birth_year, "municipality": r.municipality}
                    for r in rows
                ]
            )
            return terminal.DONE
        terminal.table(
            [_("Code"), _("Name"), _("Birth year"), _("Place")],
            [[r.code, r.name, str(r.birth_year or "–"), r.municipality] for r in rows],
        )
    return terminal.DONE


def do_safe(arguments: argparse.Namespace) -> int:
    """Note the safe contact agreed with her."""
    with opened(arguments) as centre:
        notice = read.referral(centre, arguments.number)
        if notice.person_id is None:
            raise Problem(N_("This notice names nobody yet."))
        begins, ends = read.hours(arguments.hours)
        draft = SafeContactDraft(
            allowed=arguments.allowed,
            channel=read.code(centre, "contact_channel", arguments.channel),
            days=read.weekdays(arguments.days),
            begins=begins,
            ends=ends,
            voicemail=arguments.voicemail,
            say=arguments.say,
            confirmed_on=centre.world.today(),
        )
        centre.people.agree_safe_contact(notice.person_id, draft, centre.worker)
        terminal.tell(_("Saved."))
    return terminal.DONE
