"""The list of meetings and the month beside it: states, shared days, keys, the first one, the place after a lock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.windows.main import Main
from tests.windows.looking import faults, settle, turned, words
from tests.windows.measuring import closer_faults, english_left


def planned(centre: Centre, day: date, hour: int = 10, kind: int = 0, place: str = "Savivaldybė, 214 kab.") -> UUID:
    """A meeting on that day."""
    proposed = centre.diary.proposed(centre.diary.kinds()[kind].id)
    draft = replace(proposed, on_day=day, begins=time(hour), place=place, cut_off=None)
    return centre.diary.plan(draft, centre.worker).id


@pytest.fixture
def diary(centre: Centre) -> Centre:
    """Three meetings, two of them on one day."""
    today = centre.world.today()
    for days, hour, kind in ((3, 10, 0), (3, 14, 1), (-20, 9, 0)):
        last = planned(centre, today + timedelta(days=days), hour, kind)
    centre.minuting.end(last, centre.worker)
    return centre


@pytest.fixture
def screen(desk_of: Callable[..., Main], diary: Centre) -> Any:
    """The screen."""
    frame = desk_of(diary)
    frame.go("meetings")
    settle()
    return frame.top


def rows(screen: Any) -> list[dict[str, str]]:
    settle()
    return [
        {key: cell.read() for key, cell in screen.model.cells(row).items()} for row in range(screen.model.rowCount())
    ]


def test_two_meetings_on_one_day_are_marked_by_a_word(screen: Any) -> None:
    marked = ["another one on this day" in row["day"] for row in rows(screen)]
    assert marked == [True, True, False]


def test_the_list_begins_on_the_meeting_that_is_next_and_says_how_many_are_to_come(screen: Any, diary: Centre) -> None:
    coming = diary.diary.coming()
    assert coming is not None
    assert screen.view.current_id() == coming.id
    assert screen.list.foot.text() == "Meetings: 3 · still to be held: 2"
    assert screen.month.now == coming.on_day


def test_arrows_in_the_month_go_from_day_to_day_and_enter_opens(screen: Any, diary: Centre) -> None:
    today = diary.world.today()
    gone: list[tuple[Any, ...]] = []
    object.__setattr__(screen.desk, "go", lambda *told: gone.append(told))
    screen.month.go_to(today + timedelta(days=2))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert gone == [], "of two meetings the list shows the first"
    assert screen.view.hasFocus()
    screen.month.go_to(today + timedelta(days=4))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert gone == [("meeting_new", today + timedelta(days=4))]
    screen.month.go_to(today - timedelta(days=20))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert gone[1][0] == "meeting"


def test_pages_turn_the_month_and_a_chosen_row_shows_its_own(screen: Any, diary: Centre) -> None:
    today = diary.world.today()
    screen.month.go_to(today)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    settle()
    assert (screen.month.now.year, screen.month.now.month) != (today.year, today.month)
    screen.view.selectRow(2)
    settle()
    assert screen.month.now == today - timedelta(days=20)


def test_a_meeting_called_off_stays_in_the_list_and_leaves_the_month(screen: Any, diary: Centre) -> None:
    coming = diary.diary.coming()
    assert coming is not None
    diary.diary.call_off(coming.id, "Salė užimta", diary.worker)
    screen.refresh()
    settle()
    assert "Called off" in [row["state"] for row in rows(screen)]
    assert len(screen.month.cells[coming.on_day].told) == 1
    assert not any("another one" in row["day"] for row in rows(screen))


def test_a_vault_without_kinds_is_brought_the_usual_ones(desk_of: Callable[..., Main], centre: Centre) -> None:
    for kind in centre.diary.kinds():
        centre.diary.retire(kind.id, centre.worker)
    frame = desk_of(centre)
    frame.go("meetings")
    settle()
    screen: Any = frame.top
    assert "Bring the usual kinds" in words(screen)
    assert any(said.startswith("Meetings stand here.") for said in words(screen))


def test_after_a_lock_row_order_and_day_are_back(desk_of: Callable[..., Main], screen: Any, diary: Centre) -> None:
    screen.view.selectRow(2)
    settle()
    screen.window().keep()
    later: Any = desk_of(diary).top
    settle()
    assert later.NAME == "meetings"
    assert later.view.current_id() == screen.view.current_id()
    assert later.month.now == screen.month.now


def test_the_list_may_be_shown_in_every_language_and_size(screen: Any) -> None:
    found = []
    for locale in turned(screen.window()):
        wrong = [*faults(screen.window()), *closer_faults(screen.window())]
        wrong += english_left(screen.window(), locale) if locale != "en" else []
        found += [(locale, fault) for fault in wrong]
    assert found == []
