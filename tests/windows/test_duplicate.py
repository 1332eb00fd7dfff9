"""A notice that had come before: rows to choose by arrows and Enter, a number for any other, and a way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.records.referral import Referral
from desktop.windows.main import Main
from tests.builders import a_mention, a_referral, an_agency
from tests.windows.looking import faults, settle


@pytest.fixture
def notices(centre: Centre) -> tuple[Referral, ...]:
    """Two about one person, one of another with the number of the second, one that has nothing to do with them."""
    by = centre.worker
    sender = centre.directory.enter(an_agency(), by).id
    first = centre.referrals.enter(a_referral(sender, received_at=datetime(2026, 10, 5, 9, 0)), by)
    known = a_mention(person_id=first.person_id)
    second = centre.referrals.enter(a_referral(sender, mentions=(known,), reference="10-77"), by)
    other = a_mention(name="Rūta Budrienė", phone="")
    third = centre.referrals.enter(a_referral(sender, mentions=(other,), reference="10-77"), by)
    fourth = centre.referrals.enter(a_referral(sender, mentions=(a_mention(name="Ona Rimkutė", phone=""),)), by)
    return first, second, third, fourth


@pytest.fixture
def open_for(desk_of: Callable[..., Main], centre: Centre) -> Callable[[Referral], Any]:
    """The page about that notice."""

    def opened(notice: Referral) -> Any:
        frame = desk_of(centre)
        frame.go("referrals")
        frame.go("duplicate", notice.id)
        settle()
        return frame

    return opened


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)
    settle()


def test_earlier_notices_and_those_of_the_same_number_are_rows_to_choose(
    open_for: Callable[[Referral], Any], centre: Centre, notices: tuple[Referral, ...]
) -> None:
    first, second, third, _fourth = notices
    frame = open_for(second)
    page = frame.top
    assert [row.label for row in page.earlier.rows] == [third.label, first.label]
    assert page.number.raw() == ""
    assert faults(page) == []
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert page.number.raw() == first.label
    press(Qt.Key.Key_Return)
    assert centre.referrals.sheet(second.id).referral.duplicate_of_id == first.id
    assert frame.top is not page
    assert frame._toast.isVisible()
    frame._toast._undo.click()
    settle()
    assert centre.referrals.sheet(second.id).referral.duplicate_of_id is None


def test_a_number_stands_for_any_other_notice(
    open_for: Callable[[Referral], Any], centre: Centre, notices: tuple[Referral, ...]
) -> None:
    first, _second, _third, fourth = notices
    page = open_for(fourth).top
    assert not page.earlier.isVisible()
    assert not page.save()
    assert page.number.problem is not None
    page.number.set_raw("2026/999")
    assert not page.save()
    assert "2026/999" in page.number._problem.text()
    page.number.set_raw(fourth.label)
    assert not page.save()
    page.number.set_raw(first.label)
    assert page.save()
    assert centre.referrals.sheet(fourth.id).referral.duplicate_of_id == first.id


def test_without_its_number_a_duplicate_counts_again(
    open_for: Callable[[Referral], Any], centre: Centre, notices: tuple[Referral, ...]
) -> None:
    first, second, _third, _fourth = notices
    centre.referrals.mark_duplicate(second.id, first.id, centre.worker)
    page = open_for(second).top
    assert page.number.raw() == first.label
    assert page.earlier.list.currentIndex().row() == 1
    page.number.set_raw("")
    assert page.save()
    assert centre.referrals.sheet(second.id).referral.duplicate_of_id is None
