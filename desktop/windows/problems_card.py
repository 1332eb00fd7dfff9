"""One problem beside the list: fact, effect, wish; what was done, what was promised to solve it, its course."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.meetings.commitments import CommitmentRow
from desktop.meetings.raised_problems import ProblemRow
from desktop.problems import Problem
from desktop.records.promise import STEPS, ProblemStep
from desktop.windows.act_card import ActCard
from desktop.windows.buttons import DANGER, OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.commitments_form import OF_PROBLEM
from desktop.windows.commitments_rows import SIGNS
from desktop.windows.desk import Desk
from desktop.windows.facts_grid import Fact
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Row
from desktop.windows.meeting_named import agency_named, meeting_named, meetings_by_id
from desktop.windows.pill import Pill, Sign
from desktop.windows.problems_asks import AGAIN, SOLVE, STEP, asks
from desktop.windows.problems_rows import open_days, state_of
from desktop.windows.timeline import Event, TimeLine

LONGEST = 60


class ProblemCard(ActCard):
    """The chosen problem, with its acts: solved, a step, raised again."""

    def __init__(self, desk: Desk) -> None:
        self.solve_button = Button(N_("Solved"), PRIMARY, icon="check", key="1", do=lambda: self.ask(SOLVE))
        self.step_button = Button(N_("Step"), OUTLINED, key="2", also=("F7",), do=lambda: self.ask(STEP))
        self.again_button = Button(N_("Raised again"), OUTLINED, key="3", do=lambda: self.ask(AGAIN))
        self.promise_button = Button(N_("New commitment"), OUTLINED, icon="plus", do=self.promise)
        self.reopen_button = Button(N_("Reopen"), OUTLINED, do=self.reopen)
        self.change_button = Button(N_("Change\u2026"), OUTLINED, do=self.change)
        self.out_button = Button(N_("Take it out"), DANGER, do=self.take_out)
        acts = (
            self.out_button, self.change_button, self.promise_button, self.reopen_button, self.again_button,
            self.step_button, self.solve_button,
        )  # fmt: skip
        super().__init__(desk, "problems", asks(desk), acts)

    @property
    def shown(self) -> ProblemRow:
        """The problem on show."""
        row: ProblemRow = self.row
        return row

    def heading(self) -> str:
        """Its number."""
        return _("Problem {n}", n=chosen().number(self.shown.problem.number))

    def told(self) -> tuple[str, Sign, str]:
        """Who raised it, for how long it is open, and how it stands."""
        sign, words = state_of(self.shown)
        return f"{agency_named(self.shown.agency)} \u00b7 {open_days(self.shown)}", sign, _(words)

    def offered(self) -> Sequence[Button]:
        """What is open can be worked on, what is solved can be opened again."""
        if self.row is None:
            return ()
        if self.shown.problem.solved_on is None:
            return tuple(button for button in self.acts if button is not self.reopen_button)
        return self.change_button, self.reopen_button

    def fill(self) -> None:
        """Facts, the three sentences, what was promised, what happened."""
        kept, day = self.shown.problem, chosen().day
        facts: list[Fact] = [
            (N_("Since"), day(kept.since), ""),
            (N_("Raised, times"), chosen().number(self.shown.times), ""),
            (N_("Solved on"), day(kept.solved_on) if kept.solved_on else "", ""),
            (N_("How"), kept.solution, ""),
        ]
        self.grid.put([fact for fact in facts if fact[1]])
        for title, words in ((N_("Fact"), kept.fact), (N_("Effect"), kept.effect), (N_("Wish"), kept.wish)):
            if words:
                self._titled(title, text(words, "body", wrap=True))
        promised = [row for row in self.desk.centre.commitments.all() if row.commitment.problem_id == kept.id]
        if promised:
            self._titled(N_("Promised to solve it"), self._promised(promised))
        events = list(self._events())
        if events:
            line = TimeLine()
            self._titled(N_("Time line"), line)
            line.put(events)

    def promise(self) -> None:
        """A commitment that helps to solve it."""
        self.desk.go("commitment", f"{OF_PROBLEM}{self.shown.problem.id.hex}")

    def change(self) -> None:
        """To the form of it."""
        self.desk.go("problem", self.shown.problem.id)

    def reopen(self) -> None:
        """Take back that it was solved."""
        self._do(self.desk.centre.raised_problems.reopen)

    def take_out(self) -> None:
        """Take out what was written down by mistake, with the way back offered."""
        self._do(self.desk.centre.raised_problems.take_out)

    def _do(self, change: Callable[[UUID, Any], object]) -> None:
        try:
            change(self.shown.problem.id, self.desk.centre.worker)
        except Problem as problem:
            self.desk.tell(problem)
            return
        self.desk.kept()
        self.changed.emit()
        self.left.emit()

    def _titled(self, title: str, inner: QWidget) -> None:
        column = Column(gap=2)
        self.more.addLayout(column)
        column.addWidget(Label(title, "label", wrap=True))
        column.addWidget(inner)

    def _promised(self, rows: Sequence[CommitmentRow]) -> QWidget:
        box = QWidget()
        column = Column(box, gap=4)
        for one in rows:
            what = one.commitment.what
            short = what if len(what) <= LONGEST else what[: LONGEST - 1].rstrip() + "\u2026"
            go = partial(self.desk.go, "commitments", one.commitment.id)
            row = Row(gap=8)
            column.addLayout(row)
            row.addWidget(Button("{name}", PLAIN, icon="right", name=short, do=go), 0, Qt.AlignmentFlag.AlignLeft)
            row.addStretch(1)
            row.addWidget(Pill(SIGNS[one.state], chosen().day(one.commitment.due_on)))
        return box

    def _events(self) -> Sequence[Event]:
        """What happened, the latest first; last of all that it was raised."""
        kept, day = self.shown.problem, chosen().day
        solved = [Event("consent", _("Problem solved"), day(kept.solved_on), kept.solution)] if kept.solved_on else []
        met: Mapping[UUID, Any] = meetings_by_id(self.desk.centre)

        def event(step: ProblemStep) -> Event:
            row = met.get(step.meeting_id) if step.meeting_id else None
            where = meeting_named(row.meeting, row.kind) if row else ""
            return Event("earlier" if step.kind == "raised" else "note", _(STEPS[step.kind]), day(step.on_day),
                         step.text, where)  # fmt: skip

        steps = [event(step) for step in reversed(self.shown.steps)]
        return [*solved, *steps, Event("change", _("Problem raised"), day(kept.since))]
