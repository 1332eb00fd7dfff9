"""The short note at the lower left: "Saved. Undo Ctrl+Z". Only after the change is durable, never for errors."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.windows.banner import announce
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card, Drawing
from desktop.windows.labels import Label
from desktop.windows.layouts import Row
from desktop.windows.look import px

SECONDS = 6


class Toast(Card):
    """Lies over the content for six seconds, longer while pointer or focus is on it."""

    def __init__(self, over: QWidget) -> None:
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

    def words(self) -> str:
        """The sentence it shows."""
        return self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

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

    def _leave(self) -> None:
        if self.underMouse() or self._undo.hasFocus():
            self._timer.start(1000)
        else:
            self.hide()

    def _undone(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()
