"""What a chart of a document shows, and the sentence that says the same to those who do not see it.

Five kinds only, each readable without colour: month columns, horizontal bars, stacked bars, one 100 % bar per row, a
line. No pies,
no second axis, no cut axis. Must never know what is counted: words and figures come in ready.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.language import N_, Language


@dataclass(frozen=True)
class Point:
    """One figure of a chart."""

    label: str
    """The month's short name, or the row's name."""
    value: float | None
    """None: no figure for it (a gap, never a zero)."""
    year: str = ""
    """Printed under the label where a year begins; otherwise empty."""
    hidden: bool = False
    """Not published: a hatched stub with ●, whatever the value."""
    mark: str = ""
    """A superscript beside the value, `r` or `b`."""
    key: str = ""
    """What is opened when the figure is clicked in the preview."""
    indent: bool = False
    """Whether the row is a part of the one above (bars only)."""


@dataclass(frozen=True)
class Columns:
    """Month by month from zero: past months pale with an outline, the last ones solid; a value above each."""

    title: str
    unit: str
    points: tuple[Point, ...]
    notes: tuple[str, ...] = ()
    digits: int = 0
    solid: int = 1
    """So many of the last months are those that the paper tells of."""


@dataclass(frozen=True)
class Bars:
    """Horizontal bars in the house order, name at the left, value at the end."""

    title: str
    unit: str
    points: tuple[Point, ...]
    notes: tuple[str, ...] = ()
    digits: int = 0
    brief: str = ""
    """What stands in place of `unit` where that would take more than two lines; may be empty."""


@dataclass(frozen=True)
class Share:
    """One 100 % bar: its parts from left to right, at most five."""

    label: str
    """The row's name above the bar; may be empty when there is one bar."""
    parts: tuple[Point, ...]


@dataclass(frozen=True)
class Shares:
    """One 100 % bar per row; number and word under each part."""

    title: str
    unit: str
    rows: tuple[Share, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Break:
    """Where the counting rule changed: the line is broken there and never joined."""

    before: int
    """Index of the first point counted by the new rule."""
    words: str
    """What changed and when, printed in red at the top."""


@dataclass(frozen=True)
class Limit:
    """A limit that the rule sets, drawn as a thin grey line with its words."""

    value: float
    words: str


@dataclass(frozen=True)
class Line:
    """A line from zero; only the ends of each part carry their values."""

    title: str
    unit: str
    points: tuple[Point, ...]
    notes: tuple[str, ...] = ()
    digits: int = 0
    breaks: tuple[Break, ...] = ()
    limit: Limit | None = None


@dataclass(frozen=True)
class Stack:
    """One bar put together from parts, from zero."""

    label: str
    parts: tuple[int, ...]
    """The first solid with its number in it, then hatched, empty, pale."""
    beside: str = ""
    """What stands at its end: the other parts in words."""


@dataclass(frozen=True)
class Stacks:
    """Bars of one scale, each put together from the same parts, in the house order."""

    title: str
    unit: str
    rows: tuple[Stack, ...]
    first: str = ""
    """What the first part is called, beside its number on the first bar that has room."""
    notes: tuple[str, ...] = ()


Chart = Columns | Bars | Shares | Stacks | Line


def spoken(chart: Chart, language: Language) -> str:
    """The alternative text: name, first, last, highest, lowest and break, written from the figures themselves."""
    if isinstance(chart, Shares):
        return " ".join([_sentence(chart.title), *(_share(row, language) for row in chart.rows)])
    if isinstance(chart, Stacks):
        return " ".join([_sentence(chart.title), *(_stack(row, chart.first, language) for row in chart.rows)])
    if isinstance(chart, Bars):
        return " ".join([_sentence(chart.title), _list(chart.points, language, chart.digits)])
    said = [_sentence(chart.title)]
    known = [point for point in chart.points if point.value is not None and not point.hidden]
    if known:
        said.append(_ends(known, language, chart.digits))
    if isinstance(chart, Line):
        said += [_sentence(each.words) for each in chart.breaks]
    return " ".join(said)


def _sentence(words: str) -> str:
    return words if not words or words.endswith(".") else f"{words}."


def _ends(known: list[Point], language: Language, digits: int) -> str:
    def named(point: Point) -> str:
        return f"{point.label}{' ' + point.year if point.year else ''} {language.number(point.value or 0, digits)}"

    return language.say(
        N_("First: {first}; last: {last}; highest: {highest}; lowest: {lowest}."),
        first=named(known[0]),
        last=named(known[-1]),
        highest=named(max(known, key=lambda point: point.value or 0)),
        lowest=named(min(known, key=lambda point: point.value or 0)),
    )


def _list(points: tuple[Point, ...], language: Language, digits: int) -> str:
    return _sentence("; ".join(f"{point.label}: {_value(point, language, digits)}" for point in points))


def _share(row: Share, language: Language) -> str:
    return " ".join(filter(None, [_sentence(row.label), _list(row.parts, language, 0)]))


def _stack(row: Stack, first: str, language: Language) -> str:
    solid = " ".join(filter(None, [language.number(row.parts[0]), first]))
    return _sentence(f"{row.label}: {', '.join(filter(None, [solid, row.beside]))}")


def _value(point: Point, language: Language, digits: int) -> str:
    if point.hidden:
        return language.say(N_("not published"))
    return "\u2013" if point.value is None else language.number(point.value, digits)
