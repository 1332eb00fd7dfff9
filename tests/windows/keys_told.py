"""The keys of a screen: each is said on its button, and what a letter does can be done without it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.windows.buttons import Button, sequence
from tests.windows.looking import listening, shown


def wrong_keys(widget: QWidget) -> list[str]:
    """Everything that is wrong with the keys, but for those that are there twice, which `looking.faults` finds."""
    keys = heard(widget)
    return [*_told_wrongly(widget, keys), *(f"by a letter alone: {key}" for key in _by_letter_alone(keys))]


def heard(widget: QWidget) -> set[str]:
    """Every key to which something on show listens."""
    keys = {b.shortcut().toString() for b in shown(widget) if isinstance(b, Button)} - {""}
    return keys | {shortcut.key().toString() for shortcut in listening(widget)}


def _told_wrongly(widget: QWidget, keys: set[str]) -> list[str]:
    """Buttons that show a key which does nothing, or hear one that they do not show."""
    wrong = []
    for button in shown(widget):
        if isinstance(button, Button) and button.isEnabled():
            said = QKeySequence(sequence(button.key)).toString() if button.key else ""
            own = button.shortcut().toString()
            if (own and own != said) or (said and said not in keys) or (said and button.key not in button.text()):
                wrong.append(f"{button.text()!r} hears {own!r}")
    return wrong


def _by_letter_alone(keys: set[str]) -> list[str]:
    """On a Cyrillic keyboard letters lie elsewhere: each act that a letter reaches is reached otherwise too."""
    others = {"Ctrl+N": "F2", "Ctrl+F": "F3", "Ctrl+K": "F3", "Ctrl+S": "Ctrl+Return", "Ctrl+Z": "Alt+Backspace"}
    by_menu = {"Ctrl+P", "Ctrl+Shift+V"}
    letters = range(Qt.Key.Key_A.value, Qt.Key.Key_Z.value + 1)
    by_letter = {key for key in keys if QKeySequence(key)[0].key().value in letters}
    return [key for key in by_letter - by_menu if others.get(key) not in keys]
