"""Something small that every screen asks for again and again, read once until something is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from desktop.vault.store import Store

Kind = TypeVar("Kind")


class Remembered(Generic[Kind]):
    """What `read` finds in the vault; inside a change, which may yet fail, it is always read anew."""

    def __init__(self, store: Store, read: Callable[[Session], Kind]) -> None:
        self._store, self._read = store, read
        self._kept: tuple[int, Kind] | None = None

    def get(self) -> Kind:
        """As it stands."""
        kept, written = self._kept, self._store.written
        if kept is not None and kept[0] == written and not self._store.is_changing:
            return kept[1]
        with self._store.look() as session:
            found = self._read(session)
        if not self._store.is_changing:
            self._kept = written, found
        return found
