"""The time line of a notice: what happened is opened, amended and taken back from it, by keyboard and by mouse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.centre import Centre
from desktop.windows.main import Main
from desktop.windows.timeline import EventRow
from tests.conftest import Still
from tests.windows.looking import faults, settle

Desk = Callable[..., Main]


@pytest.fixture
def notice(busy: Centre) -> UUID:
    rows = busy.referrals.rows(busy.referrals.ids())
    return next(row.id for row in rows if row.person_name == "Daiva Jonaitienė")


@pytest.fixture
def frame(desk_of: Desk, busy: Centre, notice: UUID) -> Main:
    made = desk_of(busy)
    made.go("referrals", notice)
    settle()
    return made


def row_of(frame: Main, kind: str) -> EventRow:
    card: Any = frame.top
    return next(row for row in card.card._line.rows() if row.event_shown.key.kind == kind)


def menu_of(row: EventRow) -> QMenu:
    settle()
    return next(menu for menu in row.findChildren(QMenu) if menu.isVisible())


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)
    settle()


def test_f10_on_an_event_shows_what_can_be_done_with_it(frame: Main) -> None:
    row = row_of(frame, "attempt")
    row.setFocus()
    press(Qt.Key.Key_F10)
    menu = menu_of(row)
    assert [action.text() for action in menu.actions()] == ["Change…", "Take this entry back"]
    assert len([m for m in QApplication.topLevelWidgets() if isinstance(m, QMenu) and m.isVisible()]) == 1
    menu.close()


def test_enter_opens_an_attempt_and_what_was_amended_says_so(
    frame: Main, busy: Centre, notice: UUID, still: Still
) -> None:
    still.wait(minutes=30)
    row_of(frame, "attempt").setFocus()
    press(Qt.Key.Key_Return)
    page: Any = frame.top
    assert page.NAME == "attempt_amend"
    assert QApplication.focusWidget() is page.how.chips.chips()[0]
    assert faults(page) == []
    assert not page.help.isVisible(), "what became of the notice has a page of its own"
    page.form.put({"note": "Atsiliepė sesuo."})
    assert page.save()
    attempt = busy.referrals.sheet(notice).attempts[0]
    assert (attempt.note, attempt.outcome, attempt.outside_reason) == ("Atsiliepė sesuo.", "reached", "agreed")
    settle()
    event = row_of(frame, "attempt").event_shown
    assert event.note == "Amended: today 10:30 \u00b7 Ona Petraitė"
    assert "Atsiliepė sesuo." in event.body
    frame._toast._undo.click()
    settle()
    assert busy.referrals.sheet(notice).attempts[0].note == ""
    assert row_of(frame, "attempt").event_shown.note == "", "an amendment that was undone is none"


def test_an_attempt_is_taken_back_from_the_menu_and_comes_back_by_undo(frame: Main, busy: Centre, notice: UUID) -> None:
    row = row_of(frame, "attempt")
    row.setFocus()
    press(Qt.Key.Key_F10)
    menu_of(row).actions()[1].trigger()
    settle()
    assert busy.referrals.sheet(notice).attempts == ()
    assert all(r.event_shown.key.kind != "attempt" for r in frame.top.card._line.rows())  # type: ignore[union-attr]
    assert frame._toast.words() == "Contact attempt taken back."
    assert isinstance(QApplication.focusWidget(), EventRow), "the caret stays in the line"
    frame._toast._undo.click()
    settle()
    assert len(busy.referrals.sheet(notice).attempts) == 1
    assert row_of(frame, "attempt").isVisible()


def test_help_is_opened_by_a_click_and_taken_back_on_its_page(frame: Main, busy: Centre, notice: UUID) -> None:
    row = row_of(frame, "assistance")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    settle()
    page: Any = frame.top
    assert page.NAME == "assistance_amend"
    assert page.form.fields["minutes"].value() == 45
    assert faults(page) == []
    page.take_back.click()
    settle()
    assert frame.top is not None
    assert frame.top.NAME == "referrals"
    assert busy.referrals.sheet(notice).assistance == ()
    frame._toast._undo.click()
    settle()
    assert len(busy.referrals.sheet(notice).assistance) == 1


def test_help_that_was_amended_says_so(frame: Main, busy: Centre, notice: UUID) -> None:
    row_of(frame, "assistance").setFocus()
    press(Qt.Key.Key_Return)
    page: Any = frame.top
    page.form.put({"minutes": 50})
    assert page.save()
    settle()
    event = row_of(frame, "assistance").event_shown
    assert event.head == "Consultation: 50 min"
    assert event.note.startswith("Amended: today")


@pytest.mark.parametrize(
    ("kind", "page"),
    [("notice", "notice"), ("order", "measure"), ("consent", "consent"), ("change", "outcome")],
)
def test_every_event_leads_to_its_page(frame: Main, kind: str, page: str) -> None:
    row_of(frame, kind).setFocus()
    press(Qt.Key.Key_Return)
    assert frame.top is not None
    assert page == frame.top.NAME


def test_beside_a_form_the_time_line_takes_no_caret(frame: Main, notice: UUID) -> None:
    frame.go("plan", notice)
    settle()
    rows = frame.top._line.rows()  # type: ignore[union-attr]
    assert rows
    assert all(row.focusPolicy() == Qt.FocusPolicy.NoFocus for row in rows)


def test_an_attempt_that_is_gone_meanwhile_is_told(frame: Main, busy: Centre, notice: UUID) -> None:
    attempt = busy.referrals.sheet(notice).attempts[0]
    frame.go("attempt_amend", attempt.id)
    page: Any = frame.top
    busy.contacts.take_back(attempt.id, busy.worker)
    page.refresh()
    assert page.banner.words() == "This entry was taken back meanwhile."
    assert not page.save_button.isEnabled()


def test_what_is_half_amended_is_kept_for_its_attempt_alone(frame: Main, busy: Centre, notice: UUID) -> None:
    first = busy.referrals.sheet(notice).attempts[0]
    other = busy.contacts.attempt(notice, replace(busy.contacts.draft_of(first.id), outcome="no_answer"), busy.worker)
    frame.go("attempt_amend", first.id)
    page: Any = frame.top
    page.form.fields["note"].edit.setPlainText("Pusė sakinio")
    frame.back()
    frame.go("attempt_amend", other.id)
    assert frame.top.form.fields["note"].value() == ""  # type: ignore[union-attr]
    frame.back()
    frame.go("attempt_amend", first.id)
    assert frame.top.form.fields["note"].value() == "Pusė sakinio"  # type: ignore[union-attr]


def test_correcting_the_words_of_an_attempt_asks_no_reason_again(frame: Main, busy: Centre, notice: UUID) -> None:
    person = busy.referrals.sheet(notice).person
    assert person is not None
    kept = busy.referrals.sheet(notice).attempts[0]
    inside = replace(busy.contacts.draft_of(kept.id), outside_reason="", outcome="no_answer")
    made = busy.contacts.attempt(notice, inside, busy.worker)
    forbidden = replace(busy.people.safe_contact_of(person.id), allowed="no")
    busy.people.agree_safe_contact(person.id, forbidden, busy.worker)
    frame.go("attempt_amend", made.id)
    page: Any = frame.top
    assert not page.outside.isVisible()
    page.form.put({"note": "Neatsiliepė."})
    assert page.save()
    frame.go("attempt_amend", made.id)
    page = frame.top
    page.channel.set_value("email")
    settle()
    assert page.outside.isVisible(), "another way than the one noted then is asked for"
