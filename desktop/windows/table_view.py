"""The view of a list: whole rows, keys and clicks, columns that share the width and leave a narrow window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.language import _
from desktop.windows.buttons import is_enter
from desktop.windows.look import LABEL, SEMIBOLD, colour, follow, font, px
from desktop.windows.table import Sort, TableModel
from desktop.windows.table_cells import ONE_LINE, CellPainter
from desktop.windows.table_place import TablePlace
from desktop.windows.table_widths import shared

CursorAction = QAbstractItemView.CursorAction
SELECTABLE = Qt.ItemFlag.ItemIsSelectable
MEASURED = ("key", "pill", "quiet")
"""Kinds of columns whose words are never cut."""


class TableView(QTableView):
    """The view of a list: whole rows, sorted by a click on the head, no horizontal scrolling, Tab leaves it."""

    opened = Signal(object)
    """Enter, or a double click, on the record with this identifier."""
    chosen = Signal(object)
    """The record in which the caret is now, or None."""
    menu_wanted = Signal(QPoint)
    """The menu key, Shift+F10 or the right button on a row; where, on the screen."""
    columns_wanted = Signal(QPoint)
    """The right button on the head."""
    rearranged = Signal()
    """She moved a column."""

    def __init__(self, model: TableModel, name: str) -> None:
        super().__init__()
        self._name, self._model = name, model
        self._off: frozenset[str] = frozenset()
        self._is_arranging = False
        self._place = TablePlace(self, model)
        self.setModel(model)
        self._painter = CellPainter(self, model)
        self.setItemDelegate(self._painter)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the pages under it need no paint with it
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.sectionClicked.connect(self._sort)
        head.setSectionsMovable(True)
        head.sectionMoved.connect(self._moved)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda at: self.columns_wanted.emit(head.mapToGlobal(at)))
        head.setSortIndicatorShown(False)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.id_at(index.row())))
        model.dataChanged.connect(self.arrange)
        model.pages.coming.connect(self._painter.prepare)
        self._place.watch()
        follow(self.dress)
        self.retranslate()

    @property
    def sort_by(self) -> Sort:
        """The column it is in order of, and which way."""
        return self._model.sort_by

    @sort_by.setter
    def sort_by(self, sort: Sort) -> None:
        """Have that order from the next question on."""
        if any(column.key == sort.key and column.can_sort for column in self._model.columns):
            self._model.sort_by = sort

    def current_id(self) -> Any:
        """The identifier of the row with the caret, or None."""
        return self._model.id_at(self.currentIndex().row())

    def chosen_ids(self) -> tuple[Any, ...]:
        """The identifiers of all marked rows, in their order."""
        return tuple(self._model.id_at(row) for row in self.marked_rows())

    def marked_rows(self) -> list[int]:
        """The marked rows, from the top."""
        first = next((i for i in range(len(self._model.columns)) if not self.isColumnHidden(i)), 0)
        return sorted(index.row() for index in self.selectionModel().selectedRows(first))

    def selectRow(self, row: int) -> None:
        """Mark that row alone, whichever key is held down just now: Qt would toggle it or, with Shift, mark none."""
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        left = max(0, self.columnAt(0))
        self.selectionModel().setCurrentIndex(self._model.index(row, left), how)

    def choose(self, identifier: Any) -> bool:
        """Put the caret on that record; remembered until the list has it."""
        return self._place.choose(identifier)

    def columns(self) -> list[str]:
        """The keys of the columns that are chosen, from left to right."""
        head, columns = self.horizontalHeader(), self._model.columns
        keys = [columns[head.logicalIndex(place)].key for place in range(len(columns))]
        return [key for key in keys if key not in self._off]

    def choose_columns(self, keys: Sequence[str]) -> None:
        """Show these columns in this order; none of them: the usual ones. What is not known is passed over."""
        head, known = self.horizontalHeader(), [column.key for column in self._model.columns]
        wanted = [key for key in keys if key in known] or known
        self._off = frozenset(known) - frozenset(wanted)
        self._is_arranging = True
        for place, key in enumerate([*wanted, *(key for key in known if key in self._off)]):
            head.moveSection(head.visualIndex(known.index(key)), place)
        self._is_arranging = False
        self._model.retranslate()
        self.arrange()

    def row_words(self) -> str:
        """The marked rows as words, a tab between the columns on show; telephones stay here."""
        shown = [c for key in self.columns() for c in self._model.columns if c.key == key and not c.private]
        shown = [column for column in shown if column.key not in self._model.hidden]
        rows = [row for row in self.marked_rows() if self._model.record(row) is not None]
        lines = [[self._model.cells(row).get(column.key) for column in shown] for row in rows]
        return "\n".join("\t".join(cell.read() if cell else "" for cell in cells) for cells in lines)

    def copy_rows(self) -> None:
        """Put the marked rows on the clipboard."""
        words = self.row_words()
        if words:
            QGuiApplication.clipboard().setText(words)

    def retranslate(self) -> None:
        """Say name, heads and cells again."""
        self.setAccessibleName(_(self._name))
        self._model.retranslate()
        self.arrange()

    def dress(self) -> None:
        """Take the sizes of the look in use."""
        head = self.horizontalHeader()
        for widget in (head, head.viewport()):  # once Qt has dressed it anew, the inner one follows no longer
            widget.setFont(font(LABEL, SEMIBOLD))
        self.verticalHeader().setDefaultSectionSize(px(ONE_LINE))
        head.setMinimumHeight(px(32))
        self.arrange()

    def arrange(self) -> None:
        """Share the width: columns that do not fit leave in their order; the key column is as wide as its words."""
        columns = self._model.columns
        head = self.horizontalHeader()
        metrics = head.fontMetrics()
        sign = self.fontMetrics().averageCharWidth()
        needs = []
        for place, column in enumerate(columns):
            titled = metrics.horizontalAdvance(_(column.title)) + px(24 if column.can_sort else 8) + px(20)
            need = max(titled, column.signs * sign + px(20))
            needs.append(max(need, self._widest(place)) if column.kind in MEASURED else need)
        order = [head.logicalIndex(place) for place in range(len(columns))]
        chosen = [place for place in order if columns[place].key not in self._off]
        widths = shared(columns, needs, chosen, self.viewport().width())
        self._model.hide(frozenset(columns[place].key for place in chosen if place not in widths))
        before = [head.sectionSize(place) for place in range(len(columns))]
        with QSignalBlocker(head):  # Qt would paint once with the new widths, and then once more
            for place in range(len(columns)):
                self.setColumnHidden(place, place not in widths)
                if place in widths:
                    self.setColumnWidth(place, widths[place])
        if before != [head.sectionSize(place) for place in range(len(columns))]:
            self.updateGeometries()
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell who paints the cells which rows are chosen; beside and below them nothing is painted by Qt."""
        room, rows = self.viewport().rect(), self.verticalHeader().length() - self.verticalOffset()
        columns = self.horizontalHeader().length()
        if rows <= room.bottom() or columns <= room.right():
            painter = QPainter(self.viewport())
            painter.fillRect(room.adjusted(0, max(0, rows), 0, 0), colour("surface"))
            painter.fillRect(room.adjusted(columns, 0, 0, 0), colour("surface"))
            painter.end()
        parts = cast("list[QItemSelectionRange]", self.selectionModel().selection())
        self._painter.begin([range(part.top(), part.bottom() + 1) for part in parts])
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew; the row with the caret stays whole where it was in sight."""
        super().resizeEvent(event)
        self.arrange()
        caret = self.currentIndex()
        if caret.isValid() and self.viewport().rect().intersects(self.visualRect(caret)):
            self.scrollTo(caret)

    def showEvent(self, event: QShowEvent) -> None:
        """Share the width anew: rows that came while it was hidden were not measured."""
        super().showEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the record; Alt with an arrow sorts: down by the next column, up the other way round."""
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            (self._sort_next if event.key() == Qt.Key.Key_Down else self._model.turn)()
            return
        if is_enter(event):
            if self.current_id() is not None:
                self.opened.emit(self.current_id())
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
            return
        super().keyPressEvent(event)

    def moveCursor(self, action: CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and the last record; Qt would go along the row."""
        rows = range(self._model.rowCount())
        if action not in (CursorAction.MoveHome, CursorAction.MoveEnd) or not rows:
            return super().moveCursor(action, modifiers)
        column = max(0, self.currentIndex().column())
        ordered = rows if action == CursorAction.MoveHome else reversed(rows)
        able = (index for row in ordered if (index := self._model.index(row, column)).flags() & SELECTABLE)
        return next(able, self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the key the menu stands under the row with the caret, by the mouse under the pointer."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self.visualRect(self.currentIndex()).bottomLeft()
        self.menu_wanted.emit(self.viewport().mapToGlobal(row) if by_key else event.globalPos())

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Tell which record the caret is in."""
        super().currentChanged(current, previous)
        self._place.come(current)
        if current.row() != previous.row() or not previous.isValid():
            self.chosen.emit(self._model.id_at(current.row()) if current.isValid() else None)

    def _widest(self, place: int) -> int:
        """The room that the rows in sight need; Qt's own measure would fetch every page of a list not yet shown."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height())
        if first < 0 or not self.isVisible():
            return 0
        last = last if last >= 0 else min(first + 40, self._model.rowCount() - 1)
        kind, model = self._model.columns[place].kind, self._model
        widths = (self._painter.width_of(model.cell(row, place), kind) for row in range(first, last + 1))
        return max(widths, default=0)

    def _moved(self) -> None:
        if not self._is_arranging:
            self.rearranged.emit()

    def _sort(self, place: int) -> None:
        if self._model.columns[place].can_sort:
            self._model.turn(self._model.columns[place].key)

    def _sort_next(self) -> None:
        """In order of the next column that can be sorted."""
        keys = [column.key for column in self._model.columns if column.can_sort]
        if keys:
            here = keys.index(self._model.sort_by.key) if self._model.sort_by.key in keys else -1
            self._model.turn(keys[(here + 1) % len(keys)])

    def sizeHint(self) -> QSize:
        """Room for a few rows."""
        return QSize(px(400), px(300))
