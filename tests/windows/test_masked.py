"""A number or address is shown only when the rule allows it, for as long as that, and is not left on the clipboard."""

from __future__ import annotations

from datetime import datetime
from datetime import time as clock
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.records.person import MayCall, Person
from desktop.windows.masked import Masked
from desktop.windows.safe_strip import SafeStrip
from desktop.world import World
from tests.conftest import Still

NUMBER = "+37061234567"
READ = "+370 612 34567"
"""The number as a person reads it."""


def test_a_copied_number_is_cleared_with_the_page_that_copied_it(app: QApplication) -> None:
    page = QWidget()
    number = Masked()
    number.setParent(page)
    number.put(NUMBER)
    number.show_value()
    number._copy_value()
    assert app.clipboard().text() == NUMBER
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert app.clipboard().text() == ""


def test_what_somebody_else_copied_since_stays(app: QApplication) -> None:
    number = Masked()
    number.put(NUMBER)
    number.show_value()
    number._copy_value()
    app.clipboard().setText("something else")
    number.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert app.clipboard().text() == "something else"


def _agreed(now: datetime) -> Person:
    return Person(
        id=UUID(int=7), code="A-1", name="Vardenė", phone=NUMBER, safe_allowed="yes", safe_channel="telephone",
        safe_number="", safe_days=("mo", "tu", "we", "th", "fr"), safe_from=clock(9), safe_to=clock(12),
        safe_voicemail=False, safe_who="", safe_say="", safe_confirmed_on=now.date(),
    )  # fmt: skip


def test_the_rule_is_asked_again_while_the_page_stays_open(app: QApplication, still: Still, world: World) -> None:
    asked: list[UUID] = []
    strip = SafeStrip(asked=asked.append, change=lambda: None, here=world.here)
    assert strip.put(_agreed(world.here()), world.here(), 30) is MayCall.YES
    strip._number.show_value()
    assert strip._number._words.text() == READ
    assert asked == [UUID(int=7)]
    still.wait(hours=3)
    strip.look_again()
    assert strip._head.text().startswith("Not now.")
    assert strip._number._words.text() == ""


def test_a_number_is_not_shown_by_a_strip_that_is_out_of_date(app: QApplication, still: Still, world: World) -> None:
    asked: list[UUID] = []
    strip = SafeStrip(asked=asked.append, change=lambda: None, here=world.here)
    strip.put(_agreed(world.here()), world.here(), 30)
    still.wait(hours=3)
    strip._number.show_value()
    assert asked == []
    assert strip._number._words.text() == ""
