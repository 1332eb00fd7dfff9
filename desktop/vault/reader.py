"""The connection by which lists are read: by single statements, without a session or a transaction.

A list is read at every letter that is typed, and one statement sees one state by itself. A connection that holds few
statements prepared, and few values for them, has room of its own for its small needs; where that is used up, each of
them goes through the wiping of memory, and a page takes three times as long.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from typing import Any

from sqlalchemy import Engine

FEW = 2
"""Statements that it holds prepared."""
SHRINK = "PRAGMA shrink_memory"
MANY = 8
"""So many values would use up its room: they belong to another connection."""


def let_pages_go(engine: Engine) -> None:
    """Let go the pages that the connections keep which nobody uses just now."""
    with ExitStack() as held:
        for _each in range(engine.pool.checkedin()):  # type: ignore[attr-defined]
            idle: Any = held.enter_context(closing(engine.raw_connection())).driver_connection
            idle.execute(SHRINK)


class Reader:
    """Opens its connection when something is read for the first time."""

    def __init__(self, opening: Callable[[int], Any]) -> None:
        self._opening, self._turn = opening, threading.Lock()
        self._raw: Any = None

    @contextmanager
    def connection(self, others: Engine) -> Iterator[Any]:
        """The driver's connection; one of the others while another thread reads by it, since nobody is to wait."""
        if not self._turn.acquire(blocking=False):
            with closing(others.raw_connection()) as pooled:
                yield pooled.driver_connection
            return
        try:
            if self._raw is None:
                self._raw = self._opening(FEW)
            yield self._raw
        finally:
            self._turn.release()

    def rest(self) -> None:
        """Let go the pages that it keeps, unless somebody reads by it just now."""
        if self._turn.acquire(blocking=False):
            try:
                if self._raw is not None:
                    self._raw.execute(SHRINK)
            finally:
                self._turn.release()

    def close(self) -> None:
        """Close it; whoever reads by it just now ends first."""
        with self._turn:
            if self._raw is not None:
                self._raw.close()
                self._raw = None
