"""Two numbers instead of two lists: their counts by unit beside ours, and reasons that explain so many of the gap.

Pure. The sums are those of a month settled row by row, so that the same sheet tells both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.reconciliation.settling import Sums
from desktop.records.difference import OURS, REASONS, THEIRS


@dataclass(frozen=True)
class CountReason:
    """So many of one side's number stand there and not in the other's."""

    side: str
    reason: str
    """A code of `REASONS`."""
    number: int
    unit: str = ""
    """The unit to which they belong; empty: to no single one."""
    note: str = ""


@dataclass(frozen=True)
class CountSettlement:
    """The numbers of both sides for one period."""

    theirs: Mapping[str, int]
    """By unit; the empty name is what belongs to no single one."""
    ours: Mapping[str, int]
    """By unit; under the empty name alone where only the whole is known."""
    reasons: tuple[CountReason, ...]

    @property
    def by_unit(self) -> bool:
        """Whether our number is known for each unit, so that each is settled by itself."""
        return set(self.ours) != {""}

    @property
    def parts(self) -> dict[str, Sums]:
        """The figures of each unit; those of the whole, under the empty name, where ours is one number."""
        if not self.by_unit:
            return {"": _sums(sum(self.theirs.values()), sum(self.ours.values()), self.reasons)}
        units = dict.fromkeys((*self.theirs, *self.ours, *(each.unit for each in self.reasons)))
        return {
            unit: _sums(
                self.theirs.get(unit, 0), self.ours.get(unit, 0), [each for each in self.reasons if each.unit == unit]
            )
            for unit in units
        }

    @property
    def sums(self) -> Sums:
        """The figures of both sides."""
        parts = self.parts.values()
        theirs, ours = Counter[str](), Counter[str]()
        for part in parts:
            theirs.update(part.theirs)
            ours.update(part.ours)
        return Sums(
            sent=sum(part.sent for part in parts),
            received=sum(part.received for part in parts),
            entered=0,
            month_before=sum(part.month_before for part in parts),
            theirs=dict(theirs),
            ours=dict(ours),
            unexplained_theirs=sum(part.unexplained_theirs for part in parts),
            unexplained_ours=sum(part.unexplained_ours for part in parts),
            undecided_theirs=0,
            undecided_ours=0,
        )


def _sums(sent: int, received: int, reasons: Sequence[CountReason]) -> Sums:
    """Two numbers and what explains their gap; the rest is left out on the side that has more."""
    theirs, ours, counted = Counter[str](), Counter[str](), 0
    for each in reasons:
        if each.side == OURS and REASONS[each.reason].counts:
            counted += each.number
        else:
            (theirs if each.side == THEIRS else ours)[each.reason] += each.number
    gap = (sent - theirs.total() + counted) - (received - ours.total())
    return Sums(
        sent=sent,
        received=received,
        entered=0,
        month_before=counted,
        theirs=dict(theirs),
        ours=dict(ours),
        unexplained_theirs=max(gap, 0),
        unexplained_ours=max(-gap, 0),
        undecided_theirs=0,
        undecided_ours=0,
    )
