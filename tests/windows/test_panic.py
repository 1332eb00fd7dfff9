"""Somebody comes in: what the panic key and the lock must never leave open."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.settings import Settings
from desktop.vault.vault import Vault
from desktop.windows.door import Door
from desktop.windows.files import ask_open
from desktop.windows.main import Main
from desktop.windows.messages import Messages
from desktop.windows.unlock import Unlock
from desktop.windows.window_name import call_window
from desktop.windows.worker import Background, Progress
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER
from tests.windows.at_the_door import type_passphrase, unlock
from tests.windows.looking import settle, until


@pytest.fixture
def slow_door(app: QApplication, world: World, tmp_path: Path, folder: Path) -> Iterator[Door]:
    """A door whose work is done in its own thread, as at a centre."""
    made = Door(world, Settings(look="light"), tmp_path / "config", Messages(world, tmp_path))
    made.start(folder)
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _wait_for(door: Door) -> None:
    until(lambda: not door.background.is_busy())
    settle()


def _is_free(folder: Path, world: World) -> bool:
    vault = Vault.unlock(folder, WORKER, PASSPHRASE, world=world)
    vault.lock()
    return True


def test_f12_while_the_vault_is_being_opened_leaves_it_locked(slow_door: Door, folder: Path, world: World) -> None:
    type_passphrase(slow_door)
    slow_door.watch.hide.emit()
    assert slow_door.page is slow_door.cover
    _wait_for(slow_door)
    assert slow_door.page is slow_door.cover
    assert slow_door.centre is None
    assert slow_door.frame is None
    assert _is_free(folder, world)


def test_a_cover_that_is_woken_too_early_asks_for_the_passphrase(slow_door: Door, folder: Path, world: World) -> None:
    type_passphrase(slow_door)
    slow_door.watch.hide.emit()
    slow_door.show_unlock()
    _wait_for(slow_door)
    assert isinstance(slow_door.page, Unlock)
    assert slow_door.centre is None
    assert _is_free(folder, world)


def test_after_a_panic_the_passphrase_opens_as_before(slow_door: Door) -> None:
    type_passphrase(slow_door)
    slow_door.watch.hide.emit()
    _wait_for(slow_door)
    slow_door.show_unlock()
    settle()
    type_passphrase(slow_door)
    _wait_for(slow_door)
    assert isinstance(slow_door.page, Main)


def test_a_fault_while_keeping_does_not_leave_the_vault_open(
    make_door: Callable[..., Door], folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    door = make_door(folder)
    unlock(door)
    vault = door.centre.vault

    def break_down() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(door.frame, "keep", break_down)
    with qtbot.captureExceptions() as told:
        door.lock()
        settle()
    assert not vault.is_open
    assert isinstance(door.page, Unlock)
    assert [kind for kind, _error, _trace in told] == [ZeroDivisionError]


def test_a_long_work_that_is_stopped_by_the_lock_tells_no_page_that_is_gone(app: QApplication) -> None:
    bugs: list[BaseException] = []
    background = Background(bugs.append)
    begun = threading.Event()
    told: list[object] = []

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress(0, 1)

    background.run(work, told.append, told.append, counts=True)
    until(begun.is_set)
    background.stop_all()
    until(lambda: not background.is_busy())
    background.close()
    assert (told, bugs) == ([], [])


def _opened(make_door: Callable[..., Door], folder: Path) -> Door:
    door = make_door(folder)
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(door.watch)
    unlock(door)
    assert isinstance(door.page, Main)
    return door


def _a_menu(door: Door) -> QWidget:
    menu = QMenu(door.page)
    menu.addAction("Rūta Budrienė")
    menu.popup(door.mapToGlobal(door.rect().center()))
    return menu


def _a_list(door: Door) -> QWidget:
    combo = QComboBox(door.page)
    combo.addItems(["Rūta Budrienė", "Daiva Jonaitienė"])
    combo.show()
    combo.showPopup()
    return combo.view().window()


def _a_file_dialog(door: Door) -> QWidget:
    ask_open(door.page, "PDF (*.pdf)", lambda _path: None)
    (dialog,) = door.page.findChildren(QFileDialog)
    return dialog


def _a_message(door: Door) -> QWidget:
    box = QMessageBox(QMessageBox.Icon.Question, "", "Rūta Budrienė", QMessageBox.StandardButton.Ok, door.page)
    box.open()
    return box


OVER = [_a_menu, _a_list, _a_file_dialog, _a_message]


@pytest.mark.parametrize("over", OVER)
def test_f12_takes_away_whatever_lies_over_the_window(
    make_door: Callable[..., Door], folder: Path, over: Callable[[Door], QWidget]
) -> None:
    door = _opened(make_door, folder)
    shown = over(door)
    settle()
    assert shown.isVisible()
    QTest.keyClick(QApplication.focusWidget() or shown, Qt.Key.Key_F12)
    assert door.page is door.cover
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not door] == []
    settle()
    assert door.centre is None


@pytest.mark.parametrize("over", OVER)
def test_esc_three_times_hides_from_under_anything_that_it_closes(
    make_door: Callable[..., Door], folder: Path, over: Callable[[Door], QWidget]
) -> None:
    door = _opened(make_door, folder)
    over(door)
    settle()
    for _press in range(3):
        assert door.page is not door.cover
        heard = QApplication.activePopupWidget() or QApplication.activeModalWidget() or door
        QTest.keyClick(heard.windowHandle(), Qt.Key.Key_Escape)
    assert door.page is door.cover
    settle()
    assert door.centre is None


def test_esc_once_hides_nothing(make_door: Callable[..., Door], folder: Path) -> None:
    door = _opened(make_door, folder)
    for name in ("today", "referrals", "people", "centre"):
        door.frame.go(name)
        settle()
        door.watch._escapes.clear()
        QTest.keyClick(door.windowHandle(), Qt.Key.Key_Escape)
        settle()
        assert door.page is not door.cover, name


def test_esc_three_times_hides_though_the_first_one_leaves_a_page(make_door: Callable[..., Door], folder: Path) -> None:
    door = _opened(make_door, folder)
    door.frame.go("notice")
    settle()
    for _press in range(3):
        assert door.page is not door.cover
        QTest.keyClick(door.windowHandle(), Qt.Key.Key_Escape)
    assert door.page is door.cover


def test_a_dialog_for_files_is_called_like_the_window(make_door: Callable[..., Door], folder: Path) -> None:
    door = make_door(folder)
    call_window(door, "notes")
    try:
        door.choose_vault()
        (dialog,) = door.findChildren(QFileDialog)
        assert dialog.windowTitle() == "Notes"
        dialog.reject()
    finally:
        call_window(door, "")
