"""A form with its foot, and what is known beside it; in a small window what is known goes under the form."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from desktop.windows.card import Card
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, Row, line, scrolled
from desktop.windows.look import follow, px

LEAST = 560
"""Pixels at text size 100 % that a form needs beside something else."""
LOW = 400
"""Under so high a window at text size 100 % the whole page scrolls, and not the form within it."""


class Beside(QWidget):
    """The two sides of a page; `wide` is how wide the right one is."""

    def __init__(self, body: Sequence[QWidget], foot: QWidget, aside: QWidget, *, wide: int) -> None:
        super().__init__()
        self._aside, self._wide = aside, wide
        self._is_small: bool | None = None
        self._is_low = False
        self._inner, empty = QWidget(), QWidget()
        self._body = Column(self._inner, gap=12, margins=(20, 14, 20, 14))
        for widget in body:
            self._body.addWidget(widget)
        self._body.addStretch(1)
        self._card, self._scroll = Card(margins=1, gap=0), scrolled(self._inner)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._card.column.addWidget(self._scroll, 1)
        self._card.column.addWidget(line())
        self._card.column.addWidget(foot)
        self._foot = foot
        self._area = scrolled(empty)
        columns = Row(self, gap=18)
        columns.addWidget(self._card, 1)
        columns.addWidget(self._area)
        follow(self.dress)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two sides or one."""
        super().resizeEvent(event)
        self.dress()

    def dress(self) -> None:
        """Take the measures of the look in use."""
        self._area.setFixedWidth(px(self._wide))
        self._scroll.setMinimumHeight(px(110))
        self._scroll_within(self.window().height() >= px(LOW))
        is_small = self.width() < px(LEAST + self._wide)
        if is_small == self._is_small:
            return
        self._is_small = is_small
        if is_small:
            self._area.takeWidget()
            self._body.insertWidget(self._body.count() - 1, self._aside)
        else:
            self._body.removeWidget(self._aside)
            self._area.setWidget(self._aside)
        self._area.setVisible(not is_small)
        self._aside.show()
        self.read_on()

    def read_on(self) -> None:
        """From the last field Tab goes to the foot: what changes its place stands at the end of Qt's chain."""
        able = [one for one in self._inner.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for before, after in pairwise([*able[-1:], *self._foot.findChildren(QAbstractButton)]):
            if before.window() is after.window():  # not yet so while the page is put together
                self.setTabOrder(before, after)

    def _scroll_within(self, within: bool) -> None:
        """Keep the foot in sight while the form scrolls, or let the page scroll with all that is on it."""
        if within != self._is_low:
            return
        self._is_low = not within
        caret = QApplication.focusWidget()
        if within:
            self._card.column.removeWidget(self._inner)
            self._scroll.setWidget(self._inner)
            self._inner.setAutoFillBackground(False)
        else:
            self._scroll.takeWidget()
            self._card.column.insertWidget(0, self._inner, 1)
        self._inner.show()
        self._scroll.setVisible(within)
        if caret is not None and self._inner.isAncestorOf(caret):
            caret.setFocus()
        self.read_on()


def foot_of(words: Sequence[Label], buttons: Sequence[QWidget]) -> QWidget:
    """The foot of a form: words at the left, buttons at the right, in more lines where there is no room."""
    foot, right = QWidget(), QWidget()
    row, column = Row(foot, gap=12, margins=(20, 12, 20, 12)), Column(gap=2)
    for label in words:
        label.setWordWrap(True)
        column.addWidget(label)
    flow = Flow(right, gap=10, right=True)
    for button in buttons:
        flow.addWidget(button)
    row.addLayout(column, 1)
    row.addWidget(right, 2)
    return foot
