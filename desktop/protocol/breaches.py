"""Departures from the protocol: told as fact, effect and wish, they stand in the register of problems from then on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select

from desktop.language import N_
from desktop.problems import Problem
from desktop.protocol.kept import kept, kept_provision
from desktop.records.agency import Agency
from desktop.records.duty import RECORDS, Breach
from desktop.records.problem_draft import ProblemDraft, put_problem
from desktop.records.promise import RaisedProblem
from desktop.records.protocol import ProtocolVersion, Provision
from desktop.records.typed_check import checked_choices, checked_filled, insist
from desktop.records.typed_text import clean
from desktop.vault.vault import Vault, Worker
from desktop.world import World


@dataclass(frozen=True)
class BreachDraft:
    """A departure from the protocol as typed."""

    provision_id: UUID | None = None
    record: str = ""
    """A code of `RECORDS`; empty where there is no record of it."""
    record_id: UUID | None = None
    agency_id: UUID | None = None
    """Who departed from it; None: our own centre."""
    fact: str = ""
    effect: str = ""
    wish: str = ""

    def cleaned(self) -> BreachDraft:
        """The same without unseen signs."""
        return replace(self, fact=clean(self.fact), effect=clean(self.effect), wish=clean(self.wish))

    @property
    def problem(self) -> ProblemDraft:
        """As our own centre raises it among the problems."""
        return ProblemDraft(self.fact, self.effect, self.wish)

    def check(self) -> tuple[Problem, ...]:
        """What is wrong besides what the register of problems finds."""
        return (*checked_filled(self, ("provision_id",)), *checked_choices(self, {"record": RECORDS}))


@dataclass(frozen=True)
class BreachRow:
    """A departure with its provision, its institution and the problem it became."""

    breach: Breach
    provision: Provision
    agency: Agency | None
    """None: our own centre."""
    problem: RaisedProblem


class Breaches:
    """The departures from the protocols of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def note(self, draft: BreachDraft, by: Worker) -> Breach:
        """Keep a departure, and raise it as a problem in the same change."""
        draft, today = draft.cleaned(), self.world.today()
        problem = draft.problem.completed(today)
        insist((*draft.check(), *problem.check(today)))
        assert draft.provision_id
        with self.vault.change(N_("Departure from the protocol noted"), by) as session:
            version = kept(session, kept_provision(session, draft.provision_id).version_id)
            if version.in_force_from is None or version.in_force_from > today:
                raise Problem(N_("This provision is not in force."), field="provision_id")
            raised = put_problem(session, problem, self.world)
            session.flush()
            breach = Breach(
                id=self.world.new_id(), provision_id=draft.provision_id, problem_id=raised.id,
                agency_id=draft.agency_id, record=draft.record, record_id=draft.record_id, noted_by=by.name,
            )  # fmt: skip
            session.add(breach)
            return breach

    def all(self, protocol_id: UUID | None = None) -> Sequence[BreachRow]:
        """The departures, the latest first; of one protocol or of all."""
        asked = (
            select(Breach, Provision, Agency, RaisedProblem)
            .join(Provision, Provision.id == Breach.provision_id)
            .join(ProtocolVersion, ProtocolVersion.id == Provision.version_id)
            .join(RaisedProblem, RaisedProblem.id == Breach.problem_id)
            .outerjoin(Agency, Agency.id == Breach.agency_id)
            .order_by(RaisedProblem.since.desc(), RaisedProblem.number.desc())
        )
        if protocol_id is not None:
            asked = asked.where(ProtocolVersion.protocol_id == protocol_id)
        with self.vault.look() as session:
            return [BreachRow(*row) for row in session.execute(asked)]
