"""Measuring two or three ways of doing the same thing, taking turns, so that a busy moment hits them all alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

Way = Callable[[], object]


class Time(NamedTuple):
    """How long something took, in seconds: on the clock, and of the processors, which others cannot lengthen."""

    clock: float
    processor: float


@dataclass(frozen=True)
class Line:
    """One line of the table: what was done, how long Liepa took, and what it is compared with."""

    what: str
    ours: Time
    against: str
    other: Time
    most: float | None = None
    """The ratio that is aimed at, at most."""

    def told(self) -> tuple[str, ...]:
        """Its cells; the processor's time is what the aim is asked of, since other work lengthens the clock's."""
        aim = f"≤ {self.most:g}" if self.most else ""
        clock, processor = (mine / theirs if theirs else float("inf") for mine, theirs in zip(*self.both, strict=True))
        mark = " (!)" if self.most and processor > self.most else ""
        times = (shown(time) for pair in zip(*self.both, strict=True) for time in pair)
        ours, other, ours_alone, other_alone = times
        return (
            self.what, ours, self.against, other, f"{clock:.2f}", ours_alone, other_alone, f"{processor:.2f}{mark}", aim
        )  # fmt: skip

    @property
    def both(self) -> tuple[Time, Time]:
        """Ours and the other."""
        return self.ours, self.other


def shown(seconds: float) -> str:
    """A time with three digits that matter."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"


def medians(ways: Mapping[str, Way], rounds: int) -> dict[str, Time]:
    """The median time of each way; one round is not counted, and in each round every way has its turn."""
    taken: dict[str, list[Time]] = {name: [] for name in ways}
    for turn in range(rounds + 1):
        for name, way in ways.items():
            began, worked = time.perf_counter(), time.process_time()
            way()
            if turn:
                taken[name].append(Time(time.perf_counter() - began, time.process_time() - worked))
    return {name: middle(times) for name, times in taken.items()}


def middle(times: Sequence[Time]) -> Time:
    """The median of each."""
    return Time(*map(statistics.median, zip(*times, strict=True)))


def table(lines: list[Line]) -> str:
    """All lines under their headings."""
    head = ("", "Liepa", "against", "", "ratio", "processor", "", "ratio", "aim")
    return in_columns([head, *(line.told() for line in lines)])


def in_columns(cells: Sequence[tuple[str, ...]]) -> str:
    """Rows of words under one another."""
    widths = [max(len(row[place]) for row in cells) for place in range(len(cells[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    )
