"""Pills drawn once and laid down as pictures: for lists, which are painted anew with every letter that is typed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from desktop.windows.pill import Sign, paint_pill, pill_size

KEPT = 1000
"""Pictures that are kept: those of a few lists in sight."""


class DrawnPills:
    """The pills of one list; they go with it, at the lock."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[Sign, str, int, float], QPixmap] = {}
        """By the pixels of a screen to one of ours, too: a window may go to another screen."""

    def clear(self) -> None:
        """Forget them: sizes or colours became others."""
        self._drawn.clear()

    def paint(self, painter: QPainter, left: int, middle: float, pill: tuple[Sign, str, int]) -> None:
        """Paint a pill (its sign, its words, its greatest width in pixels) from `left`, centred on `middle`."""
        about = *pill, painter.device().devicePixelRatioF()
        drawn = self._drawn.get(about)
        if drawn is None:
            if len(self._drawn) >= KEPT:
                self._drawn.clear()
            drawn = self._drawn[about] = _drawing(*about)
        painter.drawPixmap(QPointF(left, middle - drawn.deviceIndependentSize().height() / 2), drawn)


def _drawing(sign: Sign, words: str, wide: int, ratio: float) -> QPixmap:
    size = pill_size(words)
    drawn = QPixmap(round(min(size.width(), wide) * ratio), round(size.height() * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    within = QPainter(drawn)
    paint_pill(within, 0, size.height() / 2, sign, words, width=wide)
    within.end()
    return drawn
