"""The rows of a list that are here: fetched when they come into sight, said a few at a turn, let go again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.windows.table import PAGE, WAITING, Cell, Sort, TableModel
from desktop.windows.table_pages import AT_A_TURN
from desktop.windows.table_view import TableView
from desktop.windows.worker import Background
from tests.windows.looking import settle, until
from tests.windows.test_table import COLUMNS, Numbers, _cells, _made


@pytest.fixture
def worker(app: QApplication) -> Iterator[Background]:
    def bug(error: Exception) -> None:
        raise error

    made = Background(bug)
    yield made
    made.close()


def test_pages_out_of_sight_are_let_go(background: Background, qtbot: QtBot) -> None:
    model, view = _made(Numbers(PAGE * 70), background)
    qtbot.addWidget(view)
    model.ask(None)
    for page in range(70):
        model.index(page * PAGE, 0).data()
        settle(2)
    assert len(model.pages._pages) == 64
    assert len(model.pages._cells) <= 64 * PAGE
    assert model.index(0, 0).data() == WAITING


def test_the_next_page_is_fetched_before_its_end_is_reached(background: Background, qtbot: QtBot) -> None:
    source = Numbers(1000)
    model, view = _made(source, background)
    qtbot.addWidget(view)
    model.ask(None)
    for _ in range(2):
        model.index(PAGE - 1, 0).data()
        settle()
    assert source.fetched == [PAGE, PAGE]
    assert model.index(PAGE, 0).data() == f"2026/{PAGE}"


def test_what_comes_is_said_before_it_is_shown_a_few_rows_at_a_turn(background: Background, qtbot: QtBot) -> None:
    said: list[int] = []

    def cells(n: int) -> dict[str, Cell]:
        said.append(n)
        return _cells(n)

    model = TableModel(Numbers(0), COLUMNS, cells, background, sort=Sort("number"))
    coming: list[str] = []
    model.pages.coming.connect(lambda row: coming.append(row["number"].text))
    steps = model._take(model._generation, (list(range(100)), {n: n for n in range(100)}))
    for turn in range(1, 5):
        next(steps)
        assert (len(said), len(coming), model.rowCount()) == (turn * AT_A_TURN, turn * AT_A_TURN, 0)
    deque(steps, maxlen=0)
    assert model.rowCount() == 100
    assert [model.index(row, 0).data() for row in range(24)] == coming
    assert said == list(range(24))


def test_rows_that_were_looked_at_come_though_others_are_looked_at_before_they_are_said(
    worker: Background, qtbot: QtBot
) -> None:
    model, view = _made(Numbers(2000), worker)
    qtbot.addWidget(view)
    model.ask(None)
    until(lambda: model.rowCount() == 2000)
    came: list[int] = []
    model.dataChanged.connect(lambda first, _last: came.append(first.row()))

    def look_elsewhere() -> None:
        model.index(8 * PAGE, 0).data()
        settle()

    model.pages.coming.connect(look_elsewhere)
    for row in range(2 * PAGE + 50, 2 * PAGE + 70):
        assert model.index(row, 0).data() == WAITING
    until(lambda: {2 * PAGE + 50, 8 * PAGE} <= set(came))
    assert model.index(2 * PAGE + 50, 0).data() == f"2026/{2 * PAGE + 50}"


def test_what_will_be_in_sight_is_said_ahead_and_nothing_else(background: Background, qtbot: QtBot) -> None:
    said: list[int] = []

    def cells(n: int) -> dict[str, Cell]:
        said.append(n)
        return _cells(n)

    model = TableModel(Numbers(100), COLUMNS, cells, background, sort=Sort("number"))
    view = TableView(model, "Notices")
    qtbot.addWidget(view)
    view.resize(800, 400)
    view.show()
    model.ask(None)
    settle()
    assert said == list(range(len(said)))
    view.choose(60)
    settle()
    for sort in (Sort("number", descending=True), Sort("number")):
        said.clear()
        steps = model.pages.prepare(found := model._source.ids(None, sort), {n: n for n in found})
        model.sort_by = sort
        deque(steps, maxlen=0)
        ahead = list(said)
        model.ask(None, sort)
        settle()
        assert 60 in ahead
        assert said[len(ahead) :] == ahead, "nothing was said while it was painted"
