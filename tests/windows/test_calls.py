"""The call list and its stop: nobody is ever called wrongly, and one call follows another by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.centre import Centre
from desktop.windows.calls import Calls
from desktop.windows.calls_rows import soonest
from desktop.windows.main import Main
from desktop.windows.stop_card import StopCard
from tests.builders import a_mention, a_referral, a_safe_contact, an_agency
from tests.conftest import Still
from tests.windows.looking import let_go, settle, shown

NUMBER = "61230041"
Desk = Callable[..., Main]


@pytest.fixture
def waiting(centre: Centre) -> dict[str, UUID]:
    """Three who wait at ten on a Monday morning: one may be called, one in the afternoon, of one nothing is known."""
    by, made = centre.worker, {}
    sender = centre.directory.enter(an_agency(), by).id
    for name, phone in (("Vilma Narbutienė", "0 612 30 043"), ("Daiva Jonaitienė", "0 612 30 041"),
                        ("Aušra Kazlauskaitė", "0 612 30 042")):  # fmt: skip
        kept = centre.referrals.enter(a_referral(sender, mentions=(a_mention(name=name, phone=phone),)), by)
        made[name.split()[0]] = kept.id
        assert kept.person_id is not None
        hours = {"Daiva": (9, 12), "Aušra": (14, 16)}.get(name.split()[0])
        if hours:
            agreed = a_safe_contact(begins=time(hours[0]), ends=time(hours[1]))
            centre.people.agree_safe_contact(kept.person_id, agreed, by)
    return made


@pytest.fixture
def frame_of_calls(desk_of: Desk, centre: Centre, waiting: dict[str, UUID]) -> Main:
    frame = desk_of(centre)
    frame.go("calls")
    settle()
    return frame


def calls_of(frame: Main) -> Calls:
    assert isinstance(frame.top, Calls)
    return frame.top


def _stop(frame: Main) -> StopCard | None:
    return next((s for s in frame.findChildren(StopCard) if s.isVisible()), None)


def _words(widget: QWidget) -> str:
    return " ".join(child.text() for child in shown(widget) if isinstance(child, QLabel))


def _press(key: Qt.Key, **how: Any) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, **how)
    let_go()


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
    assert NUMBER not in _words(frame_of_calls).replace(" ", "")
    calls.card.strip._number.show_value()
    assert NUMBER in _words(frame_of_calls).replace(" ", "")


def test_a_call_is_recorded_by_a_digit_and_the_next_one_comes(
    frame_of_calls: Main, waiting: dict[str, UUID], centre: Centre
) -> None:
    calls = calls_of(frame_of_calls)
    calls.view.setFocus()
    _press(Qt.Key.Key_Return)
    _press(Qt.Key.Key_2)
    assert calls.card.how.value() == "no_answer"
    assert calls.card.form.fields["again_at"].raw(), "the next allowed time is proposed"
    _press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    (attempt,) = centre.referrals.sheet(waiting["Daiva"]).attempts
    assert (attempt.outcome, attempt.outside_reason) == ("no_answer", "")
    assert calls.view.current_id() == waiting["Aušra"]


def test_the_next_call_begins_empty_and_with_her_name(frame_of_calls: Main, waiting: dict[str, UUID]) -> None:
    calls = calls_of(frame_of_calls)
    _press(Qt.Key.Key_2)
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
    _press(Qt.Key.Key_2)
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
    _press(Qt.Key.Key_F4)
    assert QApplication.focusWidget() is calls.whose.chips()[1]
    calls.may_now.chips()[0].click()
    settle()
    assert calls.list.foot.text() == "1 person \u00b7 May call now" == heard[-1]
    _press(Qt.Key.Key_F4, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert calls.list.foot.text() == "3 persons" == heard[-1]
    calls.look_again()
    assert len(heard) == 2, "what is the same as before is not said again"


def test_enter_on_one_who_may_not_be_called_covers_the_whole_window(
    frame_of_calls: Main, waiting: dict[str, UUID]
) -> None:
    calls = calls_of(frame_of_calls)
    calls.view.choose(waiting["Vilma"])
    calls.view.setFocus()
    settle()
    _press(Qt.Key.Key_Return)
    stop = _stop(frame_of_calls)
    assert stop is not None
    said = _words(frame_of_calls)
    assert "Vilma" in said
    assert "Daiva" not in said, "nothing of another person stands beside it"
    assert not calls.isVisible()
    assert QApplication.focusWidget() is stop.understood, "the safe answer is the default"
    _press(Qt.Key.Key_Escape)
    assert _stop(frame_of_calls) is None
    assert calls.isVisible()
    assert not calls.card.form.isVisible(), "nothing can be recorded of a call that nobody may make"


def test_going_on_all_the_same_asks_for_a_reason_before_the_number(
    frame_of_calls: Main, waiting: dict[str, UUID], centre: Centre
) -> None:
    calls = calls_of(frame_of_calls)
    calls.show_record(waiting["Vilma"])
    settle()
    stop = _stop(frame_of_calls)
    assert stop is not None
    stop.all_the_same.click()
    settle()
    assert calls.card.outside.isVisible()
    assert calls.card.number.isHidden()
    _press(Qt.Key.Key_1)
    assert not calls.card.save(), "without a reason it is not kept"
    assert centre.referrals.sheet(waiting["Vilma"]).attempts == ()
    calls.card.outside.set_value("agreed")
    settle()
    assert not calls.card.number.isHidden()


def test_the_card_turns_when_the_agreed_hour_ends(frame_of_calls: Main, still: Still) -> None:
    calls = calls_of(frame_of_calls)
    calls.card.strip._number.show_value()
    still.wait(hours=2, minutes=1)
    calls.look_again()
    settle()
    assert NUMBER not in _words(frame_of_calls).replace(" ", "")
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
    assert "Aušra Kazlauskaitė, today 14:00" in _words(calls)


def test_f12_while_the_stop_is_shown_keeps_nothing_on_the_screen(
    frame_of_calls: Main, waiting: dict[str, UUID]
) -> None:
    calls = calls_of(frame_of_calls)
    calls.show_record(waiting["Vilma"])
    settle()
    frame_of_calls.go("referrals")
    settle()
    assert _stop(frame_of_calls) is None
    assert frame_of_calls.top is not None
    assert frame_of_calls.top.isVisible()


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


def _choose_calls(frame: Main, notice: UUID) -> Calls:
    calls = calls_of(frame)
    calls.view.choose(notice)
    calls.view.setFocus()
    settle()
    return calls


def test_an_old_agreement_is_asked_about_once_before_the_call(
    frame_of_calls: Main, waiting: dict[str, UUID], still: Still
) -> None:
    still.wait(days=35)
    calls = _choose_calls(frame_of_calls, waiting["Daiva"])
    calls.refresh()
    settle()
    _press(Qt.Key.Key_Return)
    stop = _stop(frame_of_calls)
    assert stop is not None
    assert "Ask first. Days since it was confirmed: 35" in _words(stop)
    assert not stop._asks_reason.isVisible(), "asking is what the rule wants"
    stop.all_the_same.click()
    settle()
    assert _stop(frame_of_calls) is None
    assert calls.card.form.isVisible()
    _press(Qt.Key.Key_2)
    assert calls.card.save()


def test_another_way_than_the_agreed_one_stops_before_it_is_used(
    frame_of_calls: Main, waiting: dict[str, UUID], centre: Centre
) -> None:
    person = centre.referrals.sheet(waiting["Daiva"]).referral.person_id
    assert person is not None
    by_text = a_safe_contact(channel="text", begins=time(9), ends=time(12))
    centre.people.agree_safe_contact(person, by_text, centre.worker)
    calls = calls_of(frame_of_calls)
    calls.refresh()
    settle()
    _choose_calls(frame_of_calls, waiting["Daiva"])
    row = calls.model.row_of(waiting["Daiva"])
    assert calls.model.cells(row)["may"].text == "Only as agreed"
    assert calls.model.cells(row)["rule"].second.startswith("By text message \u00b7 now")
    assert "Allowed now, and only so: By text message" in _words(calls.card)
    calls.open()
    calls.card.channel.set_value("telephone")
    settle()
    stop = _stop(frame_of_calls)
    assert stop is not None
    assert "Not in this way. Agreed: By text message" in _words(stop)
    _press(Qt.Key.Key_Escape)
    assert calls.card.channel.value() == "text", "Understood brings the agreed way back"
    calls.card.channel.set_value("telephone")
    settle()
    stop = _stop(frame_of_calls)
    assert stop is not None
    stop.all_the_same.click()
    settle()
    assert calls.card.outside.isVisible(), "another way needs a reason"


def test_a_safe_way_and_help_are_one_key_from_every_call(frame_of_calls: Main, waiting: dict[str, UUID]) -> None:
    for key, place in ((Qt.Key.Key_F6, "safe"), (Qt.Key.Key_F7, "assistance_entry")):
        calls = _choose_calls(frame_of_calls, waiting["Vilma"])
        assert calls.card.is_stopped()
        _press(key)
        assert frame_of_calls.top is not None
        assert place == frame_of_calls.top.NAME
        frame_of_calls.back()
        settle()
    calls_of(frame_of_calls).open()
    _press(Qt.Key.Key_F6)
    assert frame_of_calls.top is not None
    assert frame_of_calls.top.NAME == "safe", "from the stop too"


def test_a_reason_that_says_nothing_needs_words_and_they_stay_in_the_history(
    frame_of_calls: Main, waiting: dict[str, UUID], centre: Centre
) -> None:
    calls = calls_of(frame_of_calls)
    calls.show_record(waiting["Vilma"])
    settle()
    stop = _stop(frame_of_calls)
    assert stop is not None
    assert "Kretingos r. PK" in _words(stop), "whom to ask is named"
    stop.all_the_same.click()
    calls.card.outside.set_value("other")
    settle()
    assert calls.card.number.isHidden()
    calls.card.note.set_value("Skambina iš darbo telefono.")
    calls.card.note.changed.emit()
    settle()
    assert not calls.card.number.isHidden()
    calls.card.number.show_value()
    (entry,) = centre.history.entries(limit=1)
    assert "Skambina iš darbo telefono." in str(entry.fields["reason"])


def test_the_rule_is_asked_again_before_a_number_is_copied(frame_of_calls: Main, still: Still) -> None:
    calls = calls_of(frame_of_calls)
    number = calls.card.strip._number
    number.show_value()
    QApplication.clipboard().setText("before")
    still.wait(hours=2, minutes=1)
    number._copy_value()
    assert QApplication.clipboard().text() == "before"
    assert NUMBER not in _words(frame_of_calls).replace(" ", "")


def test_a_lock_takes_the_number_and_keeps_the_attempt(frame_of_calls: Main, waiting: dict[str, UUID]) -> None:
    calls = _choose_calls(frame_of_calls, waiting["Daiva"])
    _press(Qt.Key.Key_Return)
    calls.card.strip._number.show_value()
    _press(Qt.Key.Key_2)
    frame_of_calls.keep()
    (left,) = [d for d in calls.desk.centre.drafts.all(calls.desk.centre.worker) if d.form == "attempt"]
    assert left.about == waiting["Daiva"]
    assert left.fields["outcome"] in ("no_answer", ["no_answer"])
    assert NUMBER not in str(left.fields).replace(" ", "")
