"""The one filter on all events of the application, for everything that must hear keys and clicks wherever they fall.

Each such filter costs time with every event there is, and a list that is painted anew is hundreds of them; so there is
one, which asks its listeners only about what a person does. It also sees to it that no window is shown undressed.
"""

from __future__ import annotations

from weakref import ref

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QInputEvent, QShortcutEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.windows.look import look

HEARD = (QInputEvent, QShortcutEvent, QShowEvent)


class Hearing(QObject):
    """Asks its listeners, the latest first, by their own `eventFilter`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._listeners: list[ref[QObject]] = []
        parent.installEventFilter(self)

    def add(self, listener: QObject) -> None:
        """One more, which is not kept alive by listening."""
        self._listeners = [former for former in self._listeners if _of(former) is not None]
        self._listeners.append(ref(listener))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether a listener keeps it from whom it was meant for; to ask an event for its type would be dear."""
        if not isinstance(event, HEARD):
            return False
        if isinstance(event, QShowEvent):
            _dress(watched)
            return False
        listeners = [listener for held in reversed(self._listeners) if (listener := _of(held)) is not None]
        return any(listener.eventFilter(watched, event) for listener in listeners)


def hearing() -> Hearing:
    """The one of this application."""
    application = QCoreApplication.instance()
    assert application is not None
    made = next((child for child in application.children() if isinstance(child, Hearing)), None)
    return made or Hearing(application)


def listen(listener: QObject) -> None:
    """From now on, and as long as it lives, it hears every key, click and shortcut of the application."""
    hearing().add(listener)


def _dress(shown: QObject) -> None:
    """A window over another one wears what that wears; one that stands by itself may have been forgotten."""
    if isinstance(shown, QWidget) and shown.isWindow() and shown.parentWidget() is None and not shown.styleSheet():
        look().dress(shown)


def _of(held: ref[QObject]) -> QObject | None:
    """The listener, unless it is gone."""
    listener = held()
    return listener if listener is not None and isValid(listener) else None
