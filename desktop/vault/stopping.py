"""Lets a long reading be stopped from another thread: whoever begins a job says how to ask, the store then asks.

Knows neither windows nor SQL, so that the worker's thread can use it before anything slow is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from desktop.language import N_
from desktop.problems import Cancelled

_ASKED: ContextVar[Callable[[], bool] | None] = ContextVar("asked", default=None)


@contextmanager
def stoppable(is_stopped: Callable[[], bool]) -> Iterator[None]:
    """Whatever is read in this thread within the block ends with `Cancelled` soon after `is_stopped()` holds."""
    before = _ASKED.set(is_stopped)
    try:
        yield
    finally:
        _ASKED.reset(before)


def asked() -> Callable[[], bool] | None:
    """How to ask whether the reading of this thread is still wanted; None where nobody would stop it."""
    return _ASKED.get()


def stopped() -> Cancelled:
    """What a reading that was stopped ends with."""
    return Cancelled(N_("Stopped. Nothing was changed."))
