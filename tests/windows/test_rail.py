"""The rail in a window that gets low: its arrow has a place of its own."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop.windows.look import look
from desktop.windows.rail import Rail
from tests.windows.looking import settle


@pytest.fixture
def rail(app: QApplication) -> Rail:
    """One with ten entries, all of them in sight."""
    made = Rail()
    made.fill([[(f"screen{number}", "Help", "question") for number in range(10)]])
    made.resize(made.width(), 760)
    made.show()
    return made


def test_the_arrow_of_a_rail_that_gets_low_does_not_lie_on_help(rail: Rail) -> None:
    settle()
    assert not rail.down.isVisible()
    rail.resize(rail.width(), 660)
    settle()
    assert rail.down.isVisible()
    assert not rail.down.geometry().intersects(rail.help.geometry())


def test_where_she_is_stays_in_sight_when_the_text_grows(rail: Rail) -> None:
    rail.choose("screen9")
    settle()
    look().apply("light", 160)
    settle()
    last = rail._entries["screen9"]
    assert last.visibleRegion().boundingRect() == last.rect()
    rail.up.click()
    settle()
    assert last.visibleRegion().isEmpty(), "whoever looks at the others is not brought back"
