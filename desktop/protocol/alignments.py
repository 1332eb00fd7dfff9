"""The log of how each provision stands to what it rests on, and which points of acts no provision answers to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.protocol.kept import GONE, kept, kept_provision
from desktop.protocol.sheet import BasisRow, ProvisionRow, bases_of, read_version
from desktop.records.alignment import ALIGNMENTS, WORST_FIRST, Act, ActPoint, Basis
from desktop.records.typed_check import LONG
from desktop.records.typed_text import clean
from desktop.vault.vault import Vault, Worker
from desktop.world import World

NOT_IN_LINE = ("contradicts", "missing", "partly")
"""What still has to be brought into line."""


@dataclass(frozen=True)
class AlignmentRow:
    """One provision with all it rests on; or one point of an act that no provision answers to."""

    provision: ProvisionRow | None
    bases: tuple[BasisRow, ...]
    act: Act | None = None
    point: ActPoint | None = None
    """Only where there is no provision."""

    @property
    def state(self) -> str:
        """The worst of its judgements, a code of `ALIGNMENTS`."""
        found = {each.basis.state for each in self.bases} or {""}
        return next(state for state in WORST_FIRST if state in found)

    @property
    def number(self) -> str:
        """That of the provision; empty where there is none."""
        return self.provision.provision.number if self.provision else ""

    @property
    def cited(self) -> tuple[str, ...]:
        """What it rests on, as it is cited."""
        if self.act and self.point:
            return (f"{self.act.cited} {self.point.number}",)
        return tuple(each.cited for each in self.bases if each.cited)

    @property
    def needed(self) -> tuple[str, ...]:
        """What has still to be done, each once."""
        return tuple(dict.fromkeys(each.basis.needed for each in self.bases if each.basis.needed))

    @property
    def judged_by(self) -> tuple[str, ...]:
        """Who judged, each once."""
        return tuple(dict.fromkeys(each.basis.judged_by for each in self.bases if each.basis.judged_by))

    @property
    def judged_on(self) -> date | None:
        """When it was judged last."""
        return max((each.basis.judged_on for each in self.bases if each.basis.judged_on), default=None)

    @property
    def key(self) -> tuple[UUID | None, UUID | None]:
        """Its provision, or its point."""
        return (
            self.provision.provision.id if self.provision else None,
            self.point.id if self.point else None,
        )  # fmt: skip


@dataclass(frozen=True)
class AlignmentTable:
    """How a version stands to all acts: a row for each provision, then one for each point without a provision."""

    rows: tuple[AlignmentRow, ...]
    acts: tuple[str, ...] = ()
    """The acts that were brought in, as they are called in full."""

    @property
    def counts(self) -> dict[str, int]:
        """Rows by state, in the order of `ALIGNMENTS` with those not judged behind; they add up to the rows."""
        found = [row.state for row in self.rows]
        return {state: found.count(state) for state in (*filter(None, ALIGNMENTS), "")}

    @property
    def not_in_line(self) -> tuple[AlignmentRow, ...]:
        """What still has to be brought into line."""
        return tuple(row for row in self.rows if row.state in NOT_IN_LINE)


class Alignments:
    """The judgements of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def of(self, version_id: UUID) -> AlignmentTable:
        """How a version stands to what it rests on and to every act that was brought in."""
        with self.vault.look() as session:
            return read_alignment(session, version_id, self.world.today())

    def judge(
        self, version_id: UUID, provision_id: UUID | None, state: str, by: Worker, *, needed: str | None = None,
        point_id: UUID | None = None,
    ) -> Sequence[Basis]:  # fmt: skip
        """Say how a provision stands to a point, or to all it rests on; without provision: how we stand to a point.

        `needed`: what has still to be done; None: as it was.
        """
        with self.vault.change(N_("Alignment judged"), by) as session:
            kept(session, version_id)
            found = self._asked(session, version_id, provision_id, point_id)
            for basis in found:
                self._judge(basis, state, by, needed)
            return found

    def judge_basis(self, basis_id: UUID, state: str, by: Worker, *, needed: str | None = None) -> Basis:
        """Say how a provision stands to one of the things it rests on."""
        with self.vault.change(N_("Alignment judged"), by) as session:
            basis = session.get(Basis, basis_id)
            if basis is None:
                raise Problem(GONE)
            self._judge(basis, state, by, needed)
            return basis

    def answer(self, point_id: UUID, provision_id: UUID, by: Worker) -> Basis:
        """Say that a provision answers to a point of an act; how it stands to it is judged then."""
        with self.vault.change(N_("Point of an act answered by a provision"), by) as session:
            provision = kept_provision(session, provision_id)
            _require_point(session, point_id)
            mine = session.scalars(
                select(Basis).where(Basis.version_id == provision.version_id, Basis.point_id == point_id)
            ).all()
            if any(each.provision_id == provision_id for each in mine):
                raise Problem(N_("The provision answers to this point already."), field="provision_id")
            basis = next((each for each in mine if each.provision_id is None), None)
            if basis is None:
                basis = self._new(session, provision.version_id, provision_id, point_id)
            taken = select(Basis.position).where(Basis.provision_id == provision_id)
            basis.position = max(session.scalars(taken).all(), default=0) + 1
            basis.provision_id, basis.state, basis.judged_by, basis.judged_on = provision_id, "", "", None
            return basis

    def loosen(self, basis_id: UUID, by: Worker) -> None:
        """Say that a provision does not answer to a point after all: the point stands alone again, not judged."""
        with self.vault.change(N_("Point of an act taken from a provision"), by) as session:
            basis = session.get(Basis, basis_id)
            if basis is None or basis.point_id is None or basis.provision_id is None:
                raise Problem(GONE)
            session.delete(basis)

    def _asked(
        self, session: Session, version_id: UUID, provision_id: UUID | None, point_id: UUID | None
    ) -> Sequence[Basis]:  # fmt: skip
        """The bases that are meant; one is made where there is none."""
        if provision_id is None and point_id is None:
            raise ValueError("neither provision nor point")
        wanted = select(Basis).where(
            Basis.version_id == version_id, Basis.provision_id.is_not_distinct_from(provision_id)
        )
        if provision_id and kept_provision(session, provision_id).version_id != version_id:
            raise Problem(GONE)
        if point_id:
            _require_point(session, point_id)
            wanted = wanted.where(Basis.point_id == point_id)
        found = session.scalars(wanted.order_by(Basis.position, Basis.id)).all()
        return found or [self._new(session, version_id, provision_id, point_id)]

    def _new(self, session: Session, version_id: UUID, provision_id: UUID | None, point_id: UUID | None) -> Basis:
        basis = Basis(
            id=self.world.new_id(), version_id=version_id, provision_id=provision_id, point_id=point_id, position=0,
            named="", state="", needed="", judged_by="",
        )  # fmt: skip
        session.add(basis)
        return basis

    def _judge(self, basis: Basis, state: str, by: Worker, needed: str | None) -> None:
        if state not in ALIGNMENTS:
            raise Problem(N_("Choose from the list."), field="state")
        needed = basis.needed if needed is None else clean(needed)
        if len(needed) > LONG:
            raise Problem(N_("The text is too long. Characters allowed: {n}"), field="needed", n=LONG)
        basis.state, basis.needed = state, needed
        basis.judged_by, basis.judged_on = (by.name, self.world.today()) if state or needed else ("", None)


def read_alignment(session: Session, version_id: UUID, today: date) -> AlignmentTable:
    """A row for each provision, then one for each point that no provision answers to."""
    sheet = read_version(session, version_id, today)
    by_point: dict[UUID, list[BasisRow]] = defaultdict(list)
    answered: set[UUID] = set()
    for row in bases_of(session, version_id):
        if row.basis.point_id:
            if row.basis.provision_id:
                answered.add(row.basis.point_id)
            else:
                by_point[row.basis.point_id].append(row)
    rows = [AlignmentRow(each, each.bases) for each in sheet.provisions]
    points = select(Act, ActPoint).join(ActPoint, ActPoint.act_id == Act.id)
    order = points.order_by(Act.kind, Act.title, Act.id, ActPoint.position, ActPoint.id)
    rows += [
        AlignmentRow(None, tuple(by_point[point.id]), act, point)
        for act, point in session.execute(order)
        if point.id not in answered
    ]
    acts = session.scalars(select(Act).order_by(Act.kind, Act.title, Act.id))
    return AlignmentTable(tuple(rows), tuple(", ".join(filter(None, (act.title, act.number))) for act in acts))


def _require_point(session: Session, point_id: UUID) -> None:
    if session.get(ActPoint, point_id) is None:
        raise Problem(GONE)
