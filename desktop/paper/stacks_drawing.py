"""How stacked bars are drawn: from one line at the left, the first number inside, the others in words at the end."""

from __future__ import annotations

from desktop.paper import face as type_
from desktop.paper.charts import Stack, Stacks
from desktop.paper.face import STEP, Face, Role
from desktop.paper.pen import LEFT, WIDTH, Pen

LABEL = Role(9.5, 12.5)
INSIDE = Role(9.5, 12.5, "SemiBold", type_.WHITE)
ROW, HIGH = 18.0, 11.0
AIR = 5.0
"""Beside the number in a bar, and before the words at its end."""


def stacks_height(chart: Stacks, face: Face) -> float:
    """All rows, and the space under them."""
    return sum(_high(row, chart, face) for row in chart.rows) + STEP


def draw_stacks(pen: Pen, chart: Stacks, top: float) -> None:
    """Name, bar and words of each row, along one line."""
    face = pen.face
    left = LEFT + _names(chart, face)
    scale = _room(chart, face) / max((sum(row.parts) for row in chart.rows), default=1)
    y, first = top, chart.first
    for row in chart.rows:
        high = _high(row, chart, face)
        lines = _lines(row, chart, face)
        pen.lines(lines, LEFT, y + (high - len(lines) * face.lead(LABEL)) / 2, LABEL)
        middle = y + high / 2
        x = _draw_parts(pen, row, (left, middle - HIGH / 2), scale)
        base = middle + face.size(LABEL) * 0.34
        said, first = _inside(row, first, scale, face)
        inside = left + row.parts[0] * scale - AIR
        pen.words(said, inside, base, INSIDE, right=True)
        outside = "" if said else f"{face.language.number(row.parts[0])} {chart.first}".strip() if row.parts[0] else ""
        pen.words(", ".join(filter(None, (outside, row.beside))), x + AIR, base, LABEL)
        y += high
    pen.line((left, top), (left, y), 0.7, type_.INK)


def _draw_parts(pen: Pen, row: Stack, place: tuple[float, float], scale: float) -> float:
    """The parts one after the other; gives the x of their end."""
    x, y = place
    for number, part in enumerate(row.parts):
        width = part * scale
        if part and number == 1:
            pen.hatch(x, y, width, HIGH)
        elif part:
            fill = (type_.ACCENT, "", type_.WHITE, type_.PALE)[number]
            pen.box(x, y, width, HIGH, fill=fill, edge=type_.ACCENT)
        x += width
    return x


def _inside(row: Stack, first: str, scale: float, face: Face) -> tuple[str, str]:
    """What is said in the solid part, and the name that is still to be said further down."""
    number = face.language.number(row.parts[0]) if row.parts[0] else ""
    room = row.parts[0] * scale - 2 * AIR
    named = " ".join(filter(None, (number, first)))
    if number and face.width(face.plain(named), INSIDE) <= room:
        return named, ""
    return (number if number and face.width(number, INSIDE) <= room else ""), first


def _names(chart: Stacks, face: Face) -> float:
    widths = [face.width(face.plain(row.label), LABEL) for row in chart.rows]
    return min(max(widths, default=0.0) + 9, WIDTH * 0.34)


def _room(chart: Stacks, face: Face) -> float:
    """How long the longest bar may be: what names and the longest words at an end leave."""
    spare = max((face.width(face.plain(_longest(row, chart, face)), LABEL) for row in chart.rows), default=0.0)
    return max(WIDTH - _names(chart, face) - spare - AIR, WIDTH * 0.25)


def _longest(row: Stack, chart: Stacks, face: Face) -> str:
    return ", ".join(filter(None, (f"{face.language.number(row.parts[0])} {chart.first}", row.beside)))


def _lines(row: Stack, chart: Stacks, face: Face) -> list[str]:
    return face.lines(row.label, _names(chart, face) - 9, LABEL)


def _high(row: Stack, chart: Stacks, face: Face) -> float:
    return max(ROW * face.scale, len(_lines(row, chart, face)) * face.lead(LABEL) + 4)
