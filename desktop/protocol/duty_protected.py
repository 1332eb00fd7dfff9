"""The figures of duties as a meeting may see them: small numbers about persons are hidden, with what protects them.

Each provision is protected as if its totals were known, and held against those over the same occasions
(`duty_beside`). Duties about meetings and promises concern no person and are told as they are. Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from desktop.figures.meeting_figures import MEDIAN_BASE
from desktop.figures.small_numbers import THRESHOLD
from desktop.protocol.duty_beside import Beside, Counted, publishable
from desktop.protocol.duty_figures import DutyRow

PERSONAL = frozenset({"incident", "order", "contact", "order_end", "plan", "by_hand"})
"""Triggers whose occasions are about persons who are helped, or may be."""

LONGEST = 90
"""So many signs of a provision's title stand on paper at most."""


class ShownDuty(NamedTuple):
    """One provision and institution as everybody may see it; None is not published."""

    row: DutyRow
    kept: int | None
    late: int | None
    not_possible: int | None
    cases: int | None
    median: float | None
    longest: int | None

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is hidden."""
        return None not in (self.kept, self.late, self.not_possible, self.cases)

    @property
    def is_praise(self) -> bool:
        """Whether everything was kept in time, and that is published: none late, none not possible."""
        return (self.late, self.not_possible) == (0, 0)


@dataclass(frozen=True)
class DutyLine:
    """The same in words, for a paper: no record of the vault is in it."""

    number: str
    title: str
    institution: str
    key: str
    """By which institutions of one name are told apart; empty for our own centre."""
    together: bool
    """Whether all its holders are bound together."""
    unit: str
    kept: int | None
    late: int | None
    not_possible: int | None
    cases: int | None
    median: float | None
    longest: int | None
    is_whole: bool
    is_praise: bool


def told_lines(rows: Sequence[DutyRow], own: str) -> tuple[DutyLine, ...]:
    """The rows as they may stand on a paper for many; `own` is what our centre is called."""
    return tuple(_line(one, own) for one in protected(rows))


def _line(one: ShownDuty, own: str) -> DutyLine:
    row, agency = one.row, one.row.agency
    return DutyLine(
        row.number, _short(row.title), agency.known_as if agency else own, agency.id.hex if agency else "",
        row.together, row.unit, one.kept, one.late, one.not_possible, one.cases, one.median, one.longest, one.is_whole,
        one.is_praise,
    )  # fmt: skip


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rsplit(' ', 1)[0]}…"


def protected(rows: Sequence[DutyRow], k: int = THRESHOLD) -> tuple[ShownDuty, ...]:
    """The rows with a case: first those that may be told whole, praise first; the others in the order of the text."""
    by_provision: dict[UUID, list[DutyRow]] = defaultdict(list)
    for row in sorted((one for one in rows if one.tally.cases), key=lambda one: one.place):
        by_provision[row.provision_id].append(row)
    personal = [found for found in by_provision.values() if found[0].trigger in PERSONAL]
    published = publishable([Beside(found[0].trigger, [_counted(row) for row in found]) for found in personal], k)
    shown = [
        _hidden(row, *cells)
        for found, told in zip(personal, published, strict=True)
        for row, cells in zip(found, told, strict=True)
    ]
    shown += [_open(row) for found in by_provision.values() if found[0].trigger not in PERSONAL for row in found]
    return tuple(sorted(shown, key=_praise))


def _counted(row: DutyRow) -> Counted:
    told = row.tally
    behind = frozenset(case.event.record_id for case in row.cases if case.state != "running")
    return Counted((told.kept, told.late, told.not_possible), behind)


def _open(row: DutyRow) -> ShownDuty:
    told = row.tally
    return ShownDuty(row, told.kept, told.late, told.not_possible, told.cases, row.median, row.longest)


def _hidden(row: DutyRow, *cells: int | None) -> ShownDuty:
    """What is published of it; a median of many alone, and never the longest, which is one person's."""
    kept, late, excused, whole = cells
    return ShownDuty(row, kept, late, excused, whole, row.median if (late or 0) >= MEDIAN_BASE else None, None)


def _praise(one: ShownDuty) -> tuple[int, float, int, int]:
    """By what is published alone: the order must not tell what is hidden."""
    if one.is_praise:
        return 0, 0.0, -(one.cases or 0), one.row.place
    if not one.cases or one.kept is None:
        return 2, 0.0, 0, one.row.place
    return 1, -one.kept / one.cases, -one.cases, one.row.place
