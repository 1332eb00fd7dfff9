"""`liepa assistance`: note help that was given, and list it."""

from __future__ import annotations

import argparse

from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.opened import opened, vault_arguments
from desktop.commands.parser_kit import verbs_of
from desktop.language import _, chosen, ngettext
from desktop.periods import Month
from desktop.records.assistance_log import AssistanceDraft, AssistanceQuery
from desktop.records.vocabulary import FOR_WHOM

NAME = "assistance"


def about() -> str:
    """What this noun is for."""
    return _("Note and list the help that was given")


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    give = add("give", _("Note help that was given"), do_give)
    vault_arguments(give)
    give.add_argument("number", metavar="NUMBER", help=_("the notice, such as 2026/419"))
    give.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))
    give.add_argument("--kind", required=True, metavar="CODE", help=_("kind of assistance"))
    give.add_argument("--channel", default="telephone", metavar="CODE", help=_("how"))
    give.add_argument("--minutes", type=int, required=True, metavar="N", help=_("how long, in minutes"))
    give.add_argument("--for", dest="for_whom", choices=FOR_WHOM, default="adult", help=_("for whom"))
    give.add_argument("--note", default="", metavar="TEXT", help=_("note"))
    listed = add("list", _("List help, newest first"), do_list)
    vault_arguments(listed)
    listed.add_argument("--month", metavar="MONTH", help=_("only this month: 2026-10"))
    listed.add_argument("--limit", type=read.number, default=50, metavar="N", help=_("at most so many; 0 is all"))
    listed.add_argument("--json", action="store_true", help=_("as JSON"))


def do_give(arguments: argparse.Namespace) -> int:
    """Note one occasion of help."""
    with opened(arguments) as centre:
        notice = read.referral(centre, arguments.number)
        draft = AssistanceDraft(
            on_day=read.day(arguments.on) if arguments.on else centre.world.today(),
            kind=read.code(centre, "assistance_kind", arguments.kind),
            channel=read.code(centre, "contact_channel", arguments.channel),
            minutes=arguments.minutes,
            persons=(notice.person_id,),
            referral_id=notice.id,
            for_whom=arguments.for_whom,
            note=arguments.note,
        )
        centre.assistance.give(draft, centre.worker)
        terminal.tell(_("Saved."))
    return terminal.DONE


def do_list(arguments: argparse.Namespace) -> int:
    """List assistance."""
    with opened(arguments) as centre:
        query = AssistanceQuery(month=Month.parse(arguments.month).key if arguments.month else "")
        ids = centre.assistance.ids(query)
        rows = centre.assistance.rows(ids[: arguments.limit] if arguments.limit else ids)
        if arguments.json:
            terminal.as_json(
                [
                    {
                        "on": r.on_day,
                        "notice": r.referral_label,
                        "person": r.person_name,
                        "kind": r.kind,
                        "channel": r.channel,
                        "minutes": r.minutes,
                        "worker": r.worker_name,
                    }
                    for r in rows
                ]
            )
            return terminal.DONE
        speak = chosen()
        kinds = {entry.code: entry.shown(_) for entry in centre.lists.entries("assistance_kind", active_only=False)}
        terminal.table(
            [_("Day"), _("Person"), _("Kind"), _("Minutes"), _("Worker")],
            [
                [speak.day(r.on_day), r.person_name, kinds.get(r.kind, r.kind), speak.number(r.minutes), r.worker_name]
                for r in rows
            ],
        )
        terminal.tell(ngettext("{n} minute in all", "{n} minutes in all", centre.assistance.minutes(query)))
    return terminal.DONE
