"""Two lists and what was decided about them: the groups that always add up, and the two sums that meet.

Pure. Decisions are hard facts; all the rest is proposed anew each time, so that nothing that was decided can be lost
and nothing that was not decided is ever taken for decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.reconciliation.groups import Alone, Copy, Pair
from desktop.reconciliation.listed import Listed
from desktop.reconciliation.matching import match
from desktop.records.difference import REASONS

PairOfIds = tuple[str, str]
"""Their row and ours, by identifier."""
SURE, DECIDED, ENTERED = "sure", "decided", "entered"
NEXT_MONTH, DUPLICATE = "next_month", "duplicate"


@dataclass(frozen=True)
class Decisions:
    """What the workers said."""

    same: frozenset[PairOfIds] = frozenset()
    never: frozenset[PairOfIds] = frozenset()
    """Looked at, and not the same notice."""
    later: frozenset[PairOfIds] = frozenset()
    """Looked at, and put off."""
    theirs: Mapping[str, str] = field(default_factory=dict)
    """By their row: why it stands in their list alone, a code of `REASONS`."""
    ours: Mapping[str, str] = field(default_factory=dict)
    """By our notice: why it stands in ours alone."""
    single: frozenset[str] = frozenset()
    """Rows of either list that look like copies and are not."""


@dataclass(frozen=True)
class Match:
    """Two rows that are one notice."""

    theirs: Listed
    ours: Listed
    how: str
    """`sure`: proposed and not doubted; `decided`: somebody said so; `entered`: had never arrived, entered now."""
    pair: Pair | None
    """What speaks for it; None where it was decided."""


@dataclass(frozen=True)
class Left:
    """A row that stands in one list alone."""

    alone: Alone
    reason: str
    """A code of `REASONS`, or empty: not explained."""


@dataclass(frozen=True)
class Settlement:
    """Both lists of one month, each row in exactly one group."""

    matched: tuple[Match, ...]
    """One notice, received in this month."""
    late: tuple[Match, ...]
    """One notice, received in another month, where it counts."""
    doubtful: tuple[Pair, ...]
    """To be looked at, the closest choices first; those put off last."""
    only_theirs: tuple[Left, ...]
    only_ours: tuple[Left, ...]
    copies_theirs: tuple[Copy, ...]
    copies_ours: tuple[Copy, ...]
    in_month: frozenset[str]
    """Which of ours were received in this month."""

    @property
    def sums(self) -> Sums:
        """The figures of both sides."""
        counted = [left for left in self.only_ours if left.reason and REASONS[left.reason].counts]
        not_counted = [left for left in self.only_ours if left not in counted]
        theirs = Counter(left.reason for left in self.only_theirs if left.reason)
        theirs.update({NEXT_MONTH: len(self.late), DUPLICATE: len(self.copies_theirs)})
        ours = Counter(left.reason for left in not_counted if left.reason)
        ours.update({DUPLICATE: len(self.copies_ours)})
        entered = sum(match.how == ENTERED for match in self.matched)
        doubted = sum(pair.ours.id in self.in_month for pair in self.doubtful)
        groups = (self.matched, self.late, self.doubtful, self.only_theirs, self.copies_theirs)
        return Sums(
            sent=sum(map(len, groups)),
            received=len(self.matched) - entered + doubted + len(self.only_ours) + len(self.copies_ours),
            entered=entered,
            month_before=len(counted),
            theirs={reason: n for reason, n in theirs.items() if n},
            ours={reason: n for reason, n in ours.items() if n},
            unexplained_theirs=sum(not left.reason for left in self.only_theirs),
            unexplained_ours=sum(not left.reason for left in not_counted),
            undecided_theirs=len(self.doubtful),
            undecided_ours=doubted,
        )


@dataclass(frozen=True)
class Sums:
    """The arithmetic of one month; both ways lead to the agreed figure."""

    sent: int
    """Rows of their list."""
    received: int
    """Notices of theirs that are in our log for this month, without those entered while reconciling."""
    entered: int
    """Never arrived, and entered while reconciling."""
    month_before: int
    """Received in this month and sent in the one before: not in their list, and counted."""
    theirs: Mapping[str, int]
    """What of their list is explained and does not count, by reason."""
    ours: Mapping[str, int]
    """What of our log is explained and does not count, by reason."""
    unexplained_theirs: int
    unexplained_ours: int
    undecided_theirs: int
    """Rows of theirs in pairs that nobody has decided; they are in neither figure."""
    undecided_ours: int
    """Notices of ours of this month in such pairs."""

    @property
    def agreed(self) -> int:
        """The figure, from their side."""
        left_out = sum(self.theirs.values()) + self.unexplained_theirs + self.undecided_theirs
        return self.sent - left_out + self.month_before

    @property
    def agreed_by_us(self) -> int:
        """The same figure, from ours."""
        left_out = sum(self.ours.values()) + self.unexplained_ours + self.undecided_ours
        return self.received - left_out + self.entered

    @property
    def arrived_share(self) -> float | None:
        """Which part of the notices that count truly arrived by themselves; None where there are none."""
        return (self.agreed - self.entered) / self.agreed if self.agreed else None


def settle(
    theirs: Mapping[str, Listed],
    ours: Mapping[str, Listed],
    decisions: Decisions,
    *,
    in_month: frozenset[str],
    entered: frozenset[str] = frozenset(),
    progress: Callable[[int, int], None] | None = None,
) -> Settlement:
    """Put every row of both lists into its group.

    Args:
        theirs: Their rows by identifier.
        ours: Our notices of the month and of the days around it, by identifier.
        decisions: What the workers said.
        in_month: Which of ours were received in this month.
        entered: Which of ours were entered while reconciling.
        progress: Told how many of their rows are done; may raise `Cancelled`.
    """
    same = [(left, right) for left, right in sorted(decisions.same) if left in theirs and right in ours]
    taken = {left for left, _right in same}, {right for _left, right in same}
    found = match(
        [row for name, row in theirs.items() if name not in taken[0]],
        [row for name, row in ours.items() if name not in taken[1]],
        progress,
        decisions.never,
        decisions.single,
    )
    matches = [Match(theirs[a], ours[b], ENTERED if b in entered else DECIDED, None) for a, b in same]
    matches += [
        Match(pair.theirs, pair.ours, ENTERED if pair.ours.id in entered else SURE, pair) for pair in found.matched
    ]
    return Settlement(
        matched=tuple(each for each in matches if each.ours.id in in_month),
        late=tuple(each for each in matches if each.ours.id not in in_month),
        doubtful=tuple(sorted(found.queue, key=lambda pair: (pair.theirs.id, pair.ours.id) in decisions.later)),
        only_theirs=tuple(Left(each, decisions.theirs.get(each.row.id, "")) for each in found.only_theirs),
        only_ours=tuple(
            Left(each, decisions.ours.get(each.row.id, "")) for each in found.only_ours if each.row.id in in_month
        ),
        copies_theirs=found.copies_theirs,
        copies_ours=tuple(each for each in found.copies_ours if each.row.id in in_month),
        in_month=in_month,
    )
