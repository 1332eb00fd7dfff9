"""Agreed figures of units, and reasons of differences, as a whole meeting may see them: nothing small in them.

Units with a small number stand together in one row, with so many others that not even one of them, who knows its own
figures, learns those of another. Pure; what it protects stands in one paper, others are not compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.figures.small_numbers import THRESHOLD, CannotProtect, protect, with_totals
from desktop.meetings.agenda import DifferenceCount, UnitFigure

ENOUGH = 3
"""So many units stand together at least."""


@dataclass(frozen=True)
class ShownUnits:
    """The matrix as it may be shown."""

    rows: tuple[UnitFigure, ...]
    """Units that stand by themselves."""
    together: tuple[UnitFigure, ...]
    """Units of which only the sum is shown; none where every unit may stand by itself."""

    @property
    def sums(self) -> tuple[int | None, ...]:
        """What was agreed for those together, centre by centre."""
        return summed(self.together)


def summed(units: Sequence[UnitFigure]) -> tuple[int | None, ...]:
    """Their sum, centre by centre; None where nothing was told of any of them."""
    columns = zip(*(each.agreed for each in units), strict=True)
    return tuple(_sum([value for value in column if value is not None]) for column in columns)


def shown_units(units: Sequence[UnitFigure], k: int = THRESHOLD) -> ShownUnits | None:
    """What may be shown; None where only the centres' totals may."""
    together = [each for each in units if any(0 < (value or 0) < k for value in each.agreed)]
    others = sorted((each for each in units if each not in together), key=lambda each: (_size(each), each.unit))
    while together and not _is_safe(together, k):
        if not others:
            return None
        together.append(others.pop(0))
    rows = tuple(each for each in units if each not in together)
    return ShownUnits(rows, tuple(each for each in units if each in together)) if rows else None


def shown_reasons(found: Sequence[DifferenceCount], k: int = THRESHOLD) -> tuple[int | None, ...] | None:
    """How many differences of each reason may be told (None: not published); None where no reason may be."""
    try:
        shown = protect(with_totals([[each.number] for each in found]), k)
    except CannotProtect:
        return None
    return tuple(row[0] for row in shown[:-1])


def _is_safe(together: Sequence[UnitFigure], k: int) -> bool:
    """Whether whoever knows one of them still sees at least k spread over the others, wherever one is small."""
    if len(together) < ENOUGH:
        return False
    for column in zip(*(each.agreed for each in together), strict=True):
        kept = [value or 0 for value in column]
        if any(0 < value < k for value in kept) and sum(kept) - max(kept) < k:
            return False
    return True


def _size(each: UnitFigure) -> int:
    return sum(value or 0 for value in each.agreed)


def _sum(values: list[int]) -> int | None:
    return sum(values) if values else None
