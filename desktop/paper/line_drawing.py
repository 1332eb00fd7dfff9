"""How a line chart is drawn: from zero, broken where the rule changed, values only at its ends."""

from __future__ import annotations

import math
from itertools import pairwise

from desktop.paper import face as type_
from desktop.paper.charts import Line, Point
from desktop.paper.face import Face, Role
from desktop.paper.pen import LEFT, RIGHT, Pen, Place

VALUE = Role(9.5, 12.5, "SemiBold")
LABEL = Role(8.5, 11.5, colour=type_.GREY)
WORDS = Role(8.5, 11.5, "SemiBold", type_.RED)


def draw_line(pen: Pen, chart: Line, top: float, high: float) -> None:
    """Draw a line chart from `top`, its field so high, its labels below."""
    axis = _top_of_axis(chart)
    top_of_field = top + 2 * pen.face.lead(LABEL)
    floor = top + high
    left = LEFT + max(pen.face.width(_written(pen, axis, chart), LABEL), 12) + 9
    slot = (RIGHT - left) / max(len(chart.points), 1)

    def place(number: int, value: float) -> tuple[float, float]:
        return left + (number + 0.5) * slot, floor - (floor - top_of_field) * value / axis

    _draw_grid(pen, chart, left, axis, (floor, top_of_field))
    for begin, end in _parts(chart):
        known = [(place(number, chart.points[number].value or 0), chart.points[number]) for number in range(begin, end)]
        before = {each.before for each in chart.breaks}
        _draw_part(pen, chart, known, square=sum(one <= begin for one in before) % 2 == 1,
                   beside=(begin in before, end in before))  # fmt: skip
    _draw_labels(pen, chart, left, slot, floor)
    _draw_breaks(pen, chart, left, slot, (top, floor))
    for number, point in enumerate(chart.points):
        pen.spot(left + number * slot, top_of_field, slot, floor - top_of_field, point.key)


def _draw_grid(pen: Pen, chart: Line, left: float, axis: float, ends: Place) -> None:
    floor, top = ends
    for step in range(5):
        y = floor - (floor - top) * step / 4
        if step:
            pen.rule(left, RIGHT, y, 0.4, type_.HAIR)
        base = y + pen.face.size(LABEL) * 0.34
        pen.words(_written(pen, axis * step / 4, chart), left - 6, base, LABEL, right=True)
    if chart.limit:
        y = floor - (floor - top) * chart.limit.value / axis
        pen.rule(left, RIGHT, y, 0.8, type_.GREY)
        pen.words(chart.limit.words, RIGHT, y - 3, LABEL, right=True)
    pen.rule(left, RIGHT, floor, 0.7)


def _draw_part(
    pen: Pen, chart: Line, known: list[tuple[Place, Point]], *, square: bool, beside: tuple[bool, bool]
) -> None:  # fmt: skip
    """One part of the line; the values at its ends keep away from a break `beside` its beginning or its end."""
    for (place, _), (next_place, _) in pairwise(known):
        pen.line(place, next_place, 1.6, type_.ACCENT)
    for (x, y), _ in known:
        if square:
            pen.box(x - 2.3, y - 2.3, 4.6, 4.6, fill=type_.WHITE, edge=type_.ACCENT)
        else:
            pen.dot(x, y, 2.6, type_.ACCENT)
    for (x, y), point in known[:1] + known[1:][-1:]:
        words, first = _written(pen, point.value or 0, chart), point is known[0][1]
        if beside[0] and first:
            pen.words(words, x - 3, y - 6, VALUE)
        elif beside[1] and not first:
            pen.words(words, x + 3, y - 6, VALUE, right=True)
        else:
            pen.centred(words, x, y - 6, VALUE)


def _draw_breaks(pen: Pen, chart: Line, left: float, slot: float, ends: Place) -> None:
    """A dashed vertical where the rule changed, its words above it; where they would meet, one line lower."""
    face, (top, floor), reached, lower = pen.face, ends, 0.0, False
    for each in chart.breaks:
        x = left + each.before * slot
        half = face.width(face.plain(each.words), WORDS) / 2
        middle = min(max(x, LEFT + half), RIGHT - half)
        lower = middle - half < reached + 4 and not lower
        y = top + lower * face.lead(WORDS)
        pen.line((x, y + face.lead(WORDS) + 2), (x, floor), 1.0, type_.RED, (3, 2))
        pen.centred(each.words, middle, y + pen.base(WORDS), WORDS)
        reached = middle + half


def _draw_labels(pen: Pen, chart: Line, left: float, slot: float, floor: float) -> None:
    face = pen.face
    base = floor + 2 + pen.base(LABEL)
    every = labels_apart(chart.points, slot, face)
    for number, point in enumerate(chart.points):
        middle = left + (number + 0.5) * slot
        if shows_label(number, len(chart.points), every):
            pen.centred(point.label, middle, base, LABEL)
        if point.year:
            pen.centred(point.year, middle, base + face.lead(LABEL), LABEL)


def labels_apart(points: tuple[Point, ...], slot: float, face: Face) -> int:
    """Every how many points a label has room."""
    widest = max((face.width(face.plain(point.label), LABEL) for point in points), default=0.0)
    return max(1, math.ceil((widest + 2) / slot))


def shows_label(number: int, points: int, every: int) -> bool:
    """Whether the point with this number is labelled: the last one always, the others where there is room."""
    left = points - 1 - number
    return left == 0 or (number % every == 0 and left >= every)


def _parts(chart: Line) -> list[tuple[int, int]]:
    """The runs of points that may be joined: a gap and a change of rule each end one."""
    parts: list[tuple[int, int]] = []
    begin: int | None = None
    for number, point in enumerate(chart.points):
        changed = any(number == each.before for each in chart.breaks)
        if begin is not None and (changed or _gap(point)):
            parts.append((begin, number))
            begin = None
        if begin is None and not _gap(point):
            begin = number
    if begin is not None:
        parts.append((begin, len(chart.points)))
    return parts


def _gap(point: Point) -> bool:
    return point.value is None or point.hidden


def _top_of_axis(chart: Line) -> float:
    """The next round number above every value, easily divided by four."""
    highest = max((point.value or 0 for point in chart.points if not _gap(point)), default=0.0)
    highest = max(highest, chart.limit.value if chart.limit else 0.0, 1.0 if not chart.digits else 0.0)
    if highest <= 0:
        return 4.0
    unit = 10.0 ** math.floor(math.log10(highest))
    return next(unit * step for step in (1, 2, 4, 6, 8, 10) if unit * step >= highest) if highest > 4 else 4.0


def _written(pen: Pen, value: float, chart: Line) -> str:
    return pen.face.language.number(value, chart.digits)
