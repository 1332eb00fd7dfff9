"""How a table is drawn: rules instead of boxes, figures in columns, rows that are divided between pages with care.

Rules of the look: a thick rule on top, a thin one under the head, hairlines under the rows, a rule above the total;
nothing vertical, no tint but the one column to look at. A mark beside a figure hangs in space kept free for it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from desktop.language import N_
from desktop.paper import face as type_
from desktop.paper.blocks import Block
from desktop.paper.cells import Cell, Column, Kind, Row, Table
from desktop.paper.columns import HANG, INDENT, PAD, cell_role, column_widths, role_of, written
from desktop.paper.face import HEAD, NOTE, SUBSECTION, Face, Role
from desktop.paper.pen import LEFT, WIDTH, Pen, Place

WHOLE_ROWS = 12
"""Up to so many rows a table is never divided."""
ROWS_TOGETHER = 3
"""Rows that stay before and after a division, the total among them."""
ROW_AIR = 5.5
"""What a row is higher than its lines."""
CLOSE_AIR = 3.5
"""The same under the heading of a meeting's item, where lists of words follow each other."""
SMALL_AIR = 3.5
"""The same in a table of small type."""
TALL = 270.0
"""A row higher than this may be divided between its lines; else nothing of a long text would fit on any page."""
TALL_LINES = 6
"""So many lines of such a row stand on either page at least."""


@dataclass(frozen=True)
class TableBlock(Block):
    """A table, or the part of it that stands on one page."""

    table: Table
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    """Of its columns, in points."""
    heights: tuple[float, ...]
    """Of its rows, in points."""
    continued: bool = False
    """Whether the table began on an earlier page."""
    ends: bool = True
    """Whether the notes follow."""
    title_room: float = 0.0
    """Room for title and unit, where a neighbour needs more."""
    head_room: float = 0.0
    """Room for the head, where a neighbour needs more."""
    before = 13.5

    @classmethod
    def of(cls, table: Table, face: Face, room: float = WIDTH) -> TableBlock:
        """The whole table, its columns measured."""
        widths = column_widths(table, face, room)
        return cls(table, table.rows, widths, tuple(row_height(row, table, widths, face) for row in table.rows))

    @property
    def width(self) -> float:
        """How wide it is."""
        return sum(self.widths)

    def height(self, face: Face) -> float:
        """Title, head, rows and notes."""
        return self._top(face) + sum(self.heights) + self._foot(face)

    def least(self, face: Face) -> float:
        """All of a short table of figures, the first rows of a long one or of a list of words."""
        if not self.table.small and len(self.rows) <= WHOLE_ROWS and self.height(face) < 600:
            return self.height(face)
        return self._top(face) + sum(min(high, TALL) for high in self.heights[:ROWS_TOGETHER])

    def split(self, face: Face, room: float) -> tuple[Block, Block] | None:
        """Divided between rows, with at least three on either page where there are so many."""
        used = self._top(face)
        fits = 0
        for high in self.heights:
            if used + high > room:
                if high > TALL and (divided := self._divided(fits, room - used, face)):
                    return divided
                break
            used += high
            fits += 1
        together = self._together()
        fits = min(fits, len(self.rows) - together)
        if 1 < fits < len(self.rows) and self.rows[fits].indent and not self.rows[fits - 1].indent:
            fits -= 1  # a row stays with the first of its parts
        if fits < max(together, 1):
            return None
        first = replace(self, rows=self.rows[:fits], heights=self.heights[:fits], ends=False)
        return first, replace(self, rows=self.rows[fits:], heights=self.heights[fits:], continued=True)

    def _together(self) -> int:
        """How many rows stay before and after a division: fewer where they are high, so that a page has room."""
        together = min(ROWS_TOGETHER, len(self.rows) // 2)
        while together > 1 and sum(self.heights[:together]) > TALL:
            together -= 1
        return together

    def _divided(self, place: int, room: float, face: Face) -> tuple[Block, Block] | None:
        """Divided within the row at this place, which is too high to stay whole."""
        lines = int((room - _air(self.table)) / face.lead(role_of(self.rows[place], self.table)))
        if lines < TALL_LINES:
            return None
        begun, rest = divided_row(self.rows[place], self.table, self.widths, face, lines)
        high, left = (row_height(row, self.table, self.widths, face) for row in (begun, rest))
        first = replace(self, rows=(*self.rows[:place], begun), heights=(*self.heights[:place], high), ends=False)
        rows, heights = (rest, *self.rows[place + 1 :]), (left, *self.heights[place + 1 :])
        return first, replace(self, rows=rows, heights=heights, continued=True)

    def draw(self, pen: Pen, top: float) -> None:
        """Title, head, rows and notes, each figure remembered where it lies."""
        face = pen.face
        y = self._draw_title(pen, top)
        self._draw_bands(pen, y)
        y = self._draw_head(pen, y)
        for number, (row, high) in enumerate(zip(self.rows, self.heights, strict=True)):
            draw_row(pen, row, self.table, self.widths, y, high=high)
            last = number == len(self.rows) - 1
            if row.total or (not last and self.rows[number + 1].total):
                pen.rule(LEFT, LEFT + self.width, y + high, 0.5)
            else:
                pen.rule(LEFT, LEFT + self.width, y + high, 0.4, type_.HAIR)
            y += high
        if self.ends:
            y += type_.STEP
            for note in self.table.notes:
                y = pen.lines(face.lines(note, self.width, NOTE), LEFT, y, NOTE)

    def _title(self, face: Face) -> str:
        if not self.continued:
            return self.table.title
        return face.language.say(N_("{title} (continued)"), title=self.table.title)

    def _top(self, face: Face) -> float:
        return self.title_height(face) + self.head_height(face)

    def title_height(self, face: Face) -> float:
        """How high title and unit are."""
        title = len(face.lines(self._title(face), self.width, SUBSECTION)) if self.table.title else 0
        unit = len(face.lines(self.table.unit, self.width, NOTE)) if self.table.unit and not self.continued else 0
        needs = title * face.lead(SUBSECTION) + unit * face.lead(NOTE) + (type_.STEP if title or unit else 0.0)
        return max(needs, self.title_room)

    def head_height(self, face: Face) -> float:
        """How high the head is."""
        if not any(column.head for column in self.table.columns):
            return 0.0
        heads = _head_lines(self.table, self.widths, face) * face.lead(HEAD) + ROW_AIR
        return max(heads + self._group_height(face), self.head_room)

    def _group_height(self, face: Face) -> float:
        grouped = any(column.group for column in self.table.columns)
        return face.lead(HEAD) + ROW_AIR if grouped else 0.0

    def _foot(self, face: Face) -> float:
        if not self.ends or not self.table.notes:
            return 0.0
        return type_.STEP + sum(len(face.lines(note, self.width, NOTE)) for note in self.table.notes) * face.lead(NOTE)

    def _draw_title(self, pen: Pen, top: float) -> float:
        face, y = pen.face, top
        if self.table.title:
            y = pen.lines(face.lines(self._title(face), self.width, SUBSECTION), LEFT, y, SUBSECTION)
        if self.table.unit and not self.continued:
            pen.lines(face.lines(self.table.unit, self.width, NOTE), LEFT, y, NOTE)
        return top + self.title_height(face)

    def _draw_bands(self, pen: Pen, top: float) -> None:
        rows = sum(self.heights)
        for column, (left, width) in zip(self.table.columns, _places(self.widths), strict=True):
            if column.band:
                under = self._group_height(pen.face)
                pen.box(left, top + under, width, self.head_height(pen.face) - under + rows, fill=type_.BAND)

    def _draw_head(self, pen: Pen, y: float) -> float:
        if self.table.ruled or self.continued:
            pen.rule(LEFT, LEFT + self.width, y, 0.9, type_.ACCENT)
        high = self.head_height(pen.face)
        if not high:
            return y
        self._draw_groups(pen, y)
        for column, (left, width) in zip(self.table.columns, _places(self.widths), strict=True):
            lines = pen.face.lines(column.head, _inner(column, width, left), HEAD)
            top = y + high - ROW_AIR / 2 - len(lines) * pen.face.lead(HEAD)
            for number, line in enumerate(lines):
                base = top + number * pen.face.lead(HEAD) + pen.base(HEAD)
                if column.numbers:
                    pen.words(line, left + width - HANG, base, HEAD, right=True)
                else:
                    pen.words(line, _from(left), base, HEAD)
        pen.rule(LEFT, LEFT + self.width, y + high, 0.5)
        return y + high

    def _draw_groups(self, pen: Pen, y: float) -> None:
        """The names of groups of columns, each over a rule as wide as they are."""
        high = self._group_height(pen.face)
        places = list(zip(self.table.columns, _places(self.widths), strict=True))
        for name, group in groupby(places, key=lambda place: place[0].group):
            columns = list(group)
            if name:
                left, right = _from(columns[0][1][0]), sum(columns[-1][1])
                pen.words(name, left, y + ROW_AIR / 2 + pen.base(HEAD), HEAD)
                pen.rule(left, right, y + high, 0.5, type_.GREY)


def row_height(row: Row, table: Table, widths: tuple[float, ...], face: Face) -> float:
    """How high a row is: its longest cell."""
    role = role_of(row, table)
    lines = 1
    for cell, column, (left, width) in zip(row.cells, table.columns, _places(widths), strict=True):
        if cell.kind is Kind.TEXT:
            own = cell_role(cell, column, row, table)
            lines = max(lines, len(face.lines(str(cell.value), _inner(column, width, left) - _shift(row, left), own)))
    return lines * face.lead(role) + _air(table)


def divided_row(row: Row, table: Table, widths: tuple[float, ...], face: Face, lines: int) -> tuple[Row, Row]:
    """The row with so many lines of each of its texts, and the row with what is left of them."""
    begun, rest = [], []
    for cell, column, (left, width) in zip(row.cells, table.columns, _places(widths), strict=True):
        if cell.kind is not Kind.TEXT:
            begun.append(cell)
            rest.append(replace(cell, kind=Kind.TEXT, value=""))
            continue
        role = cell_role(cell, column, row, table)
        broken = face.lines(str(cell.value), _inner(column, width, left) - _shift(row, left), role)
        begun.append(replace(cell, value=" ".join(broken[:lines])))
        rest.append(replace(cell, value=" ".join(broken[lines:])))
    return replace(row, cells=tuple(begun)), replace(row, cells=tuple(rest))


def draw_row(pen: Pen, row: Row, table: Table, widths: tuple[float, ...], top: float, *, high: float) -> None:
    """Draw one row, each cell by its kind."""
    face = pen.face
    air = _air(table) / 2
    base = top + air + pen.base(role_of(row, table))
    for cell, column, (left, width) in zip(row.cells, table.columns, _places(widths), strict=True):
        role = cell_role(cell, column, row, table)
        if cell.kind is Kind.TEXT:
            shift = _shift(row, left)
            lines = face.lines(str(cell.value), _inner(column, width, left) - shift, role)
            if column.numbers and len(lines) == 1:
                pen.words(lines[0], left + width - HANG, top + air + pen.base(role), role, right=True)
            else:
                pen.lines(lines, _from(left) + shift, top + air, role)
        else:
            x = left + width - HANG if column.numbers else _from(left)
            _draw_sign(pen, cell, (x, base), role, right=column.numbers)
        pen.spot(left, top, width, high, cell.key)


def _draw_sign(pen: Pen, cell: Cell, place: Place, role: Role, *, right: bool) -> None:
    language, (x, base) = pen.face.language, place
    words = written(cell, language)
    if cell.kind is Kind.HIDDEN:
        pen.instead(language.say(N_("not published")))
        pen.words(words, x, base, role, right=right, colour=type_.GREY)
        pen.as_drawn()
    else:
        pen.words(words, x, base, role, right=right)
    if cell.mark:
        x += 0.0 if right or cell.kind is Kind.HIDDEN else pen.width(words, role)
        pen.words(cell.mark, x + 0.4, base - 3.2 * pen.face.scale, type_.MARK)


def _air(table: Table) -> float:
    return SMALL_AIR if table.small else ROW_AIR if table.ruled else CLOSE_AIR


def _shift(row: Row, left: float) -> float:
    return INDENT if row.indent and left == LEFT else 0.0


def _from(left: float) -> float:
    return left if left == LEFT else left + PAD


def _inner(column: Column, width: float, left: float) -> float:
    return width - (0.0 if left == LEFT else PAD) - (HANG if column.numbers else PAD / 2)


def _places(widths: tuple[float, ...]) -> list[tuple[float, float]]:
    places, left = [], LEFT
    for width in widths:
        places.append((left, width))
        left += width
    return places


def _head_lines(table: Table, widths: tuple[float, ...], face: Face) -> int:
    return max(
        len(face.lines(column.head, _inner(column, width, left), HEAD))
        for column, (left, width) in zip(table.columns, _places(widths), strict=True)
    )
