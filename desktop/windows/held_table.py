"""A short table on its own card, as high as its rows: all of them are handed to it, nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.windows.card import Card
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.look import follow, px
from desktop.windows.table import Cell, Sort, TableColumn, TableModel
from desktop.windows.table_view import TableView
from desktop.windows.worker import Background

HEAD = 32
MOST = 12


class HeldRows:
    """The rows as a list is fed: all of them are here already."""

    def __init__(self) -> None:
        self.held: Mapping[Hashable, Any] = {}

    def ids(self, query: Any, sort: Sort) -> Sequence[Hashable]:
        """In the order in which they were handed over."""
        return list(self.held)

    def rows(self, ids: Sequence[Any]) -> Mapping[Any, Any]:
        """These of them."""
        return {key: self.held[key] for key in ids if key in self.held}


class HeldView(TableView):
    """The view, with rows of the height it is told."""

    high = 45

    def dress(self) -> None:
        """Take the sizes of the look in use."""
        super().dress()
        self.verticalHeader().setDefaultSectionSize(px(self.high))


class HeldTable(QWidget):
    """The table; a quiet sentence stands in its place while there is nothing."""

    def __init__(
        self,
        background: Background,
        columns: Sequence[TableColumn],
        show_row: Callable[[Any], Mapping[str, Cell]],
        name: str,
        empty: str,
        *,
        most: int = 6,
        high: int = 45,
        bare: bool = False,
    ) -> None:
        super().__init__()
        self._most, self._rows = most, HeldRows()
        self.model = TableModel(self._rows, columns, show_row, background, sort=Sort(""), parent=self)
        self.view = HeldView(self.model, name)
        self.view.high = high
        self.view.setMinimumSize(1, 1)
        self.empty = Label(empty, "quiet", wrap=True)
        self.card = Card(margins=1, gap=0) if not bare else None
        column = Column(self, gap=0)
        inner = self.card.column if self.card else column
        if self.card:
            column.addWidget(self.card)
        inner.addWidget(self.view)
        inner.addWidget(self.empty)
        self.empty.setMargin(0)
        follow(self._measure)

    def put(self, rows: Mapping[Hashable, Any]) -> None:
        """Show these rows; the caret stays on the one it was on."""
        self._rows.held = dict(rows)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.model.ask(None)
        self._measure()
        if rows and self.view.current_id() is None:
            self.view.selectRow(0)

    def row(self, key: Hashable) -> Any:
        """The row under that key, or None."""
        return self._rows.held.get(key)

    def current(self) -> Any:
        """The row with the caret, or None."""
        return self.row(self.view.current_id())

    def marked(self) -> list[Any]:
        """The marked rows."""
        return [row for key in self.view.chosen_ids() if (row := self.row(key)) is not None]

    def fit(self, room: int) -> bool:
        """Show as many rows as fit into this height, one at least; whether that is another number than before."""
        fits = max(1, (room - px(HEAD) - 2) // px(self.view.high))
        before, self._most = self._most, min(fits, MOST)
        if before != self._most:
            self._measure()
        return before != self._most

    def step_on(self) -> None:
        """Put the caret on the next row."""
        here = self.view.currentIndex().row()
        self.view.selectRow(min(here + 1, self.model.rowCount() - 1))

    def _measure(self) -> None:
        """As high as its rows, up to so many."""
        shown = min(len(self._rows.held), self._most)
        self.view.dress()
        self.view.setFixedHeight(px(HEAD) + shown * px(self.view.high) + 2)
        self.empty.setContentsMargins(px(12), px(9), px(12), px(9))
