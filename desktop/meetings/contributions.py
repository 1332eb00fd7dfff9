"""What institutions did well and what they can do: asked for before each meeting, told first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.meetings.kept import writable
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.meeting import Meeting
from desktop.records.promise import CONTRIBUTIONS, Contribution
from desktop.records.typed_check import LONG, checked_choices, checked_days, checked_filled, checked_lengths, insist
from desktop.records.typed_text import clean
from desktop.vault.vault import Vault, Worker
from desktop.world import World


@dataclass(frozen=True)
class ContributionDraft:
    """What an institution did well or can do, as typed; see `Contribution`."""

    kind: str = "achievement"
    agency_id: UUID | None = None
    """None: our own centre."""
    what: str = ""
    since: date | None = None
    meeting_id: UUID | None = None
    """None: it waits for the next meeting."""

    @classmethod
    def of(cls, one: Contribution) -> ContributionDraft:
        """As it stands, to be amended."""
        return cls(**{each.name: getattr(one, each.name) for each in fields(cls)})

    def cleaned(self) -> ContributionDraft:
        """The same without unseen signs."""
        return replace(self, what=clean(self.what))

    def check(self) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        return (
            *checked_filled(self, ("what",)),
            *checked_choices(self, {"kind": CONTRIBUTIONS}),
            *checked_lengths(self, {"what": LONG}),
            *checked_days(self, ("since",)),
        )


@dataclass(frozen=True)
class ContributionRow:
    """A contribution with its institution."""

    contribution: Contribution
    agency: Agency | None
    """None: our own centre."""


class Contributions:
    """The achievements and offers of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def note(self, draft: ContributionDraft, by: Worker) -> Contribution:
        """Write down what went well, or what an institution can do."""
        draft = draft.cleaned()
        insist(draft.check())
        what = N_("What went well noted") if draft.kind == "achievement" else N_("What an institution can do noted")
        with self.vault.change(what, by) as session:
            if draft.meeting_id:
                writable(session, draft.meeting_id)
            values = {each.name: getattr(draft, each.name) for each in fields(draft)}
            one = Contribution(id=self.world.new_id(), noted_on=self.world.today(), **values)
            session.add(one)
            return one

    def amend(self, contribution_id: UUID, draft: ContributionDraft, by: Worker) -> Contribution:
        """Say it better."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("What an institution told changed"), by) as session:
            one = self._one(session, contribution_id)
            for each in fields(draft):
                setattr(one, each.name, getattr(draft, each.name))
            return one

    def take_out(self, contribution_id: UUID, by: Worker) -> None:
        """Take out what was written down by mistake; the history keeps it."""
        with self.vault.change(N_("What an institution told taken out"), by) as session:
            session.delete(self._one(session, contribution_id))

    def all(self, kind: str = "achievement") -> Sequence[ContributionRow]:
        """All of one kind, the latest first."""
        with self.vault.look() as session:
            wanted = _with_agency(kind).order_by(Contribution.noted_on.desc(), Contribution.id.desc())
            return [ContributionRow(one, agency) for one, agency in session.execute(wanted)]

    @staticmethod
    def _one(session: Session, contribution_id: UUID) -> Contribution:
        one = session.get(Contribution, contribution_id)
        if one is None:
            raise Problem(N_("This entry was taken back meanwhile."))
        if one.meeting_id:
            writable(session, one.meeting_id)
        return one


def told_at(session: Session, meeting: Meeting, kind: str) -> list[ContributionRow]:
    """What is told at a meeting: what was noted for it, and while it is not over what waits for the next one."""
    here = Contribution.meeting_id == meeting.id
    mine = here if meeting.held else or_(here, Contribution.meeting_id.is_(None))
    wanted = _with_agency(kind).where(mine).order_by(Contribution.noted_on, Contribution.id)
    return [ContributionRow(one, agency) for one, agency in session.execute(wanted)]


def _with_agency(kind: str) -> Select[Contribution, Agency]:
    joined = select(Contribution, Agency).outerjoin(Agency, Agency.id == Contribution.agency_id)
    return joined.where(Contribution.kind == kind)
