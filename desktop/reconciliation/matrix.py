"""Units by centres by months: what a partner sent, what each centre received and agreed, and where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from desktop.periods import Month
from desktop.reconciliation.standing import Standing, read_lists, standing_of
from desktop.reconciliation.statement import UNDECIDED, UNEXPLAINED
from desktop.reconciliation.units import units_of
from desktop.records.agency import Agency
from desktop.records.reconciliation import Reconciliation, SisterFigure
from desktop.vault.vault import Vault

Period = tuple[str, str]
"""First and last month, each as `2026-10`; the same where it is one month."""
Place = tuple[Period, str]
"""A period, and a unit by its identifier; the empty unit is what belongs to no single one."""
WHOLE = ""
ALL = "*"
"""In place of a unit: all of them together."""


@dataclass(frozen=True)
class Cell:
    """The figures of one unit in one period, as this centre and the partner have them."""

    reconciliation_id: UUID
    sent: int
    received: int | None
    agreed: int
    is_settled: bool
    unexplained: int = 0
    """How many rows of both sides have no reason yet, or are not decided."""

    @property
    def difference(self) -> int | None:
        """How many more were received than sent; None where ours is not known by unit."""
        return None if self.received is None else self.received - self.sent


@dataclass(frozen=True)
class Told:
    """What a sister centre agreed, as it was told."""

    agreed: int
    source: str = ""
    """The number of the sheet it was read from."""


@dataclass(frozen=True)
class Matrix:
    """One partner over a span of months."""

    partner: str
    periods: tuple[Period, ...]
    """In which there is something, the earliest first."""
    units: Mapping[str, str]
    """Its units by identifier, in house order; `WHOLE` last where something belongs to no single one."""
    centres: Mapping[str, str]
    """Sister centres by identifier, in house order."""
    own: Mapping[Place, Cell]
    sums: Mapping[Period, Cell]
    """All units together."""
    sisters: Mapping[tuple[Place, str], Told]
    """What a sister centre agreed, by place and centre."""

    def cell(self, period: Period, unit: str) -> Cell | None:
        """Our figures of one unit, or of `ALL`."""
        return self.sums.get(period) if unit == ALL else self.own.get((period, unit))

    def sister(self, period: Period, unit: str, centre: str) -> int | None:
        """What a sister centre agreed for one unit, or for `ALL`; None where it told nothing."""
        told = [
            each.agreed
            for ((at, of), by), each in self.sisters.items()
            if at == period and by == centre and unit in (of, ALL)
        ]
        return sum(told) if told else None

    def whole(self, period: Period, unit: str) -> int:
        """What all centres agreed for one unit, or for `ALL`."""
        own = self.cell(period, unit)
        return (own.agreed if own else 0) + sum(self.sister(period, unit, each) or 0 for each in self.centres)


def read_matrix(
    vault: Vault, partner_id: UUID, first: Month, last: Month, progress: Callable[[int, int], None] | None = None
) -> Matrix:
    """Everything reconciled with a partner from these months; `progress` is told how many periods are done."""
    with vault.look() as session:
        units = units_of(session, partner_id)
        wanted = select(Reconciliation.id).where(
            Reconciliation.partner_id == partner_id, Reconciliation.month.between(first.key, last.key)
        )
        lists = [read_lists(session, one) for one in session.scalars(wanted.order_by(Reconciliation.month)).all()]
        figures = session.scalars(
            select(SisterFigure).where(
                SisterFigure.partner_id == partner_id, SisterFigure.month.between(first.key, last.key)
            )
        ).all()
        wanted_centres = select(Agency).where(Agency.id.in_({each.centre_id for each in figures}))
        centres = session.scalars(wanted_centres.order_by(Agency.place, Agency.name_sort, Agency.id)).all()
    standings: list[Standing] = []
    for done, each in enumerate(lists):
        if progress:
            progress(done, len(lists))
        standings.append(standing_of(each))
    own = {place: cell for standing in standings for place, cell in _cells(standing).items()}
    sisters = {
        (((each.month, each.month), str(each.unit_id) if each.unit_id else WHOLE), str(each.centre_id)): Told(
            each.agreed, each.source
        )
        for each in figures
    }
    used = {unit for _period, unit in own} | {place[1] for place, _centre in sisters}
    names = {str(agency.id): agency.known_as for agency in units.below()}
    names |= {str(partner_id): units.partner.known_as} if str(partner_id) in used else {}
    names |= {WHOLE: ""} if WHOLE in used else {}
    return Matrix(
        partner=units.partner.known_as,
        periods=tuple(sorted({*(_period(each) for each in standings), *(place[0] for place, _centre in sisters)})),
        units=names,
        centres={str(each.id): each.known_as for each in centres},
        own=own,
        sums={_period(each): _sum(each) for each in standings},
        sisters=sisters,
    )


def _period(standing: Standing) -> Period:
    return standing.kept.month, standing.kept.until


def _cells(standing: Standing) -> dict[Place, Cell]:
    kept, rest = standing.kept, Counter[str]()
    for each in standing.statement.differences:
        rest[each.unit] += each.number if each.reason in (UNEXPLAINED, UNDECIDED) else 0
    return {
        (_period(standing), line.unit): Cell(
            kept.id, line.sent, line.received, line.agreed, kept.is_settled, rest[line.unit]
        )
        for line in standing.statement.lines
        if line.sent or line.received or line.agreed
    }


def _sum(standing: Standing) -> Cell:
    kept, sums = standing.kept, standing.statement.sums
    rest = sums.unexplained_theirs + sums.unexplained_ours + sums.undecided_theirs + sums.undecided_ours
    return Cell(kept.id, sums.sent, sums.received, sums.agreed, kept.is_settled, rest)
