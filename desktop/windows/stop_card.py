"""The stop before a call that might bring danger: it covers the page, says why, what can be done instead, and waits.

The safe answer is the filled button and Esc. Going on all the same is plain text, and asks for a reason later on.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QWidget

from desktop.language import N_
from desktop.windows.banner import announce
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card, Drawing, Ground
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, Row, clear, scrolled
from desktop.windows.look import follow, px
from desktop.windows.stop_reasons import STOPS, Sentence, Stop

__all__ = ["STOPS", "StopCard"]

WIDE = 640
INSTEAD = 2
"""The place of what can be done, after the warning and its reason."""


class StopCard(QWidget):
    """Stands in place of the page until it is answered."""

    def __init__(
        self, *, understood: Callable[[], object], record: Callable[[], object], go_on: Callable[[], object]
    ) -> None:
        super().__init__()
        self._asks_who: Callable[[], str] | None = None
        self._head, self._who = Label("", "title", ink="red", wrap=True), Label("", "second", wrap=True)
        self._why = Label("", "body", wrap=True)
        self.understood = Button(N_("Understood"), PRIMARY, key="Esc", do=understood)
        self.record = Button(N_("Record a safe way"), OUTLINED, icon="shield", key="F6", do=record)
        self.all_the_same = Button(N_("Go on all the same…"), PLAIN, do=go_on)
        self._sign = Drawing("stop", "red", 30)
        self._asks_reason = Label(
            N_("Going on asks for a reason. It stays in the history, where the director sees it."), "second", wrap=True
        )
        self._card = card = Card(margins=(28, 24, 28, 22), gap=14, radius=12)
        self._instead = Ground("window", margins=(14, 10, 14, 12), gap=6)
        card.column.addLayout(self._heading())
        card.column.addWidget(self._why)
        card.column.addWidget(self._instead)
        card.column.addLayout(self._answers())
        card.column.addWidget(self._asks_reason)
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

    def put(self, stop: Stop, who: Callable[[], str]) -> None:
        """Say why nobody calls now, and what can be done; `who` is asked again when names turn into codes."""
        self._show(stop, who)
        QTimer.singleShot(0, self, self._place)
        announce(self, f"{self._head.text()} {self._why.text()}")

    def changeEvent(self, event: QEvent) -> None:
        """Say again who it is, in the new language or with a code for the name."""
        if event.type() == QEvent.Type.LanguageChange and self._asks_who is not None:
            self._who.put(self._asks_who())
        super().changeEvent(event)

    def _show(self, stop: Stop, who: Callable[[], str]) -> None:
        self._sign.show_drawing("stop" if stop.tone == "red" else "clock", stop.tone)
        self._head.tint(stop.tone)
        self._asks_who = who
        self._who.put(who())
        for label, sentence in ((self._head, stop.head), (self._why, stop.why)):
            label.say(sentence.msgid, **sentence.values)
        self._show_instead(stop.instead)
        self.all_the_same.say(stop.go_on)
        self._asks_reason.setVisible(stop.asks_reason)

    def _show_instead(self, instead: tuple[Sentence, ...]) -> None:
        column = self._instead.column
        clear(column)
        column.addWidget(Label(N_("What can be done"), "strong"))
        for sentence in instead:
            row = Row(gap=8)
            row.addWidget(Drawing("check", "green", 18), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(sentence.msgid, "body", wrap=True, **sentence.values), 1)
            column.addLayout(row)

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

    def _heading(self) -> Row:
        words = Column(gap=2)
        words.addWidget(self._head)
        words.addWidget(self._who)
        head = Row(gap=16)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def _answers(self) -> Row:
        right = QWidget()
        flow = Flow(right, gap=8, right=True)
        flow.addWidget(self.record)
        flow.addWidget(self.understood)
        answers = Row(gap=8)
        answers.addWidget(self.all_the_same, 0, Qt.AlignmentFlag.AlignTop)
        answers.addWidget(right, 1)
        return answers
