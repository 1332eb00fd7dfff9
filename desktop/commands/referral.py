"""`liepa referral`: enter, list, show and bring in notices; note attempts and outcomes."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.opened import opened, vault_arguments
from desktop.commands.parser_kit import Adder, verbs_of
from desktop.language import _, chosen, ngettext
from desktop.periods import Month
from desktop.records.contact_draft import AttemptDraft, OutcomeDraft
from desktop.records.municipality import shown_place
from desktop.records.referral_draft import MeasureDraft, MentionDraft, ReferralDraft
from desktop.records.referral_list import read_list
from desktop.records.referral_query import ReferralQuery, ReferralRow
from desktop.records.referral_sheet import ReferralSheet
from desktop.records.vocabulary import ATTEMPT_OUTCOMES, ENDED, OUTCOMES, ROLES, SEXES, TERNARY
from desktop.records.wording import Wording

NAME = "referral"


def about() -> str:
    """What this noun is for."""
    return _("Enter, list, show and bring in received notices")


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    enter = add("enter", _("Enter a received notice"), do_enter)
    _enter_arguments(enter)
    _reading_verbs(add)
    _writing_verbs(add)


def _enter_arguments(enter: argparse.ArgumentParser) -> None:
    vault_arguments(enter)
    enter.add_argument(
        "--received", required=True, metavar="DATE", help=_("when it arrived: 2026-11-02 or 2026-11-02 09:05")
    )
    enter.add_argument("--sender", required=True, metavar="NAME", help=_("the institution that sent it"))
    enter.add_argument("--unit", metavar="NAME", help=_("its unit"))
    enter.add_argument("--officer", default="", metavar="NAME", help=_("the officer who sent it"))
    enter.add_argument("--channel", metavar="CODE", help=_("how it arrived"))
    enter.add_argument("--reference", default="", metavar="NUMBER", help=_("the sender's own number"))
    enter.add_argument(
        "--person",
        action="append",
        default=[],
        metavar="NAME",
        help=_("a person it names, as written; the first is whom it is about"),
    )
    enter.add_argument("--role", choices=ROLES, default="experienced", help=_("role of the first person"))
    enter.add_argument("--birth-year", type=int, metavar="YEAR", help=_("birth year of the first person"))
    enter.add_argument("--sex", choices=SEXES, default="unknown", help=_("sex of the first person"))
    enter.add_argument("--phone", default="", metavar="NUMBER", help=_("telephone of the first person"))
    enter.add_argument("--municipality", default="", metavar="PLACE", help=_("where the first person lives"))
    enter.add_argument(
        "--kind", action="append", default=[], metavar="CODE", help=_("kind of violence; may be given several times")
    )
    enter.add_argument("--relation", default="", metavar="CODE", help=_("what the one posing the risk is to her"))
    enter.add_argument("--relation-ended", choices=ENDED, default="unknown", help=_("whether the relation goes on"))
    enter.add_argument("--child", action="append", default=[], metavar="NAME", help=_("a child who saw it"))
    enter.add_argument("--children-saw", choices=TERNARY, default="unknown", help=_("whether children saw it"))
    enter.add_argument("--incident", metavar="DATE", help=_("when it happened"))
    enter.add_argument("--place", default="", metavar="PLACE", help=_("where it happened"))
    enter.add_argument("--order", metavar="CODE", help=_("protection order or urgent measure"))
    enter.add_argument("--order-granted", metavar="DATE", help=_("when it was granted"))
    enter.add_argument("--description", default="", metavar="TEXT", help=_("short description"))


def _reading_verbs(add: Adder) -> None:
    listed = add("list", _("List notices, newest first"), do_list)
    vault_arguments(listed)
    listed.add_argument("--month", metavar="MONTH", help=_("only this month of receipt: 2026-10"))
    listed.add_argument(
        "--find", default="", metavar="TEXT", help=_("only those that match, in any script and spelling")
    )
    listed.add_argument("--limit", type=read.number, default=50, metavar="N", help=_("at most so many; 0 is all"))
    listed.add_argument("--json", action="store_true", help=_("as JSON"))

    show = add("show", _("Show one notice with its time line"), do_show)
    vault_arguments(show)
    show.add_argument("number", metavar="NUMBER", help=_("its number, such as 2026/419"))
    show.add_argument("--json", action="store_true", help=_("as JSON"))


def _writing_verbs(add: Adder) -> None:
    attempt = add("attempt", _("Note an attempt to reach the person"), do_attempt)
    vault_arguments(attempt)
    attempt.add_argument("number", metavar="NUMBER", help=_("the notice, such as 2026/419"))
    attempt.add_argument("--at", metavar="DATE", help=_("when; now if left out"))
    attempt.add_argument("--channel", default="telephone", metavar="CODE", help=_("how"))
    attempt.add_argument("--outcome", required=True, choices=ATTEMPT_OUTCOMES, help=_("how it went"))
    attempt.add_argument("--note", default="", metavar="TEXT", help=_("note"))
    attempt.add_argument(
        "--outside-reason", default="", metavar="TEXT", help=_("why it was right outside the agreed way")
    )

    outcome = add("outcome", _("Say what became of a notice"), do_outcome)
    vault_arguments(outcome)
    outcome.add_argument("number", metavar="NUMBER", help=_("the notice, such as 2026/419"))
    outcome.add_argument("outcome", choices=OUTCOMES, help=_("the outcome"))
    outcome.add_argument("--reason", default="", metavar="CODE", help=_("reason, where one is wanted"))

    bring = add("import", _("Bring in notices from a spreadsheet, all or none"), do_import)
    vault_arguments(bring)
    bring.add_argument("file", type=Path, metavar="FILE", help=_("CSV or XLSX with a header row"))


def do_enter(arguments: argparse.Namespace) -> int:
    """Enter one notice and print its number."""
    with opened(arguments) as centre:
        draft = _draft(centre, arguments)
        kept = centre.referrals.enter(draft, centre.worker)
        for warning in draft.warnings(centre.world.here()):
            terminal.complain(warning)
        terminal.tell(
            _("Saved: {number}. First contact by: {due}", number=kept.label, due=chosen().moment(kept.due_at))
        )
    return terminal.DONE


def _draft(centre: Centre, typed: argparse.Namespace) -> ReferralDraft:
    first = MentionDraft(
        name=typed.person[0] if typed.person else "",
        role=typed.role,
        birth_year=typed.birth_year,
        sex=typed.sex,
        phone=typed.phone,
        municipality=typed.municipality,
        kinds=tuple(read.code(centre, "violence_kind", kind) for kind in typed.kind),
        relation=read.code(centre, "relation", typed.relation) if typed.relation else "",
        relation_ended=typed.relation_ended,
    )
    others = [MentionDraft(name=name) for name in typed.person[1:]]
    children = [MentionDraft(name=name, role="child_witness") for name in typed.child]
    received = read.desk_time(typed.received)
    measures: tuple[MeasureDraft, ...] = ()
    if typed.order:
        granted = read.desk_time(typed.order_granted) if typed.order_granted else received
        measures = (MeasureDraft(kind=read.code(centre, "measure_kind", typed.order), granted_at=granted),)
    return ReferralDraft(
        received_at=received,
        sender_id=read.agency(centre, typed.sender),
        unit_id=read.agency(centre, typed.unit) if typed.unit else None,
        channel=read.code(centre, "referral_channel", typed.channel) if typed.channel else "",
        officer=typed.officer,
        reference=typed.reference,
        mentions=(first, *others, *children),
        incident_on=read.day(typed.incident) if typed.incident else None,
        incident_place=typed.place,
        children_saw="yes" if typed.child and typed.children_saw == "unknown" else typed.children_saw,
        measures=measures,
        description=typed.description,
    )


def do_list(arguments: argparse.Namespace) -> int:
    """List notices."""
    with opened(arguments) as centre:
        month = Month.parse(arguments.month) if arguments.month else None
        query = ReferralQuery(text=arguments.find, period=(month.first, month.last) if month else None)
        ids = centre.referrals.ids(query)
        rows = centre.referrals.rows(ids[: arguments.limit] if arguments.limit else ids)
        if arguments.json:
            terminal.as_json([_row(row) for row in rows])
            return terminal.DONE
        speak = chosen()
        terminal.table(
            [_("Number"), _("Received"), _("Person"), _("Place"), _("Sender"), _("Outcome")],
            [
                [
                    row.label,
                    speak.moment(row.received_at),
                    row.person_name,
                    shown_place(row.municipality, speak.locale),
                    row.sender,
                    _(OUTCOMES[row.outcome]),
                ]
                for row in rows
            ],
        )
        terminal.tell(ngettext("{n} notice", "{n} notices", len(ids)))
    return terminal.DONE


def _row(row: ReferralRow) -> dict[str, object]:
    return {
        "number": row.label,
        "received": row.received_at,
        "person": row.person_name,
        "municipality": row.municipality,
        "sender": row.sender,
        "outcome": row.outcome,
        "state": row.state.code,
    }


def do_show(arguments: argparse.Namespace) -> int:
    """Show one notice and everything that happened since."""
    with opened(arguments) as centre:
        sheet = centre.referrals.sheet(read.referral(centre, arguments.number).id)
        wording = Wording(centre.lists, chosen())
        if arguments.json:
            terminal.as_json(_sheet(sheet, wording))
            return terminal.DONE
        notice, speak = sheet.referral, chosen()
        place = shown_place(notice.municipality, speak.locale)
        terminal.tell("  ".join(part for part in (notice.label, notice.person_name, place) if part))
        terminal.tell(_("Sender: {agency}", agency=sheet.sender.name))
        terminal.tell(_("First contact by: {date}", date=speak.moment(notice.due_at)))
        terminal.tell(_("Outcome: {outcome}", outcome=_(OUTCOMES[notice.outcome])))
        for item in sheet.line:
            terminal.tell(
                f"\n{speak.day(item.at.date()) if item.day_only else speak.moment(item.at)}  {wording.head(item)}"
            )
            for line in (*wording.lines(item), item.who):
                if line:
                    terminal.tell(f"    {line}")
    return terminal.DONE


def _sheet(sheet: ReferralSheet, wording: Wording) -> dict[str, object]:
    notice = sheet.referral
    return {
        "number": notice.label,
        "received": notice.received_at,
        "sender": sheet.sender.name,
        "unit": sheet.unit.name if sheet.unit else None,
        "reference": notice.reference,
        "persons": [
            {"name": m.name, "role": m.role, "birth_year": m.birth_year, "kinds": m.kinds} for m in sheet.mentions
        ],
        "due": notice.due_at,
        "first_contact": notice.first_contact_at,
        "outcome": notice.outcome,
        "attempts": [{"at": a.at, "outcome": a.outcome, "channel": a.channel} for a in sheet.attempts],
        "line": [
            {"at": i.at, "kind": i.kind, "what": wording.head(i), "lines": wording.lines(i), "who": i.who}
            for i in sheet.line
        ],
    }


def do_attempt(arguments: argparse.Namespace) -> int:
    """Note one contact attempt."""
    with opened(arguments) as centre:
        notice = read.referral(centre, arguments.number)
        draft = AttemptDraft(
            at=read.desk_time(arguments.at) if arguments.at else centre.world.here(),
            channel=read.code(centre, "contact_channel", arguments.channel),
            outcome=arguments.outcome,
            note=arguments.note,
            outside_reason=arguments.outside_reason,
        )
        centre.contacts.attempt(notice.id, draft, centre.worker)
        terminal.tell(_("Saved."))
    return terminal.DONE


def do_outcome(arguments: argparse.Namespace) -> int:
    """Say what became of a notice."""
    with opened(arguments) as centre:
        notice = read.referral(centre, arguments.number)
        draft = OutcomeDraft(outcome=arguments.outcome, reason=read.reason(centre, arguments.outcome, arguments.reason))
        centre.referrals.decide(notice.id, draft, centre.worker)
        terminal.tell(_("Saved."))
    return terminal.DONE


def do_import(arguments: argparse.Namespace) -> int:
    """Bring in every notice of a list, or none: what cannot be read is listed with its row and reason."""
    with opened(arguments) as centre:
        listed = read_list(arguments.file, centre.directory, centre.lists, centre.world)
        for row, problem in listed.unread:
            terminal.say_error(_("Row {row}: {reason}", row=row, reason=problem.told(_)))
        if listed.unread:
            terminal.say_error(_("Nothing was changed."))
            return terminal.MENDABLE
        progress = terminal.Progress(_("Entering"))
        count = len(centre.referrals.enter_all(listed.drafts, centre.worker, progress))
        terminal.tell(ngettext("{n} notice entered.", "{n} notices entered.", count))
    return terminal.DONE
