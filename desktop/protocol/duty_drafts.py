"""What is typed about a case of a duty: it was not possible, it was done though no record tells, or it is by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.duty import RECORDS
from desktop.records.typed_check import LONG, checked_choices, checked_days, checked_filled, checked_lengths
from desktop.records.typed_text import clean


@dataclass(frozen=True)
class CaseNote:
    """What somebody knows of one case beyond its record."""

    provision_id: UUID
    record: str
    """A code of `RECORDS` but for the empty one."""
    record_id: UUID
    is_impossible: bool = False
    reason: str = ""
    done_at: datetime | None = None

    def cleaned(self) -> CaseNote:
        """The same without unseen signs."""
        return replace(self, reason=clean(self.reason))

    def check(self, now: datetime) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        wanted = ("reason",) if self.is_impossible else ("done_at",)
        return (
            *checked_filled(self, wanted),
            *checked_choices(self, {"record": [code for code in RECORDS if code]}),
            *checked_lengths(self, {"reason": LONG}),
            *checked_days(self, ("done_at",)),
            *_not_ahead(self.done_at, now, "done_at"),
        )


@dataclass(frozen=True)
class ByHand:
    """A case that stands in no record of Liepa."""

    provision_id: UUID | None = None
    agency_id: UUID | None = None
    """None: our own centre."""
    begins_at: datetime | None = None
    done_at: datetime | None = None
    """None: not done yet."""
    is_impossible: bool = False
    reason: str = ""
    """What the case was, and why it was not possible."""

    def cleaned(self) -> ByHand:
        """The same without unseen signs."""
        return replace(self, reason=clean(self.reason))

    def check(self, now: datetime) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        early = self.begins_at and self.done_at and self.done_at < self.begins_at
        return (
            *checked_filled(self, ("provision_id", "begins_at", "reason")),
            *checked_lengths(self, {"reason": LONG}),
            *checked_days(self, ("begins_at", "done_at")),
            *_not_ahead(self.begins_at, now, "begins_at"),
            *_not_ahead(self.done_at, now, "done_at"),
            *((Problem(N_("The end lies before the beginning."), field="done_at"),) if early else ()),
        )


def _not_ahead(at: datetime | None, now: datetime, field: str) -> tuple[Problem, ...]:
    return (Problem(N_("This date has not come yet."), field=field),) if at and at > now else ()
