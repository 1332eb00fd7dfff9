"""How a notice stands at a given time: late, due today, waiting, reached, or closed with an outcome.

Pure: asked of a referral (or anything with its columns), a desk time and the centre's calendar. The window gives each
code its shape and colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from desktop.language import N_
from desktop.records.workdays import WorkCalendar

STATES = {
    "late": N_("Late"),
    "today": N_("Due today"),
    "waiting": N_("Waiting"),
    "reached": N_("Reached"),
    "accepted": N_("Help accepted"),
    "ended": N_("Help ended"),
    "not_accepted": N_("Help not accepted"),
    "not_reached": N_("Not reached"),
    "centre_declined": N_("Declined by the centre"),
    "minor": N_("Minor, passed on"),
    "other_centre": N_("Passed to another centre"),
    "duplicate": N_("Duplicate"),
}
"""Every state, most pressing first; a list sorted by state stands in this order."""
IN_PROGRESS = ("pending", "accepted")
"""Outcomes of a notice on which work goes on, until help ends; with every other one it is closed."""


@dataclass(frozen=True)
class ReferralState:
    """How a notice stands."""

    code: str
    """One of `STATES`."""
    days_late: int = 0
    """Working days since the deadline of the first contact passed; told with `late` only, and 0 on its first day."""


class Dated(Protocol):
    """What must be known of a notice to tell how it stands."""

    @property
    def outcome(self) -> str:
        """One of `OUTCOMES`."""

    @property
    def due_at(self) -> datetime:
        """By when the first contact is due."""

    @property
    def first_contact_at(self) -> datetime | None:
        """When she was first reached."""

    @property
    def duplicate_of_id(self) -> UUID | None:
        """The same notice that had come before."""


def state_of(
    referral: Dated, now: datetime, calendar: WorkCalendar | None = None, *, help_ended: bool = False
) -> ReferralState:
    """How a notice stands at this desk time; without a calendar Monday to Friday count as working days."""
    if referral.duplicate_of_id is not None:
        return ReferralState("duplicate")
    if referral.outcome == "accepted" and help_ended:
        return ReferralState("ended")
    if referral.outcome != "pending":
        return ReferralState(referral.outcome)
    if referral.first_contact_at is not None:
        return ReferralState("reached")
    if now > referral.due_at:
        return ReferralState("late", (calendar or WorkCalendar()).days_late(referral.due_at, now))
    return ReferralState("today" if now.date() == referral.due_at.date() else "waiting")
