"""What people know about a duty of the protocol beyond the records it is watched on, and departures from it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.language import N_
from desktop.vault.record import Record

DUTY_STATES = {
    "kept": N_("Kept in time"),
    "late": N_("Late"),
    "not_possible": N_("Was not possible"),
    "running": N_("Time still runs"),
}
"""How one case of a duty stands. Late: done late, or not done though its time is over."""
RECORDS = {
    "referral": N_("Notice"),
    "measure": N_("Order or measure"),
    "plan_measure": N_("Measure of a plan"),
    "meeting": N_("Meeting"),
    "commitment": N_("Commitment"),
    "": N_("Noted by hand"),
}
"""On which record a duty was watched, by its table."""


class DutyNote(Record):
    """What somebody noted about one case of a duty: it was not possible, it was done, or a case known by hand alone."""

    __tablename__ = "duty_note"
    __table_args__ = (Index("duty_note_by_provision", "provision_id", "record_id"),)

    provision_id: Mapped[UUID] = mapped_column(ForeignKey("provision.id"))
    record: Mapped[str] = mapped_column(default="")
    """A code of `RECORDS`."""
    record_id: Mapped[UUID | None]
    """None: there is no record of it."""
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """Whose duty it was, for a case noted by hand; None: our own centre's."""
    begins_at: Mapped[datetime | None]
    """Desk time at which the limit began to run, for a case noted by hand."""
    done_at: Mapped[datetime | None]
    """Desk time at which it was done, where no record tells that."""
    is_impossible: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(default="")
    """Why it was not possible; what the case was."""
    noted_by: Mapped[str]
    noted_on: Mapped[date]


class Breach(Record):
    """A departure from the protocol, told as fact, effect and wish in the register of problems."""

    __tablename__ = "breach"

    provision_id: Mapped[UUID] = mapped_column(ForeignKey("provision.id"), index=True)
    problem_id: Mapped[UUID] = mapped_column(ForeignKey("raised_problem.id"), index=True)
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """Who departed from it; None: our own centre."""
    record: Mapped[str] = mapped_column(default="")
    """A code of `RECORDS`."""
    record_id: Mapped[UUID | None]
    noted_by: Mapped[str]
