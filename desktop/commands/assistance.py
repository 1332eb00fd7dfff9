"""`liepa assistance`: note help that was given, and list it."""

from __future__ import annotations

import argparse
from uuid import UUID

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import verbs_of
from desktop.language import _, chosen, ngettext
from desktop.periods import Month
from desktop.records.assistance import Assistance
from desktop.records.assistance_log import AssistanceDraft, AssistanceQuery
from desktop.records.vocabulary import FOR_WHOM


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    give = add.on_vault("give", _("Note help that was given"), do_give)
    give.add_argument("number", metavar="NUMBER", help=_("the notice, such as 2026/419, or the code of a person"))
    give.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))
    give.add_argument("--kind", required=True, metavar="CODE", help=_("kind of assistance"))
    give.add_argument("--channel", default="telephone", metavar="CODE", help=_("how"))
    give.add_argument("--minutes", type=int, required=True, metavar="N", help=_("how long, in minutes"))
    give.add_argument("--for", dest="for_whom", choices=FOR_WHOM, default="adult", help=_("for whom"))
    give.add_argument(
        "--with", dest="others", action="append", default=[], metavar="PERSON",
        help=_("who was helped together with her; may be given several times"),
    )  # fmt: skip
    give.add_argument("--to", metavar="NAME", help=_("the institution she was referred on to, with her consent"))
    give.add_argument("--profession", metavar="CODE", help=_("the profession in which it was given"))
    give.add_argument("--note", default="", metavar="TEXT", help=_("note"))
    calls = add.on_vault("calls", _("Note the calls of a telephone hour, of people without a name"), do_calls)
    calls.add_argument("calls", type=int, metavar="N", help=_("how many calls"))
    calls.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))
    calls.add_argument("--kind", required=True, metavar="CODE", help=_("kind of assistance"))
    calls.add_argument("--minutes", type=int, required=True, metavar="N", help=_("how long all together, in minutes"))
    calls.add_argument("--note", default="", metavar="TEXT", help=_("note"))
    listed = add.on_vault("list", _("List help, newest first"), do_list, lists=True, limit=True)
    listed.add_argument("--month", metavar="MONTH", help=_("only this month: 2026-10"))
    listed.add_argument("--notice", metavar="NUMBER", help=_("only for this notice"))
    back = add.on_vault("take-back", _("Take out help that was entered by mistake"), do_take_back)
    back.add_argument("number", metavar="NUMBER", help=_("the notice, such as 2026/419"))
    back.add_argument("place", metavar="N", help=_("which occasion of this notice, from 1, in the order of entering"))


def do_give(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note one occasion of help, for one person or for several together."""
    notice = read.referral(centre, arguments.number) if "/" in arguments.number else None
    first = notice.person_id if notice else read.person(centre, arguments.number)
    draft = AssistanceDraft(
        on_day=read.day_or_today(centre, arguments.on),
        kind=read.code(centre, "assistance_kind", arguments.kind),
        channel=read.code(centre, "contact_channel", arguments.channel),
        minutes=arguments.minutes,
        persons=(first, *(read.person(centre, other) for other in arguments.others)),
        referral_id=notice.id if notice else None,
        worker_role=read.code(centre, "worker_role", arguments.profession) if arguments.profession else "",
        for_whom=arguments.for_whom,
        onward_id=read.agency_if_named(centre, arguments.to, "onward_id"),
        note=arguments.note,
    )
    centre.assistance.give(draft, centre.worker)
    for warning in draft.warnings():
        terminal.complain(warning)
    return terminal.saved()


def do_calls(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note many calls at once; each counts, the minutes are shared among them."""
    draft = AssistanceDraft(
        on_day=read.day_or_today(centre, arguments.on),
        kind=read.code(centre, "assistance_kind", arguments.kind),
        channel="telephone",
        minutes=arguments.minutes,
        note=arguments.note,
    )
    centre.assistance.give_calls(draft, arguments.calls, centre.worker)
    return terminal.saved()


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List assistance."""
    query = AssistanceQuery(
        month=Month.parse(arguments.month).key if arguments.month else "",
        referral_id=read.referral(centre, arguments.notice).id if arguments.notice else None,
    )
    ids = centre.assistance.ids(query)
    rows = centre.assistance.rows(ids[: arguments.limit] if arguments.limit else ids)
    speak = chosen()
    kinds = {entry.code: entry.shown(_) for entry in centre.lists.entries("assistance_kind", active_only=False)}
    terminal.listing(
        arguments.json,
        (
            {"on": r.on_day, "notice": r.referral_label, "person": r.person_name, "kind": r.kind, "channel": r.channel,
             "minutes": r.minutes, "worker": r.worker_name, "group": r.is_group}
            for r in rows
        ),
        [_("Day"), _("Person"), _("Kind"), _("Minutes"), _("Worker")],
        (
            [speak.day(r.on_day), r.person_name, kinds.get(r.kind, r.kind), speak.number(r.minutes), r.worker_name]
            for r in rows
        ),
    )  # fmt: skip
    if not arguments.json:
        terminal.tell(ngettext("{n} minute in all", "{n} minutes in all", centre.assistance.minutes(query)))
    return terminal.DONE


def do_take_back(centre: Centre, arguments: argparse.Namespace) -> int:
    """Take out one occasion, for all its persons."""
    occasions: dict[object, Assistance] = {}
    for row in sorted(centre.referrals.sheet(read.referral(centre, arguments.number).id).assistance, key=_id):
        occasions.setdefault(row.group_id or row.id, row)
    centre.assistance.take_back(read.nth(tuple(occasions.values()), arguments.place).id, centre.worker)
    return terminal.saved()


def _id(row: Assistance) -> UUID:
    return row.id
