"""The first rows of a partner's list as they are read: every cell as written, and whether it is sure. Pure.

Where a row that hangs on an answer, or that cannot be read, comes later in the list, it takes the place of the last
rows, so that nothing doubtful stays out of sight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop.problems import Problem
from desktop.reconciliation.opened import OpenedList
from desktop.reconciliation.partner_columns import Column
from desktop.reconciliation.partner_dates import is_doubtful, read_day
from desktop.reconciliation.partner_rows import TITLE, filled_down, written
from desktop.spreadsheets.sheets import Cell

SURE, DOUBTFUL, UNREAD, MISSING = "", "doubtful", "unread", "missing"
NAMES = {"name", "given", "surname"}
LONGEST_HEADER = 90
ROWS = 6


@dataclass(frozen=True)
class SampleCell:
    """One cell: what stands in it, and how it is read."""

    text: str
    state: str = SURE


@dataclass(frozen=True)
class SampleRow:
    """One row with its number, as the file counts."""

    number: int
    cells: tuple[SampleCell, ...]

    @property
    def states(self) -> set[str]:
        """How its cells are read."""
        return {cell.state for cell in self.cells}


@dataclass(frozen=True)
class Sample:
    """The first rows of one sheet."""

    sheet: str
    columns: tuple[Column, ...]
    rows: tuple[SampleRow, ...]
    total: int
    """How many rows stand under the headings."""
    header: int
    """The row of the headings; 0: there are none."""
    doubtful: int
    """How many dates of the sheet may be two days."""


class _Sheet:
    def __init__(self, opened: OpenedList, name: str) -> None:
        self.opened, self.name, listed = opened, name, opened.listed
        sheet = next(each for each in opened.book.sheets if each.name == name)
        self.columns = listed.columns[name]
        self.cells = filled_down(sheet)
        self.unread = {each.row for each in listed.unread if each.sheet == name}
        mine = [each for each in listed.notices if each.sheet == name]
        self.nameless = {n for each in mine for n in each.rows if not any(person.name for person in each.persons)}
        self.unborn = {n for each in mine for n in each.rows if "birth_year" in each.unread}
        titles = [each.row for each in listed.aside if each.sheet == name and each.what == TITLE]
        self.header = max(titles, default=0)
        asides = {each.row for each in listed.aside if each.sheet == name and each.what != TITLE}
        counts = {each.row for each in listed.counts if each.sheet == name}
        self.rows = sorted({n for each in mine for n in each.rows} | self.unread | asides | counts)
        self.is_asked = any(each.kind == "date_order" for each in opened.asked)

    def row(self, number: int) -> SampleRow:
        cells = self.cells[number - 1]
        found = tuple(self._cell(number, column, _at(cells, column.place)) for column in self.columns)
        if number in self.unread and not any(cell.state == UNREAD for cell in found):
            found = tuple(SampleCell(cell.text, UNREAD if cell.text else SURE) for cell in found)
        return SampleRow(number, found)

    def doubtful(self) -> list[int]:
        places = [column.place for column in self.columns if column.field == "date"]
        if not (self.is_asked and places):
            return []
        return [n for n in self.rows if is_doubtful(_at(self.cells[n - 1], places[0]), "")]

    def _cell(self, number: int, column: Column, cell: Cell) -> SampleCell:
        text, held = shown(cell), column.field
        if held == "date" and self.is_asked and is_doubtful(cell, ""):
            return SampleCell(text, DOUBTFUL)
        if number in self.unread and text:
            return SampleCell(text, UNREAD if held == "date" and self._is_no_day(cell) else SURE)
        if held in NAMES and number in self.nameless:
            return SampleCell(text, MISSING)
        if held == "birth" and number in self.unborn and text:
            return SampleCell(text, UNREAD)
        return SampleCell(text)

    def _is_no_day(self, cell: Cell) -> bool:
        try:
            read_day(cell, self.opened.answers.date_order, self.opened.book.epoch)
        except Problem:
            return True
        return False


def sample(opened: OpenedList, sheet: str, most: int = ROWS) -> Sample:
    """The first rows of a sheet that was read."""
    read = _Sheet(opened, sheet)
    doubtful = read.doubtful()
    first = read.rows[:most]
    groups = (doubtful, sorted(read.nameless), sorted(read.unread))
    later = sorted({those[0] for those in groups if those and not set(those) & set(first)})
    wanted = [*first[: most - len(later)], *later]
    rows = tuple(map(read.row, wanted))
    return Sample(sheet, read.columns, rows, len(read.rows), read.header, len(doubtful))


def sheets_of(opened: OpenedList) -> list[str]:
    """The sheets that were read, in the order of the file."""
    return [sheet.name for sheet in opened.book.sheets if sheet.name in opened.listed.columns]


def header_choices(opened: OpenedList, sheet: str, most: int) -> list[tuple[int, str]]:
    """The rows of a sheet that may be its headings, each with what stands in it."""
    rows = next(each.rows for each in opened.book.sheets if each.name == sheet)[:most]
    texts = (" \u00b7 ".join(text for cell in row if (text := shown(cell))) for row in rows)
    return [(number, text[:LONGEST_HEADER]) for number, text in enumerate(texts, 1) if text]


def shown(cell: Cell) -> str:
    """A cell as one line, a day as it is sorted."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if (cell.hour, cell.minute) == (0, 0) else cell.strftime("%Y-%m-%d %H:%M")
    return cell.isoformat() if isinstance(cell, date) else " ".join(written(cell).split())


def _at(cells: Sequence[Cell], place: int) -> Cell:
    return cells[place] if place < len(cells) else None
