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
from tests.builders import a_mention, a_referral, an_assistance
from tests.windows.calling import said_on
from tests.windows.looking import faults, let_go, press, settle, type_text
from tests.windows.measuring import closer_faults, english_left, tab_stops
from tests.windows.test_names import told_names

Desk = Callable[..., Main]
CTRL, SHIFT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier(0)
LEFT = ("help", "referrals", "person", "calls")
"""The screens from which F7 notes help."""
SMALL = (1024, 640)


@pytest.fixture
def daivas(busy: Centre) -> UUID:
    """The notice about her of whom it is known when she may be called."""
    rows = busy.referrals.rows(busy.referrals.ids())
    return next(row.id for row in rows if row.person_name == "Daiva Jonaitienė")


def many_notices(centre: Centre, notice: UUID) -> None:
    """More than a list can show at once, from whoever sent that notice."""
    sender = centre.referrals.sheet(notice).sender.id
    for number in range(40):
        mention = a_mention(name=f"Vardenė Pavardenė {number}", birth_year=1950 + number, phone="")
        centre.referrals.enter(a_referral(sender, mentions=(mention,)), centre.worker)


def on(frame: Any, name: str, notice: UUID) -> Any:
    """That screen, with her notice chosen where it has one."""
    person = frame.desk.centre.referrals.sheet(notice).person
    frame.go(name, person.id if name == "person" and person else notice if name == "referrals" else None)
    settle()
    if name == "calls":
        frame.top.view.selectRow(0)
        settle()
    return frame.top


def press_f7(frame: Any) -> Any:
    """What F7 opens."""
    press(Qt.Key.Key_F7)
    return frame.top


def opened(frame: Main, name: str, notice: UUID) -> tuple[Any, Any]:
    """That screen, and the panel that F7 lays beside it."""
    left = on(frame, name, notice)
    return left, press_f7(frame)


def is_beside(left: QWidget, panel: QWidget) -> bool:
    """Whether both are on show, one at the left of the other."""
    if not (left.isVisible() and panel.isVisible()):
        return False
    frame = panel.window()
    edge = left.mapTo(frame, QPoint(left.width(), 0)).x()
    return edge <= panel.mapTo(frame, QPoint(0, 0)).x() and panel.width() <= px(440)


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


def test_beside_a_panel_the_notice_is_seen_where_there_is_no_room_for_its_list_too(
    desk_of: Desk, busy: Centre, daivas: UUID
) -> None:
    frame: Any = desk_of(busy)
    left, _panel = opened(frame, "referrals", daivas)
    assert left.sides.is_single
    assert left.card.isVisible()
    assert not left.sides._back.isVisible()
    frame.back()
    settle()
    assert left.view.isVisible()
    assert left.card.isVisible()


def test_the_way_back_leads_to_the_list_when_the_window_became_small_meanwhile(
    desk_of: Desk, busy: Centre, daivas: UUID
) -> None:
    frame: Any = desk_of(busy)
    left, _panel = opened(frame, "referrals", daivas)
    frame.resize(*SMALL)
    settle()
    frame.back()
    settle()
    assert left.view.isVisible()
    assert not left.card.isVisible()
    left.sides.show_detail()
    assert left.sides._back.isVisible()


def test_the_list_is_as_it_was_left(desk_of: Desk, busy: Centre, daivas: UUID) -> None:
    many_notices(busy, daivas)
    frame: Any = desk_of(busy)
    frame.go("referrals")
    settle()
    left: Any = frame.top
    left.view.selectRow(30)
    settle()
    chosen, place = left.view.current_id(), left.view.verticalScrollBar().value()
    assert press_f7(frame).NAME == "assistance_entry"
    frame.back()
    settle()
    assert (left.view.current_id(), left.view.verticalScrollBar().value()) == (chosen, place)


def test_in_a_smaller_window_the_panel_is_a_page_and_what_is_typed_stays(
    desk_of: Desk, busy: Centre, daivas: UUID
) -> None:
    frame: Any = desk_of(busy)
    left, panel = opened(frame, "referrals", daivas)
    note: Any = panel.form.fields["note"].edit
    note.setFocus()
    type_text(note, "Grupė.")
    cursor = note.textCursor()
    cursor.setPosition(3)
    note.setTextCursor(cursor)
    for size, both in ((SMALL, False), ((1366, 768), True)):
        frame.resize(*size)
        settle()
        assert is_beside(left, panel) is both
        assert left.isVisible() is both
        assert note.hasFocus()
        assert (note.toPlainText(), note.textCursor().position()) == ("Grupė.", 3)
    note.undo()
    assert note.toPlainText() != "Grupė."


def test_larger_words_make_it_a_page_and_smaller_ones_a_panel_again(desk_of: Desk, busy: Centre, daivas: UUID) -> None:
    frame: Any = desk_of(busy)
    left, panel = opened(frame, "help", daivas)
    for percent, both in ((160, False), (130, True), (200, False), (100, True)):
        look().apply("light", percent)
        settle()
        assert is_beside(left, panel) is both, percent


@pytest.mark.parametrize("wide", [1000, 1040, 1060, 1100, 1200])
def test_there_is_a_panel_where_a_list_has_its_detail_at_its_side(
    desk_of: Desk, busy: Centre, daivas: UUID, wide: int
) -> None:
    frame: Any = desk_of(busy, (wide, 768))
    left = on(frame, "referrals", daivas)
    has_two = not left.sides.is_single
    frame.go("assistance_entry", daivas)
    settle()
    assert is_beside(left, frame.top) is has_two


def test_where_it_is_a_page_the_way_back_is_the_same_and_the_draft_is_kept(
    desk_of: Desk, busy: Centre, daivas: UUID
) -> None:
    frame: Any = desk_of(busy, SMALL)
    left, panel = opened(frame, "help", daivas)
    assert not left.isVisible()
    panel.form.fields["note"].edit.setPlainText("Grupė.")
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert frame.top is left
    assert left.isEnabled()
    assert press_f7(frame).form.fields["note"].value() == "Grupė."


def test_a_page_over_the_panel_leads_back_to_both(desk_of: Desk, busy: Centre, daivas: UUID) -> None:
    frame: Any = desk_of(busy)
    left, panel = opened(frame, "help", daivas)
    frame.go("handover")
    settle()
    assert not left.isVisible()
    assert not panel.isVisible()
    frame.back()
    settle()
    assert frame.top is panel
    assert is_beside(left, panel)


def test_a_panel_over_a_panel_stands_beside_the_same_screen(desk_of: Desk, busy: Centre, daivas: UUID) -> None:
    frame: Any = desk_of(busy)
    left, panel = opened(frame, "help", daivas)
    frame.go("assistance_amend", busy.assistance.ids(left.query())[0])
    settle()
    assert is_beside(left, frame.top)
    assert not panel.isVisible()


def test_a_panel_to_which_she_comes_back_from_afar_stands_beside_the_same_screen(
    desk_of: Desk, busy: Centre, daivas: UUID
) -> None:
    frame: Any = desk_of(busy)
    left, _panel = opened(frame, "person", daivas)
    who = left.sheet.person.id
    pages = ("handover", "agency", "worker", "person_new", "notice")
    for name in pages:
        frame.go(name)
    settle()
    for _name in pages:
        frame.back()
    settle()
    assert frame.top.NAME == "assistance_entry"
    beside = frame.way.beside()
    assert (beside.NAME, beside.sheet.person.id) == ("person", who)
    assert is_beside(beside, frame.top)
    frame.back()
    settle()
    assert frame.top is beside


def test_after_a_lock_both_are_on_show_again(desk_of: Desk, busy: Centre, daivas: UUID) -> None:
    frame: Any = desk_of(busy)
    _left, panel = opened(frame, "referrals", daivas)
    panel.form.fields["note"].edit.setPlainText("Grupė.")
    frame.keep()
    again = desk_of(busy)
    now: Any = again.top
    assert now.NAME == "assistance_entry"
    assert now.form.fields["note"].value() == "Grupė."
    beside = again.way.beside()
    assert beside is not None
    assert beside.NAME == "referrals"
    assert is_beside(beside, now)
    assert now.isAncestorOf(QApplication.focusWidget())


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
