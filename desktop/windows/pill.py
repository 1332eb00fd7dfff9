"""A status as shape, word and colour together, painted alike in tables and on cards.

A state never shows by colour alone: the shape tells it without colour, the word tells it without either.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import _
from desktop.windows.look import LABEL, MEDIUM, follow, font, px, tokens


@dataclass(frozen=True)
class Sign:
    """A shape in a tone; the word that goes with it is always said beside it."""

    shape: str
    tone: str


LATE = MISSING = Sign("triangle", "red")
MUST_NOT = Sign("cross", "red")
DUE = PARTLY = Sign("half", "amber")
CONFIRM = Sign("triangle", "amber")
GOOD = Sign("tick", "green")
GOING_ON = Sign("dot", "blue")
OURS = MEASURE = Sign("diamond", "blue")
NOT_YET = Sign("ring", "grey")
CLOSED = Sign("bar", "grey")
SIGNS = (LATE, MUST_NOT, DUE, CONFIRM, GOOD, GOING_ON, OURS, NOT_YET, CLOSED)
"""Every sign there is; a new state takes one of these."""


def pill_size(words: str) -> QSize:
    """The room that a pill with these words needs."""
    return QSize(QFontMetrics(font(LABEL, MEDIUM)).horizontalAdvance(words) + px(32), px(23))


def paint_pill(painter: QPainter, left: float, middle: float, sign: Sign, words: str, *, width: float = 0) -> None:
    """Paint sign and words from `left`, centred on `middle`, elided when wider than `width` (0: as wide as needed)."""
    size = pill_size(words)
    wide = min(size.width(), width) if width else size.width()
    rect = QRectF(left, middle - size.height() / 2, wide, size.height())
    ink, ground = tokens().tone(sign.tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    paint_sign(painter, QPointF(rect.left() + px(13), middle), sign)
    used = font(LABEL, MEDIUM)
    painter.setFont(used)
    painter.setPen(QColor(ink))
    room = rect.adjusted(px(22), 0, -px(8), 0)
    shown = QFontMetrics(used).elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
    painter.restore()


def paint_sign(painter: QPainter, at: QPointF, sign: Sign, size: float = 4.6) -> None:
    """Paint the shape alone around a point; `size` is its half, at text size 100 %."""
    r = px(size * 10) / 10
    ink = QColor(tokens().tone(sign.tone)[0])
    painter.setBrush(ink)
    painter.setPen(Qt.PenStyle.NoPen)
    pen = QPen(ink, max(1.6, r * 0.4), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    x, y = at.x(), at.y()
    if sign.shape == "triangle":
        painter.drawPolygon(QPolygonF([QPointF(x, y - r), QPointF(x + r, y + r * 0.85), QPointF(x - r, y + r * 0.85)]))
    elif sign.shape == "diamond":
        painter.drawPolygon(QPolygonF([QPointF(x + r * sin(k * pi / 2), y - r * cos(k * pi / 2)) for k in range(4)]))
    elif sign.shape == "dot":
        painter.drawEllipse(at, r * 0.85, r * 0.85)
    elif sign.shape == "bar":
        painter.drawRoundedRect(QRectF(x - r, y - r * 0.28, 2 * r, r * 0.56), 1, 1)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        if sign.shape == "cross":
            painter.drawLine(QPointF(x - r * 0.7, y - r * 0.7), QPointF(x + r * 0.7, y + r * 0.7))
            painter.drawLine(QPointF(x + r * 0.7, y - r * 0.7), QPointF(x - r * 0.7, y + r * 0.7))
        elif sign.shape == "tick":
            painter.drawPolyline(
                QPolygonF([QPointF(x - r, y), QPointF(x - r * 0.25, y + r * 0.7), QPointF(x + r, y - r * 0.7)])
            )
        else:
            painter.drawEllipse(at, r * 0.8, r * 0.8)
            if sign.shape == "half":
                painter.setBrush(ink)
                painter.drawChord(QRectF(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6), 90 * 16, 180 * 16)


class Pill(QWidget):
    """A status on a card; a screen reader reads its word."""

    def __init__(self, sign: Sign = NOT_YET, msgid: str = "", **values: object) -> None:
        super().__init__()
        self._sign, self._msgid, self._values, self._words = sign, msgid, values, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()
        follow(self.dress)

    def say(self, sign: Sign, msgid: str, **values: object) -> None:
        """Show another state, in a sentence of the program."""
        self._sign, self._msgid, self._values = sign, msgid, values
        self.retranslate()

    def put(self, sign: Sign, words: str) -> None:
        """Show another state, with words that are data or already said."""
        self._sign, self._msgid, self._words = sign, "", words
        self._renew()

    def words(self) -> str:
        """The word it shows."""
        return self._words

    def retranslate(self) -> None:
        """Say the word in the language of the screen."""
        if self._msgid:
            self._words = _(self._msgid, **self._values)
        self._renew()

    def dress(self) -> None:
        """Take size and colours from the look in use."""
        self._renew()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return pill_size(self._words)

    def minimumSizeHint(self) -> QSize:
        """A pill never elides by itself."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shape, word and ground."""
        painter = QPainter(self)
        paint_pill(painter, 0, self.height() / 2, self._sign, self._words, width=self.width())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _renew(self) -> None:
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()
