"""How a chart is drawn: from zero, each value beside its mark, told apart by pattern and not only by shade.

The drawing carries its own alternative text, written from the same figures. The line is drawn in `line_drawing`.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.paper import face as type_
from desktop.paper.blocks import Block
from desktop.paper.charts import Bars, Chart, Columns, Line, Point, Share, Shares, Stacks, spoken
from desktop.paper.face import NOTE, SUBSECTION, Face, Role
from desktop.paper.line_drawing import LABEL, draw_line, labels_apart, shows_label
from desktop.paper.pen import LEFT, MM, RIGHT, WIDTH, Pen, Place
from desktop.paper.stacks_drawing import draw_stacks, stacks_height

HIGH = 30 * MM
"""Height of a chart of columns or of a line, its labels not counted."""
STUB = 27.0
"""The one length of every bar whose figure is not published."""
VALUE = Role(9.5, 12.5)
VALUE_NOW = Role(9.5, 12.5, "SemiBold")
LABEL_NOW = Role(8.5, 11.5, "SemiBold")
HATCH = "hatch"
BAR_ROW, BAR_HIGH, SHARE_HIGH = 16.0, 10.0, 14.0


@dataclass(frozen=True)
class ChartBlock(Block):
    """A chart with its title, unit and notes; never divided."""

    chart: Chart
    width: float = WIDTH
    """Only bars may be narrower than the text."""
    title_room: float = 0.0
    """Room for title and unit, where a neighbour needs more."""
    before = 13.5

    def height(self, face: Face) -> float:
        """Title, unit, the drawing and the notes."""
        notes = sum(len(face.lines(note, self.width, NOTE)) for note in self.chart.notes) * face.lead(NOTE)
        drawing = _drawing_height(self.chart, face, self.width)
        return self.title_height(face) + drawing + (notes + type_.STEP if notes else 0)

    def draw(self, pen: Pen, top: float) -> None:
        """Title, unit, the drawing and the notes."""
        face = pen.face
        y = pen.lines(face.lines(self.chart.title, self.width, SUBSECTION), LEFT, top, SUBSECTION)
        if self.chart.unit:
            pen.lines(face.lines(self.chart.unit, self.width, NOTE), LEFT, y, NOTE)
        y = top + self.title_height(face)
        pen.meaning(spoken(self.chart, face.language))
        match self.chart:
            case Columns():
                _draw_columns(pen, self.chart, y)
            case Bars():
                _draw_bars(pen, self.chart, y, self.width)
            case Shares():
                _draw_shares(pen, self.chart, y)
            case Stacks():
                draw_stacks(pen, self.chart, y)
            case Line():
                draw_line(pen, self.chart, y, HIGH)
        pen.as_drawn()
        y += _drawing_height(self.chart, face, self.width) + type_.STEP
        for note in self.chart.notes:
            y = pen.lines(face.lines(note, self.width, NOTE), LEFT, y, NOTE)

    def title_height(self, face: Face) -> float:
        """How high title and unit are, with the space under them."""
        title = len(face.lines(self.chart.title, self.width, SUBSECTION)) * face.lead(SUBSECTION)
        unit = len(face.lines(self.chart.unit, self.width, NOTE)) * face.lead(NOTE) if self.chart.unit else 0.0
        return max(title + unit + type_.STEP, self.title_room)


def _drawing_height(chart: Chart, face: Face, room: float) -> float:
    if isinstance(chart, Bars):
        return sum(_bar_row(point, chart, face, room) for point in chart.points) + type_.STEP
    if isinstance(chart, Shares):
        return sum(_share_height(row, face, _inline(chart, face)) for row in chart.rows)
    if isinstance(chart, Stacks):
        return stacks_height(chart, face)
    return HIGH + 2 * face.lead(LABEL)


def _draw_columns(pen: Pen, chart: Columns, top: float) -> None:
    face = pen.face
    slot = WIDTH / max(len(chart.points), 1)
    bar = min(slot * 0.68, 40.0)
    floor = top + HIGH
    highest = max((point.value or 0 for point in chart.points if not point.hidden), default=0) or 1
    room = HIGH - face.lead(VALUE) - 2
    every = labels_apart(chart.points, slot, face)
    for number, point in enumerate(chart.points):
        now = number >= len(chart.points) - chart.solid
        middle = LEFT + (number + 0.5) * slot
        high = _stub_or(point, room / 4, room * (point.value or 0) / highest)
        if point.hidden:
            pen.hatch(middle - bar / 2, floor - high, bar, high)
        elif high:
            fill = type_.ACCENT if now else type_.PALE
            pen.box(middle - bar / 2, floor - high, bar, high, fill=fill, edge=type_.ACCENT)
        _value_above(pen, point, _value(point, chart.digits, face), (middle, floor - high - 3.5), now=now)
        label = floor + 2 + pen.base(LABEL)
        if shows_label(number, len(chart.points), every):
            pen.centred(point.label, middle, label, LABEL_NOW if now else LABEL)
        if point.year:
            pen.centred(point.year, middle, label + face.lead(LABEL), LABEL)
        pen.spot(middle - slot / 2, top, slot, HIGH + face.lead(LABEL), point.key)
    pen.rule(LEFT, RIGHT, floor, 0.7)


def _value(point: Point, digits: int, face: Face) -> str:
    if point.hidden:
        return "\u25cf"
    return "\u2013" if point.value is None else face.language.number(point.value, digits)


def _value_above(pen: Pen, point: Point, words: str, place: Place, *, now: bool) -> None:
    role, (middle, base) = VALUE_NOW if now else VALUE, place
    pen.centred(words, middle, base, role, colour=type_.GREY if point.hidden else "")
    if point.mark:
        right = middle + pen.face.width(words, role) / 2
        pen.words(point.mark, right + 0.4, base - 3.2 * pen.face.scale, type_.MARK)


def _stub_or(point: Point, stub: float, length: float) -> float:
    return stub if point.hidden else length


def _label_width(chart: Bars, face: Face, room: float) -> float:
    widths = [face.width(face.plain(point.label), VALUE) + 9 * point.indent for point in chart.points]
    return min(max(widths, default=0.0) + 9, room * 0.42)


def _bar_lines(point: Point, chart: Bars, face: Face, room: float) -> list[str]:
    return face.lines(point.label, _label_width(chart, face, room) - 9 - 9 * point.indent, VALUE)


def _bar_row(point: Point, chart: Bars, face: Face, room: float) -> float:
    return max(BAR_ROW * face.scale, len(_bar_lines(point, chart, face, room)) * face.lead(VALUE) + 3.5)


def _draw_bars(pen: Pen, chart: Bars, top: float, width: float) -> None:
    face = pen.face
    left = LEFT + _label_width(chart, face, width)
    highest = max((point.value or 0 for point in chart.points if not point.hidden), default=0) or 1
    room = LEFT + width - left - 45 * face.scale
    y = top
    for point in chart.points:
        high = _bar_row(point, chart, face, width)
        pen.lines(_bar_lines(point, chart, face, width), LEFT + 9 * point.indent, y + 1.75, VALUE)
        length = _stub_or(point, STUB, room * (point.value or 0) / highest)
        bar_high = BAR_HIGH * face.scale
        bar = y + 1.75 + (face.lead(VALUE) - bar_high) / 2
        if point.hidden:
            pen.hatch(left, bar, length, bar_high)
        elif length:
            fill = type_.PALE if point.indent else type_.ACCENT
            pen.box(left, bar, length, bar_high, fill=fill, edge=type_.ACCENT)
        base = y + 1.75 + pen.base(VALUE)
        _value_beside(pen, point, _value(point, chart.digits, face), left + length + 5, base)
        pen.spot(LEFT, y, width, high, point.key)
        y += high
    pen.line((left, top), (left, y), 0.7, type_.INK)


def _value_beside(pen: Pen, point: Point, words: str, x: float, base: float) -> None:
    pen.words(words, x, base, VALUE, colour=type_.GREY if point.hidden else "")
    if point.mark:
        pen.words(point.mark, x + pen.width(words, VALUE) + 0.4, base - 3.2 * pen.face.scale, type_.MARK)


def _share_height(row: Share, face: Face, inline: bool) -> float:
    label = face.lead(VALUE) if row.label else 0.0
    lines = 1 if inline else len(_legend(row, face))
    return label + SHARE_HIGH + 2 + lines * face.lead(VALUE) + 2 * type_.STEP


def _draw_shares(pen: Pen, chart: Shares, top: float) -> None:
    face, y = pen.face, top
    inline = _inline(chart, face)
    for row in chart.rows:
        after = y + _share_height(row, face, inline)
        if row.label:
            y = pen.lines([row.label], LEFT, y, VALUE)
        for number, (x, width) in enumerate(_extents(row)):
            if width:
                _fill(pen, _pattern(row, number), (x, y), width, SHARE_HIGH)
        if all(width == 0 for _x, width in _extents(row)):
            pen.box(LEFT, y, WIDTH, SHARE_HIGH, edge=type_.HAIR)
        y += SHARE_HIGH + 2
        if inline:
            _draw_inline(pen, row, y)
        else:
            _draw_legend(pen, row, y)
        y = after


def _pattern(row: Share, number: int) -> str:
    """The pattern of a part: solid, mid, hatch, empty, pale."""
    fills = (type_.ACCENT, type_.MID, HATCH, "", type_.PALE)
    return HATCH if row.parts[number].hidden else fills[number % len(fills)]


def _fill(pen: Pen, pattern: str, place: Place, width: float, high: float) -> None:
    if pattern == HATCH:
        pen.hatch(*place, width, high)
    else:
        pen.box(*place, width, high, fill=pattern, edge=type_.ACCENT)


def _extents(row: Share) -> list[tuple[float, float]]:
    """Where each part of a bar begins and how long it is."""
    whole = sum(part.value or 0 for part in row.parts if not part.hidden)
    room = WIDTH - STUB * sum(part.hidden for part in row.parts)
    extents, x = [], LEFT
    for part in row.parts:
        width = STUB if part.hidden else (room * (part.value or 0) / whole if whole else 0.0)
        extents.append((x, width))
        x += width
    return extents


def _part_words(part: Point, face: Face) -> tuple[str, str]:
    return _value(part, 0, face), face.plain(part.label)


def _part_width(part: Point, face: Face) -> float:
    number, label = _part_words(part, face)
    return face.width(number, VALUE_NOW) + 4 + face.width(label, VALUE)


def _starts(row: Share, face: Face) -> list[float] | None:
    """Where the words under each part begin, the last ending at the right edge; None if they do not fit."""
    starts: list[float] = []
    free = LEFT
    for number, (part, (x, width)) in enumerate(zip(row.parts, _extents(row), strict=True)):
        wide = _part_width(part, face)
        last = number == len(row.parts) - 1
        start = max(min(x, RIGHT - wide) if last else x, free)
        if start > x + max(width - 2, 0) or start + wide > RIGHT + 0.1:
            return None
        starts.append(start)
        free = start + wide + 9
    return starts


def _inline(chart: Shares, face: Face) -> bool:
    return all(_starts(row, face) is not None for row in chart.rows)


def _draw_inline(pen: Pen, row: Share, top: float) -> None:
    for part, x in zip(row.parts, _starts(row, pen.face) or [], strict=True):
        _draw_part(pen, part, x, top)


def _draw_part(pen: Pen, part: Point, x: float, top: float) -> None:
    number, label = _part_words(part, pen.face)
    base = top + pen.base(VALUE)
    pen.words(number, x, base, VALUE_NOW)
    end = x + pen.width(number, VALUE_NOW)
    pen.words(label, end + 4, base, VALUE)
    pen.spot(x, top, _part_width(part, pen.face), pen.face.lead(VALUE), part.key)


def _legend(row: Share, face: Face) -> list[list[tuple[float, int]]]:
    """The parts on lines, about as many on each, with the place of each sample."""
    filled = _legend_lines(row, face, len(row.parts))
    even = _legend_lines(row, face, -(-len(row.parts) // len(filled)))
    return even if len(even) == len(filled) else filled


def _legend_lines(row: Share, face: Face, most: int) -> list[list[tuple[float, int]]]:
    lines: list[list[tuple[float, int]]] = [[]]
    x = LEFT
    for number, part in enumerate(row.parts):
        wide = 14 + _part_width(part, face)
        if lines[-1] and (x + wide > RIGHT or len(lines[-1]) == most):
            lines.append([])
            x = LEFT
        lines[-1].append((x, number))
        x += wide + 14
    return lines


def _draw_legend(pen: Pen, row: Share, top: float) -> None:
    for line, places in enumerate(_legend(row, pen.face)):
        y = top + line * pen.face.lead(VALUE)
        for x, number in places:
            _fill(pen, _pattern(row, number), (x, y + 2.5), 9, 7)
            _draw_part(pen, row.parts[number], x + 14, y)
