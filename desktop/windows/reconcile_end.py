"""What stands where the review queue is through: that all is decided, what was put off, and the way on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.reconciliation.standing import Standing
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.card import Drawing
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, Row
from desktop.windows.reconcile_queue import Queue

SETTLED = N_("The period is agreed. Later changes are listed as corrections.")
COUNTS = N_("Two numbers are compared here. There are no rows to look at.")
NONE = N_("No pair is doubtful. Nothing needs to be looked at.")
DONE = N_("All pairs were looked at.")
PUT_OFF = N_("Put off: {n}. They must be decided before the month is settled.")


class ReviewEnd(QWidget):
    """A calm page with one way on."""

    def __init__(self, *, on: Callable[[], object], again: Callable[[], object]) -> None:
        super().__init__()
        self.said, self.more = Label("", "card", wrap=True), Label("", "quiet", wrap=True)
        self.on = Button(N_("To the agreed figures"), PRIMARY, key="Ctrl+Enter", do=on)
        self.again = Button(N_("Look at them again"), OUTLINED, do=again)
        column = Column(self, gap=12, margins=24)
        column.addStretch(2)
        column.addWidget(Drawing("check", "green", 32, disc="green"), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.said, self.more):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        buttons = QWidget()
        flow = Flow(buttons, gap=10)
        for button in (self.again, self.on):
            flow.addWidget(button)
        row = Row(gap=0)
        row.addStretch(1)
        row.addWidget(buttons, 0)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)

    def put(self, standing: Standing, queue: Queue) -> None:
        """Say why there is nothing to look at."""
        put_off = queue.put_off
        said = DONE if queue.asked else NONE
        if standing.kept.is_settled:
            said = SETTLED
        elif standing.lists.is_counts:
            said = COUNTS
        self.said.say(said)
        self.more.setVisible(bool(put_off))
        self.more.say(PUT_OFF, n=put_off)
        self.again.setVisible(bool(put_off))
