"""Agreed figures as a meeting may see them: small ones are hidden, and enough beside them that none can be reckoned.

A centre's figures are shown or hidden together, since one bounds the other. A total stays only where it gives no
hidden figure away, not even to one of the hidden centres, which knows its own. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from desktop.figures.small_numbers import THRESHOLD
from desktop.meetings.agenda import CentreFigure

ENOUGH = 3
"""So many centres are hidden together at least, so that one of them learns nothing of another from the total."""


@dataclass(frozen=True)
class Shown:
    """What may stand in one row: a number, or None where it is not told or not published."""

    sent: int | None
    agreed: int | None
    at_once: int | None
    hidden: bool = False
    """Whether what is missing is not published; else it was never told."""


@dataclass(frozen=True)
class ShownFigures:
    """The rows as they may be shown, and their total."""

    rows: tuple[Shown, ...]
    total: Shown


def protected(lines: Sequence[CentreFigure], k: int = THRESHOLD) -> ShownFigures:
    """The figures of all centres as they may be shown to the whole meeting."""
    small = frozenset(place for place, line in enumerate(lines) if any(0 < value < k for value in _told(line)))
    together = _hidden_together(lines, small, k) if small else small
    hidden = small if together is None else together
    rows = tuple(
        Shown(None, None, None, hidden=True) if place in hidden else Shown(line.sent, line.agreed, line.at_once)
        for place, line in enumerate(lines)
    )
    if together is None:
        return ShownFigures(rows, Shown(None, None, None, hidden=True))
    sent, agreed, at_once = map(_sum, _columns(lines))
    return ShownFigures(rows, Shown(sent, agreed, at_once))


def _hidden_together(lines: Sequence[CentreFigure], small: frozenset[int], k: int) -> frozenset[int] | None:
    """The fewest centres, and of these the smallest, behind which the small ones are safe; None: no total is safe."""
    others = sorted(set(range(len(lines))) - small, key=lambda place: (lines[place].agreed, place))
    for more in range(min(len(others), ENOUGH) + 1):
        for partners in combinations(others, more):
            hidden = small | set(partners)
            if _is_safe(lines, hidden, k):
                return hidden
    return None


def _is_safe(lines: Sequence[CentreFigure], hidden: frozenset[int], k: int) -> bool:
    """Whether whoever knows one of the hidden centres still sees at least k spread over the others, or nothing."""
    if len(hidden) < ENOUGH:
        return False
    for column in _columns(lines):
        if _sum(column) is None:
            continue
        kept = [column[place] or 0 for place in hidden]
        if any(0 < value < k for value in kept) and sum(kept) - max(kept) < k:
            return False
    return True


def _told(line: CentreFigure) -> Iterable[int]:
    return (value for value in (line.sent, line.agreed, line.at_once) if value is not None)


def _columns(lines: Sequence[CentreFigure]) -> tuple[list[int | None], ...]:
    return [each.sent for each in lines], [each.agreed for each in lines], [each.at_once for each in lines]


def _sum(column: Sequence[int | None]) -> int | None:
    """The sum; None where one of them was not told."""
    return None if None in column else sum(value or 0 for value in column)
