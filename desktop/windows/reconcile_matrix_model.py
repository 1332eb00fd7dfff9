"""The matrix as a model: units below each other, months beside each other, and how a cell is said in words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.language import _, chosen
from desktop.periods import Month
from desktop.reconciliation.matrix import ALL, WHOLE, Cell, Matrix, Period, Place
from desktop.windows.reconcile_months import months_short, months_title

Index = QModelIndex | QPersistentModelIndex
NOTHING = "\u2013"
_NONE = QModelIndex()


def period_months(period: Period) -> tuple[Month, Month]:
    """Its first and its last month."""
    return Month.parse(period[0]), Month.parse(period[1])


def unit_name(matrix: Matrix, unit: str) -> str:
    """What a row is called."""
    return {WHOLE: _("Not by unit"), ALL: _("Together")}.get(unit) or matrix.units[unit]


def cell_words(cell: Cell | None) -> str:
    """The three figures as they stand in a cell; a dash where there are none."""
    if cell is None:
        return NOTHING
    received = NOTHING if cell.received is None else chosen().number(cell.received)
    return " / ".join((chosen().number(cell.sent), received, chosen().number(cell.agreed)))


def difference_words(cell: Cell) -> str:
    """What its pill says; empty where nothing differs, and nothing is left that only happens to balance."""
    if cell.difference or (cell.unexplained and cell.difference is not None):
        return chosen().change(cell.difference)
    return chosen().number(cell.unexplained) if cell.unexplained else ""


def told_whole(cell: Cell) -> str:
    """A cell said whole, for who hears it."""
    number = chosen().number
    said = [_("Sent by them: {n}", n=number(cell.sent))]
    if cell.received is not None:
        said.append(_("Received: {n}", n=number(cell.received)))
    said.append(_("Agreed: {n}", n=number(cell.agreed)))
    if cell.difference:
        said.append(_("Difference: {n}", n=chosen().change(cell.difference)))
    if cell.unexplained:
        said.append(_("Still unexplained: {n}", n=number(cell.unexplained)))
    return ", ".join((*said, _("Settled") if cell.is_settled else _("Being reconciled")))


class MatrixModel(QAbstractTableModel):
    """The first column names the unit, each further one is a month; the last row is the sum."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix: Matrix | None = None
        self.rows: tuple[str, ...] = ()

    def put(self, matrix: Matrix | None) -> None:
        """Show this one."""
        self.beginResetModel()
        self.matrix = matrix
        self.rows = (*matrix.units, ALL) if matrix and matrix.periods else ()
        self.endResetModel()

    def place(self, index: Index) -> Place | None:
        """Month and unit of a cell; None beside them."""
        if self.matrix is None or not index.isValid() or index.column() == 0:
            return None
        return self.matrix.periods[index.column() - 1], self.rows[index.row()]

    def cell(self, index: Index) -> Cell | None:
        """Our figures there."""
        place = self.place(index)
        return self.matrix.cell(*place) if self.matrix is not None and place else None

    def index_of(self, place: Place) -> QModelIndex:
        """The cell of a month and a unit; none where the matrix has it not."""
        period, unit = place
        if self.matrix is None or period not in self.matrix.periods or unit not in self.rows:
            return QModelIndex()
        return self.index(self.rows.index(unit), 1 + self.matrix.periods.index(period))

    def rowCount(self, parent: Index = _NONE) -> int:
        """Every unit and the sum."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """The names and every month."""
        return 0 if parent.isValid() or self.matrix is None else 1 + len(self.matrix.periods)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The months, over two lines each."""
        if orientation != Qt.Orientation.Horizontal or self.matrix is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return months_short(*period_months(self.matrix.periods[section - 1])) if section else _("Unit")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return months_title(*period_months(self.matrix.periods[section - 1])) if section else _("Unit")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell, and how it is read."""
        if self.matrix is None or not index.isValid():
            return None
        name = unit_name(self.matrix, self.rows[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words(self.cell(index)) if index.column() else name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if not index.column():
                return f"{_('Unit')}: {name}"
            cell, month = self.cell(index), months_title(*period_months(self.matrix.periods[index.column() - 1]))
            return f"{month}, {name}: {told_whole(cell) if cell else _('Nothing was reconciled.')}"
        return name if role == Qt.ItemDataRole.ToolTipRole and not index.column() else None

    def retranslate(self) -> None:
        """Say heads and cells again."""
        if self.rows:
            last = self.columnCount() - 1
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, last))
