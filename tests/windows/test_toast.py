"""The toast lies at the lower left and never over what is to be pressed next."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton

from desktop.centre import Centre
from desktop.windows.look import look
from desktop.windows.main import Main
from desktop.windows.translator import speak
from tests.windows.looking import settle, shown, until
from tests.windows.reconciling import october

Desk = Callable[..., Main]


def covered(frame: Main) -> list[str]:
    """The buttons that can be pressed and lie under the toast."""
    toast = frame._toast
    at = QRect(toast.mapTo(frame, QPoint(0, 0)), toast.size())
    found = []
    for button in shown(frame._stack):
        if isinstance(button, QAbstractButton) and button.isEnabled() and not toast.isAncestorOf(button):
            seen = button.visibleRegion().boundingRect()
            if at.intersects(seen.translated(button.mapTo(frame, QPoint(0, 0)))):
                found.append(button.accessibleName() or button.text())
    return found


@pytest.mark.parametrize(
    ("locale", "percent", "size"), [("lt", 100, (1366, 768)), ("sr_Cyrl", 160, (1366, 768)), ("lt", 100, (1024, 640))]
)
def test_the_answers_of_the_review_can_be_pressed_while_a_list_is_said_to_be_brought(
    desk_of: Desk, centre: Centre, locale: str, percent: int, size: tuple[int, int]
) -> None:
    about = october(centre)
    frame = desk_of(centre, size)
    speak(locale)
    look().apply("light", percent)
    frame.desk.saved("List brought.", lambda: None)
    frame.go("reconcile_review", about)
    settle()
    assert frame._toast.isVisible()
    until(lambda: covered(frame) == [])
    frame.desk.saved("List brought.", lambda: None)
    settle()
    assert covered(frame) == []


@pytest.mark.parametrize("name", ["today", "referrals", "calls", "people", "meetings", "notice", "handover", "centre"])
def test_no_screen_has_its_buttons_covered(desk_of: Desk, busy: Centre, name: str) -> None:
    frame = desk_of(busy, (1024, 640))
    frame.go(name)
    settle()
    frame.desk.saved("Saved.", lambda: None)
    settle()
    assert frame._toast.isVisible()
    assert covered(frame) == []


def test_where_nothing_is_to_be_pressed_it_lies_at_the_lower_left(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    frame.go("referrals")
    settle()
    frame.desk.saved("Saved.")
    settle()
    below = frame._stack.height() - frame._toast.geometry().bottom()
    assert below < frame._toast.height()


def test_what_is_on_show_while_the_language_is_changed_is_read_whole(desk_of: Desk, centre: Centre) -> None:
    frame = desk_of(centre)
    frame.desk.saved("Today does not remind of it on this computer any more. It can be changed under Options.", int)
    toast = frame._toast
    for locale in ("lt", "sr_Cyrl", "en", "lt"):
        speak(locale)
        settle()
        for part in (toast._words, toast._undo):
            assert toast.rect().contains(part.geometry()), locale
            assert part.width() >= part.sizeHint().width(), locale
