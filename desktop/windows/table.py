"""A list of any length: an array of identifiers, pages of rows fetched when they come into sight, and what is counted.

`data()` never asks the vault. The identifiers of a query and the pages of rows are fetched by the worker; an answer
that comes late, after another question was asked, is dropped by its generation number.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from contextvars import ContextVar
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from desktop.language import _
from desktop.windows.garbage import touch
from desktop.windows.table_pages import TablePages
from desktop.windows.table_parts import PAGE, Cell, QuickSource, Sort, Source, TableColumn, whole
from desktop.windows.worker import Background, Errand, Progress, Steps

__all__ = ["PAGE", "WAITING", "Cell", "Sort", "Source", "TableColumn", "TableModel"]

AT_ONCE = 100_000
"""Rows that a list begins with, and by which it grows."""
WAITING = "\u2026"
_EMPTY = Cell()
Index = QModelIndex | QPersistentModelIndex
_IS_WHOLE: ContextVar[bool] = ContextVar("whole", default=False)
"""Whether rows are told for paper just now, where no column is hidden; each thread has its own."""


class TableModel(QAbstractTableModel):
    """The rows of a query. `show_row` turns one record into cells by column key, in the language of the screen."""

    loaded = Signal(int)
    """So many records are counted."""

    def __init__(
        self,
        source: Source,
        columns: Sequence[TableColumn],
        show_row: Callable[[Any], Mapping[str, Cell]],
        background: Background,
        *,
        sort: Sort,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._waiting = {column.key: Cell(WAITING) for column in self.columns}
        self.sort_by, self.query = sort, None
        self._hidden: frozenset[str] = frozenset()
        self._source, self._show_row, self._background = source, show_row, background
        self._ids: Sequence[Hashable] = ()
        self._count = 0
        """How many of them are rows already."""
        self._generation = 0
        self._shown: tuple[Any, Sort] | None = None
        """Of which question these are the identifiers, or the first of them."""
        self._questions: list[Errand] = []
        self.pages = TablePages(source, show_row, background, self)
        self.pages.came.connect(self._came)
        self._growing = QTimer(self, singleShot=True, interval=0)
        self._growing.timeout.connect(self._grow)

    def ask(self, query: Any, sort: Sort | None = None) -> None:
        """Show what this query means; rows appear when the worker has found them."""
        self.query, self.sort_by = query, sort or self.sort_by
        self._generation += 1
        generation, source, order = self._generation, self._source, self.sort_by
        for errand in self._questions:
            errand.drop()
        self.pages.drop()
        self._growing.stop()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self._questions = []
        if isinstance(source, QuickSource) and self._shown != (query, order):
            begins = self._background.run(partial(source.first, query, order, PAGE), partial(self._begin, generation))
            self._questions.append(begins)
        job = partial(whole, source, query, order, with_rows=not self._questions)
        self._questions.append(self._background.run(job, partial(self._take, generation)))

    def turn(self, key: str = "") -> None:
        """Put it in order of that column; of the one it is in order of already, the other way round."""
        same = key in ("", self.sort_by.key)
        self.ask(self.query, Sort(key or self.sort_by.key, same and not self.sort_by.descending))

    def arrow(self) -> str:
        """Which way it is in order."""
        return "\u2193" if self.sort_by.descending else "\u2191"

    def sorted_by(self) -> TableColumn | None:
        """The column it is in order of; None where that is not shown."""
        return next((column for column in self.columns if column.key == self.sort_by.key), None)

    @property
    def answered(self) -> tuple[Any, Sort] | None:
        """The question that the rows on show answer, and their order."""
        return self._shown

    def refresh(self) -> None:
        """Ask the same again: something was changed."""
        self.ask(self.query)

    @property
    def hidden(self) -> frozenset[str]:
        """The columns that left the narrow list, whose words `show_row` puts into second lines; none on paper."""
        return frozenset() if _IS_WHOLE.get() else self._hidden

    def hide(self, keys: frozenset[str]) -> None:
        """These columns left the narrow list."""
        if keys != self._hidden:
            self._hidden = keys
            self.pages.say_again()

    def taking(self, only: Sequence[Hashable] = ()) -> Callable[[Progress], list[Mapping[str, Cell]]]:
        """A job for the worker: every row of the question, or these alone, in order, as if no column had left."""
        query, sort, source = self.query, self.sort_by, self._source

        def take(progress: Progress) -> list[Mapping[str, Cell]]:
            taken: list[Mapping[str, Cell]] = []
            whole = _IS_WHOLE.set(True)
            try:
                ids = only or source.ids(query, sort)
                for first in range(0, len(ids), PAGE):
                    progress(first, len(ids))
                    part = ids[first : first + PAGE]
                    rows = source.rows(part)
                    taken += [self._show_row(rows[identifier]) for identifier in part if identifier in rows]
            finally:
                _IS_WHOLE.reset(whole)
            return taken

        return take

    def id_at(self, row: int) -> Any:
        """The identifier of that row, or None."""
        return self._ids[row] if 0 <= row < self._count else None

    def row_of(self, identifier: Hashable) -> int:
        """The row in which that record stands, or -1."""
        try:
            row = self._ids.index(identifier)
        except ValueError:
            return -1
        return row if row < self._count else -1

    def record(self, row: int) -> Any:
        """The record of that row if its page is here, else None (and it is fetched)."""
        return self.pages.record(row) if 0 <= row < self._count else None

    def retranslate(self) -> None:
        """Say every cell and every head again."""
        self.pages.say_again()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(self.columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many records."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' titles; figures stand right."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole and self.columns[section].key == self.sort_by.key:
                return f"{_(self.columns[section].title)} {self.arrow()}"
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return _(self.columns[section].title)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                right = self.columns[section].kind == "figure"
                side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell; an ellipsis until its page is here."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        column, cell = self.columns[index.column()], self.cell(index.row(), index.column())
        return f"{_(column.title)}: {cell.read()}" if role == Qt.ItemDataRole.AccessibleTextRole else cell.text

    def cell(self, row: int, place: int) -> Cell:
        """What stands in that column of the row."""
        return self.cells(row).get(self.columns[place].key, _EMPTY)

    def cells(self, row: int) -> Mapping[str, Cell]:
        """The cells of a row by column key."""
        found = self.pages.cells(row) if row < self._count else None
        return self._waiting if found is None else found

    def _begin(self, generation: int, rows: Mapping[Hashable, Any]) -> Steps:
        """Show the beginning while the end is still being read; a list without more is shown when it is whole."""
        if generation == self._generation and len(rows) == PAGE:
            yield from self.pages.prepare(list(rows), rows)
            self._put(list(rows), rows)

    def _take(self, generation: int, found: tuple[Sequence[Hashable], Mapping[Any, Any]]) -> Steps:
        if generation != self._generation:
            return
        touch()  # whoever waited for it looks at it now, and will go on
        ids, rows = found
        has_begun = self._shown == (self.query, self.sort_by) and len(self._ids) == PAGE < len(ids)
        if has_begun and list(ids[:PAGE]) == list(self._ids):
            self._ids = ids
            self.pages.grow(ids)
            self._grow()
        else:
            yield from self.pages.prepare(ids, rows)
            self._put(ids, rows)
            self._go_on()

    def _put(self, ids: Sequence[Hashable], rows: Mapping[Any, Any]) -> None:
        """Show other records; of very many only as many as there were, the others come by and by."""
        self.beginResetModel()
        self._shown = self.query, self.sort_by
        self._ids, self._count = ids, min(len(ids), max(AT_ONCE, self._count))
        self.pages.put(ids, rows)
        self.endResetModel()

    def _grow(self) -> None:
        """Let the list grow by a part: for a million rows at once the view would hold the window."""
        more = min(len(self._ids), self._count + AT_ONCE)
        self.beginInsertRows(QModelIndex(), self._count, more - 1)
        self._count = more
        self.endInsertRows()
        self._go_on()

    def _go_on(self) -> None:
        if self._count < len(self._ids):
            self._growing.start()
        else:
            self.loaded.emit(self._count)

    def _came(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
