"""What was counted: frozen tables whose every figure knows its rule and the records behind it.

Must never know how it was counted, nor how it will look on paper or screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.figures.facts import Words
from desktop.periods import Month, Period

TOTAL = "total"
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Figure:
    """One number that can be opened down to its records."""

    value: int | None
    """None: not published, or (with `asked` False) there is nothing that could be counted."""
    ids: tuple[UUID, ...] = ()
    """The records it was counted from, in order; empty where only a number was read (earlier months)."""
    asked: bool = True

    @property
    def is_hidden(self) -> bool:
        """Whether it was counted but is not published."""
        return self.value is None and self.asked


NOT_ASKED = Figure(None, asked=False)


@dataclass(frozen=True)
class Heading:
    """One column of a table."""

    code: str
    words: Words
    measure: str = "count"
    """count, change (a difference with its sign) or minutes (shown as hours)."""
    period: Period | None = None
    """The month or quarter it stands for, where columns are such; then `words` is empty."""


@dataclass(frozen=True)
class Line:
    """One row of a table."""

    code: str
    words: Words
    figures: tuple[Figure, ...]
    """One for each heading."""
    part: bool = False
    """Whether it is a part of the row above, "of which"; it is not added."""


@dataclass(frozen=True)
class Subject:
    """What a table tells: its name among the tables, its title, what its rows are, and by which rule."""

    code: str
    title: str
    """A msgid."""
    about: Words
    """What the rows are: the head of the first column."""
    rule: str
    """Code of its rule."""


@dataclass(frozen=True)
class FigureTable:
    """One table: what was counted by what, under which rule."""

    subject: Subject
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]
    """Rows in house order; "unknown" last before the total."""
    adds_up: bool = True
    """False where one record may stand in several rows."""
    base: int = 0
    """How many records the table is about, where its rows do not add up to a total."""
    told: tuple[Words, ...] = ()
    """What is told of its rows beside the numbers."""

    @property
    def code(self) -> str:
        """Its name among the tables."""
        return self.subject.code

    def figure(self, row: str, column: str = "count") -> Figure:
        """The figure in that row and column."""
        place = next(i for i, heading in enumerate(self.headings) if heading.code == column)
        return next(line for line in self.lines if line.code == row).figures[place]

    def value(self, row: str, column: str = "count") -> int:
        """Its number; 0 where it is not published."""
        return self.figure(row, column).value or 0

    def tells(self, column: str) -> bool:
        """Whether there is such a column."""
        return any(heading.code == column for heading in self.headings)

    def has(self, row: str) -> bool:
        """Whether there is such a row."""
        return any(line.code == row for line in self.lines)


@dataclass(frozen=True)
class PeriodFigures:
    """All figures of one month or quarter."""

    period: Period
    definitions: int
    duplicates: int
    """Notices left out because they had come before."""
    series: tuple[tuple[Month, Figure], ...]
    """Notices received by month, oldest first."""
    median_hours: int | None
    """Middle of the hours from receipt to first contact; None where nobody was reached or it is not published."""
    reached: int
    """How many notices the median was taken from."""
    tables: tuple[FigureTable, ...]
    left_out: tuple[str, ...] = ()
    """Titles (msgids) of tables that could not be published."""
    threshold: int = 0
    """Numbers below it are protected; 0 where figures are exact."""

    def table(self, code: str) -> FigureTable:
        """The table of that name."""
        return next(table for table in self.tables if table.code == code)

    def has(self, code: str) -> bool:
        """Whether the table of that name was made."""
        return any(table.code == code for table in self.tables)

    def behind(self, key: str) -> tuple[UUID, ...]:
        """The records behind the figure whose key is `table/row/column`."""
        table, rest = key.split("/", 1)
        row, column = rest.rsplit("/", 1)
        return self.table(table).figure(row, column).ids


def key_of(table: str, row: str, column: str) -> str:
    """The name of one figure among all of a period."""
    return f"{table}/{row}/{column}"
