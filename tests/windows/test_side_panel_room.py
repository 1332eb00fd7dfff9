"""Where there is no room for a panel beside its screen it is a page, and it comes back with the room; so does she."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.windows.look import look
from desktop.windows.main import Main
from tests.windows.looking import let_go, press, settle, type_text
from tests.windows.panels import is_beside, many_notices, on, opened, press_f7

Desk = Callable[..., Main]
SMALL = (1024, 640)


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


@pytest.mark.parametrize("onward", [(), ("handover", "agency", "worker", "person_new")], ids=["near", "far"])
@pytest.mark.parametrize("is_locked", [False, True])
def test_beside_a_panel_stands_whom_it_is_about_though_she_looked_at_somebody_else_meanwhile(
    desk_of: Desk, busy: Centre, daivas: UUID, onward: tuple[str, ...], is_locked: bool
) -> None:
    frame: Any = desk_of(busy)
    opened(frame, "referrals", daivas)
    other = next(one for one in busy.referrals.ids() if one != daivas)
    frame.go("referrals", other)
    for name in onward:
        frame.go(name)
    settle()
    if is_locked:
        frame.keep()
        frame = desk_of(busy)
    for _name in onward:
        frame.back()
    settle()
    assert frame.top.view.current_id() == other
    frame.back()
    settle()
    beside = frame.way.beside()
    assert is_beside(beside, frame.top)
    assert (beside.view.current_id(), beside.card.about) == (daivas, daivas)
    assert frame.top.sheet.referral.id == daivas


def test_after_a_lock_on_a_page_over_the_panel_both_are_there_to_go_back_to(
    desk_of: Desk, busy: Centre, daivas: UUID
) -> None:
    frame: Any = desk_of(busy)
    opened(frame, "referrals", daivas)
    frame.go("handover")
    frame.keep()
    again: Any = desk_of(busy)
    again.back()
    settle()
    assert is_beside(again.way.beside(), again.top)
    press(Qt.Key.Key_Escape)
    let_go()
    assert again.top.NAME == "referrals"


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
