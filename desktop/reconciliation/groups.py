"""What comes out of comparing two lists: every row of both in exactly one group.

Matched, doubtful, only theirs, only ours, and copies of a row of the same list. Plain data; a pair is a proposal.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from desktop.reconciliation.evidence import Evidence
from desktop.reconciliation.listed import Listed


@dataclass(frozen=True)
class Rival:
    """Another pair that one of two rows could have made."""

    theirs: Listed
    ours: Listed
    weight: float


@dataclass(frozen=True)
class Pair:
    """Two rows that are proposed as one notice."""

    theirs: Listed
    ours: Listed
    evidence: Evidence
    margin: float
    """How much it outweighs the best other pair of either row; infinite where there is none."""
    sure: bool
    """Whether it belongs to the matched ones; else it is doubtful."""
    rivals: tuple[Rival, ...]

    @property
    def weight(self) -> float:
        """Its weight in bits."""
        return self.evidence.weight


@dataclass(frozen=True)
class Alone:
    """A row without a partner, and the best pair that was not proposed for it."""

    row: Listed
    nearest: Rival | None
    beside: Listed | None = None
    """A row of the same list with the same number, about somebody else: one notice naming several persons."""


@dataclass(frozen=True)
class Copy:
    """A row that stands in its list twice, and the row that it repeats."""

    row: Listed
    of: Listed


@dataclass(frozen=True)
class Matching:
    """Both lists, each row in exactly one of the groups."""

    matched: tuple[Pair, ...]
    doubtful: tuple[Pair, ...]
    only_theirs: tuple[Alone, ...]
    only_ours: tuple[Alone, ...]
    copies_theirs: tuple[Copy, ...]
    copies_ours: tuple[Copy, ...]
    dated: bool
    """Whether both lists have dates or numbers; without them "same person?" decided alone and nothing is sure."""

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All proposed pairs, in the order of the rows of their list."""
        return tuple(sorted(self.matched + self.doubtful, key=lambda pair: (pair.theirs.id, pair.ours.id)))

    @property
    def queue(self) -> tuple[Pair, ...]:
        """The doubtful pairs in the order in which to look at them: the closest choices first."""
        return tuple(sorted(self.doubtful, key=lambda pair: (pair.margin, -pair.weight, pair.theirs.id, pair.ours.id)))


NO_RIVAL = math.inf
"""The margin of a pair that has no rival."""
