"""A training as it is typed, with those who took part; and what is asked of the list of trainings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.training import PART_ROLES, TRAINING_KINDS, Training, TrainingPart
from desktop.records.typed_check import (
    LONG,
    NAME,
    SHORT,
    checked_choices,
    checked_days,
    checked_filled,
    checked_lengths,
    checked_ranges,
)
from desktop.records.typed_text import clean, clean_line

LONGEST = 1000 * 60
"""Minutes that a training may last at most: a thousand hours."""
MOST_PERSONS = 9999
FARTHEST = 5
"""Years ahead for which something may be planned; more is a slip of the pen."""
_LINES = {"topic": SHORT, "place": NAME, "publicity": SHORT}


@dataclass(frozen=True)
class PartDraft:
    """Those who came from one institution, in one role."""

    agency_id: UUID | None = None
    """None: the centre."""
    role: str = "participant"
    persons: int = 1
    names: str = ""

    def cleaned(self) -> PartDraft:
        """The same without unseen signs."""
        return replace(self, names=clean_line(self.names))

    def check(self) -> Iterator[Problem]:
        """What is wrong with it."""
        found = (
            *checked_choices(self, {"role": PART_ROLES}),
            *checked_ranges(self, {"persons": (1, MOST_PERSONS)}),
            *checked_lengths(self, {"names": SHORT}),
        )
        for problem in found:
            yield Problem(problem.sentence, field="parts", **problem.values)


@dataclass(frozen=True)
class TrainingDraft:
    """A training, an event or publicity as typed; see `Training` for what each field means."""

    kind: str = "training"
    topic: str = ""
    on_day: date | None = None
    until_day: date | None = None
    minutes: int = 0
    organiser_id: UUID | None = None
    place: str = ""
    publicity: str = ""
    note: str = ""
    parts: tuple[PartDraft, ...] = ()

    @classmethod
    def of(cls, training: Training, parts: tuple[TrainingPart, ...]) -> TrainingDraft:
        """A training as it stands, to be amended."""
        values = {field.name: getattr(training, field.name) for field in fields(cls) if field.name != "parts"}
        return cls(**values, parts=tuple(PartDraft(p.agency_id, p.role, p.persons, p.names) for p in parts))

    def cleaned(self) -> TrainingDraft:
        """The same without unseen signs; an end on the first day is none."""
        lines = {name: clean_line(getattr(self, name)) for name in _LINES}
        until = None if self.until_day == self.on_day else self.until_day
        parts = tuple(part.cleaned() for part in self.parts)
        return replace(self, **lines, until_day=until, note=clean(self.note), parts=parts)  # type: ignore[arg-type]

    def check(self, today: date) -> tuple[Problem, ...]:
        """Everything that is wrong with it."""
        return (
            *checked_filled(self, ["kind", "topic", "on_day"]),
            *checked_choices(self, {"kind": ("", *TRAINING_KINDS)}),
            *checked_lengths(self, _LINES | {"note": LONG}),
            *checked_days(self, ["on_day", "until_day"]),
            *checked_ranges(self, {"minutes": (0, LONGEST)}),
            *checked_ahead(self, ["on_day", "until_day"], today),
            *self._checked_end(),
            *self._checked_parts(),
        )

    def _checked_end(self) -> Iterator[Problem]:
        if self.on_day and self.until_day and self.until_day < self.on_day:
            yield Problem(N_("The end lies before the beginning."), field="until_day")

    def _checked_parts(self) -> Iterator[Problem]:
        for part in self.parts:
            yield from part.check()
        if len({(part.agency_id, part.role) for part in self.parts}) < len(self.parts):
            yield Problem(N_("The same institution stands twice in the same role."), field="parts")


@dataclass(frozen=True)
class TrainingQuery:
    """Which trainings a list shows; what is empty is not asked."""

    days: tuple[date, date] | None = None
    """First and last day between which they begin."""
    kind: str = ""
    agency_id: UUID | None = None
    """The institution that held it or took part."""
    text: str = ""
    sort: str = "on_day"
    """on_day, topic, kind, organiser, minutes, participants or lecturers."""
    descending: bool = True


@dataclass(frozen=True)
class TrainingRow:
    """One line of the list."""

    id: UUID
    kind: str
    topic: str
    on_day: date
    until_day: date | None
    minutes: int
    organiser: str
    """The institution that held it; empty: the centre."""
    place: str
    participants: int
    lecturers: int


def checked_ahead(draft: object, names: list[str], today: date) -> Iterator[Problem]:
    """A problem for each date that lies so far ahead that it can only be a slip."""
    for name in names:
        day: date | None = getattr(draft, name)
        if day is not None and day.year > today.year + FARTHEST:
            yield Problem(N_("This date lies too far ahead."), field=name)
