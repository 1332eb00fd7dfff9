"""Words at the left and what can be done at the right; one over the other where both do not fit.

Heads of pages, feet of forms and banners are laid out so, hence none of them makes a small window scroll sideways.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.windows.layouts import Flow
from desktop.windows.look import follow, px

GAP, BETWEEN = 12, 6
TIMES = 2
"""Words may take so many times the height they need alone before the acts go below them."""


class Apart(QWidget):
    """Words and acts side by side, each act in its own line where the page is very narrow."""

    def __init__(self, words: QWidget, acts: Sequence[QWidget] = (), *, margins: tuple[int, int] = (0, 0)) -> None:
        super().__init__()
        self._words, self._acts, self._margins = words, QWidget(self), margins
        words.setParent(self)
        self._acts.raise_()  # Tab goes in the order in which both lie here
        self._flow = Flow(self._acts, gap=GAP, right=True)
        for act in acts:
            self.add(act)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow(self.updateGeometry)

    def add(self, act: QWidget) -> None:
        """One more act, after the others."""
        self._flow.addWidget(act)

    def put(self, acts: Sequence[QWidget]) -> None:
        """These acts in place of those there; the others are hidden."""
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget not in acts:
                widget.hide()
        for act in acts:
            self.add(act)
            act.show()

    def sizeHint(self) -> QSize:
        """Both side by side."""
        words, acts = self._words.sizeHint(), self._acts.sizeHint()
        side, above = (2 * px(one) for one in self._margins)
        return QSize(words.width() + px(GAP) + acts.width() + side, max(words.height(), acts.height()) + above)

    def minimumSizeHint(self) -> QSize:
        """No wider than the wider of both."""
        words, acts = self._words.minimumSizeHint(), self._acts.minimumSizeHint()
        side, above = (2 * px(one) for one in self._margins)
        return QSize(max(words.width(), acts.width()) + side, max(words.height(), acts.height()) + above)

    def hasHeightForWidth(self) -> bool:
        """What is narrow is high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of both, as they lie at this width."""
        words, acts = self._places(width)
        return max(words.bottom(), acts.bottom()) + 1 + px(self._margins[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or one over the other."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Other words need other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        words, acts = self._places(self.width())
        self._words.setGeometry(words)
        self._acts.setGeometry(acts)

    def _places(self, width: int) -> tuple[QRect, QRect]:
        side, above = (px(one) for one in self._margins)
        room = max(1, width - 2 * side)
        least, full = self._acts.minimumSizeHint().width(), self._acts.sizeHint().width()
        if not full:
            return QRect(side, above, room, _height(self._words, room)), QRect()
        wanted = max(self._words.minimumSizeHint().width(), min(self._words.sizeHint().width(), room // 2))
        right = max(least, min(full, room - px(GAP) - wanted))
        left = room - px(GAP) - right
        alone = _height(self._words, room)
        if left >= self._words.minimumSizeHint().width() and _height(self._words, left) <= TIMES * alone:
            high, low = _height(self._words, left), _height(self._acts, right)
            whole = max(high, low)
            words = QRect(side, above + (whole - high) // 2, left, high)
            return words, QRect(side + left + px(GAP), above + (whole - low) // 2, right, low)
        below = above + alone + px(BETWEEN)
        return QRect(side, above, room, alone), QRect(side, below, room, _height(self._acts, room))


def _height(widget: QWidget, width: int) -> int:
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
