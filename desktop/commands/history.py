"""`liepa history`: who changed what and when, and taking a change back."""

from __future__ import annotations

import argparse
from datetime import datetime, time, timedelta
from itertools import islice

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import number, verbs_of
from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.records.field_words import KINDS
from desktop.records.named_records import NamedRecords
from desktop.records.telephone import masked
from desktop.records.told_change import Teller, ToldField, named_within, referred
from desktop.records.wording import Wording
from desktop.vault.history_query import HistoryQuery

PAGE = 500
"""Entries read at once."""


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    listed = add.on_vault("list", _("List changes, newest first"), do_list, lists=True, limit=True)
    listed.add_argument("--before", type=number, metavar="N", help=_("only changes before this number"))
    listed.add_argument("--notice", metavar="NUMBER", help=_("only what was changed in this notice"))
    listed.add_argument(
        "--record", metavar="TEXT", help=_("only what was changed in a record: a number, a code, or an institution")
    )
    listed.add_argument("--by", metavar="NAME", help=_("only what this worker did"))
    listed.add_argument("--kind", choices=KINDS, metavar="KIND", help=_("only changes of this kind of record"))
    listed.add_argument("--on", metavar="DATE", help=_("only what was done on this day"))
    show = add.on_vault("show", _("Show a change field by field, before and after"), do_show, lists=True)
    show.add_argument("number", type=number, metavar="N", help=_("number of the change"))
    undo = add.on_vault("undo", _("Take a change back, by a new change"), do_undo)
    undo.add_argument(
        "number", type=number, nargs="?", metavar="N", help=_("number of the change; your last one if left out")
    )
    redo = add.on_vault("redo", _("Do a change again that was taken back"), do_redo)
    redo.add_argument("number", type=number, metavar="N", help=_("number of the change that was taken back"))
    for one in (undo, redo):
        one.add_argument("--along", action="store_true", help=_("take along the later changes that stand on it"))


def _query(centre: Centre, arguments: argparse.Namespace) -> HistoryQuery:
    """What narrows the list."""
    records = NamedRecords(centre.vault).typed(arguments.record) if arguments.record else ()
    if arguments.notice:
        records = (read.referral(centre, arguments.notice).id,)
    between = None
    if arguments.on:
        begins = datetime.combine(read.day(arguments.on), time())
        between = centre.world.moment(begins), centre.world.moment(begins + timedelta(days=1))
    by_id = None
    if arguments.by:
        by_id = next((member.id for member in centre.staff.members() if member.name == arguments.by), None)
        if by_id is None:
            raise Problem(N_("There is no such worker: {name}"), field="by", name=arguments.by)
    tables = KINDS[arguments.kind][1] if arguments.kind else ()
    return HistoryQuery(by_id=by_id, tables=tables, records=records, between=between)


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List the history."""
    before = arguments.before
    asked = centre.history.numbers(_query(centre, arguments))
    numbers = list(islice((n for n in asked if before is None or n < before), arguments.limit or None))
    pages = (numbers[start : start + PAGE] for start in range(0, len(numbers), PAGE))
    entries = [entry for page in pages for entry in centre.history.among(page)]
    speak = chosen()
    return terminal.listing(
        arguments.json,
        (
            {"number": e.number, "at": e.at, "by": e.by_name, "what": e.told(_), "undone_by": e.undone_by}
            for e in entries
        ),
        ["#", _("When"), _("Who"), _("What")],
        ([str(e.number), speak.moment(centre.world.desk(e.at)), e.by_name, e.told(_)] for e in entries),
    )


def do_show(centre: Centre, arguments: argparse.Namespace) -> int:
    """Show one change; by what a person is reached is masked."""
    entries = centre.history.among([arguments.number])
    if not entries:
        raise Problem(N_("There is no such change: {n}"), n=arguments.number)
    names = named_within(entries) | NamedRecords(centre.vault).of(referred(entries))
    records = Teller(Wording(centre.lists, chosen()), names, centre.world.desk).told(entries[0])
    rows = [
        (" ".join(filter(None, (_(record.kind), record.about))), _(field.label), *_sides(field))
        for record in records
        for field in record.fields
    ]
    if not arguments.json:
        terminal.tell(f"{entries[0].told(_)}. {entries[0].by_name}")
    return terminal.listing(
        arguments.json,
        ({"record": record, "field": field, "before": before, "after": after} for record, field, before, after in rows),
        [_("Record"), _("Field"), _("Before"), _("After")],
        rows,
    )


def _sides(field: ToldField) -> tuple[str, str]:
    """What stood there before and after."""
    return (masked(field.before), masked(field.after)) if field.masked else (field.before, field.after)


def do_undo(centre: Centre, arguments: argparse.Namespace) -> int:
    """Undo one change."""
    number = centre.history.last_of(centre.worker) if arguments.number is None else arguments.number
    entry = centre.history.undo(number, centre.worker, along=arguments.along)
    terminal.tell(entry.told(_))
    return terminal.DONE


def do_redo(centre: Centre, arguments: argparse.Namespace) -> int:
    """Do an undone change again."""
    entry = centre.history.redo(arguments.number, centre.worker, along=arguments.along)
    terminal.tell(entry.told(_))
    return terminal.DONE
