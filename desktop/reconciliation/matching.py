"""A partner's list against the centre's own: every row of both in exactly one group, and a reason for each proposal.

Rows are put in an order of their own before anything else, so that the order of the lists never matters. A pair,
however sure, is only proposed; the person at the desk decides. Pure: two lists in, a `Matching` out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence, Set
from operator import attrgetter

from desktop.reconciliation import weights
from desktop.reconciliation.assignment import assign
from desktop.reconciliation.candidates import Shelves
from desktop.reconciliation.duplicates import copies, further_copies
from desktop.reconciliation.evidence import Evidence, Scale, weigh
from desktop.reconciliation.groups import NO_RIVAL, Alone, Copy, Matching, Pair, Rival
from desktop.reconciliation.listed import FIELDS, Listed, Traits, traits_of
from desktop.reconciliation.names import NameBook

Progress = Callable[[int, int], None]

_IN_ORDER = attrgetter(*FIELDS, "id")

_AT_ONCE = 256
_MOST_RIVALS = 3
_HUNDREDTHS = 100


def match(
    theirs: Sequence[Listed],
    ours: Sequence[Listed],
    progress: Progress | None = None,
    never: Set[tuple[str, str]] = frozenset(),
    single: Set[str] = frozenset(),
) -> Matching:
    """Compare the lists; `progress` is told how many rows of theirs are done, and may raise `Cancelled`.

    `never` are pairs, by the identifiers of their row and ours, that somebody has seen to be two notices;
    `single` are rows of either list of which somebody said that they are no copies.
    """
    first, second = (sorted(rows, key=_IN_ORDER) for rows in (theirs, ours))
    return _Comparison(first, second, never, single).run(progress or (lambda done, total: None))


def scale_of(theirs: Sequence[Traits], ours: Sequence[Traits]) -> Scale:
    """What the lists as a whole say: how many rows a row could be, and whether notices can be told apart at all."""
    days = sorted(row.day for rows in (theirs, ours) for row in rows if row.day is not None)
    dated = all(any(row.day is not None or row.number for row in rows) for rows in (theirs, ours))
    edge = len(days) // 20
    spans = (days[-1 - edge] - days[edge] + 1) / weights.SPAN if days else 1.0
    most = max(len(theirs), len(ours), 1)
    before = weights.BEFORE if dated else weights.BEFORE_UNDATED
    return Scale(max(math.log2(most / max(spans, 1 / 3)), 0.0) + before, dated)


class _Comparison:
    """One run over both lists, whose rows are known by their places; 0 is their side, 1 is ours."""

    def __init__(self, theirs: list[Listed], ours: list[Listed], never: Set[tuple[str, str]], single: Set[str]) -> None:
        self.never = never
        self.book = NameBook()
        self.rows = (theirs, ours)
        self.traits = tuple([traits_of(row, self.book) for row in rows] for rows in self.rows)
        self.scale = scale_of(*self.traits)
        self.single = tuple({at for at, row in enumerate(rows) if row.id in single} for rows in self.rows)
        self.first = tuple(copies(self.traits[side], self.book, self.scale, self.single[side]) for side in (0, 1))
        """For each side, by the place of a copy: the place of the row that it repeats."""
        self.best: dict[tuple[int, int], tuple[float, int, int, Evidence]] = {}
        """By two notices (their rows, without copies): the greatest weight, and the rows that have it."""
        self.of: tuple[dict[int, list[tuple[int, int]]], ...] = ({}, {})
        """For each side, by a notice: the pairs that it could make."""

    def run(self, progress: Progress) -> Matching:
        """Weigh, assign, and put every row into its group."""
        self._weigh(progress)
        chosen = self._assign()
        used = {self.best[pair][1] for pair in chosen}, {self.best[pair][2] for pair in chosen}
        for side in (0, 1):
            whole = {pair[side] for pair in chosen}
            alone = [at for at in range(len(self.rows[side])) if at not in whole and at not in self.first[side]]
            first, traits, single = self.first[side], self.traits[side], self.single[side]
            first.update(further_copies(alone, traits, self.book, self.scale, first, single=single))
        pairs = [self._pair(pair) for pair in chosen]
        return Matching(
            matched=tuple(pair for pair in pairs if pair.sure),
            doubtful=tuple(pair for pair in pairs if not pair.sure),
            only_theirs=self._alone(0, used[0]),
            only_ours=self._alone(1, used[1]),
            copies_theirs=self._copies(0, chosen),
            copies_ours=self._copies(1, chosen),
            dated=self.scale.dated,
        )

    def _weigh(self, progress: Progress) -> None:
        theirs, ours = self.traits
        said = self._said_again(0), self._said_again(1)
        shelves = Shelves(ours, self.book, said[1])
        for left, row in enumerate(theirs):
            if left % _AT_ONCE == 0:
                progress(left, len(theirs))
            for right in () if left in said[0] else shelves.candidates(row):
                evidence = weigh(row, ours[right], self.book, self.scale)
                if min(evidence.person, evidence.notice) < weights.SEEN - 0.01:  # the whole never weighs more
                    continue
                weight = evidence.weight
                if weight >= weights.SEEN and not (self.never and self._is_never(left, right)):
                    pair = self.first[0].get(left, left), self.first[1].get(right, right)
                    if pair not in self.best or weight > self.best[pair][0]:
                        self.best[pair] = weight, left, right, evidence
        for pair in self.best:
            for side in (0, 1):
                self.of[side].setdefault(pair[side], []).append(pair)
        progress(len(theirs), len(theirs))

    def _said_again(self, side: int) -> set[int]:
        """The copies that say nothing which the row that they repeat does not say; they need no comparing."""
        traits = self.traits[side]
        return {copy for copy, first in self.first[side].items() if not self.never and traits[copy] == traits[first]}

    def _is_never(self, left: int, right: int) -> bool:
        return (self.rows[0][left].id, self.rows[1][right].id) in self.never

    def _assign(self) -> list[tuple[int, int]]:
        """First the pairs for which more speaks than against; then, of the rows still free, those worth a look."""
        chosen: dict[int, int] = {}
        for least in (0.0, weights.REVIEW):
            taken = set(chosen.values())
            edges: dict[int, dict[int, int]] = {}
            for (left, right), (weight, *_) in self.best.items():
                if weight >= least and left not in chosen and right not in taken:
                    edges.setdefault(left, {})[right] = round((weight - least) * _HUNDREDTHS) + 1
            chosen |= assign(edges)
        return sorted(chosen.items())

    def _pair(self, pair: tuple[int, int]) -> Pair:
        weight, left, right, evidence = self.best[pair]
        others = {each for side in (0, 1) for each in self.of[side][pair[side]]}
        rivals = sorted(
            (each for each in others if tuple(self.first[side].get(each[side], each[side]) for side in (0, 1)) != pair),
            key=lambda each: (-self.best[each][0], each),
        )
        margin = round(weight - self.best[rivals[0]][0], 2) if rivals else NO_RIVAL
        return Pair(
            self.rows[0][left],
            self.rows[1][right],
            evidence,
            margin,
            self.scale.dated and is_sure(evidence, margin),
            tuple(self._rival(each) for each in rivals[:_MOST_RIVALS]),
        )

    def _rival(self, pair: tuple[int, int]) -> Rival:
        weight, left, right, _ = self.best[pair]
        return Rival(self.rows[0][left], self.rows[1][right], weight)

    def _alone(self, side: int, used: set[int]) -> tuple[Alone, ...]:
        numbered: dict[str, int] = {}
        for at, traits in enumerate(self.traits[side]):
            if traits.number and (at in used or traits.number.whole not in numbered):
                numbered[traits.number.whole] = at
        repeated = {*self.first[side], *(self.first[side][copy] for copy in used if copy in self.first[side])}
        found = []
        for at, row in enumerate(self.rows[side]):
            if at in used or at in repeated:
                continue
            nearest = max(self.of[side].get(at, ()), key=lambda pair: (self.best[pair][0], pair), default=None)
            number = self.traits[side][at].number
            beside = numbered.get(number.whole, at) if number else at
            found.append(
                Alone(row, self._rival(nearest) if nearest else None, self.rows[side][beside] if beside != at else None)
            )
        return tuple(found)

    def _copies(self, side: int, chosen: Sequence[tuple[int, int]]) -> tuple[Copy, ...]:
        """The rows that repeat another; of two that are one notice, the one that is in a pair is not the copy."""
        shown = {pair[side]: self.best[pair][1:3][side] for pair in chosen}
        found = []
        for copy, first in self.first[side].items():
            of = shown.get(first, first)
            found.append((first if of == copy else copy, of))
        return tuple(Copy(self.rows[side][copy], self.rows[side][of]) for copy, of in sorted(found))


def is_sure(evidence: Evidence, margin: float) -> bool:
    """Whether a pair needs no second look before it is proposed as matched."""
    if evidence.weight < weights.AUTO or margin < weights.MARGIN:
        return False
    return not any((finding.field, finding.level) in weights.NEVER_SURE for finding in evidence.findings)
