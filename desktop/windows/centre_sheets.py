"""New recovery sheets, and the rehearsal of those there are: the steps of the first run, opened later on."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.windows.apart import Apart
from desktop.windows.beside import foot_of
from desktop.windows.buttons import DANGER, PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.centre_page import WIDE
from desktop.windows.desk import Desk, Screen
from desktop.windows.footed import Footed
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row
from desktop.windows.look import follow, px
from desktop.windows.recovery_steps import RehearsalStep, SheetsStep
from desktop.windows.step import Beginning, Step


class StepPage(Screen):
    """One of the first steps as a page."""

    HEADING = ""
    DONE = N_("Finish")
    STEP: type[Step]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.beginning = Beginning(desk.centre.world, desk.background)
        self.beginning.centre = desk.centre
        self.step = self.STEP(self.beginning)
        self.step.settled.connect(self._settled)
        self.button = Button(self.DONE, PRIMARY, key="Ctrl+Enter", do=self.go_on)
        self.note = Label("", "second", wrap=True)
        body = QWidget()
        self.body = Column(body, gap=14, margins=(20, 14, 20, 14))
        self.body.addWidget(Label(self.STEP.says, "body", wrap=True))
        self.body.addWidget(self.step)
        self.body.addStretch(1)
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        close = Button(N_("Close"), PLAIN, key="Esc", do=desk.back)
        page.addWidget(Apart(Label(self.HEADING, "title", wrap=True), (close,)))
        self._card = Footed(body, foot_of((self.note,), (self.button,)))
        page.addWidget(self._card, 1)
        follow(self._dress)
        self._settled()

    def go_on(self) -> None:
        """Finish."""
        self.step.go_on(self.desk.back)

    def show_record(self, about: Any | None) -> None:
        """It begins anew each time."""

    def _dress(self) -> None:
        self._card.setMaximumWidth(px(WIDE))

    def _settled(self) -> None:
        self.button.setEnabled(self.step.may_go_on())
        self.note.say(self.step.note())
        self.note.setVisible(bool(self.step.note()))


class SheetsPage(StepPage):
    """Three new sheets; from the moment they are made the old ones open nothing."""

    NAME = "sheets"
    HEADING = N_("New recovery sheets")
    STEP = SheetsStep
    DONE = N_("Next: rehearsal")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._asked = Card(tone="amber", gap=8)
        self._asked.column.addWidget(
            Label(N_("As soon as new sheets are made, the old ones open nothing. Destroy them."), "strong", wrap=True)
        )
        row = Row(gap=8)
        row.addStretch(1)
        row.addWidget(Button(N_("Make new sheets"), DANGER, do=self.make))
        self._asked.column.addLayout(row)
        self.body.insertWidget(0, self._asked)
        self.step.hide()

    def make(self) -> None:
        """Make them now."""
        self._asked.hide()
        self.step.show()
        self.step.enter()
        self._settled()

    def go_on(self) -> None:
        """On to the rehearsal: only then it is known that they work."""
        self.desk.back()
        self.desk.go("rehearsal")


class RehearsalPage(StepPage):
    """Two sheets typed back."""

    NAME = "rehearsal"
    HEADING = N_("Rehearse the recovery sheets")
    STEP = RehearsalStep

    def first(self) -> QWidget:
        """The first sheet."""
        assert isinstance(self.step, RehearsalStep)
        return self.step.first
