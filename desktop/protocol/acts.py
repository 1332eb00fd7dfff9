"""The log of acts that a local protocol is measured by: General Protocol, special protocols, laws, orders, points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desktop.language import LOCALES, N_
from desktop.problems import Problem
from desktop.protocol.drafts import NUMBER, replace_field
from desktop.protocol.kept import GONE
from desktop.records.alignment import ACTS, Act, ActPoint, Basis
from desktop.records.revision import ProposedChange
from desktop.records.typed_check import (
    LONG,
    NAME,
    SHORT,
    checked_choices,
    checked_days,
    checked_filled,
    checked_lengths,
    insist,
)
from desktop.records.typed_text import clean, clean_line
from desktop.vault.vault import Vault, Worker
from desktop.world import World


@dataclass(frozen=True)
class ActDraft:
    """An act as typed; see `Act`."""

    kind: str = ""
    title: str = ""
    short: str = ""
    number: str = ""
    language: str = ""
    since: date | None = None

    @classmethod
    def of(cls, act: Act) -> ActDraft:
        """As it stands, to be amended."""
        return cls(**{each.name: getattr(act, each.name) for each in fields(cls)})

    def cleaned(self) -> ActDraft:
        """The same without unseen signs."""
        return replace(
            self, title=clean_line(self.title), short=clean_line(self.short), number=clean_line(self.number)
        )  # fmt: skip

    def check(self) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        return (
            *checked_filled(self, ("kind", "title", "language")),
            *checked_lengths(self, {"title": SHORT, "short": NAME, "number": NAME}),
            *(checked_choices(self, {"kind": ACTS}) if self.kind else ()),
            *(checked_choices(self, {"language": LOCALES}) if self.language else ()),
            *checked_days(self, ("since",)),
        )


@dataclass(frozen=True)
class PointDraft:
    """A point of an act as typed or read."""

    number: str
    title: str = ""
    text: str = ""

    def cleaned(self) -> PointDraft:
        """The same without unseen signs."""
        return PointDraft(clean_line(self.number), clean_line(self.title), clean(self.text))

    def check(self) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        return (
            *checked_filled(self, ("number",)),
            *checked_lengths(self, {"number": NUMBER, "title": SHORT, "text": LONG}),
        )


@dataclass(frozen=True)
class ActRow:
    """An act as it stands in the list."""

    act: Act
    points: int
    resting: int
    """So many judgements and bases of provisions name a point of it."""


class Acts:
    """The acts of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def all(self) -> Sequence[ActRow]:
        """Every act: by kind, then by name."""
        order = list(ACTS)
        with self.vault.look() as session:
            rows = [ActRow(each, _points(session, each.id), _resting(session, each.id))
                    for each in session.scalars(select(Act))]  # fmt: skip
        return sorted(rows, key=lambda row: (order.index(row.act.kind), row.act.cited, row.act.id))

    def act(self, act_id: UUID) -> Act:
        """One act."""
        with self.vault.look() as session:
            return _kept(session, act_id)

    def points(self, act_id: UUID) -> Sequence[ActPoint]:
        """The points of an act in their order."""
        with self.vault.look() as session:
            _kept(session, act_id)
            return points_of(session, act_id)

    def enter(self, draft: ActDraft, by: Worker) -> Act:
        """Name an act; its points may come later, or never."""
        return self.bring(draft, (), by)

    def bring(self, draft: ActDraft, points: Sequence[PointDraft], by: Worker) -> Act:
        """Name an act and keep its points, in one change."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Act entered: {name}"), by, name=draft.short or draft.title) as session:
            act = Act(id=self.world.new_id(), **{each.name: getattr(draft, each.name) for each in fields(draft)})
            session.add(act)
            session.flush()
            self._put(session, act.id, points)
            return act

    def amend(self, act_id: UUID, draft: ActDraft, by: Worker) -> Act:
        """Give it other names or another date."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Act changed: {name}"), by, name=draft.short or draft.title) as session:
            act = _kept(session, act_id)
            for each in fields(draft):
                setattr(act, each.name, getattr(draft, each.name))
            return act

    def bring_points(self, act_id: UUID, points: Sequence[PointDraft], by: Worker) -> Sequence[ActPoint]:
        """Keep points of an act: those whose number is known are written anew, the others are added at the end."""
        with self.vault.change(N_("Points of an act brought in: {n}"), by, n=len(points)) as session:
            _kept(session, act_id)
            self._put(session, act_id, points)
            return points_of(session, act_id)

    def point(self, point_id: UUID) -> ActPoint:
        """One point."""
        with self.vault.look() as session:
            return _kept_point(session, point_id)

    def amend_point(self, point_id: UUID, draft: PointDraft, by: Worker) -> ActPoint:
        """Write one point anew; what rests on it goes on doing so."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Point of an act changed: {number}"), by, number=draft.number) as session:
            point = _kept_point(session, point_id)
            if any(each.number == draft.number and each.id != point.id for each in points_of(session, point.act_id)):
                raise Problem(N_("The act has a point of this number already."), field="number")
            point.number, point.title, point.text = draft.number, draft.title, draft.text
            return point

    def take_out(self, act_id: UUID, by: Worker, *, anyway: bool = False) -> None:
        """Take it out; what rests on it must first be said to go (`anyway`): it then names the act in words."""
        with self.vault.change(N_("Act taken out"), by) as session:
            act = _kept(session, act_id)
            if (resting := _resting(session, act_id)) and not anyway:
                raise Problem(N_("Judgements and provisions that rest on this act: {n}"), n=resting)
            for point in points_of(session, act_id):
                _loosen(session, act, point)
            session.flush()
            session.execute(delete(ActPoint).where(ActPoint.act_id == act_id))
            session.delete(act)

    def take_out_point(self, point_id: UUID, by: Worker, *, anyway: bool = False) -> None:
        """The same of one point."""
        with self.vault.change(N_("Point of an act taken out"), by) as session:
            point = _kept_point(session, point_id)
            resting = select(func.count()).where(Basis.point_id == point_id)
            if (n := session.scalar(resting) or 0) and not anyway:
                raise Problem(N_("Judgements and provisions that rest on this point: {n}"), n=n)
            _loosen(session, _kept(session, point.act_id), point)
            session.flush()
            session.delete(point)

    def _put(self, session: Session, act_id: UUID, points: Sequence[PointDraft]) -> None:
        cleaned = [point.cleaned() for point in points]
        for point in cleaned:
            insist(replace_field(one, "points") for one in point.check())
        known = {each.number: each for each in points_of(session, act_id)}
        place = max((each.position for each in known.values()), default=0)
        for point in cleaned:
            if kept := known.get(point.number):
                kept.title, kept.text = point.title, point.text
                continue
            place += 1
            known[point.number] = ActPoint(
                id=self.world.new_id(), act_id=act_id, position=place, number=point.number, title=point.title,
                text=point.text,
            )  # fmt: skip
            session.add(known[point.number])
        session.flush()


def points_of(session: Session, act_id: UUID) -> list[ActPoint]:
    """The points of an act in their order."""
    mine = select(ActPoint).where(ActPoint.act_id == act_id)
    return list(session.scalars(mine.order_by(ActPoint.position, ActPoint.id)))


def _kept(session: Session, act_id: UUID) -> Act:
    found = session.get(Act, act_id)
    if found is None:
        raise Problem(GONE)
    return found


def _kept_point(session: Session, point_id: UUID) -> ActPoint:
    found = session.get(ActPoint, point_id)
    if found is None:
        raise Problem(GONE)
    return found


def _points(session: Session, act_id: UUID) -> int:
    return session.scalar(select(func.count()).select_from(ActPoint).where(ActPoint.act_id == act_id)) or 0


def _resting(session: Session, act_id: UUID) -> int:
    mine = select(ActPoint.id).where(ActPoint.act_id == act_id)
    return session.scalar(select(func.count()).select_from(Basis).where(Basis.point_id.in_(mine))) or 0


def _loosen(session: Session, act: Act, point: ActPoint) -> None:
    """What rests on a point names it in words from now on; a judgement about the point alone goes with it."""
    for change in session.scalars(select(ProposedChange).where(ProposedChange.point_id == point.id)).all():
        change.point_id = None
    for basis in session.scalars(select(Basis).where(Basis.point_id == point.id)).all():
        if basis.provision_id is None:
            session.delete(basis)
        else:
            basis.point_id, basis.named = None, f"{act.cited} {point.number}"
