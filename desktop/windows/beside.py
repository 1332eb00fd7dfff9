"""A form with its foot, and what is known beside it; in a small window what is known goes under the form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.windows.apart import Apart
from desktop.windows.footed import Footed
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row, scrolled
from desktop.windows.look import follow, px

LEAST = 560
"""Pixels at text size 100 % that a form needs beside something else."""


class Beside(QWidget):
    """The two sides of a page; `wide` is how wide the right one is."""

    def __init__(self, body: Sequence[QWidget], foot: QWidget, aside: QWidget, *, wide: int) -> None:
        super().__init__()
        self._aside, self._wide = aside, wide
        self._is_small: bool | None = None
        inner, empty = QWidget(), QWidget()
        self._body = Column(inner, gap=12, margins=(20, 14, 20, 14))
        for widget in body:
            self._body.addWidget(widget)
        self._body.addStretch(1)
        self._area = scrolled(empty)
        columns = Row(self, gap=18)
        self.card = Footed(inner, foot)
        columns.addWidget(self.card, 1)
        columns.addWidget(self._area)
        follow(self.dress)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two sides or one."""
        super().resizeEvent(event)
        self.dress()

    def dress(self) -> None:
        """Take the measures of the look in use."""
        self._area.setFixedWidth(px(self._wide))
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
        self._aside.setAutoFillBackground(not is_small)  # an area fills its page; under the form it stands on a card
        self._aside.show()
        for label in self._aside.findChildren(Label):
            label.dress()  # Qt gave it back the ink it had under the style sheet it was moved away from


def foot_of(words: Sequence[Label], buttons: Sequence[QWidget]) -> QWidget:
    """The foot of a form: words at the left, buttons at the right, in more lines where there is no room."""
    said = QWidget()
    column = Column(said, gap=2)
    for label in words:
        label.setWordWrap(True)
        column.addWidget(label)
    return Apart(said, buttons, margins=(20, 12))
