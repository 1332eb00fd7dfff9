"""What SQLAlchemy makes ready once and finds again in the next vault of this process: its view of the driver, and SQL.

To put a statement into SQL takes longer than to ask it. But one that is made ready holds on to the values with which it
was first asked, and nothing of a vault may stay when it is locked: only what holds no value goes on to the next.
"""

from __future__ import annotations

from functools import cache
from typing import Any, overload

from sqlalchemy import Compiled, Dialect, create_engine
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2

MANY = 2_000
"""Statements that are kept ready; of those asked least lately some are forgotten."""

_for_all: LRUCache[Any, Compiled] = LRUCache(MANY)


@cache
def dialect() -> Dialect:
    """How this driver is spoken to; SQLAlchemy asks it once, and finds by it what it has made ready."""
    engine = create_engine("sqlite://", module=dbapi2)
    engine.connect().close()
    engine.dispose()
    return engine.dialect


class Statements(LRUCache[Any, Compiled]):
    """The statements of one vault that are ready; those that hold a value are let go with it.

    Where all data are invented, every statement goes on to the next vault.
    """

    __slots__ = ("_invented",)

    def __init__(self, *, invented: bool = False) -> None:
        super().__init__(MANY)
        self._invented = invented

    @overload
    def get(self, key: Any) -> Compiled | None: ...
    @overload
    def get(self, key: Any, default: Any) -> Any: ...
    def get(self, key: Any, default: Any = None) -> Any:
        """The statement made ready of that key."""
        ready = _for_all.get(key)
        return super().get(key, default) if ready is None else ready

    def __setitem__(self, key: Any, ready: Compiled) -> None:
        if self._invented or _holds_no_value(ready):
            _for_all[key] = ready
        else:
            super().__setitem__(key, ready)


def _holds_no_value(ready: Compiled) -> bool:
    key = ready.cache_key
    return key is not None and not key.params and all(b.value is None and b.callable is None for b in key.bindparams)
