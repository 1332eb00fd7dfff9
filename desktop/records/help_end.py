"""The end of accepted help: since when it goes on no more, and why; and that it went on again.

The outcome of a notice stays what it was, so no figure knows of this. Help that goes on again keeps its former end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Index, select, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.referral import Referral
from desktop.records.typed_check import LONG, checked_choices, checked_days, checked_filled, checked_lengths
from desktop.records.typed_text import clean
from desktop.vault.record import Record

HELP_END_REASONS = {
    "goals": N_("The goals are reached"),
    "wish": N_("The person asked to end it"),
    "moved": N_("Moved away"),
    "lost": N_("Contact lost"),
    "passed_on": N_("Passed to another centre"),
    "other": N_("Other reason"),
}
"""Why help ended; with the last one a note says it."""


class HelpEnd(Record):
    """That help ended. While it has not gone on again, the notice is no longer in progress."""

    __tablename__ = "help_end"
    __table_args__ = (Index("help_end_in_force", "referral_id", unique=True, sqlite_where=text("resumed_on IS NULL")),)

    referral_id: Mapped[UUID] = mapped_column(ForeignKey("referral.id"), index=True)
    ended_on: Mapped[date]
    reason: Mapped[str]
    """One of `HELP_END_REASONS`."""
    note: Mapped[str] = mapped_column(default="")
    worker_id: Mapped[UUID]
    worker_name: Mapped[str]
    resumed_on: Mapped[date | None]
    """Since when it goes on again; None: it does not."""
    resumed_by: Mapped[str] = mapped_column(default="")


@dataclass(frozen=True)
class HelpEndDraft:
    """What is typed of the end of help."""

    reason: str = ""
    note: str = ""
    on: date | None = None
    """None: today."""

    def cleaned(self) -> HelpEndDraft:
        """The same without unseen signs."""
        return replace(self, note=clean(self.note))

    def check(self, today: date) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved on this day."""
        return tuple(self._problems(today))

    def _problems(self, today: date) -> Iterator[Problem]:
        yield from checked_filled(self, ("reason",))
        if self.reason:
            yield from checked_choices(self, {"reason": HELP_END_REASONS})
        if self.reason == "other":
            yield from checked_filled(self, ("note",))
        yield from checked_lengths(self, {"note": LONG})
        yield from checked_days(self, ("on",))
        if self.on is not None and self.on > today:
            yield Problem(N_("This date has not come yet."), field="on")


def help_has_ended() -> ColumnElement[bool]:
    """The condition under which accepted help goes on no more, asked of `Referral`."""
    in_force = (HelpEnd.referral_id == Referral.id, HelpEnd.resumed_on.is_(None))
    return select(HelpEnd.id).where(*in_force).correlate(Referral).exists()
