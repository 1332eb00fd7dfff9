"""The register of problems between institutions: fact, effect, wish; raised, worked on, solved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.meetings.kept import writable
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.duty import Breach
from desktop.records.problem_draft import ProblemDraft, put_problem
from desktop.records.promise import STEPS, Commitment, ProblemStep, RaisedProblem
from desktop.records.typed_check import insist
from desktop.records.typed_text import clean
from desktop.vault.vault import Vault, Worker
from desktop.world import World

__all__ = ["ProblemDraft", "ProblemRow", "RaisedProblems", "rows_of"]


@dataclass(frozen=True)
class ProblemRow:
    """A problem with what became of it so far."""

    problem: RaisedProblem
    agency: Agency | None
    """Who raised it; None: our own centre."""
    steps: tuple[ProblemStep, ...]
    """The earliest first."""
    days: int
    """For how many days it was or is open."""

    @property
    def times(self) -> int:
        """How often it was raised."""
        return 1 + sum(step.kind == "raised" for step in self.steps)

    @property
    def last_step(self) -> ProblemStep | None:
        """What was done last."""
        return next((step for step in reversed(self.steps) if step.kind == "step"), None)


class RaisedProblems:
    """The problems of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def put(self, draft: ProblemDraft, by: Worker) -> RaisedProblem:
        """Write down a problem."""
        draft = draft.completed(self.world.today())
        insist(draft.check(self.world.today()))
        with self.vault.change(N_("Problem raised"), by) as session:
            return put_problem(session, draft, self.world)

    def amend(self, problem_id: UUID, draft: ProblemDraft, by: Worker) -> RaisedProblem:
        """Say it better."""
        draft = draft.cleaned()
        insist(draft.check(self.world.today()))
        with self.vault.change(N_("Problem changed"), by) as session:
            problem = self._problem(session, problem_id)
            for each in fields(draft):
                setattr(problem, each.name, getattr(draft, each.name))
            return problem

    def step(
        self, problem_id: UUID, text: str, by: Worker, *, kind: str = "step", on: date | None = None,
        meeting_id: UUID | None = None,
    ) -> ProblemStep:  # fmt: skip
        """Note that something was done about it, or that it was raised again."""
        text = clean(text)
        if kind not in STEPS or (kind == "step" and not text):
            raise Problem(N_("Fill in this field."), field="text")
        with self.vault.change(N_("Step about a problem noted"), by) as session:
            self._problem(session, problem_id)
            if meeting_id:
                writable(session, meeting_id)
            step = ProblemStep(
                id=self.world.new_id(), problem_id=problem_id, meeting_id=meeting_id, kind=kind,
                on_day=on or self.world.today(), text=text,
            )  # fmt: skip
            session.add(step)
            return step

    def solve(self, problem_id: UUID, solution: str, by: Worker, *, on: date | None = None) -> RaisedProblem:
        """Keep that it is solved, and how."""
        day = on or self.world.today()
        with self.vault.change(N_("Problem solved"), by) as session:
            problem = self._problem(session, problem_id)
            if day > self.world.today():
                raise Problem(N_("This date has not come yet."), field="solved_on")
            if day < problem.since:
                raise Problem(N_("The end lies before the beginning."), field="solved_on")
            problem.solved_on, problem.solution = day, clean(solution)
            return problem

    def reopen(self, problem_id: UUID, by: Worker) -> RaisedProblem:
        """Take back that it was solved."""
        with self.vault.change(N_("Problem open again"), by) as session:
            problem = self._problem(session, problem_id)
            problem.solved_on, problem.solution = None, ""
            return problem

    def take_out(self, problem_id: UUID, by: Worker) -> None:
        """Take out a problem that was written down by mistake; the history keeps it."""
        with self.vault.change(N_("Problem taken out"), by) as session:
            if session.scalar(select(func.count()).where(Commitment.problem_id == problem_id)):
                raise Problem(N_("Something was promised to solve it. Say that it is solved instead."))
            for table in (ProblemStep, Breach):
                session.execute(delete(table).where(table.problem_id == problem_id))
            session.delete(self._problem(session, problem_id))

    def all(self, *, open_only: bool = False) -> Sequence[ProblemRow]:
        """Open ones first, those open longest first; then the solved ones, the latest first."""
        with self.vault.look() as session:
            return rows_of(session, self.world.today(), open_only=open_only)

    @staticmethod
    def _problem(session: Session, problem_id: UUID) -> RaisedProblem:
        found = session.get(RaisedProblem, problem_id)
        if found is None:
            raise Problem(N_("This entry was taken back meanwhile."))
        return found


def rows_of(session: Session, today: date, *, open_only: bool = False) -> list[ProblemRow]:
    """The problems as they stand on a day."""
    wanted = select(RaisedProblem, Agency).outerjoin(Agency, Agency.id == RaisedProblem.agency_id)
    if open_only:
        wanted = wanted.where(RaisedProblem.solved_on.is_(None))
    steps = defaultdict(list)
    for step in session.scalars(select(ProblemStep).order_by(ProblemStep.on_day, ProblemStep.id)):
        steps[step.problem_id].append(step)
    rows = [ProblemRow(one, agency, tuple(steps[one.id]), one.days(today)) for one, agency in session.execute(wanted)]
    still = sorted(
        (row for row in rows if not row.problem.solved_on), key=lambda row: (row.problem.since, row.problem.number)
    )
    solved = (row for row in rows if row.problem.solved_on)
    return still + sorted(solved, key=lambda row: (row.problem.solved_on, row.problem.number), reverse=True)
