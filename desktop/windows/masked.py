"""A telephone or an address that is not on the screen until it is asked for, and then for twenty seconds only."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.language import N_
from desktop.records import telephone
from desktop.windows.banner import announce
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.labels import Label
from desktop.windows.layouts import Flow

SECONDS = 20


class Masked(QWidget):
    """Shows the value on request; `asked` is told each time, so that it can be written into the history.

    `still` is asked before it is copied: the rule may forbid by now what it allowed when the value was shown.
    """

    def __init__(self, asked: Callable[[], object] = lambda: None, still: Callable[[], object] = lambda: None) -> None:
        super().__init__()
        self._value, self._asked, self._still = "", asked, still
        self._words = Label("", "strong")
        self._show = Button(N_("Show"), PLAIN, icon="eye", do=self.show_value)
        self._copy = Button(N_("Copy"), PLAIN, icon="file", do=self._copy_value)
        self._told = Label("", "second")
        row = Flow(self, gap=6)
        for widget in (self._words, self._show, self._copy, self._told):
            row.addWidget(widget)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.hide_value)
        self._clearing = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._clearing.timeout.connect(self._clear_copy)
        self._copied = [""]
        self.destroyed.connect(partial(_clear, self._copied))
        self.hide_value()

    def put(self, value: str) -> None:
        """Hold another value, hidden."""
        self._value = value
        self._show.setVisible(bool(value))
        self.hide_value()

    def show_value(self) -> None:
        """Show it for twenty seconds."""
        self._asked()
        self._words.put(telephone.shown(self._value))
        self._show.hide()
        self._copy.setVisible(bool(self._value))
        announce(self, self._words.text())
        self._timer.start()

    def hide_value(self) -> None:
        """Hide it again."""
        self._timer.stop()
        self._words.put(telephone.masked(self._value) if self._value else "")
        self._show.setVisible(bool(self._value))
        self._copy.hide()

    def changeEvent(self, event: QEvent) -> None:
        """On a screen that is only looked at, beside a panel, it is hidden."""
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self.hide_value()
        super().changeEvent(event)

    def _copy_value(self) -> None:
        self._still()
        if not self._value:
            return
        self._copied[0] = self._value
        QApplication.clipboard().setText(self._value)
        self._told.say(N_("The copied text will be cleared in {n} s."), n=SECONDS)
        announce(self, self._told.text())
        self._clearing.start()

    def _clear_copy(self) -> None:
        _clear(self._copied)
        self._told.put("")


def _clear(copied: list[str]) -> None:
    """Clear the clipboard if it still holds what was copied; called too when the page goes before the time is up."""
    if copied[0] and QApplication.clipboard().text() == copied[0]:
        QApplication.clipboard().clear()
    copied[0] = ""
