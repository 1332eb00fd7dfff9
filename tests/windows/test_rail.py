"""The rail in a window that gets low: its arrow has a place of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from desktop.windows.look import look
from desktop.windows.rail import Rail
from tests.windows.looking import settle


def test_the_arrow_of_a_rail_that_gets_low_does_not_lie_on_help(app: QApplication) -> None:
    rail = Rail()
    for number in range(10):
        rail.add(f"screen{number}", "Help", "question")
    rail.resize(rail.width(), 760)
    rail.show()
    settle()
    assert not rail.down.isVisible()
    rail.resize(rail.width(), 660)
    settle()
    assert rail.down.isVisible()
    assert not rail.down.geometry().intersects(rail.help.geometry())


def test_where_she_is_stays_in_sight_when_the_text_grows(app: QApplication) -> None:
    rail = Rail()
    for number in range(10):
        rail.add(f"screen{number}", "Help", "question")
    rail.resize(rail.width(), 760)
    rail.show()
    rail.choose("screen9")
    settle()
    look().apply("light", 160)
    settle()
    last = rail._entries["screen9"]
    assert last.visibleRegion().boundingRect() == last.rect()
    rail.up.click()
    settle()
    assert last.visibleRegion().isEmpty(), "whoever looks at the others is not brought back"
