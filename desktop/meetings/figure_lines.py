"""The reconciled figures of a month for a meeting: by centre, by unit, why lists differed, whose list is missing."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.meetings.agenda import CentreFigure, DifferenceCount, UnitFigure
from desktop.meetings.unit_figures import differences, unit_figures
from desktop.periods import Month
from desktop.reconciliation.frozen import from_text
from desktop.records.agency import Agency
from desktop.records.directory import house_order
from desktop.records.reconciliation import Reconciliation, SisterFigure
from desktop.summaries.agreed import sheet_numbers

LOOK_BACK = 6
"""Whoever brought a list within so many months before is expected to bring one."""


def figure_lines(session: Session, month: Month, own: str) -> list[CentreFigure | UnitFigure | DifferenceCount]:
    """Our sums over all partners that agreed on the month, then what sister centres told, in house order.

    After the centres stand the units, if there are several, and why the lists differed.
    """
    period = (Reconciliation.month == month.key, Reconciliation.until == month.key)
    wanted = select(Reconciliation).where(
        *period, Reconciliation.frozen != "", Reconciliation.counted.in_(("", "notices"))
    )
    kept = list(session.scalars(wanted.order_by(Reconciliation.id)))
    lines: list[CentreFigure | UnitFigure | DifferenceCount] = []
    settled = [(each.partner_id, from_text(each.frozen, {}, {})) for each in kept]
    if kept:
        sums = [frozen.statement.sums for _partner, frozen in settled]
        known = not any(each.counted for each in kept)
        at_once = sum(each.agreed - each.entered for each in sums) if known else None
        numbers = tuple(sorted(set(sheet_numbers(session, kept).values())))
        lines.append(
            CentreFigure(own, sum(each.sent for each in sums), sum(each.agreed for each in sums), at_once, numbers)
        )
    told: dict[Agency, list[SisterFigure]] = defaultdict(list)
    rows = select(SisterFigure, Agency).join(Agency, Agency.id == SisterFigure.centre_id)
    for figure, agency in session.execute(rows.where(SisterFigure.month == month.key)):
        told[agency].append(figure)
    sisters = sorted(told, key=lambda each: (*house_order(each), each.id))
    for agency in sisters:
        sources = tuple(sorted({each.source for each in told[agency] if each.source}))
        lines.append(CentreFigure(agency.known_as, None, sum(each.agreed for each in told[agency]), None, sources))
    units = unit_figures(session, month, settled, sisters)
    return [*lines, *(units if len(units) > 1 else ()), *differences(frozen for _partner, frozen in settled)]


def waiting_for(session: Session, month: Month) -> list[str]:
    """Partners with whom the month is not settled yet, though they brought lists before."""
    first = month.later(-LOOK_BACK).key
    wanted = select(Agency, Reconciliation).join(Reconciliation, Reconciliation.partner_id == Agency.id)
    rows = session.execute(wanted.where(Reconciliation.until.between(first, month.key)))
    settled, expected = set(), {}
    for agency, each in rows:
        expected[agency.id] = agency
        if each.month <= month.key <= each.until and each.is_settled:
            settled.add(agency.id)
    missing = (agency for one, agency in expected.items() if one not in settled)
    return [each.known_as for each in sorted(missing, key=lambda each: (*house_order(each), each.id))]
