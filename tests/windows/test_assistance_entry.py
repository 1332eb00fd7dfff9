"""Noting help: in the order of the form, for several together, onward only with consent, one after another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.records.assistance_draft import AssistanceQuery, AssistanceRow
from desktop.windows.main import Main
from tests.builders import an_agency, an_assistance
from tests.windows.looking import faults, settle, type_text, until

Desk = Callable[..., Main]
EVERYTHING = AssistanceQuery()


def press(key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, how)
    settle()


def wait_for(what: Callable[[], object]) -> None:
    """A key that stands on a button presses it a moment later."""
    until(what)
    settle()


def given(centre: Centre) -> list[AssistanceRow]:
    return centre.assistance.rows(centre.assistance.ids(EVERYTHING))


@pytest.fixture
def open_page(desk_of: Desk, busy: Centre) -> Callable[..., Any]:
    def opened(about: UUID | None = None, name: str = "assistance_entry") -> Any:
        frame = desk_of(busy)
        frame.go(name, about)
        settle()
        return frame.top

    return opened


@pytest.fixture
def services(busy: Centre) -> UUID:
    draft = an_agency(name="Kretingos SPC", short_name="", kind="social_services")
    return busy.directory.enter(draft, busy.worker).id


def test_help_is_noted_by_keyboard_alone(open_page: Callable[..., Any], busy: Centre, daivas: UUID) -> None:
    page = open_page(daivas)
    assert QApplication.focusWidget() is page.kind.chips.chips()[0], "day and person stand already"
    press(Qt.Key.Key_2)
    page.form.fields["minutes"].chips.focus_first()
    press(Qt.Key.Key_4)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: len(given(busy)) == 2)
    newest = max(given(busy), key=lambda row: row.id)
    assert (newest.minutes, newest.person_name) == (60, "Daiva Jonaitienė")
    assert newest.referral_id == daivas


def test_the_caret_goes_through_the_fields_as_they_are_read(open_page: Callable[..., Any], daivas: UUID) -> None:
    page = open_page(daivas)
    order, widget = [], page.day.edit
    for _step in range(400):
        field = next((n for n, f in page.form.fields.items() if f.isAncestorOf(widget)), "")
        if field and field not in order:
            order.append(field)
        widget = widget.nextInFocusChain()
    shown = [name for name, field in page.form.fields.items() if not field.isHidden()]
    assert [name for name in order if name in shown] == shown


def test_the_kinds_given_last_stand_first(open_page: Callable[..., Any], busy: Centre, daivas: UUID) -> None:
    for kind in ("legal", "medical"):
        busy.assistance.give(an_assistance(kind=kind, referral_id=daivas, persons=()), busy.worker)
    page = open_page(daivas)
    codes = [chip.code for chip in page.kind.chips.chips()]
    assert codes[:3] == ["medical", "legal", "consultation"]
    assert sorted(codes) == sorted(entry.code for entry in busy.lists.entries("assistance_kind"))


def test_minutes_are_a_chip_or_a_number(open_page: Callable[..., Any], daivas: UUID) -> None:
    minutes = open_page(daivas).form.fields["minutes"]
    minutes.chips.chips()[2].click()
    assert minutes.value() == 45
    minutes.edit.setFocus()
    minutes.edit.selectAll()
    type_text(minutes.edit, "20")
    assert (minutes.value(), minutes.chips.value()) == (20, ())
    minutes.edit.selectAll()
    type_text(minutes.edit, "30")
    assert minutes.chips.value() == ("30",)


def test_several_persons_are_helped_together_and_the_minutes_count_once(
    open_page: Callable[..., Any], busy: Centre, daivas: UUID
) -> None:
    before = busy.assistance.minutes(EVERYTHING)
    page = open_page(daivas)
    woman, child = page.persons.chips.chips()
    assert (woman.isChecked(), child.isChecked()) == (True, False)
    assert not page.persons.together.isVisible()
    child.click()
    settle()
    assert page.persons.together.isVisible()
    assert faults(page) == []
    page.form.put({"kind": "consultation", "minutes": 60})
    assert page.save()
    assert sum(row.is_group for row in given(busy)) == 2
    assert busy.assistance.minutes(EVERYTHING) == before + 60


def test_without_a_notice_the_person_is_found_by_a_few_letters(open_page: Callable[..., Any], busy: Centre) -> None:
    page = open_page()
    assert QApplication.focusWidget() is page.persons.edit
    assert not page.known.isVisible()
    assert not page.save(), "somebody must be named"
    type_text(page.persons.edit, "budr")
    page.persons.look()
    settle()
    QTest.keyClick(page.persons._finder.popup_shown, Qt.Key.Key_Return)
    settle()
    assert page.persons.edit.text() == ""
    assert page.known.isVisible()
    assert page.sheet.referral.person_name == "Rūta Budrienė"
    page.form.put({"kind": "consultation", "minutes": 15})
    assert page.save()
    assert max(given(busy), key=lambda row: row.id).referral_id == page.sheet.referral.id


def test_several_who_were_found_by_name_belong_to_no_notice_of_one_of_them(
    open_page: Callable[..., Any], busy: Centre
) -> None:
    page = open_page()
    assert "several" in page.persons.edit.placeholderText()
    for name in ("budr", "jonaitien"):
        type_text(page.persons.edit, name)
        page.persons.look()
        settle()
        QTest.keyClick(page.persons._finder.popup_shown, Qt.Key.Key_Return)
        settle()
    page.form.put({"kind": "consultation", "minutes": 60})
    assert page.save()
    together = [row for row in given(busy) if row.is_group]
    assert len(together) == 2
    assert [row.referral_label for row in together] == ["", ""]


def test_whoever_is_added_by_name_does_not_come_under_the_notice_from_which_it_was_opened(
    open_page: Callable[..., Any], busy: Centre, daivas: UUID
) -> None:
    page = open_page(daivas)
    type_text(page.persons.edit, "budr")
    page.persons.look()
    settle()
    QTest.keyClick(page.persons._finder.popup_shown, Qt.Key.Key_Return)
    settle()
    page.form.put({"kind": "consultation", "minutes": 60})
    assert page.save()
    together = {row.person_name: row.referral_id for row in given(busy) if row.is_group}
    assert together == {"Daiva Jonaitienė": daivas, "Rūta Budrienė": None}


def look_for(page: Any, words: str) -> list[str]:
    """What is offered for these words."""
    page.persons.edit.setFocus()
    type_text(page.persons.edit, words)
    page.persons.look()
    settle()
    found = page.persons._finder.popup_shown.model()
    return [str(found.index(row, 0).data()) for row in range(found.rowCount())]


def test_whoever_is_not_known_yet_is_written_down_and_comes_back_among_those_helped(
    open_page: Callable[..., Any], busy: Centre
) -> None:
    page = open_page()
    frame = page.window()
    assert look_for(page, "budr")[-1] == "New person\u2026"
    page.persons.edit.clear()
    assert look_for(page, "Vida Lapė") == ["New person\u2026"]
    QTest.keyClick(page.persons._finder.popup_shown, Qt.Key.Key_Return)
    settle()
    assert frame.top.NAME == "person_new"
    assert frame.top.form.fields["name"].value() == "Vida Lapė"
    assert frame.top.save()
    settle()
    assert frame.top is page, "back to the help, and not on to her page"
    assert len(page.persons.raw()) == 1
    assert page.persons.edit.text() == ""
    page.form.put({"kind": "consultation", "minutes": 15})
    assert page.save()
    assert max(given(busy), key=lambda row: row.id).person_name == "Vida Lapė"


def test_whoever_was_written_down_and_taken_back_is_not_among_those_helped(
    open_page: Callable[..., Any], busy: Centre
) -> None:
    page = open_page()
    frame = page.window()
    page._write_down("Vida Lapė")
    assert frame.top.save()
    settle()
    assert len(page.persons.value()) == 1
    frame._toast._undo.click()
    settle()
    assert page.persons.value() == ()


def test_who_leaves_the_new_person_comes_back_to_the_help_as_it_was(
    open_page: Callable[..., Any], busy: Centre
) -> None:
    page = open_page()
    frame = page.window()
    page._write_down("Vida Lapė")
    frame.back()
    settle()
    assert frame.top is page
    assert page.persons.value() == ()
    assert busy.drafts.of("person_new", None, busy.worker) is None


def test_a_list_that_opens_under_a_field_is_no_leaving_of_it(open_page: Callable[..., Any], daivas: UUID) -> None:
    page = open_page(daivas)
    type_text(page.persons.edit, "budr")
    QApplication.sendEvent(page.persons.edit, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert page.persons.problem is None, "she is choosing still"
    QApplication.sendEvent(page.persons.edit, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert page.persons.problem is not None


def test_a_name_that_was_not_chosen_is_nobody(open_page: Callable[..., Any], daivas: UUID) -> None:
    page = open_page(daivas)
    type_text(page.persons.edit, "kažkas")
    assert not page.save()
    assert page.persons.problem is not None


def test_passing_on_asks_for_consent_in_place_and_once(
    open_page: Callable[..., Any], busy: Centre, daivas: UUID, services: UUID
) -> None:
    page = open_page(daivas)
    page.form.put({"kind": "onward", "minutes": 15})
    assert not page.consent.isVisible()
    page.onward.set_value(services.hex)
    settle()
    assert page.consent.isVisible()
    assert faults(page) == []
    assert not page.save()
    assert page.consent.problem is not None
    page.form.put({"consent_id": "spoken", "withheld": "adresas"})
    assert page.save()
    person = busy.referrals.sheet(daivas).person
    assert person is not None
    consent = busy.care.consents(person.id)[0]
    assert (consent.recipient_id, consent.withheld, consent.how) == (services, "adresas", "spoken")
    page.desk.go("assistance_entry", daivas)
    again = page.window().top
    again.onward.set_value(services.hex)
    settle()
    assert not again.consent.isVisible(), "it holds already"
    assert again.onward.note.text() == "Consent given: 02/11/2026"


def test_undo_takes_the_help_and_its_consent_back(
    open_page: Callable[..., Any], busy: Centre, daivas: UUID, services: UUID
) -> None:
    page = open_page(daivas)
    frame, count = page.window(), len(given(busy))
    page.onward.set_value(services.hex)
    page.form.put({"kind": "onward", "minutes": 15, "consent_id": "signed"})
    assert page.save()
    frame._toast._undo.click()
    settle()
    assert len(given(busy)) == count
    assert len(busy.referrals.sheet(daivas).consents) == 1, "only the one of before"


def test_the_last_help_is_repeated_by_one_key(open_page: Callable[..., Any], busy: Centre, daivas: UUID) -> None:
    page = open_page(daivas)
    press(Qt.Key.Key_F6)
    wait_for(page.kind.value)
    assert (page.kind.value(), page.form.fields["minutes"].value()) == ("consultation", 45)
    assert len(given(busy)) == 1, "nothing is saved by that"
    assert QApplication.focusWidget() is page.save_button


def test_one_is_saved_and_the_next_one_begins_empty_on_the_same_day(
    open_page: Callable[..., Any], busy: Centre, daivas: UUID
) -> None:
    page = open_page(daivas)
    page.form.put({"kind": "legal", "minutes": 30, "note": "Dėl vaikų.", "on_day": None})
    page.day.set_raw("2026-11-01")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    wait_for(lambda: len(given(busy)) == 2)
    assert page.window().top is page
    assert (page.kind.value(), page.form.fields["minutes"].value()) == ("", None)
    assert page.form.fields["note"].value() == ""
    assert page.day.raw() == "2026-11-01"
    assert page.persons.raw() != []
    assert page.kind.chips.chips()[0].hasFocus()


def test_what_is_half_typed_about_nobody_is_kept_too(open_page: Callable[..., Any], busy: Centre) -> None:
    page = open_page()
    page.form.fields["note"].edit.setPlainText("Grupė.")
    frame = page.window()
    frame.back()
    frame.go("assistance_entry")
    assert frame.top.form.fields["note"].value() == "Grupė."


def test_the_help_of_a_group_is_amended_for_all(open_page: Callable[..., Any], busy: Centre, daivas: UUID) -> None:
    first = open_page(daivas)
    first.persons.chips.chips()[1].click()
    first.form.put({"kind": "consultation", "minutes": 60})
    assert first.save()
    row = next(row for row in given(busy) if row.is_group)
    page = open_page(row.id, "assistance_amend")
    assert len(page.persons.value()) == 2
    assert faults(page) == []
    page.form.put({"minutes": 90})
    assert page.save()
    assert [r.minutes for r in given(busy) if r.is_group] == [90, 90]


def test_a_telephone_hour_is_one_entry(open_page: Callable[..., Any], busy: Centre) -> None:
    before, minutes = busy.assistance.times(EVERYTHING), busy.assistance.minutes(EVERYTHING)
    page = open_page()
    assert page.calls.isVisible()
    type_text(page.calls.edit, "12")
    settle()
    assert not page.persons.required
    assert faults(page) == []
    page.form.put({"kind": "information", "minutes": 90})
    assert page.save()
    assert busy.assistance.times(EVERYTHING) == before + 12
    assert busy.assistance.minutes(EVERYTHING) == minutes + 90


def test_calls_without_a_name_are_not_asked_about_a_notice(open_page: Callable[..., Any], daivas: UUID) -> None:
    assert not open_page(daivas).calls.isVisible()
