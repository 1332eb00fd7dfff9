"""Dates of a partner's list: each cell as it is written, and the order of day and month as the whole column shows it.

A date like 03.04.2026 may be two days. What tells them apart is in the column or it is not: a number above 12, or the
way in which one language alone writes. Where nothing tells, somebody is asked; nothing is guessed. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.typed import named_month
from desktop.spreadsheets.sheets import Cell
from desktop.vault.letters import fold

DAY_FIRST, MONTH_FIRST = "dmy", "mdy"
NO_DATE = N_("There is no such date: {text}. Write it as 2026-11-02.")
_TIME = re.compile(r"(?:T|,?\s+)\(?\d{1,2}[:.]\d{2}(:\d{2})?(\s*(val|h|час|cas|č)\.?)?\)?\s*$")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-./\s]\s*(\d{1,2})\s*[-./\s]\s*(\d{1,2})\.?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*([-./\s])\s*(\d{1,2})\s*[-./\s]\s*(\d{4}|\d{2})\.?(\s*(?:g|god|г|год)\.?)?")
_TOGETHER = re.compile(r"(20\d\d)(\d\d)(\d\d)")
_SPACED = re.compile(r"\d{1,2}\.\s+\d{1,2}\.\s*\d{4}|\d{1,2}\.\s*\d{1,2}\.\s*\d{4}\.")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_MONTH_WORD = re.compile(
    r"(januar|februar|mart|april|maj|jun|jul|avgust|septemba?r|oktoba?r|novemba?r|decemba?r)(a|u|om)?"
    r"|(saus|vasar|kov|baland|geguz|birzel|liep|rugpjuc|rugpjut|rugsej|spal|lapkric|lapkrit|gruod)"
    r"(is|io|as|o|ys|e|es|zio|iui|ui|i|yje|uje)?"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|avg|aug|sep|okt|oct|nov|dec"
)
_MONTH_HEADING = re.compile(
    rf"(20\d\d( ?m| ?g)?\.? ?)?({_MONTH_WORD.pattern})( ?men)?\.?( ?20\d\d( ?m| ?g)?\.?)?|20\d\d[ .-](0?[1-9]|1[0-2])"
)
_SERIAL = (20_000, 80_000)
"""Days that a spreadsheet counts for the years from 1954 to 2119."""
_FIRST_DAY = {1900: date(1899, 12, 30), 1904: date(1904, 1, 1)}


@dataclass(frozen=True)
class DateOrder:
    """How the dates of a column that could be read in two ways are to be read."""

    order: str
    """`dmy`, `mdy`, or empty where nothing tells."""
    doubtful: tuple[str, ...] = ()
    """The cells that hang on it, as written."""


def order_of(cells: Iterable[Cell], chosen: str = "") -> DateOrder:
    """The order of day and month in a column; what somebody chose goes before all else."""
    written = [(text, found) for cell in cells if (text := _text(cell)) and (found := _YEAR_LAST.fullmatch(text))]
    pairs = [(text, int(found[1]), int(found[3])) for text, found in written]
    doubtful = tuple(text for text, first, second in pairs if first <= 12 and second <= 12 and first != second)
    if chosen or not doubtful:
        return DateOrder(chosen)
    day_first = any(first > 12 for _text, first, _second in pairs) or any(_SPACED.match(text) for text, _f, _s in pairs)
    month_first = any(second > 12 for _text, _first, second in pairs)
    if day_first == month_first:
        return DateOrder("", doubtful)
    return DateOrder(DAY_FIRST if day_first else MONTH_FIRST)


def is_doubtful(cell: Cell, order: str) -> bool:
    """Whether this cell could be two days, and the order does not say which."""
    return not order and bool(order_of([cell]).doubtful)


def read_day(cell: Cell, order: str = "", epoch: int = 1900) -> date | None:
    """The day that a cell names; None if it is empty.

    Args:
        cell: As the file holds it: a date, a number of days, or words.
        order: `dmy` or `mdy` for dates that could be both.
        epoch: The year from which the file counts its days.

    Raises:
        Problem: There is no such day, or none is named.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = _text(cell)
    if not text:
        return None
    try:
        return _day(text, order, epoch)
    except (ValueError, OverflowError):
        raise Problem(NO_DATE, text=text) from None


def looks_like_day(cell: Cell) -> bool:
    """Whether a cell might be a date, for guessing a column by what is in it."""
    if isinstance(cell, date):
        return True
    text = _text(cell)
    return bool(text) and bool(_YEAR_FIRST.fullmatch(text) or _YEAR_LAST.fullmatch(text) or _TOGETHER.fullmatch(text))


def _text(cell: Cell) -> str:
    """What is written in a cell, without the time of day behind a date."""
    if isinstance(cell, bool) or cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    plain = " ".join(str(cell).split())
    bare = _TIME.sub("", plain).strip()
    return bare if _is_day(bare) else plain


def _is_day(text: str) -> bool:
    return bool(_YEAR_FIRST.fullmatch(text) or _YEAR_LAST.fullmatch(text) or _WORDS.search(text))


def _day(text: str, order: str, epoch: int) -> date:
    if found := _YEAR_FIRST.fullmatch(text) or _TOGETHER.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _YEAR_LAST.fullmatch(text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        day, month = (second, first) if _is_month_first(first, second, order) else (first, second)
        return date(year + 2000 if year < 100 else year, month, day)
    if re.fullmatch(r"\d{5}(\.\d+)?", text) and _SERIAL[0] <= float(text) <= _SERIAL[1]:
        return _FIRST_DAY[epoch] + timedelta(days=int(float(text)))
    return _with_name(text)


def _is_month_first(first: int, second: int, order: str) -> bool:
    if first > 12 or second > 12:
        return second > 12
    return order == MONTH_FIRST


def _with_name(text: str) -> date:
    months = [month for word in _WORDS.findall(text) if (month := named_month(word))]
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    years, days = [n for n in numbers if n > 1000], [n for n in numbers if n <= 31]
    if len(months) != 1 or len(years) != 1 or len(days) != 1:
        raise ValueError(text)
    return date(years[0], months[0], days[0])


def month_of(word: str) -> int | None:
    """The number of the month that a word names in some case; words that only begin alike, as Marija, name none."""
    plain = fold(word)
    return named_month(plain) if _MONTH_WORD.fullmatch(plain) else None


def is_month(heading: str) -> bool:
    """Whether a folded heading is a month and nothing else: `spalis`, `2026 m. spalis`, `oktobar 2026.`, `2026-10`."""
    return bool(_MONTH_HEADING.fullmatch(heading))
