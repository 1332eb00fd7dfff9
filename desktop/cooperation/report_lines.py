"""The lines of a yearly report, part by part: what stands in its tables and charts, free of any language. Pure.

Every number in them may be seen by all; what may not is None. Must never know how a page looks. Those of the protocol
stand in `report_protocol_lines`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.periods import Month


@dataclass(frozen=True)
class Achieved:
    """What one institution did well in the year."""

    institutions: tuple[str, ...]
    what: tuple[str, ...]


@dataclass(frozen=True)
class Met:
    """How often everybody met."""

    meetings: int
    institutions: int
    """How many institutions came at least once, without the centre."""


@dataclass(frozen=True)
class Dot:
    """One month or quarter of a number over time, as it may be shown."""

    month: Month
    """The first month."""
    value: float | None
    """None: no data, or not published."""
    is_hidden: bool = False


@dataclass(frozen=True)
class Turn:
    """Where the way of counting changed."""

    before: int
    """The place of the first month counted in the new way."""
    month: Month
    words: str
    """What changed there, as typed; empty where an earlier way came back."""


@dataclass(frozen=True)
class Grown:
    """Two stretches of one length that were counted alike, or what stands there where they were not."""

    code: str
    first: tuple[Month, Month]
    second: tuple[Month, Month]
    was: float | None
    now: float | None
    is_comparable: bool = True
    is_hidden: bool = False
    """Whether a number in it is not published."""
    manner: tuple[str, ...] = ()
    """In which way both were counted, where that was changed: as typed."""
    without: tuple[str, ...] = ()
    """Institutions whose counting changed and that were left out."""
    change: float | None = None
    """By which part it grew; of a share in parts of the whole, of a median in its own measure. None: on too few."""


@dataclass(frozen=True)
class Curve:
    """One number over the months, with its definition."""

    code: str
    """What it is called, a msgid."""
    title: str
    unit: str
    measure: str
    """In what it is measured, a msgid; empty for a count and a share."""
    shape: str
    digits: int
    dots: tuple[Dot, ...]
    step: int = 1
    """How many months a dot stands for: one, or three where one month rests on too few."""
    turns: tuple[Turn, ...] = ()
    grown: tuple[Grown, ...] = ()

    @property
    def known(self) -> int:
        """How many dots have a number."""
        return sum(dot.value is not None for dot in self.dots)


@dataclass(frozen=True)
class Arrived:
    """What was agreed with one sender over the months settled."""

    sender: str
    months: int
    sent: int | None
    """None: not published, or not told."""
    agreed: int | None
    at_once: int | None
    is_hidden: bool = False


@dataclass(frozen=True)
class Kept:
    """How the commitments of one institution stand that were due in the year."""

    institution: str
    in_time: int
    late: int
    impossible: int
    running: int = 0

    @property
    def whole(self) -> int:
        """All of them."""
        return self.in_time + self.late + self.impossible + self.running


@dataclass(frozen=True)
class GivenUp:
    """A commitment that can no longer be kept, and why."""

    what: str
    institution: str
    why: str


@dataclass(frozen=True)
class Commitments:
    """What was promised for the year."""

    rows: tuple[Kept, ...] = ()
    median_late: float | None = None
    """Working days by which those done late were late, the middle one."""
    given_up: tuple[GivenUp, ...] = ()

    @property
    def total(self) -> Kept:
        """All institutions together."""
        columns = ("in_time", "late", "impossible", "running")
        return Kept("", *(sum(getattr(row, name) for row in self.rows) for name in columns))


@dataclass(frozen=True)
class Learned:
    """One training or event."""

    kind: str
    """A code of `TRAINING_KINDS`."""
    on_day: date
    topic: str
    organiser: str
    participants: int
    lecturers: int
    told_in: str = ""
    """Where publicity was told of."""


@dataclass(frozen=True)
class Direction:
    """Those who came one way."""

    code: str
    """A code of `DIRECTIONS`."""
    words: str
    """A msgid."""
    participants: int
    lecturers: int


@dataclass(frozen=True)
class Group:
    """A working group at work in the year."""

    name: str
    institutions: int
    since: date
    until: date | None
    results: str


@dataclass(frozen=True)
class Trainings:
    """What was learnt, told and worked on together."""

    directions: tuple[Direction, ...] = ()
    held: tuple[Learned, ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True)
class OpenProblem:
    """A problem that is still open."""

    number: int
    fact: str
    since: date
    days: int
    times: int
    raised_by: str
    last_step: str


@dataclass(frozen=True)
class Solved:
    """A problem solved in the year."""

    fact: str
    on: date
    how: str


@dataclass(frozen=True)
class Coming:
    """What is known already of the year after."""

    commitments: int = 0
    review_on: date | None = None
    laws: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True)
class Definition:
    """How something in the report is counted."""

    code: str
    """A msgid; empty for one without."""
    what: str
    """A msgid."""
    said: str
    """A msgid."""
