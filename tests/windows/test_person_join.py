"""One person of two records, a person without a notice, and yesterday's entries corrected: by window and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.records.people import JoinDraft, PersonDraft
from desktop.windows.main import Main
from desktop.windows.person_two import differing
from tests.builders import a_consent, a_mention, a_plan_measure, a_referral, a_safe_contact
from tests.windows.looking import faults, settle
from tests.windows.test_people import page_of, press, push

Desk = Callable[..., Main]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def daiva(busy: Centre) -> UUID:
    rows = busy.referrals.rows(busy.referrals.ids())
    found = next(row.person_id for row in rows if row.person_name == "Daiva Jonaitienė")
    assert found is not None
    return found


@pytest.fixture
def again(busy: Centre) -> UUID:
    """The same person, written down once more."""
    draft = PersonDraft(name="Daiva Jonaitiene", birth_year=1984, phone="8 612 30041", email="d@example.lt")
    return busy.people.enter(draft, busy.worker).id


@pytest.fixture
def desk(desk_of: Desk, busy: Centre, daiva: UUID, again: UUID) -> Main:
    return desk_of(busy)


def open_page(desk: Main, name: str, about: Any = None) -> Any:
    desk.go(name, about)
    settle()
    return desk.top


def choose_act(words: str) -> None:
    """Choose what bears these words in the menu that is open."""
    menu: Any = QApplication.activePopupWidget()
    action = next(action for action in menu.actions() if action.text().startswith(words))
    action.trigger()
    menu.close()
    settle()


def test_who_looks_alike_is_compared_joined_and_the_toast_takes_it_back(
    desk: Main, busy: Centre, daiva: UUID, again: UUID
) -> None:
    page = page_of(desk, daiva)
    assert [row.accessibleName().split(",")[0] for row in page.alike.rows()] == ["Daiva Jonaitiene"]
    push(page.alike, "Compare both")
    both: Any = desk.top
    assert (both.NAME, both.two.kept.id, both.two.other.id) == ("person_join", daiva, again)
    assert both.both.taken() == {"email"}, "only the other says it"
    assert faults(both) == []
    both.both._sides["name"][1].button.click()
    press(Qt.Key.Key_Return, CTRL)
    assert desk.top is page
    sheet = busy.people.sheet(daiva)
    assert (sheet.person.name, sheet.person.email) == ("Daiva Jonaitiene", "d@example.lt")
    assert page.sheet.joined[0].id == again
    assert "joined with" in page._about.text()
    press(Qt.Key.Key_Z, CTRL)
    assert busy.people.sheet(again).person.id == again


def test_the_other_record_may_be_the_one_that_stays(desk: Main, busy: Centre, daiva: UUID, again: UUID) -> None:
    page_of(desk, daiva)
    both = open_page(desk, "person_join", (daiva, again))
    press(Qt.Key.Key_F6)
    assert (both.two.kept.id, both.two.other.id) == (again, daiva)
    assert both.both.taken() == {"name", "sex"} & set(both.two.differs) | (set(both.two.differs) - {"email"})
    state = both.state()
    both.restore(state)
    assert both.state() == state
    both.join()
    settle()
    assert desk.top is not None
    assert desk.top.NAME == "person", "her page shows the record that stayed"
    assert desk.top.sheet.person.id == again  # type: ignore[attr-defined]


def test_they_are_parted_from_her_page_and_told_what_stays(desk: Main, busy: Centre, daiva: UUID, again: UUID) -> None:
    busy.people.join(JoinDraft(daiva, again), busy.worker)
    busy.people.agree_safe_contact(daiva, a_safe_contact(), busy.worker)
    page = page_of(desk, daiva)
    press(Qt.Key.Key_F10)
    choose_act("Part again")
    part: Any = desk.top
    assert part.NAME == "person_part"
    assert any("Safe contact agreed" in label.text() for label in part._box.children() if hasattr(label, "text"))
    assert faults(part) == []
    press(Qt.Key.Key_Return, CTRL)
    assert desk.top is page
    assert page.sheet.joined == ()
    assert busy.people.sheet(again).person.email == "d@example.lt"


def test_the_other_record_is_found_by_name(desk: Main, daiva: UUID, again: UUID) -> None:
    page_of(desk, again)
    press(Qt.Key.Key_F10)
    choose_act("Join with another")
    same: Any = desk.top
    assert same.NAME == "person_same"
    assert same.other.list.chosen().about == daiva, "who looks alike comes first"
    press(Qt.Key.Key_Return, CTRL)
    assert desk.top is not None
    assert desk.top.NAME == "person_join"
    press(Qt.Key.Key_Escape)
    assert desk.top.NAME == "person"


def test_one_notice_that_names_both_warns(desk: Main, busy: Centre, daiva: UUID) -> None:
    notice = busy.people.sheet(daiva).about[0]
    other = next(m.person_id for m in busy.referrals.sheet(notice.id).mentions if m.person_id != daiva)
    both = open_page(desk, "person_join", (daiva, other))
    assert notice.label in both.banner.words()
    gone = open_page(desk, "person_join", (daiva, daiva))
    assert not gone.join_button.isEnabled()


def test_a_person_without_a_notice_is_written_down_reached_and_helped(desk: Main, busy: Centre) -> None:
    desk.go("people")
    settle()
    press(Qt.Key.Key_F6)
    form: Any = desk.top
    form.form.put({"name": "Ieva Ievaitė", "birth_year": 2016})
    press(Qt.Key.Key_Return, CTRL)
    page: Any = desk.top
    assert page.NAME == "person"
    own = page.sheet.person.id
    press(Qt.Key.Key_F6)
    attempt: Any = desk.top
    assert attempt.NAME == "person_attempt"
    attempt.form.put({"outcome": "reached"})
    assert attempt.save()
    settle()
    press(Qt.Key.Key_F7)
    helping: Any = desk.top
    assert helping.persons.value() == (own,)
    helping.form.put({"kind": "consultation", "minutes": 30})
    assert helping.save(), [f.problem for f in helping.form.fields.values() if f.problem]
    settle()
    page = page_of(desk, own)
    page._go("safe")
    settle()
    safe: Any = desk.top
    safe.form.put({"allowed": "no"})
    assert safe.save()
    sheet = busy.people.sheet(own)
    assert (len(sheet.attempts), len(sheet.assistance), sheet.person.safe_allowed) == (1, 1, "no")
    assert sheet.attempts[0].referral_id is None
    assert [row.name for row in busy.search.find("ievait").persons] == ["Ieva Ievaitė"]
    sender = busy.directory.senders()[0].id
    later = a_referral(sender, mentions=(a_mention(person_id=own, name="Ieva Ievaitė", phone=""),))
    assert busy.referrals.enter(later, busy.worker).person_id == own


def test_a_new_person_half_typed_is_kept(desk: Main, busy: Centre) -> None:
    form = open_page(desk, "person_new")
    form.form.put({"name": "Pusiau"})
    form.form.keep_now()
    form.form.changed.emit()
    form.form.keep_now()
    again = open_page(desk, "person_new")
    assert again.form.fields["name"].raw() == "Pusiau"


def test_a_hidden_number_is_taken_out_unseen(desk: Main, busy: Centre, daiva: UUID) -> None:
    page_of(desk, daiva)
    form = open_page(desk, "person_amend", daiva)
    phone = form.hidden["phone"]
    phone.focus()
    press(Qt.Key.Key_Delete)
    assert phone.edit.placeholderText() == "Will be taken out"
    raw = form.form.raw()
    press(Qt.Key.Key_Delete)
    assert phone.value() == "+37061230041", "the same key brings it back"
    form.form.restore(raw)
    form.form.put({"birth_year": None, "sex": "", "municipality": "", "note": ""})
    assert form.save()
    person = busy.people.sheet(daiva).person
    assert (person.phone, person.birth_year, person.sex, person.name) == ("", None, "unknown", "Daiva Jonaitienė")


def test_every_entry_of_the_line_is_opened_by_enter_and_corrected(desk: Main, busy: Centre, daiva: UUID) -> None:
    by = busy.worker
    measure = busy.care.plan_measure(a_plan_measure(daiva), by)
    busy.care.give_consent(a_consent(daiva), by)
    busy.care.done(measure.id, busy.world.today(), by)
    busy.care.effect(measure.id, "Gerai", busy.world.today(), by)
    expected = {
        "attempt": "attempt_amend", "assistance": "assistance_amend", "consent": "person_consent",
        "plan": "person_plan", "order": "measure", "notice": "referrals", "change": "outcome", "safe": "person",
    }  # fmt: skip
    page, opened = page_of(desk, daiva), set()
    for row in page.line.line.rows():
        kind = row.event_shown.kind
        kind = "attempt" if kind == "reached" else kind
        row.setFocus()
        press(Qt.Key.Key_Return)
        assert desk.top is not None
        assert desk.top.NAME in {expected[kind], "person_effect"}, kind
        opened.add(kind)
        desk.go("person", daiva)
        settle()
        page = desk.top
    assert opened >= {"attempt", "assistance", "consent", "plan", "notice"}


def test_a_consent_and_a_measure_are_corrected_and_taken_back(desk: Main, busy: Centre, daiva: UUID) -> None:
    by = busy.worker
    consent = busy.care.give_consent(a_consent(daiva), by)
    form = open_page(desk, "person_consent", (daiva, consent.id))
    form.form.put({"withheld": "adreso"})
    assert form.save()
    assert next(kept.withheld for kept in busy.care.consents(daiva) if kept.id == consent.id) == "adreso"
    measure = busy.care.plan_measure(a_plan_measure(daiva), by)
    busy.care.done(measure.id, busy.world.today(), by)
    form = open_page(desk, "person_plan", (daiva, measure.id))
    form.form.put({"done_on": None, "what": "Kita"})
    assert form.save()
    kept = next(one for one in busy.care.plan(daiva) if one.id == measure.id)
    assert (kept.done_on, kept.what) == (None, "Kita")
    busy.care.take_back_measure(measure.id, by)
    assert measure.id not in [one.id for one in busy.care.plan(daiva)]
    page = page_of(desk, daiva)
    row = next(row for row in page.line.line.rows() if row.event_shown.kind == "consent")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_F10)
    settle()
    left = len(busy.care.consents(daiva)) - 1
    choose_act("Take this entry back")
    assert len(busy.care.consents(daiva)) == left


def test_a_family_link_is_changed_from_the_other_side(desk: Main, busy: Centre, daiva: UUID, again: UUID) -> None:
    busy.people.link_family(daiva, again, "", busy.worker)
    page = page_of(desk, again)
    push(page.family, "Change")
    form: Any = desk.top
    assert form.NAME == "person_relation"
    form.form.put({"relation": "parent"})
    assert form.save()
    assert [kin.relation for kin in busy.people.sheet(daiva).family if kin.person.id == again] == ["child"]


def test_the_history_of_one_person_is_opened_from_her_page(desk: Main, busy: Centre, daiva: UUID) -> None:
    busy.people.amend(daiva, PersonDraft(name="Daiva J."), busy.worker)
    page_of(desk, daiva)
    press(Qt.Key.Key_F10)
    choose_act("History of this person")
    top: Any = desk.top
    assert top.NAME == "centre"
    told = [top.part.model.cells(row)["what"].text for row in range(top.part.model.rowCount())]
    assert any(words.startswith("Person amended") for words in told)
    assert not any("Institution" in words for words in told)


def test_what_differs_is_marked_by_letters_or_by_the_whole_word() -> None:
    assert differing("Jonaitienė", "Jonaitiene") == [("Jonaitien", False), ("ė", True)]
    assert differing("Ona Žvirblienė", "Ona Kazlauskaitė") == [("Ona ", False), ("Žvirblienė", True)]
    assert differing("", "x") == []
    for one, other in (("Đurić Jelena", "Djurić-Kovač Jelena"), ("1984", "1948"), ("ab", "")):
        assert "".join(part for part, _differs in differing(one, other)) == one


def test_every_field_of_a_notice_can_be_emptied_again(desk: Main, busy: Centre, daiva: UUID) -> None:
    notice = busy.people.sheet(daiva).about[0].id
    page = open_page(desk, "notice", notice)
    page.form.fields["mentions.0.phone"].take_out()
    wanted = (
        "officer",
        "reference",
        "incident_on",
        "incident_place",
        "description",
        "risk_level",
        "risk_on",
        "risk_by",
    )
    empty = {name: None for name in wanted if name in page.form.fields}
    page.form.put({**empty, "mentions.0.birth_year": None, "mentions.0.kinds": (), "children_saw": "unknown"})
    assert page.save(), [field.problem for field in page.form.fields.values() if field.problem]
    draft = busy.referrals.draft_of(notice)
    mention = draft.mentions[0]
    assert (mention.phone, mention.birth_year, mention.kinds) == ("", None, ())
    assert (draft.officer, draft.incident_on, draft.description, draft.children_saw) == ("", None, "", "unknown")
    assert busy.people.sheet(daiva).person.phone == "", "her own sheet knew it from this notice alone"
