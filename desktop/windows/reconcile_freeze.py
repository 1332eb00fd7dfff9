"""The question before a month is settled: what is frozen, what stays open; the safe answer is to keep it open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.card import Card, Drawing
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, Row, scrolled
from desktop.windows.look import follow, px

WIDE = 620
FROZEN = N_("Frozen are the figures, every row in its group, the reasons, and who agreed.")
STAYS = N_("Our log stays open. What changes in it for this period afterwards is listed as a correction.")
REST = N_("Still unexplained: {n}. It stays so, and is printed so.")


class FreezeQuestion(QWidget):
    """Stands in place of the page until it is answered."""

    def __init__(self, *, freeze: Callable[[], object], keep: Callable[[], object]) -> None:
        super().__init__()
        self._title, self._rest = Label("", "title", wrap=True), Label("", "body", ink="amber", wrap=True)
        self.keep = Button(N_("Keep it open"), PRIMARY, key="Esc", do=keep)
        self.freeze = Button(N_("Freeze"), OUTLINED, icon="lock", do=freeze)
        self._card = Card(margins=(28, 24, 28, 22), gap=12, radius=12)
        head = Row(gap=14)
        head.addWidget(Drawing("lock", "muted", 26))
        head.addWidget(self._title, 1)
        self._card.column.addLayout(head)
        for words in (FROZEN, STAYS):
            self._card.column.addWidget(Label(words, "body", wrap=True))
        self._card.column.addWidget(self._rest)
        answers = QWidget()
        flow = Flow(answers, gap=10, right=True)
        for button in (self.freeze, self.keep):
            flow.addWidget(button)
        self._card.column.addWidget(answers)
        inner = QWidget()
        column, middle = Column(inner, gap=0, margins=24), Row(gap=0)
        middle.addStretch(1)
        middle.addWidget(self._card, 20)
        middle.addStretch(1)
        column.addStretch(2)
        column.addLayout(middle)
        column.addStretch(3)
        Column(self, gap=0).addWidget(scrolled(inner))
        follow(self.dress)

    def dress(self) -> None:
        """Take the width of the look in use."""
        self._card.setMaximumWidth(px(WIDE))

    def put(self, period: str, rest: int) -> None:
        """Ask about this period, with so many rows unexplained."""
        self._title.say(N_("Freeze this period? {period}"), period=period)
        self._rest.say(REST, n=rest)
        self._rest.setVisible(bool(rest))
