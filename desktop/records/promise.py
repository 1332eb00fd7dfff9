"""What institutions bring to a meeting and take away from it: commitments, problems, achievements and offers.

Each lives from meeting to meeting until it is done, solved or told.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.language import N_
from desktop.vault.record import Record

COMMITMENT_STATES = {
    "open": N_("Still open"),
    "done": N_("Done"),
    "not_done": N_("Not done"),
    "impossible": N_("No longer possible"),
}
"""How a commitment stands. Not done: its day has passed, and it is carried over until it is done or impossible."""
CONTRIBUTIONS = {"achievement": N_("What went well"), "offer": N_("What the institution can do")}
TOLD_UNDER = {"achievement": "achievements", "offer": "offers"}
"""Under which part of an agenda each kind of contribution is told."""
STEPS = {"raised": N_("Raised again"), "step": N_("Step taken")}


class Commitment(Record):
    """What an institution promised the others to do by a day."""

    __tablename__ = "commitment"
    __table_args__ = (Index("commitment_by_due", "due_on"), Index("commitment_by_meeting", "meeting_id"))

    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"))
    """At which meeting; None: agreed between two."""
    item_id: Mapped[UUID | None] = mapped_column(ForeignKey("agenda_item.id"))
    problem_id: Mapped[UUID | None] = mapped_column(ForeignKey("raised_problem.id"))
    """The problem it should help to solve."""
    what: Mapped[str]
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """Who promised it; None: our own centre."""
    person: Mapped[str] = mapped_column(default="")
    made_on: Mapped[date]
    due_on: Mapped[date]
    first_due_on: Mapped[date]
    """The day that was promised first."""
    done_on: Mapped[date | None]
    evidence: Mapped[str] = mapped_column(default="")
    """By what it is known to be done."""
    impossible_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
    """Why it is no longer possible."""
    noted_on: Mapped[date | None]
    """On which day it was noted that it is done or no longer possible; the next meeting is told of it."""

    def state(self, today: date) -> str:
        """One of `COMMITMENT_STATES` on that day."""
        if self.done_on:
            return "done"
        if self.impossible_on:
            return "impossible"
        return "not_done" if self.due_on < today else "open"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done, in time or late."""
        return not self.done_on and not self.impossible_on


class RaisedProblem(Record):
    """Something that does not work between institutions: a fact, its effect, and what is wished."""

    __tablename__ = "raised_problem"

    number: Mapped[int]
    """Counted up from 1."""
    fact: Mapped[str]
    effect: Mapped[str] = mapped_column(default="")
    wish: Mapped[str] = mapped_column(default="")
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """Who raised it; None: our own centre."""
    since: Mapped[date]
    solved_on: Mapped[date | None]
    solution: Mapped[str] = mapped_column(default="")

    def days(self, today: date) -> int:
        """For how many days it was or is open."""
        return ((self.solved_on or today) - self.since).days


class ProblemStep(Record):
    """A problem was raised again at a meeting, or somebody did something about it."""

    __tablename__ = "problem_step"
    __table_args__ = (Index("problem_step_by_problem", "problem_id", "on_day"),)

    problem_id: Mapped[UUID] = mapped_column(ForeignKey("raised_problem.id"))
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"))
    kind: Mapped[str]
    """A code of `STEPS`."""
    on_day: Mapped[date]
    text: Mapped[str] = mapped_column(default="")


class Contribution(Record):
    """What an institution did well, or what it can do: told at a meeting."""

    __tablename__ = "contribution"
    __table_args__ = (Index("contribution_by_meeting", "meeting_id"),)

    kind: Mapped[str]
    """A code of `CONTRIBUTIONS`."""
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"))
    """At which meeting it is told; None: at the next."""
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """Whose; None: our own centre."""
    what: Mapped[str]
    since: Mapped[date | None]
    noted_on: Mapped[date]
