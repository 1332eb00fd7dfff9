"""The other pairs that one of two rows could have made: arrows choose one, Enter looks at it instead."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.reconciliation import weights
from desktop.reconciliation.groups import Pair, Rival
from desktop.reconciliation.standing import Lists
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.look import follow, px
from desktop.windows.pill import NOT_YET, PARTLY
from desktop.windows.reconcile_queue import Comparer
from desktop.windows.reconcile_sides import FIELDS, known_as, row_title, shown_day
from desktop.windows.table import Cell, Sort, TableColumn, TableModel
from desktop.windows.table_cells import ONE_LINE
from desktop.windows.table_view import TableView

COLUMNS = (
    TableColumn("who", N_("Others it could be"), "head", 22, stretch=3),
    TableColumn("day", N_("Date"), "quiet", 11, leaves=2),
    TableColumn("year", N_("Birth year"), "quiet", 8, leaves=3),
    TableColumn("agrees", N_("What agrees"), "text", 16, stretch=4, leaves=4),
    TableColumn("likely", N_("How likely"), "pill", 12, leaves=1),
)
LIKELY, LESS = N_("Nearly as likely"), N_("Less likely")
HEAD = 34
"""Pixels at text size 100 % of the head of the table."""


@dataclass(frozen=True)
class RivalRow:
    """One of them, ready to be shown."""

    rival: Rival
    who: str
    where: str
    day: str
    year: str
    agrees: str
    is_near: bool


class _Rows:
    """The rows as a list is fed; what it is asked for is what it was given."""

    def ids(self, query: Any, sort: Sort) -> Sequence[Hashable]:
        return list(range(len(query or ())))

    def rows(self, ids: Sequence[Any]) -> Mapping[Any, Any]:
        return {number: self.held[number] for number in ids if number < len(self.held)}

    held: Sequence[RivalRow] = ()


class RivalTable(Card):
    """The table; hidden where there is no rival."""

    wanted = Signal(object)
    """The rival to be looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(margins=1, gap=0)
        self._rows = _Rows()
        self.model = TableModel(
            self._rows, COLUMNS, self._cells, desk.background, sort=Sort(""), parent=self
        )  # fmt: skip
        self.view = TableView(self.model, N_("Others it could be"))
        self.view.opened.connect(self._open)
        self.model.loaded.connect(lambda _count: self._choose_first())
        self.column.addWidget(self.view)
        follow(self._measure)
        self.hide()

    @property
    def rivals(self) -> Sequence[RivalRow]:
        """The rows on show."""
        return self._rows.held

    def put(self, pair: Pair, lists: Lists, comparer: Comparer) -> None:
        """Show the rivals of this pair."""
        self._rows.held = tuple(_row(pair, rival, lists, comparer) for rival in pair.rivals)
        self.setVisible(bool(self._rows.held))
        self._measure()
        self.model.ask(self._rows.held)

    def caret(self) -> QWidget | None:
        """What takes the caret; None where there is nothing to choose."""
        return self.view if self._rows.held else None

    def _open(self, number: int) -> None:
        self.wanted.emit(self._rows.held[number].rival)

    def _choose_first(self) -> None:
        if self._rows.held:
            self.view.selectRow(0)

    def _measure(self) -> None:
        self.view.setFixedHeight(px(HEAD) + px(ONE_LINE) * len(self._rows.held) + 2)

    def _cells(self, row: RivalRow) -> Mapping[str, Cell]:
        hidden = self.model.hidden
        likely = _(LIKELY if row.is_near else LESS)
        more = [row.where, row.day if "day" in hidden else "", likely if "likely" in hidden else ""]
        return {
            "who": Cell(row.who, " \u00b7 ".join(filter(None, more))),
            "day": Cell(row.day),
            "year": Cell(row.year),
            "agrees": Cell(row.agrees),
            "likely": Cell(likely, sign=PARTLY if row.is_near else NOT_YET),
        }


def _row(pair: Pair, rival: Rival, lists: Lists, comparer: Comparer) -> RivalRow:
    """The row that stands in place of one of the two on show."""
    is_ours = rival.theirs.id == pair.theirs.id
    other = rival.ours if is_ours else rival.theirs
    ours = lists.ours.get(other.id)
    where = (ours.label if ours else "") if is_ours else row_title(lists, other.id)
    findings = comparer.of_rows(rival.theirs, rival.ours).evidence.findings
    agrees = [_(FIELDS[each.field]).lower() for each in findings if each.bits > 0 and each.field in FIELDS]
    near = pair.weight - rival.weight < weights.MARGIN
    return RivalRow(
        rival, known_as(other, where), where, shown_day(other.date), other.birth_year, ", ".join(agrees), near
    )
