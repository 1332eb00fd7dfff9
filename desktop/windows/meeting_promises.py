"""Commitments carried over, settled in a meeting with one key each: done, not done, no longer possible."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen, ngettext
from desktop.meetings.agenda import Promised
from desktop.problems import Problem
from desktop.records.promise import COMMITMENT_STATES
from desktop.windows.apart import Apart
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.fields import TextField
from desktop.windows.held_table import HeldTable
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow
from desktop.windows.meeting_sitting import Sitting
from desktop.windows.pill import CLOSED, GOING_ON, GOOD, LATE, Sign
from desktop.windows.table import Cell, TableColumn

COLUMNS = (
    TableColumn("what", N_("What was promised"), "head", 20, stretch=3),
    TableColumn("institution", N_("Institution"), "text", 14, stretch=1, leaves=1),
    TableColumn("due", N_("Due"), "quiet", 10, leaves=2),
    TableColumn("state", N_("State"), "pill", 12),
)
SIGNS = {"open": GOING_ON, "done": GOOD, "not_done": LATE, "impossible": CLOSED}


def state_of(state: str, days_late: int) -> tuple[Sign, str]:
    """How a commitment stands, as sign and words."""
    if state == "not_done" and days_late:
        return LATE, ngettext("{n} working day late", "{n} working days late", days_late)
    return SIGNS[state], _(COMMITMENT_STATES[state])


def promise_cells(
    what: str, institution: str, due: str, state: tuple[Sign, str], hidden: frozenset[str]
) -> dict[str, Cell]:
    """One commitment; what left the narrow table stands as a second line."""
    gone = [words for key, words in (("institution", institution), ("due", due)) if key in hidden]
    return {
        "what": Cell(what, " \u00b7 ".join(gone)), "institution": Cell(institution), "due": Cell(due),
        "state": Cell(state[1], sign=state[0]),
    }  # fmt: skip


class Carried(Card):
    """The table and its three answers; the reason of the third is asked in the same place."""

    typed = Signal()
    """What is half typed of a reason is another."""

    def __init__(self, desk: Desk, settled: Callable[[], object]) -> None:
        super().__init__(margins=(1, 10, 1, 1), gap=8)
        self._desk, self._settled = desk, settled
        self._item_id: UUID | None = None
        self._about: UUID | None = None
        """The commitment whose reason is asked for."""
        self.table = HeldTable(
            desk.background, COLUMNS, self._cells, N_("Commitments from earlier meetings"),
            N_("No promises are open."), most=5, high=50, bare=True,
        )  # fmt: skip
        self.done = Button(N_("Done"), OUTLINED, key="1", do=self.say_done)
        self.not_done = Button(N_("Not done"), OUTLINED, key="2", do=self.say_not_done)
        self.impossible = Button(N_("No longer possible"), OUTLINED, key="3", do=self.ask_why)
        self._said = Label("", "label", wrap=True)
        self.why = TextField("reason", N_("Why it is no longer possible"), required=True)
        self._answers = (self.done, self.not_done, self.impossible)
        self._head = Apart(self._said, self._answers, margins=(15, 0))
        self._asked = QWidget()
        asked = Column(self._asked, gap=6, margins=(15, 0, 15, 4))
        keep = Button(N_("Keep the reason"), OUTLINED, key="Enter", hears=False, do=self.say_impossible)
        leave = Button(N_("Leave it open"), PLAIN, key="Esc", do=self.leave)
        asked.addWidget(self.why)
        buttons = QWidget()
        row = Flow(buttons, gap=8, right=True)
        row.addWidget(leave)
        row.addWidget(keep)
        asked.addWidget(buttons)
        self._asked.hide()
        for widget in (self._head, self._asked, self.table):
            self.column.addWidget(widget)
        self.why.edit.returnPressed.connect(self.say_impossible)
        self.why.changed.connect(self.typed)

    def put(self, promised: Sequence[Promised], item_id: UUID) -> None:
        """Show these under their item; ours and theirs, due first."""
        self._item_id = item_id
        left = sum(each.settled_on is None for each in promised)
        self._said.put(_("Still to be done: {n}", n=left) if promised else "")
        self._head.setVisible(bool(promised))
        self.table.put({each.commitment_id: each for each in promised})
        if self._about is not None and self.table.row(self._about) is None:
            self._about = None
            self._asked.hide()

    def say_done(self) -> None:
        """It was done."""
        self._settle(lambda key, log, by: log.done(key, by), N_("Commitment done."))

    def say_not_done(self) -> None:
        """It was not done and is carried on; an answer given too early is taken back."""
        row = self.table.current()
        if row is None:
            return
        if row.settled_on is None:
            self.table.step_on()
            return
        self._settle(lambda key, log, by: log.reopen(key, by), N_("Not done: carried on."))

    def ask_why(self) -> None:
        """Ask for the reason, in the same card."""
        row = self.table.current()
        if row is not None:
            self._about = row.commitment_id
            self.why.set_value(row.note if row.state == "impossible" else "")
            self.why.show_problem(None)
            self._asked.show()
            self.why.focus()

    def say_impossible(self) -> None:
        """Keep the reason with the commitment for which it was asked, wherever the caret is by now."""
        if self._about is not None and self.why.check() is None:
            self.table.view.choose(self._about)
            reason = str(self.why.value())
            if self._settle(lambda key, log, by: log.impossible(key, reason, by), N_("No longer possible: noted.")):
                self.leave()

    def leave(self) -> None:
        """Back to the table."""
        self._about = None
        self._asked.hide()
        self.typed.emit()
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_settled(self) -> bool:
        """Keep a reason that is typed, or close what is empty; False while it cannot be kept."""
        if self._about is not None:
            self.say_impossible() if self.why.raw().strip() else self.leave()
        return self._about is None

    def half_typed(self) -> dict[str, Any]:
        """The reason as far as it is typed, for a draft; nothing while none is asked for."""
        if self._about is None or self._item_id is None:
            return {}
        return {"item": self._item_id.hex, "about": self._about.hex, "raw": self.why.raw()}

    def put_back(self, _sitting: Sitting, kept: dict[str, Any]) -> None:
        """Ask again, with what was half typed, unless that commitment is no longer carried over."""
        about = UUID(kept["about"])
        if self.table.row(about) is not None:
            self._about = about
            self.table.view.choose(about)
            self.why.set_raw(kept["raw"])
            self._asked.show()

    def _settle(self, write: Callable[[Any, Any, Any], object], said: str) -> bool:
        row = self.table.current()
        if row is None or row.commitment_id is None:
            return False
        try:
            write(row.commitment_id, self._desk.centre.commitments, self._desk.centre.worker)
        except Problem as problem:
            if problem.field == "reason":
                self.why.show_problem(problem)
            else:
                self._desk.tell(problem)
            return False
        self._desk.kept(said)
        self._settled()
        self.table.step_on()
        return True

    def _cells(self, row: Promised) -> Mapping[str, Cell]:
        state = state_of(row.state, row.days_late)
        made = promise_cells(row.what, row.institution, chosen().day(row.due_on), state, self.table.model.hidden)
        if row.note:
            made["what"] = Cell(row.what, row.note)
        return made
