"""What stands in a table of a document: cells that know what kind of thing they hold.

The same table is drawn on paper by `sheet` and written as typed cells by `workbook`, so a figure is never typed twice.
Must never know what is counted, nor in which file format it will end.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Kind(Enum):
    """What a cell holds; decides how it is written, aligned and read aloud."""

    TEXT = "text"
    """Words, wrapped within the column."""
    COUNT = "count"
    """A number: 1 234 or 31,5."""
    CHANGE = "change"
    """A difference with its sign: +8, −3, 0."""
    PERCENT = "percent"
    """A share of a whole."""
    DAY = "day"
    """A date."""
    HIDDEN = "hidden"
    """● not published."""
    NONE = "none"
    """– not asked, or cannot be."""
    OTHER_RULE = "other rule"
    """≠ counted by another rule, not compared."""


@dataclass(frozen=True)
class Cell:
    """One cell of a table. Build it with `text`, `count`, `change`, `percent`, `day`, `hidden` and the rest."""

    kind: Kind
    value: str | int | float | date | None = None
    """The words, the number, the date; for a share the part."""
    whole: float = 0
    """For a share: what it is a share of."""
    digits: int = 0
    """Decimals to show."""
    mark: str = ""
    """A superscript that hangs beside the figure: `r` corrected, `b` break in the rule."""
    key: str = ""
    """What is opened when the figure is clicked in the preview; empty if nothing."""
    tone: str = ""
    """How words are set: `QUIET` in grey, `ALARM` in red and SemiBold, `STRONG` in SemiBold; never the only sign of
    what they mean."""


QUIET, ALARM, STRONG = "quiet", "alarm", "strong"


def text(words: str, *, key: str = "", tone: str = "") -> Cell:
    """Words."""
    return Cell(Kind.TEXT, words, key=key, tone=tone)


def count(value: float, *, digits: int = 0, mark: str = "", key: str = "") -> Cell:
    """A number."""
    return Cell(Kind.COUNT, value, digits=digits, mark=mark, key=key)


def change(value: int, *, mark: str = "", key: str = "") -> Cell:
    """A difference, with its sign."""
    return Cell(Kind.CHANGE, value, mark=mark, key=key)


def percent(part: float, whole: float, *, digits: int = 0, mark: str = "", key: str = "") -> Cell:
    """A share in per cent of `whole`; a dash if there is nothing to share."""
    if not whole:
        return Cell(Kind.NONE, mark=mark, key=key)
    return Cell(Kind.PERCENT, part, whole=whole, digits=digits, mark=mark, key=key)


def day(value: date, *, key: str = "") -> Cell:
    """A date."""
    return Cell(Kind.DAY, value, key=key)


def hidden(*, key: str = "") -> Cell:
    """A figure that is not published: ● on paper, the word in a workbook."""
    return Cell(Kind.HIDDEN, key=key)


def none() -> Cell:
    """Not asked, or cannot be: –."""
    return Cell(Kind.NONE)


def other_rule() -> Cell:
    """Counted by another rule, therefore not compared: ≠."""
    return Cell(Kind.OTHER_RULE)


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    head: str
    width: float | None = None
    """In columns of the six-column grid (1 = 24 mm). None: a text column shares what is left, a number column takes
    one grid column, or less where many stand side by side."""
    numbers: bool = False
    """Whether it holds figures: aligned at the right, head included."""
    band: bool = False
    """Whether it is the one column to look at, drawn on a pale band and in SemiBold."""
    group: str = ""
    """What it and its neighbours of the same group are called together, over a thin rule; empty for none."""


@dataclass(frozen=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]
    indent: bool = False
    """Whether it is a part "of which" the row above; it is not added."""
    total: bool = False
    """Whether it is a total: a rule above, SemiBold."""


@dataclass(frozen=True)
class Table:
    """A table with its title, the line that tells unit and rule, and its notes."""

    title: str
    unit: str
    """Unit and rule in one sentence each, printed in grey under the title; may be empty."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    """What stands under the table: signs used, corrections, "the rows do not add up"."""
    brief: str = ""
    """What stands in place of `unit` where that would take more than two lines; may be empty."""
    small: bool = False
    """Whether its words are set as notes are, such as a list of rules."""
    ruled: bool = True
    """Whether a rule stands on top; none under the heading of a meeting's item, which has its own."""
