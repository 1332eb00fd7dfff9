"""Lists that are only counts: so many notices of each unit in each month, with what was counted. Pure.

Such a list cannot be matched row by row; its numbers are compared as numbers, and what they count must be known, for
notices, persons and events are three different figures of the same month.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.periods import Month
from desktop.reconciliation.partner_columns import Column, is_sum
from desktop.reconciliation.partner_dates import month_of
from desktop.spreadsheets.sheets import Cell
from desktop.vault.letters import fold

UNITS = ("notices", "persons", "children", "events")
"""What may have been counted."""
_COUNTED = (
    ("children", re.compile(r"\b(vaik|dec|detet|children|child)")),
    ("persons", re.compile(r"\b(asmen|nukentej|lic[ae]|osob|zrtav|zrtv|persons?|victims?|people)")),
    ("notices", re.compile(r"\b(pranes|prijav|obavest|notices?|reports?|referrals?)")),
    ("events", re.compile(r"\b(ivyk|dogad|dogadj|slucaj|atvej|events?|incidents?|cases?)")),
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_NUMBER_MONTH = re.compile(
    r"(?<!\d)(20\d\d)[-./ ]\s*(1[0-2]|0?[1-9])(?![\d.])|(?<!\d)(1[0-2]|0?[1-9])[./](20\d\d)(?!\d)"
)
_NONE = {None, "-", "–", "—"}
_SMALL = re.compile(r"\d{1,3}([ \u00a0.]?\d{3})*")


@dataclass(frozen=True)
class PartnerCount:
    """One number of the partner."""

    row: int
    sheet: str
    unit: str
    """The unit as written; empty where the list has one line for all."""
    month: Month | None
    number: int
    counted: str
    """One of `UNITS`, or empty: it has to be asked."""


@dataclass(frozen=True)
class CountColumns:
    """Where the numbers stand."""

    numbers: tuple[tuple[int, Month | None, str], ...]
    """For each column of numbers its place, its month and what it counts."""
    unit: int | None
    month: int | None


def month_in(text: Cell, year: int | None = None) -> Month | None:
    """The month that a heading, a title or a cell names; without a year of its own in `year`."""
    if isinstance(text, date):
        return Month(text.year, text.month)
    if not isinstance(text, str):
        return None
    if found := _NUMBER_MONTH.search(text):
        return Month(int(found[1] or found[4]), int(found[2] or found[3]))
    months = {month for word in re.findall(r"[^\W\d_]{3,}", text) if (month := month_of(word))}
    own = _YEAR.findall(text)
    known = int(own[0]) if len(set(own)) == 1 else year
    return Month(known, months.pop()) if len(months) == 1 and known else None


def counted_by(texts: Iterable[str]) -> str:
    """What these headings or titles say was counted; empty where they say nothing or several things."""
    found = {unit for text in texts for unit in _counted(text)}
    return found.pop() if len(found) == 1 else ""


def _counted(text: str) -> list[str]:
    plain = fold(text)
    return next(([unit] for unit, words in _COUNTED if words.search(plain)), [])


def count_columns(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], titles: Sequence[str]
) -> CountColumns | None:
    """Where the numbers of a list stand that is only counts; None if it is a list of notices."""
    fields = {column.field for column in columns if not (column.field == "notice_no" and _counted(column.heading))}
    if fields & {"notice_no", "name", "given", "surname", "phone", "personal_code"}:
        return None
    year = year_of(titles)
    title_month = next((month for title in titles if (month := month_in(title))), None)
    by_month = any(month_in(column.heading, year) for column in columns)
    numbers = []
    for column in columns:
        if column.field in {"sequence", "month", "unit", "date"} or not _all_numbers(rows, column.place):
            continue
        own = month_in(column.heading, year)
        if not own and by_month and is_sum(column.heading):
            continue
        if own or column.field == "count" or _counted(column.heading):
            numbers.append((column.place, own or title_month, counted_by([column.heading]) or counted_by(titles)))
    if not numbers:
        return None
    places = {column.field: column.place for column in columns}
    texts = next((c.place for c in columns if not c.field and _texts(rows, c.place)), None)
    return CountColumns(
        tuple(numbers), places.get("unit", places.get("address", texts)), places.get("month", places.get("date"))
    )


def counts_in(row: Sequence[Cell], place: int, sheet: str, where: CountColumns, year: int | None) -> list[PartnerCount]:
    """The numbers of one row; an empty cell is no number and not nought."""
    unit = _text(row, where.unit)
    own = month_in(row[where.month], year) if where.month is not None and where.month < len(row) else None
    return [
        PartnerCount(place, sheet, unit, own or month, number, counted)
        for column, month, counted in where.numbers
        if column < len(row) and (number := whole_number(row[column])) is not None
    ]


def whole_number(cell: Cell) -> int | None:
    """The number in a cell, thousands grouped in any way; None if it is none."""
    if isinstance(cell, float) and cell.is_integer() and 0 <= cell < 1e9:
        return int(cell)
    if isinstance(cell, str) and _SMALL.fullmatch(cell.strip()):
        return int(re.sub(r"\D", "", cell))
    return None


def year_of(titles: Iterable[str]) -> int | None:
    """The one year that the titles over a table name."""
    years = {int(year) for title in titles for year in _YEAR.findall(title)}
    return years.pop() if len(years) == 1 else None


def _all_numbers(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    cells = [row[place] for row in rows if place < len(row) and row[place] not in _NONE]
    return bool(cells) and all(whole_number(cell) is not None for cell in cells)


def _texts(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    return any(place < len(row) and isinstance(row[place], str) and whole_number(row[place]) is None for row in rows)


def _text(row: Sequence[Cell], place: int | None) -> str:
    cell = row[place] if place is not None and place < len(row) else None
    return " ".join(cell.split()) if isinstance(cell, str) else ""
