"""Qt must give back every reference it takes: PySide6 6.12.0 on Python 3.11 did not, and ended after some 700 signals.

The numbers of references to True, False and None are read before and after signals and calls from C++ into Python.
From Python 3.12 on these three are never freed, so there is nothing to measure.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

CALLS = 50  # few enough for a lossy Qt to be told of, before it ends the process
pytestmark = pytest.mark.skipif(sys.version_info >= (3, 12), reason="True, False and None are immortal here")


class Bell(QObject):
    """Rings with a value."""

    rung = Signal(bool)
    shown = Signal(object, object)


class Silent(QAbstractListModel):
    """One row that answers None to everything, as models do for roles they don't know."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 1

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        return None


def ring() -> None:
    bell = Bell()
    bell.rung.connect(lambda on: None)
    for turn in range(CALLS):
        bell.rung.emit(turn % 2 == 0)


def ring_with_objects() -> None:
    bell = Bell()
    bell.shown.connect(lambda one, other: None)
    for _turn in range(CALLS):
        bell.shown.emit(True, None)


def ask_for_tips() -> None:
    model = Silent()
    index = model.index(0, 0)
    for _turn in range(CALLS):
        index.data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("work", [ring, ring_with_objects, ask_for_tips])
def test_no_reference_is_lost_or_kept(work: Callable[[], None]) -> None:
    work()
    before = [sys.getrefcount(value) for value in (True, False, None)]
    work()
    after = [sys.getrefcount(value) for value in (True, False, None)]
    drift = [(late - early) / CALLS for early, late in zip(before, after, strict=True)]
    assert all(abs(each) < 0.1 for each in drift), drift
