"""The history on the centre's page: narrowed, told field by field, and what stands on a change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.records.assistance_draft import AssistanceQuery
from desktop.records.centre_draft import CentreDraft
from desktop.vault.history_query import HistoryQuery
from desktop.windows.centre_history import HistoryPart
from desktop.windows.labels import Label
from desktop.windows.main import Main
from desktop.windows.table_paper import as_workbook
from desktop.windows.toast import Toast
from desktop.windows.undoing import redo_last, undo_last
from tests.builders import a_referral, a_worker, an_agency, an_assistance
from tests.windows.looking import faults, foreign_words, let_go, press, settle, turned, words


@pytest.fixture
def shown(frame: Main, part: Callable[[str], Any], centre: Centre) -> HistoryPart:
    """The history of a centre in which something was done."""
    rasa = centre.staff.add(a_worker(), centre.worker)
    sender = centre.directory.enter(an_agency(), centre.worker).id
    centre.referrals.enter(a_referral(sender), replace(centre.worker, id=rasa.id, name=rasa.name))
    profile = CentreDraft.of(centre.profile_log.profile())
    centre.profile_log.amend(replace(profile, town="Palanga", phone="+370 445 00000"), centre.worker)
    opened: HistoryPart = part("history")
    settle()
    return opened


def _whats(shown: HistoryPart) -> list[str]:
    rows = range(shown.model.rowCount())
    for row in rows:
        shown.model.cells(row)
    settle()
    return [shown.model.cells(row)["what"].text.split(":")[0] for row in rows]


def test_it_is_narrowed_by_worker_by_what_was_changed_and_by_day(shown: HistoryPart) -> None:
    everything = shown.model.rowCount()
    shown.filters.worker.combo.setCurrentIndex(2)
    assert _whats(shown) == ["Notice entered"]
    shown.filters.clear()
    assert shown.model.rowCount() == everything
    shown.filters.kind.combo.choose("centre")
    assert _whats(shown) == ["Centre's data changed", "Centre set up"]
    shown.filters.kind.combo.choose("keys")
    assert _whats(shown) == ["Vault made"]
    assert shown.filters.clear_button.isVisible()
    shown.filters.clear()
    shown.filters.day.set_value(date(2020, 1, 1))
    shown.filters.day.edit.editingFinished.emit()
    assert shown.model.rowCount() == 0
    assert "Nothing was changed there." in words(shown)
    shown.filters.day.set_raw("32.13")
    shown.filters.day.edit.editingFinished.emit()
    assert shown.filters.day.problem is not None
    assert shown.filters._asked != HistoryQuery()


def test_f4_goes_into_the_filters_and_shift_f4_takes_them_off(shown: HistoryPart, frame: Main) -> None:
    shown.view.setFocus()
    press(Qt.Key.Key_F4)
    assert shown.filters.worker.isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_Down)
    assert shown.filters.query().by_id is not None
    press(Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    let_go()
    assert shown.filters.query() == HistoryQuery()


def test_a_change_is_told_before_and_after_with_marks(shown: HistoryPart) -> None:
    shown.view.choose(shown.model.id_at(0))
    settle()
    told = words(shown.change)
    assert {"Town", "Palanga", "Telephone", "+370 445 00000"} <= told
    assert "Undo this" in told
    shown.undo_button.click()
    settle()
    shown.view.choose(shown.model.id_at(1))
    settle()
    assert "Do again" in words(shown.change)
    assert not shown.undo_button.isEnabled()


def test_what_stands_on_a_change_is_told_before_undoing(shown: HistoryPart, centre: Centre) -> None:
    entered = next(e for e in centre.history.entries() if e.what == "Institution entered: {name}")
    shown.view.choose(entered.number)
    settle()
    assert "Later changes stand on this one and would go too: 1" in words(shown.change)


def test_no_telephone_of_a_person_is_told_in_full(shown: HistoryPart, centre: Centre) -> None:
    entered = next(e for e in centre.history.entries() if e.what == "Notice entered: {number}")
    phones = {c.after["phone"] for c in entered.changes if c.table == "person" and c.after and c.after["phone"]}
    assert phones
    shown.view.choose(entered.number)
    settle()
    told = words(shown.change)
    assert any("\u2022" in word for word in told)
    assert not phones & told


def test_a_change_fits_every_window_in_every_language(shown: HistoryPart, frame: Main) -> None:
    shown.view.choose(shown.model.id_at(0))
    for locale in turned(frame):
        shown.sides.show_detail()
        settle()
        assert faults(shown) == [], locale
        assert locale == "en" or foreign_words(shown.change, locale) == []


def test_a_word_without_an_end_stays_in_the_card(shown: HistoryPart, centre: Centre) -> None:
    profile = CentreDraft.of(centre.profile_log.profile())
    centre.profile_log.amend(replace(profile, email=f"{'x' * 90}@pavyzdys.lt"), centre.worker)
    shown.refresh()
    settle()
    shown.view.selectRow(0)
    settle()
    told = next(label for label in shown.change.findChildren(Label) if "xxx" in label.text())
    right = told.mapTo(shown.change, told.rect().topRight()).x()
    assert right <= shown.change.width()
    assert told.minimumSizeHint().width() < shown.change.width()


def test_what_the_filter_of_a_record_takes_is_said_beside_it(shown: HistoryPart) -> None:
    assert shown.filters.record.note.text() == "number or code"


def test_it_is_narrowed_by_a_record_as_people_call_it(shown: HistoryPart, centre: Centre) -> None:
    record = shown.filters.record
    record.set_raw("2026/1")
    record.edit.editingFinished.emit()
    assert _whats(shown) == ["Notice entered"]
    record.set_raw("kretingos r. pk")
    record.edit.editingFinished.emit()
    assert _whats(shown) == ["Institution entered"]
    record.set_raw("2026/77")
    record.edit.editingFinished.emit()
    assert record.problem is not None
    shown.refresh()
    assert _whats(shown) == ["Institution entered"], "what cannot be read narrows nothing anew"
    shown.filters.clear()
    assert shown.model.rowCount() == centre.vault.head().count


def test_numbers_shown_and_lists_taken_out_are_seen(shown: HistoryPart, centre: Centre, tmp_path: Path) -> None:
    person = centre.people.ids()[0]
    centre.people.reveal(person, centre.worker)
    shown.acts.write(as_workbook, tmp_path / "list.xlsx")
    settle()
    shown.refresh()
    shown.filters.kind.combo.choose("keys")
    assert _whats(shown) == ["List taken out", "Number shown", "Vault made"]
    assert shown.model.cells(0)["what"].text == f"List taken out: History. Rows: {centre.vault.head().count - 1}"
    shown.view.choose(shown.model.id_at(0))
    assert not shown.undo_button.isEnabled()


def test_taking_back_is_said_once(shown: HistoryPart, frame: Main, centre: Centre) -> None:
    centre.assistance.give(an_assistance(referral_id=centre.referrals.ids()[0], persons=()), centre.worker)
    toast = frame.findChild(Toast)
    assert toast is not None
    undo_last(frame.desk)
    assert toast.words() == "Undone: Assistance entered"
    redo_last(frame.desk)
    assert toast.words() == "Done again: Assistance entered"
    frame.desk.undo(centre.history.last_of(centre.worker))
    assert toast.words() == "Undone: Assistance entered"
    centre.referrals.enter(
        a_referral(centre.directory.enter(an_agency(short_name=""), centre.worker).id), centre.worker
    )
    shown.refresh()
    shown.view.choose(shown.model.id_at(0))
    settle()
    shown.undo_button.click()
    settle()
    assert toast.words() == "Undone: Notice entered: 2026/2"


def test_what_was_taken_back_can_be_brought_again(shown: HistoryPart, centre: Centre) -> None:
    kept = centre.assistance.give(an_assistance(referral_id=centre.referrals.ids()[0], persons=()), centre.worker)
    centre.assistance.take_back(kept[0].id, centre.worker)
    shown.refresh()
    shown.view.choose(shown.model.id_at(0))
    settle()
    assert "Assistance · 2026/1 · P-0001 · taken out" in words(shown.change)
    shown.undo_button.click()
    settle()
    assert len(centre.assistance.ids(AssistanceQuery())) == 1
