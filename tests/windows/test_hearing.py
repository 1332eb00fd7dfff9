"""What must hear keys and clicks wherever they fall does so through one filter, and laying out waits for the end."""

from __future__ import annotations

import gc
from weakref import ref

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.windows.hearing import Hearing, listen
from desktop.windows.labels import text
from desktop.windows.layouts import Column, still
from desktop.windows.timeline import Event, EventRow, TimeLine
from tests.windows.looking import settle


class Listener(QObject):
    """Writes down the keys and keeps every `q` from whom it was meant for."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.other = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            self.heard.append(event.text())  # type: ignore[attr-defined]
            return self.heard[-1] == "q"
        self.other += event.type() in (QEvent.Type.Paint, QEvent.Type.Timer, QEvent.Type.LayoutRequest)
        return False


@pytest.mark.usefixtures("dressed")
def test_keys_in_a_dialog_are_heard_and_can_be_kept_from_it(qtbot: QtBot) -> None:
    listener, dialog = Listener(), QDialog()
    field = QLineEdit(dialog)
    qtbot.addWidget(dialog)
    listen(listener)
    dialog.show()
    QTest.keyClicks(field, "aqb")
    assert listener.heard == ["a", "q", "b"]
    assert field.text() == "ab"
    assert not listener.other  # nothing but what somebody does


@pytest.mark.usefixtures("dressed")
def test_several_listeners_share_one_filter_and_are_not_kept_by_it(qtbot: QtBot) -> None:
    field, first, second = QLineEdit(), Listener(), Listener()
    qtbot.addWidget(field)
    listen(first)
    listen(second)
    application = QApplication.instance()
    assert application is not None
    assert sum(isinstance(child, Hearing) for child in application.children()) == 1
    gone = ref(second)
    del second
    gc.collect()
    assert gone() is None
    QTest.keyClicks(field, "a")
    assert first.heard == ["a"]


@pytest.mark.usefixtures("dressed")
def test_what_is_shown_in_a_still_page_is_laid_out_once_at_the_end(qtbot: QtBot) -> None:
    page = QWidget()
    column, low, high = Column(page), text("below"), text("above")
    qtbot.addWidget(page)
    column.addWidget(high)
    column.addWidget(low)
    high.hide()
    page.show()
    settle()
    before = low.y()
    with still(page):
        high.show()
        assert low.y() == before
    settle()
    assert low.y() > before


@pytest.mark.usefixtures("dressed")
def test_rows_are_ready_before_they_are_needed_and_show_nothing_until_then(qtbot: QtBot) -> None:
    line = TimeLine(ready=3)
    qtbot.addWidget(line)
    line.show()
    qtbot.waitUntil(lambda: len(line.findChildren(EventRow)) == 3)
    assert line.rows() == ()
    assert not [row for row in line.findChildren(EventRow) if row.isVisible()]
    line.put([Event("note", f"{number}", "today") for number in range(4)])
    assert [row.event_shown.head for row in line.rows()] == ["0", "1", "2", "3"]
    assert all(row.isVisible() for row in line.rows())
