"""The scripted worker of the tasks: she strikes keys in the real window, and both clocks run while she waits."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.windows.found import FoundPanel
from desktop.windows.main import Main

KEY = 0.2
"""Seconds of hers for each key."""
PATIENCE = 30.0
PLAIN = Qt.KeyboardModifier(0)


@dataclass
class Worker:
    """The hands, and what they cost."""

    frame: Main
    keys: int = 0
    letters: int = 0
    clock: float = 0.0
    """Seconds she waited for the program."""
    processor: float = 0.0
    """Seconds of those in which it worked: on a busy machine the rest went to others."""

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """One key."""
        self.keys += 1
        self._timed(lambda: QTest.keyClick(self._caret(), key, held))

    def type(self, words: str) -> None:
        """Letters, each a key."""
        for letter in words:
            self.letters += 1
            self._timed(lambda letter=letter: self._send(letter))  # type: ignore[misc]

    def until(self, condition: Callable[[], object]) -> None:
        """Wait for the program; the time is its own."""
        with self.waiting():
            until = time.perf_counter() + PATIENCE
            while not condition():
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
                if time.perf_counter() > until:
                    raise TimeoutError(f"on {self.screen.NAME}")

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Both clocks run."""
        clock, processor = time.perf_counter(), time.process_time()
        yield
        self.clock += time.perf_counter() - clock
        self.processor += time.process_time() - processor

    def tab_to(self, wanted: QWidget, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Tab until the caret is there."""
        for _step in range(60):
            caret = QApplication.focusWidget()
            if caret is not None and (caret is wanted or wanted.isAncestorOf(caret)):
                return
            self.press(Qt.Key.Key_Tab, held)
        raise LookupError("Tab never reaches it")

    @property
    def seconds(self) -> float:
        """All of it: five keys a second, and what she waited."""
        return (self.keys + self.letters) * KEY + self.clock

    @property
    def screen(self) -> Any:
        """What is on show."""
        return self.frame.top

    def on(self, name: str) -> Any:
        """Wait for that screen."""
        self.until(lambda: name == self.screen.NAME)
        return self.screen

    def found(self) -> FoundPanel:
        """What the search found, once it has looked for all that was typed."""
        frame = self.frame
        self.until(lambda: not frame.bar.search.is_waiting() and not frame.desk.background.is_busy())
        return frame.found

    def _caret(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.frame

    def _send(self, letter: str) -> None:
        caret = self._caret()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(caret, QKeyEvent(kind, 0, PLAIN, letter))

    def _timed(self, act: Callable[[], object]) -> None:
        with self.waiting():
            act()
            QApplication.processEvents()
        if QApplication.activePopupWidget() is None and not self.frame.isActiveWindow():
            self.frame.activateWindow()
