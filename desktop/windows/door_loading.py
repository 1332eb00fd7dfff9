"""Loads everything that the windows are made of, part by part, while she types her passphrase.

In the window's own thread: PySide ends the process when a class of Qt's is made in another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from PySide6.QtCore import QObject, QTimer

from desktop import windows
from desktop.windows import garbage

APART = ("pictures", "album", "album_records")
"""Modules of this folder that no window needs."""


def parts() -> Iterator[str]:
    """The names of everything that the windows are made of."""
    return (each.name for each in iter_modules(windows.__path__) if each.name not in APART)


class Loading(QObject):
    """One part at each rest of the window's events, as long as `is_wanted` says so."""

    def __init__(self, is_wanted: Callable[[], bool], parent: QObject, names: Iterator[str] | None = None) -> None:
        super().__init__(parent)
        self._is_wanted, self._names = is_wanted, names or parts()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self.load_one)

    def start(self) -> None:
        """Begin, or go on."""
        self._timer.start()

    def is_going_on(self) -> bool:
        """Whether there is more to load."""
        return self._timer.isActive()

    def load_one(self) -> None:
        """Load one more part."""
        name = next(self._names, None) if self._is_wanted() else None
        if name is None:
            self._timer.stop()
        else:
            import_module(f"{windows.__name__}.{name}")
            garbage.settle()  # else what is loaded by and by is looked through while she types
