"""What of a list is painted: no more than what changed, and all of it where Qt paints no ground of its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.windows.look import look, tokens
from desktop.windows.table import PAGE
from desktop.windows.table_view import TableView
from desktop.windows.worker import Background
from tests.windows.looking import settle
from tests.windows.test_table import Numbers, _made


class Painted(QObject):
    """Notes which parts of the list are painted."""

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self.parts: list[QRect] = []
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.parts.append(event.rect())
        return False


def _shown(count: int, background: Background, qtbot: QtBot) -> tuple[TableView, Numbers]:
    source = Numbers(count)
    model, view = _made(source, background)
    qtbot.addWidget(view)
    view.resize(800, 400)
    view.show()
    model.ask(None)
    settle()
    return view, source


def test_who_goes_on_by_a_row_has_the_others_moved_and_not_painted_again(background: Background, qtbot: QtBot) -> None:
    view, _source = _shown(PAGE - 50, background, qtbot)
    view.choose(40)
    settle()
    painted, stood = Painted(view), view.verticalScrollBar().value()
    QTest.keyClick(view, Qt.Key.Key_Down)
    settle()
    assert view.verticalScrollBar().value() > stood
    assert sum(part.height() for part in painted.parts) <= 2 * view.rowHeight(40) + 2


def test_a_page_that_nobody_looked_at_yet_comes_without_anything_being_painted(
    background: Background, qtbot: QtBot
) -> None:
    view, source = _shown(10 * PAGE, background, qtbot)
    painted = Painted(view)
    source.fetched.clear()
    view.model().index(PAGE - 1, 0).data()
    settle()
    assert source.fetched == [PAGE]
    assert painted.parts == []


def test_what_was_moved_on_the_screen_is_what_would_be_painted_there(background: Background, qtbot: QtBot) -> None:
    view, _source = _shown(900, background, qtbot)
    view.selectRow(0)
    keys = Qt.Key
    for key in (*[keys.Key_Down] * 14, keys.Key_PageDown, keys.Key_End, *[keys.Key_Up] * 9, keys.Key_PageUp):
        QTest.keyClick(view, key)
        settle()
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 17)
    view.choose_columns(["state", "number"])
    settle()
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 30)
    settle()
    assert _is_as_painted_anew(view)


def test_a_list_whose_columns_become_others_is_painted_so_and_once(
    background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, _source = _shown(PAGE - 50, background, qtbot)
    monkeypatch.setattr("desktop.windows.table_view.shared", lambda *_about: {0: 300, 3: 490})
    painted = Painted(view)
    view.arrange()
    settle()
    assert len(painted.parts) == 1
    assert _is_as_painted_anew(view)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_below_the_last_row_lies_the_ground_of_the_list(background: Background, qtbot: QtBot, scheme: str) -> None:
    view, _source = _shown(3, background, qtbot)
    try:
        look().dress(view)
        look().apply(scheme, 100)
        settle()
        shot = view.viewport().grab().toImage()
        ground = {shot.pixelColor(x, shot.height() - y).name() for x in range(0, shot.width(), 7) for y in (1, 40, 90)}
        assert ground == {tokens().surface.lower()}
    finally:
        look().apply("light", 100)


def _is_as_painted_anew(view: TableView) -> bool:
    """Whether what stands on the screen is what would be painted there now."""
    stands, anew = view.screen().grabWindow(view.winId()).toImage(), view.grab().toImage()
    plain = QImage.Format.Format_RGB32
    return stands.convertToFormat(plain) == anew.convertToFormat(plain)
