"""A page that saves off the window's thread, and is left before the answer comes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.settings import Settings
from desktop.windows.main import Main
from desktop.windows.screens import PAGES, RAIL
from desktop.windows.worker import Background
from tests.windows.looking import settle, until
from tests.windows.thrown_away import destroy_thrown_away


@pytest.fixture
def slow(app: QApplication) -> Iterator[Background]:
    """The worker as at a centre."""
    bugs: list[Exception] = []
    made = Background(bugs.append)
    yield made
    made.close()
    assert bugs == []


@pytest.fixture
def frame(centre: Centre, slow: Background) -> Iterator[Main]:
    made = Main(centre, slow, Settings(look="light"), RAIL, PAGES)
    made.show()
    made.put_back()
    yield made
    made.close()
    made.deleteLater()
    destroy_thrown_away()


def test_a_page_that_was_left_while_it_saved_calls_nobody_back_and_saves_nothing_twice(
    frame: Main, slow: Background, centre: Centre
) -> None:
    go = threading.Event()
    frame.go("problem")
    page: Any = frame.top
    page.form.put(dict.fromkeys(("fact", "effect", "wish"), "Dvi dienos"))
    slow.run(go.wait)
    page.save()
    frame.go("today")
    go.set()
    until(lambda: not slow.is_busy())
    settle()
    assert frame.top is not None
    assert frame.top.NAME == "today"
    frame.back()
    until(lambda: not slow.is_busy())
    assert frame.top is page
    assert not page.save_button.isEnabled()
    assert len(centre.raised_problems.all()) == 1
