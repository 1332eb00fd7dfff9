"""The smallest window with the largest words: nothing scrolls sideways, and what saves stays in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from desktop.centre import Centre
from desktop.windows.apart import Apart
from desktop.windows.buttons import Button
from desktop.windows.centre_screen import PARTS
from desktop.windows.door import Door
from desktop.windows.labels import Label, text
from desktop.windows.look import look, tokens
from desktop.windows.main import Main
from desktop.windows.protocol_tabs import TABS
from desktop.windows.screens import RAIL
from desktop.windows.translator import speak
from tests.windows.looking import settle, shown, type_text, until
from tests.windows.protocol_day import protocol_too

SMALLEST = (800, 600)
ALONE = ("sheets", "rehearsal", "notice", "handover", "agency", "worker", "passphrase", "restore", "person_new")
"""Pages that need no record."""
SHOWN = (
    *((kind.NAME, None) for group in RAIL for kind in group),
    *(("centre", part.NAME) for part in PARTS), *((name, None) for name in ALONE),
)  # fmt: skip


def _place(frame: Main) -> Any:
    """The page that scrolls, and where."""
    assert frame.top is not None
    return frame.way.area(frame.top).findChild(QScrollArea)


@pytest.mark.parametrize("locale", ["lt", "sr_Cyrl"])
def test_no_page_scrolls_sideways_in_the_smallest_window(
    desk_of: Callable[..., Main], busy: Centre, locale: str
) -> None:
    frame = desk_of(busy, SMALLEST)
    speak(locale)
    look().apply("light", 200)
    wide = []
    for name, about in SHOWN:
        frame.go(name, about)
        settle()
        if _place(frame).horizontalScrollBar().maximum():
            wide.append((name, about))
    assert wide == []


@pytest.mark.parametrize("name", ["sheets", "rehearsal", "notice", "agency", "handover"])
def test_the_filled_button_stays_in_sight(desk_of: Callable[..., Main], busy: Centre, name: str) -> None:
    frame = desk_of(busy, SMALLEST)
    speak("lt")
    look().apply("light", 200)
    frame.go(name)
    settle()
    (filled,) = [b for b in shown(frame) if isinstance(b, QPushButton) and b.property("kind") == "primary"]
    assert filled.visibleRegion().boundingRect().size() == filled.size(), "a part of it cannot be seen"


def test_the_rail_leaves_its_words_to_the_page_before_the_window_is_at_its_smallest(
    desk_of: Callable[..., Main], busy: Centre
) -> None:
    frame = desk_of(busy, (900, 640))
    with_words = frame.rail.width()
    frame.resize(899, 640)
    settle()
    assert frame.rail.width() < with_words
    assert frame.bar.language.isVisible(), "the bar above leaves out less"


def test_words_and_acts_lie_side_by_side_where_there_is_room_and_else_one_over_the_other(app: object) -> None:
    words, act = text("Laba diena, Dalia", "title", wrap=True), Button("Call list")
    both = Apart(words, (act,))
    both.resize(900, both.heightForWidth(900))
    both.show()
    settle()
    assert _top(act, both) < words.geometry().bottom()
    narrow = act.sizeHint().width() + 40
    both.resize(narrow, both.heightForWidth(narrow))
    settle()
    assert _top(act, both) > words.geometry().bottom()
    assert act.mapTo(both, act.rect().bottomRight()).y() < both.height()
    both.close()


def _top(widget: QWidget, over: QWidget) -> int:
    return widget.mapTo(over, widget.rect().topLeft()).y()


@pytest.mark.parametrize("locale", ["lt", "sr_Cyrl"])
def test_the_list_of_a_tab_scrolls_and_the_protocols_page_around_it_does_not(
    desk_of: Callable[..., Main], busy: Centre, locale: str
) -> None:
    protocol_too(busy)
    frame = desk_of(busy, (1366, 768))
    speak(locale)
    look().apply("light", 160)
    twice = []
    for kind in TABS:
        frame.go("protocol", (kind.NAME, None))
        settle()
        if _place(frame).verticalScrollBar().maximum():
            twice.append(kind.NAME)
    assert twice == []


def test_what_is_known_stays_readable_when_another_look_moves_it_under_the_form(
    make_door: Callable[..., Door], busy: Centre
) -> None:
    door = make_door()
    door.show_centre(busy)
    door.frame.go("person_new")
    settle()
    look().apply("dark", 160)
    settle()
    inks = {QColor(tokens().text).name(), QColor(tokens().muted).name(), QColor(tokens().accent).name()}
    labels = [child for child in shown(door.frame.top) if isinstance(child, Label) and child.text()]
    assert [one.text() for one in labels if one.palette().windowText().color().name() not in inks] == []


@pytest.mark.parametrize(("locale", "percent"), [("sr_Cyrl", 160), ("lt", 200)])
def test_the_name_of_a_further_person_is_seen_whole_also_when_the_foot_says_that_a_draft_is_kept(
    desk_of: Callable[..., Main], busy: Centre, locale: str, percent: int
) -> None:
    frame = desk_of(busy)
    page: Any = _page_in(frame, locale, percent)
    page.others.add()
    name = page.others._rows[-1].form.fields["name"]
    until(lambda: _is_whole(name))
    type_text(name.edit, "Jonas")
    page.keep_now()
    settle()
    assert page._kept_at.isVisible(), "the foot is higher now"
    assert _is_whole(name)


def test_what_was_scrolled_away_stays_away_when_the_foot_grows(desk_of: Callable[..., Main], busy: Centre) -> None:
    frame = desk_of(busy)
    page: Any = _page_in(frame, "sr_Cyrl", 160)
    bar = next(a for a in _above(page.form) if a.verticalScrollBar().maximum()).verticalScrollBar()
    page.form.fields["reference"].edit.setFocus()
    type_text(page.form.fields["reference"].edit, "R-7")
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    page.keep_now()
    settle()
    assert page._kept_at.isVisible()
    assert bar.value() == before


def _page_in(frame: Main, locale: str, percent: int) -> Any:
    """An empty notice."""
    speak(locale)
    look().apply("light", percent)
    frame.go("notice")
    settle()
    return frame.top


def _above(widget: QWidget) -> Iterator[QScrollArea]:
    """Everything in which it scrolls."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            yield above
        above = above.parentWidget()


def _is_whole(field: QWidget) -> bool:
    """Whether all of it can be seen."""
    tops = [(field.mapTo(area.viewport(), QPoint(0, 0)).y(), area.viewport().height()) for area in _above(field)]
    return all(top >= 0 and top + field.height() <= high for top, high in tops)
