"""A list as it leaves the window: a plain table on paper, or a workbook of typed cells.

Knows no vault and no window: what it is told is what was on show, and telephones are never told to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop.language import N_, Language
from desktop.paper import cells as paper
from desktop.paper.sheet import Foot, Letterhead, Sheet
from desktop.paper.workbook import Page, workbook
from desktop.problems import Problem
from desktop.windows.table import Cell, TableColumn

MOST_PRINTED = 2000
"""Rows on paper; whoever wants more reckons with them, and that is done in a workbook."""
MOST_WRITTEN = 1_000_000
"""Rows in a workbook, which has room for few more."""
NO_FIGURE = "\u2013"
SIGN = 0.062
"""How wide a sign is at most, in columns of the page's own grid."""


@dataclass(frozen=True)
class TakenList:
    """What was on show: what it is called, how many and by which filters, the columns chosen, and every row."""

    title: str
    told: str
    centre: str
    columns: tuple[TableColumn, ...]
    rows: Sequence[Mapping[str, Cell]]


def check_length(count: int, most: int) -> None:
    """Refuse a list that nobody could read or no file could hold."""
    if count > most:
        raise Problem(N_("This list is too long: {n} rows at most. Narrow it with the filters."), n=most)


def how_many(rows: Sequence[Mapping[str, Cell]]) -> int:
    """How many records these are; titles over others do not count."""
    return sum(not any(cell.is_section for cell in row.values()) for row in rows)


def as_workbook(taken: TakenList, language: Language, made: datetime) -> bytes:
    """The list as an XLSX file: numbers are numbers, days are days, words are words."""
    columns = tuple(paper.Column(language.say(c.title), numbers=c.kind == "figure") for c in taken.columns)
    rows = tuple(paper.Row(tuple(map(_typed, _leaving(row, taken.columns)))) for row in taken.rows)
    table = paper.Table("", "", columns, rows)
    lines = (f"{taken.title} \u00b7 {language.day(made.date())}", taken.told, taken.centre)
    page = Page(taken.title, (table,), lines)
    return workbook(language, [page], title=taken.title, created=made)


def as_pdf(taken: TakenList, language: Language, made: datetime) -> bytes:
    """The list on paper."""
    day = language.day(made.date())
    running = f"{taken.title} \u00b7 {taken.told}"
    sheet = Sheet(
        language, title=taken.title, made=made, letterhead=Letterhead(taken.centre), running=running,
        foot=Foot(f"{taken.title} \u00b7 {day}"),
    )  # fmt: skip
    sheet.heading(taken.title, facts=(day,))
    sheet.text(taken.told)
    columns = tuple(
        paper.Column(language.say(c.title), _width(c, language), numbers=c.kind == "figure") for c in taken.columns
    )
    figures = [column.kind == "figure" for column in taken.columns]
    rows = tuple(
        paper.Row(
            tuple(
                _figure(cell, language) if is_figure else paper.text(cell.read())
                for cell, is_figure in zip(_leaving(row, taken.columns), figures, strict=True)
            )
        )
        for row in taken.rows
    )
    sheet.table(paper.Table("", "", columns, rows))
    return sheet.draw().pdf


def _leaving(row: Mapping[str, Cell], columns: Sequence[TableColumn]) -> list[Cell]:
    """What stands in these columns; a title over the rows that follow stands in the first of them alone."""
    cells = [row.get(column.key, Cell()) for column in columns]
    return [Cell() if cell.is_section and place else cell for place, cell in enumerate(cells)]


def _width(column: TableColumn, language: Language) -> float | None:
    """What takes what is left in the window shares what is left on paper too."""
    return None if column.stretch else SIGN * (max(column.signs, len(language.say(column.title))) + 2)


def _figure(cell: Cell, language: Language) -> paper.Cell:
    """A figure as it is on show: alone, with its sign, or a dash; what is told in other words stays words."""
    if cell.text == NO_FIGURE:
        return paper.none()
    if cell.value is not None and not isinstance(cell.value, date):
        if cell.read() == language.number(cell.value):
            return paper.count(cell.value)
        if cell.read() == language.change(int(cell.value)):
            return paper.change(int(cell.value))
    return paper.text(cell.read())


def _typed(cell: Cell) -> paper.Cell:
    if isinstance(cell.value, date):
        return paper.day(cell.value)
    if cell.value is not None:
        return paper.count(cell.value)
    return paper.text(cell.read())
