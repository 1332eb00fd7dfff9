"""The stop before a call that might bring danger: it covers the page, says why, what can be done instead, and waits.

The safe answer is the filled button and Esc. Going on all the same is plain text, and asks for a reason later on.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QWidget

from desktop.language import N_, _, chosen
from desktop.records.person import MayCall, Person
from desktop.windows.banner import announce
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card, Drawing, Ground
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, Row, scrolled
from desktop.windows.look import follow, px

WIDE = 640
INSTEAD = 2
"""The place of what can be done, after the warning and its reason."""
STOPS = (MayCall.UNKNOWN, MayCall.NO, MayCall.NOT_NOW)
"""Answers of the rule at which nobody calls."""


class StopCard(QWidget):
    """Stands in place of the page until it is answered."""

    def __init__(
        self, *, understood: Callable[[], object], record: Callable[[], object], go_on: Callable[[], object]
    ) -> None:
        super().__init__()
        self._head, self._who = Label("", "title", ink="red", wrap=True), Label("", "second", wrap=True)
        self._why = Label("", "body", wrap=True)
        self.understood = Button(N_("Understood"), PRIMARY, key="Esc", do=understood)
        self.record = Button(N_("Record a safe way"), OUTLINED, icon="shield", do=record)
        self.all_the_same = Button(N_("Go on all the same…"), PLAIN, do=go_on)
        self._sign = Drawing("stop", "red", 30)
        self._card = card = Card(margins=(28, 24, 28, 22), gap=14, radius=12)
        card.column.addLayout(self._heading())
        card.column.addWidget(self._why)
        self._instead = _what_can_be_done()
        card.column.addWidget(self._instead)
        right = QWidget()
        flow = Flow(right, gap=8, right=True)
        flow.addWidget(self.record)
        flow.addWidget(self.understood)
        answers = Row(gap=8)
        answers.addWidget(self.all_the_same, 0, Qt.AlignmentFlag.AlignTop)
        answers.addWidget(right, 1)
        card.column.addLayout(answers)
        card.column.addWidget(Label(N_("Call all the same? Write down the reason."), "second", wrap=True))
        inner = QWidget()
        self._page = page = Column(inner, gap=0, margins=(24, 12, 24, 12))
        self._above = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        page.addSpacerItem(self._above)
        middle = Row(gap=0)
        middle.addStretch(1)
        middle.addWidget(card, 20)
        middle.addStretch(1)
        page.addLayout(middle)
        page.addStretch(1)
        self._area = scrolled(inner)
        Column(self, gap=0).addWidget(self._area)
        follow(self.dress)

    def dress(self) -> None:
        """Take the width of the look in use."""
        self._card.setMaximumWidth(px(WIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A little above the middle; where there is no room, the warning and its answers come first."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._place)

    def _place(self) -> None:
        room = self.height() - px(24)
        width = min(px(WIDE), self.width() - px(48))
        self._put_instead(above=self._card.heightForWidth(width) <= room)
        self._above.changeSize(0, max(0, (room - self._card.heightForWidth(width)) * 2 // 5))
        self._page.invalidate()
        self._page.activate()
        self._area.verticalScrollBar().setValue(0)

    def _put_instead(self, *, above: bool) -> None:
        """What can be done stands above the answers, or last where only that keeps them in sight with the warning."""
        column = self._card.column
        place = INSTEAD if above else column.count() - 1
        if column.indexOf(self._instead) != place:
            column.removeWidget(self._instead)
            column.insertWidget(place, self._instead)
            column.activate()

    def ask(self, person: Person, who: str, now: datetime, confirm_days: int) -> bool:
        """Show why nobody calls now; False where one may."""
        answer = person.may_call(now, confirm_days)
        if answer not in STOPS:
            return False
        later = answer is MayCall.NOT_NOW
        tone = "amber" if later else "red"
        self._sign.show_drawing("clock" if later else "stop", tone)
        self._head.tint(tone)
        self._who.put(who)
        self._why.say(N_("A call can bring danger if somebody else holds the telephone."))
        if later:
            opens = person.next_allowed(now)
            self._head.say(N_("Not now. Next time: {when}"), when=chosen().near(opens, now) if opens else "\u2013")
        elif answer is MayCall.NO:
            self._head.say(N_("Do not call: she asked not to be contacted."))
        else:
            self._head.say(N_("Do not call: it is not known when it is safe."))
        QTimer.singleShot(0, self, self._place)
        announce(self, f"{self._head.text()} {_(N_('A call can bring danger if somebody else holds the telephone.'))}")
        return True

    def _heading(self) -> Row:
        words = Column(gap=2)
        words.addWidget(self._head)
        words.addWidget(self._who)
        head = Row(gap=16)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head


def _what_can_be_done() -> Ground:
    card = Ground("window", margins=(14, 10, 14, 12), gap=6)
    card.column.addWidget(Label(N_("What can be done"), "strong"))
    for msgid in (
        N_("Ask the officer how she can be reached safely."),
        N_("Arrange it through a social worker or the school."),
        N_("Wait until she comes herself."),
    ):
        row = Row(gap=8)
        row.addWidget(Drawing("check", "green", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(msgid, "body", wrap=True), 1)
        card.column.addLayout(row)
    return card
