"""Somebody at the real window: types, jumps, sorts and filters through events while a heart beats in its thread.

    python -m bench.desk VAULT PASSPHRASE

prints the longest pause of each doing and the program's memory as JSON.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TYPED = ("jonait", "petr", "kla", "2026/1", "zzyx")
ROUNDS = 4
"""Everything so often, so that of each kind there are enough for one in twenty to be more than one."""
HELD = 30
"""Keys in a row of one that is held down: a second of them."""
BETWEEN_MS = 170
"""Between two keys: a little more than the pause after which a search begins."""
QUIET_MS = 120
REST_MS = 6000
"""After so long nobody is at it, and what was only kept for the next moment has been given back."""


def resident(key: str = "VmRSS") -> float:
    """MiB of this process in memory; `VmHWM` for the most that it ever was."""
    with Path("/proc/self/status").open() as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith(key))


def own() -> float:
    """MiB that no file on disk stands for: what the program has for itself, whoever else uses Qt and Python."""
    with Path("/proc/self/smaps_rollup").open() as file:
        return sum(int(line.split()[1]) / 1024 for line in file if line.startswith("Anonymous:"))


class Heart:
    """Beats in the window's thread and notes its longest pause."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.wall = self.processor = 0.0
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self.begin()

    def begin(self) -> None:
        """Forget the pauses until now."""
        self.wall = self.processor = 0.0
        self._last, self._taken = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        now, taken = time.perf_counter(), time.thread_time()
        self.wall = max(self.wall, now - self._last - 0.001)
        self.processor = max(self.processor, taken - self._taken)
        self._last, self._taken = now, taken


class Hand:
    """Does what a person does, through events, and lets the heart tell what it cost."""

    def __init__(self, door: Any) -> None:
        self.door, self.heart = door, Heart()
        self.stalls: dict[str, tuple[list[float], list[float]]] = {}

    def wait(self, milliseconds: int) -> None:
        """Let the window live so long."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until_quiet(self, least: int = 0) -> None:
        """Let it live until nothing is under way any more."""
        self.wait(max(least, QUIET_MS))
        while self.door.background.is_busy():
            self.wait(QUIET_MS)

    def key(self, widget: Any, key: int, text: str = "") -> None:
        """Press and let go."""
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.postEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def point(self) -> None:
        """Move the pointer, as whoever clicks has done just before."""
        from PySide6.QtCore import QEvent, QPointF, Qt
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        at, none = QPointF(5, 5), Qt.MouseButton.NoButton
        held = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.door, QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, held))

    @contextmanager
    def doing(self, what: str, least: int = 0) -> Iterator[None]:
        """One thing that is done, until nothing is under way any more."""
        self.point()
        self.heart.begin()
        yield
        self.until_quiet(least)
        walls, processors = self.stalls.setdefault(what, ([], []))
        walls.append(self.heart.wall * 1000)
        processors.append(self.heart.processor * 1000)


def type_in(hand: Hand, widget: Any, words: str, what: str) -> None:
    """Type the words; each key counts by itself, the next comes before the answer to the last is there."""
    for letter in words:
        hand.heart.begin()
        hand.key(widget, 0, letter)
        hand.wait(BETWEEN_MS)
        walls, processors = hand.stalls.setdefault(what, ([], []))
        walls.append(hand.heart.wall * 1000)
        processors.append(hand.heart.processor * 1000)
    with hand.doing(what, 300):
        pass


def search(hand: Hand) -> None:
    """The one search of the top bar."""
    from PySide6.QtCore import Qt

    field = hand.door.frame.bar.search
    for words in TYPED:
        field.take()
        hand.until_quiet()
        type_in(hand, field, words, "typing in the search")
        with hand.doing("leaving the search"):
            hand.key(field, Qt.Key.Key_Escape)


def narrow(hand: Hand, page: Any) -> None:
    """Words in the list's own field."""
    for words in TYPED:
        page.filters.words.setVisible(True)
        page.filters.words.setFocus()
        hand.until_quiet()
        type_in(hand, page.filters.words, words, "typing over the list")
        with hand.doing("clearing the filters", 300):
            page.filters.clear()


def jump(hand: Hand, page: Any) -> None:
    """Through the list by its keys."""
    from PySide6.QtCore import Qt

    page.view.setFocus()
    keys = Qt.Key
    for _ in range(4):
        for key in (keys.Key_End, keys.Key_PageUp, keys.Key_PageUp, keys.Key_Up, keys.Key_Home, keys.Key_PageDown):
            with hand.doing("jumping in the list", 250):
                hand.key(page.view, key)
    for _ in range(10):
        with hand.doing("holding a key down"):
            for _ in range(HELD):
                hand.key(page.view, keys.Key_Down)
                hand.wait(33)
    for part in (5, 3, 7, 2, 9, 4, 6, 1, 8):
        with hand.doing("dragging the scroll bar", 250):
            bar = page.view.verticalScrollBar()
            bar.setValue(bar.maximum() * part // 10)


def sort(hand: Hand, page: Any) -> None:
    """By every column's head, once and again."""
    head = page.view.horizontalHeader()
    for place, column in enumerate(page.model.columns):
        if column.can_sort:
            for _ in range(2):
                with hand.doing("sorting by a head", 250):
                    head.sectionClicked.emit(place)
    with hand.doing("sorting by a head", 250):
        head.sectionClicked.emit(1)


def filter_(hand: Hand, page: Any) -> None:
    """By the choices over the list and by the quick chips."""
    filters = page.filters
    for combo in (filters.month, filters.from_whom, filters.state_combo):
        for place in (1, 2, 3, 0):
            with hand.doing("filtering by a choice", 250):
                combo.setCurrentIndex(place)
    for chip in filters.chips.values():
        for _ in range(2):
            with hand.doing("filtering by a chip", 250):
                chip.click()


def go(hand: Hand) -> None:
    """To other screens and back, and to another text size."""
    from desktop.windows.look import look

    for _ in range(2):
        for name in ("today", "calls", "people", "assistance", "year", "notice", "referrals"):
            with hand.doing(f"opening {name}", 300):
                hand.door.frame.go(name)
    for percent in (120, 100):
        with hand.doing("another text size", 300):
            look().apply(look().scheme, percent)


def opened(folder: Path, home: Path) -> Any:
    """The program's window at the door of this vault; nothing is loaded that the program would not load."""
    from desktop.settings import Settings
    from desktop.windows.application import make_application
    from desktop.windows.door import Door
    from desktop.windows.hearing import listen
    from desktop.windows.messages import Messages
    from desktop.world import World

    make_application(Settings())
    world = World.real()
    messages = Messages(world, home)
    messages.install()
    door = Door(world, Settings(), home, messages)
    door.start(folder)
    door.show()
    listen(door.watch)
    sys.excepthook = sys.__excepthook__  # what breaks here is told to whoever measures, and not in the window
    return door


def main(folder: Path, passphrase: str) -> None:
    """Do everything on this vault and print what it cost as JSON."""
    import gc

    gc.disable()
    with tempfile.TemporaryDirectory() as home:
        door = opened(folder, Path(home))
        hand = Hand(door)
        hand.until_quiet(1000)
        memory = {"door": resident()}
        door.page.passphrase.edit.setText(passphrase)
        with hand.doing("unlocking", 500):
            door.page.unlock()
        if door.frame is None:
            door.show_centre(door.centre)
        hand.until_quiet(1000)
        memory["today"] = resident()
        with hand.doing("opening the list", 500):
            door.frame.go("referrals")
        door.frame.top.filters.clear()
        hand.until_quiet(REST_MS)
        memory["list"], memory["of it its own"] = resident(), own()
        page = door.frame.top
        parts: tuple[Callable[..., None], ...] = (narrow, jump, sort, filter_)
        for _ in range(ROUNDS):
            for part in parts:
                part(hand, page)
            search(hand)
        go(hand)
        hand.until_quiet(REST_MS)
        memory["rest"], memory["most"] = resident(), resident("VmHWM")
        print(json.dumps({"stalls": hand.stalls, "memory": memory}))
        sys.stdout.flush()
        door.frame = None  # so that nothing is kept, and the next run begins like this one
        door.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
