"""Reads a protocol or an act sent as a table: a column of numbers, a column of texts, perhaps one of titles. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from desktop.language import N_
from desktop.problems import Problem
from desktop.protocol.drafts import NUMBER
from desktop.protocol.reading import Gathering, Read, finished
from desktop.protocol.reading_numbers import chapter_of, number_of
from desktop.spreadsheets.sheets import LONGEST_CELL, Cell

_TITLES = re.compile(r"pavadinimas|antraštė|naslov|naziv|наслов|назив|title|heading", re.I)
_NUMBERS = re.compile(
    r"(nr|no|br|бр|broj|број|tačka|тачка|point|eil|r\. ?br|number|numeris|punktas|straipsnis|član|члан|article)\b",
    re.I,
)
_SHARE = 0.5


def read_rows(rows: Sequence[Sequence[Cell]], encodings: tuple[str, ...] = ()) -> Read:
    """The provisions of a table.

    Raises:
        Problem: It has no column of numbers.
    """
    told = [[_told(cell) for cell in row] for row in rows]
    column = number_column(rows)
    if column is None:
        raise Problem(N_("No numbered provision was found in this file."))
    gathering = Gathering()
    head = _head(told, column)
    title = _title_column(told, column, head)
    for row, raw in list(zip(told, rows, strict=True))[1 if head else 0 :]:
        _take(gathering, row, column, title)
        if isinstance(raw[column] if column < len(raw) else None, date):
            gathering.doubts.append(
                Problem(N_("A number was kept as a date in the table and is read as {number}."), number=row[column])
            )
        if any(isinstance(cell, str) and len(cell) >= LONGEST_CELL for cell in raw):
            gathering.doubts.append(
                Problem(N_("The text of number {number} is longer than a cell can be. Its end is not read."),
                        number=gathering.number)
            )  # fmt: skip
    return finished(gathering, encodings)


def number_column(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Which column holds the numbers; None if there is none beside a column of texts."""
    told = [[_told(cell) for cell in row] for row in rows]
    width = max((len(row) for row in told), default=0)
    for column in range(min(width, 4)):
        cells = [row[column] for row in told if len(row) > column and row[column]]
        numbered = sum(bool(number_of(cell)) for cell in cells)
        others = any(cell for row in told for place, cell in enumerate(row) if place != column)
        if others and numbered and numbered >= _SHARE * len(cells):
            return column
    return None


def _take(gathering: Gathering, row: list[str], column: int, title: int | None) -> None:
    cell = row[column] if column < len(row) else ""
    others = [each for place, each in enumerate(row) if place not in {column, title} and each]
    number = number_of(cell) or (cell if cell and others and len(cell) <= NUMBER else "")
    chapter = chapter_of(cell if cell and not others else others[0] if len(others) == 1 and not cell else "")
    if not number and chapter:
        gathering.chapter(chapter.number, chapter.rest)
        return
    if number:
        gathering.begin(number, row[title] if title is not None and title < len(row) else "")
    elif cell:
        gathering.text(cell)
    if not number and title is not None and title < len(row):
        gathering.text(row[title])
    for each in others:
        gathering.text(each)


def _head(rows: list[list[str]], column: int) -> list[str]:
    """The first row, if it names the columns."""
    first = rows[0] if rows else []
    cell = first[column] if column < len(first) else ""
    is_head = not number_of(cell) and (_NUMBERS.match(cell) or any(map(_TITLES.search, first)) or cell == "#")
    return first if is_head and len(rows) > 1 else []


def _title_column(rows: list[list[str]], column: int, head: list[str]) -> int | None:
    """The column of titles: the one called so, where there is another column of texts beside it."""
    filled = [place for place in range(max(map(len, rows))) if place != column and any(
        len(row) > place and row[place] for row in rows[1:])]  # fmt: skip
    named = [place for place, cell in enumerate(head) if place != column and _TITLES.search(cell)]
    return named[0] if named and len(filled) > 1 else None


def _told(cell: Cell) -> str:
    if isinstance(cell, (date, datetime)):
        return f"{cell.day}.{cell.month}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()
