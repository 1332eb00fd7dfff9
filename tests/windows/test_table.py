"""The list: pages fetched when they come into sight, late answers dropped, columns that leave a narrow window."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.windows import garbage
from desktop.windows.banner import EmptyState
from desktop.windows.pill import GOOD
from desktop.windows.table import PAGE, WAITING, Cell, Sort, TableColumn, TableModel
from desktop.windows.table_card import TableCard
from desktop.windows.table_view import TableView
from desktop.windows.table_widths import shared
from desktop.windows.worker import Background
from tests.windows.looking import settle, until

COLUMNS = (
    TableColumn("number", "Number", "key", 8, can_sort=True),
    TableColumn("person", "Person", signs=14, stretch=2),
    TableColumn("sender", "Sender", signs=14, leaves=1),
    TableColumn("state", "State", "pill", 10),
    TableColumn("minutes", "Minutes", "figure", 6, leaves=2),
)


@dataclass
class Numbers:
    """A source of so many records; remembers what it was asked."""

    count: int
    asked: list[Any] = field(default_factory=list)
    fetched: list[int] = field(default_factory=list)

    def ids(self, query: Any, sort: Sort) -> Sequence[int]:
        self.asked.append((query, sort))
        found = [n for n in range(self.count) if query is None or n % query == 0]
        return found[::-1] if sort.descending else found

    def rows(self, ids: Sequence[int]) -> Mapping[int, int]:
        self.fetched.append(len(ids))
        return {n: n for n in ids}


@dataclass
class Beginning(Numbers):
    """A source that tells its first page sooner than the rest."""

    begun: list[int] = field(default_factory=list)

    def first(self, query: Any, sort: Sort, most: int) -> Mapping[int, Any]:
        self.begun.append(most)
        return {n: n for n in self.ids(query, sort)[:most]}


def _cells(n: int) -> dict[str, Cell]:
    return {
        "number": Cell(f"2026/{n}"), "person": Cell(f"Person {n}", "Kretinga"), "sender": Cell("Police"),
        "state": Cell("Accepted", sign=GOOD), "minutes": Cell(str(n)),
    }  # fmt: skip


def _made(source: Numbers, background: Background) -> tuple[TableModel, TableView]:
    model = TableModel(source, COLUMNS, _cells, background, sort=Sort("number"))
    view = TableView(model, "Notices")
    model.setParent(view)
    return model, view


def test_the_model_keeps_the_rules_of_models(background: Background, qtmodeltester: ModelTester) -> None:
    model, view = _made(Numbers(300), background)
    model.ask(None)
    qtmodeltester.check(model)
    view.deleteLater()


def test_data_never_waits_for_the_source(background: Background, qtbot: QtBot) -> None:
    source = Numbers(1000)
    model, view = _made(source, background)
    qtbot.addWidget(view)
    model.ask(None)
    assert model.rowCount() == 1000
    assert source.fetched == [PAGE], "the first page comes with the identifiers"
    assert model.index(0, 0).data() == "2026/0"
    assert model.index(500, 0).data() == WAITING
    settle()
    assert model.index(500, 0).data() == "2026/500"
    assert source.fetched == [PAGE, PAGE]


def test_a_pill_is_whole_when_its_list_comes_on_show(background: Background, qtbot: QtBot) -> None:
    def cells(n: int) -> dict[str, Cell]:
        return _cells(n) | {"state": Cell("Not possible within the time: 2", sign=GOOD)}

    model = TableModel(Numbers(3), COLUMNS, cells, background, sort=Sort("number"))
    view = TableView(model, "Notices")
    card = TableCard(view, model, QWidget())
    qtbot.addWidget(card)
    card.resize(900, 400)
    card.show()
    settle()
    model.ask(None)
    settle()
    needed = view._painter.width_of(model.cell(0, 3), "pill")
    assert view.columnWidth(3) >= needed


def test_a_pill_that_came_while_another_page_was_on_show_is_whole(background: Background, qtbot: QtBot) -> None:
    def cells(n: int) -> dict[str, Cell]:
        return _cells(n) | {"state": Cell("Not possible within the time: 2", sign=GOOD)}

    model = TableModel(Numbers(3), COLUMNS, cells, background, sort=Sort("number"))
    view, pages = TableView(model, "Notices"), QStackedWidget()
    qtbot.addWidget(pages)
    pages.addWidget(view)
    pages.addWidget(QWidget())
    pages.resize(900, 400)
    pages.show()
    settle()
    pages.setCurrentIndex(1)
    model.ask(None)
    settle()
    pages.setCurrentIndex(0)
    settle()
    assert view.columnWidth(3) >= view._painter.width_of(model.cell(0, 3), "pill")


@pytest.mark.parametrize("room", [1000, 700, 600, 420, 330])
def test_what_is_beyond_the_edge_takes_its_room_from_words(room: int) -> None:
    columns = (
        TableColumn("state", "", "pill"),
        TableColumn("what", "", "head", stretch=1),
        TableColumn("way", "", leaves=1),
        TableColumn("due", "", "figure"),
    )
    widths = shared(columns, (150, 300, 200, 80), range(4), room)
    assert (widths[0] >= 150, widths[3] >= 80, 2 in widths) == (True, True, room >= 730)
    assert sum(widths.values()) == max(room, 150 + 100 + 80)


def test_an_answer_to_a_former_question_is_dropped(background: Background, qtbot: QtBot) -> None:
    model, view = _made(Numbers(100), background)
    qtbot.addWidget(view)
    model.ask(None)
    former = model._generation
    model.ask(10)
    deque(model._take(former, (list(range(100)), {})), maxlen=0)
    assert model.rowCount() == 10


def test_a_screen_reader_is_told_header_and_value(background: Background, qtbot: QtBot) -> None:
    model, view = _made(Numbers(3), background)
    qtbot.addWidget(view)
    model.ask(None)
    model.index(1, 1).data()
    settle()
    assert model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Person: Person 1, Kretinga"
    assert model.cell(1, 3).sign == GOOD


def test_a_click_on_the_head_sorts_and_a_second_turns_it(background: Background, qtbot: QtBot) -> None:
    source = Numbers(10)
    model, view = _made(source, background)
    qtbot.addWidget(view)
    model.ask(None)
    view.horizontalHeader().sectionClicked.emit(0)
    view.horizontalHeader().sectionClicked.emit(1)
    assert [sort.descending for _query, sort in source.asked] == [False, True]
    assert model.id_at(0) == 9


def test_the_chosen_record_stays_chosen_when_the_list_is_asked_again(background: Background, qtbot: QtBot) -> None:
    model, view = _made(Numbers(100), background)
    qtbot.addWidget(view)
    model.ask(None)
    view.selectRow(50)
    model.ask(10)
    assert view.current_id() == 50
    assert model.row_of(50) == 5


def test_a_list_read_again_stays_where_she_has_scrolled_it(background: Background, qtbot: QtBot) -> None:
    source = Numbers(900)
    model, view = _made(source, background)
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    model.ask(None)
    view.selectRow(4)
    bar = view.verticalScrollBar()
    bar.setValue(5000)
    source.count = 890
    model.refresh()
    settle()
    assert (bar.value(), view.current_id()) == (5000, 4)
    model.ask(2)  # another question begins where the chosen one stands
    settle()
    assert bar.value() < 200
    bar.setValue(5000)
    assert view.choose(6)
    assert bar.value() < 300


def test_marked_rows_stay_marked_when_the_list_is_read_again(background: Background, qtbot: QtBot) -> None:
    source = Numbers(50)
    model, view = _made(source, background)
    qtbot.addWidget(view)
    view.show()
    model.ask(None)
    view.selectRow(10)
    view.setFocus()
    for _row in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    source.count = 13
    model.refresh()
    settle()
    assert view.chosen_ids() == (10, 11, 12)
    model.ask(2)
    settle()
    assert len(view.chosen_ids()) <= 1, "another question begins anew"


def test_the_row_with_the_caret_stays_whole_in_a_list_that_gets_lower(background: Background, qtbot: QtBot) -> None:
    model, view = _made(Numbers(50), background)
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    model.ask(None)
    view.choose(20)
    settle()
    view.resize(600, 280)
    settle()
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    view.verticalScrollBar().setValue(0)
    view.resize(600, 260)
    settle()
    assert view.verticalScrollBar().value() == 0, "what is out of sight stays there"


def test_a_record_asked_for_before_the_list_has_it_is_chosen_when_it_comes(
    background: Background, qtbot: QtBot
) -> None:
    source = Numbers(5)
    model, view = _made(source, background)
    qtbot.addWidget(view)
    model.ask(None)
    view.selectRow(3)
    assert not view.choose(7), "it was entered a moment ago"
    source.count = 9
    model.ask(None)
    assert view.current_id() == 7, "and not the one that had been chosen before"


def test_enter_opens_and_tab_leaves(background: Background, qtbot: QtBot) -> None:
    model, view = _made(Numbers(5), background)
    qtbot.addWidget(view)
    model.ask(None)
    view.selectRow(2)
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [2]
    assert not view.tabKeyNavigation()


def test_home_and_end_go_to_the_first_and_the_last_record(background: Background, qtbot: QtBot) -> None:
    model, view = _made(Numbers(300), background)
    qtbot.addWidget(view)
    view.show()
    model.ask(None)
    view.selectRow(7)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert (view.current_id(), view.chosen_ids()) == (299, (299,))
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current_id() == 0
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert len(view.chosen_ids()) == 300


def test_columns_leave_a_narrow_list_in_their_order(background: Background, qtbot: QtBot, app: QApplication) -> None:
    model, view = _made(Numbers(5), background)
    card = TableCard(view, model, EmptyState("referral", "Nothing"))
    qtbot.addWidget(card)
    model.ask(None)
    hidden = []
    for width in (1200, 480, 360):
        card.resize(width, 400)
        card.show()
        settle()
        hidden.append(model.hidden)
        assert view.horizontalScrollBar().maximum() == 0
    assert hidden == [frozenset(), frozenset({"sender"}), frozenset({"sender", "minutes"})]


@pytest.mark.parametrize(("count", "is_empty"), [(0, True), (3, False)])
def test_an_empty_list_says_what_will_stand_there(
    background: Background, qtbot: QtBot, count: int, is_empty: bool
) -> None:
    model, view = _made(Numbers(count), background)
    empty = EmptyState("referral", "Nothing")
    card = TableCard(view, model, empty)
    qtbot.addWidget(card)
    card.show()
    model.ask(None)
    assert empty.isVisible() == is_empty
    assert view.isVisible() != is_empty


def test_the_first_page_stands_before_the_rest_is_known(background: Background, qtbot: QtBot) -> None:
    model, view = _made(Beginning(1000), background)
    qtbot.addWidget(view)
    shown: list[tuple[int, Any]] = []
    model.modelReset.connect(lambda: shown.append((model.rowCount(), model.index(5, 0).data())))
    model.rowsInserted.connect(lambda: shown.append((model.rowCount(), model.index(5, 0).data())))
    model.ask(None)
    assert [count for count, _words in shown] == [PAGE, 1000]
    assert shown[1] == (1000, "2026/5")
    model.refresh()
    assert shown[2][0] == 1000


def test_the_chosen_record_is_found_again_beyond_the_first_page(background: Background, qtbot: QtBot) -> None:
    model, view = _made(Beginning(1000), background)
    qtbot.addWidget(view)
    model.ask(None)
    view.selectRow(700)
    model.turn()
    assert (view.current_id(), model.row_of(700)) == (700, 299)


def test_a_list_shorter_than_a_page_is_shown_once(background: Background, qtbot: QtBot) -> None:
    model, view = _made(Beginning(100), background)
    qtbot.addWidget(view)
    counted: list[int] = []
    model.modelReset.connect(lambda: counted.append(model.rowCount()))
    model.ask(None)
    assert counted == [100]


def test_very_many_records_come_in_parts_and_are_told_when_all_are_there(background: Background, qtbot: QtBot) -> None:
    model, view = _made(Numbers(250_000), background)
    qtbot.addWidget(view)
    told: list[int] = []
    model.loaded.connect(told.append)
    model.ask(None)
    assert (model.rowCount(), model.id_at(100_000), model.row_of(100_000), told) == (100_000, None, -1, [])
    until(lambda: bool(told))
    assert (model.rowCount(), model.row_of(249_999), told) == (250_000, 249_999, [250_000])
    model.ask(2)
    assert (model.rowCount(), told[1:]) == (125_000, [125_000])


def test_whoever_waited_for_a_list_does_not_rest_once_it_is_there(
    background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clearing = garbage.Garbage()
    monkeypatch.setattr(garbage, "_clearing", [clearing])
    monkeypatch.setattr(garbage, "YOUNG", 10_000_000)
    for _look in range(garbage.AT_REST):
        clearing.look()
    assert garbage.is_at_rest()
    model, view = _made(Numbers(100), background)
    qtbot.addWidget(view)
    model.ask(None)
    assert not garbage.is_at_rest()
