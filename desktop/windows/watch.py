"""Watches every key and click of the application: the panic keys, the idle lock, the text size.

An event filter on the application sees keys inside dialogs too, where shortcuts are dead. Time comes from the world, so
that a computer that slept wakes up locked.
"""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputEvent, QKeyEvent

from desktop.windows import garbage
from desktop.world import World

WARNING = 30
"""Seconds before the lock that it is announced."""
THRICE = timedelta(seconds=1)
LIFE = {
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.MouseMove,
    QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
}  # fmt: skip
"""What shows that somebody is there."""
LARGER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)


class Watch(QObject):
    """Tells what must be done at once, wherever the caret is."""

    hide = Signal()
    """F12, or Esc three times within a second: hide everything and lock."""
    idle = Signal()
    """Nobody was there for so long: lock."""
    soon = Signal(int)
    """It locks in so many seconds; 0: no longer."""
    resized = Signal(int)
    """The text size is to change by so many per cent."""

    def __init__(self, world: World, minutes: int) -> None:
        super().__init__()
        self._world, self.minutes = world, minutes
        self._last = world.now()
        self._escapes: deque[datetime] = deque(maxlen=3)
        self._is_warned, self._hears_windows, self._is_thrice = False, False, False
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask how long nobody was there; a clock that was set back meanwhile must not put the lock off."""
        self._last = min(self._last, self._world.now())
        left = self.minutes * 60 - (self._world.now() - self._last).total_seconds()
        if left <= 0:
            self._last = self._world.now()
            self._is_warned = False
            self.idle.emit()
        elif left <= WARNING:
            self._is_warned = True
            self.soon.emit(int(left))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what somebody does, wherever."""
        if not isinstance(event, QInputEvent):
            return False
        kind = event.type()
        if kind in LIFE:
            self.seen()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if watched.isWindowType():
                self._announced(event)
            return self._is_panic(event)
        return False

    def seen(self) -> None:
        """Somebody is there: it is put off once more."""
        self._last = self._world.now()
        garbage.touch()
        if self._is_warned:
            self._is_warned = False
            self.soon.emit(0)

    def _is_panic(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F12 or self._is_thrice:
            event.accept()
            return True
        return False

    def _announced(self, event: QKeyEvent) -> None:
        """A press comes to its window: once each, and before a shortcut takes it; later every widget hears it."""
        self._hears_windows = True
        self._is_thrice = event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat() and self._escaped()

    def _escaped(self) -> bool:
        """Whether this Esc is the third within a second."""
        self._escapes.append(self._world.now())
        if len(self._escapes) < 3 or self._escapes[-1] - self._escapes[0] > THRICE:
            return False
        self._escapes.clear()
        return True

    def _pressed(self, event: QKeyEvent) -> bool:
        is_escape = event.key() == Qt.Key.Key_Escape
        if is_escape and not self._hears_windows and not event.isAutoRepeat():
            self._is_thrice = self._escaped()
        if event.key() == Qt.Key.Key_F12 or (is_escape and self._is_thrice):
            self._is_thrice = False
            self.hide.emit()
            return True
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.key() in LARGER:
                self.resized.emit(10)
                return True
            if event.key() == Qt.Key.Key_Minus:
                self.resized.emit(-10)
                return True
        return False
