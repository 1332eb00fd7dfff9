"""How wide the columns of a table are, and how a cell is written in a language.

Figures get the same width each; words share what is left by their length; no column is narrower than its longest word.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop.language import N_, Language
from desktop.paper.cells import ALARM, QUIET, STRONG, Cell, Column, Kind, Row, Table
from desktop.paper.face import CELL, GREY, HEAD, RED, SMALL, Face, Role
from desktop.paper.pen import MM, WIDTH
from desktop.problems import Problem

PAD = 4.0
"""Empty space at the left of every column but the first."""
HANG = 3.4
"""Space kept free at the right of a column of figures for a superscript."""
SIGNS = {Kind.HIDDEN: "\u25cf", Kind.NONE: "\u2013", Kind.OTHER_RULE: "\u2260"}
"""What is printed where there is no figure."""
INDENT = 9.0
"""How far a row that is a part of the one above begins to the right."""
NARROWEST = 52.0
"""So wide a column of words stays where many long words stand beside each other."""


def written(cell: Cell, language: Language) -> str:
    """The cell as it is printed in a language."""
    if cell.kind in SIGNS:
        return SIGNS[cell.kind]
    value: Any = cell.value
    match cell.kind:
        case Kind.DAY:
            return language.day(value)
        case Kind.CHANGE:
            return language.change(value)
        case Kind.PERCENT:
            return language.percent(value, cell.whole, cell.digits)
        case Kind.COUNT:
            return language.number(value, cell.digits)
    return str(value)


def column_widths(table: Table, face: Face, room: float = WIDTH) -> tuple[float, ...]:
    """The widths of the columns in points, all the room in all: the whole width of the text, or half of it."""
    least = [_least(table, number, face) for number in range(len(table.columns))]
    widths = list(least)
    for number, column in enumerate(table.columns):
        if column.width is not None:
            widths[number] = max(least[number], column.width * 28.2 * MM * room / WIDTH)
    free = [number for number, column in enumerate(table.columns) if column.width is None]
    numbers = [number for number in free if table.columns[number].numbers]
    words = [number for number in free if not table.columns[number].numbers]
    wish = max((_two_lines(table.columns[number].head, face) for number in numbers), default=0.0)
    wish = max(min(wish, 32 * MM), 22.5 * MM) * face.scale * room / WIDTH
    _grow(widths, dict.fromkeys(numbers, wish), room - sum(widths))
    _give_way(widths, [number for number, column in enumerate(table.columns) if not column.numbers], room)
    if sum(widths) > room + 0.01:
        raise Problem(N_("This table is too wide for the page: {title}"), title=table.title)
    wishes = {number: _longest(table, number, face) for number in words}
    _grow(widths, wishes, room - sum(widths))
    if words and room < WIDTH:
        _widen_heads(table, widths, room - sum(widths), face)
    left = words or free or list(range(len(widths)))
    spare = (room - sum(widths)) / len(left)
    return tuple(width + spare * (number in left) for number, width in enumerate(widths))


def _give_way(widths: list[float], words: list[int], room: float) -> None:
    """Where longest words ask for too much, the wide columns of words give way; such a word is broken, never cut."""
    over = sum(widths) - room
    spare = {number: max(0.0, widths[number] - NARROWEST) for number in words}
    if over <= 0 or sum(spare.values()) < over:
        return
    for number, mine in spare.items():
        widths[number] -= over * mine / sum(spare.values())


def _widen_heads(table: Table, widths: list[float], spare: float, face: Face) -> None:
    """Give what the words do not need to the columns of figures, as far as their heads need it for two lines."""
    figures = [number for number, column in enumerate(table.columns) if column.numbers]
    wish = max((_two_lines(table.columns[number].head, face) * face.scale for number in figures), default=0.0)
    more = max((wish - widths[number] for number in figures), default=0.0)
    for number in figures:
        widths[number] += max(0.0, min(more, spare / len(figures)))


def role_of(row: Row, table: Table) -> Role:
    """The type of a row's cells."""
    if row.total:
        return HEAD
    return SMALL if table.small else CELL


def cell_role(cell: Cell, column: Column, row: Row, table: Table) -> Role:
    """The type of one cell: that of its row, unless its column or its tone asks for another."""
    role = HEAD if column.band else role_of(row, table)
    if cell.tone == STRONG:
        return replace(role, weight="SemiBold")
    if cell.tone == ALARM:
        return replace(role, weight="SemiBold", colour=RED)
    return replace(role, colour=GREY) if cell.tone == QUIET else role


def _least(table: Table, number: int, face: Face) -> float:
    """The narrowest a column may be: its longest word, but no word claims more than a third of the page."""
    column = table.columns[number]
    widest = face.widest_word([column.head], HEAD)
    for row in table.rows:
        cell = row.cells[number]
        texts, role = [written(cell, face.language)], cell_role(cell, column, row, table)
        if cell.kind is Kind.TEXT:
            widest = max(widest, face.widest_word(texts, role) + (INDENT if row.indent and not number else 0))
        else:
            widest = max(widest, face.width(face.plain(texts[0]), role))
    return min(widest, WIDTH / 3) + PAD + HANG


def _longest(table: Table, number: int, face: Face) -> float:
    """How wide a text column would be if nothing in it were broken."""
    widths = [face.width(face.plain(table.columns[number].head), HEAD)]
    for row in table.rows:
        widths.append(
            face.width(face.plain(written(row.cells[number], face.language)[:200]), role_of(row, table)) + INDENT
        )
    return min(max(widths) + PAD + HANG, WIDTH)


def _two_lines(head: str, face: Face) -> float:
    """How wide a column of figures must be for a head of two lines."""
    words = face.plain(head).split(" ")
    parts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(len(words))]
    return min(max(face.width(part, HEAD) for part in both) for both in parts) / face.scale + PAD + HANG


def _grow(widths: list[float], wishes: dict[int, float], room: float) -> None:
    """Give each column what it wishes, the modest ones first; what is then missing, the longest go without."""
    wanted = {number: max(0.0, wish - widths[number]) for number, wish in wishes.items()}
    by_modesty = sorted(wanted, key=lambda number: wanted[number])
    for done, number in enumerate(by_modesty):
        more = min(wanted[number], max(room, 0.0) / (len(by_modesty) - done))
        widths[number] += more
        room -= more
