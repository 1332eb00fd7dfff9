"""Options: applied at once, taken back in the toast; the name of the window; what holds for the whole centre."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.windows.buttons import Button
from desktop.windows.centre_options import OptionsPart
from desktop.windows.look import look
from desktop.windows.main import Main
from desktop.windows.translator import speak
from desktop.windows.window_name import call_window, title
from tests.windows.looking import settle, words
from tests.windows.test_centre_screen import on_top


@pytest.fixture
def shown(frame: Main, part: Callable[[str], Any]) -> Iterator[OptionsPart]:
    yield part("options")
    call_window(frame, "liepa")


def test_a_choice_holds_at_once_and_the_toast_takes_it_back(frame: Main, shown: OptionsPart) -> None:
    shown.lock.set_value("12")
    shown.lock.changed.emit()
    settle()
    assert frame.settings.lock_minutes == 12
    assert frame._toast.words() == "Applied."
    frame._toast._undo.click()
    settle()
    assert frame.settings.lock_minutes == 5
    assert shown.lock.value() == "5"


def test_whether_f12_minimises_the_window_is_chosen_here(frame: Main, shown: OptionsPart) -> None:
    assert shown.minimise.value() == "no"
    shown.minimise.set_value("yes")
    shown.minimise.changed.emit()
    settle()
    assert frame.settings.minimise
    frame._toast._undo.click()
    settle()
    assert (frame.settings.minimise, shown.minimise.value()) == (False, "no")


def test_another_look_is_taken_back_too(frame: Main, shown: OptionsPart) -> None:
    for scheme in ("dark", "contrast"):
        shown.look.set_value(scheme)
        shown.look.changed.emit()
        settle()
        assert (look().scheme, frame.settings.look) == (scheme, scheme)
    frame._toast._undo.click()
    assert look().scheme == "dark"


def test_the_window_is_called_as_chosen_in_every_language(frame: Main, shown: OptionsPart) -> None:
    shown.window_name.set_value("notes")
    shown.window_name.changed.emit()
    assert frame.windowTitle() == title() == QApplication.applicationDisplayName() == "Notes"
    speak("lt")
    settle()
    assert frame.windowTitle() == title() != "Notes"
    frame._toast._undo.click()
    assert frame.windowTitle() == "Liepa"


def test_what_holds_for_the_centre_is_told_and_leads_to_where_it_is_changed(
    frame: Main, shown: OptionsPart, centre: Centre
) -> None:
    centre.lists.close_day(centre.world.today() + timedelta(days=30), "", centre.worker)
    shown.refresh()
    settle()
    told = words(shown.rules)
    assert "Closed days to come: 1" in told
    assert "First contact within 1 working day" in told
    assert any(word.startswith("Order") for word in told), "the source of the deadline"
    change = [b for b in shown.rules.findChildren(Button) if b.accessibleName().startswith("Change\u2026: Lists")]
    change[0].click()
    settle()
    assert on_top(frame).part.NAME == "lists"
