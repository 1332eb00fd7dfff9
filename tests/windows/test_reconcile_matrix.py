"""The matrix: cells by keyboard, months that do not fit, the centres beside, and the ways out."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pypdfium2
import pytest
import python_calamine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.reconciliation.matrix import ALL, Cell
from desktop.reconciliation.sister_figures import SisterDraft
from desktop.records.directory import AgencyDraft
from desktop.windows.look import CARD_TITLE, LABEL, font, look
from desktop.windows.main import Main
from desktop.windows.reconcile_matrix import NOTHING_EVER, NOTHING_THEN
from desktop.windows.reconcile_matrix_card import FIRST
from desktop.windows.reconcile_matrix_model import cell_words, difference_words
from desktop.windows.table_paper import as_pdf, as_workbook
from tests.windows.looking import faults, press, settle, turned, words
from tests.windows.measuring import closer_faults, english_left
from tests.windows.reconciling import OCTOBER, Police, ten_months

Desk = Callable[..., Main]
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def police(centre: Centre) -> Police:
    return ten_months(centre)


@pytest.fixture
def other(centre: Centre) -> UUID:
    return centre.directory.enter(AgencyDraft(name="Telšių krizių centras", kind="centre"), centre.worker).id


@pytest.fixture
def page(desk_of: Desk, centre: Centre, police: Police) -> Any:
    return opened(desk_of(centre), police.id)


def opened(desk: Main, about: UUID | None = None) -> Any:
    desk.go("reconcile_matrix", about)
    settle()
    page: Any = desk.top
    return page


def test_the_last_month_is_meant_and_its_centres_stand_beside(page: Any) -> None:
    assert page.card.view.place() == (("2026-10", "2026-10"), ALL)
    cell = page.card.view.matrix.cell(page.card.view.currentIndex())
    assert cell_words(cell) == "1 / 2 / 1"
    assert difference_words(cell) == "+1"
    said = " ".join(words(page.pane))
    assert "October 2026" in said
    assert "received 2" in said
    assert "Still unexplained: 1" in said


def test_what_balances_by_chance_still_shows_what_is_left() -> None:
    about = UUID(int=1)
    assert difference_words(Cell(about, 3, 3, 2, is_settled=True, unexplained=2)) == "0"
    assert difference_words(Cell(about, 3, 3, 3, is_settled=True)) == ""
    assert difference_words(Cell(about, 3, None, 3, is_settled=True)) == ""


def test_arrows_bring_back_months_that_do_not_fit(page: Any) -> None:
    view = page.card.view
    view.setFocus()
    hidden = [column for column in range(1, 11) if view.isColumnHidden(column)]
    assert hidden
    assert hidden[0] == 1
    for _time in range(9):
        press(KEY.Key_Left)
    assert view.place() == (("2026-01", "2026-01"), ALL)
    assert not view.isColumnHidden(1)
    assert view.isColumnHidden(10)
    press(KEY.Key_Left)
    assert view.place() == (("2026-01", "2026-01"), ALL)
    press(KEY.Key_End)
    assert view.place() == (("2026-10", "2026-10"), ALL)
    page.card.before.click()
    settle()
    assert view.place()[0] < ("2026-10", "2026-10")
    assert view.columnViewportPosition(view.currentIndex().column()) >= view.columnWidth(0)


def test_enter_opens_the_reconciliation_and_back_returns_to_the_cell(page: Any) -> None:
    desk, view = page.window(), page.card.view
    view.setFocus()
    press(KEY.Key_Up)
    press(KEY.Key_Left)
    place = view.place()
    wanted = view.matrix.cell(view.currentIndex()).reconciliation_id
    press(KEY.Key_Return)
    assert desk.top.NAME == "reconcile_agreed"
    assert desk.top.about == wanted
    desk.back()
    settle()
    assert desk.top is page
    assert view.place() == place


def test_the_row_is_copied_and_all_of_it_leaves_as_a_list(
    page: Any, centre: Centre, police: Police, other: UUID, tmp_path: Path
) -> None:
    centre.sisters.note([SisterDraft(OCTOBER, police.id, other, 7, police.unit)], centre.worker)
    page.refresh()
    page.card.view.setFocus()
    press(KEY.Key_C, CTRL)
    lines = [line.split("\t") for line in QApplication.clipboard().text().split("\n")]
    assert lines[0] == ["Month", "Unit", "Centre", "Sent", "Received", "Difference", "Agreed", "State"]
    assert lines[-3:] == [
        ["October 2026", "Together", "This centre", "1", "2", "+1", "1", "Being reconciled"],
        ["October 2026", "Together", "Telšių krizių centras", "–", "–", "–", "7", ""],
        ["October 2026", "Together", "All centres together", "–", "–", "–", "8", ""],
    ]
    assert len(lines) == 1 + 10 + 2
    page.card.leaving.write(as_workbook, tmp_path / "m.xlsx", page.card.leaves())
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO((tmp_path / "m.xlsx").read_bytes()))
    rows = book.get_sheet_by_index(0).to_python()
    head = next(number for number, row in enumerate(rows) if row[0] == "Month")
    assert rows[head] == lines[0]
    assert rows[-3][3:7] == [1.0, 2.0, 1.0, 1.0]
    assert [row[6] for row in rows[-3:]] == [1.0, 7.0, 8.0]
    page.card.leaving.write(as_pdf, tmp_path / "m.pdf", page.card.leaves())
    with pypdfium2.PdfDocument(tmp_path / "m.pdf") as paper:
        printed = paper[0].get_textpage().get_text_range()
    assert "January 2026 – October 2026" in printed
    assert "+1" in printed
    left = [entry for entry in centre.history.entries() if "taken out" in entry.what]
    assert len(left) == 2


def test_other_months_and_institutions_say_what_helps(page: Any, centre: Centre, police: Police) -> None:
    court = centre.directory.enter(AgencyDraft(name="Teismas", kind="court"), centre.worker).id
    page.refresh()
    assert page.partner.itemData(0) == police.id.hex
    page.span.choose("2025")
    settle()
    assert not page.card.view.isVisible()
    assert NOTHING_THEN in words(page)
    page.card.help_out.click()
    settle()
    assert page.span.code() == "all"
    assert page.card.view.isVisible()
    page.partner.choose(court.hex)
    settle()
    assert NOTHING_EVER in words(page)
    page.card.help_out.click()
    assert page.window().top.NAME == "reconcile_columns"


def test_an_empty_vault_teaches(desk_of: Desk, centre: Centre) -> None:
    page = opened(desk_of(centre))
    assert faults(page.window()) == []
    assert page.card.help_out.isVisible()
    assert FIRST in words(page)
    page.card.help_out.click()
    assert page.window().top.NAME == "reconcile_columns"


def test_cell_and_choice_come_back_after_a_lock(page: Any, police: Police) -> None:
    page.span.choose("all")
    page.card.view.setFocus()
    press(KEY.Key_Up)
    press(KEY.Key_Home)
    again = type(page)(page.desk)
    again.restore(page.state())
    settle()
    assert again.card.view.place() == (("2026-01", "2026-01"), str(police.unit))
    assert again.span.code() == "all"
    again.deleteLater()


def test_a_cell_is_read_whole(page: Any) -> None:
    view = page.card.view
    said = view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "October 2026, Together: Sent by them: 1, Received: 2, Agreed: 1, Difference: +1, "
        "Still unexplained: 1, Being reconciled"
    )


def test_both_pages_may_be_shown_in_every_language_and_size(
    page: Any, centre: Centre, police: Police, other: UUID
) -> None:
    desk = page.window()
    centre.sisters.note([SisterDraft(OCTOBER, police.id, other, 7, police.unit)], centre.worker)
    for show in (lambda: None, page.note):
        show()
        for locale in turned(desk):
            wrong = [*faults(desk), *closer_faults(desk)]
            wrong += english_left(desk.top, locale) if locale != "en" else []
            assert wrong == [], locale


def test_nothing_but_the_centres_covers_the_matrix_in_a_small_window(page: Any) -> None:
    desk = page.window()
    desk.resize(1024, 640)
    settle()
    assert page.card.detail_button.isVisible()
    page.card.view.setFocus()
    press(KEY.Key_F7)
    assert page.pane.isVisible()
    assert not page.card.view.isVisible()
    desk.back()
    settle()
    assert page.card.view.isVisible()
    assert desk.top is page


def test_heads_and_centres_take_another_size_of_text_though_they_change_places(
    desk_of: Desk, centre: Centre, police: Police
) -> None:
    look().apply("light", 200)
    desk = desk_of(centre)
    desk.resize(1024, 640)
    page = opened(desk, police.id)
    for percent, size in ((100, (1366, 768)), (160, (1024, 640)), (100, (1366, 768))):
        look().apply("light", percent)
        desk.resize(*size)
        settle()
        assert page.pane._month.font().pointSizeF() == pytest.approx(font(CARD_TITLE).pointSizeF())
        head = page.card.view.horizontalHeader()
        assert head.viewport().font().pointSizeF() == pytest.approx(font(LABEL).pointSizeF())


def test_an_institution_that_is_gone_is_told(page: Any, police: Police) -> None:
    desk = page.window()
    desk.go("reconcile_matrix", UUID(int=7))
    assert page.partner.code() == police.id.hex
    desk.go("reconcile_sister", UUID(int=7))
    assert desk.top.banner.isVisible()
    desk.top.save_button.click()
    assert desk.top.NAME == "reconcile_sister"
