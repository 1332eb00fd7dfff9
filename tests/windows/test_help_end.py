"""Help ends from the card of its notice, and goes on again there; the chip of what is in progress follows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from desktop.centre import Centre
from desktop.windows.main import Main
from tests.windows.looking import faults, press, settle, shown, words

CTRL = Qt.KeyboardModifier.ControlModifier


def _in_progress(frame: Any) -> str:
    frame.go("referrals")
    settle()
    text: str = frame.top.filters.chips["in_progress"].text()
    return text


def test_help_ends_by_keys_and_goes_on_again(desk_of: Callable[..., Main], busy: Centre) -> None:
    frame: Any = desk_of(busy)
    helped = next(i for i in busy.referrals.ids() if busy.referrals.sheet(i).state.code == "accepted")
    assert "2" in _in_progress(frame)
    frame.go("referrals", helped)
    settle()
    frame.top.card._want("help_end")
    settle()
    assert frame.top.NAME == "help_end"
    assert faults(frame) == []
    press(Qt.Key.Key_4)
    press(Qt.Key.Key_Return, CTRL)
    assert frame.top.NAME == "referrals"
    card = frame.top.card
    assert card._state.accessibleName() == "Help ended"
    assert [b.accessibleName() for b in shown(card) if b.property("kind") == "primary"] == ["Reopen"]
    assert "Contact lost" in words(card)
    assert "1" in _in_progress(frame)
    person = busy.referrals.sheet(helped).referral.person_id
    frame.go("person", person)
    settle()
    assert "Help ended" in words(frame.top)
    frame.back()
    frame.go("referrals", helped)
    settle()
    frame.top.card.foot.reopen.click()
    settle()
    assert busy.referrals.sheet(helped).state.code == "accepted"
    assert "2" in _in_progress(frame)


def test_what_ended_is_corrected_on_the_same_page(desk_of: Callable[..., Main], busy: Centre) -> None:
    frame: Any = desk_of(busy)
    helped = next(i for i in busy.referrals.ids() if busy.referrals.sheet(i).state.code == "accepted")
    frame.go("help_end", helped)
    settle()
    frame.top.form.put({"reason": "other"})
    assert not frame.top.save()
    assert frame.top.form.fields["note"].problem is not None
    frame.top.form.put({"note": "Išvyko į užsienį."})
    assert frame.top.save()
    frame.go("help_end", helped)
    settle()
    assert frame.top.form.values()["note"] == "Išvyko į užsienį."
    frame.top.form.put({"reason": "moved"})
    assert frame.top.save()
    assert [end.reason for end in busy.referrals.sheet(helped).ends] == ["moved"]
