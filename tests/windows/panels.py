"""A panel at the right of the screen from which it was opened, for tests of both."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from desktop.centre import Centre
from desktop.windows.look import px
from tests.builders import a_mention, a_referral
from tests.windows.looking import press, settle

LEFT = ("help", "referrals", "person", "calls")
"""The screens from which F7 notes help."""


def many_notices(centre: Centre, notice: UUID) -> None:
    """More than a list can show at once, from whoever sent that notice."""
    sender = centre.referrals.sheet(notice).sender.id
    for number in range(40):
        mention = a_mention(name=f"Vardenė Pavardenė {number}", birth_year=1950 + number, phone="")
        centre.referrals.enter(a_referral(sender, mentions=(mention,)), centre.worker)


def on(frame: Any, name: str, notice: UUID) -> Any:
    """That screen, with her notice chosen where it has one."""
    person = frame.desk.centre.referrals.sheet(notice).person
    frame.go(name, person.id if name == "person" and person else notice if name == "referrals" else None)
    settle()
    if name == "calls":
        frame.top.view.selectRow(0)
        settle()
    return frame.top


def press_f7(frame: Any) -> Any:
    """What F7 opens."""
    press(Qt.Key.Key_F7)
    return frame.top


def opened(frame: Any, name: str, notice: UUID) -> tuple[Any, Any]:
    """That screen, and the panel that F7 lays beside it."""
    left = on(frame, name, notice)
    return left, press_f7(frame)


def is_beside(left: QWidget, panel: QWidget) -> bool:
    """Whether both are on show, one at the left of the other."""
    if not (left.isVisible() and panel.isVisible()):
        return False
    frame = panel.window()
    edge = left.mapTo(frame, QPoint(left.width(), 0)).x()
    return edge <= panel.mapTo(frame, QPoint(0, 0)).x() and panel.width() <= px(440)
