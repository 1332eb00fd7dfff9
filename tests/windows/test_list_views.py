"""Views of a list by keyboard: named, picked again, renamed, deleted and brought back, and opened with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.centre import Centre
from desktop.records.saved_views import MOST
from desktop.settings import Settings
from desktop.windows.main import Main
from tests.builders import a_mention, a_referral
from tests.windows.looking import faults, settle, type_text

Desk = Callable[..., Main]
ALT = Qt.KeyboardModifier.AltModifier


def shown(page: Any) -> list[str]:
    """Who is listed."""
    for _turn in range(2):
        settle()
        told = [page.model.cells(row)["person"].text for row in range(page.model.rowCount())]
    return told


@pytest.fixture
def page(desk_of: Desk, busy: Centre) -> Any:
    """The list of notices."""
    sender = busy.directory.senders()[0].id
    for name in ("Ona Mockienė", "Zita Adomienė"):
        busy.referrals.enter(a_referral(sender, mentions=(a_mention(name=name, phone=""),)), busy.worker)
    frame = desk_of(busy)
    frame.go("referrals")
    settle()
    return frame.top


def choose(page: Any, words: str) -> None:
    """Open the menu of views and choose what begins so, with keys alone."""
    page.views.button.setFocus()
    QTest.keyClick(page.views.button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _turn in menu.actions():
        active = menu.activeAction()
        if active is not None and active.text().startswith(words):
            break
        QTest.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction().text().startswith(words), [action.text() for action in menu.actions()]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()


def name_it(page: Any, name: str) -> None:
    """Keep what is on show under a name."""
    choose(page, "Keep this as a view")
    assert page.window().focusWidget() is page.views.name
    type_text(page.views.name, name)
    QTest.keyClick(page.views.name, Qt.Key.Key_Return)
    settle()


def test_filter_order_and_columns_come_back_by_their_name(page: Any, busy: Centre) -> None:
    everybody = shown(page)
    page.filters.chips["with_children"].click()
    page.model.turn("person")
    page.acts._choose(["person", "number"])
    children = shown(page)
    assert children != everybody
    name_it(page, "Su vaikais")
    assert page.window().focusWidget() is page.view, "she goes on with the list"
    page.filters.clear()
    page.model.turn("received_at")
    page.acts._choose([])
    assert sorted(shown(page)) == sorted(everybody)
    choose(page, "Su vaikais")
    assert shown(page) == children
    assert page.view.columns() == ["person", "number"]
    assert (page.model.sort_by.key, page.model.sort_by.descending) == ("person", False)
    assert page.views.chips[0].isChecked()


def test_words_typed_into_a_view_are_kept_with_it_and_lie_in_no_settings(
    page: Any, busy: Centre, tmp_path: Path
) -> None:
    page.search("mockiene")
    settle()
    name_it(page, "Ona")
    page.filters.clear()
    choose(page, "Ona")
    assert shown(page) == ["Ona Mockienė"]
    settings: Settings = page.window().settings
    settings.write(tmp_path)
    written = "".join(file.read_text(encoding="utf-8") for file in tmp_path.glob("settings.json"))
    assert written
    assert "mockiene" not in written
    assert "Ona" not in written


def test_a_chip_picks_a_view_and_takes_it_off(page: Any) -> None:
    page.filters.chips["repeat"].click()
    name_it(page, "Kartojasi")
    page.filters.clear()
    chip = page.views.chips[0]
    assert chip.isVisible()
    assert not chip.isChecked()
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert page.filters.on() == ("repeat",)
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert page.filters.on() == ()


def test_a_view_is_renamed_and_deleted_and_ctrl_z_brings_it_back(page: Any, busy: Centre) -> None:
    page.filters.chips["late"].click()
    name_it(page, "Late")
    choose(page, "Another name: Late")
    assert page.views.name.text() == "Late"
    type_text(page.views.name, "Vėluoja")
    QTest.keyClick(page.views.name, Qt.Key.Key_Return)
    kept = [view.name for view in busy.views.of("referrals", busy.worker)]
    assert kept == ["Vėluoja"]
    choose(page, "Delete the view: Vėluoja")
    assert busy.views.of("referrals", busy.worker) == ()
    assert not page.views.chips[0].isVisible()
    QTest.keyClick(page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert [view.name for view in busy.views.of("referrals", busy.worker)] == ["Vėluoja"]
    assert page.views.chips[0].text() == "Vėluoja"


def test_esc_leaves_naming_and_nothing_was_kept(page: Any, busy: Centre) -> None:
    choose(page, "Keep this as a view")
    type_text(page.views.name, "Nothing")
    QTest.keyClick(page.views.name, Qt.Key.Key_Escape)
    assert not page.views.name.isVisible()
    assert page.window().focusWidget() is page.view
    assert busy.views.of("referrals", busy.worker) == ()


def test_a_name_that_will_not_do_is_said_beside_the_field(page: Any, busy: Centre) -> None:
    choose(page, "Keep this as a view")
    QTest.keyClick(page.views.name, Qt.Key.Key_Return)
    assert page.views.told.text() == "Fill in this field."
    assert page.views.name.isVisible()
    for number in range(MOST):
        busy.views.keep("referrals", f"View {number}", {}, busy.worker)
    type_text(page.views.name, "One more")
    QTest.keyClick(page.views.name, Qt.Key.Key_Return)
    assert "views already" in page.views.told.text()


def test_the_list_opens_with_the_view_that_she_chose(page: Any, desk_of: Desk, busy: Centre) -> None:
    page.filters.chips["with_children"].click()
    name_it(page, "Su vaikais")
    choose(page, "The list opens with: Su vaikais")
    again = desk_of(busy)
    again.go("referrals")
    settle()
    top: Any = again.top
    assert top.filters.on() == ("with_children",)
    choose(top, "The list opens with: Su vaikais")
    third = desk_of(busy)
    third.go("referrals")
    settle()
    assert third.top.filters.on() == ()  # type: ignore[union-attr]


@pytest.mark.parametrize("screen", ["people", "help"])
def test_people_and_help_have_views_too_in_the_menu_of_the_list(desk_of: Desk, busy: Centre, screen: str) -> None:
    frame = desk_of(busy)
    frame.go(screen)
    settle()
    page: Any = frame.top
    page.filters.look_for("jonait")
    name_it(page, "Jonait")
    page.filters.clear()
    menu = QMenu()
    page.views.fill(menu)
    next(action for action in menu.actions() if action.text() == "Jonait").trigger()
    assert page.filters.text() == "jonait"
    assert "„jonait“" in page.list.foot.text()
    assert faults(page) == []


def test_a_view_of_this_month_goes_on_with_the_calendar(page: Any) -> None:
    page.filters.month.choose("this")
    first, last = page.filters.query().period
    today = page.desk.centre.world.today()
    assert first <= today <= last
    assert page.filters.state()["month"] == "this"
