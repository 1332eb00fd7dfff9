"""How wide the columns of a table are, and how a cell is written in a language.

Figures get the same width each; words share what is left by their length; no column is narrower than its longest word.
"""

from __future__ import annotations

from desktop.language import N_, Language
from desktop.paper.cells import Cell, Kind, Row, Table
from desktop.paper.face import CELL, HEAD, Face, Role
from desktop.paper.pen import MM, WIDTH
from desktop.problems import Problem

PAD = 4.0
"""Empty space at the left of every column but the first."""
HANG = 3.4
"""Space kept free at the right of a column of figures for a superscript."""
INDENT = 9.0
"""How far a row that is a part of the one above begins to the right."""


def written(cell: Cell, language: Language) -> str:
    """The cell as it is printed in a language."""
    match cell.kind:
        case Kind.HIDDEN:
            return "\u25cf"
        case Kind.NONE:
            return "\u2013"
        case Kind.OTHER_RULE:
            return "\u2260"
        case Kind.TEXT:
            return str(cell.value)
        case Kind.DAY:
            return language.day(cell.value)  # type: ignore[arg-type]
        case Kind.CHANGE:
            return language.change(cell.value)  # type: ignore[arg-type]
        case Kind.PERCENT:
            return language.percent(cell.value, cell.whole, cell.digits)  # type: ignore[arg-type]
        case Kind.COUNT:
            return language.number(cell.value, cell.digits)  # type: ignore[arg-type]


def column_widths(table: Table, face: Face) -> tuple[float, ...]:
    """The widths of the columns in points, the whole width of the text in all."""
    least = [_least(table, number, face) for number in range(len(table.columns))]
    widths = list(least)
    for number, column in enumerate(table.columns):
        if column.width is not None:
            widths[number] = max(least[number], column.width * 28.2 * MM)
    free = [number for number, column in enumerate(table.columns) if column.width is None]
    numbers = [number for number in free if table.columns[number].numbers]
    words = [number for number in free if not table.columns[number].numbers]
    _grow(widths, dict.fromkeys(numbers, 22.5 * MM * face.scale), WIDTH - sum(widths))
    if sum(widths) > WIDTH + 0.01:
        raise Problem(N_("This table is too wide for the page: {title}"), title=table.title)
    wishes = {number: _longest(table, number, face) for number in words}
    _grow(widths, wishes, WIDTH - sum(widths))
    left = words or free or list(range(len(widths)))
    spare = (WIDTH - sum(widths)) / len(left)
    return tuple(width + spare * (number in left) for number, width in enumerate(widths))


def role_of(row: Row) -> Role:
    """The type of a row's cells."""
    return HEAD if row.total else CELL


def _least(table: Table, number: int, face: Face) -> float:
    """The narrowest a column may be: its longest word, but no word claims more than a third of the page."""
    column = table.columns[number]
    widest = face.widest_word([column.head], HEAD)
    for row in table.rows:
        cell = row.cells[number]
        texts = [written(cell, face.language)]
        if cell.kind is Kind.TEXT:
            widest = max(widest, face.widest_word(texts, role_of(row)) + (INDENT if row.indent and not number else 0))
        else:
            widest = max(widest, face.width(face.plain(texts[0]), role_of(row)))
    return min(widest, WIDTH / 3) + PAD + HANG


def _longest(table: Table, number: int, face: Face) -> float:
    """How wide a text column would be if nothing in it were broken."""
    widths = [face.width(face.plain(table.columns[number].head), HEAD)]
    for row in table.rows:
        widths.append(face.width(face.plain(written(row.cells[number], face.language)[:200]), role_of(row)) + INDENT)
    return min(max(widths) + PAD + HANG, WIDTH)


def _grow(widths: list[float], wishes: dict[int, float], room: float) -> None:
    """Give each column what it wishes; if there is too little room, to each its part of what there is."""
    wanted = {number: max(0.0, wish - widths[number]) for number, wish in wishes.items()}
    whole = sum(wanted.values())
    if whole <= 0 or room <= 0:
        return
    part = min(1.0, room / whole)
    for number, more in wanted.items():
        widths[number] += more * part
