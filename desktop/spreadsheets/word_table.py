"""Tables of a DOCX letter: partners paste their list into a letter. Only tables are read, no fields or links."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from desktop.language import N_
from desktop.problems import Problem
from desktop.spreadsheets.archive import DAMAGED, TOO_BIG
from desktop.spreadsheets.sheets import MOST_COLUMNS, MOST_SHEETS, Book, Cell, RawSheet, checked
from desktop.spreadsheets.word_parts import W, parsed, words_of
from desktop.spreadsheets.word_text import read_paragraphs


def read_docx(parts: dict[str, bytes], *, whole: bool = False) -> Book:
    """Every table of the letter as a sheet, in order, and its paragraphs if the `whole` letter is wanted.

    Raises:
        Problem: There is no table, and nothing else was wanted.
    """
    try:
        body = parsed(parts["word/document.xml"])
        paragraphs = read_paragraphs(body, parts) if whole else ()
    except (Xml.ParseError, ValueError, LookupError) as error:
        raise Problem(DAMAGED) from error
    inner = {id(deep) for cell in body.iter(f"{W}tc") for deep in cell.iter(f"{W}tbl")}
    tables = [table for table in body.iter(f"{W}tbl") if id(table) not in inner]
    if not tables and not whole:
        raise Problem(N_("There is no table in this document."))
    if len(tables) > MOST_SHEETS:
        raise Problem(TOO_BIG)
    sheets = tuple(checked(_sheet(str(place), table)) for place, table in enumerate(tables, 1))
    return Book("DOCX", sheets, paragraphs=paragraphs)


def _sheet(name: str, table: Xml.Element) -> RawSheet:
    rows: list[tuple[Cell, ...]] = []
    merged: list[tuple[int, int, int, int]] = []
    open_: dict[int, int] = {}
    for place, row in enumerate(table.findall(f"{W}tr")):
        cells: list[Cell] = []
        for cell in row.findall(f"{W}tc"):
            column, vertical = len(cells), cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = vertical is not None and vertical.get(f"{W}val", "continue") == "continue"
            if not goes_on and column in open_:
                merged.append((open_.pop(column), column, place - 1, column))
            if vertical is not None and not goes_on:
                open_[column] = place
            cells.append(None if goes_on else words_of(cell) or None)
            cells.extend([None] * min(_span(cell) - 1, MOST_COLUMNS - len(cells)))
        rows.append(tuple(cells))
    merged += [(first, column, len(rows) - 1, column) for column, first in open_.items()]
    return RawSheet(name, tuple(rows), merged=tuple(area for area in merged if area[0] < area[2]))


def _span(cell: Xml.Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    written = span.get(f"{W}val", "1") if span is not None else "1"
    return min(MOST_COLUMNS, max(1, int(written))) if written.isdecimal() and len(written) < 6 else 1
