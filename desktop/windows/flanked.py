"""A main matter with narrow cards at its right; in a small window they stand below it, or before it where said so."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.windows.layouts import Row
from desktop.windows.look import follow, px

ROOM = 620
"""Pixels at text size 100 % that the main matter keeps beside the cards."""
_ANY = 16_777_215
"""No limit of width, as Qt has it."""


class Flanked(QWidget):
    """Both sides; `wide` is how wide the right one is."""

    def __init__(self, main: QWidget, flank: QWidget, *, wide: int, room: int = ROOM) -> None:
        super().__init__()
        self._flank, self._wide, self._room = flank, wide, room
        self._is_small: bool | None = None
        self._row = Row(self, gap=16)
        self._row.addWidget(main, 1)
        self._row.addWidget(flank)
        follow(self.dress)

    @property
    def is_small(self) -> bool:
        """Whether one stands over the other."""
        return bool(self._is_small)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or one below the other."""
        super().resizeEvent(event)
        self.dress()

    def dress(self) -> None:
        """Take the measures of the look in use."""
        is_small = self.width() < px(self._room + self._wide)
        self._flank.setMinimumWidth(0 if is_small else px(self._wide))
        self._flank.setMaximumWidth(_ANY if is_small else px(self._wide))
        if is_small != self._is_small:
            self._is_small = is_small
            way = QBoxLayout.Direction.TopToBottom if is_small else QBoxLayout.Direction.LeftToRight
            self._row.setDirection(way)
