"""What has changed since it was published: the last published figures against those counted now.

A figure counts as published with the value that was last told, be it in its own summary or in the corrections of a
later one, so that no correction is told twice. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from desktop.figures.counts import CONTACT_OVER
from desktop.figures.facts import Words
from desktop.figures.figures import TOTAL, FigureTable, Heading, Line, PeriodFigures, Subject, key_of
from desktop.periods import Period
from desktop.summaries.summary import Correction, Summary

WATCHED = ("received", "role", "outcome", "contact", "help", "measures", "trainings", "groups")
"""Tables whose changes are listed; the others follow from the same records."""
_EARLIER = ("before", "last_year", "change", "institutions", "members")
"""Columns that tell of other periods or of this day, or follow from other columns."""


@dataclass(frozen=True)
class Told:
    """A figure as it was last told, and what it is called."""

    value: int
    ids: frozenset[UUID]
    table: FigureTable
    line: Line
    heading: Heading
    whole: bool = True
    """Whether all of its table was told, not only what stands in the lead."""


IN_LEAD = {
    "role": (TOTAL,),
    "outcome": ("accepted", "pending", TOTAL),
    "contact": (*CONTACT_OVER, TOTAL),
    "help": (TOTAL,),
}
"""Rows that the lead tells though their table is left out."""


def told_in(summary: Summary) -> dict[str, Told]:
    """The watched figures that a paper told."""
    found = {}
    for key, one in watched(summary.figures).items():
        left_out = summary.leaves_out(one.table.code)
        if not left_out or one.line.code in IN_LEAD.get(one.table.code, ()):
            found[key] = replace(one, whole=not left_out)
    return found


def last_told(issued: Iterable[Summary], period: Period) -> dict[str, Told]:
    """Every watched figure of the period as it was last told in summaries given in the order of issue."""
    told: dict[str, Told] = {}
    for summary in issued:
        is_own = summary.period == period
        if is_own:  # a table that this paper does without stays as an earlier one told it
            told = {key: one for key, one in told.items() if summary.leaves_out(one.table.code)} | told_in(summary)
        for one in summary.corrections:
            if one.period != period or (is_own and not summary.leaves_out(one.key.partition("/")[0])):
                continue
            known = told.get(one.key)
            told[one.key] = replace(known, value=one.now, ids=frozenset(one.ids)) if known else _from_correction(one)
    return told


def first_told(issued: Iterable[Summary], period: Period) -> dict[str, Told]:
    """Every watched figure of the period as it was published first."""
    own = next((one for one in issued if one.period == period), None)
    return told_in(own) if own else {}


def corrections(told: dict[str, Told], now: PeriodFigures) -> tuple[Correction, ...]:
    """What differs, in the order of the tables; a row that is not there counts as none.

    Nothing of what was not told at all: of a period, or of a table that papers did not have yet.
    """
    if not told:
        return ()
    present = watched(now)
    tables = {key.partition("/")[0] for key, one in told.items() if one.whole}
    keys = dict.fromkeys((*(key for key in present if key.partition("/")[0] in tables), *told))
    found = (_correction(now.period, key, told, present) for key in keys)
    return tuple(one for one in found if one.was != one.now)


def corrected(now: PeriodFigures, official: Sequence[Summary], monthly: Sequence[Summary]) -> tuple[str, ...]:
    """Keys of figures of earlier periods, as now counted, that differ from what was published of them first.

    `official`: the exact papers of periods of this kind; `monthly`: those of the months that the chart shows.
    """
    found = []
    for month, figure in now.series:
        first = first_told(monthly, month).get("received/total/count")
        if month != now.period and first and first.value != figure.value:
            found.append(f"series/{month.key}/count")
    for column, earlier in (("before", now.period.later(-1)), ("last_year", now.period.year_before)):
        first_then = first_told(official, earlier)
        for line in now.table("received").lines:
            told = first_then.get(f"received/{line.code}/count")
            if told and told.value != now.table("received").value(line.code, column):
                found.append(f"received/{line.code}/{column}")
    return tuple(found)


def _correction(period: Period, key: str, told: dict[str, Told], present: dict[str, Told]) -> Correction:
    now = present.get(key) or replace(told[key], value=0, ids=frozenset())
    was = told.get(key) or replace(now, value=0, ids=frozenset())
    came, went = now.ids - was.ids, was.ids - now.ids
    entered, left = len(came - _whole(told, key)), len(went - _whole(present, key))
    return Correction(
        period, key, now.table.subject.title, now.line.words, now.heading.words, was.value, now.value,
        now.heading.measure, entered, left, len(came) + len(went) - entered - left, tuple(sorted(now.ids)),
    )  # fmt: skip


def _whole(told: dict[str, Told], key: str) -> frozenset[UUID]:
    table, _, rest = key.partition("/")
    total = told.get(key_of(table, TOTAL, rest.rpartition("/")[2]))
    return total.ids if total else frozenset()


def _from_correction(one: Correction) -> Told:
    code = one.key.partition("/")[0]
    heading = Heading(one.key.rpartition("/")[2], one.column, one.measure)
    table = FigureTable(Subject(code, one.title, Words(), ""), (heading,), ())
    return Told(one.now, frozenset(one.ids), table, Line("", one.row, ()), heading)


def watched(figures: PeriodFigures) -> dict[str, Told]:
    """The published figures whose changes are listed, by key."""
    found: dict[str, Told] = {}
    for table in (table for table in figures.tables if table.code in WATCHED):
        for line in table.lines:
            for heading, figure in zip(table.headings, line.figures, strict=True):
                own = heading.code not in _EARLIER and (table.code != "role" or heading.code == TOTAL)
                if own and figure.value is not None:
                    key = key_of(table.code, line.code, heading.code)
                    found[key] = Told(figure.value, frozenset(figure.ids), table, line, heading)
    return found
