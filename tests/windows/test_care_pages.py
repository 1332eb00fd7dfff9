"""Consent, plan, orders and the list of help: what stands there already, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from desktop.centre import Centre
from desktop.windows.look import tokens
from desktop.windows.main import Main
from tests.builders import a_consent, an_agency, an_assistance, an_outcome
from tests.windows.looking import faults, settle, words

Desk = Callable[..., Main]


@pytest.fixture
def notices(busy: Centre) -> dict[str, UUID]:
    return {row.person_name: row.id for row in busy.referrals.rows(busy.referrals.ids())}


@pytest.fixture
def frame(desk_of: Desk, busy: Centre) -> Main:
    return desk_of(busy)


def open_page(frame: Main, name: str, about: UUID | None = None) -> Any:
    frame.go(name, about)
    settle()
    return frame.top


@pytest.mark.parametrize("name", ["outcome", "safe", "plan", "assistance_entry", "attempt"])
def test_the_caret_is_seen_when_a_page_opens(frame: Main, notices: dict[str, UUID], name: str) -> None:
    page = open_page(frame, name, notices["Daiva Jonaitienė"])
    caret = QApplication.focusWidget()
    assert caret is not None
    assert page.isAncestorOf(caret)
    assert caret.focusPolicy() != Qt.FocusPolicy.NoFocus, "a row of chips shows no caret, its chip does"


def test_the_caret_stands_on_the_chip_that_is_on(frame: Main, notices: dict[str, UUID]) -> None:
    page = open_page(frame, "plan", notices["Daiva Jonaitienė"])
    assert QApplication.focusWidget().text() == "Support measure"  # type: ignore[attr-defined]
    assert page.form.fields["implementer_id"].words() == "The centre"


def test_a_measure_of_the_plan_is_for_the_centre_unless_somebody_else_is_named(
    frame: Main, busy: Centre, notices: dict[str, UUID]
) -> None:
    page = open_page(frame, "plan", notices["Daiva Jonaitienė"])
    page.form.put({"what": "Teisininko konsultacija"})
    assert page.save()
    plan = busy.referrals.sheet(notices["Daiva Jonaitienė"]).plan
    assert [m.implementer_id for m in plan if m.what == "Teisininko konsultacija"] == [None]
    page = open_page(frame, "plan", notices["Daiva Jonaitienė"])
    assert "Support measure \u00b7 The centre \u00b7 09/11/2026" in words(page)


def test_a_consent_says_to_whom_how_and_what_is_withheld(frame: Main, busy: Centre, notices: dict[str, UUID]) -> None:
    notice = notices["Daiva Jonaitienė"]
    person = busy.referrals.sheet(notice).person
    assert person is not None
    spc = busy.directory.enter(an_agency(name="Kretingos SPC", short_name="", kind="social_services"), busy.worker)
    given = a_consent(person.id, purpose="passing_on", recipient_id=spc.id, withheld="adresas", how="signed")
    busy.care.give_consent(given, busy.worker)
    shown = words(open_page(frame, "consent", notice))
    assert "Passing data to an institution \u00b7 Kretingos SPC" in shown
    assert "Signed \u00b7 02/11/2026 \u00b7 Withheld: adresas" in shown


def test_a_notice_without_an_order_offers_the_way_to_one(frame: Main, notices: dict[str, UUID]) -> None:
    page = open_page(frame, "measure", notices["Rūta Budrienė"])
    assert page.none.isVisible()
    assert not page.save_button.isVisible()
    assert faults(page) == []
    page._amend()
    assert frame.top is not None
    assert frame.top.NAME == "notice"


def test_lifting_an_order_does_not_prolong_it(frame: Main, busy: Centre, notices: dict[str, UUID]) -> None:
    notice = notices["Daiva Jonaitienė"]
    page = open_page(frame, "measure", notice)
    assert "Protection order" in page.which.words()
    page.form.put({"ended_on": date(2026, 11, 2)})
    assert page.save()
    (measure,) = busy.referrals.sheet(notice).measures
    assert (measure.ended_on, measure.prolonged_until) == (date(2026, 11, 2), None)


def test_the_list_of_help_asks_for_one_worker(frame: Main, busy: Centre) -> None:
    page = open_page(frame, "help")
    page.filters.choices["worker"].choose(busy.worker.id.hex)
    settle()
    assert page.model.rowCount() == 1
    assert page.list.foot.text().startswith("1 time")


def test_help_that_was_just_noted_is_the_chosen_row(frame: Main, busy: Centre, notices: dict[str, UUID]) -> None:
    page = open_page(frame, "help")
    page.view.selectRow(0)
    entry = open_page(frame, "assistance_entry", notices["Rūta Budrienė"])
    entry.form.put({"kind": "consultation", "minutes": 15})
    assert entry.save()
    settle()
    (chosen_row,) = busy.assistance.rows([page.view.current_id()])
    assert chosen_row.person_name == "Rūta Budrienė", "what is taken back next is what was noted last"


def test_help_is_corrected_and_taken_back_from_its_list(frame: Main, busy: Centre, notices: dict[str, UUID]) -> None:
    busy.assistance.give(an_assistance(referral_id=notices["Rūta Budrienė"], persons=(None, None)), busy.worker)
    page = open_page(frame, "help")
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert frame.top is not None
    assert frame.top.NAME == "assistance_amend"
    frame.back()
    settle()
    page.open_menu()
    settle()
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    menu.actions()[1].trigger()
    settle()
    assert page.model.rowCount() == 1, "a group goes together"
    assert frame._toast.words() == "Assistance taken back."
    frame._toast._undo.click()
    settle()
    assert page.model.rowCount() == 3


def test_where_there_is_little_room_the_safe_answer_stays_in_sight(
    desk_of: Desk, busy: Centre, notices: dict[str, UUID]
) -> None:
    frame = desk_of(busy, (1024, 480))
    page = open_page(frame, "attempt", notices["Rūta Budrienė"])
    settle()
    answer = page.stop.understood
    top = answer.mapTo(page.stop, answer.rect().topLeft()).y()
    assert 0 <= top <= page.stop.height() - answer.height()


def test_an_outcome_that_is_corrected_keeps_its_day_and_its_centre(
    frame: Main, busy: Centre, notices: dict[str, UUID]
) -> None:
    notice, yesterday = notices["Daiva Jonaitienė"], busy.world.today() - timedelta(days=1)
    other = busy.directory.enter(an_agency(kind="centre", name="Kito miesto centras"), busy.worker).id
    moved = an_outcome(outcome="other_centre", reason="other_centre.wish", other_centre_id=other, on=yesterday)
    busy.referrals.decide(notice, moved, busy.worker)
    page = open_page(frame, "outcome", notice)
    page.form.put({"reason": "other_centre.residence"})
    assert page.save()
    kept = busy.referrals.sheet(notice).referral
    assert (kept.outcome_reason, kept.other_centre_id, kept.outcome_on) == ("other_centre.residence", other, yesterday)


def test_another_outcome_than_the_one_kept_is_of_today(frame: Main, busy: Centre, notices: dict[str, UUID]) -> None:
    notice, today = notices["Daiva Jonaitienė"], busy.world.today()
    busy.referrals.decide(notice, an_outcome(on=today - timedelta(days=1)), busy.worker)
    page = open_page(frame, "outcome", notice)
    day = page.form.fields["on"]
    assert day.value() == today - timedelta(days=1)
    page.which.chips.chips()[1].click()
    assert day.value() == today
    page.which.chips.chips()[0].click()
    assert day.value() == today - timedelta(days=1)


def test_a_form_lies_on_the_ground_of_its_card(frame: Main, notices: dict[str, UUID]) -> None:
    page = open_page(frame, "outcome", notices["Daiva Jonaitienė"])
    below = page.form.mapTo(page, QPoint(page.form.width() // 2, page.form.height() - 4))
    assert page.grab().toImage().pixelColor(below).name().upper() == tokens().surface


def test_no_day_on_which_she_may_be_called_is_guessed(frame: Main, busy: Centre, notices: dict[str, UUID]) -> None:
    page = open_page(frame, "safe", notices["Rūta Budrienė"])
    needed = ("channel", "days", "begins", "ends")
    assert not any(page.form.fields[name].required for name in needed), "of no way nothing more is asked"
    page.allowed.chips.chips()[0].click()
    assert all(page.form.fields[name].required for name in needed), "what a yes needs is marked before she saves"
    page.form.put({"begins": time(9), "ends": time(12)})
    assert not page.form.fields["days"].value()
    assert not page.save()
    assert page.form.fields["days"].problem is not None
    page.form.put({"days": ("mo", "we")})
    assert page.save()
    person = busy.referrals.sheet(notices["Rūta Budrienė"]).person
    assert person is not None
    assert person.safe_days == ("mo", "we")
    assert open_page(frame, "safe", notices["Rūta Budrienė"]).form.fields["days"].value() == ("mo", "we")


def test_whoever_withdraws_a_consent_is_asked_since_when_and_who_was_told(
    frame: Main, busy: Centre, notices: dict[str, UUID]
) -> None:
    page = open_page(frame, "consent", notices["Daiva Jonaitienė"])
    next(b for b in page.findChildren(QAbstractButton) if b.isVisible() and b.text() == "Withdraw").click()
    settle()
    asked: Any = frame.top
    assert asked.NAME == "person_withdraw"
    asked.form.put({"told_to": "mokykla"})
    assert asked.save()
    settle()
    assert frame.top is not None
    assert frame.top.NAME == "consent"
    (kept,) = busy.referrals.sheet(notices["Daiva Jonaitienė"]).consents
    assert (kept.withdrawn_on, kept.told_to) == (busy.world.today(), "mokykla")
    assert "Withdrawn" in words(frame)


def test_a_measure_of_the_plan_may_be_due_in_working_days(frame: Main, busy: Centre, notices: dict[str, UUID]) -> None:
    page = open_page(frame, "plan", notices["Daiva Jonaitienė"])
    page.form.put({"what": "Teisininko konsultacija"})
    page.form.fields["due_on"].set_raw("+5")
    assert page.save()
    plan = busy.referrals.sheet(notices["Daiva Jonaitienė"]).plan
    assert [m.due_on for m in plan if m.what == "Teisininko konsultacija"] == [date(2026, 11, 9)]


def test_a_note_for_the_next_shift_asks_for_whom_and_about_what_first_and_the_caret_waits_at_the_words(
    frame: Main,
) -> None:
    page = open_page(frame, "handover")
    assert list(page.form.fields) == ["for_id", "referral_id", "text"]
    assert page.text.isAncestorOf(QApplication.focusWidget())
