"""`liepa referral`: enter, correct, list, show and bring in notices; what became of them stands in `course`."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import course, terminal, time_line
from desktop.commands.notice_options import noted, notice_options
from desktop.commands.parser_kit import Adder, verbs_of
from desktop.language import N_, _, chosen, ngettext
from desktop.periods import Month
from desktop.problems import Problem
from desktop.records.looks_alike import FIELDS, Alike
from desktop.records.municipality import shown_place
from desktop.records.referral_draft import ReferralDraft
from desktop.records.referral_list import read_list
from desktop.records.referral_query import ReferralQuery
from desktop.records.referral_row import ReferralRow
from desktop.records.referral_sheet import ReferralSheet
from desktop.records.vocabulary import OUTCOMES
from desktop.records.wording import Wording


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    notice_options(add.on_vault("enter", _("Enter a received notice"), do_enter), new=True)
    amend = add.on_vault("amend", _("Correct a notice; what is not named stays"), do_amend)
    course.notice_number(amend)
    notice_options(amend, new=False)
    _reading_verbs(add)
    course.add_verbs(add)
    bring = add.on_vault("import", _("Bring in notices from a spreadsheet, all or none"), do_import)
    bring.add_argument("file", type=Path, metavar="FILE", help=_("XLSX, ODS or CSV with a header row"))


def _reading_verbs(add: Adder) -> None:
    listed = add.on_vault("list", _("List notices, newest first"), do_list, lists=True, limit=True)
    listed.add_argument("--month", metavar="MONTH", help=_("only this month of receipt: 2026-10"))
    listed.add_argument(
        "--find", default="", metavar="TEXT", help=_("only those that match, in any script and spelling")
    )
    show = add.on_vault("show", _("Show one notice with its time line"), do_show, lists=True)
    show.add_argument("number", metavar="NUMBER", help=_("its number, such as 2026/419"))


def do_enter(centre: Centre, arguments: argparse.Namespace) -> int:
    """Enter one notice and print its number; who looks alike is told, and nobody joined."""
    draft = noted(centre, ReferralDraft(), arguments)
    alike = () if draft.mentions[0].person_id else centre.people.alike(draft.mentions[0])
    before = centre.referrals.same_reference(draft.reference)
    kept = centre.referrals.enter(draft, centre.worker)
    terminal.tell(_("Saved: {number}. First contact by: {due}", number=kept.label, due=chosen().moment(kept.due_at)))
    for warning in (*draft.warnings(centre.world.here()), *map(_looks_alike, alike)):
        terminal.complain(warning)
    if before is not None:
        terminal.say_error(f"{_('This number of the sender is already here.')} {before.label}")
    return terminal.DONE


def _looks_alike(alike: Alike) -> Problem:
    same = ", ".join(_(FIELDS[field]) for field in alike.same)
    return Problem(
        N_("Looks like someone already here: {code}. The same: {fields}"), code=alike.person.code, fields=same
    )  # fmt: skip


def do_amend(centre: Centre, arguments: argparse.Namespace) -> int:
    """Correct a notice."""
    notice = read.referral(centre, arguments.number)
    draft = noted(centre, centre.referrals.draft_of(notice.id), arguments)
    kept = centre.referrals.amend(notice.id, draft, centre.worker)
    terminal.tell(_("Saved: {number}. First contact by: {due}", number=kept.label, due=chosen().moment(kept.due_at)))
    for warning in draft.warnings(centre.world.here()):
        terminal.complain(warning)
    return terminal.DONE


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List notices."""
    month = Month.parse(arguments.month) if arguments.month else None
    query = ReferralQuery(text=arguments.find, period=(month.first, month.last) if month else None)
    ids, speak = centre.referrals.ids(query), chosen()
    rows = centre.referrals.rows(ids[: arguments.limit] if arguments.limit else ids)
    terminal.listing(
        arguments.json,
        map(_row, rows),
        [_("Number"), _("Received"), _("Person"), _("Place"), _("Sender"), _("Outcome")],
        (
            [row.label, speak.moment(row.received_at), row.person_name, shown_place(row.municipality, speak.locale),
             row.sender, _(OUTCOMES[row.outcome])]
            for row in rows
        ),
    )  # fmt: skip
    if not arguments.json:
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


def do_show(centre: Centre, arguments: argparse.Namespace) -> int:
    """Show one notice and everything that happened since."""
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
    if sheet.help_end is not None:
        terminal.tell(_("Help ended: {date}", date=speak.day(sheet.help_end.ended_on)))
    time_line.show(sheet.line, wording)
    return terminal.DONE


def _sheet(sheet: ReferralSheet, wording: Wording) -> dict[str, object]:
    notice = sheet.referral
    return {
        "number": notice.label,
        "received": notice.received_at,
        "incident": notice.incident_on,
        "incident_time": notice.incident_time,
        "sender": sheet.sender.name,
        "unit": sheet.unit.name if sheet.unit else None,
        "reference": notice.reference,
        "persons": [
            {"name": m.name, "role": m.role, "birth_year": m.birth_year, "kinds": m.kinds} for m in sheet.mentions
        ],
        "due": notice.due_at,
        "first_contact": notice.first_contact_at,
        "outcome": notice.outcome,
        "state": sheet.state.code,
        "attempts": [{"at": a.at, "outcome": a.outcome, "channel": a.channel} for a in sheet.attempts],
        "line": time_line.as_objects(sheet.line, wording),
    }


def do_import(centre: Centre, arguments: argparse.Namespace) -> int:
    """Bring in every notice of a list, or none: what cannot be read is listed with its row and reason."""
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
