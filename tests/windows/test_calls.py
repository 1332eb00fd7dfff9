"""The call list: who may be called comes first, and one call follows another by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.records.person import MayCall
from desktop.windows.calls_rows import soonest
from desktop.windows.main import Main
from desktop.windows.stop_card import StopCard
from tests.conftest import Still
from tests.windows.calling import NUMBER, calls_of, calls_on, choose_call, press_at_once, said_on, three_who_wait
from tests.windows.looking import settle


@pytest.fixture
def waiting(centre: Centre) -> dict[str, UUID]:
    return three_who_wait(centre)


@pytest.fixture
def frame_of_calls(desk_of: Callable[..., Main], centre: Centre, waiting: dict[str, UUID]) -> Main:
    return calls_on(desk_of(centre))


def test_those_who_may_be_called_come_first(frame_of_calls: Main, waiting: dict[str, UUID]) -> None:
    calls = calls_of(frame_of_calls)
    listed = [calls.model.id_at(row) for row in range(calls.model.rowCount())]
    assert listed == [waiting["Daiva"], waiting["Aušra"], waiting["Vilma"]]
    assert calls.card.sheet is not None
    assert calls.card.sheet.referral.id == waiting["Daiva"]


def test_the_list_stands_in_order_of_the_rule_on_demand(frame_of_calls: Main, waiting: dict[str, UUID]) -> None:
    calls, places = calls_of(frame_of_calls), []
    for descending in (False, True):
        calls.model.turn("rule")
        settle()
        rows = [calls.source.calls[calls.model.id_at(row)] for row in range(calls.model.rowCount())]
        places.append([soonest(call) for call in rows])
        assert places[-1] == sorted(places[-1], reverse=descending)
    assert len(set(places[0])) > 1, "they differ"


def test_the_arrows_go_along_the_list_and_a_digit_answers_from_it(
    frame_of_calls: Main, waiting: dict[str, UUID]
) -> None:
    calls = calls_of(frame_of_calls)
    assert QApplication.focusWidget() is calls.view
    QTest.keyClick(calls.view, Qt.Key.Key_Down)
    assert calls.card.sheet is not None
    assert calls.card.sheet.referral.id == waiting["Aušra"]
    assert QApplication.focusWidget() is calls.view
    QTest.keyClick(calls.view, Qt.Key.Key_Up)
    QTest.keyClick(calls.view, Qt.Key.Key_2)
    assert calls.card.how.value() == "no_answer"


@pytest.mark.parametrize("who", ["Aušra", "Vilma"])
def test_a_digit_answers_nothing_where_nobody_may_call_and_shows_why(
    frame_of_calls: Main, waiting: dict[str, UUID], who: str
) -> None:
    calls = choose_call(frame_of_calls, waiting[who])
    QTest.keyClick(calls.view, Qt.Key.Key_2)
    settle()
    assert calls.card.how.value() == ""
    assert any(stop.isVisible() for stop in frame_of_calls.findChildren(StopCard)), "it covers the window"
    calls.keep_now()
    assert calls.desk.centre.drafts.all(calls.desk.centre.worker) == (), "or the stop would be passed over later"


def test_in_a_small_window_a_digit_brings_the_card_that_it_answers(
    desk_of: Callable[..., Main], centre: Centre, waiting: dict[str, UUID]
) -> None:
    frame = calls_on(desk_of(centre, (1024, 640)))
    calls = choose_call(frame, waiting["Daiva"])
    assert not calls.card.isVisible()
    QTest.keyClick(calls.view, Qt.Key.Key_2)
    settle()
    assert calls.card.isVisible()
    assert calls.card.how.value() == "no_answer"
    caret = QApplication.focusWidget()
    assert caret is not None
    assert calls.card.isAncestorOf(caret)


def test_what_is_typed_right_after_a_key_goes_to_the_page_that_it_opens(
    frame_of_calls: Main, waiting: dict[str, UUID]
) -> None:
    frame_of_calls.go("referrals", waiting["Daiva"])
    settle()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    assert frame_of_calls.top is not None
    assert frame_of_calls.top.NAME == "attempt"
    assert frame_of_calls.top.how.value() == "no_answer"  # type: ignore[attr-defined]


def test_no_number_stands_on_the_screen_before_it_is_asked_for(frame_of_calls: Main) -> None:
    calls = calls_of(frame_of_calls)
    assert NUMBER not in said_on(frame_of_calls).replace(" ", "")
    calls.card.strip._number.show_value()
    assert NUMBER in said_on(frame_of_calls).replace(" ", "")


def test_a_call_is_recorded_by_a_digit_and_the_next_one_comes(
    frame_of_calls: Main, waiting: dict[str, UUID], centre: Centre
) -> None:
    calls = calls_of(frame_of_calls)
    calls.view.setFocus()
    press_at_once(Qt.Key.Key_Return)
    press_at_once(Qt.Key.Key_2)
    assert calls.card.how.value() == "no_answer"
    assert calls.card.form.fields["again_at"].raw(), "the next allowed time is proposed"
    press_at_once(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    (attempt,) = centre.referrals.sheet(waiting["Daiva"]).attempts
    assert (attempt.outcome, attempt.outside_reason) == ("no_answer", "")
    assert calls.view.current_id() == waiting["Aušra"]


@pytest.mark.parametrize(("digit", "outcome"), [(Qt.Key.Key_4, "wrong_number"), (Qt.Key.Key_5, "unsafe")])
def test_after_a_call_that_was_unsafe_nobody_calls_until_a_way_is_agreed_anew(
    frame_of_calls: Main, centre: Centre, waiting: dict[str, UUID], digit: Qt.Key, outcome: str
) -> None:
    calls = choose_call(frame_of_calls, waiting["Daiva"])
    QTest.keyClick(calls.view, digit)
    settle()
    assert calls.card.how.value() == outcome
    assert calls.card.form.fields["again_at"].raw() == ""
    assert calls.card.save()
    settle()
    assert calls.source.calls[waiting["Daiva"]].may is MayCall.UNKNOWN
    choose_call(frame_of_calls, waiting["Daiva"])
    assert calls.card.is_stopped()
    lines = centre.referrals.sheet(waiting["Daiva"]).line
    assert "The safe way is not known any more" in [item.head for item in lines]
    centre.history.undo(centre.vault.head().count, centre.worker)
    (again,) = [call for call in centre.contacts.due() if call.referral_id == waiting["Daiva"]]
    assert again.may is MayCall.YES, "a slip of the finger takes nothing with it"


def test_the_next_call_begins_empty_and_with_her_name(frame_of_calls: Main, waiting: dict[str, UUID]) -> None:
    calls = calls_of(frame_of_calls)
    press_at_once(Qt.Key.Key_2)
    fields = calls.card.form.fields
    fields["note"].set_value("Skambinti po pietų.")
    calls.card._area.ensureWidgetVisible(fields["again_at"])
    assert calls.card.save()
    settle()
    assert calls.card.sheet is not None
    assert calls.card.sheet.referral.id == waiting["Aušra"]
    asked = ("outcome", "note", "again_at", "again_time", "help_outcome", "outside_reason")
    assert not any(any(fields[name].raw()) for name in asked), "of the former nothing is said of the next"
    assert not calls.card._who.visibleRegion().isEmpty(), "whom to call is the first thing to be read"


def test_when_to_try_again_stands_in_the_list_before_how_often_it_was_tried(frame_of_calls: Main) -> None:
    calls = calls_of(frame_of_calls)
    calls.open()
    press_at_once(Qt.Key.Key_2)
    assert calls.card.save()
    assert calls.model.cells(0)["due"].second == "again: tomorrow 09:00 \u00b7 1 attempt"


def test_the_next_call_is_proposed_before_the_deadline_where_that_can_be(frame_of_calls: Main, still: Still) -> None:
    still.wait(days=1)
    calls = calls_of(frame_of_calls)
    calls.look_again()
    calls.card.how.set_value("no_answer")
    calls.card.how.changed.emit()
    again = [calls.card.form.fields[name].value() for name in ("again_at", "again_time")]
    assert again == [date(2026, 11, 3), time(11)], "in three hours it would be tomorrow, after the deadline"


def test_the_filters_are_reached_said_and_taken_off_by_keys(
    frame_of_calls: Main, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls, heard = calls_of(frame_of_calls), list[str]()
    monkeypatch.setattr("desktop.windows.table_card.announce", lambda _widget, words: heard.append(words))
    assert not calls.clear_button.isVisible()
    press_at_once(Qt.Key.Key_F4)
    assert QApplication.focusWidget() is calls.whose.chips()[1]
    calls.may_now.chips()[0].click()
    settle()
    assert calls.list.foot.text() == "1 person \u00b7 May call now" == heard[-1]
    press_at_once(Qt.Key.Key_F4, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert calls.list.foot.text() == "3 persons" == heard[-1]
    calls.look_again()
    assert len(heard) == 2, "what is the same as before is not said again"


def test_the_card_turns_when_the_agreed_hour_ends(frame_of_calls: Main, still: Still) -> None:
    calls = calls_of(frame_of_calls)
    calls.card.strip._number.show_value()
    still.wait(hours=2, minutes=1)
    calls.look_again()
    settle()
    assert NUMBER not in said_on(frame_of_calls).replace(" ", "")
    assert calls.card.is_stopped()
    assert calls.source.calls[calls.view.current_id()].until is None


def test_the_next_allowed_hour_stands_where_nobody_may_be_called(
    frame_of_calls: Main, centre: Centre, waiting: dict[str, UUID]
) -> None:
    calls = calls_of(frame_of_calls)
    calls.may_now.chips()[0].click()
    settle()
    assert calls.model.rowCount() == 1
    calls.card.how.set_value(("reached",))
    calls.card.how.changed.emit()
    assert calls.card.save()
    settle()
    assert calls.model.rowCount() == 0
    assert "Aušra Kazlauskaitė, today 14:00" in said_on(calls)


def test_whoever_must_be_asked_first_is_not_counted_among_those_who_may_be_called_now(
    frame_of_calls: Main, still: Still
) -> None:
    still.wait(days=35)
    calls = calls_of(frame_of_calls)
    calls.ask()
    assert "Ask first" in [calls.model.cells(row)["may"].text for row in range(calls.model.rowCount())]
    assert calls.may_now.chips()[0].text() == "May call now 0"
    calls.may_now.chips()[0].click()
    settle()
    assert calls.model.rowCount() == 0


def test_the_rule_is_asked_again_before_a_number_is_copied(frame_of_calls: Main, still: Still) -> None:
    calls = calls_of(frame_of_calls)
    number = calls.card.strip._number
    number.show_value()
    QApplication.clipboard().setText("before")
    still.wait(hours=2, minutes=1)
    number._copy_value()
    assert QApplication.clipboard().text() == "before"
    assert NUMBER not in said_on(frame_of_calls).replace(" ", "")


def test_after_a_lock_the_same_call_is_chosen_in_the_same_order(
    frame_of_calls: Main, desk_of: Callable[..., Main], centre: Centre, waiting: dict[str, UUID]
) -> None:
    calls_of(frame_of_calls).model.turn("person")
    order = choose_call(frame_of_calls, waiting["Vilma"]).model.sort_by
    frame_of_calls.keep()
    calls = calls_of(desk_of(centre))
    assert calls.view.current_id() == waiting["Vilma"]
    assert calls.model.sort_by == order


def test_a_lock_takes_the_number_and_keeps_the_attempt(frame_of_calls: Main, waiting: dict[str, UUID]) -> None:
    calls = choose_call(frame_of_calls, waiting["Daiva"])
    press_at_once(Qt.Key.Key_Return)
    calls.card.strip._number.show_value()
    press_at_once(Qt.Key.Key_2)
    frame_of_calls.keep()
    (left,) = [d for d in calls.desk.centre.drafts.all(calls.desk.centre.worker) if d.form == "attempt"]
    assert left.about == waiting["Daiva"]
    assert left.fields["outcome"] in ("no_answer", ["no_answer"])
    assert NUMBER not in str(left.fields).replace(" ", "")
