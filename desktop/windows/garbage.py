"""Python's rubbish is cleared in the window's thread only.

Whatever thread happens to allocate may be the one in which Python clears its cycles. If that is the worker, objects of
Qt are destroyed there: their timers cannot be taken off the list of another thread, fire into freed memory, and end the
process. So the clearing by itself is switched off, and a timer of the window's thread does it instead.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE = 2000
"""Milliseconds between two looks at how much has gathered."""
YOUNG, OLD = 5_000, 10
"""As many new objects ask for a clearing; every so many clearings what is older is cleared too."""
BULK = 4 * YOUNG
"""So many at once were read from a large vault: hardly any of them is rubbish, and looking through them would hold the
window. They are set aside until she rests."""
AT_REST = 2
"""So many looks in a row without anybody at it: then she rests."""


class Garbage(QObject):
    """Clears what nobody holds any more, in the thread that made it."""

    has_much_aside: ClassVar[bool] = False
    """Whether anything was set aside while she was at it."""
    rested = Signal()
    """Nobody is at it since a while: what is only kept for the next moment may go. Once for each rest."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._is_used, self._looks = False, 0
        self.waits: Callable[[], bool] = bool
        """Whether somebody waits for an answer: she is at it, and would feel it most as the answer comes."""

    @property
    def is_at_rest(self) -> bool:
        """Whether nobody was at it for a while."""
        return not self._is_used and self._looks >= AT_REST

    def touch(self) -> None:
        """Somebody types or points just now."""
        self._is_used = True

    def look(self) -> None:
        """Clear what is due, unless somebody was at it since the last time."""
        was_used, self._is_used = self._is_used or self.waits(), False
        self._looks = 0 if was_used else self._looks + 1
        # Never by `gc.get_objects`: it holds what the worker is just making, and Python then refuses to finish it.
        if gc.get_count()[0] > BULK:
            Garbage.has_much_aside = True
            settle()
        elif not was_used:
            clear()
        if self._looks == AT_REST:
            self.rested.emit()


_clearing: list[Garbage] = []


def clear_in_this_thread(parent: QObject) -> None:
    """From now on rubbish is cleared in this thread alone; asking again does no harm."""
    if not _clearing:
        _clearing.append(Garbage(parent))


def touch() -> None:
    """Somebody types or points just now: what is not urgent waits until she rests."""
    for clearing in _clearing:
        clearing.touch()


def at_rest(do: Callable[[], object]) -> None:
    """Call this widget's own method each time when nobody is at it any more."""
    for clearing in _clearing:
        clearing.rested.connect(do)


def while_nobody_waits(waits: Callable[[], bool]) -> None:
    """Ask this before anything is cleared: whoever waits for an answer is at it."""
    for clearing in _clearing:
        clearing.waits = waits


def is_at_rest() -> bool:
    """Whether nobody is at it just now."""
    return all(clearing.is_at_rest for clearing in _clearing)


def give_back() -> None:
    """Hand memory that nobody uses back to the system; the C library of Linux would keep it. From any thread."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform.startswith("linux") else None
    if trim is not None:
        trim(0)


def clear() -> None:
    """Clear what is young, if that is due; called in the window's thread."""
    if gc.get_count()[0] > YOUNG:
        gc.collect(0)


def clear_old() -> None:
    """Clear what is old too, if that is due: it looks through very much, so she must neither work nor wait."""
    _young, middle, old = gc.get_count()
    if Garbage.has_much_aside:
        clear_all()
        settle()
    elif max(middle, old) > OLD:
        gc.collect(2 if old > OLD else 1)


def settle() -> None:
    """What was loaded stays until everything is cleared: looking through it time and again would hold the window.

    Not even once before: of 200,000 objects that loading makes less than a thousand are rubbish.
    """
    gc.freeze()


def clear_all() -> None:
    """Clear everything at once; called in the window's thread."""
    Garbage.has_much_aside = False
    gc.unfreeze()
    gc.collect()
