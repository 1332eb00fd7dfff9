"""How much of a meeting is ready: so many of so many parts, as words and as a bar, and when its papers are closed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row
from desktop.windows.look import follow, px, tokens


class _Line(QWidget):
    """The bar; its words stand above it."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        follow(self.dress)

    def dress(self) -> None:
        """Take the height of the look in use."""
        self.setFixedHeight(px(6))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is ready over what there is."""
        t, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        round_end = self.height() / 2
        for ink, wide in ((t.line, self.width()), (t.accent, round(self.width() * self.share))):
            painter.setBrush(QColor(ink))
            if wide:
                painter.drawRoundedRect(QRectF(0, 0, wide, self.height()), round_end, round_end)
        painter.end()


class ReadyBar(QWidget):
    """Words and bar."""

    def __init__(self) -> None:
        super().__init__()
        self.ready, self.closes = Label("", "strong"), Label("", "second")
        self._line = _Line()
        row = Row(gap=12)
        row.addWidget(self.ready, 1)
        row.addWidget(self.closes)
        column = Column(self, gap=6)
        column.addLayout(row)
        column.addWidget(self._line)

    def put(self, ready: int, parts: int, closes: str, *, is_late: bool) -> None:
        """So many are ready, and by then the papers are closed."""
        self.ready.say(N_("Parts ready: {n} of {all}"), n=ready, all=parts)
        self.closes.put(closes)
        self.closes.tint("amber" if is_late else "")
        self._line.share = ready / parts if parts else 0.0
        self._line.update()
