"""A list of any length: an array of identifiers, pages of rows fetched when they come into sight, and what is counted.

`data()` never asks the vault. The identifiers of a query and the pages of rows are fetched by the worker; an answer
that comes late, after another question was asked, is dropped by its generation number.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from desktop.language import _
from desktop.windows.pill import Sign
from desktop.windows.worker import Background, Progress

PAGE = 128
KEPT_PAGES = 64
WAITING = "\u2026"
Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole + 1
ID = Qt.ItemDataRole.UserRole + 2
_IS_WHOLE: ContextVar[bool] = ContextVar("whole", default=False)
"""Whether rows are told for paper just now, where no column is hidden; each thread has its own."""


@dataclass(frozen=True)
class Sort:
    """The column a list is in order of."""

    key: str
    descending: bool = False


@dataclass(frozen=True)
class Cell:
    """What stands in one cell, in the language of the screen: words, a second line, a status, a drawing."""

    text: str = ""
    second: str = ""
    sign: Sign | None = None
    icon: str = ""
    second_ink: str = "muted"
    is_section: bool = False
    """A title over the rows that follow, across all columns."""
    value: float | date | None = None
    """The number, the day or the time that the words tell, for a workbook; None where they are words only."""

    def read(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.text, self.second) if part)


@dataclass(frozen=True)
class TableColumn:
    """One column: `kind` is key, head, text, quiet, pill or figure; width in signs, `stretch` takes what is left."""

    key: str
    title: str
    """English msgid."""
    kind: str = "text"
    signs: int = 12
    stretch: int = 0
    can_sort: bool = False
    leaves: int = 0
    """The order in which columns leave a narrow list: 1 first; 0 stays."""
    private: bool = False
    """Never copied, printed or written to a file: telephones."""


class Source(Protocol):
    """Where a list comes from; called in the worker's thread only."""

    def ids(self, query: Any, sort: Sort) -> Sequence[Hashable]:
        """The identifiers of all records that the query means, in order."""
        ...

    def rows(self, ids: Sequence[Any]) -> Mapping[Any, Any]:
        """These records by identifier; one that is gone is left out."""
        ...


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
        self.sort_by, self.query = sort, None
        self._hidden: frozenset[str] = frozenset()
        self._source, self._show_row, self._background = source, show_row, background
        self._ids: Sequence[Hashable] = ()
        self._generation = 0
        self._pages: OrderedDict[int, list[Any]] = OrderedDict()
        self._cells: dict[int, Mapping[str, Cell]] = {}
        self._wanted: set[int] = set()
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._fetch)

    def ask(self, query: Any, sort: Sort | None = None) -> None:
        """Show what this query means; rows appear when the worker has found them."""
        self.query, self.sort_by = query, sort or self.sort_by
        self._generation += 1
        generation, source, order = self._generation, self._source, self.sort_by
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self._background.run(lambda: source.ids(query, order), lambda ids: self._take(generation, ids))

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

    def taking(self) -> Callable[[Progress], list[Mapping[str, Cell]]]:
        """A job for the worker: every row of the list as it is now, in its order, as if no column had left."""
        ids, source = self._ids, self._source

        def take(progress: Progress) -> list[Mapping[str, Cell]]:
            taken: list[Mapping[str, Cell]] = []
            whole = _IS_WHOLE.set(True)
            try:
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
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, identifier: Hashable) -> int:
        """The row in which that record stands, or -1."""
        try:
            return self._ids.index(identifier)
        except ValueError:
            return -1

    def record(self, row: int) -> Any:
        """The record of that row if its page is here, else None (and it is fetched)."""
        page, place = divmod(row, PAGE)
        held = self._pages.get(page)
        if held is None:
            self._wanted.add(page)
            self._asking.start()
            return None
        self._pages.move_to_end(page)
        return held[place] if place < len(held) else None

    def retranslate(self) -> None:
        """Say every cell and every head again."""
        self._cells.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many records."""
        return 0 if parent.isValid() else len(self._ids)

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
        column = self.columns[index.column()]
        cell = self.cells(index.row()).get(column.key, Cell())
        if role == CELL:
            return cell
        return f"{_(column.title)}: {cell.read()}" if role == Qt.ItemDataRole.AccessibleTextRole else cell.text

    def cells(self, row: int) -> Mapping[str, Cell]:
        """The cells of a row by column key."""
        if row not in self._cells:
            record = self.record(row)
            if record is None:
                return {column.key: Cell(WAITING) for column in self.columns}
            self._cells[row] = self._show_row(record)
        return self._cells[row]

    def _take(self, generation: int, ids: Sequence[Hashable]) -> None:
        if generation != self._generation:
            return
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self._cells.clear()
        self._wanted.clear()
        self.endResetModel()
        self.loaded.emit(len(ids))

    def _fetch(self) -> None:
        wanted, self._wanted = sorted(self._wanted, reverse=True)[:4], set()
        for page in wanted:
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            if ids:
                self._fetch_page(page, ids)

    def _fetch_page(self, page: int, ids: Sequence[Hashable]) -> None:
        generation, source = self._generation, self._source
        self._background.run(
            lambda: source.rows(ids), lambda rows: self._hold(generation, page, [rows.get(i) for i in ids])
        )

    def _hold(self, generation: int, page: int, rows: list[Any]) -> None:
        if generation != self._generation:
            return
        self._pages[page] = rows
        while len(self._pages) > KEPT_PAGES:
            gone, _rows = self._pages.popitem(last=False)
            for row in range(gone * PAGE, (gone + 1) * PAGE):
                self._cells.pop(row, None)
        first = page * PAGE
        self.dataChanged.emit(self.index(first, 0), self.index(first + len(rows) - 1, len(self.columns) - 1))
