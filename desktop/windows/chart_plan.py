"""Where everything of a picture lies, for a given width: months as columns, or rows where there is no room for them.

Plain geometry: it measures words and knows no widget, so that what is drawn and what is clicked cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics

from desktop.windows.look import REGULAR, SECOND, SEMIBOLD, font, px

Place = tuple[int, int]
"""The number of a bar and of a value in it."""
SOLID, HATCH, EMPTY, PALE, OPEN, TICK, NONE = "solid", "hatch", "empty", "pale", "open", "tick", ""
"""How a part is filled, to be told apart in black and white; `open`: not over yet."""
STRONG, QUIET, PLAIN = "strong", "quiet", "plain"
_ABOVE, _HIGH, _ROW, _THICK, _LEAST = 6, 132, 28, 14, 90
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Mark:
    """One value of a bar: how far it reaches, what is printed, what is spoken, and what it opens."""

    value: float
    words: str
    """Printed; empty: nothing is printed and nothing can be opened."""
    name: str
    """Spoken, with its month and unit."""
    about: object
    """What is opened."""
    fill: str = PALE
    alone: str = ""
    """Printed where no head stands beside it; empty: the same."""


@dataclass(frozen=True)
class Bar:
    """One bar: its first value is printed before it, the others behind it."""

    label: str
    marks: tuple[Mark, ...]
    short: str = ""
    """The label where months stand side by side."""
    under: str = ""
    """Printed below the short one."""
    whole: float = 0
    """What the whole width stands for; 0: the longest bar of the picture."""


@dataclass(frozen=True)
class Picture:
    """What is drawn."""

    title: str
    bars: tuple[Bar, ...]
    upright: bool = False
    """Whether the bars stand side by side where there is room."""
    beside: str = ""
    """Printed before the second values where the bars stand."""

    @property
    def most(self) -> float:
        """The highest value."""
        return max((mark.value for bar in self.bars for mark in bar.marks if mark.fill), default=0) or 1


@dataclass(frozen=True)
class Word:
    """Words and where they are printed."""

    rect: QRectF
    flags: int
    text: str
    kind: str = PLAIN


@dataclass(frozen=True)
class Shape:
    """A drawn part and the value it shows."""

    rect: QRectF
    fill: str
    place: Place


@dataclass
class Plan:
    """Everything with its place."""

    upright: bool
    height: int = 0
    words: list[Word] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    lines: list[QLineF] = field(default_factory=list)
    places: dict[Place, QRect] = field(default_factory=dict)
    """Where each value can be clicked and where the caret is shown."""


def type_of(kind: str) -> QFont:
    """The font of words of that kind."""
    return font(SECOND, SEMIBOLD if kind == STRONG else REGULAR)


def plan(picture: Picture, width: int) -> Plan:
    """Lay the picture out in that width."""
    return (_standing(picture, width) if picture.upright else None) or _lying(picture, width)


def _wide(words: Iterable[str], kind: str = PLAIN) -> int:
    metrics = QFontMetrics(type_of(kind))
    return max((metrics.horizontalAdvance(one) for one in words), default=0)


def _standing(picture: Picture, width: int) -> Plan | None:
    """Columns side by side; None where there is no room for their words."""
    left = _wide([picture.beside]) + px(14)
    step = (width - left) / max(1, len(picture.bars))
    printed = [bar.marks[0].words for bar in picture.bars]
    need = max(_wide(printed, STRONG), _wide(bar.short for bar in picture.bars)) + px(8)
    if step < max(need, px(34)):
        return None
    made, line = Plan(upright=True), QFontMetrics(type_of(STRONG)).height()
    base = px(_ABOVE) + line + px(6) + px(_HIGH)
    for number, bar in enumerate(picture.bars):
        _stand(made, bar, (number, left + number * step, step, base), picture.most)
        under = QRectF(left + number * step, base + px(4), step, line)
        made.words.append(Word(under, _CENTRE, bar.short))
        made.words.append(Word(under.translated(0, line), _CENTRE, bar.under, STRONG))
        second = QRectF(under.x(), base + px(8) + 2 * line, step, max(px(24), line))
        made.words.append(Word(second, _CENTRE, bar.marks[1].words, QUIET))
        made.places[number, 1] = second.toAlignedRect()
    made.words.append(Word(QRectF(0, second.y(), left, second.height()), _LEFT, picture.beside, QUIET))
    made.lines.append(QLineF(left, base, width, base))
    made.height = made.places[0, 1].bottom() + px(3)
    return made


def _stand(made: Plan, bar: Bar, where: tuple[int, float, float, int], most: float) -> None:
    """One column with its mark; its number stands over both where they are near each other."""
    number, x, step, base = where
    wide, line = min(step * 0.62, px(46)), QFontMetrics(type_of(STRONG)).height()
    high, mark = (px(_HIGH) * one.value / most for one in bar.marks[:2])
    middle = x + step / 2
    made.shapes.append(Shape(QRectF(middle - wide / 2, base - high, wide, high), bar.marks[0].fill, (number, 0)))
    tick = QRectF(middle - wide / 2 - px(5), base - mark - px(1), wide + px(10), px(2))
    made.shapes.append(Shape(tick, bar.marks[1].fill, (number, 1)))
    top = max(high, mark) if -px(2) <= mark - high < line + px(4) else high
    made.words.append(Word(QRectF(x, base - top - line - px(4), step, line), _CENTRE, bar.marks[0].words, STRONG))
    made.places[number, 0] = QRect(round(x), px(_ABOVE), round(step), base - px(_ABOVE))


def _lying(picture: Picture, width: int) -> Plan:
    """Rows one under the other: label, first value, bar, the other values behind it or below."""
    made = Plan(upright=False)
    label = min(_wide(bar.label for bar in picture.bars) + px(2), round(width * 0.4))
    columns = max((len(bar.marks) for bar in picture.bars), default=1)
    wides = [
        _wide((_alone(bar.marks[at]) for bar in picture.bars if at < len(bar.marks)), QUIET if at else STRONG) + px(14)
        for at in range(columns)
    ]
    begins = label + px(6) + wides[0] + px(6)
    room = width - begins - sum(wides[1:])
    below = room < px(_LEAST)
    room = (width - begins if below else room) - px(4)
    y = px(_ABOVE)
    for number, bar in enumerate(picture.bars):
        high = max(px(_ROW), _wrapped(bar.label, label) + px(6))
        made.words.append(Word(QRectF(0, y, label, high), _LEFT, bar.label))
        _lie(made, bar, number, QRectF(begins, y + (high - px(_THICK)) / 2, max(room, px(24)), px(_THICK)), picture)
        first = QRect(label + px(6), y, wides[0], high)
        _print(made, (number, 0), first, bar.marks[0])
        x = max(0, width - sum(wides[1:])) if below else round(begins + room + px(4))
        behind = [mark for mark in bar.marks[1:] if mark.words]
        made.lines.append(QLineF(begins, y, begins, y + high))
        y += high if below and behind else 0
        for at, mark in enumerate(bar.marks[1:], 1):
            _print(made, (number, at), QRect(x, y, wides[at], px(_ROW) if below else high), mark)
            x += wides[at]
        y += (px(_ROW) if behind else high) if below else high
    made.height = y
    return made


def _alone(mark: Mark) -> str:
    return mark.alone or mark.words


def _wrapped(words: str, width: int) -> int:
    return QFontMetrics(type_of(PLAIN)).boundingRect(QRect(0, 0, width, 999), _LEFT, words).height()


def _print(made: Plan, place: Place, rect: QRect, mark: Mark) -> None:
    flags, kind = (_LEFT, QUIET) if place[1] else (_RIGHT, STRONG)
    if mark.words:
        made.words.append(Word(QRectF(rect.adjusted(px(6), 0, -px(6), 0)), flags, _alone(mark), kind))
        made.places[place] = rect


def _lie(made: Plan, bar: Bar, number: int, rect: QRectF, picture: Picture) -> None:
    """The parts of one row from left to right."""
    x, scale = rect.x(), rect.width() / (bar.whole or picture.most)
    for at, mark in enumerate(bar.marks):
        wide = mark.value * scale
        if mark.fill == TICK:
            tick = QRectF(rect.x() + wide - px(1), rect.y() - px(4), px(2), rect.height() + px(8))
            made.shapes.append(Shape(tick, TICK, (number, at)))
        elif mark.fill and wide > 0:
            made.shapes.append(Shape(QRectF(x, rect.y(), wide, rect.height()), mark.fill, (number, at)))
            x += wide
