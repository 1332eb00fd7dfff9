"""The short note at the lower left: "Saved. Undo Ctrl+Z". Only after the change is durable, never for errors.

It lies on nothing that is to be pressed next: above the buttons of a page that has some at the lower left.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractButton

from desktop.language import N_, _
from desktop.windows.banner import announce
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card, Drawing
from desktop.windows.labels import Label
from desktop.windows.layouts import Row
from desktop.windows.look import px
from desktop.windows.page_stack import PageStack

SECONDS = 6
LOOK_MS = 200
"""A page that is laid out or read meanwhile may bring buttons under it: it is looked so often."""


class Toast(Card):
    """Lies over the content for six seconds, longer while pointer or focus is on it."""

    def __init__(self, over: PageStack) -> None:
        super().__init__(margins=(14, 8, 8, 8), gap=0)
        self.setParent(over)
        self._over = over
        self._words = Label("", "medium")
        self._undo = Button(N_("Undo"), PLAIN, key="Ctrl+Z", do=self._undone)
        self._do: Callable[[], object] | None = None
        row = Row(gap=10)
        row.addWidget(Drawing("check", "green", 18))
        row.addWidget(self._words)
        row.addWidget(self._undo)
        self.column.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._leave)
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self._step_aside)
        over.installEventFilter(self)
        self.hide()

    def say(self, msgid: str, undo: Callable[[], object] | None = None, **values: object) -> None:
        """Show the sentence; with `undo`, offer to take the change back."""
        self._words.say(msgid, **values)
        self._do = undo
        self._undo.setVisible(undo is not None)
        self._place()
        self.show()
        self.raise_()
        announce(self, _(msgid, **values))
        self._timer.start(SECONDS * 1000)
        self._looking.start()

    def words(self) -> str:
        """The sentence it shows."""
        return self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """What is said in another language takes another room, once its parts have said it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            QTimer.singleShot(0, self, self._place)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is looked at any more."""
        super().hideEvent(event)
        self._looking.stop()

    def _place(self) -> None:
        room = self._over.width() - px(48)
        self._words.setWordWrap(False)
        self._words.setMinimumWidth(0)
        self.column.activate()
        self.adjustSize()
        if self.width() > room:
            beside = self.width() - self._words.sizeHint().width()
            self._words.setWordWrap(True)
            self._words.setMinimumWidth(room - beside)
            self.column.activate()
            self.resize(room, self.column.totalHeightForWidth(room))
        self.move(px(24), self._over.height() - self.height() - px(20))
        self._step_aside()

    def _step_aside(self) -> None:
        """Above what can be pressed, and no higher than needed; not while she is about to press what is on it."""
        if self._is_in_use():
            return
        place, buttons = self.geometry(), self._buttons()
        while under := [button for button in buttons if button.intersects(place)]:
            place.moveBottom(min(button.top() for button in under) - px(8))
        if place.top() >= 0:
            self.move(place.topLeft())

    def _buttons(self) -> list[QRect]:
        """What can be pressed on the page on show, as far as it is in sight."""
        found = [button for page in self._over.on_show() for button in page.findChildren(QAbstractButton)]
        seen = ((b, b.visibleRegion().boundingRect()) for b in found if b.isVisible() and b.isEnabled())
        return [rect.translated(b.mapTo(self._over, QPoint(0, 0))) for b, rect in seen if not rect.isEmpty()]

    def _is_in_use(self) -> bool:
        return self.underMouse() or self._undo.hasFocus()

    def _leave(self) -> None:
        if self._is_in_use():
            self._timer.start(1000)
        else:
            self.hide()

    def _undone(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()
