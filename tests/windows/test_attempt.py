"""Before a call: the rule stops where nobody should call, a digit answers, and going on all the same leaves a trace."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.language import chosen
from desktop.records.wording import Wording
from desktop.windows.main import Main
from desktop.windows.names import hide, shown_name
from tests.builders import a_mention, a_referral, a_safe_contact
from tests.conftest import Still
from tests.windows.looking import faults, settle

Desk = Callable[..., Main]


@pytest.fixture
def open_for(desk_of: Desk, busy: Centre) -> Callable[[str], Any]:
    """The page of an attempt for that person."""

    def opened(person: str) -> Any:
        frame = desk_of(busy)
        rows = busy.referrals.rows(busy.referrals.ids())
        frame.go("attempt", next(row.id for row in rows if row.person_name == person))
        settle()
        return frame.top

    return opened


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)
    settle()


def test_nobody_is_called_while_no_safe_way_is_known(open_for: Callable[[str], Any]) -> None:
    page = open_for("Rūta Budrienė")
    assert page.stop.isVisible()
    assert not page.page.isVisible()
    assert QApplication.focusWidget() is page.stop.understood
    assert faults(page) == []


def test_outside_the_agreed_hours_the_next_time_is_told(
    open_for: Callable[[str], Any], busy: Centre, still: Still
) -> None:
    still.wait(hours=5)
    page = open_for("Daiva Jonaitienė")
    assert page.stop.isVisible()
    assert "09:00" in page.stop._head.text()


def test_where_one_may_call_a_digit_answers(open_for: Callable[[str], Any], busy: Centre) -> None:
    page = open_for("Daiva Jonaitienė")
    assert not page.stop.isVisible()
    press(Qt.Key.Key_2)
    assert page.how.value() == "no_answer"
    assert page.form.fields["again_at"].isVisible()
    assert page.save()
    assert busy.referrals.sheet(page.sheet.referral.id).attempts[0].outcome == "no_answer"


def test_going_on_all_the_same_asks_a_reason_and_leaves_a_trace(open_for: Callable[[str], Any], busy: Centre) -> None:
    page = open_for("Rūta Budrienė")
    page.go_on()
    press(Qt.Key.Key_1)
    assert page.outside.isVisible()
    assert not page.number.isVisible()
    assert not page.save()
    assert page.outside.problem is not None
    page.outside.set_value("agreed")
    settle()
    assert page.number.isVisible()
    page.number.show_value()
    (entry,) = busy.history.entries(limit=1)
    assert "outside the agreed way" in entry.what
    assert page.save()


def _choose(page: Any, person: str) -> None:
    page.whom.combo.setCurrentText(person)
    settle()


def test_with_whom_is_asked_where_the_notice_names_more_persons(open_for: Callable[[str], Any], busy: Centre) -> None:
    page = open_for("Daiva Jonaitienė")
    first = page.sheet.person
    assert page.whom.isVisible()
    assert page.whom.words() == "Daiva Jonaitienė"
    press(Qt.Key.Key_2)
    assert page.save()
    sheet = busy.referrals.sheet(page.sheet.referral.id)
    assert sheet.attempts[0].person_id == first.id
    said = [line for item in sheet.line for line in busy_words(busy, item)]
    assert not any("Matas" in line or "With: " in line for line in said)


def busy_words(centre: Centre, item: Any) -> tuple[str, ...]:
    return Wording(centre.lists, chosen(), shown_name).lines(item)


def test_the_rule_asked_is_that_of_the_person_who_is_chosen(open_for: Callable[[str], Any], busy: Centre) -> None:
    page = open_for("Daiva Jonaitienė")
    _choose(page, "Matas Jonaitis")
    assert page.stop.isVisible(), "no safe way is known for him, whatever is agreed with her"
    page.go_on()
    press(Qt.Key.Key_2)
    assert not page.save()
    page.outside.set_value("agreed")
    assert page.save()
    sheet = busy.referrals.sheet(page.sheet.referral.id)
    assert sheet.attempts[0].person_id == next(other.id for other in sheet.others if other.name == "Matas Jonaitis")
    (item,) = (item for item in sheet.line if item.record_id == sheet.attempts[0].id)
    assert "With: Matas Jonaitis" in busy_words(busy, item)
    hide(True)
    try:
        assert f"With: {sheet.others[0].code}" in busy_words(busy, item)
    finally:
        hide(False)


def test_whom_one_spoke_with_is_corrected(open_for: Callable[[str], Any], busy: Centre) -> None:
    page = open_for("Daiva Jonaitienė")
    frame, notice, her = page.window(), page.sheet.referral.id, page.sheet.person.id
    frame.go("attempt_amend", busy.referrals.sheet(notice).attempts[0].id)
    settle()
    amend = frame.top
    channel = amend.channel.value()
    _choose(amend, "Matas Jonaitis")
    assert amend.channel.value() == channel
    if amend.outside.isVisible():
        amend.outside.set_value("agreed")
    assert amend.save()
    attempt = busy.referrals.sheet(notice).attempts[0]
    assert attempt.person_id not in (None, her)
    frame.go("attempt_amend", attempt.id)
    settle()
    assert frame.top.whom.words() == "Matas Jonaitis"


def test_whom_is_kept_with_what_is_half_typed(open_for: Callable[[str], Any], busy: Centre) -> None:
    page = open_for("Daiva Jonaitienė")
    frame, notice = page.window(), page.sheet.referral.id
    _choose(page, "Matas Jonaitis")
    page.go_on()
    page.channel.set_value("in_person")
    page.note.edit.setPlainText("Pusė sakinio")
    page.keep_now()
    frame.back()
    frame.go("attempt", notice)
    settle()
    assert (frame.top.whom.words(), frame.top.channel.value()) == ("Matas Jonaitis", "in_person")
    busy.drafts.drop("attempt", notice, busy.worker)


WORDS = "Pusė sakinio"


def _half_typed(page: Any) -> None:
    page.note.edit.setPlainText(WORDS)
    page.keep_now()


def _kept(busy: Centre) -> list[str]:
    """What the half-typed attempts hold."""
    return [str(draft.fields["note"]) for draft in busy.drafts.all(busy.worker) if draft.form == "attempt"]


def test_the_stop_comes_before_what_was_half_typed_and_takes_no_word_of_it(
    open_for: Callable[[str], Any], busy: Centre, still: Still
) -> None:
    page = open_for("Daiva Jonaitienė")
    frame: Any = page.window()
    notice = page.sheet.referral.id
    _half_typed(page)
    frame.back()
    still.wait(hours=5)
    frame.go("today")
    settle()
    frame.go("attempt", notice)
    settle()
    assert frame.top.stop.isVisible(), "it is evening, and she is called in the morning"
    assert not frame.top.page.isVisible()
    assert frame.top.stop.understood.hasFocus()
    frame.top.stop.understood.click()
    settle()
    assert frame.top.NAME == "today"
    assert _kept(busy) == [WORDS]
    frame.go("attempt", notice)
    frame.top.stop.all_the_same.click()
    settle()
    assert frame.top.page.isVisible()
    assert frame.top.note.raw() == WORDS
    frame.top.keep_now()
    assert _kept(busy) == [WORDS]
    still.wait(hours=-5)
    frame.go("today")
    frame.go("attempt", notice)
    settle()
    assert not frame.top.stop.isVisible(), "in the morning one may call, and goes on at once"
    assert frame.top.note.raw() == WORDS


def test_words_about_somebody_else_stay_his_where_his_own_rule_stops(
    open_for: Callable[[str], Any], busy: Centre
) -> None:
    page = open_for("Daiva Jonaitienė")
    frame, notice = page.window(), page.sheet.referral.id
    _choose(page, "Matas Jonaitis")
    page.go_on()
    _half_typed(page)
    frame.back()
    frame.go("today")
    frame.go("attempt", notice)
    settle()
    assert frame.top.stop.isVisible()
    frame.top.stop.understood.click()
    settle()
    assert frame.top.NAME == "today"
    frame.go("attempt", notice)
    assert frame.top.whom.words() == "Matas Jonaitis"
    assert _kept(busy) == [WORDS]


def test_who_poses_the_risk_is_not_offered(desk_of: Desk, busy: Centre) -> None:
    mentions = (a_mention(name="Alma Lapienė"), a_mention(name="Jonas Lapė", role="posing_risk"))
    sender = busy.directory.agencies()[0].id
    kept = busy.referrals.enter(a_referral(sender, mentions=mentions), busy.worker)
    frame = desk_of(busy)
    frame.go("attempt", kept.id)
    settle()
    page: Any = frame.top
    assert [words for _code, words in page.whom._offered()] == ["Alma Lapienė"]
    assert page.whom.isHidden()


def test_understood_takes_back_the_choice_of_somebody_else(open_for: Callable[[str], Any]) -> None:
    page = open_for("Daiva Jonaitienė")
    _choose(page, "Matas Jonaitis")
    page.stop.understood.click()
    settle()
    assert not page.stop.isVisible()
    assert page.whom.words() == "Daiva Jonaitienė"


def test_in_the_calls_too_somebody_else_has_his_own_rule(desk_of: Desk, busy: Centre) -> None:
    sender = busy.directory.agencies()[0].id
    mentions = (a_mention(name="Alma Lapienė"), a_mention(name="Matas Lapė", role="child_witness"))
    kept = busy.referrals.enter(a_referral(sender, mentions=mentions), busy.worker)
    assert kept.person_id is not None
    busy.people.agree_safe_contact(kept.person_id, a_safe_contact(), busy.worker)
    frame = desk_of(busy)
    frame.go("calls", kept.id)
    settle()
    calls: Any = frame.top
    assert not calls.card.is_stopped()
    _choose(calls.card, "Matas Lapė")
    assert calls.card.is_stopped()
    calls._understood()
    settle()
    assert not calls.card.is_stopped()
    assert calls.card.whom.words() == "Alma Lapienė"
