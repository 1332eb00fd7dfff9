"""Words for which a closed choice has no room end in an ellipsis, and the pointer over it is told all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget

from desktop.centre import Centre
from desktop.windows.choice import ChoiceField
from desktop.windows.elided import ElidedLine
from desktop.windows.look import look
from desktop.windows.main import Main
from tests.builders import an_agency
from tests.windows.looking import settle

WORDS = "Vilniaus apskrities vyriausiojo policijos komisariato Priekulės nuovada"


def painted(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def a_choice(words: str, width: int, *, searched: bool) -> ChoiceField:
    """A field with this one entry chosen, and the caret elsewhere."""
    field = ChoiceField("unit", "Unit", lambda: [("x", words)], searched=searched)
    field.set_value("x")
    field.resize(width, 70)
    field.show()
    settle()
    field.combo.clearFocus()
    if line := field.combo.lineEdit():
        line.clearFocus()
    settle()
    return field


def told(widget: QWidget) -> str:
    """What the pointer over it is told."""
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
    return widget.toolTip()


@pytest.mark.parametrize("searched", [False, True])
def test_long_words_end_in_an_ellipsis_and_are_told_whole(app: QApplication, searched: bool) -> None:
    field = a_choice(WORDS, 240, searched=searched)
    shown: Any = field.combo.lineEdit() or field.combo
    assert told(shown) == WORDS
    seen = a_choice(shown.elided(), 240, searched=searched)
    assert seen.words().endswith("…")
    assert painted(field.combo) == painted(seen.combo)
    assert field.words() == WORDS, "the answer is whole"
    wide = a_choice(WORDS, 900, searched=searched)
    assert told(wide.combo.lineEdit() or wide.combo) == ""


@pytest.mark.parametrize("percent", [100, 130, 160, 200])
def test_a_choice_at_its_least_width_shows_its_longest_words_whole(app: QApplication, percent: int) -> None:
    look().apply("light", percent)
    for words in ("Neužbaigta", "WWW", "iii li", "Трећи тромесечје", "10 minučių"):
        for searched in (False, True):
            field = a_choice(words, 20, searched=searched)
            field.combo.setFixedWidth(field.combo.minimumWidth())
            settle()
            shown: Any = field.combo.lineEdit() or field.combo
            assert shown.elided() == words


def test_where_the_caret_is_the_words_around_it_are_shown(app: QApplication) -> None:
    field = a_choice(WORDS, 240, searched=True)
    line: Any = field.combo.lineEdit()
    away = painted(line)
    field.activateWindow()
    line.setFocus()
    line.setCursorPosition(len(WORDS))
    settle()
    assert isinstance(line, ElidedLine)
    assert painted(line) != away


def test_a_long_unit_is_read_in_the_form_of_a_notice(busy: Centre, desk_of: Callable[..., Main]) -> None:
    sender = busy.directory.agencies()[0]
    unit = busy.directory.enter(an_agency(name=WORDS, short_name="", parent_id=sender.id), busy.worker)
    frame: Any = desk_of(busy)
    look().apply("light", 160)
    frame.go("notice")
    frame.top.form.put({"sender_id": sender.id.hex})
    frame.top.form.from_whom.changed.emit()
    frame.top.form.unit.set_value(unit.id.hex)
    settle()
    line = frame.top.form.unit.combo.lineEdit()
    assert line.elided() != line.text()
    assert told(line) == unit.known_as
