"""Entering a notice: what is half typed is offered again, nothing amended is lost, all is reached by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.centre import Centre
from desktop.windows.buttons import Button
from desktop.windows.main import Main
from tests.builders import a_measure, a_referral, an_agency
from tests.windows.looking import let_go, settle, type_text, until
from tests.windows.noticing import empty_notice, type_name

Desk = Callable[..., Main]


@pytest.fixture
def page(desk_of: Desk, busy: Centre) -> Any:
    """An empty notice in a busy centre."""
    return empty_notice(desk_of(busy))


def test_what_was_left_is_offered_and_can_be_thrown_away(page: Any, busy: Centre) -> None:
    type_name(page, "Pusiau Ž")
    page.desk.back()
    page.desk.go("notice")
    again = page.window().top
    assert again.form.fields["mentions.0.name"].raw() == "Pusiau Ž"
    assert again.banner.isVisible()
    again.throw_away()
    assert again.form.fields["mentions.0.name"].raw() == ""
    assert not again.banner.isVisible()
    assert busy.drafts.of("notice", None, busy.worker) is None


def test_the_time_of_receipt_is_asked_and_never_made_up(page: Any, busy: Centre) -> None:
    type_name(page, "Milda Kairienė")
    clock = page.form.fields["received_time"]
    clock.set_raw("")
    before = len(busy.referrals.ids())
    assert not page.save()
    assert clock.problem is not None
    assert clock.edit.hasFocus()
    assert len(busy.referrals.ids()) == before
    clock.set_raw("905")
    assert page.save()
    assert busy.referrals.rows(busy.referrals.ids()[:1])[0].received_at.hour == 9


def test_a_page_below_forgets_what_was_saved_above(page: Any, busy: Centre) -> None:
    type_name(page, "Milda Kairienė")
    frame = page.window()
    frame.go("notice")
    assert frame.top is not page
    before = len(busy.referrals.ids())
    assert frame.top.save()
    assert frame.top is page
    assert page.form.fields["mentions.0.name"].raw() == ""
    assert len(busy.referrals.ids()) == before + 1


def test_amending_loses_nothing_that_the_form_does_not_ask(desk_of: Desk, busy: Centre) -> None:
    notice = busy.referrals.ids()[-1]
    draft = busy.referrals.draft_of(notice)
    second = a_measure(kind=draft.measures[0].kind, granted_at=datetime(2026, 11, 2, 8, 0), granted_by="teismas")
    busy.referrals.amend(notice, replace(draft, measures=(*draft.measures, second)), busy.worker)
    before = busy.referrals.draft_of(notice)
    frame = desk_of(busy)
    frame.go("notice", notice)
    page: Any = frame.top
    page.form.fields["reference"].set_value("21-4-1")
    assert page.save()
    assert busy.referrals.draft_of(notice) == replace(before, reference="21-4-1")


def test_who_granted_an_order_is_chosen_or_typed_and_shown_again(desk_of: Desk, busy: Centre) -> None:
    notice = busy.referrals.ids()[-1]
    frame = desk_of(busy)
    for typed in ("Klaipėdos apylinkės teismas", busy.directory.agencies()[0].known_as, ""):
        frame.go("notice", notice)
        page: Any = frame.top
        page.form.fields["measures.0.granted_by"].combo.setCurrentText(typed)
        assert page.save()
        assert busy.referrals.draft_of(notice).measures[0].granted_by == typed
        frame.go("notice", notice)
        assert frame.top.form.fields["measures.0.granted_by"].words() == typed  # type: ignore[union-attr]
        frame.back()


def test_the_time_of_the_incident_is_typed_beside_its_day(desk_of: Desk, busy: Centre) -> None:
    notice = busy.referrals.ids()[-1]
    frame = desk_of(busy)
    frame.go("notice", notice)
    page: Any = frame.top
    page.form.fields["incident_on"].set_value(date(2026, 11, 1))
    page.form.fields["incident_time"].set_raw("2140")
    assert page.save()
    assert busy.referrals.draft_of(notice).incident_time == time(21, 40)


def test_a_draft_of_an_amendment_keeps_who_is_who(desk_of: Desk, busy: Centre) -> None:
    notice = busy.referrals.ids()[-1]
    before = busy.referrals.draft_of(notice)
    frame = desk_of(busy)
    frame.go("notice", notice)
    page: Any = frame.top
    type_text(page.form.fields["reference"].edit, "7")
    page.desk.back()
    frame.go("notice", notice)
    again: Any = frame.top
    assert again is not page
    assert again.save()
    assert busy.referrals.draft_of(notice).mentions == before.mentions


def test_what_is_wrong_stands_at_its_field_and_nothing_is_saved(page: Any, busy: Centre) -> None:
    before = len(busy.referrals.ids())
    type_name(page, "Milda Kairienė")
    page.form.fields["received_at"].set_raw("31 02")
    assert not page.save()
    assert page.form.fields["received_at"].problem is not None
    assert len(busy.referrals.ids()) == before


def test_a_kept_number_is_never_shown_by_a_form(desk_of: Callable[..., Main], busy: Centre) -> None:
    frame = desk_of(busy)
    with_number = next(
        row for row in busy.referrals.ids() if any(m.phone for m in busy.referrals.sheet(row).mentions[:1])
    )
    number = busy.referrals.sheet(with_number).mentions[0].phone
    frame.go("notice", with_number)
    settle()
    page = frame.top
    shown = [edit.text() + edit.placeholderText() for edit in page.findChildren(QLineEdit)]
    assert not any(number[4:9] in text.replace(" ", "") for text in shown)
    assert page.save()
    assert busy.referrals.sheet(with_number).mentions[0].phone == number


def test_tab_goes_in_reading_order(page: Any) -> None:
    for box in page.form._boxes:
        if box.is_folded():
            box.unfold()
    page.others.add()
    settle()
    start = page.form.fields["received_at"].edit
    start.setFocus()
    visited = [start]
    while len(visited) < 80:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now is start:
            break
        visited.append(now)
    places = [field for field in page.form.fields.values() if field.isVisible()]
    reached = [next(f for f in places if f.isAncestorOf(w)) for w in visited if any(f.isAncestorOf(w) for f in places)]
    order = list(dict.fromkeys(reached))
    assert set(order) == set(places), "every field is reached"
    assert order == sorted(places, key=lambda field: _read_at(field, page))
    after = [w for w in visited if page.others.isAncestorOf(w)]
    assert len(after) == 6, "the button for one more, the row of another person, and the button that takes it away"
    assert visited.index(page.save_button) > visited.index(after[-1])


def _read_at(field: QWidget, page: QWidget) -> tuple[int, int]:
    at = field.mapTo(page, QPoint(0, 0))
    return at.y(), at.x()


def test_another_person_takes_the_caret_and_comes_into_sight(page: Any) -> None:
    for _time in range(2):
        QTest.keyClick(page.window(), Qt.Key.Key_F6)
        let_go()
    caret = QApplication.focusWidget()
    assert caret is not None
    assert page.others.isAncestorOf(caret)
    until(lambda: not caret.visibleRegion().isEmpty())


def test_where_others_are_named_one_more_is_added(page: Any) -> None:
    QTest.keyClick(page.window(), Qt.Key.Key_F6)
    let_go()
    more = next(b for b in page.others.findChildren(Button) if b.accessibleName() == "Another person")
    more.click()
    settle()
    _first, second = page.others._rows
    assert second.isAncestorOf(QApplication.focusWidget())


def test_the_way_out_says_that_what_is_typed_goes_to_the_drafts(page: Any) -> None:
    assert page.close_button.text().startswith("Close")
    page.form.fields["reference"].edit.setFocus()
    type_text(page.form.fields["reference"].edit, "R-7")
    settle()
    assert page.close_button.text().startswith("To drafts")
    page.keep_now()
    page.throw_away()
    settle()
    assert page.close_button.text().startswith("Close")


@pytest.mark.parametrize("name", ["description", "reference"])
def test_a_personal_code_is_taken_out_by_one_button_and_comes_back_by_undo(page: Any, name: str) -> None:
    edit = page.form.fields[name].edit
    edit.setFocus()
    type_text(edit, "Ona 333 0924 0064, 33309240064.")
    settle()
    assert page.code.isVisible()
    page.code.remove.click()
    settle()
    assert page.form.fields[name].raw() == "Ona , ."
    assert not page.code.isVisible()
    edit.undo()
    edit.undo()
    settle()
    assert page.form.fields[name].raw() == "Ona 333 0924 0064, 33309240064."
    assert page.code.isVisible()


def test_another_sender_brings_the_unit_that_wrote_last_and_the_places_where_it_works(
    desk_of: Desk, busy: Centre
) -> None:
    by, directory = busy.worker, busy.directory
    other = directory.enter(
        an_agency(name="Šilutės PK", short_name="", municipalities=("Šilutės rajono savivaldybė",)), by
    )
    units = [directory.enter(an_agency(name=name, parent_id=other.id), by) for name in ("Pirma", "Antra")]
    for day, unit in enumerate((units[0], units[1], units[0])):
        received = datetime(2026, 11, 2, 9, 5) - timedelta(days=day)
        busy.referrals.enter(a_referral(other.id, unit_id=unit.id, received_at=received), by)
    busy.referrals.enter(a_referral(directory.senders()[-1].id, received_at=datetime(2026, 11, 2, 9, 30)), by)
    frame = desk_of(busy)
    frame.go("notice")
    settle()
    form: Any = frame.top.form  # type: ignore[union-attr]
    assert form.unit.raw()[0] == ""
    form.from_whom.focus()
    form.from_whom.combo.setCurrentText(other.known_as)
    settle()
    assert form.unit.raw()[0] == units[0].id.hex
    assert form.fields["mentions.0.municipality"].combo.itemText(1) == "Šilutės rajono savivaldybė"
    form.from_whom.set_value(directory.senders()[-1].id.hex)
    assert form.unit.raw()[0] == ""
