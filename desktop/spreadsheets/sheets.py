"""A spreadsheet as plain values: sheets, rows, cells. Pure data, and its form as JSON between two processes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass
from datetime import date, datetime, time
from typing import Any

from desktop.language import N_
from desktop.problems import Problem

Cell = str | float | bool | date | datetime | time | None
"""What one cell holds; None if it is empty."""

MOST_SHEETS = 60
"""Sheets of a workbook, or tables of a letter, at most."""
MOST_ROWS = 50_000
"""Rows of a sheet at most; a longer one is refused rather than cut."""
MOST_COLUMNS = 200
"""Columns of a sheet at most."""
LONGEST_PARAGRAPH = 50_000
"""Signs of a paragraph at most; a longer one is refused rather than cut."""
LONGEST_CELL = 5_000
"""Signs of a cell at most; the rest would be no name, no number and no address."""


@dataclass(frozen=True)
class RawSheet:
    """One sheet, or one table of a document."""

    name: str
    """As the file calls it; empty for a text."""
    rows: tuple[tuple[Cell, ...], ...]
    """From the first row of the sheet, so that the place + 1 is the row's number as the worker sees it."""
    hidden: bool = False
    """Whether the file does not show it."""
    merged: tuple[tuple[int, int, int, int], ...] = ()
    """Joined cells: first row, first column, last row, last column, from 0."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a letter, or one row of a table that stands between its paragraphs."""

    text: str
    mark: str = ""
    """The number that the letter puts before it by itself, as people see it."""
    level: int = 0
    """1 to 9 for a heading."""
    apart: bool = False
    """Whether it is set apart as titles are: wholly bold, or centred."""
    tabled: bool = False
    """Whether it is a row of a table."""


@dataclass(frozen=True)
class Book:
    """Everything that one file holds."""

    kind: str
    """XLSX, XLS, ODS, CSV or DOCX."""
    sheets: tuple[RawSheet, ...]
    encodings: tuple[str, ...] = ()
    """Of a text: the encoding it was read by, and behind it those by which it would read just as well."""
    epoch: int = 1900
    """The year from which the file counts its days: 1900 or 1904."""
    paragraphs: tuple[Paragraph, ...] = ()
    """Of a letter or a text, if the whole of it was asked for."""


def checked(sheet: RawSheet) -> RawSheet:
    """The sheet without the empty rows at its end; a Problem if it is longer or wider than any list."""
    rows = list(sheet.rows)
    while rows and all(cell is None or cell == "" for cell in rows[-1]):
        rows.pop()
    if len(rows) > MOST_ROWS:
        raise Problem(N_("The list is too long: {n} rows. Split it into smaller ones."), n=len(rows))
    if any(len(row) > MOST_COLUMNS and any(cell not in {None, ""} for cell in row[MOST_COLUMNS:]) for row in rows):
        raise Problem(N_("The file is too big to be read here."))
    kept = tuple(tuple(_kept(cell) for cell in row[:MOST_COLUMNS]) for row in rows)
    return RawSheet(sheet.name[:100], kept, sheet.hidden, sheet.merged)


def _kept(cell: Cell) -> Cell:
    return (cell[:LONGEST_CELL] or None) if isinstance(cell, str) else cell


def as_json(book: Book) -> str:
    """The book for another process; dates are told apart from texts."""
    return json.dumps(
        {
            "kind": book.kind,
            "encodings": book.encodings,
            "epoch": book.epoch,
            "paragraphs": [astuple(each) for each in book.paragraphs],
            "sheets": [
                {
                    "name": sheet.name,
                    "hidden": sheet.hidden,
                    "merged": sheet.merged,
                    "rows": [[_packed(cell) for cell in row] for row in sheet.rows],
                }
                for sheet in book.sheets
            ],
        }
    )


def from_json(text: str) -> Book:
    """The book that another process has read; ValueError if it is not one."""
    packed = json.loads(text)
    try:
        sheets = tuple(_sheet(each) for each in packed["sheets"])
        paragraphs = tuple(_paragraph(*each) for each in packed["paragraphs"])
        encodings = tuple(map(str, packed["encodings"]))
        return Book(str(packed["kind"]), sheets, encodings, int(packed["epoch"]), paragraphs)
    except (KeyError, TypeError) as error:
        raise ValueError("no book") from error


def _sheet(packed: dict[str, Any]) -> RawSheet:
    rows = tuple(tuple(_unpacked(cell) for cell in row) for row in packed["rows"])
    return RawSheet(str(packed["name"]), rows, bool(packed["hidden"]), tuple(_area(each) for each in packed["merged"]))


def _paragraph(text: str, mark: str, level: int, apart: bool, tabled: bool) -> Paragraph:
    return Paragraph(str(text), str(mark), int(level), bool(apart), bool(tabled))


def _area(packed: Iterable[int]) -> tuple[int, int, int, int]:
    top, left, bottom, right = packed
    return int(top), int(left), int(bottom), int(right)


_MOMENTS: dict[str, Callable[[str], Cell]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}


def _packed(cell: Cell) -> object:
    if isinstance(cell, datetime):
        return {"datetime": cell.isoformat()}
    if isinstance(cell, date):
        return {"date": cell.isoformat()}
    if isinstance(cell, time):
        return {"time": cell.isoformat()}
    return cell


def _unpacked(cell: object) -> Cell:
    if isinstance(cell, dict):
        kind, value = next(iter(cell.items()))
        return _MOMENTS[kind](value)
    if cell is None or isinstance(cell, (str, bool, float)):
        return cell
    if isinstance(cell, int):
        return float(cell)
    raise ValueError("no cell")
