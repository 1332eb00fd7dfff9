"""The reconciled figures of a month unit by unit, and why the lists differed: gathered as both sides agreed them.

Nothing is hidden here, and no note of a difference is read: it may name a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.meetings.agenda import DifferenceCount, UnitFigure
from desktop.periods import Month
from desktop.reconciliation.frozen import Frozen
from desktop.records.agency import Agency
from desktop.records.difference import OURS, THEIRS
from desktop.records.directory import house_order
from desktop.records.reconciliation import SisterFigure

Place = tuple[UUID, UUID]
"""A partner and its unit; what belongs to no single one stands under the partner itself."""


def unit_figures(
    session: Session, month: Month, settled: Sequence[tuple[UUID, Frozen]], centres: Sequence[Agency]
) -> list[UnitFigure]:
    """What was agreed for each unit: by us, where anything was, then by these other centres; units in house order.

    `settled`: what we agreed, each with its partner.
    """
    agreed: Counter[tuple[Place, UUID | None]] = Counter()
    for partner, frozen in settled:
        for line in frozen.statement.lines:
            if line.sent or line.received or line.agreed:
                agreed[(partner, UUID(line.unit) if line.unit else partner), None] += line.agreed
    for figure in session.scalars(select(SisterFigure).where(SisterFigure.month == month.key)):
        agreed[(figure.partner_id, figure.unit_id or figure.partner_id), figure.centre_id] += figure.agreed
    places = {place for place, _centre in agreed}
    named = {each.id: each for each in session.scalars(select(Agency).where(Agency.id.in_(set().union(*places))))}
    columns: list[UUID | None] = [*([None] if settled else []), *(each.id for each in centres)]
    return [
        UnitFigure(named[place[1]].known_as, tuple(agreed.get((place, column)) for column in columns))
        for place in sorted((each for each in places if each[1] in named), key=lambda each: _order(each, named))
    ]


def _order(place: Place, named: dict[UUID, Agency]) -> tuple[object, ...]:
    """By the partner, its units before what belongs to none of them."""
    partner, unit = named.get(place[0], named[place[1]]), named[place[1]]
    return *house_order(partner), place[0].hex, place[0] == place[1], *house_order(unit), unit.id.hex


def differences(settled: Iterable[Frozen]) -> list[DifferenceCount]:
    """In how many notices their lists and our log differed, by reason, the partners together; the most first."""
    found: Counter[tuple[str, str]] = Counter()
    for each in settled:
        for one in each.statement.differences:
            found[one.side, one.words] += one.number
    sides = (THEIRS, OURS)
    ordered = sorted(found.items(), key=lambda item: (sides.index(item[0][0]), -item[1], item[0][1]))
    return [DifferenceCount(side, reason, number) for (side, reason), number in ordered]
