"""`liepa reconcile read`: what a partner's list says, before anything of it is believed; no vault is needed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.commands import terminal
from desktop.language import N_, _, chosen, ngettext
from desktop.periods import Month
from desktop.problems import Problem
from desktop.reconciliation.partner_columns import FIELDS
from desktop.reconciliation.partner_counts import UNITS, PartnerCount
from desktop.reconciliation.partner_list import Answers, PartnerList, Question, understand
from desktop.reconciliation.partner_rows import PartnerNotice
from desktop.spreadsheets.apart import read_file
from desktop.spreadsheets.letters import ENCODINGS

_ENCODINGS = (*ENCODINGS, "utf-8", "utf-16")
_YES_NO = ("yes", "no")


def fill_read(read: argparse.ArgumentParser) -> None:
    """The list and the answers to what may be asked about it."""
    read.set_defaults(do=do_read)
    answer_arguments(read)
    read.add_argument("--json", action="store_true", help=_("as JSON"))
    read.add_argument("--month", default="", metavar="YYYY-MM", help=_("the month of counts that name none"))


def answer_arguments(read: argparse.ArgumentParser) -> None:
    """The list, and the answers to what may be asked about it but the month."""
    read.add_argument("file", type=Path, metavar="LIST", help=_("the list: XLSX, XLS, ODS, CSV, TSV or DOCX"))
    read.add_argument("--date-order", choices=("dmy", "mdy"), default="", help=_("which comes first, day or month"))
    read.add_argument("--encoding", choices=_ENCODINGS, default="", help=_("how the letters of a text are written"))
    read.add_argument("--header", type=int, metavar="ROW", help=_("the row that names the columns; 0 if none does"))
    read.add_argument(
        "--column", action="append", default=[], metavar="LETTER=FIELD",
        help=_("what a column holds, such as C=name; empty to leave it out. Fields: {fields}", fields=", ".join(FIELDS)),
    )  # fmt: skip
    read.add_argument("--hidden", choices=_YES_NO, help=_("whether hidden sheets are read"))
    read.add_argument(
        "--apart", choices=_YES_NO, help=_("whether rows without number and date are notices of their own")
    )
    read.add_argument("--counted", choices=UNITS, default="", help=_("what the numbers of a list of counts count"))
    read.add_argument("--country", choices=("LT", "RS"), default="", help=_("for telephone numbers without a plus"))


def do_read(arguments: argparse.Namespace) -> int:
    """Read a list and tell what it says; 3 if something has to be asked first."""
    listed = listed_in(arguments)
    if arguments.json:
        terminal.as_json(_as_json(listed))
    else:
        _show(listed)
    return terminal.WAITING if listed.questions else terminal.DONE


def listed_in(arguments: argparse.Namespace) -> PartnerList:
    """What the list says with the answers given."""
    book = read_file(arguments.file, arguments.encoding)
    headers = {sheet.name: arguments.header for sheet in book.sheets} if arguments.header is not None else {}
    answers = Answers(
        date_order=arguments.date_order,
        encoding=arguments.encoding,
        header=headers,
        columns=dict(map(_column, arguments.column)),
        counted=arguments.counted,
        month=Month.parse(arguments.month) if arguments.month else None,
        hidden=arguments.hidden and arguments.hidden == "yes",
        apart=arguments.apart and arguments.apart == "yes",
        country=arguments.country,
    )
    return understand(book, answers)


def _column(text: str) -> tuple[str, str]:
    letter, equals, field = text.partition("=")
    if not equals or not letter.isalpha() or field not in {"", *FIELDS}:
        raise Problem(
            N_("A column is told as LETTER=FIELD, such as C=name. Fields: {fields}"), fields=", ".join(FIELDS)
        )
    return letter.upper(), field


def _as_json(listed: PartnerList) -> dict[str, Any]:
    return {
        "notices": [_notice(each) for each in listed.notices],
        "counts": [
            {"unit": each.unit, "month": each.month.key if each.month else None, "number": each.number,
             "counted": each.counted or None, "sheet": each.sheet, "row": each.row}
            for each in listed.counts
        ],
        "unread": [{"row": each.row, "reason": each.reason.told(_), "sheet": each.sheet} for each in listed.unread],
        "questions": [_question(each) for each in listed.questions],
        "aside": [{"row": each.row, "what": each.what, "sheet": each.sheet} for each in listed.aside],
        "columns": {
            sheet: [{"place": each.place + 1, "heading": each.heading, "field": each.field, "how": each.how} for each in found]
            for sheet, found in listed.columns.items()
        },
    }  # fmt: skip


def _notice(notice: PartnerNotice) -> dict[str, Any]:
    return {
        "notice_no": notice.notice_no,
        "date": notice.date.isoformat() if notice.date else None,
        "persons": [
            {"name": each.name, "birth_year": each.birth_year, "personal_code": each.personal_code, "phone": each.phone,
             "address": each.address}
            for each in notice.persons
        ],
        "unit": notice.unit,
        "remarks": notice.remarks,
        "sheet": notice.sheet,
        "rows": list(notice.rows),
        "unread": dict(notice.unread),
    }  # fmt: skip


def _question(question: Question) -> dict[str, Any]:
    return {
        "kind": question.kind,
        "sentence": _(question.sentence, **question.values),
        "choices": list(question.choices),
        "proposed": question.proposed,
        "rows": list(question.rows),
    }


def _show(listed: PartnerList) -> None:
    notices, counts = listed.notices, listed.counts
    if notices:
        rows = [
            [each.notice_no, chosen().day(each.date) if each.date else "", _names(each), each.unit] for each in notices
        ]
        terminal.table([_("Number"), _("Date"), _("Person"), _("Unit")], rows)
        terminal.tell(ngettext("{n} notice was read.", "{n} notices were read.", len(notices)))
    if counts:
        terminal.table([_("Unit"), _("Month"), _("Counted"), _("Number")], _count_rows(counts))
    for unread in listed.unread:
        terminal.tell(_("Row {n}: {reason}", n=unread.row, reason=unread.reason.told(_)))
    for question in listed.questions:
        terminal.say_error(_(question.sentence, **question.values))


def _names(notice: PartnerNotice) -> str:
    return "; ".join(person.name for person in notice.persons if person.name)


def _count_rows(counts: Sequence[PartnerCount]) -> list[list[str]]:
    said = {"notices": _("notices"), "persons": _("persons"), "children": _("children"), "events": _("events"), "": "?"}
    return [
        [each.unit, chosen().month_title(each.month.year, each.month.month) if each.month else "?", said[each.counted],
         chosen().number(each.number)]
        for each in counts
    ]  # fmt: skip
