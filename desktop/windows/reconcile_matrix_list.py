"""The matrix as a list, a row for every centre, unit and month: so it is copied, printed and written to a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.language import N_, _, chosen
from desktop.reconciliation.matrix import ALL, Matrix, Place
from desktop.windows.reconcile_matrix_model import NOTHING, period_months, unit_name
from desktop.windows.reconcile_months import months_title
from desktop.windows.table import Cell, TableColumn

Row = Mapping[str, Cell]
COLUMNS = (
    TableColumn("month", N_("Month"), "head", 12),
    TableColumn("unit", N_("Unit"), stretch=1),
    TableColumn("centre", N_("Centre"), stretch=1),
    TableColumn("sent", N_("Sent"), "figure", 5),
    TableColumn("received", N_("Received"), "figure", 5),
    TableColumn("difference", N_("Difference"), "figure", 5),
    TableColumn("agreed", N_("Agreed"), "figure", 5),
    TableColumn("state", N_("State"), signs=12),
)


def list_rows(matrix: Matrix) -> tuple[Row, ...]:
    """Month by month every unit, and in it every centre of which there is something."""
    places = ((period, unit) for period in matrix.periods for unit in (*matrix.units, ALL))
    return tuple(row for place in places for row in _rows_of(matrix, place))


def unit_words(matrix: Matrix, unit: str) -> str:
    """One unit in every month, a tab between the columns, the heads above."""
    lines = [[_(column.title) for column in COLUMNS]]
    for period in matrix.periods:
        lines += ([row[column.key].text for column in COLUMNS] for row in _rows_of(matrix, (period, unit)))
    return "\n".join("\t".join(line) for line in lines)


def _rows_of(matrix: Matrix, place: Place) -> Iterator[Row]:
    """Our own row, one of each centre that told something, and where there is one, of all together."""
    period, unit = place
    head = {
        "month": Cell(months_title(*period_months(period))), "unit": Cell(unit_name(matrix, unit)),
        "sent": Cell(NOTHING), "received": Cell(NOTHING), "difference": Cell(NOTHING), "state": Cell(),
    }  # fmt: skip
    cell = matrix.cell(period, unit)
    if cell is not None:
        yield head | {
            "centre": Cell(_("This centre")), "sent": _number(cell.sent), "received": _number(cell.received),
            "difference": _number(cell.difference, is_change=True), "agreed": _number(cell.agreed),
            "state": Cell(_("Settled") if cell.is_settled else _("Being reconciled")),
        }  # fmt: skip
    told = {centre: n for centre in matrix.centres if (n := matrix.sister(period, unit, centre)) is not None}
    for centre, agreed in told.items():
        yield head | {"centre": Cell(matrix.centres[centre]), "agreed": _number(agreed)}
    if told:
        whole = _number(matrix.whole(period, unit))
        yield head | {"centre": Cell(_("All centres together")), "agreed": whole}


def _number(value: int | None, *, is_change: bool = False) -> Cell:
    if value is None:
        return Cell(NOTHING)
    return Cell(chosen().change(value) if is_change else chosen().number(value), value=value)
