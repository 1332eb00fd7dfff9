"""A card whose fields scroll over its foot: the filled button never leaves the sight."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.windows.card import Card
from desktop.windows.layouts import line, scrolled
from desktop.windows.look import follow, px
from desktop.windows.page_area import area_of

LOW = 400
"""Under so high a window at text size 100 % the whole page scrolls, and the foot stands below it."""
LEAST = 110
"""Pixels at text size 100 % that the fields keep over their foot."""


class Footed(Card):
    """The card; in a low window it grows to its whole height, and its foot goes below the page that scrolls."""

    def __init__(self, body: QWidget, foot: QWidget) -> None:
        super().__init__(margins=1, gap=0)
        self._body, self._foot, self._is_low = body, foot, False
        self._scroll, self._line = scrolled(body, is_modest=True), line()
        self.column.addWidget(self._scroll, 1)
        self.column.addWidget(self._line)
        self.column.addWidget(foot)
        self._is_flat = False
        follow(self.measure)

    def be_flat(self, is_flat: bool) -> None:
        """Lie on the surface of a panel without an edge of its own."""
        self._is_flat = is_flat
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, where it is one."""
        if not self._is_flat:
            super().paintEvent(event)

    def measure(self) -> None:
        """Take the measures of the look in use."""
        self._scroll.setMinimumHeight(px(LEAST))
        self._be_low(self.window().height() < px(LOW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window may be low now."""
        super().resizeEvent(event)
        self.measure()

    def showEvent(self, event: QShowEvent) -> None:
        """The foot is there with its card."""
        super().showEvent(event)
        self._place_foot()

    def hideEvent(self, event: QHideEvent) -> None:
        """What covers the card covers its foot."""
        super().hideEvent(event)
        place = area_of(self)
        if place is not None and self._is_low:
            place.let_go()

    def _be_low(self, is_low: bool) -> None:
        if is_low == self._is_low or area_of(self) is None:
            return
        self._is_low = is_low
        caret = QApplication.focusWidget()
        if is_low:
            self._scroll.takeWidget()
            self.column.insertWidget(0, self._body, 1)
        else:
            self.column.removeWidget(self._body)
            self._scroll.setWidget(self._body)
            self._body.setAutoFillBackground(False)
        self._body.show()
        self._scroll.setVisible(not is_low)
        self._line.setVisible(not is_low)
        self._place_foot()
        if caret is not None and (self._body.isAncestorOf(caret) or self._foot.isAncestorOf(caret)):
            caret.setFocus()

    def _place_foot(self) -> None:
        place = area_of(self)
        if place is None:
            return
        if not self._is_low:
            self.column.addWidget(self._foot)
        if not self.isVisible():  # the foot of a card that is not on show stands nowhere else either
            return
        if self._is_low:
            place.hold(self._foot)
        else:
            place.let_go()
