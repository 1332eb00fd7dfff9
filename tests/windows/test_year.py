"""The year in the real window: gone through by keyboard, opened down to the records, readable at every size."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.windows.assistance import Assistance
from desktop.windows.chart import Chart, Value
from desktop.windows.chart_plan import EMPTY, HATCH, OPEN, PALE, SOLID, TICK
from desktop.windows.main import Main
from desktop.windows.referrals import Referrals
from desktop.windows.translator import speak
from desktop.windows.year import Year
from tests.builders import a_mention, a_referral, an_agency, an_assistance
from tests.conftest import Still
from tests.windows.looking import faults, let_go, settle

Open = Callable[..., Main]
KEY = Qt.Key


@pytest.fixture
def frame(busy: Centre, desk_of: Open, still: Still) -> Main:
    """A busy centre some weeks later: three notices more a year ago, one of them twice, and help to a group."""
    by, then = busy.worker, busy.world.here() - timedelta(days=365)
    sender = busy.directory.enter(an_agency(short_name="Kretinga"), by).id
    names = "Asta Kazlauskė", "Vida Urbonienė", "Nijolė Stankienė"
    old = [
        busy.referrals.enter(a_referral(sender, received_at=then, reference="", mentions=(a_mention(name=name),)), by)
        for name in names
    ]
    busy.referrals.mark_duplicate(old[2].id, old[0].id, by)
    persons = old[0].person_id, old[1].person_id
    busy.assistance.give(an_assistance(persons=persons, referral_id=None), by)
    still.wait(days=8)
    made = desk_of(busy)
    made.go("summaries")
    settle()
    return made


@pytest.fixture
def page(frame: Main) -> Year:
    """The page, reached from the summaries."""
    frame.top.year_button.click()  # type: ignore[union-attr]
    settle()
    assert isinstance(frame.top, Year)
    return frame.top


def press(key: Qt.Key) -> None:
    caret = QApplication.focusWidget()
    assert caret is not None
    QTest.keyClick(caret, key)
    settle()


def on() -> str:
    """What a screen reader says of the value that has the caret."""
    caret = QApplication.focusWidget()
    assert isinstance(caret, Value)
    told = QAccessible.queryAccessibleInterface(caret)
    assert told
    assert told.role() == QAccessible.Role.Button
    return str(told.text(QAccessible.Text.Name))


def test_arrows_go_along_the_bars_and_to_the_year_before(page: Year) -> None:
    assert on() == "November 2026, so far: 2 notices"
    press(KEY.Key_Left)
    assert on() == "October 2026: 0 notices"
    press(KEY.Key_Down)
    assert on().startswith("October 2025: ")
    press(KEY.Key_Home)
    assert on().startswith("November 2024: ")
    press(KEY.Key_Up)
    assert on().startswith("November 2025: ")
    press(KEY.Key_Left)
    assert on().startswith("November 2025: "), "the first is the first"
    press(KEY.Key_End)
    assert on() == "November 2026, so far: 2 notices"


def test_every_value_opens_as_many_notices_as_it_says(page: Year, frame: Main) -> None:
    assert page.year is not None
    for chart in (page.notices, page.contacts):
        for (bar, at), button in sorted(chart.values.items()):
            mark = chart.picture.bars[bar].marks[at]
            if mark.value == 0:
                continue
            button.setFocus()
            press(KEY.Key_Return)
            assert isinstance(frame.top, Referrals)
            assert frame.top.model.rowCount() == mark.value, mark.name
            assert frame.top.filters.counted.isVisible()
            frame.back()
            settle()
            assert frame.top is page
            assert QApplication.focusWidget() is button, "as it was left"
    assert [page.year.months[at].notices for at in (0, -1)] == [2, 2], "the notice that came twice is one"
    assert page.year.duplicates == 1


def test_enter_opens_the_notices_of_the_month(page: Year, frame: Main) -> None:
    press(KEY.Key_Return)
    assert isinstance(frame.top, Referrals)
    assert frame.top.filters.state()["month"] == "2026-11"
    assert "November 2026" in frame.top.list.foot.text()
    frame.top.filters.clear()
    settle()
    assert not frame.top.filters.counted.isVisible()
    assert frame.top.model.rowCount() == 5


def test_help_of_a_year_is_opened_and_a_group_is_one_time(page: Year, frame: Main) -> None:
    assert page.period.code() == "2026"
    (bar,) = page.help.picture.bars
    assert bar.marks[0].name.endswith("2 times")
    page.help.first().setFocus()
    press(KEY.Key_Enter)
    assert isinstance(frame.top, Assistance)
    assert frame.top.query().month == "2026"
    assert frame.top.model.rowCount() == 3, "a row for each person"
    assert frame.top.list.foot.text().startswith("2 times")
    assert bar.marks[0].words.split()[0] in frame.top.list.foot.text()


def test_another_month_shows_its_own_help_or_says_that_there_is_none(page: Year) -> None:
    page.period.choose("2026-03")
    settle()
    assert not page.help.isVisible()
    assert not page.help.picture.bars
    page.period.choose("2026-11")
    settle()
    assert page.help.isVisible()
    state = page.state()
    page.period.choose("2025")
    page.restore(state)
    assert page.period.code() == "2026-11"


def test_a_drawn_part_is_clicked_like_its_number(page: Year, frame: Main) -> None:
    chart = page.notices
    shape = next(shape for shape in page.contacts.plan.shapes if shape.rect.width() > 8)
    QTest.mouseClick(page.contacts, Qt.MouseButton.LeftButton, pos=shape.rect.center().toPoint())
    settle()
    assert isinstance(frame.top, Referrals)
    assert chart.plan.upright


def test_the_parts_are_told_apart_without_colour_and_every_target_is_large_enough(page: Year) -> None:
    assert len({SOLID, HATCH, EMPTY}) == 3
    assert [mark.fill for mark in page.contacts.picture.bars[0].marks] == [SOLID, HATCH, EMPTY]
    assert {bar.marks[0].fill for bar in page.notices.picture.bars[:-1]} == {PALE}
    last = page.notices.picture.bars[-1]
    assert [mark.fill for mark in last.marks] == [OPEN, TICK]
    for chart in (page.notices, page.contacts, page.help):
        for place, button in chart.values.items():
            assert min(button.width(), button.height()) >= 24, place
            assert chart.picture.bars[place[0]].marks[place[1]].words, "what can be opened is printed"


def test_values_do_not_lie_on_each_other_and_stay_on_the_page(page: Year) -> None:
    for width in (300, 460, 700, 900, 1200):
        for chart in (page.notices, page.contacts, page.help):
            chart.resize(width, 100)
            chart.dress()
            rects = list(chart.plan.places.values())
            assert all(chart.rect().adjusted(-1, 0, 1, 4).contains(rect) for rect in rects), width
            assert not any(a.adjusted(1, 1, -1, -1).intersects(b) for a in rects for b in rects if a is not b), width


def test_an_empty_centre_is_told_what_will_stand_here(centre: Centre, desk_of: Open) -> None:
    frame = desk_of(centre)
    frame.go("year")
    settle()
    assert isinstance(frame.top, Year)
    assert frame.top.empty.isVisible()
    assert not frame.top.pictures.isVisible()
    assert faults(frame.top) == []
    press(KEY.Key_Space)
    let_go()
    assert frame.top.NAME == "notice"


def test_tab_goes_once_into_each_picture_and_esc_goes_back(page: Year, frame: Main) -> None:
    charts: list[Chart | None] = []
    for _turn in range(4):
        caret = QApplication.focusWidget()
        charts.append(caret.chart if isinstance(caret, Value) else None)
        press(KEY.Key_Tab)
    assert charts == [page.notices, page.contacts, None, page.help]
    press(KEY.Key_Escape)
    let_go()
    assert frame.top is not None
    assert frame.top.NAME == "summaries"


def test_the_language_may_change_while_it_is_on_show(page: Year) -> None:
    speak("lt")
    settle()
    assert on().startswith("2026\u00a0m. lapkritis")
    assert page.notices.picture.bars[-1].short == "lapkr."
