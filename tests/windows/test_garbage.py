"""Objects of Qt are destroyed in the window's thread, whoever lets go of them and wherever Python would clear up."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from desktop.centre import Centre
from desktop.vault.vault import Vault
from desktop.windows import garbage
from desktop.windows.door import Door
from desktop.windows.door_loading import Loading
from desktop.windows.garbage import clear_all
from desktop.windows.labels import Label
from desktop.windows.main import Main
from desktop.windows.worker import Errand
from tests.conftest import PASSPHRASE
from tests.windows.looking import settle, type_text
from tests.windows.thrown_away import destroy_thrown_away


class Ringed(QObject):
    """Holds itself, so that only a clearing lets it go; its timer must be stopped in the thread that began it."""

    def __init__(self, ends: list[str]) -> None:
        super().__init__()
        self.itself = self
        self.timer = QTimer(self, interval=10)
        self.timer.start()
        self.destroyed.connect(lambda: ends.append(threading.current_thread().name))


@pytest.fixture(autouse=True)
def few_things(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests before these have left more behind than a window gathers between two looks."""
    monkeypatch.setattr(garbage, "BULK", 10_000_000)


def elsewhere(work: object) -> None:
    thread = threading.Thread(target=work, name="elsewhere")  # type: ignore[arg-type]
    thread.start()
    thread.join()


def test_nothing_is_cleared_by_itself_in_another_thread(app: QApplication) -> None:
    ends: list[str] = []
    Ringed(ends)
    elsewhere(lambda: [[[]] for _each in range(200_000)])
    assert not gc.isenabled()
    assert ends == []
    clear_all()
    assert ends == ["MainThread"]


def test_locking_in_the_worker_clears_nothing_there(app: QApplication, vault: Vault) -> None:
    ends: list[str] = []
    Ringed(ends)
    elsewhere(vault.lock)
    assert ends == []


@pytest.mark.parametrize("many", [1, 3])
def test_the_window_clears_what_is_due(app: QApplication, many: int) -> None:
    ends: list[str] = []
    for _each in range(many):
        Ringed(ends)
    clear_all()
    assert ends == ["MainThread"] * many


def test_a_locked_page_leaves_no_list_and_no_words_behind(busy: Centre, make_door: Callable[..., Door]) -> None:
    before = set(QApplication.allWidgets())
    busy.vault.lock()
    door = make_door(busy.vault.folder)
    type_text(door.page.passphrase.edit, PASSPHRASE)  # type: ignore[attr-defined]
    QTest.keyClick(door.page.passphrase.edit, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    for name in ("people", "notice", "centre"):
        door.frame.go(name)
        settle()
    door.hide_all()
    settle()
    destroy_thrown_away()
    clear_all()
    made = [widget for widget in QApplication.allWidgets() if widget not in before]
    left = [widget for widget in made if isinstance(widget, QAbstractItemView)]
    assert [*left, *(label for label in door.findChildren(Label) if not door.cover.isAncestorOf(label))] == []


def test_nobody_who_types_waits_for_a_clearing(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "YOUNG", 0)
    ends: list[str] = []
    Ringed(ends)
    clearing = garbage.Garbage()
    clearing.touch()
    clearing.look()
    assert ends == []
    clearing.look()
    assert ends == ["MainThread"]


@pytest.mark.parametrize("is_used", [True, False])
def test_very_much_at_once_is_set_aside_until_she_rests(
    app: QApplication, monkeypatch: pytest.MonkeyPatch, is_used: bool
) -> None:
    monkeypatch.setattr(garbage, "BULK", -1)
    monkeypatch.setattr(garbage, "YOUNG", -1)
    set_aside: list[bool] = []
    monkeypatch.setattr(garbage, "settle", lambda: set_aside.append(True))
    ends: list[str] = []
    Ringed(ends)
    clearing = garbage.Garbage()
    if is_used:
        clearing.touch()
    clearing.look()
    assert (set_aside, ends) == ([True], [])
    garbage.clear_old()
    assert (set_aside, ends) == ([True, True], ["MainThread"]), "what lives on is set aside again"
    assert not garbage.Garbage.has_much_aside


def test_counting_what_is_young_breaks_nothing_that_is_being_made_in_the_worker(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "BULK", 10_000_000)
    monkeypatch.setattr(garbage, "clear", lambda: None)
    bugs: list[BaseException] = []
    over = threading.Event()

    def work() -> None:
        try:
            while not over.is_set():
                assert len(tuple([each] for each in range(2_000))) == 2_000
        except (SystemError, AssertionError) as error:
            bugs.append(error)

    worker, clearing = threading.Thread(target=work), garbage.Garbage()
    worker.start()
    read = [[number] for number in range(300_000)]
    for _time in range(40):
        clearing.look()
    over.set()
    worker.join()
    assert (bugs, len(read)) == ([], 300_000)


def test_what_is_loaded_while_she_types_is_not_looked_through(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading = Loading(lambda: True, app, iter(["labels", "pill"]))
    frozen: list[bool] = []
    monkeypatch.setattr(garbage, "settle", lambda: frozen.append(True))
    loading.load_one()
    loading.load_one()
    assert frozen == [True, True]


def test_she_rests_once_when_nobody_was_at_it_for_a_while(app: QApplication) -> None:
    clearing = garbage.Garbage()
    rests: list[bool] = []
    clearing.rested.connect(lambda: rests.append(True))
    clearing.touch()
    clearing.look()
    clearing.look()
    assert not rests
    assert not clearing.is_at_rest
    for _look in range(3):
        clearing.look()
    assert len(rests) == 1
    assert clearing.is_at_rest
    clearing.touch()
    assert not clearing.is_at_rest
    for _look in range(4):
        clearing.look()
    assert len(rests) == 2


def test_the_frame_lets_pages_go_when_she_rests_and_reads_on_afterwards(
    desk_of: Callable[[Centre], Main], busy: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = desk_of(busy)
    rests: list[bool] = []

    def rest() -> None:
        Vault.rest(busy.vault)
        rests.append(True)

    monkeypatch.setattr(busy.vault, "rest", rest)
    for clearing in garbage._clearing:
        clearing.rested.emit()
    settle()
    assert rests == [True]
    frame.go("people")
    settle()
    assert frame.top is not None
    assert frame.top.model.rowCount()  # type: ignore[attr-defined]


def test_what_is_old_is_looked_through_only_when_she_rests(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    ends: list[str] = []
    ring = Ringed(ends)
    gc.collect(0)
    gc.collect(1)
    del ring
    monkeypatch.setattr(garbage, "YOUNG", -1)
    monkeypatch.setattr(garbage, "OLD", -1)
    garbage.clear()
    assert ends == []
    garbage.clear_old()
    assert ends == ["MainThread"]


def test_whoever_waits_for_something_is_at_it(
    desk_of: Callable[[Centre], Main], busy: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = desk_of(busy)
    (clearing,) = garbage._clearing
    rests: list[bool] = []
    monkeypatch.setattr(busy.vault, "rest", lambda: rests.append(True))
    monkeypatch.setattr(garbage, "YOUNG", -1)
    ends: list[str] = []
    Ringed(ends)
    under_way = Errand(lambda answer: None, lambda error: None)
    frame.desk.background._errands.add(under_way)
    for _look in range(3 * garbage.AT_REST):
        clearing.look()
    assert [*ends, *rests] == [], "it would hold the window as the answer comes"
    frame.desk.background._errands.discard(under_way)
    for _look in range(garbage.AT_REST):
        clearing.look()
    settle()
    assert [*ends, *rests] == ["MainThread", True]
