"""Putting records into the cells of a table: each record falls into one cell, the totals follow from the cells.

Must never know what the records are.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from desktop.figures.facts import PeriodFacts, Words
from desktop.figures.figures import TOTAL, UNKNOWN, Figure, FigureTable, Heading, Line, Subject
from desktop.language import N_

TOTAL_WORDS = Words(N_("Total"))
UNKNOWN_WORDS = Words(N_("Unknown"))

_by_number = attrgetter("int")
"""Identifiers are ordered by their number: the same order as their own, found much faster."""
Named = tuple[tuple[str, Words], ...]
"""Codes with their words, in house order."""


class Counted(NamedTuple):
    """One record and the cell it falls into."""

    row: str
    column: str
    id: UUID


def named(vocabulary: dict[str, str]) -> Named:
    """A fixed list of the vocabulary as codes with words."""
    return tuple((code, Words(msgid)) for code, msgid in vocabulary.items())


def ending_unknown(rows: Named, words: Words = UNKNOWN_WORDS) -> Named:
    """The same rows with "unknown" last, whether or not it stood among them."""
    last = next((row for row in rows if row[0] == UNKNOWN), (UNKNOWN, words))
    return (*(row for row in rows if row[0] != UNKNOWN), last)


def listed(facts: PeriodFacts, name: str, used: Iterable[str], unknown: Words = UNKNOWN_WORDS) -> Named:
    """The entries of an editable list in its order, those that were retired only where they are used."""
    met = set(used)
    entries = [(one.code, one.words) for one in facts.codes.get(name, ()) if one.active or one.code in met]
    return ending_unknown(tuple(entries), unknown)


def figure(ids: Iterable[UUID]) -> Figure:
    """So many records, in a fixed order."""
    ordered = tuple(sorted(ids, key=_by_number))
    return Figure(len(ordered), ordered)


def cross(
    subject: Subject,
    rows: Named,
    records: Iterable[Counted],
    columns: Named = (),
) -> FigureTable:
    """A table in which every record stands exactly once; a row or column not named counts as unknown.

    With `columns` the last heading is the total; without them there is one heading, `count`.
    """
    known_rows = {row for row, _ in rows}
    known_columns = {column for column, _ in columns}
    cells: dict[tuple[str, str], list[UUID]] = {}
    for row, column, record in records:
        place = row if row in known_rows else UNKNOWN, column if column in known_columns else UNKNOWN
        cells.setdefault(place, []).append(record)
    inner = [column for column, _ in columns] or [UNKNOWN]
    lines = [
        Line(row, words, _figures([cells.get((row, column), []) for column in inner], bool(columns)))
        for row, words in rows
    ]
    sums = [[record for row, _ in rows for record in cells.get((row, column), [])] for column in inner]
    lines.append(Line(TOTAL, TOTAL_WORDS, _figures(sums, bool(columns))))
    headings = tuple(Heading(column, words) for column, words in columns)
    headings += (Heading(TOTAL if columns else "count", TOTAL_WORDS if columns else Words(N_("Count"))),)
    return FigureTable(subject, headings, tuple(lines))


def _figures(parts: list[list[UUID]], with_total: bool) -> tuple[Figure, ...]:
    made = tuple(figure(part) for part in parts)
    return (*made, figure(record for part in parts for record in part)) if with_total else made


def several(
    subject: Subject,
    rows: Named,
    records: Iterable[tuple[tuple[str, ...], UUID]],
) -> FigureTable:
    """A table in which a record may stand in several rows; with no row named it is unknown. There is no total row."""
    known = {row for row, _ in rows}
    cells: dict[str, list[UUID]] = {row: [] for row, _ in rows}
    base = 0
    for codes, record in records:
        base += 1
        for place in dict.fromkeys(one if one in known else UNKNOWN for one in codes or (UNKNOWN,)):
            cells[place].append(record)
    lines = tuple(Line(row, words, (figure(cells[row]),)) for row, words in rows)
    headings = (Heading("count", Words(N_("Count"))),)
    return FigureTable(subject, headings, lines, adds_up=False, base=base)


def side_by_side(left: FigureTable, right: FigureTable, headings: tuple[Heading, Heading]) -> FigureTable:
    """Two counts over the same rows as two columns of one table."""
    lines = tuple(
        Line(one.code, one.words, one.figures + two.figures) for one, two in zip(left.lines, right.lines, strict=True)
    )
    return FigureTable(left.subject, headings, lines)
