"""The rows of a list that are here: fetched by pages as they come into sight, and said in cells.

Nobody waits for the vault: the worker fetches a page, and until it is here its rows are shown as awaited. A screen of
cells takes longer to say than a key may wait, so what comes is said before it is shown, a few rows at a turn.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.windows.table_parts import PAGE, Cell, Source
from desktop.windows.worker import Background, Errand, Steps

AHEAD = 32
"""So near the end of a page the next one is fetched."""
IN_SIGHT, AT_A_TURN = 24, 6
"""So many rows are said before they are shown at most, so many of them at a turn of the window."""
KEPT_PAGES = 64
Cells = Mapping[str, Cell]
"""What stands in a row, by the key of its column."""


class TablePages(QObject):
    """`show_row` turns one record into cells, in the language of the screen."""

    coming = Signal(object)
    """The cells of a row that is shown soon."""
    came = Signal(int, int)
    """The first and the last of the rows that were looked at before their page was here; now it is."""

    def __init__(
        self, source: Source, show_row: Callable[[Any], Cells], background: Background, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.in_sight: Callable[[Sequence[Hashable]], Iterable[int]] = lambda first: range(IN_SIGHT)
        """Which rows will be in sight when these are the first; whoever shows them knows."""
        self._source, self._show_row, self._background = source, show_row, background
        self._ids: Sequence[Hashable] = ()
        self._pages: OrderedDict[int, list[Any]] = OrderedDict()
        self._cells: dict[int, Cells] = {}
        self._next: dict[int, Cells] = {}
        """The first rows of what comes in the place of these."""
        self._wanted: set[int] = set()
        self._missed: dict[int, set[int]] = {}
        """The rows that were looked at before they were here, by page."""
        self._fetched: dict[int, Errand] = {}
        """The pages that are under way; over is the errand of one that is here and is being said."""
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._fetch)

    def prepare(self, ids: Sequence[Hashable], rows: Mapping[Any, Any]) -> Steps:
        """Of these records, which will be `put`, say those that will be in sight."""
        self._next = {}
        first = ids[:PAGE]
        seen = [row for row in self.in_sight(first) if row < len(first)][:IN_SIGHT]
        yield from self._say(self._next, [(row, rows.get(first[row])) for row in seen])

    def put(self, ids: Sequence[Hashable], rows: Mapping[Any, Any]) -> None:
        """Hold other records, the first page of which is here already."""
        self.drop()
        self.grow(ids)
        self._pages.clear()
        if rows:
            self._pages[0] = [rows.get(identifier) for identifier in ids[:PAGE]]
        self._cells, self._next = self._next, {}
        self._wanted.clear()
        self._missed.clear()

    def grow(self, ids: Sequence[Hashable]) -> None:
        """Those of the same beginning, and more."""
        self._ids = ids

    def drop(self) -> None:
        """Nobody waits for the pages under way any more."""
        for errand in self._fetched.values():
            errand.drop()
        self._fetched.clear()

    def say_again(self) -> None:
        """What was said of the rows holds no longer."""
        self._cells.clear()
        self._next.clear()

    def record(self, row: int) -> Any:
        """The record of that row if its page is here, else None (and it is fetched)."""
        page, place = divmod(row, PAGE)
        held = self._pages.get(page)
        near = page if held is None else page + 1 if place >= PAGE - AHEAD else page - 1 if place < AHEAD else page
        if near not in self._pages and 0 <= near * PAGE < len(self._ids):
            self._wanted.add(near)
            self._asking.start()
        if held is None:
            self._missed.setdefault(page, set()).add(row)
            return None
        self._pages.move_to_end(page)
        return held[place] if place < len(held) else None

    def cells(self, row: int) -> Cells | None:
        """The cells of that row; None while its record is not here."""
        found = self._cells.get(row)
        if found is None and (record := self.record(row)) is not None:
            found = self._cells[row] = self._show_row(record)
        return found

    def _say(self, cells: dict[int, Cells], records: Iterable[tuple[int, Any]]) -> Steps:
        for place, (row, record) in enumerate(records, 1):
            if record is not None:
                cells[row] = self._show_row(record)
                self.coming.emit(cells[row])
            if place % AT_A_TURN == 0:
                yield

    def _fetch(self) -> None:
        wanted, self._wanted = sorted(self._wanted, reverse=True)[:4], set()
        for page, errand in list(self._fetched.items()):
            if page not in wanted and not errand.is_over:
                self._fetched.pop(page).drop()
        for page in wanted:
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            if ids and page not in self._fetched:
                self._fetch_page(page, ids)

    def _fetch_page(self, page: int, ids: Sequence[Hashable]) -> None:
        source = self._source
        errand = self._background.run(
            lambda: source.rows(ids), lambda rows: self._hold(page, [rows.get(i) for i in ids])
        )
        if not errand.is_over:
            self._fetched[page] = errand

    def _hold(self, page: int, rows: list[Any]) -> Steps:
        first, missed = page * PAGE, self._missed.setdefault(page, set())
        ahead = sorted(missed)[-IN_SIGHT:]
        yield from self._say(self._cells, [(row, rows[row - first]) for row in ahead if row - first < len(rows)])
        self._missed.pop(page, None)
        self._fetched.pop(page, None)
        self._pages[page] = rows
        while len(self._pages) > KEPT_PAGES:
            gone, _rows = self._pages.popitem(last=False)
            for row in range(gone * PAGE, (gone + 1) * PAGE):
                self._cells.pop(row, None)
        if missed:
            self.came.emit(min(missed), min(max(missed), first + len(rows) - 1))
