"""Monitoring in the real window: gone through by keyboard, told, opened, broken, taken out; readable at every size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.cooperation.breaks import BreakDraft
from desktop.cooperation.indicators import INDICATORS
from desktop.periods import Month
from desktop.protocol.drafts import ProtocolDraft
from desktop.windows.buttons import Button
from desktop.windows.chart import Value
from desktop.windows.line_plan import LinePlan
from desktop.windows.look import look
from desktop.windows.main import Main
from desktop.windows.protocol_monitoring import MonitoringTab, leaves
from desktop.windows.protocol_monitoring_break import BreakPage
from desktop.windows.table_paper import TakenList, as_workbook
from desktop.windows.translator import speak
from tests.conftest import Day, Fill
from tests.cooperation.invented_years import fill
from tests.windows.looking import faults, press, settle, words
from tests.windows.measuring import closer_faults, english_left

KEY = Qt.Key


def years(centre: Centre) -> None:
    """Thirty months, a protocol, and some months in which one institution's notices were counted differently."""
    fill(centre)
    centre.protocols.begin(ProtocolDraft("Bendradarbiavimo protokolas", "lt"), centre.worker)
    police = next(one.id for one in centre.directory.agencies() if one.kind == "police" and one.parent_id is None)
    every = BreakDraft(Month(2025, 11), "Visi pranešimai", Month(2026, 2), police)
    centre.monitoring.note_break(every, centre.worker)


@pytest.fixture
def day(later_day: Callable[[Fill], Day]) -> Day:
    return later_day(years)


@pytest.fixture
def frame(centre: Centre, desk_of: Callable[..., Main]) -> Main:
    made = desk_of(centre)
    made.go("protocol", ("monitoring", None))
    settle()
    return made


@pytest.fixture
def tab(frame: Main) -> MonitoringTab:
    top: Any = frame.top
    assert isinstance(top.tab, MonitoringTab)
    return top.tab


def on() -> str:
    """What a screen reader says of the month that has the caret."""
    caret = QApplication.focusWidget()
    assert isinstance(caret, Value)
    told = QAccessible.queryAccessibleInterface(caret)
    assert told
    return str(told.text(QAccessible.Text.Name))


def test_every_number_has_a_card_with_its_definition(tab: MonitoringTab) -> None:
    said = words(tab)
    for indicator in INDICATORS.values():
        assert indicator.title in said
        assert any(indicator.definition in each for each in said)


def test_arrows_go_from_month_to_month_and_each_is_told(tab: MonitoringTab, centre: Centre) -> None:
    chart = tab.cards["S-1"].chart
    chart.first().setFocus()
    points = centre.monitoring.series("S-1").points
    assert on() == f"October 2026: {points[-1].base}" == chart.told()
    press(KEY.Key_Left)
    assert on() == f"September 2026: {points[-2].base}" == chart.told()
    press(KEY.Key_Home)
    assert on() == f"November 2024: {points[0].base}"
    press(KEY.Key_Left)
    assert on().startswith("November 2024")
    tab.cards["S-7"].chart.values[0, 0].setFocus()
    assert on() == "November 2024: no data", "a gap can be reached, and says so"
    assert [stop.focusPolicy() for stop in chart.stops()].count(Qt.FocusPolicy.StrongFocus) == 1, "Tab stops once"


def test_a_line_is_broken_where_counting_changed_and_its_ends_are_printed(tab: MonitoringTab, centre: Centre) -> None:
    series = centre.monitoring.series("S-1")
    assert series.places == (12, 16)
    plan = tab.cards["S-1"].chart.plan
    assert isinstance(plan, LinePlan)
    assert [len(run) for run in plan.runs] == [12, 4, 8]
    assert [square for _point, square in plan.dots] == [False] * 12 + [True] * 4 + [False] * 8
    assert len(plan.turns) == 2
    printed = [word.text for word in plan.words]
    ends = [str(series.points[place].base) for place in (0, 11, 12, 15, 16, 23)]
    assert [text for text in printed if text in ends][: len(ends)]
    assert "b Nov 2025" in printed
    assert any("Visi pranešimai (Kretingos r. PK)" in each for each in words(tab.cards["S-1"]))


def test_growth_is_told_and_what_is_not_compared_is_told_without_whom_it_broke(tab: MonitoringTab) -> None:
    (told,) = [each for each in words(tab.cards["S-1"]) if "not compared" in each]
    lines = told.splitlines()
    assert any("Counted in different ways" in line and "\N{NOT EQUAL TO}" in line for line in lines)
    assert any(line.startswith("Without: Kretingos r. PK. ") for line in lines)


def test_enter_opens_the_records_of_the_month_and_back_is_where_it_was(tab: MonitoringTab, frame: Main) -> None:
    for code, screen in (("S-1", "referrals"), ("S-11", "trainings"), ("S-9", "commitments"), ("S-8", "problems")):
        chart = tab.cards[code].chart
        chart.first().setFocus()
        press(KEY.Key_Left)
        caret, said = QApplication.focusWidget(), on()
        press(KEY.Key_Return)
        assert frame.top is not None
        assert screen == frame.top.NAME
        if code == "S-1":
            top: Any = frame.top
            assert f"September 2026: {top.model.rowCount()}" == said
        frame.back()
        settle()
        assert QApplication.focusWidget() is caret
        assert on() == said


def test_another_period_and_another_choice_of_institutions_are_counted_anew(tab: MonitoringTab, centre: Centre) -> None:
    police = next(one for one in centre.directory.agencies() if one.kind == "police" and one.parent_id is None)
    tab.months.setCurrentIndex(1)
    settle()
    assert len(tab.watched[0].series.points) == 36
    tab.without.choose(police.id.hex)
    settle()
    assert tab.watched[0].series.without == (police.id,)
    assert tab.watched[0].series.breaks == ()
    tab.until.choose("2025-12")
    settle()
    assert tab.watched[0].series.points[-1].month == Month(2025, 12)
    state = tab.state()
    other = MonitoringTab(tab.desk)
    other.restore(state)
    assert tab.sheet
    other.put(tab.sheet)
    settle()
    assert (other.state(), other.watched[0].series.points[-1].month) == (state, Month(2025, 12))
    other.deleteLater()


def test_a_break_is_noted_corrected_and_taken_out_in_the_window(
    tab: MonitoringTab, frame: Main, centre: Centre
) -> None:
    QTest.keyClick(frame, KEY.Key_F6)
    settle()
    page: Any = frame.top
    assert isinstance(page, BreakPage)
    assert not page.save()
    assert "Fill in this field." in words(page)
    page.form.put({"words": "Kita forma", "since": "2026-06", "indicator": "S-5"})
    page.save()
    settle()
    assert [(one.words, one.indicator) for one in centre.monitoring.breaks()][-1] == ("Kita forma", "S-5")
    assert "Kita forma" in words(tab)
    frame.go("counting_break", centre.monitoring.breaks()[-1].id)
    again: Any = frame.top
    again.form.put({"words": "Kita anketa"})
    again.save()
    settle()
    assert "Kita anketa" in words(tab)
    tab.take_out(centre.monitoring.breaks()[-1])
    settle()
    assert "Kita anketa" not in words(tab)
    assert len(centre.monitoring.breaks()) == 1


def test_the_numbers_leave_as_a_workbook_of_numbers(tab: MonitoringTab, centre: Centre, tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    taken = leaves(tab.watched, "")
    rows = taken.take(lambda _done, _all: None)
    made = as_workbook(TakenList("Stebėsena", "", "Centras", taken.columns, rows), speak_of("en"), centre.world.here())
    (tmp_path / "numbers.xlsx").write_bytes(made)
    sheet = CalamineWorkbook.from_path(tmp_path / "numbers.xlsx").get_sheet_by_index(0).to_python()
    heads = next(row for row in sheet if "Notices received" in row)
    column = heads.index("Notices received")
    found = [row[column] for row in sheet[sheet.index(heads) + 1 :] if isinstance(row[column], float)]
    assert found == [point.value for point in centre.monitoring.series("S-1").points]


def speak_of(locale: str) -> Any:
    from desktop.language import Language

    return Language(locale)


@pytest.mark.parametrize(
    ("locale", "scheme", "percent", "size"),
    [
        ("sr_Cyrl", "dark", 100, (1366, 768)), ("lt", "light", 160, (1366, 768)),
        ("sr_Latn", "light", 200, (1024, 640)),
        ("lt", "contrast", 100, (800, 600)),
    ],
)  # fmt: skip
def test_the_tab_may_be_shown(
    frame: Main, tab: MonitoringTab, locale: str, scheme: str, percent: int, size: tuple[int, int]
) -> None:
    speak(locale)
    look().apply(scheme, percent)
    frame.resize(*size)
    settle()
    assert [*faults(frame), *closer_faults(frame), *english_left(tab, locale)] == []


def test_numbers_are_looked_at_before_there_is_a_protocol(centre: Centre, desk_of: Callable[..., Main]) -> None:
    version = centre.protocols.versions(centre.protocols.all()[0].id)[0].version
    centre.protocols.take_out(version.id, centre.worker)
    frame = desk_of(centre)
    frame.go("protocol")
    settle()
    screen: Any = frame.top
    way = next(button for button in screen.empty.findChildren(Button) if button.do and "over time" in button.text())
    way.click()
    settle()
    page: Any = frame.top
    assert page.NAME == "monitoring"
    assert page.tab.watched
    assert faults(page) == []
