"""What can be done with a list: its columns chosen and kept, rows copied, the whole printed or written as shown."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import python_calamine
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.centre import Centre
from desktop.windows.banner import EmptyState
from desktop.windows.desk import Desk as Handed
from desktop.windows.list_leaving import NOT_ENCRYPTED
from desktop.windows.main import Main
from desktop.windows.table import Cell, Sort, TableColumn, TableModel
from desktop.windows.table_acts import ListActs
from desktop.windows.table_card import TableCard
from desktop.windows.table_paper import MOST_PRINTED, as_pdf, as_workbook
from desktop.windows.table_view import TableView
from tests.builders import a_mention, a_referral, an_agency
from tests.conftest import PASSPHRASE
from tests.windows.looking import settle

Desk = Callable[..., Main]
USUAL = ["number", "received_at", "person", "sender", "state"]


@pytest.fixture
def page(desk_of: Desk, busy: Centre) -> Any:
    """The list of notices, wide enough for every column."""
    sender = busy.directory.senders()[0].id
    busy.referrals.enter(a_referral(sender, mentions=(a_mention(name="=1+1", phone=""),)), busy.worker)
    frame = desk_of(busy, (1900, 900))
    frame.go("referrals")
    settle()
    return frame.top


def entry(menu: QMenu, words: str) -> Any:
    """The entry of a menu that begins so."""
    return next(action for action in menu.actions() if action.text().startswith(words))


def menu_of(page: Any) -> QMenu:
    """The menu that the menu key opens on the list."""
    inside = page.view.viewport().rect().center()
    at = page.view.viewport().mapToGlobal(inside)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, inside, at)
    QApplication.sendEvent(page.view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def columns_of(page: Any) -> QMenu:
    """The columns in it."""
    menu = entry(menu_of(page), "Columns").menu()
    assert isinstance(menu, QMenu)
    return menu


def on_show(page: Any) -> list[str]:
    """The columns that can be seen, from left to right."""
    head, columns = page.view.horizontalHeader(), page.model.columns
    places = [head.logicalIndex(place) for place in range(len(columns))]
    return [columns[place].key for place in places if not page.view.isColumnHidden(place)]


def test_a_column_is_taken_off_and_its_words_do_not_come_back_as_a_second_line(page: Any) -> None:
    entry(columns_of(page), "Sender").trigger()
    settle()
    assert on_show(page) == ["number", "received_at", "person", "state"]
    assert all("VPK" not in page.model.cells(row)["person"].second for row in range(3))
    assert page.window().settings.columns == {"referrals": on_show(page)}


def test_columns_change_places_by_keyboard_and_by_the_mouse_and_are_kept_for_the_next_time(
    page: Any, desk_of: Desk, busy: Centre
) -> None:
    moving = entry(columns_of(page), "To the left").menu()
    entry(moving, "State").trigger()
    page.view.horizontalHeader().moveSection(0, 1)
    kept = page.window().settings
    assert kept.columns == {"referrals": ["received_at", "number", "person", "state", "sender"]}
    other = page.window().desk
    acts = type(page)(other)
    assert acts.view.columns() == kept.columns["referrals"]
    acts.deleteLater()
    entry(columns_of(page), "The usual columns").trigger()
    assert page.window().settings.columns == {}
    assert on_show(page) == USUAL


def test_the_last_column_cannot_be_taken_off(page: Any) -> None:
    for title in ("Number", "Received", "Sender", "State"):
        entry(columns_of(page), title).trigger()
    assert not entry(columns_of(page), "Person and place").isEnabled()
    assert on_show(page) == ["person"]
    assert page.view.columnWidth(2) > page.view.viewport().width() - 4


def test_the_marked_rows_are_copied_as_they_are_shown(page: Any) -> None:
    page.view.setFocus()
    page.view.selectRow(0)
    QTest.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    entry(columns_of(page), "Number").trigger()
    QTest.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().split("\n")
    assert len(lines) == 2
    cells = page.model.cells(0)
    assert lines[0].split("\t") == [cells[key].read() for key in on_show(page)]


def test_a_workbook_holds_what_is_shown_with_its_count_and_filter(page: Any, tmp_path: Path) -> None:
    page.filters.chips["with_children"].click()
    settle()
    entry(columns_of(page), "Number").trigger()
    page.acts.write(as_workbook, tmp_path / "list.xlsx")
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO((tmp_path / "list.xlsx").read_bytes()))
    rows = book.get_sheet_by_index(0).to_python()
    told = [cell for row in rows for cell in row]
    assert page.list.foot.text() in told
    head = next(number for number, row in enumerate(rows) if row[0] == "Received")
    assert rows[head] == ["Received", "Person and place", "Sender", "State"]
    assert isinstance(rows[head + 1][0], datetime)
    assert str(rows[head + 1][1]).startswith("Daiva Jonaitien\u0117")
    assert len(rows) == head + 1 + page.model.rowCount()
    assert page.acts.banner.words() == NOT_ENCRYPTED


def test_nothing_typed_becomes_a_formula(page: Any, tmp_path: Path) -> None:
    page.acts.write(as_workbook, tmp_path / "list.xlsx")
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO((tmp_path / "list.xlsx").read_bytes()))
    words = [str(cell) for row in book.get_sheet_by_index(0).to_python() for cell in row]
    assert any(word.startswith("=1+1") for word in words)


def test_the_paper_holds_every_row_with_count_and_title(page: Any, tmp_path: Path) -> None:
    page.acts.write(as_pdf, tmp_path / "list.pdf")
    paper = pypdfium2.PdfDocument(tmp_path / "list.pdf")
    words = " ".join(paper[number].get_textpage().get_text_bounded() for number in range(len(paper)))
    assert page.list.foot.text() in words
    for row in range(page.model.rowCount()):
        assert page.model.cells(row)["number"].text in words
    assert "+370" not in words
    paper.close()


def test_a_place_that_takes_no_file_is_said(page: Any, tmp_path: Path) -> None:
    page.acts.write(as_workbook, tmp_path / "nowhere" / "list.xlsx")
    assert page.acts.banner.isVisible()
    assert page.acts.banner.words() != NOT_ENCRYPTED


class _Many:
    """A source of telephones, as many as are wanted."""

    def __init__(self, count: int) -> None:
        self.count = count

    def ids(self, query: Any, sort: Sort) -> range:
        return range(self.count)

    def rows(self, ids: Any) -> dict[int, int]:
        return {n: n for n in ids}


def _list_of(count: int, desk: Handed) -> tuple[TableCard, ListActs]:
    columns = (TableColumn("name", "Name", "key"), TableColumn("phone", "Telephone", private=True))
    model = TableModel(
        _Many(count), columns, lambda n: {"name": Cell(f"N{n}"), "phone": Cell("+37060000001")}, desk.background,
        sort=Sort("name"),
    )  # fmt: skip
    view = TableView(model, "Notices")
    model.setParent(view)
    card = TableCard(view, model, EmptyState("referral", "Nothing"))
    return card, ListActs(desk, "many", "Notices", card)


def test_a_telephone_is_never_copied_nor_taken_out(page: Any, tmp_path: Path) -> None:
    card, acts = _list_of(3, page.desk)
    card.model.ask(None)
    card.show()
    settle()
    card.view.selectRow(1)
    settle()
    assert card.view.row_words() == "N1"
    acts.write(as_pdf, tmp_path / "list.pdf")
    paper = pypdfium2.PdfDocument(tmp_path / "list.pdf")
    assert "3706" not in paper[0].get_textpage().get_text_bounded()
    paper.close()
    card.deleteLater()


def test_a_list_too_long_for_paper_is_refused_before_anything_is_read(page: Any, tmp_path: Path) -> None:
    card, acts = _list_of(MOST_PRINTED + 1, page.desk)
    card.model.ask(None)
    acts.write(as_pdf, tmp_path / "list.pdf")
    assert not (tmp_path / "list.pdf").exists()
    assert "too long" in acts.banner.words()
    card.deleteLater()


def test_the_marked_rows_alone_are_taken_out_and_named_with_their_number(page: Any, tmp_path: Path) -> None:
    page.view.setFocus()
    page.view.selectRow(0)
    QTest.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.acts.button.accessibleName() == "Marked: 2"
    menu = menu_of(page)
    told = [action.text().split("\t")[0] for action in menu.actions()]
    assert {"Copy 2 rows", "Print 2 rows…", "Save 2 rows as a spreadsheet…"} <= set(told)
    menu.close()
    marked = page.view.chosen_ids()
    page.acts.write(as_workbook, tmp_path / "two.xlsx", marked)
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO((tmp_path / "two.xlsx").read_bytes()))
    rows = book.get_sheet_by_index(0).to_python()
    head = next(number for number, row in enumerate(rows) if row[0] == "Number")
    assert [row[0] for row in rows[head + 1 :]] == [page.model.cells(row)["number"].text for row in range(2)]


def test_what_was_taken_out_stands_in_the_history_without_a_word_of_what_it_says(page: Any, tmp_path: Path) -> None:
    centre = page.desk.centre
    before = centre.vault.head().count
    page.acts.write(as_workbook, tmp_path / "list.xlsx")
    page.acts.write(as_pdf, tmp_path / "nowhere" / "list.pdf")
    assert centre.vault.head().count == before + 1, "what could not be written did not leave the house"
    entry = centre.history.entry(before + 1)
    assert entry.told(lambda msgid, **values: msgid.format(**values)) == "List taken out: Notices. Rows: 3"
    assert entry.by_name == centre.worker.name
    assert not entry.changes


def test_a_copied_row_is_gone_when_the_vault_locks(make_door: Callable[..., Any], folder: Path) -> None:
    door = make_door(folder)
    door.page.passphrase.set_raw(PASSPHRASE)
    door.page.unlock()
    settle()
    by = door.centre.worker
    sender = door.centre.directory.enter(an_agency(), by).id
    door.centre.referrals.enter(a_referral(sender), by)
    door.frame.go("people")
    settle()
    list_page = door.frame.top
    list_page.model.cells(0)
    settle()
    QTest.keyClick(list_page.view, Qt.Key.Key_Home)
    list_page.view.selectRow(0)
    list_page.view.copy_rows()
    assert "Jonaitien" in QApplication.clipboard().text()
    door.lock()
    settle()
    assert QApplication.clipboard().text() == ""


@pytest.mark.parametrize(
    ("screen", "acts", "leads"),
    [
        ("today", ["Do it", "Open", "Hand it on"], ["calls", "referrals", "hand_on"]),
        (
            "referrals",
            ["Contact attempt", "Assistance", "Change the notice"],
            ["attempt", "assistance_entry", "notice"],
        ),
        ("calls", ["Contact attempt", "Safe contact", "Assistance"], ["calls", "safe", "assistance_entry"]),
        ("help", ["Change…", "Take this entry back", "Open the notice"], ["assistance_amend", "help", "referrals"]),
        ("people", ["Open", "Safe contact", "Consent"], ["person", "safe", "person_consent"]),
    ],
)
def test_the_menu_of_a_row_begins_with_what_is_done_with_its_record(
    desk_of: Callable[..., Main], busy: Centre, screen: str, acts: list[str], leads: list[str]
) -> None:
    frame = desk_of(busy)
    for place, leads_to in sorted(enumerate(leads), key=lambda both: both[1] == screen):
        frame.go(screen)
        settle()
        page: Any = frame.top
        page.view.selectRow(1 if screen == "today" else 0)
        page.view.setFocus()
        page.acts.open_menu(page.mapToGlobal(page.rect().center()))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert [act.text() for act in menu.actions()][: len(acts)] == acts
        menu.actions()[place].trigger()
        menu.close()
        settle()
        assert frame.top is not None
        assert leads_to == frame.top.NAME
