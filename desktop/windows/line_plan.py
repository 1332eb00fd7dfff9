"""Where everything of a line over months lies, for a given width: dots, runs, breaks, the words at its ends.

Plain geometry, as `chart_plan`: what is drawn and what takes the caret cannot differ. A month without a number is a gap
that can be reached all the same.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics

from desktop.windows.chart_plan import NONE, PLAIN, QUIET, STRONG, Picture, Plan, Word, type_of
from desktop.windows.look import px

_HIGH, _ABOVE, _DOT = 118, 8, 4
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class LinePicture(Picture):
    """A bar of it is a month; one whose value is not filled is a gap."""

    scale: tuple[tuple[float, str], ...] = ()
    """Values at the left with their words, from zero up."""
    turns: tuple[tuple[int, str], ...] = ()
    """Before which months the way of counting changed, and what is printed there."""


@dataclass
class LinePlan(Plan):
    """Everything with its place."""

    runs: list[list[QPointF]] = field(default_factory=list)
    """Dots that are joined."""
    dots: list[tuple[QPointF, bool]] = field(default_factory=list)
    """Each dot, and whether it is square: counted in another way than those before."""
    grid: list[QLineF] = field(default_factory=list)
    turns: list[QLineF] = field(default_factory=list)
    told: QRectF = field(default_factory=QRectF)
    """Where the month under the caret is told."""


def plan_line(picture: LinePicture, width: int) -> LinePlan:
    """Lay the picture out in that width."""
    made, line = LinePlan(upright=True), QFontMetrics(type_of(PLAIN)).height()
    left = max((_wide(words, QUIET) for _value, words in picture.scale), default=0) + px(8)
    made.told = QRectF(0, 0, width, line + px(4))
    top = made.told.bottom() + (line + px(6) if picture.turns else 0) + px(_ABOVE) + line
    inner = QRectF(left, top, width - left - px(2), px(_HIGH))
    _draw_scale(made, picture, inner, line)
    step = inner.width() / max(1, len(picture.bars))
    points = [_point(picture, inner, step, number) for number in range(len(picture.bars))]
    _join(made, picture, points)
    _print_ends(made, picture, points, inner)
    _print_months(made, picture, inner, step, line)
    _draw_turns(made, picture, inner, step, line)
    for number in range(len(picture.bars)):
        x = inner.x() + number * step
        place = QRectF(x, top - line - px(4), step, px(_HIGH) + 2 * line + px(6))
        made.places[number, 0] = place.toAlignedRect()
    made.height = round(inner.bottom() + 2 * line + px(8))
    return made


def _wide(words: str, kind: str) -> int:
    return QFontMetrics(type_of(kind)).horizontalAdvance(words)


def _draw_scale(made: LinePlan, picture: LinePicture, inner: QRectF, line: int) -> None:
    top = picture.scale[-1][0] if picture.scale else 1
    for value, words in picture.scale:
        y = inner.bottom() - inner.height() * value / top
        made.words.append(Word(QRectF(0, y - line / 2, inner.x() - px(8), line), _RIGHT, words, QUIET))
        (made.grid if value else made.lines).append(QLineF(inner.x(), y, inner.right(), y))


def _point(picture: LinePicture, inner: QRectF, step: float, number: int) -> QPointF | None:
    mark = picture.bars[number].marks[0]
    if mark.fill == NONE:
        return None
    top = picture.scale[-1][0] if picture.scale else 1
    return QPointF(inner.x() + (number + 0.5) * step, inner.bottom() - inner.height() * mark.value / top)


def _sides(picture: LinePicture) -> list[range]:
    """The months between one change of counting and the next."""
    ends = [0, *(place for place, _words in picture.turns), len(picture.bars)]
    return [range(begin, end) for begin, end in pairwise(ends)]


def _join(made: LinePlan, picture: LinePicture, points: list[QPointF | None]) -> None:
    for number, side in enumerate(_sides(picture)):
        run: list[QPointF] = []
        for place in side:
            point = points[place]
            if point is None:
                run = []
                continue
            if not run:
                made.runs.append(run)
            run.append(point)
            made.dots.append((point, number % 2 == 1))


def _print_ends(made: LinePlan, picture: LinePicture, points: list[QPointF | None], inner: QRectF) -> None:
    """The first and the last number of each side stand over their dots, as far as there is room."""
    line, taken = QFontMetrics(type_of(STRONG)).height(), -1.0
    for side in _sides(picture):
        known = [place for place in side if points[place] is not None]
        for place in dict.fromkeys((*known[:1], *known[-1:])):
            words, point = picture.bars[place].marks[0].words, points[place]
            assert point is not None
            wide = _wide(words, STRONG) + px(4)
            x = min(max(point.x() - wide / 2, inner.x()), inner.right() - wide)
            if x > taken:
                below = point.y() + px(_DOT)
                is_below = _is_low(points, side, place) and below + line <= inner.bottom()
                rect = QRectF(x, below if is_below else point.y() - line - px(_DOT + 1), wide, line)
                made.words.append(Word(rect, _CENTRE, words, STRONG))
                taken = x + wide


def _is_low(points: list[QPointF | None], side: range, place: int) -> bool:
    """Whether the line rises from this dot, so that its number has more room under it."""
    point = points[place]
    beside = [points[each] for each in (place - 1, place + 1) if each in side]
    return point is not None and any(other is not None and other.y() < point.y() - px(_DOT) for other in beside)


def _print_months(made: LinePlan, picture: LinePicture, inner: QRectF, step: float, line: int) -> None:
    """Short names as far as there is room, counted back from the last; the year under the first and each January."""
    bars, last = picture.bars, len(picture.bars) - 1
    every = max(1, math.ceil((max((_wide(bar.short, PLAIN) for bar in bars), default=0) + px(6)) / max(step, 1)))
    year_until = inner.right() + 1
    for number in range(last, -1, -1):
        middle, y = inner.x() + (number + 0.5) * step, inner.bottom() + px(3)
        if (last - number) % every == 0:
            wide = max(step, _wide(bars[number].short, PLAIN) + px(2))
            x = min(middle - wide / 2, inner.right() + px(2) - wide)
            made.words.append(Word(QRectF(x, y, wide, line), _CENTRE, bars[number].short))
        if bars[number].under:
            wide = _wide(bars[number].under, STRONG) + px(4)
            x = min(max(middle - wide / 2, 0), inner.right() - wide)
            if x + wide <= year_until:
                made.words.append(Word(QRectF(x, y + line, wide, line), _LEFT, bars[number].under, STRONG))
                year_until = x


def _draw_turns(made: LinePlan, picture: LinePicture, inner: QRectF, step: float, line: int) -> None:
    """A dashed vertical at each change, its words above where there is room for them."""
    taken = -1.0
    top = made.told.bottom() + px(2)
    for place, words in picture.turns:
        x = inner.x() + place * step
        made.turns.append(QLineF(x, top + line, x, inner.bottom()))
        wide = _wide(words, STRONG) + px(4)
        begin = min(max(x - wide / 2, 0), inner.right() - wide)
        if words and begin > taken:
            made.words.append(Word(QRectF(begin, top, wide, line), _CENTRE, words, STRONG))
            taken = begin + wide
