"""The filter bars: every filter there should be, folded in a small window, said in words, taken off by one key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.centre import Centre
from desktop.records.assistance_draft import AssistanceQuery
from desktop.records.referral_query import ReferralQuery
from desktop.windows.main import Main
from tests.builders import a_mention, a_referral, an_agency
from tests.windows.looking import faults, let_go, settle

Desk = Callable[..., Main]
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_list(desk_of: Desk, busy: Centre) -> Callable[..., Any]:
    """Opens a list in a window of some size."""

    def opened(screen: str, size: tuple[int, int] = (1366, 768)) -> Any:
        frame = desk_of(busy, size)
        frame.go(screen)
        settle()
        return frame.top

    return opened


def names(page: Any) -> list[str]:
    for _turn in range(2):
        settle()
        told = [page.model.cells(row)["person"].text for row in range(page.model.rowCount())]
    return told


def test_notices_are_narrowed_by_worker_order_and_missing_number(open_list: Any, busy: Centre) -> None:
    sender = busy.directory.senders()[0].id
    numbered = replace(a_referral(sender, mentions=(a_mention(name="Ona Mockienė", phone=""),)), reference="21-4-1")
    busy.referrals.enter(numbered, busy.worker)
    page = open_list("referrals")
    page.filters.unfold()
    page.filters.chips["no_reference"].click()
    assert sorted(names(page)) == ["Daiva Jonaitienė", "Rūta Budrienė"]
    page.filters.chips["no_reference"].click()
    page.filters.chips["order_in_force"].click()
    assert names(page) == ["Daiva Jonaitienė"]
    page.filters.clear()
    page.filters.choices["worker"].choose(busy.worker.id.hex)
    assert page.filters.query() == ReferralQuery(worker_id=busy.worker.id)
    assert page.model.rowCount() == len(busy.referrals.ids(ReferralQuery(worker_id=busy.worker.id)))
    assert busy.worker.name in page.list.foot.text()


def test_a_unit_is_chosen_below_its_institution_and_finds_what_names_it(open_list: Any, busy: Centre) -> None:
    by, sender = busy.worker, busy.directory.senders()[0]
    unit = busy.directory.enter(replace(an_agency(name="Kretingos nuovada"), parent_id=sender.id), by)
    busy.referrals.enter(
        replace(a_referral(sender.id, mentions=(a_mention(name="Ona Mockienė", phone=""),)), unit_id=unit.id), by
    )
    page = open_list("referrals")
    combo = page.filters.from_whom
    told = [combo.itemText(place) for place in range(combo.count())]
    assert told.index(f"\u2003{unit.known_as}") == told.index(sender.known_as) + 1
    combo.setCurrentIndex(told.index(f"\u2003{unit.known_as}"))
    assert names(page) == ["Ona Mockienė"]
    state = page.filters.state()
    page.filters.clear()
    page.filters.restore(state)
    assert names(page) == ["Ona Mockienė"]


def test_an_institution_that_closed_and_a_month_long_past_stay_in_what_was_kept(open_list: Any, busy: Centre) -> None:
    agency = busy.directory.senders()[0]
    page = open_list("referrals")
    page.filters.restore({"sender": agency.id.hex, "month": "2019-03"})
    busy.directory.close(agency.id, busy.world.today() - timedelta(days=1), busy.worker)
    page.refresh()
    assert page.filters.query().sender_id == agency.id
    assert page.filters.query().period[0].year == 2019
    assert agency.known_as in page.filters.in_words()


def test_a_small_window_shows_two_filters_and_counts_the_others(open_list: Any) -> None:
    page = open_list("referrals", (1024, 640))
    inputs = [*page.filters.choices.values(), *page.filters.chips.values()]
    assert [widget for widget in inputs if widget.isVisible()] == [page.filters.month, page.filters.from_whom]
    page.filters.chips["late"].setChecked(True)
    page.filters.chips["repeat"].setChecked(True)
    assert page.filters.more.accessibleName() == "Filters (2)"
    settle()
    assert faults(page) == []
    page.filters.more.setFocus()
    QTest.keyClick(page.filters.more, Qt.Key.Key_Space)
    settle()
    assert all(widget.isVisible() for widget in inputs if widget is not page.filters.counted)
    assert QApplication.focusWidget() is page.filters.state_combo
    QTest.keyClick(page.window(), Qt.Key.Key_F4, SHIFT)
    let_go()
    assert page.filters.query() == ReferralQuery()


@pytest.mark.parametrize("screen", ["referrals", "people", "help"])
def test_one_key_goes_into_the_filters_and_one_takes_all_off(open_list: Any, screen: str) -> None:
    page = open_list(screen)
    page.filters.look_for("jonait")
    settle()
    page.view.setFocus()
    QTest.keyClick(page.window(), Qt.Key.Key_F4)
    assert page.filters.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(page.window(), Qt.Key.Key_F4, SHIFT)
    let_go()
    assert not page.filters.is_set()
    assert not page.filters.clear_button.isVisible()


def test_nothing_in_a_month_offers_all_months_and_keeps_the_words(open_list: Any, busy: Centre) -> None:
    page = open_list("referrals")
    page.filters.restore({"words": "jonait", "month": "2019-03"})
    settle()
    said = [label.text() for label in page.list.empty.findChildren(QLabel)]
    assert "Nothing for „jonait“. Period: March 2019" in said
    assert page._empty_button.accessibleName() == "Look in all months"
    page._empty_button.click()
    assert names(page) == ["Daiva Jonaitienė"]
    assert page.filters.text() == "jonait"
    page.filters.restore({"words": "jonait", "chips": ["no_reference"]})
    settle()
    assert page._empty_button.accessibleName() == "Look without the filters"
    page._empty_button.click()
    assert names(page) == ["Daiva Jonaitienė"]


def test_help_is_found_by_the_person_and_by_the_notice(open_list: Any, busy: Centre) -> None:
    page = open_list("help")
    assert page.filters.state()["month"] == "this"
    for words in ("даива", "jonaitiene", "2026/1"):
        page.filters.look_for(words)
        assert names(page) == ["Daiva Jonaitienė"], words
        assert "0.5" in page.list.foot.text() or "0.8" in page.list.foot.text() or "Hours" in page.list.foot.text()
    page.filters.look_for("budriene")
    assert names(page) == []
    assert busy.assistance.times(AssistanceQuery(text="budriene")) == 0


def test_a_lock_brings_filter_words_order_and_row_back(open_list: Any) -> None:
    page = open_list("referrals")
    page.filters.restore({"words": "jonait", "chips": ["with_children"]})
    page.model.turn("person")
    settle()
    kept = page.state()
    other = type(page)(page.desk)
    other.restore(kept)
    settle()
    assert other.filters.state() == page.filters.state()
    assert other.model.sort_by == page.model.sort_by
    assert other.view.current_id() == page.view.current_id()
    other.deleteLater()
