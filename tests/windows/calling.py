"""Three who wait to be called, and how the tests of the call list look at it."""

from __future__ import annotations

from datetime import time
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.centre import Centre
from desktop.windows.calls import Calls
from desktop.windows.main import Main
from tests.builders import a_mention, a_referral, a_safe_contact, an_agency
from tests.windows.looking import let_go, settle, shown

NUMBER = "61230041"
"""By which the one who may be called is reached."""


def three_who_wait(centre: Centre) -> dict[str, UUID]:
    """At ten on a Monday morning: one may be called, one in the afternoon, of one nothing is known."""
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


def calls_on(frame: Main) -> Main:
    """The frame with the call list on show."""
    frame.go("calls")
    settle()
    return frame


def calls_of(frame: Main) -> Calls:
    """The call list that is on show."""
    assert isinstance(frame.top, Calls)
    return frame.top


def choose_call(frame: Main, notice: UUID) -> Calls:
    """The call list with this notice chosen and the caret in the list."""
    calls = calls_of(frame)
    calls.view.choose(notice)
    calls.view.setFocus()
    settle()
    return calls


def said_on(widget: QWidget) -> str:
    """Every label on show, one after another."""
    return " ".join(child.text() for child in shown(widget) if isinstance(child, QLabel))


def press_at_once(key: Qt.Key, **how: Any) -> None:
    """Press a key where the caret is, and wait for the button that has it."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, **how)
    let_go()
