"""Help is noted in a panel beside the screen from which it was opened, which is there to be read and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.centre import Centre
from desktop.windows.look import look, px
from desktop.windows.main import Main
from desktop.windows.masked import Masked
from desktop.windows.translator import speak
from tests.builders import an_assistance
from tests.windows.calling import said_on
from tests.windows.looking import faults, let_go, press, settle
from tests.windows.measuring import closer_faults, english_left, tab_stops
from tests.windows.panels import LEFT, is_beside, many_notices, on, opened, press_f7
from tests.windows.test_names import told_names

Desk = Callable[..., Main]
CTRL, SHIFT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier(0)


@pytest.mark.parametrize("name", LEFT)
def test_f7_lays_a_panel_beside_the_screen_which_takes_the_caret(
    desk_of: Desk, busy: Centre, daivas: UUID, name: str
) -> None:
    frame: Any = desk_of(busy)
    left, panel = opened(frame, name, daivas)
    assert panel.NAME == "assistance_entry"
    assert is_beside(left, panel)
    assert panel.isAncestorOf(QApplication.focusWidget())
    assert panel.accessibleName() == "Assistance"
    press(Qt.Key.Key_Escape)
    let_go()
    assert frame.top is left
    assert left.isEnabled()
    assert left.width() > px(1000), "the whole width is its own again"
    assert left.isAncestorOf(QApplication.focusWidget())


def test_help_is_changed_in_a_panel_too(desk_of: Desk, busy: Centre, daivas: UUID) -> None:
    frame: Any = desk_of(busy)
    help_given = on(frame, "help", daivas)
    QTest.keyClick(help_given.view, Qt.Key.Key_Return)
    settle()
    assert frame.top.NAME == "assistance_amend"
    assert is_beside(help_given, frame.top)


def test_a_page_is_no_panel(desk_of: Desk, busy: Centre, daivas: UUID) -> None:
    frame: Any = desk_of(busy)
    left = on(frame, "referrals", daivas)
    frame.go("attempt", daivas)
    settle()
    assert not left.isVisible()


def test_after_saving_the_panel_is_gone_and_the_new_help_is_the_chosen_row(
    desk_of: Desk, busy: Centre, daivas: UUID
) -> None:
    frame: Any = desk_of(busy)
    left, panel = opened(frame, "help", daivas)
    before = set(busy.assistance.ids(left.query()))
    panel.show_record(daivas)
    panel.form.put({"kind": "legal", "minutes": 30})
    press(Qt.Key.Key_Return, CTRL)
    let_go()
    assert frame.top is left
    (new,) = set(busy.assistance.ids(left.query())) - before
    assert left.view.current_id() == new
    assert frame._toast.isVisible()


def test_the_time_line_has_the_help_once_it_is_saved(desk_of: Desk, busy: Centre, daivas: UUID) -> None:
    frame: Any = desk_of(busy)
    left, panel = opened(frame, "referrals", daivas)
    panel.form.put({"kind": "legal", "minutes": 30})
    assert not any("Legal" in words for words in said_on(left.card).splitlines())
    assert panel.save()
    settle()
    assert "Legal" in said_on(left.card)


def test_one_after_another_comes_into_the_list_at_its_left(desk_of: Desk, busy: Centre, daivas: UUID) -> None:
    frame: Any = desk_of(busy)
    left, panel = opened(frame, "help", daivas)
    before = left.model.rowCount()
    panel.show_record(daivas)
    panel.form.put({"kind": "legal", "minutes": 30})
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    let_go()
    assert frame.top is panel
    assert left.model.rowCount() == before + 1
    assert panel.isAncestorOf(QApplication.focusWidget())


def test_the_keys_are_the_panels_alone(desk_of: Desk, busy: Centre, daivas: UUID) -> None:
    busy.assistance.give(an_assistance(referral_id=daivas, persons=()), busy.worker)
    frame: Any = desk_of(busy)
    left, panel = opened(frame, "referrals", daivas)
    press(Qt.Key.Key_F6)
    let_go()
    assert frame.top is panel
    assert panel.kind.value(), "the last help was repeated, nobody was called"
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F4, Qt.Key.Key_F10):
        press(key)
        assert (frame.top, QApplication.activePopupWidget()) == (panel, None)
    assert [stop for stop in tab_stops(frame) if left.isAncestorOf(stop)] == []


def test_a_click_at_the_left_does_nothing(desk_of: Desk, busy: Centre, daivas: UUID) -> None:
    frame: Any = desk_of(busy)
    left, panel = opened(frame, "help", daivas)
    busy.assistance.give(an_assistance(referral_id=daivas, persons=(), kind="legal"), busy.worker)
    left.refresh()
    settle()
    chosen, caret = left.view.current_id(), QApplication.focusWidget()
    other = next(row for row in range(left.model.rowCount()) if left.model.id_at(row) != chosen)
    place = left.view.visualRect(left.model.index(other, 0)).center()
    QTest.mouseClick(frame.windowHandle(), Qt.MouseButton.LeftButton, NONE, left.view.viewport().mapTo(frame, place))
    settle()
    assert (frame.top, left.view.current_id(), QApplication.focusWidget()) == (panel, chosen, caret)


def test_what_is_at_the_left_is_scrolled_by_the_wheel(desk_of: Desk, busy: Centre, daivas: UUID) -> None:
    many_notices(busy, daivas)
    frame: Any = desk_of(busy)
    left = on(frame, "people", daivas)
    frame.go("assistance_entry")
    settle()
    view, bar = left.view.viewport(), left.view.verticalScrollBar()
    before = bar.value()
    QTest.wheelEvent(frame.windowHandle(), QPointF(view.mapTo(frame, view.rect().center())), QPoint(0, -240))
    settle()
    assert bar.value() > before


@pytest.mark.parametrize("name", ["referrals", "person"])
def test_a_number_that_is_shown_is_hidden_when_the_panel_opens(
    desk_of: Desk, busy: Centre, daivas: UUID, name: str
) -> None:
    frame: Any = desk_of(busy)
    left = on(frame, name, daivas)
    number = next(one for one in left.findChildren(Masked) if one.isVisible())
    number.show_value()
    whole = number._words.text()
    assert "\u2022" not in whole
    panel = press_f7(frame)
    assert is_beside(left, panel)
    assert number._words.text() != whole
    assert whole not in said_on(frame)


@pytest.mark.parametrize("name", [*LEFT, "today"])
def test_the_left_tells_codes_too_once_names_are_hidden(desk_of: Desk, busy: Centre, daivas: UUID, name: str) -> None:
    frame: Any = desk_of(busy)
    left = on(frame, name, daivas)
    frame.go("assistance_entry", daivas)
    assert told_names(left)
    assert told_names(frame.top)
    press(Qt.Key.Key_F8)
    assert told_names(frame) == []
    frame.turn_names()


def test_the_chosen_call_stays_while_help_is_noted(desk_of: Desk, busy: Centre, daivas: UUID) -> None:
    frame: Any = desk_of(busy)
    left, panel = opened(frame, "calls", daivas)
    asked: list[int] = []
    chosen = left.view.current_id()
    left.model.loaded.connect(asked.append)
    left.look_again()
    settle()
    assert (left.view.current_id(), asked, frame.top) == (chosen, [], panel)
    frame.back()
    asked.clear()
    left.look_again()
    assert asked


@pytest.mark.parametrize("name", [*LEFT, "today"])
@pytest.mark.parametrize(
    ("locale", "percent", "size"), [("sr_Cyrl", 130, (1366, 768)), ("lt", 100, (1120, 700))], ids=["sr", "lt"]
)
def test_both_may_be_shown(
    desk_of: Desk, busy: Centre, daivas: UUID, name: str, locale: str, percent: int, size: tuple[int, int]
) -> None:
    speak(locale)
    look().apply("dark", percent)
    frame: Any = desk_of(busy, size)
    left = on(frame, name, daivas)
    frame.go("assistance_entry", daivas)
    settle()
    assert is_beside(left, frame.top)
    filled = [button for button in said_filled(frame) if button.isVisible()]
    assert len(filled) == 1
    assert [*faults(frame), *closer_faults(frame), *english_left(frame, locale)] == []


def said_filled(frame: Main) -> list[Any]:
    """The filled buttons, as they are painted."""
    return [one for one in frame.findChildren(QWidget) if one.property("kind") == "primary"]
