"""The watch over an open centre: nobody there, a clock set back, the warning before the lock, Esc three times."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.windows.door import Door
from desktop.windows.look import look
from desktop.windows.watch import Watch
from desktop.world import World
from tests.conftest import Still
from tests.windows.at_the_door import unlock
from tests.windows.looking import faults, settle, words


def test_nobody_there_for_so_long_locks_with_a_warning(still: Still, world: World, app: object) -> None:
    watch = Watch(world, 5)
    warned: list[int] = []
    idle: list[bool] = []
    watch.soon.connect(warned.append)
    watch.idle.connect(lambda: idle.append(True))
    still.wait(minutes=4, seconds=20)
    watch.look()
    assert (warned, idle) == ([], [])
    still.wait(seconds=20)
    watch.look()
    assert (warned, idle) == ([20], [])
    still.wait(hours=3)
    watch.look()
    assert idle == [True]


def test_a_clock_set_back_does_not_put_the_lock_off(still: Still, world: World, app: object) -> None:
    watch = Watch(world, 5)
    idle: list[bool] = []
    watch.idle.connect(lambda: idle.append(True))
    still.wait(days=-2)
    watch.look()
    assert idle == []
    still.wait(minutes=6)
    watch.look()
    assert idle == [True]


@pytest.mark.parametrize("percent", [100, 200])
def test_the_lock_is_announced_in_the_top_bar_of_every_window(
    make_door: Callable[..., Door], folder: Path, still: Still, percent: int
) -> None:
    door = make_door(folder, (800, 600), text_size=percent)
    look().apply("light", percent)
    unlock(door)
    still.wait(minutes=4, seconds=40)
    door.watch.look()
    settle()
    assert "Locks in 20 s. Any key keeps it open." in words(door)
    assert faults(door) == []
    door.watch.seen()
    assert not any(said.startswith("Locks in") for said in words(door))


def test_three_escapes_within_a_second_hide(
    make_door: Callable[..., Door], folder: Path, still: Still, app: object
) -> None:
    door = make_door(folder)
    hidden: list[bool] = []
    door.watch.hide.connect(lambda: hidden.append(True))
    door.installEventFilter(door.watch)
    for pause in (0.9, 0.9, 0.9, 0.1, 0.1):
        still.wait(seconds=pause)
        QTest.keyClick(door, Qt.Key.Key_Escape)
    assert hidden == [True]


def test_the_text_grows_by_key_and_is_remembered(make_door: Callable[..., Door], folder: Path) -> None:
    door = make_door(folder)
    door.watch.resized.emit(10)
    assert look().percent == door.settings.text_size == 110
