"""Before a call: the rule stops where nobody should call, a digit answers, and going on all the same leaves a trace."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.windows.main import Main
from tests.conftest import Still
from tests.windows.looking import faults, settle

Desk = Callable[..., Main]


@pytest.fixture
def open_for(desk_of: Desk, busy: Centre) -> Callable[[str], Any]:
    """The page of an attempt for that person."""

    def opened(person: str) -> Any:
        frame = desk_of(busy)
        rows = busy.referrals.rows(busy.referrals.ids())
        frame.go("attempt", next(row.id for row in rows if row.person_name == person))
        settle()
        return frame.top

    return opened


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)
    settle()


def test_nobody_is_called_while_no_safe_way_is_known(open_for: Callable[[str], Any]) -> None:
    page = open_for("Rūta Budrienė")
    assert page.stop.isVisible()
    assert not page.page.isVisible()
    assert QApplication.focusWidget() is page.stop.understood
    assert faults(page) == []


def test_outside_the_agreed_hours_the_next_time_is_told(
    open_for: Callable[[str], Any], busy: Centre, still: Still
) -> None:
    still.wait(hours=5)
    page = open_for("Daiva Jonaitienė")
    assert page.stop.isVisible()
    assert "09:00" in page.stop._head.text()


def test_where_one_may_call_a_digit_answers(open_for: Callable[[str], Any], busy: Centre) -> None:
    page = open_for("Daiva Jonaitienė")
    assert not page.stop.isVisible()
    press(Qt.Key.Key_2)
    assert page.how.value() == "no_answer"
    assert page.form.fields["again_at"].isVisible()
    assert page.save()
    assert busy.referrals.sheet(page.sheet.referral.id).attempts[0].outcome == "no_answer"


def test_going_on_all_the_same_asks_a_reason_and_leaves_a_trace(open_for: Callable[[str], Any], busy: Centre) -> None:
    page = open_for("Rūta Budrienė")
    page.go_on()
    press(Qt.Key.Key_1)
    assert page.outside.isVisible()
    assert not page.number.isVisible()
    assert not page.save()
    assert page.outside.problem is not None
    page.outside.set_value("agreed")
    settle()
    assert page.number.isVisible()
    page.number.show_value()
    (entry,) = busy.history.entries(limit=1)
    assert "outside the agreed way" in entry.what
    assert page.save()
