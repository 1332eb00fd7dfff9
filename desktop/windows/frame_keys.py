"""The keys that hold on every screen of the frame, and the mouse's own back button.

Keys that must work inside dialogs too are not here but in `watch`; keys that stand on a button belong to the button.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QShortcut, QShortcutEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.windows.buttons import sequence
from desktop.windows.hearing import listen

UNDO, REDO = ("Ctrl+Z", "Alt+Backspace"), ("Ctrl+Y", "Shift+Alt+Backspace", "Ctrl+Shift+Z")
"""The same on every desktop: some of them give other keys to it, and not Ctrl+Y."""


class FrameKeys(QObject):
    """Listens for one frame; `acts` says what each key does."""

    def __init__(self, frame: QWidget, acts: Mapping[str, Callable[[], object]], back: Callable[[], object]) -> None:
        super().__init__(frame)
        self._frame, self._back = frame, back
        for key, act in acts.items():
            QShortcut(sequence(key), frame, act)
        QShortcut(sequence("Alt+Left"), frame, back)
        listen(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse's button for going back works wherever the pointer is; a button's key acts at once.

        Qt lets a button stay down for a moment first; what she types meanwhile would go to the page before.
        """
        if isinstance(event, QShortcutEvent) and isinstance(watched, QAbstractButton):
            if not event.isAmbiguous():
                watched.click()
            return not event.isAmbiguous()
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonPress:
            return False
        is_back = event.button() == Qt.MouseButton.BackButton and isinstance(watched, QWidget)
        if not is_back or not (watched is self._frame or self._frame.isAncestorOf(watched)):  # type: ignore[arg-type]
            return False
        self._back()
        return True


def open_menu_at(caret: QWidget | None) -> None:
    """F10, where no "More" takes it: the menu of what has the caret, as the menu key opens it."""
    if caret is not None:
        at = caret.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(caret, QContextMenuEvent(reason, at, caret.mapToGlobal(at)))


def is_undo(event: QKeyEvent) -> bool:
    """Ctrl+Z, Alt+Backspace."""
    return _is_one_of(event, UNDO)


def is_redo(event: QKeyEvent) -> bool:
    """Ctrl+Y, Shift+Alt+Backspace."""
    return _is_one_of(event, REDO)


def text_at(caret: QWidget | None) -> QLineEdit | QPlainTextEdit | None:
    """The field in which she types: what is undone there is her typing, whatever keys a desktop gives to that."""
    return caret if isinstance(caret, QLineEdit | QPlainTextEdit) and not caret.isReadOnly() else None


def _is_one_of(event: QKeyEvent, keys: tuple[str, ...]) -> bool:
    return QKeySequence(event.keyCombination()) in map(QKeySequence, keys)
