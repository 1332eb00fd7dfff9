"""What leaves in a package: the figures of settled reconciliations, by institution, unit and month. Never a person.

Only periods of one month leave, since the other centre keeps its matrix by months; how many longer ones there are is
told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.paper.told_figures import LONGEST, MOST_NAMES, ToldFigure, ToldPartner, ToldUnit
from desktop.periods import Month
from desktop.reconciliation.frozen import from_text
from desktop.records.agency import Agency
from desktop.records.issued import IssuedSheet
from desktop.records.reconciliation import Reconciliation


@dataclass(frozen=True)
class Settled:
    """What was agreed in the months that were asked for."""

    partners: tuple[ToldPartner, ...]
    left_out: int
    """Settled periods of several months that touch them."""


def settled_in(session: Session, months: Collection[Month]) -> Settled:
    """Everything that is settled in these months, partner by partner in house order."""
    keys = {month.key for month in months}
    wanted = select(Reconciliation).where(Reconciliation.frozen != "").order_by(Reconciliation.month)
    kept = session.scalars(wanted).all()
    agencies = {each.id: each for each in session.scalars(select(Agency))}
    by_partner: dict[UUID, list[Reconciliation]] = {}
    for each in kept:
        if each.month == each.until and each.month in keys:
            by_partner.setdefault(each.partner_id, []).append(each)
    touching = [each for each in kept if each.month != each.until and any(each.month <= k <= each.until for k in keys)]
    order = sorted(by_partner, key=lambda one: (agencies[one].place, agencies[one].name_sort, one))
    told = (_partner(session, agencies, agencies[one], by_partner[one]) for one in order)
    return Settled(tuple(each for each in told if each.figures), len(touching))


def _partner(
    session: Session, agencies: dict[UUID, Agency], partner: Agency, kept: Iterable[Reconciliation]
) -> ToldPartner:
    units: dict[str, ToldUnit] = {}
    places: dict[str, int] = {}
    figures = []
    for each in kept:
        frozen, sheet = from_text(each.frozen, {}, {}), _sheet(session, each.id)
        for line in frozen.statement.lines:
            if not (line.sent or line.received or line.agreed):
                continue
            if line.unit and line.unit not in places:
                unit = _unit(agencies.get(UUID(line.unit)), frozen.names.get(line.unit, ""), units)
                places[line.unit] = len(units)
                units[unit.name] = unit
            place = places[line.unit] if line.unit else None
            figures.append(ToldFigure(each.month, place, line.sent, line.received, line.agreed, sheet))
    name, *names = _names(partner, partner.name)
    return ToldPartner(name, tuple(names), partner.kind, tuple(units.values()), tuple(figures))


def _unit(agency: Agency | None, then: str, others: Collection[str]) -> ToldUnit:
    """A unit by its names; one that is gone by what it was called. Two of one name are told apart by a number."""
    name, *names = _names(agency, then or "?")
    number = 2
    while name in others:
        name, number = f"{name.removesuffix(f' ({number - 1})')} ({number})", number + 1
    return ToldUnit(name, tuple(names))


def _names(agency: Agency | None, otherwise: str) -> list[str]:
    found = (agency.name, agency.short_name, *agency.other_names.values()) if agency else (otherwise,)
    kept = (" ".join(name.split())[:LONGEST].strip() for name in found)
    return list(dict.fromkeys(filter(None, kept)))[: MOST_NAMES + 1]


def _sheet(session: Session, reconciliation_id: UUID) -> str:
    """The number of the newest sheet that both sides signed, if there is one."""
    mine = (IssuedSheet.reconciliation_id == reconciliation_id, IssuedSheet.superseded_by_id.is_(None))
    return session.scalars(select(IssuedSheet.number).where(*mine).order_by(IssuedSheet.issued_at.desc())).first() or ""
