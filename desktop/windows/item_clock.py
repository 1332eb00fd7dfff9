"""How long an item of a meeting has taken, by the world's clock; it can be switched off and says nothing then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.world import World

LOOKED_AT_MS = 15_000
"""Whole minutes are shown, so that nothing moves while she writes."""


@dataclass
class _Choice:
    is_on: bool = True


_CHOICE = _Choice()


def is_on() -> bool:
    """Whether times are shown and counted; holds over items, meetings and locks until it is turned."""
    return _CHOICE.is_on


def turn() -> None:
    """Switch it off, or on again."""
    _CHOICE.is_on = not _CHOICE.is_on


class ItemClock(QObject):
    """Counts the seconds of the item on show."""

    looked = Signal()
    """It is time to say the minutes again."""

    def __init__(self, world: World, parent: QObject) -> None:
        super().__init__(parent)
        self._world, self._before = world, 0
        self._since: datetime | None = None
        self._timer = QTimer(self, interval=LOOKED_AT_MS)
        self._timer.timeout.connect(self.looked)

    def begin(self, seconds: int) -> None:
        """Take up an item that took so long already."""
        self._before = seconds
        self._since = self._world.now() if is_on() else None
        self._timer.start()

    def pause(self) -> None:
        """The screen is not on show."""
        self._before, self._since = self.seconds, None
        self._timer.stop()

    def go_on(self) -> None:
        """The screen is on show again, or the clock was turned."""
        self.begin(self.seconds)

    @property
    def seconds(self) -> int:
        """How long it has taken so far."""
        since = int((self._world.now() - self._since).total_seconds()) if self._since else 0
        return self._before + max(0, since)
