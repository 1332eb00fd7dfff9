"""Tables of a DOCX letter: partners paste their list into a letter. Only tables are read, no fields or links."""

from __future__ import annotations

import io
from typing import cast
from xml.etree import ElementTree as Xml

from desktop.language import N_
from desktop.problems import Problem
from desktop.spreadsheets.archive import DAMAGED, TOO_BIG
from desktop.spreadsheets.sheets import MOST_COLUMNS, MOST_SHEETS, Book, Cell, RawSheet, checked

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEEPEST = 200
"""So many things of a letter stand within each other at most."""
_BREAKS = {f"{_W}br", f"{_W}cr"}


def read_docx(parts: dict[str, bytes]) -> Book:
    """Every table of the letter as a sheet, in order; a Problem if there is none."""
    try:
        body = _parsed(parts["word/document.xml"])
    except (Xml.ParseError, ValueError, LookupError) as error:
        raise Problem(DAMAGED) from error
    inner = {id(deep) for cell in body.iter(f"{_W}tc") for deep in cell.iter(f"{_W}tbl")}
    tables = [table for table in body.iter(f"{_W}tbl") if id(table) not in inner]
    if not tables:
        raise Problem(N_("There is no table in this document."))
    if len(tables) > MOST_SHEETS:
        raise Problem(TOO_BIG)
    return Book("DOCX", tuple(checked(_sheet(str(place), table)) for place, table in enumerate(tables, 1)))


def _parsed(part: bytes) -> Xml.Element:
    """The document, if nothing in it stands deeper within others than a person would put it."""
    deep, root = 0, cast("Xml.Element | None", None)
    for event, element in Xml.iterparse(io.BytesIO(part), ("start", "end")):  # noqa: S314 - declared types were refused
        root = element if root is None else root
        deep += 1 if event == "start" else -1
        if deep > DEEPEST:
            raise Problem(TOO_BIG)
    if root is None:
        raise Problem(DAMAGED)
    return root


def _sheet(name: str, table: Xml.Element) -> RawSheet:
    rows: list[tuple[Cell, ...]] = []
    merged: list[tuple[int, int, int, int]] = []
    open_: dict[int, int] = {}
    for place, row in enumerate(table.findall(f"{_W}tr")):
        cells: list[Cell] = []
        for cell in row.findall(f"{_W}tc"):
            column, vertical = len(cells), cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = vertical is not None and vertical.get(f"{_W}val", "continue") == "continue"
            if not goes_on and column in open_:
                merged.append((open_.pop(column), column, place - 1, column))
            if vertical is not None and not goes_on:
                open_[column] = place
            cells.append(None if goes_on else _words(cell) or None)
            cells.extend([None] * min(_span(cell) - 1, MOST_COLUMNS - len(cells)))
        rows.append(tuple(cells))
    merged += [(first, column, len(rows) - 1, column) for column, first in open_.items()]
    return RawSheet(name, tuple(rows), merged=tuple(area for area in merged if area[0] < area[2]))


def _span(cell: Xml.Element) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    written = span.get(f"{_W}val", "1") if span is not None else "1"
    return min(MOST_COLUMNS, max(1, int(written))) if written.isdecimal() and len(written) < 6 else 1


def _words(cell: Xml.Element) -> str:
    """What is written in a cell, a line for each paragraph; what was struck out as a revision is not read."""
    lines = []
    for paragraph in cell.iter(f"{_W}p"):
        pieces = [
            (each.text or "")
            if each.tag == f"{_W}t"
            else "\n"
            if each.tag in _BREAKS
            else "\t"
            if each.tag == f"{_W}tab"
            else ""
            for each in paragraph.iter()
        ]
        lines.append("".join(pieces).strip())
    return "\n".join(line for line in lines if line)
