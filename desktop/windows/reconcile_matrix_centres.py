"""Beside the matrix: one unit in one month by centre, ours and what others agreed, to be corrected, and the sum."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.reconciliation.matrix import ALL, Cell, Matrix, Place
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row, clear, scrolled
from desktop.windows.person_rows import LinkRow
from desktop.windows.pill import GOOD, PARTLY
from desktop.windows.reconcile_matrix_model import NOTHING, period_months, unit_name
from desktop.windows.reconcile_months import months_title


class CentresPane(Card):
    """The centres of a cell. `opens` leads to our reconciliation, `corrects` to the figure of a sister centre."""

    def __init__(self, opens: Callable[[], object], corrects: Callable[[str], object]) -> None:
        super().__init__(margins=1, gap=0)
        self._opens, self._corrects = opens, corrects
        self._matrix: Matrix | None = None
        self._place: Place | None = None
        self._month, self._unit = Label("", "card", wrap=True), Label("", "second", wrap=True)
        self._whole, self._hint = Label("", "name"), Label("", "second", wrap=True)
        self._rows = Column(gap=0)
        self.rows: list[LinkRow] = []
        inner = QWidget()
        column = Column(inner, gap=6, margins=(14, 12, 14, 12))
        for label in (self._month, self._unit):
            column.addWidget(label)
        column.addLayout(self._rows)
        self._sum = QWidget()
        whole = Row(self._sum, gap=8, margins=(6, 4, 6, 4))
        whole.addWidget(Label(N_("All centres together"), "strong", wrap=True), 1)
        whole.addWidget(self._whole)
        column.addWidget(self._sum)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.column.addWidget(scrolled(inner))
        self.put(None, None)

    def put(self, matrix: Matrix | None, place: Place | None) -> None:
        """Show the centres of this cell."""
        self._matrix, self._place = matrix, place
        self.say()

    def say(self) -> None:
        """Say everything in the language of the screen."""
        clear(self._rows)
        self.rows = []
        matrix, place = self._matrix, self._place
        self._sum.setVisible(bool(matrix and place))
        self._hint.setVisible(bool(matrix and place))
        self._month.setVisible(bool(matrix and place))
        if matrix is None or place is None:
            self._unit.say(N_("Choose a month of a unit: its figures stand here by centre."))
            return
        period, unit = place
        self._month.put(months_title(*period_months(period)))
        self._unit.put(unit_name(matrix, unit))
        self._add(self._ours(matrix.cell(period, unit)))
        for centre, name in matrix.centres.items():
            self._add(self._other(matrix, place, centre, name))
        self._whole.put(chosen().number(matrix.whole(period, unit)))
        if not matrix.centres:
            self._hint.say(N_("What other centres agreed with this institution is typed in from their sheets: F6."))
        elif unit == ALL:
            self._hint.say(N_("A figure of another centre is corrected in the row of its unit."))
        else:
            self._hint.put("")
            self._hint.hide()

    def first(self) -> QWidget:
        """The first row that opens."""
        return self.rows[0] if self.rows else self

    def _add(self, row: LinkRow) -> None:
        self.rows.append(row)
        self._rows.addWidget(row)

    def _ours(self, cell: Cell | None) -> LinkRow:
        if cell is None:
            return LinkRow(f"{NOTHING}  {_('This centre')}", _("Nothing was reconciled."))
        number = chosen().number
        received = NOTHING if cell.received is None else number(cell.received)
        second = _("sent {sent} · received {received}", sent=number(cell.sent), received=received)
        if cell.difference:
            second += " \u00b7 " + _("difference {n}", n=chosen().change(cell.difference))
        rest = _("Still unexplained: {n}", n=number(cell.unexplained))
        pill = (PARTLY, rest) if cell.unexplained else (GOOD, _("Settled")) if cell.is_settled else None
        return LinkRow(f"{number(cell.agreed)}  {_('This centre')}", second, pill, opens=self._opens)

    def _other(self, matrix: Matrix, place: Place, centre: str, name: str) -> LinkRow:
        period, unit = place
        agreed = matrix.sister(period, unit, centre)
        if agreed is None:
            return LinkRow(f"{NOTHING}  {name}", _("Nothing was told."))
        told = matrix.sisters.get((place, centre))
        if told is None:
            return LinkRow(f"{chosen().number(agreed)}  {name}", _("All units together"))
        second = _("Sheet: {number}", number=told.source) if told.source else _("Without a number of a sheet")
        correct = Button(N_("Correct"), PLAIN, do=partial(self._corrects, centre))
        return LinkRow(f"{chosen().number(agreed)}  {name}", second, buttons=(correct,))
