"""The keys: back is as it was left, F10 opens what else can be done, F11 takes the whole screen, either Enter saves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.centre import Centre
from desktop.windows.main import Main
from tests.builders import a_mention, a_referral
from tests.windows.calling import said_on
from tests.windows.looking import let_go, settle, type_text

Desk = Callable[..., Main]
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


def _long_list(centre: Centre) -> None:
    sender = centre.referrals.sheet(centre.referrals.ids()[0]).sender.id
    for number in range(40):
        mention = a_mention(name=f"Vardenė Pavardenė {number}", birth_year=1950 + number, phone="")
        centre.referrals.enter(a_referral(sender, mentions=(mention,)), centre.worker)


@pytest.mark.parametrize("by", ["key", "mouse"])
def test_back_is_as_it_was_left(desk_of: Desk, busy: Centre, by: str) -> None:
    _long_list(busy)
    frame = desk_of(busy)
    frame.go("referrals")
    settle()
    notices: Any = frame.top
    notices.search("Pavardenė")
    settle()
    notices.view.selectRow(25)
    settle()
    chosen, place = notices.view.current_id(), notices.view.verticalScrollBar().value()
    assert place > 0
    frame.go("calls")
    settle()
    assert frame.top is not notices
    if by == "key":
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, ALT)
    else:
        QTest.mouseClick(frame.top, Qt.MouseButton.BackButton, pos=QPoint(30, 30))
    settle()
    assert frame.top is notices
    assert notices.view.current_id() == chosen
    assert notices.view.verticalScrollBar().value() == place
    assert notices.filters.query().text == "Pavardenė"
    assert notices.view.hasFocus()


def test_in_a_small_window_back_leads_from_the_detail_to_its_list_first(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy, (1024, 640))
    frame.go("calls")
    frame.go("referrals")
    settle()
    notices: Any = frame.top
    QTest.keyClick(notices.view, Qt.Key.Key_Return)
    settle()
    assert notices.sides.is_on_detail()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, ALT)
    settle()
    assert frame.top is notices
    assert not notices.sides.is_on_detail()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, ALT)
    settle()
    assert frame.top.NAME == "calls"  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["referrals", "calls"])
def test_in_a_small_window_the_detail_is_on_show_again_after_a_lock(desk_of: Desk, busy: Centre, name: str) -> None:
    frame = desk_of(busy, (1024, 640))
    frame.go(name, busy.referrals.ids()[0])
    frame.cover(None)
    settle()
    before: Any = frame.top
    assert before.sides.is_on_detail()
    frame.keep()
    again = desk_of(busy, (1024, 640))
    page: Any = again.top
    assert name == page.NAME
    assert page.sides.is_on_detail()
    assert page.card.isVisible()
    caret = QApplication.focusWidget()
    assert caret is not None
    assert page.card.isAncestorOf(caret)
    QTest.keyClick(caret, Qt.Key.Key_Left, ALT)
    settle()
    assert not page.sides.is_on_detail()
    again.keep()
    assert not desk_of(busy, (1024, 640)).top.sides.is_on_detail()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "key", "page"),
    [
        ("referrals", Qt.Key.Key_F6, "attempt"), ("referrals", Qt.Key.Key_F7, "assistance_entry"),
        ("calls", Qt.Key.Key_F6, "safe"),
    ],
)  # fmt: skip
def test_in_a_small_window_the_keys_of_the_detail_act_from_the_list(
    desk_of: Desk, busy: Centre, name: str, key: Qt.Key, page: str
) -> None:
    frame = desk_of(busy, (1024, 640))
    frame.go(name)
    settle()
    screen: Any = frame.top
    screen.view.selectRow(screen.model.rowCount() - 1)
    settle()
    about = screen.view.current_id()
    QTest.keyClick(screen.view, key)
    settle()
    assert frame.top is not None
    assert page == frame.top.NAME
    assert busy.referrals.sheet(about).referral.person_name in said_on(frame.top)
    frame.back()
    settle()
    assert screen.view.hasFocus(), "back is the list"


def test_f11_takes_the_whole_screen_and_gives_it_back(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    QTest.keyClick(frame, Qt.Key.Key_F11)
    assert frame.isFullScreen()
    QTest.keyClick(frame, Qt.Key.Key_F11)
    assert not frame.isFullScreen()


@pytest.mark.parametrize("name", ["today", "calls", "people", "referrals"])
def test_f10_opens_what_else_can_be_done(desk_of: Desk, busy: Centre, name: str) -> None:
    frame = desk_of(busy)
    frame.go(name)
    settle()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F10)
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


class OtherDesktop(QKeyEvent):
    """A key on a desktop that gives none of its own to undo and redo."""

    def matches(self, key: QKeySequence.StandardKey) -> bool:
        """None of them."""
        return False


def _pressed(key: Qt.Key, held: Qt.KeyboardModifier) -> OtherDesktop:
    return OtherDesktop(QEvent.Type.KeyPress, key, held)


@pytest.mark.parametrize(
    ("back", "again"),
    [
        ((Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Y, CTRL)),
        ((Qt.Key.Key_Backspace, ALT), (Qt.Key.Key_Backspace, ALT | SHIFT)),
        ((Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)),
    ],
)
def test_a_change_is_undone_and_done_again_by_the_same_keys_on_every_desktop(
    desk_of: Desk, busy: Centre, back: Any, again: Any
) -> None:
    frame = desk_of(busy)
    count = len(busy.referrals.ids())
    busy.referrals.enter(a_referral(busy.directory.senders()[0].id, mentions=(a_mention(),)), busy.worker)
    frame.keyPressEvent(_pressed(*back))
    assert len(busy.referrals.ids()) == count
    frame.keyPressEvent(_pressed(*again))
    assert len(busy.referrals.ids()) == count + 1


def test_such_a_key_in_a_field_undoes_what_was_typed_there_and_no_record(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    frame.go("notice")
    settle()
    count = len(busy.referrals.ids())
    page: Any = frame.top
    name = page.form.fields["mentions.0.name"]
    name.focus()
    type_text(name.edit, "Ona")
    frame.keyPressEvent(_pressed(Qt.Key.Key_Backspace, ALT))
    assert name.edit.text() == ""
    frame.keyPressEvent(_pressed(Qt.Key.Key_Y, CTRL))
    assert name.edit.text() == "Ona"
    assert len(busy.referrals.ids()) == count


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_either_enter_saves(desk_of: Desk, busy: Centre, key: Qt.Key) -> None:
    frame = desk_of(busy)
    frame.go("outcome", busy.referrals.ids()[-1])
    settle()
    QTest.keyClick(QApplication.focusWidget(), key, CTRL)
    let_go()
    assert frame.top.NAME == "today"  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["outcome", "handover"])
def test_where_there_is_nothing_to_print_that_is_said(desk_of: Desk, busy: Centre, name: str) -> None:
    frame = desk_of(busy)
    frame.go(name, busy.referrals.ids()[-1])
    settle()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, CTRL)
    settle()
    assert frame.banner.isVisible()
    assert frame.banner.words() == "There is nothing to print here."
