"""Python's rubbish is cleared in the window's thread only.

Whatever thread happens to allocate may be the one in which Python clears its cycles. If that is the worker, objects of
Qt are destroyed there: their timers cannot be taken off the list of another thread, fire into freed memory, and end the
process. So the clearing by itself is switched off, and a timer of the window's thread does it instead.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 2000
"""Milliseconds between two looks at how much has gathered."""
YOUNG, OLD = 5_000, 10
"""As many new objects ask for a clearing; every so many clearings the next older generation is cleared too."""
URGENT = 40 * YOUNG
"""So many are cleared even while somebody types; fewer wait until she rests, since she would feel it."""


class Garbage(QObject):
    """Clears what nobody holds any more, in the thread that made it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._is_used = False

    def touch(self) -> None:
        """Somebody types or points just now."""
        self._is_used = True

    def look(self) -> None:
        """Clear what is due, unless somebody was at it since the last time."""
        was_used, self._is_used = self._is_used, False
        if not was_used or gc.get_count()[0] > URGENT:
            clear()


_clearing: list[Garbage] = []


def clear_in_this_thread(parent: QObject) -> None:
    """From now on rubbish is cleared in this thread alone; asking again does no harm."""
    if not _clearing:
        _clearing.append(Garbage(parent))


def touch() -> None:
    """Somebody types or points just now: what is not urgent waits until she rests."""
    for clearing in _clearing:
        clearing.touch()


def clear() -> None:
    """Clear as far as is due; called in the window's thread."""
    young, middle, old = gc.get_count()
    if young > YOUNG:
        gc.collect(2 if old > OLD else 1 if middle > OLD else 0)


def settle() -> None:
    """What was loaded stays until everything is cleared: looking through it time and again would hold the window.

    Not even once before: of 200,000 objects that loading makes less than a thousand are rubbish.
    """
    gc.freeze()


def clear_all() -> None:
    """Clear everything at once; called in the window's thread."""
    gc.unfreeze()
    gc.collect()
