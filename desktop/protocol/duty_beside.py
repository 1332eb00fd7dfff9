"""Counts of several provisions that may be published beside each other. Pure.

Each provision is protected by itself, as if its totals were known. Provisions with one trigger over the same occasions
(notice within 24 hours, and within 48) are held against each other too: where their numbers differ by a few, these few
are persons. Then one of them is told and the others are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from desktop.figures.small_numbers import THRESHOLD, CannotProtect, protect, with_totals

Counts = tuple[int, int, int]
"""Kept, late, not possible."""
Shown = tuple[int | None, ...]
"""The same and their sum; None: not published."""


class Counted(NamedTuple):
    """One institution under a provision."""

    counts: Counts
    occasions: frozenset[object] = frozenset()
    """The records behind."""


class Beside(NamedTuple):
    """One provision with its institutions."""

    trigger: str
    rows: Sequence[Counted]

    @property
    def occasions(self) -> frozenset[object]:
        """The records behind all of it."""
        return frozenset[object]().union(*(row.occasions for row in self.rows))


def publishable(provisions: Sequence[Beside], k: int = THRESHOLD) -> list[list[Shown]]:
    """Of each provision the rows as they may be told."""
    shown = [_alone(one.rows, k) for one in provisions]
    for several in _over_the_same(provisions):
        whole = all(None not in row for place in several for row in shown[place])
        pairs = combinations((provisions[place] for place in several), 2)
        if whole and not any(_tell_of_few(one, other, k) for one, other in pairs):
            continue
        told = min(several, key=lambda place: (sum(row.count(None) for row in shown[place]), place))
        for place in several:
            if place != told:
                shown[place] = [(None,) * 4] * len(provisions[place].rows)
    return shown


def _alone(rows: Sequence[Counted], k: int) -> list[Shown]:
    """Nothing small in them, nor in their sums; all hidden where that cannot be done."""
    try:
        return list(protect(with_totals([row.counts for row in rows]), k)[:-1])
    except CannotProtect:
        return [(None,) * 4] * len(rows)


def _over_the_same(provisions: Sequence[Beside]) -> Iterator[list[int]]:
    """The places of provisions with one trigger that share occasions, perhaps by way of a third."""
    left = list(range(len(provisions)))
    while left:
        found = [left.pop(0)]
        trigger, known = provisions[found[0]].trigger, provisions[found[0]].occasions
        while more := [at for at in left if provisions[at].trigger == trigger and provisions[at].occasions & known]:
            found += more
            known = known.union(*(provisions[at].occasions for at in more))
            left = [at for at in left if at not in more]
        if len(found) > 1:
            yield sorted(found)


def _tell_of_few(one: Beside, other: Beside, k: int) -> bool:
    """Whether any sum of the one differs by a few from the same sum of the other."""
    return any(
        0 < abs(mine - theirs) < k
        for first in _with_total(one)
        for second in _with_total(other)
        if first.occasions & second.occasions
        for mine, theirs in zip(_sums(first.counts), _sums(second.counts), strict=True)
    )


def _with_total(one: Beside) -> list[Counted]:
    kept, late, excused = (sum(row.counts[at] for row in one.rows) for at in range(3))
    return [*one.rows, Counted((kept, late, excused), one.occasions)]


def _sums(counts: Counts) -> Iterator[int]:
    """Every number that can be worked out of these."""
    for size in (1, 2, 3):
        yield from map(sum, combinations(counts, size))
