"""`liepa reconcile matrix` and `sister`: units by centres by months, and what other centres agreed."""

from __future__ import annotations

import argparse
from typing import Any

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import in_vault, number
from desktop.language import _, chosen
from desktop.periods import Month
from desktop.reconciliation.matrix import ALL, WHOLE, Matrix, Period, read_matrix
from desktop.reconciliation.sister_figures import SisterDraft


def fill_matrix(parser: argparse.ArgumentParser) -> None:
    """Whose, and which months."""
    in_vault(parser, do_matrix, lists=True)
    parser.add_argument("--partner", required=True, metavar="NAME", help=_("the institution whose list it is"))
    parser.add_argument("--month", required=True, metavar="YYYY-MM", help=_("the month, or the first of several"))
    parser.add_argument("--until", default="", metavar="YYYY-MM", help=_("the last of several months"))


def fill_sister(parser: argparse.ArgumentParser) -> None:
    """The figure, whose it is, and of what."""
    in_vault(parser, do_sister)
    parser.add_argument("--partner", required=True, metavar="NAME", help=_("the institution whose list it is"))
    parser.add_argument("--month", required=True, metavar="YYYY-MM", help=_("the month"))
    parser.add_argument("--centre", required=True, metavar="NAME", help=_("the other crisis centre"))
    parser.add_argument("--unit", metavar="NAME", help=_("the unit; no single one if left out"))
    parser.add_argument(
        "--agreed", type=number, metavar="N", help=_("the agreed figure; without it the figure is removed")
    )
    parser.add_argument("--sheet", default="", metavar="NUMBER", help=_("the number of the sheet it was read from"))


def do_matrix(centre: Centre, arguments: argparse.Namespace) -> int:
    """Every unit of a partner in every month, and what each centre agreed."""
    partner = read.agency(centre, arguments.partner, "partner_id")
    first, last = Month.parse(arguments.month), Month.parse(arguments.until or arguments.month)
    matrix = read_matrix(centre.vault, partner, first, last, terminal.Progress(_("Comparing…")))
    if arguments.json:
        terminal.as_json(list(_cells(matrix)))
        return terminal.DONE
    for period in matrix.periods:
        terminal.tell(" – ".join(dict.fromkeys(map(_month, period))))
        headings = [_("Unit"), _("Sent by them"), _("Received"), _("Difference"), _("Agreed"),
                    *matrix.centres.values(), _("All")]  # fmt: skip
        terminal.table(headings, [_row(matrix, period, unit) for unit in (*matrix.units, ALL)])
    return terminal.DONE


def do_sister(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note or remove what another centre agreed."""
    draft = SisterDraft(
        month=Month.parse(arguments.month),
        partner_id=read.agency(centre, arguments.partner, "partner_id"),
        centre_id=read.agency(centre, arguments.centre, "centre_id"),
        agreed=arguments.agreed,
        unit_id=read.agency_if_named(centre, arguments.unit, "unit_id"),
        source=arguments.sheet,
    )
    centre.sisters.note([draft], centre.worker)
    return terminal.saved()


def _cells(matrix: Matrix) -> list[dict[str, Any]]:
    return [
        {"month": period[0], "until": period[1], "unit": matrix.units[unit] or None,
         "sent": cell.sent if cell else None, "received": cell.received if cell else None,
         "agreed": cell.agreed if cell else None, "settled": cell.is_settled if cell else None,
         "centres": {name: matrix.sister(period, unit, centre) for centre, name in matrix.centres.items()},
         "all": matrix.whole(period, unit)}
        for period in matrix.periods
        for unit in matrix.units
        for cell in [matrix.cell(period, unit)]
    ]  # fmt: skip


def _row(matrix: Matrix, period: Period, unit: str) -> list[str]:
    cell = matrix.cell(period, unit)
    own = [cell.sent, cell.received, cell.difference, cell.agreed] if cell else [None] * 4
    others = [matrix.sister(period, unit, centre) for centre in matrix.centres]
    name = {WHOLE: _("Not by unit"), ALL: _("Together")}.get(unit) or matrix.units[unit]
    return [name, *map(_number, (*own, *others, matrix.whole(period, unit)))]


def _number(value: int | None) -> str:
    return "–" if value is None else chosen().number(value)


def _month(key: str) -> str:
    month = Month.parse(key)
    return chosen().month_title(month.year, month.month)
