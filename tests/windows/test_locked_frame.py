"""What becomes of a frame whose vault is locked, until it is destroyed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.centre import Centre
from desktop.windows.main import Main
from desktop.windows.translator import speak
from tests.conftest import Day, Fill
from tests.windows.conftest import fill
from tests.windows.looking import settle


@pytest.fixture
def day(later_day: Callable[[Fill], Day]) -> Day:
    return later_day(fill)


@pytest.mark.parametrize("name", ["today", "referrals", "people", "meetings", "protocol", "centre"])
def test_a_locked_frame_is_asked_for_no_words_in_another_language(
    centre: Centre, desk_of: Callable[..., Main], name: str
) -> None:
    frame = desk_of(centre)
    frame.go(name)
    settle()
    centre.vault.lock()
    speak("lt")
    settle()
    assert frame.top is not None
