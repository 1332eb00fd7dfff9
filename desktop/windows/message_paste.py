"""A whole message that is pasted into a field of one line: it was meant for the form, not for that field.

Whoever does not know the key for it presses Ctrl+V where the caret stands, and a letter of ten lines would become one.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from desktop.windows.hearing import listen

LONG = 160
"""So many letters are no name, number or place either."""


class MessagePaste(QObject):
    """Hears the pasting in the lines of one page, and hands messages to it."""

    def __init__(self, page: QWidget, read: Callable[[], bool]) -> None:
        super().__init__(page)
        self._page, self._read = page, read
        listen(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether what is pasted was read as a message; what says nothing goes where it was pasted."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not isinstance(watched, QLineEdit | QComboBox) or not self._page.isAncestorOf(watched):
            return False
        is_pasting = event.matches(QKeySequence.StandardKey.Paste)
        return is_pasting and is_message(QApplication.clipboard().text()) and self._read()


def is_message(words: str) -> bool:
    """Whether this is more than what stands in one line."""
    return "\n" in words.strip() or len(words) > LONG
