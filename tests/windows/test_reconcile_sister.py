"""Figures of other centres, typed in from their sheets beside the matrix: by keyboard, corrected, taken out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.periods import Month
from desktop.reconciliation.sister_figures import SisterDraft
from desktop.records.directory import AgencyDraft
from desktop.windows.main import Main
from desktop.windows.reconcile_sister import NO_UNIT, SisterPlace
from tests.windows.looking import press, settle, type_text, words
from tests.windows.reconciling import OCTOBER, Police, ten_months
from tests.windows.test_institution_field import choose_new, write_down

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def police(centre: Centre) -> Police:
    return ten_months(centre)


@pytest.fixture
def other(centre: Centre) -> UUID:
    return centre.directory.enter(AgencyDraft(name="Telšių krizių centras", kind="centre"), centre.worker).id


@pytest.fixture
def page(desk_of: Callable[..., Main], centre: Centre, police: Police) -> Any:
    """The matrix, from which the form is asked for."""
    desk = desk_of(centre)
    desk.go("reconcile_matrix", police.id)
    settle()
    return desk.top


def figures(centre: Centre, police: Police) -> list[tuple[str, int, str]]:
    found = centre.sisters.of(police.id, Month(2025, 1), Month(2026, 12))
    return [(each.month, each.agreed, each.source) for each in found]


def test_a_figure_of_another_centre_is_typed_in_by_keyboard_alone(
    page: Any, centre: Centre, police: Police, other: UUID
) -> None:
    desk, view = page.window(), page.card.view
    view.setFocus()
    press(KEY.Key_Up)
    press(KEY.Key_F6)
    form = desk.top
    assert form.NAME == "reconcile_sister"
    assert form.centre.value() == other.hex
    assert form.month.value() == "2026-10"
    assert form.unit.value() == police.unit.hex
    assert form.agreed.edit.hasFocus()
    type_text(QApplication.focusWidget(), "1 207")
    press(KEY.Key_Tab)
    type_text(QApplication.focusWidget(), "2026/3")
    press(KEY.Key_Return, CTRL)
    assert desk.top is page
    assert figures(centre, police) == [("2026-10", 1207, "2026/3")]
    assert "1,207  Telšių krizių centras" in " ".join(words(page.pane))
    assert page.pane._whole.text() == "1,208"
    press(KEY.Key_Z, CTRL)
    assert figures(centre, police) == []


def test_it_is_corrected_and_taken_out(page: Any, centre: Centre, police: Police, other: UUID) -> None:
    desk = page.window()
    centre.sisters.note([SisterDraft(OCTOBER, police.id, other, 7, police.unit, "2026/3")], centre.worker)
    page.refresh()
    page.card.view.setFocus()
    press(KEY.Key_Up)
    page.correct(str(other))
    settle()
    form = desk.top
    assert (form.agreed.raw(), form.source.raw()) == ("7", "2026/3")
    form.agreed.set_raw("8")
    form.save_button.click()
    settle()
    assert figures(centre, police) == [("2026-10", 8, "2026/3")]
    page.correct(str(other))
    settle()
    desk.top.out_button.click()
    settle()
    assert desk.top is page
    assert figures(centre, police) == []
    press(KEY.Key_Z, CTRL)
    assert figures(centre, police) == [("2026-10", 8, "2026/3")]


def test_one_sheet_is_typed_in_unit_by_unit(page: Any, centre: Centre, police: Police, other: UUID) -> None:
    desk = page.window()
    page.note()
    settle()
    form = desk.top
    assert form.unit.value() == NO_UNIT
    form.agreed.set_raw("3")
    form.source.set_raw("2026/3")
    press(KEY.Key_Return, CTRL | SHIFT)
    assert form.unit.value() == police.unit.hex
    assert (form.agreed.raw(), form.source.raw()) == ("", "2026/3")
    assert "3" in words(form)
    form.agreed.set_raw("4")
    form.save_button.click()
    settle()
    assert sorted(figures(centre, police)) == [("2026-10", 3, "2026/3"), ("2026-10", 4, "2026/3")]


def test_what_is_wrong_is_said_at_its_field(page: Any, centre: Centre, police: Police, other: UUID) -> None:
    page.note()
    settle()
    form = page.window().top
    for typed in ("", "seven", "-3"):
        form.agreed.set_raw(typed)
        form.save_button.click()
        settle()
        assert form.agreed.problem is not None, typed
    assert figures(centre, police) == []


def test_what_was_typed_comes_back_after_a_lock(page: Any, police: Police, other: UUID) -> None:
    desk = page.window()
    page.note()
    settle()
    form = desk.top
    form.agreed.set_raw("11")
    form.source.set_raw("2026/9")
    kept = form.state()
    again = type(form)(desk.desk)
    again.restore(kept)
    assert again.form.raw() == form.form.raw()
    assert again.partner_id == police.id
    again.deleteLater()


def test_a_number_typed_first_is_not_lost_when_the_unit_is_chosen(page: Any, police: Police, other: UUID) -> None:
    page.note()
    settle()
    form = page.window().top
    form.agreed.set_raw("11")
    form.unit.set_value(police.unit.hex)
    form._look()
    assert form.agreed.raw() == "11"


def test_a_centre_is_offered_that_is_not_our_own(page: Any, centre: Centre, other: UUID) -> None:
    own = centre.profile_log.profile().name
    centre.directory.enter(AgencyDraft(name=own, kind="centre"), centre.worker)
    page.note()
    settle()
    combo = page.window().top.centre.combo
    assert [combo.itemText(place) for place in range(combo.count())] == [
        "", "Telšių krizių centras", "New institution\u2026"
    ]  # fmt: skip


def test_a_centre_that_is_not_known_yet_is_written_down_from_here(page: Any, centre: Centre) -> None:
    page.note()
    settle()
    desk, form = page.window(), page.window().top
    assert form.banner.words().startswith("No other crisis centre")
    form.agreed.set_raw("11")
    choose_new(form.centre, "Telš")
    assert desk.top.form.fields["kind"].value() == "centre"
    write_down(desk, "Telšių krizių centras", "centre")
    assert desk.top is form
    assert form.centre.words() == "Telšių krizių centras"
    assert form.agreed.raw() == "11"
    assert form.banner.isHidden()


def test_a_place_without_a_month_begins_empty(page: Any, police: Police, other: UUID) -> None:
    page.window().go("reconcile_sister", SisterPlace(police.id))
    settle()
    assert page.window().top.month.value() == ""
    assert page.window().top.month.combo.hasFocus()
