"""The pages of a paper and the cards about it: side by side, or one over the other in a small window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.windows.layouts import scrolled
from desktop.windows.look import follow, px

SMALL = 812
"""Narrower than this, at text size 100 %, one lies over the other."""


class PagesBeside(QSplitter):
    """Both, with an edge between them that can be moved."""

    turned = Signal(bool)
    """Whether one lies over the other now."""

    def __init__(
        self, pages: QWidget, cards: QWidget, *, wide: int = 372, small: int = SMALL, cards_first: bool = False
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._pages, self._cards, self._wide, self._small = pages, scrolled(cards), wide, small
        self.setChildrenCollapsible(False)
        for part in (self._cards, pages) if cards_first else (pages, self._cards):
            self.addWidget(part)
        self.setStretchFactor(self.indexOf(pages), 3)
        self.setStretchFactor(self.indexOf(self._cards), 0 if cards_first else 1)
        follow(self.dress)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lie as the room allows."""
        super().resizeEvent(event)
        self.dress()

    def dress(self) -> None:
        """Take the measures of the look in use."""
        ways, is_small = Qt.Orientation, self.width() < px(self._small)
        self.setOrientation(ways.Vertical if is_small else ways.Horizontal)
        self._pages.setMinimumHeight(px(380 if is_small else 200))
        self._cards.setMinimumSize(px(200 if is_small else self._wide), px(300 if is_small else 120))
        self.turned.emit(is_small)
