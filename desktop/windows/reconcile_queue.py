"""The doubtful pairs to be looked at one after the other, as they were when the page was opened, and what was said.

A queue is a snapshot: to compare two long lists anew takes seconds, so it is done when the queue is through. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from desktop.reconciliation.evidence import weigh
from desktop.reconciliation.groups import NO_RIVAL, Pair
from desktop.reconciliation.listed import Listed, traits_of
from desktop.reconciliation.matching import scale_of
from desktop.reconciliation.names import NameBook
from desktop.reconciliation.settling import Decisions, PairOfIds
from desktop.reconciliation.standing import Lists, Progress, Standing, standing_of
from desktop.records.reconciliation import LATER, NOT, SAME


def key_of(pair: Pair) -> PairOfIds:
    """By which a pair is known: their row and ours."""
    return pair.theirs.id, pair.ours.id


class Comparer:
    """Looks at any one of theirs beside any one of ours, weighed as in the whole comparison."""

    def __init__(self, lists: Lists) -> None:
        self._theirs, self._ours = lists.rows, {name: each.listed for name, each in lists.ours.items()}
        book = NameBook()
        self._scale = scale_of(
            *([traits_of(row, book) for row in side.values()] for side in (self._theirs, self._ours))
        )

    def pair(self, theirs: str, ours: str) -> Pair | None:
        """The two as a pair; None where one of them is gone."""
        left, right = self._theirs.get(theirs), self._ours.get(ours)
        return self.of_rows(left, right) if left is not None and right is not None else None

    def of_rows(self, theirs: Listed, ours: Listed) -> Pair:
        """Two rows as a pair, without its rivals."""
        book = NameBook()
        evidence = weigh(traits_of(theirs, book), traits_of(ours, book), book, self._scale)
        return Pair(theirs, ours, evidence, NO_RIVAL, False, ())


@dataclass(frozen=True)
class Reading:
    """What the page reads at once: how the reconciliation stands, and the means to look at any two rows."""

    standing: Standing
    comparer: Comparer

    @classmethod
    def of(cls, lists: Lists, progress: Progress | None = None) -> Reading:
        """Compare both lists; called in the worker's thread."""
        return cls(standing_of(lists, progress), Comparer(lists))

    @property
    def doubtful(self) -> tuple[Pair, ...]:
        """The pairs nobody has decided, those put off last."""
        return self.standing.settlement.doubtful if self.standing.settlement else ()


@dataclass(frozen=True)
class Queue:
    """The pairs in their order, what was decided of them, and the place of the one on show."""

    pairs: tuple[Pair, ...] = ()
    said: Decisions = field(default_factory=Decisions)
    at: int = 0

    def with_said(self, said: Decisions) -> Queue:
        """The same pairs after more was decided, or less; the one on show stays on show if it is still asked."""
        shown = self.shown
        return replace(self, said=said).to(key_of(shown)) if shown else replace(self, said=said)

    def with_more(self, pairs: Iterable[Pair], said: Decisions) -> Queue:
        """What was found on comparing anew comes behind; what is no longer doubtful and not decided drops out."""
        found = {key_of(pair): pair for pair in pairs}
        decided = {*said.same, *said.never, *said.later}
        kept = tuple(found.pop(key_of(pair), pair) for pair in self.pairs if key_of(pair) in {*found, *decided})
        return Queue((*kept, *found.values()), said, self.at)

    @property
    def asked(self) -> tuple[Pair, ...]:
        """The pairs that still stand: one of whose rows is one notice with a third dropped out."""
        theirs, ours = dict(self.said.same), {right: left for left, right in self.said.same}
        return tuple(
            pair for pair in self.pairs
            if theirs.get(pair.theirs.id, pair.ours.id) == pair.ours.id
            and ours.get(pair.ours.id, pair.theirs.id) == pair.theirs.id
        )  # fmt: skip

    @property
    def shown(self) -> Pair | None:
        """The pair on show."""
        asked = self.asked
        return asked[min(self.at, len(asked) - 1)] if asked else None

    @property
    def left(self) -> int:
        """How many nobody has answered."""
        return sum(not self.answer(key_of(pair)) for pair in self.asked)

    @property
    def put_off(self) -> int:
        """How many were put off."""
        return sum(self.answer(key_of(pair)) == LATER for pair in self.asked)

    def answer(self, key: PairOfIds) -> str:
        """What was said of two rows; empty: nothing yet."""
        said = self.said
        return SAME if key in said.same else NOT if key in said.never else LATER if key in said.later else ""

    def to(self, key: PairOfIds) -> Queue:
        """Show that pair; where it dropped out, what stands in its place."""
        keys = [key_of(pair) for pair in self.asked]
        place = keys.index(key) if key in keys else min(self.at, max(len(keys) - 1, 0))
        return replace(self, at=place)

    def walk(self, step: int) -> Queue:
        """Show the one before or after, and stop at the ends."""
        last = max(len(self.asked) - 1, 0)
        return replace(self, at=min(max(min(self.at, last) + step, 0), last))

    def onward(self, *, put_off: bool = False) -> Queue | None:
        """Show the next one that is to be answered, from here round to here; None where there is none."""
        asked = self.asked
        wanted = ("", LATER) if put_off else ("",)
        places = (*range(self.at, len(asked)), *range(min(self.at, len(asked))))
        found = next((at for at in places if self.answer(key_of(asked[at])) in wanted), None)
        return replace(self, at=found) if found is not None else None
