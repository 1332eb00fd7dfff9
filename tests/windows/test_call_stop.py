"""The stop before a call: it covers the window, the safe answer is the default, and going on needs a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.windows.main import Main
from desktop.windows.stop_card import StopCard
from tests.builders import a_safe_contact
from tests.conftest import Still
from tests.windows.calling import calls_of, calls_on, choose_call, press_at_once, said_on, three_who_wait
from tests.windows.looking import settle


@pytest.fixture
def waiting(centre: Centre) -> dict[str, UUID]:
    return three_who_wait(centre)


@pytest.fixture
def frame_of_calls(desk_of: Callable[..., Main], centre: Centre, waiting: dict[str, UUID]) -> Main:
    return calls_on(desk_of(centre))


def _stop(frame: Main) -> StopCard | None:
    return next((s for s in frame.findChildren(StopCard) if s.isVisible()), None)


def test_enter_on_one_who_may_not_be_called_covers_the_whole_window(
    frame_of_calls: Main, waiting: dict[str, UUID]
) -> None:
    calls = calls_of(frame_of_calls)
    calls.view.choose(waiting["Vilma"])
    calls.view.setFocus()
    settle()
    press_at_once(Qt.Key.Key_Return)
    stop = _stop(frame_of_calls)
    assert stop is not None
    said = said_on(frame_of_calls)
    assert "Vilma" in said
    assert "Daiva" not in said, "nothing of another person stands beside it"
    assert not calls.isVisible()
    assert QApplication.focusWidget() is stop.understood, "the safe answer is the default"
    press_at_once(Qt.Key.Key_Escape)
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
    press_at_once(Qt.Key.Key_1)
    assert not calls.card.save(), "without a reason it is not kept"
    assert centre.referrals.sheet(waiting["Vilma"]).attempts == ()
    calls.card.outside.set_value("agreed")
    settle()
    assert not calls.card.number.isHidden()


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


def test_an_old_agreement_is_asked_about_once_before_the_call(
    frame_of_calls: Main, waiting: dict[str, UUID], still: Still
) -> None:
    still.wait(days=35)
    calls = choose_call(frame_of_calls, waiting["Daiva"])
    calls.refresh()
    settle()
    press_at_once(Qt.Key.Key_Return)
    stop = _stop(frame_of_calls)
    assert stop is not None
    assert "Ask first. Days since it was confirmed: 35" in said_on(stop)
    assert not stop._asks_reason.isVisible(), "asking is what the rule wants"
    stop.all_the_same.click()
    settle()
    assert _stop(frame_of_calls) is None
    assert calls.card.form.isVisible()
    press_at_once(Qt.Key.Key_2)
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
    choose_call(frame_of_calls, waiting["Daiva"])
    row = calls.model.row_of(waiting["Daiva"])
    assert calls.model.cells(row)["may"].text == "Only as agreed"
    assert calls.model.cells(row)["rule"].second.startswith("By text message \u00b7 now")
    assert "Allowed now, and only so: By text message" in said_on(calls.card)
    calls.open()
    calls.card.channel.set_value("telephone")
    settle()
    stop = _stop(frame_of_calls)
    assert stop is not None
    assert "Not in this way. Agreed: By text message" in said_on(stop)
    press_at_once(Qt.Key.Key_Escape)
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
        calls = choose_call(frame_of_calls, waiting["Vilma"])
        assert calls.card.is_stopped()
        press_at_once(key)
        assert frame_of_calls.top is not None
        assert place == frame_of_calls.top.NAME
        frame_of_calls.back()
        settle()
    calls_of(frame_of_calls).open()
    press_at_once(Qt.Key.Key_F6)
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
    assert "Kretingos r. PK" in said_on(stop), "whom to ask is named"
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


def test_a_half_typed_attempt_in_another_way_stops_when_it_is_opened_and_not_when_it_is_passed(
    frame_of_calls: Main, waiting: dict[str, UUID], centre: Centre
) -> None:
    calls = calls_of(frame_of_calls)
    calls.view.choose(waiting["Vilma"])
    settle()
    centre.drafts.keep("attempt", waiting["Daiva"], {"note": "Pusė", "channel": ["email", ""]}, "", centre.worker)
    calls.view.choose(waiting["Daiva"])
    settle()
    assert calls.card.note.raw() == "Pusė"
    assert _stop(frame_of_calls) is None
    calls.show_record(waiting["Daiva"])
    settle()
    assert _stop(frame_of_calls) is not None
    assert not calls.isVisible()
