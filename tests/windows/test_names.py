"""F8: codes stand for names on every screen, for a window that somebody else can see, and the top bar says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView

from desktop.centre import Centre
from desktop.records.people import PeopleQuery
from desktop.windows import names
from desktop.windows.main import Main
from tests.windows.looking import settle

NAMES = ("Jonaitien", "Budrien", "Matas Jonaitis")


@pytest.fixture(autouse=True)
def names_are_shown() -> Iterator[None]:
    """As a program begins and as the next test finds it."""
    names.hide(False)
    yield
    names.hide(False)


def told(frame: Main) -> str:
    """Every word on show, those in lists too."""
    settle()
    found = [w.text() for kind in (QLabel, QAbstractButton) for w in frame.findChildren(kind) if w.isVisible()]
    for view in frame.findChildren(QTableView):
        model: Any = view.model()
        if view.isVisible():
            cells = [model.cells(row) for row in range(model.rowCount())]
            found += [cell.read() for row in cells for cell in row.values()]
    return "\n".join(found)


@pytest.mark.parametrize("screen", ["referrals", "calls", "help", "people"])
def test_no_list_nor_card_tells_a_name_while_they_are_hidden(
    desk_of: Callable[..., Main], busy: Centre, screen: str
) -> None:
    frame = desk_of(busy)
    frame.go(screen)
    told(frame)
    assert any(name in told(frame) for name in NAMES)
    QTest.keyClick(frame, Qt.Key.Key_F8)
    told(frame)
    assert [name for name in NAMES if name in told(frame)] == []
    assert frame.bar.hidden_names.isVisible()
    frame.bar.hidden_names.click()
    told(frame)
    assert any(name in told(frame) for name in NAMES)
    assert not frame.bar.hidden_names.isVisible()


def test_a_persons_code_stands_for_her_name_and_a_page_opened_later_follows(
    desk_of: Callable[..., Main], busy: Centre
) -> None:
    frame = desk_of(busy)
    QTest.keyClick(frame, Qt.Key.Key_F8)
    frame.go("referrals")
    person = busy.people.rows(busy.people.ids(PeopleQuery()))[0]
    assert person.code in told(frame) + told(frame)
    frame.go("person", person.id)
    assert person.code in told(frame)
    assert [name for name in NAMES if name in told(frame)] == []
