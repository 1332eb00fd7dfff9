"""One record's whole course, newest first: round sign, what, when and who, one or two lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from desktop.language import N_, _
from desktop.windows.card import Drawing
from desktop.windows.labels import text
from desktop.windows.layouts import Column, Row, still
from desktop.windows.look import px, tokens

KINDS = {
    "notice": ("referral", "accent"),
    "attempt": ("phone", "grey"),
    "reached": ("phone", "blue"),
    "assistance": ("lifebuoy", "green"),
    "help_end": ("lifebuoy", "grey"),
    "order": ("shield", "blue"),
    "consent": ("check", "green"),
    "plan": ("protocol", "blue"),
    "document": ("file", "grey"),
    "change": ("edit", "grey"),
    "earlier": ("undo", "amber"),
    "note": ("note", "grey"),
    "safe": ("phone", "green"),
    "meeting": ("meeting", "blue"),
}
"""Drawing and tone of each kind of event."""


MENU_KEY = Qt.Key.Key_F10
OPEN, CHANGE, TAKE_BACK = "open", "change", "take_back"
ACTS = {OPEN: N_("Open"), CHANGE: N_("Change…"), TAKE_BACK: N_("Take this entry back")}
"""What may be done with an event, in the words of its menu."""


@dataclass(frozen=True)
class Event:
    """One thing that happened; every word is already in the language of the screen."""

    kind: str
    head: str
    when: str
    body: str = ""
    note: str = ""
    """A quieter line: that it was amended, when and by whom."""
    key: object = None
    """What `wanted` hands on, so that the screen knows which record it is."""
    acts: tuple[str, ...] = ()
    """Of `ACTS`, what Enter and a click do first; an event without any takes no caret."""


NOTHING = Event("note", "", "")
"""What a row is about that was made before it is needed."""


class EventRow(QAbstractButton):
    """One event; Enter or a click does the first of its acts, F10 or the right button shows them all."""

    wanted = Signal(str, object)

    def __init__(self, event: Event, *, is_last: bool) -> None:
        super().__init__()
        self._head, self._when = text("", "strong", wrap=True), text("", "second")
        self._body, self._note = text("", "body", wrap=True), text("", "second", wrap=True)
        self._sign = Drawing(KINDS[event.kind][0], size=16, disc=KINDS[event.kind][1])
        self._pen = Drawing("edit", "muted", 15)  # says without a pointer over it that this can be corrected
        top = Row(gap=8)
        top.addWidget(self._head, 1)
        top.addWidget(self._when, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._pen, 0, Qt.AlignmentFlag.AlignTop)
        words = Column(gap=1, margins=(6, 3, 6, 11))
        words.addLayout(top)
        words.addWidget(self._body)
        words.addWidget(self._note)
        row = Row(self, gap=6)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.put(event, is_last=is_last)

    def put(self, event: Event, *, is_last: bool) -> None:
        """Show another event in the same place: a row is dear to make."""
        self._event, self._is_last = event, is_last
        drawing, tone = KINDS[event.kind]
        self._sign.show_drawing(drawing, disc=tone)
        with still(self):
            for label, words in (
                (self._head, event.head), (self._when, event.when), (self._body, event.body), (self._note, event.note),
            ):  # fmt: skip
                if label.text() != words:
                    label.put(words)
                label.setVisible(bool(words))
            self._pen.setVisible(CHANGE in event.acts)
        self.setAccessibleName(". ".join(part for part in (event.head, event.when, event.body, event.note) if part))
        can, policy = bool(event.acts), Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if can else policy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if can else Qt.CursorShape.ArrowCursor)
        self.update()

    @property
    def event_shown(self) -> Event:
        """What it shows."""
        return self._event

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the thread to the next one, and the outline of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._is_last:
            painter.fillRect(px(12), px(26), px(2), self.height() - px(26), QColor(tokens().line))
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.setBrush(QColor(tokens().accent_soft))
            painter.drawRoundedRect(self.rect().adjusted(px(28), 1, -1, -px(5)), px(5), px(5))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """F10 is this row's while it has the caret, not the page's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() == MENU_KEY:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does, F10 shows what can be done, the arrows go along the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._do_first()
        elif event.key() == MENU_KEY:
            self.open_menu(self.mapToGlobal(QPoint(px(34), px(26))))
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click does the first."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._do_first()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button and the menu key show what can be done."""
        self.open_menu(event.globalPos())

    def open_menu(self, at: QPoint) -> None:
        """Show what can be done with this event."""
        if not self._event.acts:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in self._event.acts:
            action = QAction(_(ACTS[act]), menu)
            action.triggered.connect(partial(self._do, act))
            menu.addAction(action)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def _do_first(self) -> None:
        if self._event.acts:
            self._do(self._event.acts[0])

    def _do(self, act: str, _is_on: bool = False) -> None:
        self.wanted.emit(act, self._event.key)


class TimeLine(QWidget):
    """All events of a record, newest first."""

    wanted = Signal(str, object)
    """(act, key): what is to be done with which record."""

    def __init__(self, ready: int = 0) -> None:
        """So many rows are made as soon as it is on show, while she rests; others when they are needed."""
        super().__init__()
        self._column = Column(self, gap=0)
        self._column.addStretch(1)
        self._rows: list[EventRow] = []
        self._count, self._ready = 0, ready
        self._making = QTimer(self, interval=0)
        self._making.timeout.connect(self._make_one)

    def put(self, events: Sequence[Event]) -> None:
        """Show these, in the order given; the caret stays at its place in the line."""
        at = next((place for place, row in enumerate(self._rows) if row.hasFocus()), None)
        self._count = len(events)
        with still(self):
            for place, event in enumerate(events):
                is_last = place == len(events) - 1
                if place < len(self._rows):
                    self._rows[place].put(event, is_last=is_last)
                else:
                    self._add(EventRow(event, is_last=is_last))
            for place, row in enumerate(self._rows):
                row.setVisible(place < len(events))
        able = [place for place, event in enumerate(events) if event.acts]
        if at is not None and able:
            self._rows[min(able, key=lambda place: abs(place - at))].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to make rows."""
        super().showEvent(event)
        self._making.start()

    def _make_one(self) -> None:
        if len(self._rows) >= self._ready:
            self._making.stop()
            return
        row = EventRow(NOTHING, is_last=False)
        row.hide()
        self._add(row)

    def _add(self, row: EventRow) -> None:
        row.wanted.connect(self.wanted)
        self._rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)

    def rows(self) -> tuple[EventRow, ...]:
        """The rows on show, newest first."""
        return tuple(self._rows[: self._count])
