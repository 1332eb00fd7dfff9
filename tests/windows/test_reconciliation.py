"""The overview of reconciliations: which lists are there, how they stand, bringing one and taking one out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.centre import Centre
from desktop.periods import Month
from desktop.reconciliation.bringing import Brought
from desktop.reconciliation.partner_list import PartnerList
from desktop.reconciliation.partner_people import PartnerPerson
from desktop.reconciliation.partner_rows import PartnerNotice
from desktop.reconciliation.reconciliations import Agreement
from desktop.records.directory import AgencyDraft
from desktop.windows.main import Main
from tests.spreadsheets.files import csv_text
from tests.windows.looking import faults, settle, turned
from tests.windows.measuring import closer_faults, english_left
from tests.windows.test_bring_in import drop, hanging

PARTNERS = ("Kretingos PK", "Skuodo PK", "Palangos PK", "Vaiko teisės")
LISTS = ((8, 0), (9, 0), (9, 1), (10, 0), (10, 3))
"""Month and institution; the first is settled."""


@pytest.fixture
def lists(centre: Centre) -> Centre:
    """A centre with five lists of three institutions; the oldest is settled."""
    by = centre.worker
    found = [centre.directory.enter(AgencyDraft(name=name, kind="police"), by).id for name in PARTNERS]
    notice = PartnerNotice("", (2,), "77-1", None, (PartnerPerson("Ona Onaitė"),))
    listed = PartnerList((notice,), (), (), (), (), {})
    for month, partner in LISTS:
        period = Month(2026, month)
        kept = centre.reconciliations.bring(Brought(period, found[partner], period, f"{month}.xlsx"), listed, by)
        if month == LISTS[0][0]:
            centre.reconciliations.settle(kept.id, Agreement("A. Kalvaitis", "Ona Petraitė"), by)
    return centre


@pytest.fixture
def screen(desk_of: Callable[..., Main], lists: Centre) -> Any:
    """The screen."""
    frame = desk_of(lists)
    frame.go("reconciliation")
    settle()
    return frame.top


def cell(screen: Any, month: int, partner: int) -> Any:
    wanted = (f"2026-{month:02}", PARTNERS[partner])
    return next(each for each in screen.grid.cells if (each.told.kept.month, each.told.partner) == wanted)


def press(widget: Any, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)
    settle()


def test_every_list_is_a_cell_with_its_state_in_words(screen: Any) -> None:
    assert len(screen.grid.cells) == len(LISTS)
    assert "Agreed figure: 0" in cell(screen, 8, 0).accessibleName()
    assert "Settled" in cell(screen, 8, 0).accessibleName()
    assert "Being reconciled, 1 row" in cell(screen, 9, 1).accessibleName()
    assert cell(screen, 10, 0).place[0] < cell(screen, 9, 0).place[0], "the latest month stands first"
    assert cell(screen, 10, 0).place[1] == cell(screen, 9, 0).place[1], "one institution below itself"


def test_arrows_go_from_cell_to_cell_and_enter_opens(screen: Any) -> None:
    screen.grid.first().setFocus()
    assert cell(screen, 10, 0).hasFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert cell(screen, 10, 3).hasFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Left)
    press(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert cell(screen, 9, 0).hasFocus()
    assert screen.told.kept.month == "2026-09"
    gone: list[Any] = []
    screen.grid.opened.connect(gone.append)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert gone == [screen.told.kept.id]


def test_an_open_list_is_taken_out_and_comes_back_by_undo(screen: Any, lists: Centre) -> None:
    cell(screen, 9, 1).setFocus()
    screen.out_button.click()
    settle()
    assert len(screen.grid.cells) == len(LISTS) - 1
    assert len(lists.reconciliations.overview()) == len(LISTS) - 1
    screen.window().desk.undo(lists.vault.head().count)
    settle()
    assert len(screen.grid.cells) == len(LISTS)


def test_a_settled_list_cannot_be_taken_out(screen: Any) -> None:
    cell(screen, 8, 0).setFocus()
    settle()
    assert screen.out_button.isHidden()
    press(QApplication.focusWidget(), Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [act.text() for act in menu.actions()] == ["Open"]
    menu.close()


def test_a_file_dropped_or_a_table_pasted_anywhere_is_brought(screen: Any, tmp_path: Path) -> None:
    frame, file = screen.window(), tmp_path / "list.csv"
    table = csv_text([("Data", "Asmuo"), ("2026-10-05", "Ona Onaitė")])
    file.write_text(table, encoding="utf-8")
    drop(screen, hanging(file))
    assert frame.top.NAME == "reconcile_columns"
    assert frame.top.work.opened.source.path == file
    frame.back()
    QApplication.clipboard().setText(table)
    QTest.keyClick(screen, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    settle()
    QApplication.clipboard().clear()
    assert frame.top.work.opened.source.pasted == table


def test_a_centre_without_lists_says_what_to_do(desk_of: Callable[..., Main], centre: Centre) -> None:
    frame = desk_of(centre)
    frame.go("reconciliation")
    settle()
    screen: Any = frame.top
    assert screen.area.isVisible()
    assert screen.bring_button.hasFocus()
    QTest.keyClick(frame, Qt.Key.Key_F6)
    settle()
    assert frame.top.NAME == "reconcile_columns"  # type: ignore[union-attr]


def test_the_grid_may_be_shown_in_every_language_and_size(screen: Any) -> None:
    found = []
    for locale in turned(screen.window()):
        wrong = [*faults(screen.window()), *closer_faults(screen.window())]
        wrong += english_left(screen.window(), locale) if locale != "en" else []
        found += [(locale, fault) for fault in wrong]
    assert found == []
    assert {each.is_named for each in screen.grid.cells} == {False}


def test_after_a_lock_the_same_list_is_meant(desk_of: Callable[..., Main], screen: Any, lists: Centre) -> None:
    cell(screen, 9, 0).setFocus()
    screen.window().keep()
    later: Any = desk_of(lists).top
    assert later.told.kept.month == "2026-09"
