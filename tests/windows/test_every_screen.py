"""Every screen of the daily work in four languages and three sizes of text: named, whole, apart, in one language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.centre import Centre
from desktop.windows.look import look
from desktop.windows.main import Main
from desktop.windows.translator import speak
from tests.windows.looking import faults, foreign_words, settle

SCREENS = ("referrals", "help", "summaries", "notice", "check", "bring_in")
ABOUT_A_NOTICE = ("notice", "attempt", "assistance_entry", "outcome", "duplicate", "safe", "consent", "plan", "measure")
LOOKS = (
    ("sr_Cyrl", 100, (1024, 640), "light"), ("lt", 160, (1366, 768), "dark"), ("sr_Cyrl", 200, (1366, 768), "dark"),
    ("sr_Latn", 160, (1024, 640), "dark"), ("en", 200, (1024, 640), "light"),
)  # fmt: skip
"""Language, text size, window and scheme, in an order in which the scheme changes twice."""
Desk = Callable[..., Main]


def try_every_look(frame: Main) -> None:
    for locale, percent, size, scheme in LOOKS:
        speak(locale)
        look().apply(scheme, percent)
        frame.resize(*size)
        settle()
        assert frame.top is not None
        assert faults(frame.top) == [], (locale, percent, size)
        if locale != "en":
            assert foreign_words(frame.top, locale) == [], "no former language is left after a switch"


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_of_a_busy_centre_may_be_shown(desk_of: Desk, busy: Centre, name: str) -> None:
    frame = desk_of(busy)
    frame.go(name)
    try_every_look(frame)


@pytest.mark.parametrize("name", SCREENS[:4])
def test_a_screen_of_an_empty_centre_may_be_shown(desk_of: Desk, centre: Centre, name: str) -> None:
    frame = desk_of(centre)
    frame.go(name)
    try_every_look(frame)


@pytest.mark.parametrize("name", ABOUT_A_NOTICE)
def test_a_page_about_a_notice_may_be_shown(desk_of: Desk, busy: Centre, name: str) -> None:
    frame = desk_of(busy)
    frame.go(name, busy.referrals.ids()[-1])
    try_every_look(frame)
