"""The figures of duties in a month: by provision and institution, and by institution alone. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median
from uuid import UUID

from desktop.periods import Month
from desktop.protocol.duty_cases import Duty, DutyCase
from desktop.records.agency import Agency
from desktop.records.directory import house_order
from desktop.summaries.sentences import SMALL_BASE


@dataclass(frozen=True)
class DutyTally:
    """How many cases stand how."""

    kept: int = 0
    late: int = 0
    not_possible: int = 0
    running: int = 0

    @property
    def cases(self) -> int:
        """Those whose time is over, or which were not possible; what still runs is told apart."""
        return self.kept + self.late + self.not_possible

    @property
    def share(self) -> float | None:
        """Kept in time, of all cases; None where there is none."""
        return self.kept / self.cases if self.cases else None

    @property
    def may_tell_share(self) -> bool:
        """Whether a percentage says something."""
        return self.cases >= SMALL_BASE

    def plus(self, other: DutyTally) -> DutyTally:
        """Both together."""
        return DutyTally(
            self.kept + other.kept, self.late + other.late, self.not_possible + other.not_possible,
            self.running + other.running,
        )  # fmt: skip


@dataclass(frozen=True)
class DutyRow:
    """One provision and one institution in a month."""

    provision_id: UUID
    number: str
    title: str
    trigger: str
    unit: str
    version: int
    place: int
    """Where it stands: by the text, then by the house order of institutions."""
    agency: Agency | None
    """None: our own centre, or all holders together."""
    together: bool
    tally: DutyTally
    median: float | None
    """Of those that are late, by how many units of the limit; None where none is."""
    longest: int | None
    without_day: int
    """Notices of the month that could not be judged, since they tell no day of the incident."""
    cases: tuple[DutyCase, ...]
    """The records behind, in the order in which they were due."""

    @property
    def key(self) -> tuple[UUID, UUID | None, bool]:
        """By which a list knows it again."""
        return self.provision_id, self.agency.id if self.agency else None, self.together


@dataclass(frozen=True)
class DutyFigures:
    """The duties of one protocol in one month."""

    month: Month
    rows: tuple[DutyRow, ...]
    """Praise first: the greatest share kept, then the most cases; those without a case last."""

    def by_agency(self) -> tuple[tuple[Agency | None, bool, DutyTally], ...]:
        """Each institution with all its duties, in house order: our own centre first, all together last."""
        sums: dict[tuple[UUID | None, bool], DutyTally] = defaultdict(DutyTally)
        agencies: dict[UUID | None, Agency | None] = {}
        for row in self.rows:
            _provision, agency_id, together = row.key
            agencies[agency_id] = row.agency
            sums[agency_id, together] = sums[agency_id, together].plus(row.tally)
        found = [(agencies[one], together, tally) for (one, together), tally in sums.items()]
        return tuple(sorted(found, key=lambda each: (each[1], _house(each[0]))))

    @property
    def total(self) -> DutyTally:
        """All of it."""
        total = DutyTally()
        for row in self.rows:
            total = total.plus(row.tally)
        return total


_Key = tuple[UUID, UUID | None, bool]


def figures_of(
    month: Month, duties: Iterable[Duty], cases: Iterable[DutyCase], agencies: Mapping[UUID, Agency],
    without_day: Mapping[tuple[UUID, UUID | None], int],
) -> DutyFigures:  # fmt: skip
    """Put the cases of a month into rows; `without_day` by provision and institution."""
    grouped: dict[_Key, list[DutyCase]] = defaultdict(list)
    for case in cases:
        grouped[case.provision_id, case.agency_id, case.together].append(case)
    for provision_id, agency_id in without_day:
        grouped.setdefault((provision_id, agency_id, False), [])
    known = {each.provision_id: (place, each) for place, each in enumerate(duties)}

    def in_text(key: _Key) -> tuple[object, ...]:
        return known[key[0]][0], key[2], _house(agencies.get(key[1]) if key[1] else None)

    rows = [
        _row(known[key[0]][1], key, grouped[key], agencies, place=place, without_day=without_day.get(key[:2], 0))
        for place, key in enumerate(sorted(grouped, key=in_text))
    ]
    return DutyFigures(month, tuple(sorted(rows, key=_praise)))


def _row(
    duty: Duty, key: _Key, cases: Iterable[DutyCase], agencies: Mapping[UUID, Agency], *, place: int, without_day: int
) -> DutyRow:  # fmt: skip
    found = sorted(cases, key=_when)
    states = [case.state for case in found]
    late = [case.delay for case in found if case.state == "late"]
    tally = DutyTally(*(states.count(code) for code in ("kept", "late", "not_possible", "running")))
    return DutyRow(
        duty.provision_id, duty.number, duty.title, duty.trigger, duty.limit.unit, duty.version, place,
        agencies.get(key[1]) if key[1] else None, key[2], tally, median(late) if late else None,
        max(late) if late else None, without_day, tuple(found),
    )  # fmt: skip


def _praise(row: DutyRow) -> tuple[float, int, int]:
    share = row.tally.share
    return (1.0 if share is None else -share), -row.tally.cases, row.place


def _when(case: DutyCase) -> tuple[object, ...]:
    return case.due, case.event.label, str(case.event.record_id)


def _house(agency: Agency | None) -> tuple[int, tuple[int, int, bytes]]:
    return (1, house_order(agency)) if agency else (0, (0, 0, b""))
