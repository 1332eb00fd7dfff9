"""Measuring two or three ways of doing the same thing, taking turns, so that a busy moment hits them all alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Way = Callable[[], object]


@dataclass(frozen=True)
class Line:
    """One line of the table: what was done, how long Liepa took, and what it is compared with."""

    what: str
    seconds: float
    against: str
    other: float
    most: float | None = None
    """The ratio that is aimed at, at most."""

    @property
    def ratio(self) -> float:
        """How many times as long as the other."""
        return self.seconds / self.other if self.other else float("inf")

    def told(self) -> tuple[str, ...]:
        """Its cells."""
        aim = f"≤ {self.most:g}" if self.most else ""
        mark = " (!)" if self.most and self.ratio > self.most else ""
        return self.what, shown(self.seconds), self.against, shown(self.other), f"{self.ratio:.2f}{mark}", aim


def shown(seconds: float) -> str:
    """A time with three digits that matter."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"


def medians(ways: Mapping[str, Way], rounds: int) -> dict[str, float]:
    """The median time of each way; one round is not counted, and in each round every way has its turn."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(rounds + 1):
        for name, way in ways.items():
            began = time.perf_counter()
            way()
            if turn:
                taken[name].append(time.perf_counter() - began)
    return {name: statistics.median(times) for name, times in taken.items()}


def table(lines: list[Line]) -> str:
    """All lines under their headings."""
    return in_columns([("", "Liepa", "against", "", "ratio", "aim"), *(line.told() for line in lines)])


def in_columns(cells: Sequence[tuple[str, ...]]) -> str:
    """Rows of words under one another."""
    widths = [max(len(row[place]) for row in cells) for place in range(len(cells[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    )
