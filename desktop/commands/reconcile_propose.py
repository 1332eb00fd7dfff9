"""`liepa reconcile propose`, `list` and `remove`: a partner's list brought into the vault, and taken out again."""

from __future__ import annotations

import argparse
import hashlib
from uuid import UUID

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import in_vault
from desktop.commands.reconcile_read import answer_arguments, listed_in
from desktop.commands.reconcile_show import show
from desktop.language import N_, _, chosen
from desktop.periods import Month
from desktop.problems import Problem
from desktop.reconciliation.bringing import Brought
from desktop.records.reconciliation import Reconciliation


def which_arguments(parser: argparse.ArgumentParser) -> None:
    """Which reconciliation is meant: whose list, and of which months."""
    parser.add_argument("--partner", required=True, metavar="NAME", help=_("the institution whose list it is"))
    parser.add_argument("--month", required=True, metavar="YYYY-MM", help=_("the month, or the first of several"))
    parser.add_argument("--until", default="", metavar="YYYY-MM", help=_("the last of several months"))


def months(arguments: argparse.Namespace) -> tuple[Month, Month]:
    """The first and the last month."""
    return Month.parse(arguments.month), Month.parse(arguments.until or arguments.month)


def partner(centre: Centre, arguments: argparse.Namespace) -> UUID:
    """The institution whose list it is."""
    return read.agency(centre, arguments.partner, "partner_id")


def meant(centre: Centre, arguments: argparse.Namespace) -> Reconciliation:
    """The reconciliation that is meant; a Problem if there is none."""
    first, last = months(arguments)
    found = centre.reconciliations.find(first, partner(centre, arguments), last)
    if found is None:
        raise Problem(N_("No list of this institution is here for this month."), field="month")
    return found


def fill_propose(parser: argparse.ArgumentParser) -> None:
    """The list, the answers to what may be asked about it, and whose it is."""
    in_vault(parser, do_propose)
    answer_arguments(parser)
    which_arguments(parser)
    parser.add_argument(
        "--unit", action="append", default=[], metavar="WRITTEN=NAME",
        help=_("which unit a word of the list means; may be given several times"),
    )  # fmt: skip


def fill_list(parser: argparse.ArgumentParser) -> None:
    """Nothing but the vault."""
    in_vault(parser, do_list, lists=True)


def fill_remove(parser: argparse.ArgumentParser) -> None:
    """Which one."""
    in_vault(parser, do_remove)
    which_arguments(parser)


def do_propose(centre: Centre, arguments: argparse.Namespace) -> int:
    """Keep the list and show how both sides stand; 3 if something has to be asked or decided."""
    first, last = months(arguments)
    listed = listed_in(arguments)
    for question in listed.questions:
        terminal.say_error(_(question.sentence, **question.values))
    for unread in listed.unread:
        terminal.say_error(_("Row {n}: {reason}", n=unread.row, reason=unread.reason.told(_)))
    if listed.questions:
        terminal.say_error(_("Nothing has been written yet."))
        return terminal.WAITING
    whole = arguments.file.read_bytes()
    brought = Brought(
        first, partner(centre, arguments), last, arguments.file.name, hashlib.sha256(whole).hexdigest(),
        units=dict(_unit(centre, text) for text in arguments.unit),
    )  # fmt: skip
    kept = centre.reconciliations.bring(brought, listed, centre.worker)
    standing = centre.reconciliations.standing(kept.id, terminal.Progress(_("Comparing…")))
    show(standing)
    waiting = standing.settlement is not None and standing.settlement.doubtful
    return terminal.WAITING if waiting else terminal.DONE


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """Every reconciliation, the latest first."""
    told = centre.reconciliations.overview()
    objects = [
        {"month": each.kept.month, "until": each.kept.until, "partner": each.partner, "file": each.kept.file_name,
         "rows": each.rows, "counted": each.kept.counted or None, "settled": each.kept.is_settled,
         "agreed": each.kept.agreed}
        for each in told
    ]  # fmt: skip
    rows = [
        [period(each.kept), each.partner, chosen().number(each.rows),
         chosen().number(each.kept.agreed) if each.kept.agreed is not None else _("open")]
        for each in told
    ]  # fmt: skip
    return terminal.listing(arguments.json, objects, [_("Period"), _("Institution"), _("Rows"), _("Agreed")], rows)


def period(kept: Reconciliation) -> str:
    """The months of a reconciliation in words."""
    first, last = chosen().month_title(kept.first.year, kept.first.month), ""
    if kept.month != kept.until:
        last = chosen().month_title(kept.last.year, kept.last.month)
    return f"{first} – {last}" if last else first


def do_remove(centre: Centre, arguments: argparse.Namespace) -> int:
    """Take a list out that is not settled."""
    centre.reconciliations.take_out(meant(centre, arguments).id, centre.worker)
    return terminal.saved()


def _unit(centre: Centre, text: str) -> tuple[str, UUID]:
    written, equals, name = text.partition("=")
    if not equals or not written.strip():
        raise Problem(N_("A unit is told as WRITTEN=NAME: the word of the list, and the institution it means."))
    return written, read.agency(centre, name, "unit_id")
