"""What every list can do, whichever screen it stands on: order, columns, rows copied, the whole taken out."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import python_calamine
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.windows.main import Main
from desktop.windows.table_paper import as_workbook
from tests.windows.looking import settle

Desk = Callable[..., Main]
ALT = Qt.KeyboardModifier.AltModifier
LISTS = (
    ("today", ""), ("referrals", ""), ("calls", ""), ("help", ""), ("people", ""),
    ("centre", "agencies"), ("centre", "history"),
)  # fmt: skip


@pytest.fixture(params=LISTS, ids=[part or name for name, part in LISTS])
def page(request: pytest.FixtureRequest, desk_of: Desk, busy: Centre) -> Any:
    """One list after another, wide enough for every column."""
    name, part = request.param
    frame = desk_of(busy, (1900, 1000))
    frame.go(name, part or None)
    settle()
    top: Any = frame.top
    return top.part if part else top


def rows(page: Any) -> list[str]:
    """What the list says, row by row, section titles left out."""
    for _turn in range(2):
        settle()
        told = [page.model.cells(row) for row in range(page.model.rowCount())]
    return ["|".join(cell.read() for cell in row.values()) for row in told if not next(iter(row.values())).is_section]


def test_keys_put_every_list_in_another_order_and_the_head_shows_it(page: Any) -> None:
    can = [column for column in page.model.columns if column.can_sort]
    assert can
    everything = sorted(rows(page))
    page.view.setFocus()
    for _turn in can:
        QTest.keyClick(page.view, Qt.Key.Key_Down, ALT)
        one = rows(page)
        places = range(len(page.model.columns))
        heads = [str(page.model.headerData(place, Qt.Orientation.Horizontal)) for place in places]
        assert [head[-1] for head in heads].count("\u2191") == 1
        QTest.keyClick(page.view, Qt.Key.Key_Up, ALT)
        assert sorted(one) == sorted(rows(page)) == everything
        assert page.model.sort_by.descending
        assert page.model.arrow() == "\u2193"


def test_a_click_on_the_head_does_the_same(page: Any) -> None:
    before, columns = page.model.sort_by, page.model.columns
    place = max(i for i, column in enumerate(columns) if column.can_sort)
    head = page.view.horizontalHeader()
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(head.sectionViewportPosition(place) + 8, 8))
    assert page.model.sort_by.key == columns[place].key
    assert page.model.sort_by != before


def test_a_row_is_copied_and_the_list_is_taken_out_as_it_is_shown(page: Any, tmp_path: Path) -> None:
    told = rows(page)
    page.view.setFocus()
    row = next(r for r in range(page.model.rowCount()) if not next(iter(page.model.cells(r).values())).is_section)
    page.view.selectRow(row)
    QTest.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text().split("\t")
    assert copied == [page.model.cells(row)[key].read() for key in page.view.columns()]
    page.acts.write(as_workbook, tmp_path / "list.xlsx")
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO((tmp_path / "list.xlsx").read_bytes()))
    written = [row for row in book.get_sheet_by_index(0).to_python() if any(str(cell).strip() for cell in row[1:])]
    assert len(written) >= len(told)


def test_the_first_column_can_be_taken_off_and_moved(page: Any) -> None:
    keys = page.view.columns()
    page.acts._choose([keys[1], *keys[2:]])
    settle()
    assert page.view.columns() == keys[1:]
    page.acts._choose([*keys[1:], keys[0]])
    settle()
    page.view.grab()
    assert page.view.columns() == [*keys[1:], keys[0]]


def test_the_titles_of_todays_sections_stand_once_in_what_is_taken_out(
    desk_of: Desk, busy: Centre, tmp_path: Path
) -> None:
    frame = desk_of(busy)
    frame.go("today")
    settle()
    page: Any = frame.top
    rows(page)
    page.acts.write(as_workbook, tmp_path / "list.xlsx")
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO((tmp_path / "list.xlsx").read_bytes()))
    told = [str(cell) for row in book.get_sheet_by_index(0).to_python() for cell in row]
    titles = [page.model.cells(r)["what"].text for r in range(page.model.rowCount()) if page.model.is_section(r)]
    assert titles
    assert [told.count(title) for title in titles] == [1] * len(titles)
