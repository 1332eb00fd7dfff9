"""The reconciliation of one period as figures: unit by unit, every difference with its reason, and the two sums.

This is what both sides sign and what is frozen when a month is settled: counts and reasons, never a person. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from desktop.language import N_
from desktop.reconciliation.count_settling import CountSettlement
from desktop.reconciliation.settling import DUPLICATE, ENTERED, NEXT_MONTH, Settlement, Sums
from desktop.records.difference import OURS, REASONS, THEIRS

UNDECIDED = "undecided"
UNEXPLAINED = ""
SPECIAL = {
    ENTERED: N_("Never received, entered now"),
    UNDECIDED: N_("Not decided yet"),
    UNEXPLAINED: N_("Not explained"),
}
"""Why a row differs where that is no reason of the pick-list."""


@dataclass(frozen=True)
class UnitLine:
    """The figures of one unit."""

    unit: str
    """Names the unit, or is empty: no single one."""
    sent: int
    received: int | None
    """None: ours is known for the whole alone."""
    agreed: int

    @property
    def difference(self) -> int | None:
        """How many more we received at once than they sent; negative where fewer, None where ours is not known."""
        return None if self.received is None else self.received - self.sent


@dataclass(frozen=True)
class Difference:
    """So many rows of one unit that stand in one list alone, for one reason."""

    unit: str
    side: str
    """In whose list they stand: `theirs` or `ours`."""
    reason: str
    """A code of `REASONS` or of `SPECIAL`."""
    number: int
    note: str = ""

    @property
    def counts(self) -> bool:
        """Whether they belong to the agreed figure all the same."""
        return self.reason == ENTERED or (self.side == OURS and self.reason in REASONS and REASONS[self.reason].counts)

    @property
    def words(self) -> str:
        """English msgid of the reason."""
        return SPECIAL[self.reason] if self.reason in SPECIAL else REASONS[self.reason].words


@dataclass(frozen=True)
class Statement:
    """The figures of one period with one partner."""

    lines: tuple[UnitLine, ...]
    """Every unit of the partner, in house order; last what belongs to no single one, if there is anything."""
    differences: tuple[Difference, ...]
    sums: Sums

    def of(self, unit: str) -> tuple[Difference, ...]:
        """The differences of one unit."""
        return tuple(each for each in self.differences if each.unit == unit)


@dataclass(frozen=True)
class Placed:
    """To which unit each row belongs, by its identifier, and what was noted beside its reason."""

    theirs: Mapping[str, str]
    ours: Mapping[str, str]
    notes: Mapping[str, str]

    def of_pair(self, theirs: str, ours: str) -> str:
        """The unit of a notice that stands in both lists: as they say, else as we do."""
        return self.theirs.get(theirs) or self.ours.get(ours, "")


def statement(found: Settlement, placed: Placed, order: Iterable[str]) -> Statement:
    """The figures of two lists settled row by row; `order` names the units in house order."""
    tally = _Tally()
    for match in found.matched:
        unit = placed.of_pair(match.theirs.id, match.ours.id)
        tally.add(unit, sent=1, received=int(match.how != ENTERED), agreed=1)
        if match.how == ENTERED:
            tally.differ(unit, THEIRS, ENTERED)
    for match in found.late:
        unit = placed.of_pair(match.theirs.id, match.ours.id)
        tally.add(unit, sent=1)
        tally.differ(unit, THEIRS, NEXT_MONTH)
    for pair in found.doubtful:
        unit, in_month = placed.of_pair(pair.theirs.id, pair.ours.id), pair.ours.id in found.in_month
        tally.add(unit, sent=1, received=int(in_month))
        tally.differ(unit, THEIRS, UNDECIDED)
        if in_month:
            tally.differ(unit, OURS, UNDECIDED)
    for left in found.only_theirs:
        unit = placed.theirs.get(left.alone.row.id, "")
        tally.add(unit, sent=1)
        tally.differ(unit, THEIRS, left.reason, placed.notes.get(left.alone.row.id, ""))
    for left in found.only_ours:
        unit, counts = placed.ours.get(left.alone.row.id, ""), bool(left.reason) and REASONS[left.reason].counts
        tally.add(unit, received=1, agreed=int(counts))
        tally.differ(unit, OURS, left.reason, placed.notes.get(left.alone.row.id, ""))
    for side, copies, units in ((THEIRS, found.copies_theirs, placed.theirs), (OURS, found.copies_ours, placed.ours)):
        for copy in copies:
            unit = units.get(copy.row.id, "")
            tally.add(unit, **{"sent" if side == THEIRS else "received": 1})
            tally.differ(unit, side, DUPLICATE)
    return tally.statement(order, found.sums)


def count_statement(found: CountSettlement, order: Iterable[str]) -> Statement:
    """The figures of two counts. Where ours is one number, their units stand as told and the rest in the last line."""
    tally = _Tally()
    for unit, number in found.theirs.items():
        tally.add(unit, sent=number)
    for unit, number in found.ours.items():
        tally.add(unit, received=number)
    for each in found.reasons:
        tally.differ(each.unit, each.side, each.reason, each.note, each.number)
    for unit, part in found.parts.items():
        tally.differ(unit, THEIRS, UNEXPLAINED, number=part.unexplained_theirs)
        tally.differ(unit, OURS, UNEXPLAINED, number=part.unexplained_ours)
        tally.add(unit, agreed=part.agreed)
    if not found.by_unit:
        units = {unit: number for unit, number in found.theirs.items() if unit}
        tally.units[""]["agreed"] -= sum(units.values())
        for unit, number in units.items():
            tally.add(unit, agreed=number)
    told = tally.statement(order, found.sums)
    if found.by_unit:
        return told
    return replace(told, lines=tuple(replace(line, received=None) if line.unit else line for line in told.lines))


class _Tally:
    def __init__(self) -> None:
        self.units: dict[str, Counter[str]] = {}
        self.reasons: Counter[tuple[str, str, str, str]] = Counter()

    def add(self, unit: str, **numbers: int) -> None:
        self.units.setdefault(unit, Counter()).update(numbers)

    def differ(self, unit: str, side: str, reason: str, note: str = "", number: int = 1) -> None:
        self.reasons[unit, side, reason, note] += number

    def statement(self, order: Iterable[str], sums: Sums) -> Statement:
        known = list(dict.fromkeys(order))
        rest = sorted(unit for unit in self.units if unit not in known and unit)
        last = [""] if any(self.units.get("", Counter()).values()) else []
        units = [*known, *rest, *last]
        places = {unit: place for place, unit in enumerate(units)}
        codes = [*REASONS, ENTERED, UNDECIDED, UNEXPLAINED]
        differences = (Difference(u, side, why, n, note) for (u, side, why, note), n in self.reasons.items() if n)
        none: Counter[str] = Counter()
        found = {unit: self.units.get(unit, none) for unit in units}
        return Statement(
            tuple(UnitLine(unit, n["sent"], n["received"], n["agreed"]) for unit, n in found.items()),
            tuple(
                sorted(
                    differences,
                    key=lambda each: (
                        places.get(each.unit, len(places)), each.side != THEIRS, codes.index(each.reason), each.note,
                    ),
                )
            ),
            sums,
        )  # fmt: skip
