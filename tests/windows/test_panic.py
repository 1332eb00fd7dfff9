"""Somebody comes in: what the panic key, the clock and the clipboard must never leave open."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from datetime import time as clock
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.records.drafts import Drafts
from desktop.records.person import MayCall, Person
from desktop.settings import Settings
from desktop.vault.refusals import DiskFull
from desktop.vault.vault import Vault
from desktop.windows.door import Door
from desktop.windows.files import ask_open
from desktop.windows.main import Main
from desktop.windows.masked import Masked
from desktop.windows.messages import Messages
from desktop.windows.safe_strip import SafeStrip
from desktop.windows.unlock import Unlock
from desktop.windows.window_name import call_window
from desktop.windows.worker import Background, Progress
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER, Still
from tests.windows.looking import settle, type_text, until

NUMBER = "+37061234567"
READ = "+370 612 34567"
"""The number as a person reads it."""


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


def _type_passphrase(door: Door) -> None:
    page = door.page
    assert isinstance(page, Unlock)
    type_text(page.passphrase.edit, PASSPHRASE)
    QTest.keyClick(page.passphrase.edit, Qt.Key.Key_Return)


def _is_free(folder: Path, world: World) -> bool:
    vault = Vault.unlock(folder, WORKER, PASSPHRASE, world=world)
    vault.lock()
    return True


def test_f12_while_the_vault_is_being_opened_leaves_it_locked(slow_door: Door, folder: Path, world: World) -> None:
    _type_passphrase(slow_door)
    slow_door.watch.hide.emit()
    assert slow_door.page is slow_door.cover
    _wait_for(slow_door)
    assert slow_door.page is slow_door.cover
    assert slow_door.centre is None
    assert slow_door.frame is None
    assert _is_free(folder, world)


def test_a_cover_that_is_woken_too_early_asks_for_the_passphrase(slow_door: Door, folder: Path, world: World) -> None:
    _type_passphrase(slow_door)
    slow_door.watch.hide.emit()
    slow_door.show_unlock()
    _wait_for(slow_door)
    assert isinstance(slow_door.page, Unlock)
    assert slow_door.centre is None
    assert _is_free(folder, world)


def test_after_a_panic_the_passphrase_opens_as_before(slow_door: Door) -> None:
    _type_passphrase(slow_door)
    slow_door.watch.hide.emit()
    _wait_for(slow_door)
    slow_door.show_unlock()
    settle()
    _type_passphrase(slow_door)
    _wait_for(slow_door)
    assert isinstance(slow_door.page, Main)


def test_a_fault_while_keeping_does_not_leave_the_vault_open(
    make_door: Callable[..., Door], folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    door = make_door(folder)
    _type_passphrase(door)
    settle()
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


def test_a_full_disk_does_not_keep_her_from_reading(
    make_door: Callable[..., Door], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = make_door(folder)
    _type_passphrase(door)
    settle()
    door.lock()
    settle()

    def refuse(*_told: object) -> None:
        raise DiskFull

    monkeypatch.setattr(Drafts, "drop", refuse)
    _type_passphrase(door)
    settle()
    assert isinstance(door.page, Main)
    assert door.frame.top is not None


@contextmanager
def _half_typed_on_a_full_disk(door: Door, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A notice half typed while the disk takes nothing; afterwards it takes everything again."""

    def refuse(*_told: object) -> None:
        raise DiskFull

    _type_passphrase(door)
    settle()
    door.frame.go("notice")
    settle()
    page = door.frame.top
    with monkeypatch.context() as full:
        full.setattr(Drafts, "keep", refuse)
        type_text(page.form.fields["reference"].edit, "R-77")
        page.keep_now()
        yield page


def test_words_that_a_full_disk_did_not_take_are_told_ahead_and_after_the_lock(
    make_door: Callable[..., Door], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = make_door(folder)
    with _half_typed_on_a_full_disk(door, monkeypatch):
        assert door.frame.banner.words().startswith("This cannot be kept now: the disk is full.")
        door.lock()
        settle()
    _type_passphrase(door)
    settle()
    assert door.frame.banner.words() == (
        "Not kept when the program locked at 10:00, for the disk took nothing more: Notice"
    )  # fmt: skip
    door.lock()
    settle()
    _type_passphrase(door)
    settle()
    assert not door.frame.banner.isVisible(), "told once"


def test_what_cannot_be_kept_is_no_longer_told_once_it_is_kept(
    make_door: Callable[..., Door], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = make_door(folder)
    with _half_typed_on_a_full_disk(door, monkeypatch) as page:
        assert door.frame.banner.isVisible()
    page.keep_now()
    assert not door.frame.banner.isVisible()
    door.lock()
    settle()
    _type_passphrase(door)
    settle()
    assert not door.frame.banner.isVisible()


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
    begun.wait()
    background.stop_all()
    until(lambda: not background.is_busy())
    background.close()
    assert (told, bugs) == ([], [])


def test_a_copied_number_is_cleared_with_the_page_that_copied_it(app: QApplication) -> None:
    page = QWidget()
    number = Masked()
    number.setParent(page)
    number.put(NUMBER)
    number.show_value()
    number._copy_value()
    assert app.clipboard().text() == NUMBER
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert app.clipboard().text() == ""


def test_what_somebody_else_copied_since_stays(app: QApplication) -> None:
    number = Masked()
    number.put(NUMBER)
    number.show_value()
    number._copy_value()
    app.clipboard().setText("something else")
    number.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert app.clipboard().text() == "something else"


def _agreed(now: datetime) -> Person:
    return Person(
        id=UUID(int=7), code="A-1", name="Vardenė", phone=NUMBER, safe_allowed="yes", safe_channel="telephone",
        safe_number="", safe_days=("mo", "tu", "we", "th", "fr"), safe_from=clock(9), safe_to=clock(12),
        safe_voicemail=False, safe_who="", safe_say="", safe_confirmed_on=now.date(),
    )  # fmt: skip


def test_the_rule_is_asked_again_while_the_page_stays_open(app: QApplication, still: Still, world: World) -> None:
    asked: list[bool] = []
    strip = SafeStrip(asked=lambda: asked.append(True), change=lambda: None, here=world.here)
    assert strip.put(_agreed(world.here()), world.here(), 30) is MayCall.YES
    strip._number.show_value()
    assert strip._number._words.text() == READ
    assert asked == [True]
    still.wait(hours=3)
    strip.look_again()
    assert strip._head.text().startswith("Not now.")
    assert strip._number._words.text() == ""


def test_a_number_is_not_shown_by_a_strip_that_is_out_of_date(app: QApplication, still: Still, world: World) -> None:
    asked: list[bool] = []
    strip = SafeStrip(asked=lambda: asked.append(True), change=lambda: None, here=world.here)
    strip.put(_agreed(world.here()), world.here(), 30)
    still.wait(hours=3)
    strip._number.show_value()
    assert asked == []
    assert strip._number._words.text() == ""


def _opened(make_door: Callable[..., Door], folder: Path) -> Door:
    door = make_door(folder)
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(door.watch)
    _type_passphrase(door)
    settle()
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
