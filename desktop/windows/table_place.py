"""Where she is in a list: the record with the caret, what is marked, how far down; found again among other records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QItemSelectionModel, QItemSelectionRange, QModelIndex, QObject
from PySide6.QtWidgets import QTableView

from desktop.windows.look import px
from desktop.windows.table import TableModel
from desktop.windows.table_cells import ONE_LINE

MOST_MARKED = 500
"""So many rows stay marked when a list is read again."""


class TablePlace(QObject):
    """Remembers it while the records are exchanged."""

    def __init__(self, view: QTableView, model: TableModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._keep: Any = None
        self._is_awaited = False
        """Whether the record to keep was asked for and is not among the rows yet."""
        self._stood: tuple[object, int] | None = None
        """How far down the list stood, and in answer to which question."""
        self._marked: tuple[Any, ...] = ()
        """The records that were marked, where there were several."""

    def watch(self) -> None:
        """Begin to, once the view hears of other records before."""
        self._model.modelAboutToBeReset.connect(self._remember)
        self._model.modelReset.connect(self._return)
        self._model.loaded.connect(self._return_late)
        self._model.pages.in_sight = self._will_see

    def choose(self, identifier: Any) -> bool:
        """Put the caret on that record; remembered until the list has it."""
        self._keep = identifier
        row = self._model.row_of(identifier)
        self._is_awaited = row < 0
        if row >= 0:
            self._view.selectRow(row)
            self._view.scrollTo(self._model.index(row, 0))
        return row >= 0

    def come(self, current: QModelIndex) -> None:
        """The caret has come there."""
        self._is_awaited = self._is_awaited and not current.isValid()

    def _current_id(self) -> Any:
        return self._model.id_at(self._view.currentIndex().row())

    def _will_see(self, first: Sequence[Any]) -> range:
        """The rows in sight once these are the first: where it stands, or as far as the record with the caret asks."""
        row, whole = px(ONE_LINE), self._view.viewport().height()
        top, kept = self._view.verticalScrollBar().value(), self._current_id() or self._keep
        is_read_again = self._model.answered == (self._model.query, self._model.sort_by)
        if not is_read_again and kept in first:
            at = first.index(kept) * row
            top = min(max(top, at + row - whole), at)
        return range(top // row, (top + whole) // row + 1)

    def _remember(self) -> None:
        if not self._is_awaited and self._current_id() is not None:
            self._keep = self._current_id()
        self._stood = None if self._is_awaited else (self._model.answered, self._view.verticalScrollBar().value())
        parts = cast("list[QItemSelectionRange]", self._view.selectionModel().selection())
        rows = [row for part in parts for row in range(part.top(), min(part.bottom(), part.top() + MOST_MARKED) + 1)]
        self._marked = tuple(map(self._model.id_at, sorted(rows))) if 1 < len(rows) <= MOST_MARKED else ()

    def _return(self) -> None:
        stood, self._stood = self._stood, None
        if self._keep is not None:
            self.choose(self._keep)
        if stood is not None and stood[0] == self._model.answered:
            self._mark_again()
            self._view.updateGeometries()  # how far it can go now
            self._view.verticalScrollBar().setValue(stood[1])

    def _mark_again(self) -> None:
        """Those that were marked are marked still, if they are there."""
        how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in map(self._model.row_of, self._marked):
            if row >= 0:
                self._view.selectionModel().select(self._model.index(row, 0), how)

    def _return_late(self) -> None:
        """The record that was chosen may stand beyond the beginning, which is shown first."""
        if not self._view.currentIndex().isValid():
            self._return()
