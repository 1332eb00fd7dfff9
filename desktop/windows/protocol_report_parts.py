"""The parts of a yearly report as a list: each with how it stands; the arrows go from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from desktop.cooperation.report import COMPOSED, EMPTY, OWN, PARTS, STATES, Report
from desktop.language import N_, _
from desktop.windows.buttons import DrawnButton
from desktop.windows.card import Card
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.look import BODY, REGULAR, SEMIBOLD, SMALL, follow, font, px, tokens
from desktop.windows.pill import GOOD, NOT_YET, OURS, paint_sign

HIGH, SIDE, SIGN = 34, 10, 22
SIGNS = {COMPOSED: GOOD, OWN: OURS, EMPTY: NOT_YET}


class PartRow(DrawnButton):
    """One part; a click or the arrows choose it."""

    walked = Signal(int)

    def __init__(self, part: str) -> None:
        super().__init__()
        self.part, self._state, self._is_here = part, "", False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow(self.dress)

    def put(self, state: str, *, is_here: bool) -> None:
        """How it stands, and whether it is on show."""
        self._state, self._is_here = state, is_here
        words = _(PARTS[self.part])
        self.setText(words)
        self.setToolTip(words)
        self.setAccessibleName(", ".join(filter(None, (words, _(STATES[state]) if state else ""))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_here else Qt.FocusPolicy.ClickFocus)
        self.update()

    def dress(self) -> None:
        """Take the sizes of the look in use."""
        self.setFixedHeight(px(HIGH))
        self.update()

    def sizeHint(self) -> QSize:
        """A line of words."""
        return QSize(px(220), px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """It elides in the end; the part's name stands whole above its words."""
        return QSize(px(140), px(HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbour."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.walked.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, sign, name, and the state in words at the right."""
        t, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(t.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.accent_soft) if self._is_here else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, px(5), px(5))
        if self._state:
            paint_sign(painter, QPointF(box.left() + px(SIDE + 5), box.center().y()), SIGNS[self._state])
        state = _(STATES[self._state]) if self._state else ""
        small = font(SMALL, REGULAR)
        wide = QFontMetrics(small).horizontalAdvance(state)
        painter.setFont(small)
        painter.setPen(QColor(t.accent_ink if self._is_here else t.muted))
        right = box.right() - px(SIDE)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRectF(right - wide, box.top(), wide + 1, box.height()), middle, state)
        used = font(BODY, SEMIBOLD if self._is_here else REGULAR)
        left = box.left() + px(SIDE + SIGN)
        room = int(right - wide - px(8) - left)
        painter.setFont(used)
        painter.setPen(QColor(t.accent_ink if self._is_here else t.text))
        shown = QFontMetrics(used).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, box.top(), room + 1, box.height()), middle, shown)
        painter.end()


class PartsCard(Card):
    """All parts in house order."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(16, 12, 12, 12), gap=6)
        self.column.addWidget(Label(N_("Parts"), "card"))
        self.rows = {part: PartRow(part) for part in PARTS}
        self.part = next(iter(PARTS))
        rows = Column(gap=1)
        for row in self.rows.values():
            row.clicked.connect(lambda _on=False, part=row.part: self.chosen.emit(part))
            row.walked.connect(self._walk)
            rows.addWidget(row)
        self.column.addLayout(rows)

    def put(self, report: Report | None, part: str) -> None:
        """How every part stands, and which is on show."""
        self.part = part
        for row in self.rows.values():
            row.put(report.state(row.part) if report else "", is_here=row.part == part)

    def _walk(self, step: int) -> None:
        parts = list(self.rows)
        part = parts[(parts.index(self.part) + step) % len(parts)]
        self.chosen.emit(part)
        self.rows[part].setFocus(Qt.FocusReason.TabFocusReason)
