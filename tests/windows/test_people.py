"""People and one person's page: found, filtered, opened, amended, linked, agreed with; every change can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.centre import Centre
from desktop.records.people import PeopleQuery
from desktop.windows.main import Main
from desktop.windows.person_rows import LinkRow
from tests.builders import NOW, a_mention, a_referral
from tests.windows.looking import faults, let_go, settle, type_text

"""A button that is pressed by its key goes down for a moment before it does anything."""
Desk = Callable[..., Main]


@pytest.fixture
def daiva(busy: Centre) -> UUID:
    """The person about whom much happened; her second notice is a repeat."""
    by, sender = busy.worker, busy.directory.senders()[0].id
    first = busy.referrals.rows(busy.referrals.ids())
    person = next(row.person_id for row in first if row.person_name == "Daiva Jonaitienė")
    assert person is not None
    spouse = a_mention(name="Tomas Jonaitis", role="posing_risk", birth_year=1980, sex="male", phone="")
    busy.referrals.enter(a_referral(sender, received_at=NOW, mentions=(a_mention(person_id=person), spouse)), by)
    return person


@pytest.fixture
def desk(desk_of: Desk, busy: Centre, daiva: UUID) -> Main:
    return desk_of(busy)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)
    let_go()


def push(where: Any, words: str) -> None:
    """Click the button that bears these words."""
    buttons = [b for b in where.findChildren(QPushButton) if b.isVisible() and b.accessibleName() == words]
    buttons[0].click()
    settle()


def page_of(desk: Main, person: UUID) -> Any:
    desk.go("person", person)
    settle()
    return desk.top


def heads(card: Any) -> list[str]:
    return [row.accessibleName().split(",")[0] for row in card.rows()]


def test_a_row_says_who_and_what_and_enter_opens_the_page(desk: Main, daiva: UUID) -> None:
    desk.go("people")
    settle()
    top: Any = desk.top
    assert top.list.foot.text() == "4 persons"
    top.filters.words.setText("јонаитиен")
    top.filters._tell()
    settle()
    assert top.model.rowCount() == 1
    assert top.model.cells(0)["name"].text == "Daiva Jonaitienė"
    assert top.model.cells(0)["open"].text == "1"
    assert top.model.cells(0)["may"].text == "May call now"
    top.view.setFocus()
    press(Qt.Key.Key_Return)
    assert desk.top is not None
    assert desk.top.NAME == "person"
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.top is top, "back to the list, with its filter"
    assert top.filters.words.text() == "јонаитиен"


def test_whoever_poses_the_risk_is_never_taken_for_the_other(desk: Main, busy: Centre) -> None:
    desk.go("people")
    settle()
    top: Any = desk.top
    top.filters.role.choose("posing_risk")
    settle()
    cells = top.model.cells(0)
    assert (cells["name"].second, cells["name"].second_ink) == ("Poses the risk", "red")
    page = page_of(desk, top.model.id_at(0))
    assert page._danger.isVisible()
    assert not page.attempt.isVisible()
    assert faults(page) == []


def test_filters_that_leave_nobody_say_so_and_can_be_cleared(desk: Main) -> None:
    desk.go("people")
    top: Any = desk.top
    top.filters.words.setText("zzzz")
    top.filters._tell()
    settle()
    assert top.list.empty.isVisible()
    push(top.list.empty, "Clear the filters")
    assert top.model.rowCount() == 4


def test_every_column_sorts(desk: Main) -> None:
    desk.go("people")
    settle()
    top: Any = desk.top
    for place, column in enumerate(top.model.columns):
        if column.can_sort:
            for _turn in range(2):
                top.view._sort(place)
                settle()
                assert top.model.rowCount() == 4, column.key


def test_the_page_tells_the_repeat_in_words_and_leads_to_each_notice(desk: Main, daiva: UUID) -> None:
    page = page_of(desk, daiva)
    assert "A repeat." in page.notices.words.text()
    assert heads(page.notices) == ["2026/3", "2026/1"]
    page.notices.rows()[1].setFocus()
    press(Qt.Key.Key_Return)
    top: Any = desk.top
    assert (top.NAME, top.card.sheet.referral.label) == ("referrals", "2026/1")
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.top is page


def test_a_child_of_the_same_notice_is_linked_by_keys_and_the_link_undone(
    desk: Main, busy: Centre, daiva: UUID
) -> None:  # fmt: skip
    page = page_of(desk, daiva)
    push(page.family, "New")
    form: Any = desk.top
    assert {entry.head for entry in form.other.list.found.entries} == {"Matas Jonaitis", "Tomas Jonaitis"}
    form.other.edit.setFocus()
    type_text(form.other.edit, "матас")
    form.other.look()
    settle()
    form.form.fields["relation"].set_value("child")
    assert form.save()
    settle()
    assert desk.top is page
    assert heads(page.family) == ["Matas Jonaitis"]
    push(page.family, "Remove")
    assert heads(page.family) == []
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [r.person.name for r in busy.people.sheet(daiva).family] == ["Matas Jonaitis"]


def test_nobody_is_linked_who_was_only_offered(desk: Main, busy: Centre, daiva: UUID) -> None:
    page = page_of(desk, daiva)
    push(page.family, "New")
    form: Any = desk.top
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.top is form
    assert form.other.problem.told(str) == "Fill in this field."
    assert busy.people.sheet(daiva).family == ()
    form.other.edit.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(busy.people.sheet(daiva).family) == 1


def test_a_child_has_consents_of_its_own_though_no_notice_is_about_it(desk: Main, busy: Centre, daiva: UUID) -> None:
    child = busy.people.ids(PeopleQuery(text="Matas"))[0]
    page = page_of(desk, child)
    push(page.consents, "New")
    form: Any = desk.top
    assert form.save()
    settle()
    assert len(busy.people.sheet(child).consents) == 1
    assert len(busy.people.sheet(daiva).consents) == 1, "hers is untouched"


def test_a_consent_is_withdrawn_with_its_day_and_who_was_told(desk: Main, busy: Centre, daiva: UUID) -> None:
    page = page_of(desk, daiva)
    push(page.consents, "Withdraw")
    form: Any = desk.top
    form.form.put({"told_to": "mokykla"})
    assert form.save()
    settle()
    (consent,) = busy.people.sheet(daiva).consents
    assert (consent.withdrawn_on, consent.told_to) == (busy.world.today(), "mokykla")
    assert "Withdrawn" in page.consents.rows()[0].accessibleName()


def test_a_measure_is_done_and_its_effect_noted(desk: Main, busy: Centre, daiva: UUID) -> None:
    page = page_of(desk, daiva)
    push(page.plan, "Done")
    push(page.plan, "Effect seen")
    form: Any = desk.top
    assert not form.save(), "an effect without words is none"
    form.form.put({"effect": "Namuose ramu."})
    assert form.save()
    settle()
    (measure,) = busy.people.sheet(daiva).plan
    assert (measure.done_on, measure.effect) == (busy.world.today(), "Namuose ramu.")


def test_a_measure_is_opened_by_enter_and_changed(desk: Main, busy: Centre, daiva: UUID) -> None:
    page = page_of(desk, daiva)
    page.plan.rows()[0].setFocus()
    press(Qt.Key.Key_Return)
    form: Any = desk.top
    assert form.form.fields["what"].raw() == "Pakeisti spyną"
    form.form.put({"what": "Pakeisti abi spynas"})
    assert form.save()
    assert [measure.what for measure in busy.people.sheet(daiva).plan] == ["Pakeisti abi spynas"]


def test_amending_keeps_a_hidden_telephone_and_can_be_undone(desk: Main, busy: Centre, daiva: UUID) -> None:
    page_of(desk, daiva)
    desk.go("person_amend", daiva)
    settle()
    form: Any = desk.top
    assert all("041" not in field.raw() for field in form.hidden.values()), "no number stands on the screen"
    form.form.put({"name": "Daiva Šlepetienė"})
    assert form.save()
    settle()
    person = busy.people.sheet(daiva).person
    assert (person.name, person.phone) == ("Daiva Šlepetienė", "+37061230041")
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert busy.people.sheet(daiva).person.name == "Daiva Jonaitienė"


def test_what_is_half_typed_is_there_again(desk: Main, daiva: UUID) -> None:
    desk.go("person_plan", daiva)
    form: Any = desk.top
    form.form.put({"what": "Teisininkas"})
    form.form.keep_now()
    desk.back()
    desk.go("person_plan", daiva)
    again: Any = desk.top
    assert again.form.fields["what"].raw() == "Teisininkas"


def test_the_time_line_is_narrowed_by_chips(desk: Main, daiva: UUID) -> None:
    page = page_of(desk, daiva)
    everything = len(page.line.line.rows())
    page.line.chips.set_value(["help"])
    page.line.chips.changed.emit()
    settle()
    assert 0 < len(page.line.line.rows()) < everything


def test_keys_lead_to_attempt_and_help_of_the_open_notice(desk: Main, daiva: UUID) -> None:
    for key, name in ((Qt.Key.Key_F6, "attempt"), (Qt.Key.Key_F7, "assistance_entry")):
        page = page_of(desk, daiva)
        press(key)
        top: Any = desk.top
        assert (top.NAME, top.sheet.referral.label) == (name, "2026/3")
        desk.back()
        assert desk.top is page


def test_the_menu_offers_what_can_be_done(desk: Main, daiva: UUID) -> None:
    page = page_of(desk, daiva)
    press(Qt.Key.Key_F10)
    menu: Any = QApplication.activePopupWidget()
    assert "Safe contact" in [action.text() for action in menu.actions()]
    menu.close()
    assert page.first() is page.attempt


def test_a_lock_brings_the_same_person_back(desk: Main, daiva: UUID) -> None:
    page = page_of(desk, daiva)
    state = page.state()
    other: Any = page_of(desk, daiva)
    other.restore(state)
    assert other.sheet.person.id == daiva


def test_an_empty_centre_says_what_will_stand_here(desk_of: Desk, centre: Centre) -> None:
    desk = desk_of(centre)
    desk.go("people")
    settle()
    assert desk.top is not None
    assert faults(desk.top) == []


def test_a_row_reads_as_one_sentence(desk: Main, daiva: UUID) -> None:
    page = page_of(desk, daiva)
    assert all(row.accessibleName() for row in page.findChildren(LinkRow))


def test_the_card_of_a_notice_leads_to_everybody_it_names_and_back(desk: Main, busy: Centre, daiva: UUID) -> None:
    desk.go("referrals", busy.people.sheet(daiva).about[0].id)
    settle()
    card: Any = desk.top.card  # type: ignore[union-attr]
    push(card, "Page of this person")
    top: Any = desk.top
    assert (top.NAME, top.sheet.person.id) == ("person", daiva)
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.top is not None
    assert desk.top.NAME == "referrals"
    card.foot.open_menu()
    menu: Any = QApplication.activePopupWidget()
    other = next(action for action in menu.actions() if action.text() == "Page: Tomas Jonaitis")
    other.trigger()
    menu.close()
    settle()
    there: Any = desk.top
    assert there.sheet.person.name == "Tomas Jonaitis"
