"""A number over time: its points month by month, and where the way of counting changed. Pure.

Must never know where the records lie, nor how a line is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from uuid import UUID

from desktop.cooperation.indicators import COUNT, SHARE, Indicator
from desktop.periods import Month


@dataclass
class Tally:
    """What was counted of one month or of several together."""

    top: int = 0
    """Of a share those that are in it; otherwise the number."""
    base: int = 0
    """On how many records it rests."""
    apart: int = 0
    """How many are told apart and are in neither."""
    values: tuple[float, ...] = ()
    """What a median is taken from."""

    def __add__(self, other: Tally) -> Tally:
        both = self.values + other.values
        return Tally(self.top + other.top, self.base + other.base, self.apart + other.apart, both)

    def value(self, shape: str) -> float | None:
        """The number that it makes; None where there is nothing that it could be taken from."""
        if shape == COUNT:
            return float(self.top)
        if shape == SHARE:
            return self.top / self.base if self.base else None
        return median(self.values) if self.values else None


@dataclass(frozen=True)
class Point:
    """The number of one month."""

    month: Month
    value: float | None
    """None: there is no data (a gap, never a zero); a share lies between 0 and 1."""
    tally: Tally
    """What it was made from."""

    @property
    def base(self) -> int:
        """On how many records it rests."""
        return self.tally.base

    @property
    def apart(self) -> int:
        """How many are told apart (commitments that are no longer possible)."""
        return self.tally.apart


@dataclass(frozen=True)
class Change:
    """From one month on, for good or until another, it was counted in another way."""

    id: UUID
    since: Month
    until: Month | None
    """The last such month; None: for good."""
    words: str
    """What changed, as typed."""
    indicator: str = ""
    """The code of the one indicator it concerns; empty: every one that rests on notices."""
    agency_id: UUID | None = None
    """Whose records it concerns; None: all."""
    agency: str = ""
    """What that institution is called."""

    def holds(self, month: Month) -> bool:
        """Whether a month was counted in this way."""
        return self.since <= month and (self.until is None or month <= self.until)


@dataclass(frozen=True)
class Series:
    """One number over some months."""

    indicator: Indicator
    points: tuple[Point, ...]
    """One for each month, the oldest first."""
    breaks: tuple[Change, ...] = ()
    """The changes in counting by which some of these months differ from others, the earliest first."""
    without: tuple[UUID, ...] = ()
    """Institutions whose records were left out."""

    @property
    def manners(self) -> tuple[frozenset[UUID], ...]:
        """For each month in which way it was counted: months with the same were counted alike."""
        return tuple(frozenset(one.id for one in self.breaks if one.holds(point.month)) for point in self.points)

    @property
    def places(self) -> tuple[int, ...]:
        """Before which points the line is broken."""
        manners = self.manners
        return tuple(place for place in range(1, len(manners)) if manners[place] != manners[place - 1])

    @property
    def broken_by(self) -> tuple[UUID, ...]:
        """The institutions whose counting changed, each once; left out, the rest can be compared."""
        return tuple(dict.fromkeys(one.agency_id for one in self.breaks if one.agency_id is not None))

    @property
    def is_empty(self) -> bool:
        """Whether there is no number in any month."""
        return all(point.value is None for point in self.points)
