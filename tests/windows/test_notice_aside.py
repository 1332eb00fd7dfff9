"""Beside the form of a notice: who looks alike, repeats, kin, two records to be joined; reached and left by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.centre import Centre
from desktop.records.contact_draft import PersonDraft
from desktop.windows.main import Main
from tests.builders import a_mention, a_referral
from tests.windows.looking import settle
from tests.windows.noticing import empty_notice, type_name

CTRL = Qt.KeyboardModifier.ControlModifier
JOIN = "Join both"
SPELLINGS = ("Rasa Petkevičiūtė", "Rasa Petkevičiutė")


@pytest.fixture
def page(desk_of: Callable[..., Main], busy: Centre) -> Any:
    """An empty notice in a busy centre."""
    return empty_notice(desk_of(busy))


def test_the_aside_is_reached_and_left_by_keys(page: Any, busy: Centre) -> None:
    type_name(page, "Daiva Jonaitienė")
    caret = QApplication.focusWidget()
    assert caret is not None
    QTest.keyClick(caret, Qt.Key.Key_Down, CTRL)
    inside = QApplication.focusWidget()
    assert inside is not None
    assert page.aside.isAncestorOf(inside)
    QTest.keyClick(inside, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is caret
    assert page.window().top is page
    QTest.keyClick(caret, Qt.Key.Key_Down, CTRL)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    settle()
    assert QApplication.focusWidget() is caret
    known = next(row for row in busy.referrals.rows(busy.referrals.ids()) if row.person_name == "Daiva Jonaitienė")
    assert page.meant.person == known.person_id
    page.form.fields["sender_id"].set_value(known.sender_id.hex)
    assert page.save()
    assert busy.referrals.rows(busy.referrals.ids()[:1])[0].is_repeat


def buttons(page: Any, words: str) -> list[Any]:
    return [b for b in page.aside.findChildren(QPushButton) if b.accessibleName() == words and b.isVisible()]


def said(page: Any) -> str:
    return "\n".join(label.text() for label in page.aside.findChildren(QLabel) if label.isVisible())


def test_a_repeat_is_proposed_of_whom_it_may_be_and_linked_by_one_button(page: Any, busy: Centre) -> None:
    type_name(page, "Daiva Jonaitienė")
    known = next(row for row in busy.referrals.rows(busy.referrals.ids()) if row.person_name == "Daiva Jonaitienė")
    assert "If this is the same person, it is a repeat." in said(page)
    assert known.label in said(page)
    assert page.meant.person is None, "nothing is joined by itself"
    buttons(page, "Link as repeat")[0].click()
    settle()
    assert "Repeat: an earlier notice about the same person" in said(page)
    assert buttons(page, "Link as repeat") == []
    page.form.fields["sender_id"].set_value(known.sender_id.hex)
    assert page.save()
    assert busy.referrals.sheet(busy.referrals.ids()[0]).referral.repeat_of_id == known.id


def test_one_of_the_family_proposes_the_repeat_too(page: Any, busy: Centre) -> None:
    known = next(row for row in busy.referrals.rows(busy.referrals.ids()) if row.person_name == "Daiva Jonaitienė")
    type_name(page, "Rokas Jonaitis")
    page.meant.family = {known.person_id}
    page.meant.look()
    settle()
    assert "An earlier notice about the family came within the period that the centre has set." in said(page)
    assert "Only notices about the same person count as repeat." in said(page)
    buttons(page, "Link as repeat")[0].click()
    settle()
    assert page.meant.person == known.person_id


def test_a_child_that_the_notice_names_itself_is_not_offered_as_family(page: Any, busy: Centre) -> None:
    type_name(page, "Ona Jonaitienė")
    page.form.fields["mentions.0.municipality"].set_value("Gargždai")
    page.meant.look()
    settle()
    assert "Matas Jonaitis" in said(page)
    page.others.add()
    child = page.others._rows[0].form.fields
    child["name"].set_value("Jonaitis Matas")
    page.meant.look()
    settle()
    assert "Matas Jonaitis" not in said(page)
    assert "Daiva Jonaitienė" in said(page), "whom nobody has written down here is offered still"
    child["birth_year"].set_value("2001")
    page.meant.look()
    settle()
    assert "Matas Jonaitis" in said(page), "a namesake of another age is somebody else"


def test_whom_a_notice_names_is_not_offered_where_it_is_changed(desk_of: Callable[..., Main], busy: Centre) -> None:
    frame = desk_of(busy)
    known = next(row for row in busy.referrals.rows(busy.referrals.ids()) if row.person_name == "Daiva Jonaitienė")
    frame.go("notice", known.id)
    page: Any = frame.top
    page.meant.look()
    settle()
    assert "Matas Jonaitis" not in said(page)
    page.others.clear()
    page.meant.look()
    settle()
    assert "Matas Jonaitis" in said(page)


def test_kin_of_whom_is_meant_proposes_the_repeat(page: Any, busy: Centre) -> None:
    rows = busy.referrals.rows(busy.referrals.ids())
    known, other = (next(r for r in rows if r.person_name == n) for n in ("Daiva Jonaitienė", "Rūta Budrienė"))
    assert known.person_id is not None
    assert other.person_id is not None
    busy.people.link_family(known.person_id, other.person_id, "", busy.worker)
    page.meant.take(other.person_id)
    settle()
    assert f"Earlier: {known.label}" in said(page)
    assert "An earlier notice about the family" in said(page)


def test_a_notice_before_the_period_is_no_repeat(page: Any, busy: Centre) -> None:
    type_name(page, "Daiva Jonaitienė")
    page.form.fields["received_at"].set_value(date(2025, 1, 10))
    page.meant.look()
    settle()
    assert "it is a repeat" not in said(page), "the notice that is known came later"
    assert "Daiva Jonaitienė" in said(page)


def test_two_records_that_look_alike_are_joined_from_where_they_are_seen(page: Any, busy: Centre) -> None:
    sender = busy.directory.senders()[0].id
    twice = [busy.referrals.enter(a_referral(sender, mentions=(a_mention(name=n),)), busy.worker) for n in SPELLINGS]
    one, other = (kept.person_id for kept in twice)
    type_name(page, SPELLINGS[0])
    assert not [b for b in page.aside.findChildren(QPushButton) if b.text().startswith(JOIN)], "nobody is meant yet"
    page.aside.taken.emit(one)
    page.meant.look()
    settle()
    offered = {b for b in page.aside.findChildren(QPushButton) if b.text().startswith(JOIN) and b.isVisible()}
    assert offered
    frame = page.window()
    page.aside.opened.emit("person_join", (other, one))
    settle()
    assert frame.top.NAME == "person_join"
    assert {frame.top.two.kept.id, frame.top.two.other.id} == {one, other}
    frame.top.join()
    settle()
    assert frame.top is page
    assert page.meant.person == other, "who is meant is the record that stays"
    assert page.save()
    assert len(busy.people.sheet(other).about) == 3


def test_the_button_to_join_leads_to_both(page: Any, busy: Centre) -> None:
    sender = busy.directory.senders()[0].id
    twice = [busy.referrals.enter(a_referral(sender, mentions=(a_mention(name=n),)), busy.worker) for n in SPELLINGS]
    type_name(page, SPELLINGS[0])
    page.aside.taken.emit(twice[0].person_id)
    page.meant.look()
    settle()
    next(b for b in page.aside.findChildren(QPushButton) if b.text().startswith(JOIN) and b.isVisible()).click()
    settle()
    assert page.window().top.NAME == "person_join"


def test_somebody_whom_no_notice_names_is_opened_on_her_own_page(page: Any, busy: Centre) -> None:
    known = busy.people.enter(PersonDraft(name=SPELLINGS[0]), busy.worker)
    type_name(page, SPELLINGS[0])
    next(b for b in page.aside.findChildren(QPushButton) if b.text() == "Open" and b.isVisible()).click()
    settle()
    top = page.window().top
    assert (top.NAME, top.sheet.person.id) == ("person", known.id)


def test_what_is_found_beside_the_form_is_read_aloud_once(
    page: Any, busy: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr("desktop.windows.notice_aside.announce", lambda _widget, words: heard.append(words))
    busy.referrals.enter(
        a_referral(busy.directory.senders()[0].id, reference="21-4-1", mentions=(a_mention(),)), busy.worker
    )
    type_name(page, "Daiva Jonaitienė")
    assert heard == ["Looks like someone already here. If this is the same person, it is a repeat."]
    page.form.fields["reference"].set_value("21-4-1")
    page.meant.look()
    settle()
    assert heard[1:] == ["This number of the sender is already here."]
