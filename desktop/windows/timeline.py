"""One record's whole course, newest first: round sign, what, when and who, one or two lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.windows.card import Drawing
from desktop.windows.labels import text
from desktop.windows.layouts import Column, Row, clear
from desktop.windows.look import px, tokens

KINDS = {
    "notice": ("referral", "accent"),
    "attempt": ("phone", "grey"),
    "reached": ("phone", "blue"),
    "assistance": ("lifebuoy", "green"),
    "order": ("shield", "blue"),
    "consent": ("check", "green"),
    "plan": ("protocol", "blue"),
    "document": ("file", "grey"),
    "change": ("edit", "grey"),
    "earlier": ("undo", "amber"),
    "note": ("note", "grey"),
}
"""Drawing and tone of each kind of event."""


@dataclass(frozen=True)
class Event:
    """One thing that happened; every word is already in the language of the screen."""

    kind: str
    head: str
    when: str
    body: str = ""
    key: object = None
    """What `opened` hands on, so that the screen knows which record it is."""


class EventRow(QWidget):
    """One event; Enter or a click opens it."""

    opened = Signal(object)

    def __init__(self, event: Event, *, is_last: bool) -> None:
        super().__init__()
        self._event, self._is_last = event, is_last
        drawing, tone = KINDS[event.kind]
        head = text(event.head, "strong", wrap=True)
        when = text(event.when, "second")
        top = Row(gap=8)
        top.addWidget(head, 1)
        top.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        words = Column(gap=1, margins=(0, 3, 0, 10))
        words.addLayout(top)
        if event.body:
            words.addWidget(text(event.body, "body", wrap=True))
        row = Row(self, gap=10)
        row.addWidget(Drawing(drawing, size=16, disc=tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.setAccessibleName(f"{event.head}, {event.when}. {event.body}")
        if event.key is not None:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the thread to the next one, and the outline of the focus."""
        painter = QPainter(self)
        if not self._is_last:
            painter.fillRect(px(12), px(26), px(2), self.height() - px(26), QColor(tokens().line))
        if self.hasFocus():
            painter.setPen(QColor(tokens().accent))
            painter.drawRoundedRect(self.rect().adjusted(px(30), 0, -1, -px(4)), px(5), px(5))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._event.key is not None:
            self.opened.emit(self._event.key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        if self._event.key is not None:
            self.opened.emit(self._event.key)


class TimeLine(QWidget):
    """All events of a record, newest first."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = Column(self, gap=0)

    def put(self, events: Sequence[Event]) -> None:
        """Show these, in the order given."""
        clear(self._column)
        for place, event in enumerate(events):
            row = EventRow(event, is_last=place == len(events) - 1)
            row.opened.connect(self.opened)
            self._column.addWidget(row)
        self._column.addStretch(1)
