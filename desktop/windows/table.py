"""A list of any length: an array of identifiers, pages of rows fetched when they come into sight, and what is counted.

`data()` never asks the vault. The identifiers of a query and the pages of rows are fetched by the worker; an answer
that comes late, after another question was asked, is dropped by its generation number.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from contextvars import ContextVar
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from desktop.language import _
from desktop.windows.garbage import touch
from desktop.windows.table_parts import PAGE, Cell, QuickSource, Sort, Source, TableColumn, whole
from desktop.windows.worker import Background, Errand, Progress

__all__ = ["CELL", "ID", "PAGE", "WAITING", "Cell", "Sort", "Source", "TableColumn", "TableModel"]

AHEAD = 32
"""So near the end of a page the next one is fetched."""
AT_ONCE = 100_000
"""Rows that a list begins with, and by which it grows."""
KEPT_PAGES = 64
WAITING = "\u2026"
_EMPTY = Cell()
Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole + 1
ID = Qt.ItemDataRole.UserRole + 2
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
        self._pages: OrderedDict[int, list[Any]] = OrderedDict()
        self._cells: dict[int, Mapping[str, Cell]] = {}
        self._wanted: set[int] = set()
        self._fetched: dict[int, Errand] = {}
        """The pages that are under way."""
        self._asking, self._growing = (QTimer(self, singleShot=True, interval=0) for _timer in range(2))
        self._asking.timeout.connect(self._fetch)
        self._growing.timeout.connect(self._grow)

    def ask(self, query: Any, sort: Sort | None = None) -> None:
        """Show what this query means; rows appear when the worker has found them."""
        self.query, self.sort_by = query, sort or self.sort_by
        self._generation += 1
        generation, source, order = self._generation, self._source, self.sort_by
        for errand in (*self._questions, *self._fetched.values()):
            errand.drop()
        self._fetched.clear()
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
            self._cells.clear()

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
        page, place = divmod(row, PAGE)
        held = self._pages.get(page)
        near = page if held is None else page + 1 if place >= PAGE - AHEAD else page - 1 if place < AHEAD else page
        if near not in self._pages and 0 <= near * PAGE < self._count:
            self._wanted.add(near)
            self._asking.start()
        if held is None:
            return None
        self._pages.move_to_end(page)
        return held[place] if place < len(held) else None

    def retranslate(self) -> None:
        """Say every cell and every head again."""
        self._cells.clear()
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
        if not index.isValid():
            return None
        if role == ID:
            return self.id_at(index.row())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, CELL):
            return None
        column, cell = self.columns[index.column()], self.cell(index.row(), index.column())
        if role == CELL:
            return cell
        return f"{_(column.title)}: {cell.read()}" if role == Qt.ItemDataRole.AccessibleTextRole else cell.text

    def cell(self, row: int, place: int) -> Cell:
        """What stands in that column of the row."""
        return self.cells(row).get(self.columns[place].key, _EMPTY)

    def cells(self, row: int) -> Mapping[str, Cell]:
        """The cells of a row by column key."""
        found = self._cells.get(row)
        if found is None:
            record = self.record(row)
            if record is None:
                return self._waiting
            found = self._cells[row] = self._show_row(record)
        return found

    def _begin(self, generation: int, rows: Mapping[Hashable, Any]) -> None:
        """Show the beginning while the end is still being read; a list without more is shown when it is whole."""
        if generation == self._generation and len(rows) == PAGE:
            self._put(list(rows), rows)

    def _take(self, generation: int, found: tuple[Sequence[Hashable], Mapping[Any, Any]]) -> None:
        if generation != self._generation:
            return
        touch()  # whoever waited for it looks at it now, and will go on
        ids, rows = found
        has_begun = self._shown == (self.query, self.sort_by) and len(self._ids) == PAGE < len(ids)
        if has_begun and list(ids[:PAGE]) == list(self._ids):
            self._ids = ids
            self._grow()
        else:
            self._put(ids, rows)
            self._go_on()

    def _put(self, ids: Sequence[Hashable], rows: Mapping[Any, Any]) -> None:
        """Show other records; of very many only as many as there were, the others come by and by."""
        for errand in self._fetched.values():
            errand.drop()
        self._fetched.clear()
        self.beginResetModel()
        self._shown = self.query, self.sort_by
        self._ids, self._count = ids, min(len(ids), max(AT_ONCE, self._count))
        self._pages.clear()
        if rows:
            self._pages[0] = [rows.get(identifier) for identifier in ids[:PAGE]]
        self._cells.clear()
        self._wanted.clear()
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

    def _fetch(self) -> None:
        wanted, self._wanted = sorted(self._wanted, reverse=True)[:4], set()
        for page in self._fetched.keys() - set(wanted):
            self._fetched.pop(page).drop()
        for page in wanted:
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            if ids and page not in self._fetched:
                self._fetch_page(page, ids)

    def _fetch_page(self, page: int, ids: Sequence[Hashable]) -> None:
        generation, source = self._generation, self._source
        errand = self._background.run(
            lambda: source.rows(ids), lambda rows: self._hold(generation, page, [rows.get(i) for i in ids])
        )
        if not errand.is_over:
            self._fetched[page] = errand

    def _hold(self, generation: int, page: int, rows: list[Any]) -> None:
        if generation != self._generation:
            return
        self._fetched.pop(page, None)
        self._pages[page] = rows
        while len(self._pages) > KEPT_PAGES:
            gone, _rows = self._pages.popitem(last=False)
            for row in range(gone * PAGE, (gone + 1) * PAGE):
                self._cells.pop(row, None)
        first = page * PAGE
        self.dataChanged.emit(self.index(first, 0), self.index(first + len(rows) - 1, len(self.columns) - 1))
