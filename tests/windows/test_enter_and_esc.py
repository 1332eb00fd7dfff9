"""Enter presses whichever button has the caret; Esc closes the innermost thing alone; the language is one key away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QMenu, QRadioButton, QToolButton

from desktop.centre import Centre
from desktop.language import chosen
from desktop.records.contact_draft import OutcomeDraft
from desktop.windows.chips import Chip
from desktop.windows.main import Main
from desktop.windows.meeting_month import DayCell
from desktop.windows.person_rows import LinkRow
from desktop.windows.screens import RAIL
from desktop.windows.timeline import EventRow
from tests.windows.looking import settle, shown, told

ROWS = (DayCell, EventRow, LinkRow)
"""They open what they tell of by themselves."""
CHOICES = (Chip, QCheckBox, QRadioButton)
"""Chosen by Space: Enter goes through a form, and must not tick on its way."""


@pytest.mark.parametrize("name", [kind.NAME for group in RAIL for kind in group])
def test_enter_presses_every_button_of_every_screen(
    desk_of: Callable[..., Main], busy: Centre, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = desk_of(busy)
    frame.go(name)
    settle()
    buttons = [
        b for b in shown(frame) if isinstance(b, QAbstractButton) and not isinstance(b, (*CHOICES, *ROWS, QToolButton))
    ]
    assert len(buttons) > 5
    deaf = []
    for button in buttons:
        if button.focusPolicy() == Qt.FocusPolicy.NoFocus or not button.isEnabled():
            continue
        pressed: list[bool] = []
        monkeypatch.setattr(button, "click", partial(pressed.append, True))
        QTest.keyClick(button, Qt.Key.Key_Return)
        deaf += [] if pressed else [told(button)]
    assert deaf == []


def test_enter_does_not_tick_a_choice_on_its_way_through_a_form(desk_of: Callable[..., Main], busy: Centre) -> None:
    frame = desk_of(busy)
    frame.go("notice")
    settle()
    chip = next(w for w in shown(frame) if isinstance(w, Chip))
    chip.setFocus()
    before = chip.isChecked()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert chip.isChecked() == before


def test_esc_answers_the_question_and_leaves_the_page_behind_it(desk_of: Callable[..., Main], busy: Centre) -> None:
    frame = desk_of(busy)
    frame.go("centre", "people")
    frame.go("agency")
    page: Any = frame.top
    asked: list[bool] = []
    page.question.ask("Close it?", "", "Close", lambda: asked.append(True))
    settle()
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Escape)
    settle()
    assert (frame.top, page.question.isVisible(), asked) == (page, False, [])
    QTest.keyClick(page.first(), Qt.Key.Key_Escape)
    settle()
    assert frame.top is not page


def test_the_language_is_one_key_away_and_taken_back_in_the_toast(desk_of: Callable[..., Main], busy: Centre) -> None:
    frame = desk_of(busy)
    kept: dict[str, Any] = {}
    frame.settled.connect(kept.update)
    assert frame.bar.language.isVisible()
    QTest.keyClick(frame, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["English"]
    next(action for action in menu.actions() if action.text() == "Lietuvių").trigger()
    menu.close()
    settle()
    assert (kept, chosen().locale) == ({"language": "lt"}, "lt")
    assert frame.bar.language.text() == "LT"
    frame._toast._undo.click()
    assert (kept, chosen().locale) == ({"language": "en"}, "en")


def test_what_nothing_has_closed_is_one_press_away_and_counted(desk_of: Callable[..., Main], busy: Centre) -> None:
    newest = busy.referrals.ids()[0]
    busy.referrals.decide(newest, OutcomeDraft("not_reached"), busy.worker)
    frame = desk_of(busy)
    frame.go("referrals")
    settle()
    screen: Any = frame.top
    chip = screen.filters.chips["in_progress"]
    assert chip.text().endswith("1")
    chip.click()
    settle()
    assert [screen.model.id_at(row) for row in range(screen.model.rowCount())] == [busy.referrals.ids()[1]]
