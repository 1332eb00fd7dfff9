"""Narrow tables and bars two by two: what needs only half the page stands beside another, so that none is nearly empty.

Each takes three columns of the grid. Their rules and heads stand at one height, as if they were one table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.paper.blocks import Block
from desktop.paper.cells import Table
from desktop.paper.charts import Bars, Chart
from desktop.paper.columns import column_widths
from desktop.paper.drawing import ChartBlock
from desktop.paper.face import HEAD, NOTE, SUBSECTION, Face
from desktop.paper.pen import GUTTER, HALF, Pen
from desktop.paper.tables import ROW_AIR, WHOLE_ROWS, TableBlock, row_height
from desktop.problems import Problem

Piece = Table | Chart
COLUMNS = 4
"""So many columns a narrow table may have."""
UNIT_LINES, TITLE_LINES, HEAD_LINES, ROW_LINES = 2, 2, 3, 2
"""So many lines each part of a narrow table may take."""
SPARED = 54.0
"""Two pieces stand beside each other only if that spares at least so much height."""


@dataclass(frozen=True)
class Pair(Block):
    """Two blocks of half the width side by side; never divided."""

    first: TableBlock | ChartBlock
    second: TableBlock | ChartBlock
    before = 13.5

    def height(self, face: Face) -> float:
        """The higher of the two."""
        return max(self.first.height(face), self.second.height(face))

    def draw(self, pen: Pen, top: float) -> None:
        """The first, then the second to its right."""
        self.first.draw(pen, top)
        with pen.aside(HALF + GUTTER):
            self.second.draw(pen, top)


def beside_each_other(pieces: Sequence[Piece], face: Face) -> list[Block]:
    """The pieces in their order, neighbours beside each other wherever both are narrow, so that least room is taken."""
    best: list[tuple[float, list[Block]]] = [(0.0, [])]
    for place in reversed(range(len(pieces))):
        ways = [_before(whole(pieces[place], face), best[0], face)]
        pair = _pair(pieces[place], pieces[place + 1], face) if place + 1 < len(pieces) else None
        if pair:
            ways.insert(0, _before(pair, best[1], face))
        best.insert(0, min(ways, key=lambda way: round(way[0], 3)))
    return best[0][1]


def _before(block: Block, rest: tuple[float, list[Block]], face: Face) -> tuple[float, list[Block]]:
    """A block before others, and how high all are."""
    high, blocks = rest
    return block.height(face) + block.before + high, [block, *blocks]


def whole(piece: Piece, face: Face) -> TableBlock | ChartBlock:
    """A table or chart as wide as the text."""
    return TableBlock.of(piece, face) if isinstance(piece, Table) else ChartBlock(piece)


def _pair(one: Piece, other: Piece, face: Face) -> Pair | None:
    first, second = _narrow(one, face), _narrow(other, face)
    if not first or not second:
        return None
    pair = Pair(*_level(first, second, face))
    apart = whole(one, face).height(face) + 13.5 + whole(other, face).height(face)
    return pair if pair.height(face) + SPARED <= apart else None


def _narrow(piece: Piece, face: Face) -> TableBlock | ChartBlock | None:
    """The piece at half the width; None if that would crowd it."""
    if not isinstance(piece, Table | Bars) or len(face.lines(piece.title, HALF, SUBSECTION)) > TITLE_LINES:
        return None
    if len(face.lines(piece.unit, HALF, NOTE)) > UNIT_LINES and piece.brief:
        piece = replace(piece, unit=piece.brief)
    piece = replace(piece, notes=_flowing(piece.notes))
    if isinstance(piece, Bars):
        return ChartBlock(piece, HALF)
    if len(piece.rows) > WHOLE_ROWS or len(piece.columns) > COLUMNS:
        return None
    try:
        widths = column_widths(piece, face, HALF)
    except Problem:
        return None
    heights = tuple(row_height(row, piece, widths, face) for row in piece.rows)
    block, high = TableBlock(piece, piece.rows, widths, heights), max(heights, default=0.0)
    crowded = block.head_height(face) > HEAD_LINES * face.lead(HEAD) + ROW_AIR + 0.1
    return None if crowded or high > ROW_LINES * face.lead(HEAD) + ROW_AIR + 0.1 else block


def _flowing(notes: tuple[str, ...]) -> tuple[str, ...]:
    """The notes as one paragraph: in a narrow column each on its own lines would leave them half empty."""
    return (" ".join(note if note.endswith(".") else f"{note}." for note in notes),) if notes else ()


def _level(
    first: TableBlock | ChartBlock, second: TableBlock | ChartBlock, face: Face
) -> tuple[TableBlock | ChartBlock, TableBlock | ChartBlock]:
    """The two with their titles and heads equally high."""
    both = first, second
    title = max(block.title_height(face) for block in both)
    head = max((block.head_height(face) for block in both if isinstance(block, TableBlock)), default=0.0)
    levelled = tuple(
        replace(block, title_room=title, head_room=head)
        if isinstance(block, TableBlock)
        else replace(block, title_room=title)
        for block in both
    )
    return levelled[0], levelled[1]
