"""A problem between institutions as typed, and how it is put into the register; part of a change."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.promise import RaisedProblem
from desktop.records.typed_check import LONG, checked_days, checked_filled, checked_lengths
from desktop.records.typed_text import clean
from desktop.world import World


@dataclass(frozen=True)
class ProblemDraft:
    """A problem as typed; see `RaisedProblem` for what each field means."""

    fact: str = ""
    effect: str = ""
    wish: str = ""
    agency_id: UUID | None = None
    since: date | None = None

    @classmethod
    def of(cls, problem: RaisedProblem) -> ProblemDraft:
        """As it stands, to be amended."""
        return cls(**{each.name: getattr(problem, each.name) for each in fields(cls)})

    def cleaned(self) -> ProblemDraft:
        """The same without unseen signs."""
        return replace(self, fact=clean(self.fact), effect=clean(self.effect), wish=clean(self.wish))

    def completed(self, today: date) -> ProblemDraft:
        """A new one, cleaned: since today unless told otherwise."""
        return replace(self.cleaned(), since=self.since or today)

    def check(self, today: date) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        ahead = self.since is not None and self.since > today
        return (
            *checked_filled(self, ("fact", "since")),
            *checked_lengths(self, {"fact": LONG, "effect": LONG, "wish": LONG}),
            *checked_days(self, ("since",)),
            *((Problem(N_("This date has not come yet."), field="since"),) if ahead else ()),
        )


def put_problem(session: Session, draft: ProblemDraft, world: World) -> RaisedProblem:
    """Write down a problem that is complete and checked, under the next number."""
    last = session.scalar(select(func.max(RaisedProblem.number))) or 0
    values = {each.name: getattr(draft, each.name) for each in fields(draft)}
    problem = RaisedProblem(id=world.new_id(), number=last + 1, **values)
    session.add(problem)
    return problem
