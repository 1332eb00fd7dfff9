"""The keys: none twice on one screen in any language, each said on its button, and back is as it was left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.centre import Centre
from desktop.windows.buttons import Button, sequence
from desktop.windows.desk import Screen
from desktop.windows.main import Main
from desktop.windows.screens import PAGES, RAIL
from desktop.windows.sides import Sides
from desktop.windows.translator import speak
from tests.builders import a_mention, a_referral
from tests.windows.looking import doubled_keys, let_go, listening, settle, shown

Desk = Callable[..., Main]
OF_TWO = ("person_join", "person_part")
"""Pages about two records at once, which another page finds."""
KINDS = [kind for group in (*RAIL, PAGES) for kind in group if kind.NAME not in OF_TWO]
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


def _show(frame: Main, kind: type[Screen]) -> None:
    frame.go(kind.NAME, None if kind.TITLE else frame.desk.centre.referrals.ids()[-1])
    settle(4)


def _heard(frame: QWidget) -> set[str]:
    """Every key to which something on show listens."""
    keys = {b.shortcut().toString() for b in shown(frame) if isinstance(b, Button)} - {""}
    return keys | {shortcut.key().toString() for shortcut in listening(frame)}


def _told_wrongly(frame: QWidget, heard: set[str]) -> list[str]:
    """Buttons that show a key which does nothing, or hear one that they do not show."""
    wrong = []
    for button in shown(frame):
        if isinstance(button, Button) and button.isEnabled():
            said = QKeySequence(sequence(button.key)).toString() if button.key else ""
            own = button.shortcut().toString()
            if (own and own != said) or (said and said not in heard) or (said and button.key not in button.text()):
                wrong.append(f"{button.text()!r} hears {own!r}")
    return wrong


def _by_letter_alone(heard: set[str]) -> list[str]:
    """On a Cyrillic keyboard letters lie elsewhere: each act that a letter reaches is reached otherwise too."""
    others = {"Ctrl+N": "F2", "Ctrl+F": "F3", "Ctrl+K": "F3", "Ctrl+S": "Ctrl+Return"}
    by_menu = {"Ctrl+P", "Ctrl+Shift+V"}
    letters = range(Qt.Key.Key_A.value, Qt.Key.Key_Z.value + 1)
    by_letter = {key for key in heard if QKeySequence(key)[0].key().value in letters}
    return [key for key in by_letter - by_menu if others.get(key) not in heard]


@pytest.mark.parametrize(("size", "locale"), [((1366, 768), "lt"), ((1024, 640), "sr_Cyrl")], ids=["large", "small"])
def test_no_key_is_twice_each_button_says_its_own_and_each_letter_has_another_way(
    desk_of: Desk, busy: Centre, size: tuple[int, int], locale: str
) -> None:
    """`test_every_screen` looks for keys that are there twice in the other languages."""
    frame = desk_of(busy, size)
    speak(locale)
    for kind in KINDS:
        _show(frame, kind)
        assert _by_letter_alone(_heard(frame)) == [], kind.NAME
        for sides in frame.top.findChildren(Sides):  # type: ignore[union-attr]
            sides.show_detail()
        settle(4)
        assert doubled_keys(frame) == [], kind.NAME
        assert _told_wrongly(frame, _heard(frame)) == [], kind.NAME
        frame.back()


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


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_either_enter_saves(desk_of: Desk, busy: Centre, key: Qt.Key) -> None:
    frame = desk_of(busy)
    frame.go("outcome", busy.referrals.ids()[-1])
    settle()
    QTest.keyClick(QApplication.focusWidget(), key, CTRL)
    let_go()
    assert frame.top.NAME == "today"  # type: ignore[union-attr]
