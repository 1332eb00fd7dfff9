"""Cards in a narrow and a broad column; in a small window one under the other, in the order of what matters first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.windows.layouts import Column, Row
from desktop.windows.look import follow, px

NARROW = 900
"""Under so many pixels at text size 100 % there is room for one column only."""
SIDE = 356


class TwoColumns(QWidget):
    """`side` and `main` are the columns; `order` is how all of them follow one another in a small window."""

    def __init__(self, side: Sequence[QWidget], main: Sequence[QWidget], order: Sequence[QWidget]) -> None:
        super().__init__()
        self._side, self._main, self._order = side, main, order
        self._is_single: bool | None = None
        self._left, self._right = QWidget(), QWidget()
        self._columns = (Column(self._left, gap=14), Column(self._right, gap=14))
        for column in self._columns:
            column.addStretch(1)
        row = Row(self, gap=16)
        row.addWidget(self._left)
        row.addWidget(self._right, 1)
        follow(self.arrange)

    def arrange(self) -> None:
        """One column or two."""
        self._left.setFixedWidth(px(SIDE))
        is_single = self.width() < px(NARROW)
        if is_single == self._is_single:
            return
        self._is_single = is_single
        left, right = self._columns
        for widget in self._order:
            left.removeWidget(widget)
            right.removeWidget(widget)
        for widget in () if is_single else self._side:
            left.insertWidget(left.count() - 1, widget)
        for widget in self._order if is_single else self._main:
            right.insertWidget(right.count() - 1, widget)
        self._left.setVisible(not is_single)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self.arrange()
