"""The matrix itself: units below each other, months beside each other, in a cell what was sent, received and agreed.

The caret goes from cell to cell. Where not all months fit, the earliest leave first, and the caret brings them back:
nothing scrolls sideways, and the name of the unit always stands at the left.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.language import _
from desktop.reconciliation.matrix import Matrix, Place
from desktop.windows.look import LABEL, SEMIBOLD, follow, font, px
from desktop.windows.reconcile_matrix_cells import HIGH, MatrixPainter
from desktop.windows.reconcile_matrix_model import MatrixModel

Index = QModelIndex | QPersistentModelIndex
MOST = 150
"""Pixels at text size 100 %: a month with much room is no wider, unless its figures are."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class MatrixTable(QTableView):
    """The view."""

    opened = Signal(object)
    """Enter, or a double click, on a cell: its month and unit."""
    meant = Signal(object)
    """Month and unit of the cell in which the caret is now, or None."""
    menu_wanted = Signal(QPoint)
    """The menu key, Shift+F10 or the right button; where, on the screen."""
    copied = Signal()
    """Ctrl+C."""
    paged = Signal(int, int)
    """So many months stand to the left of those on show, and so many to the right."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self._first, self._fits = name, 0, 1
        self.matrix = MatrixModel()
        self.setModel(self.matrix)
        self._painter = MatrixPainter(self)
        self.setItemDelegate(self._painter)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setFrameShape(self.Shape.NoFrame)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._open)
        follow(self.dress)
        self.retranslate()

    def put(self, matrix: Matrix | None, keep: Place | None = None) -> None:
        """Show a matrix, with the caret where it was, else on the sum of the latest month."""
        keep = keep or self.place()
        self.matrix.put(matrix)
        self._first = self.matrix.columnCount()
        self.arrange()
        wanted = self.matrix.index_of(keep) if keep else QModelIndex()
        if not wanted.isValid() and self.matrix.rows:
            wanted = self.matrix.index(len(self.matrix.rows) - 1, self.matrix.columnCount() - 1)
        self._come_to(wanted)
        self.meant.emit(self.place())

    def place(self) -> Place | None:
        """Month and unit of the cell with the caret."""
        return self.matrix.place(self.currentIndex())

    def turn(self, by: int) -> None:
        """Show months before or after those on show; the caret goes along."""
        at = self.currentIndex()
        last = self.matrix.columnCount() - 1
        wanted = self._first - 1 if by < 0 else self._first + self._fits
        self._come_to(self.matrix.index(max(at.row(), 0), max(1, min(last, wanted))))

    def retranslate(self) -> None:
        """Say everything again."""
        self.setAccessibleName(_(self._name))
        self.matrix.retranslate()
        self.arrange()

    def dress(self) -> None:
        """Take the sizes of the look in use."""
        head = self.horizontalHeader()
        for widget in (head, head.viewport()):  # once Qt has dressed it anew, the inner one follows no longer
            widget.setFont(font(LABEL, SEMIBOLD))
        self.verticalHeader().setDefaultSectionSize(px(HIGH))
        self.arrange()

    def arrange(self) -> None:
        """Share the width: the names, and as many months as fit."""
        months = self.matrix.columnCount() - 1
        if months < 1:
            return
        wide, metrics = self._painter.widest(), self.horizontalHeader().fontMetrics()
        heads = [self.matrix.headerData(one, Qt.Orientation.Horizontal) for one in range(1, months + 1)]
        lines = [line for head in heads for line in head.split("\n")]
        wide = max(wide, max(map(metrics.horizontalAdvance, lines)) + px(24))
        self.horizontalHeader().setFixedHeight(metrics.height() * 2 + px(14))
        room = self.viewport().width()
        names = max(px(96), min(self._painter.names(), room - wide, max(px(160), room * 2 // 5)))
        self._fits = max(1, (room - names) // wide)
        self._first = max(1, min(self._first, months - self._fits + 1))
        shown = min(self._fits, months)
        wide = max(px(60), min((room - names) // shown, max(wide, px(MOST))))
        for column in range(1, months + 1):
            self.setColumnHidden(column, not self._first <= column < self._first + self._fits)
            self.setColumnWidth(column, wide)
        self.setColumnWidth(0, room - shown * wide)
        self.paged.emit(self._first - 1, max(0, months - self._first - self._fits + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.arrange()
        self._come_to(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, arrows go from cell to cell, Home and End to the first and the last month."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key, at, last = event.key(), self.currentIndex(), self.matrix.columnCount() - 1
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif key in _ENTER and not held:
            self._open(at)
        elif at.isValid() and not held and key in (*_STEPS, Qt.Key.Key_Home, Qt.Key.Key_End):
            ends = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: last}
            column = ends.get(Qt.Key(key), at.column() + _STEPS.get(Qt.Key(key), 0))
            self._come_to(self.matrix.index(at.row(), max(1, min(last, column))))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the key the menu stands under the cell with the caret, by the mouse under the pointer."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        below = self.visualRect(self.currentIndex()).bottomLeft()
        self.menu_wanted.emit(self.viewport().mapToGlobal(below) if by_key else event.globalPos())

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Tell which cell is meant; the names of the units are none."""
        super().currentChanged(current, previous)
        if current.isValid() and current.column() == 0:
            self._come_to(self.matrix.index(current.row(), max(1, previous.column())))
        elif current != previous:
            self.meant.emit(self.matrix.place(current))

    def sizeHint(self) -> QSize:
        """Room for a few rows."""
        return QSize(px(400), px(260))

    def _come_to(self, index: QModelIndex) -> None:
        """Put the caret there, and that month on show."""
        if not index.isValid():
            return
        if not self._first <= index.column() < self._first + self._fits:
            before = index.column() < self._first
            self._first = index.column() if before else index.column() - self._fits + 1
            self.arrange()
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _open(self, index: Index) -> None:
        place = self.matrix.place(index)
        if place is not None:
            self.opened.emit(place)
