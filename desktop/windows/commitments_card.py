"""One commitment beside the list: who promised what by when, from which meeting, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt

from desktop.language import N_, _, chosen, ngettext
from desktop.meetings.commitments import CommitmentDraft
from desktop.problems import Problem
from desktop.records.promise import Commitment
from desktop.windows.act_card import ActCard
from desktop.windows.buttons import DANGER, OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.commitments_rows import Promised, state_of
from desktop.windows.desk import Desk
from desktop.windows.due_field import DueField
from desktop.windows.facts_grid import Fact
from desktop.windows.fields import Field, LongTextField
from desktop.windows.inline_form import Ask
from desktop.windows.meeting_named import agency_named, meeting_named
from desktop.windows.names import shown_name
from desktop.windows.pill import Sign
from desktop.windows.time_fields import DateField

DONE, IMPOSSIBLE, ANOTHER = "done", "impossible", "another_day"


class CommitmentCard(ActCard):
    """The chosen commitment, with its acts: done, another day, no longer possible."""

    def __init__(self, desk: Desk) -> None:
        self.done_button = Button(N_("Done"), PRIMARY, icon="check", key="1", do=lambda: self.ask(DONE))
        self.another_button = Button(N_("Another day"), OUTLINED, key="2", do=lambda: self.ask(ANOTHER))
        self.impossible_button = Button(N_("No longer possible"), OUTLINED, key="3", do=lambda: self.ask(IMPOSSIBLE))
        self.reopen_button = Button(N_("Reopen"), OUTLINED, do=self.reopen)
        self.change_button = Button(N_("Change\u2026"), OUTLINED, do=self.change)
        self.out_button = Button(N_("Take it out"), DANGER, do=self.take_out)
        acts = (
            self.out_button, self.change_button, self.reopen_button, self.impossible_button, self.another_button,
            self.done_button,
        )  # fmt: skip
        super().__init__(desk, "commitments", self._asks(desk), acts)

    def heading(self) -> str:
        """What was promised."""
        return self.kept.what

    @property
    def kept(self) -> Commitment:
        """The commitment on show."""
        shown: Promised = self.row
        return shown.row.commitment

    def told(self) -> tuple[str, Sign, str]:
        """Who, and how it stands."""
        kept, today = self.kept, self.desk.centre.world.today()
        sign, words = state_of(self.row, today)
        person = shown_name(kept.person, "") if kept.person else ""
        return " \u00b7 ".join(filter(None, (agency_named(self.row.row.agency), person))), sign, _(words)

    def offered(self) -> Sequence[Button]:
        """What is open can be settled, what is settled can be opened again."""
        if self.row is None:
            return ()
        if self.kept.is_open:
            return (
                self.out_button, self.change_button, self.impossible_button, self.another_button, self.done_button
            )  # fmt: skip
        return self.change_button, self.reopen_button

    def fill(self) -> None:
        """Days, late or not, what it is known by, where it comes from."""
        self.grid.put(self._facts())
        kept = self.kept
        if self.row.meeting is not None:
            met = self.row.meeting
            self._lead(
                "meeting", meeting_named(met.meeting, met.kind), partial(self.desk.go, "meeting", met.meeting.id)
            )
        if kept.problem_id is not None:
            found = (row.problem for row in self.desk.centre.raised_problems.all() if row.problem.id == kept.problem_id)
            fact = next((" ".join(problem.fact.split()) for problem in found), "")
            self._lead("flag", fact, partial(self.desk.go, "problems", kept.problem_id))

    def reopen(self) -> None:
        """Take back that it was settled."""
        self._do(lambda: self.desk.centre.commitments.reopen(self._id(), self.desk.centre.worker))

    def take_out(self) -> None:
        """Take out what was never promised, with the way back offered."""
        self._do(lambda: self.desk.centre.commitments.take_out(self._id(), self.desk.centre.worker))

    def change(self) -> None:
        """To the form of it."""
        self.desk.go("commitment", self._id())

    def _id(self) -> UUID:
        return self.kept.id

    def _do(self, change: Any) -> None:
        try:
            change()
        except Problem as problem:
            self.desk.tell(problem)
            return
        self.desk.kept()
        self.changed.emit()
        self.left.emit()

    def _lead(self, icon: str, words: str, do: Any) -> None:
        """A way to where it comes from; long words end in an ellipsis."""
        short = words if len(words) <= 60 else words[:59].rstrip() + "\u2026"
        button = Button("{name}", PLAIN, icon=icon, name=short, do=do)
        self.more.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _facts(self) -> list[Fact]:
        kept, late, day = self.kept, self.row.row.days_late, chosen().day
        told = [
            (N_("Due"), day(kept.due_on), "red" if self.row.row.state == "not_done" else ""),
            (N_("Promised first for"), day(kept.first_due_on) if kept.first_due_on != kept.due_on else "", ""),
            (N_("Late"), ngettext("{n} working day", "{n} working days", late) if late else "", ""),
            (N_("Promised on"), day(kept.made_on), ""),
            (N_("Done"), day(kept.done_on) if kept.done_on else "", ""),
            (N_("By what it is known"), kept.evidence, ""),
            (N_("No longer possible since"), day(kept.impossible_on) if kept.impossible_on else "", ""),
            (N_("Reason"), kept.reason, ""),
        ]
        return [fact for fact in told if fact[1]]

    def _asks(self, desk: Desk) -> dict[str, Ask]:
        log, by, today = desk.centre.commitments, desk.centre.worker, desk.centre.world.today

        def done(about: UUID, told: Mapping[str, Any]) -> object:
            return log.done(about, by, on=told["done_on"], evidence=told["evidence"] or "")

        def impossible(about: UUID, told: Mapping[str, Any]) -> object:
            return log.impossible(about, told["reason"], by)

        def another(about: UUID, told: Mapping[str, Any]) -> object:
            return log.amend(about, replace(CommitmentDraft.of(log.row(about).commitment), due_on=told["due_on"]), by)

        def known() -> list[Field]:
            return [
                LongTextField("evidence", N_("By what it is known"), lines=2),
                DateField("done_on", N_("Done on"), today, required=True),
            ]

        why = LongTextField
        return {
            DONE: Ask(N_("Done"), known, done, lambda: {"done_on": today()}, N_("Commitment done.")),
            IMPOSSIBLE: Ask(
                N_("No longer possible"),
                lambda: [why("reason", N_("Why it is no longer possible"), lines=3, required=True)],
                impossible,
                told=N_("No longer possible: noted."),
            ),
            ANOTHER: Ask(
                N_("Another day"),
                lambda: [DueField("due_on", N_("Due"), today, log.calendar())],
                another,
                lambda: {"due_on": self.kept.due_on},
                N_("Another day is agreed."),
            ),
        }
