"""Growth between months that were counted alike, and between no others. Pure.

Where the way of counting changed, each side is compared with itself alone: its last three months with the same months
of an earlier year where the side is long enough, otherwise with its first three. Whole years are compared only if every
month of both was counted alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from desktop.cooperation.indicators import COUNT, SHARE, Indicator
from desktop.cooperation.line import Change, Point, Series, Tally
from desktop.periods import Month
from desktop.summaries.sentences import SMALL_BASE

QUARTER, YEAR = 3, 12


@dataclass(frozen=True)
class Part:
    """Some months one after the other, and their number together."""

    first: Month
    last: Month
    value: float | None
    """None where months of it were counted in different ways, or there is no data."""
    base: int
    """On how many records it rests."""


@dataclass(frozen=True)
class Growth:
    """Two spans of the same length beside each other."""

    indicator: Indicator
    before: Part
    after: Part
    comparable: bool
    """False: not every month was counted alike, so there is no growth to tell (≠)."""
    manner: tuple[Change, ...] = ()
    """The changes of counting that hold in both, where they were counted alike."""

    @property
    def of_years(self) -> bool:
        """Whether whole years are compared; otherwise quarters of one side."""
        return self.before.first.later(YEAR - 1) == self.before.last

    @property
    def difference(self) -> float | None:
        """By how much it grew: records, hours or days; of a share, parts of the whole (0.05 are 5 points)."""
        if not self.comparable or self.before.value is None or self.after.value is None:
            return None
        return self.after.value - self.before.value

    @property
    def change(self) -> float | None:
        """By which part of the first it grew (0.18 is +18 %); None for shares, and where it rests on too few."""
        few = min(self.before.base, self.after.base) < SMALL_BASE
        if self.difference is None or self.indicator.shape == SHARE or few or not self.before.value:
            return None
        return self.difference / self.before.value


def growth(series: Series) -> tuple[Growth, ...]:
    """Quarters of each side, the earliest side first; then the last twelve months beside the twelve before."""
    return (*_quarters(series), *_years(series))


def _quarters(series: Series) -> Iterator[Growth]:
    manners = series.manners
    for manner in dict.fromkeys(manners):
        runs = [run for run in _runs(series, QUARTER) if all(manners[place] == manner for place in run)]
        if not runs:
            continue
        last = runs[-1]
        earlier = [run for run in runs if run[-1] < last[0]]
        same = [run for run in earlier if (last[0] - run[0]) % YEAR == 0]
        if earlier:
            yield _compared(series, (same or earlier)[0], last, manner)


def _years(series: Series) -> Iterator[Growth]:
    runs = list(_runs(series, 2 * YEAR))
    if runs:
        both, manners = runs[-1], series.manners
        alike = len({manners[place] for place in both}) == 1
        yield _compared(series, both[:YEAR], both[YEAR:], manners[both[0]] if alike else None)


def _runs(series: Series, length: int) -> Iterator[range]:
    """Every run of so many months that can be summed: counts want every month, the others data at both its ends."""
    for begin in range(len(series.points) - length + 1):
        run = range(begin, begin + length)
        wanted = run if series.indicator.shape == COUNT else (run[0], run[-1])
        if all(series.points[place].value is not None for place in wanted):
            yield run


def _compared(series: Series, before: range, after: range, manner: frozenset[UUID] | None) -> Growth:
    holding = tuple(one for one in series.breaks if manner and one.id in manner)
    parts = [_part(series, run) for run in (before, after)]
    return Growth(series.indicator, parts[0], parts[1], manner is not None, holding)


def _part(series: Series, run: range) -> Part:
    points: tuple[Point, ...] = series.points[run.start : run.stop]
    whole = sum((point.tally for point in points), Tally())
    alike = len(set(series.manners[run.start : run.stop])) == 1
    value = whole.value(series.indicator.shape) if alike else None
    return Part(points[0].month, points[-1].month, value, whole.base)
