"""What was agreed with each sender over a year, as everybody may see it: nothing small, nor what gives it away."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from sqlalchemy import select

from desktop.cooperation.report_around import Around
from desktop.cooperation.report_lines import Arrived
from desktop.meetings.agenda import CentreFigure
from desktop.meetings.protected_figures import protected
from desktop.periods import Month
from desktop.reconciliation.frozen import from_text
from desktop.records.reconciliation import Reconciliation


def arrived(around: Around) -> tuple[Arrived, ...]:
    """By sender in house order, over the months of the year that are settled; last all of them, if there are several.

    Where only numbers were compared it is not known which notices had arrived by themselves.
    """
    first, last = around.months
    wanted = select(Reconciliation).where(
        Reconciliation.month >= first.key, Reconciliation.until <= last.key, Reconciliation.frozen != "",
        Reconciliation.counted.in_(("", "notices")),
    )  # fmt: skip
    settled: dict[UUID, list[Reconciliation]] = defaultdict(list)
    for each in around.session.scalars(wanted.order_by(Reconciliation.month, Reconciliation.id)):
        settled[each.partner_id].append(each)
    partners = sorted(settled, key=around.order)
    lines = [_line(around.named(each), settled[each]) for each in partners]
    months = [sum(_length(one) for one in settled[each]) for each in partners]
    shown = protected(lines)
    rows = [
        Arrived(line.centre, number, row.sent, row.agreed, row.at_once, row.hidden)
        for line, number, row in zip(lines, months, shown.rows, strict=True)
    ]
    if len(rows) > 1:
        every = {key for each in settled.values() for one in each for key in _keys(one)}
        total = shown.total
        rows.append(Arrived("", len(every), total.sent, total.agreed, total.at_once, total.hidden))
    return tuple(rows)


def _line(sender: str, kept: list[Reconciliation]) -> CentreFigure:
    sums = [from_text(each.frozen, {}, {}).statement.sums for each in kept]
    known = not any(each.counted for each in kept)
    at_once = sum(each.agreed - each.entered for each in sums) if known else None
    return CentreFigure(sender, sum(each.sent for each in sums), sum(each.agreed for each in sums), at_once)


def _keys(one: Reconciliation) -> list[str]:
    return [one.first.later(number).key for number in range(_length(one))]


def _length(one: Reconciliation) -> int:
    first, last = Month.parse(one.month), Month.parse(one.until)
    return (last.year - first.year) * 12 + last.month - first.month + 1
