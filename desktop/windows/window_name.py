"""What the window and its dialogs are called where others can see it: on the task bar and over every dialog.

Neutral words only. The name in use is kept by the application itself, so that no dialog need be told.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.language import pgettext
from desktop.places import NAME


def name_of_window(code: str) -> str:
    """The name in the language of the screen; `code` is one of `WINDOW_NAMES`."""
    names = {"notes": pgettext("name of the window", "Notes"), "office": pgettext("name of the window", "Office")}
    return names.get(code, NAME)


class _Called(QObject):
    """Says the name again in another language."""

    code = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange and isinstance(watched, QWidget):
            _say(watched, self.code)
        return False


def call_window(window: QWidget, code: str) -> None:
    """Give the window, and every dialog to come, that name."""
    called = window.findChild(_Called)
    if called is None:
        called = _Called(window)
        window.installEventFilter(called)
    called.code = code
    _say(window, code)


def title() -> str:
    """What a dialog is called now."""
    return QApplication.applicationDisplayName() or NAME


def _say(window: QWidget, code: str) -> None:
    QApplication.setApplicationDisplayName(name_of_window(code))
    window.setWindowTitle(name_of_window(code))
