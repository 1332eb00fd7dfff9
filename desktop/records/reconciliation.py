"""What is kept of a month reconciled with a partner: their list, what was decided of it, reasons, the agreed figure.

A personal code is compared and never kept. What can be worked out again is not kept, but for the frozen groups of a
settled month, so that a later correction shows.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.language import N_
from desktop.periods import Month
from desktop.vault.record import Moment, Record

THEIR_RULES = {
    "sent": N_("by the day of sending"),
    "incident": N_("by the day of the incident"),
    "receipt": N_("by the day of receipt"),
}
"""By which day a partner counts, as it stands in a sentence."""
COUNTED = {
    "notices": N_("Notices"),
    "persons": N_("Persons"),
    "children": N_("Children"),
    "events": N_("Incidents"),
}
"""What a list of numbers may count."""
ANSWERS = {"same": N_("Same notice"), "not": N_("Not the same"), "later": N_("Later")}
"""What may be said of a pair."""
SAME, NOT, LATER = ANSWERS


class Reconciliation(Record):
    """One period, mostly a month, with one partner."""

    __tablename__ = "reconciliation"
    __table_args__ = (UniqueConstraint("month", "until", "partner_id"),)

    month: Mapped[str]
    """Its first month, as `2026-10`."""
    until: Mapped[str]
    """Its last month; the same where it is one month."""
    partner_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    """The institution whose list it is; its units belong to it."""
    file_name: Mapped[str] = mapped_column(default="")
    file_digest: Mapped[str] = mapped_column(default="")
    """SHA-256 of the file, 64 hex digits."""
    reading: Mapped[str] = mapped_column(default="")
    """How its columns were understood, as JSON; offered again for the next month."""
    counted: Mapped[str] = mapped_column(default="")
    """What the numbers of a list of counts count, a code of `COUNTED`; empty where it lists notices."""
    their_rule: Mapped[str] = mapped_column(default="sent")
    """A code of `THEIR_RULES`."""
    our_number: Mapped[int | None]
    """Our own number for a period that is not in this log; None: counted from the log."""
    brought_at: Mapped[datetime] = mapped_column(Moment())
    what_next: Mapped[str] = mapped_column(default="")
    """What will be done about the rest, as it stands on the sheet."""
    agreed: Mapped[int | None]
    """The agreed figure; None until both sides said so."""
    for_them: Mapped[str] = mapped_column(default="")
    """Who agreed for the partner."""
    for_them_title: Mapped[str] = mapped_column(default="")
    for_us: Mapped[str] = mapped_column(default="")
    for_us_title: Mapped[str] = mapped_column(default="")
    agreed_on: Mapped[date | None]
    frozen: Mapped[str] = mapped_column(default="")
    """The groups and figures as they were when it was settled, as JSON; empty while it is open."""

    @property
    def is_settled(self) -> bool:
        """Whether it can no longer be changed."""
        return bool(self.frozen)

    @property
    def first(self) -> Month:
        """Its first month."""
        return Month.parse(self.month)

    @property
    def last(self) -> Month:
        """Its last month."""
        return Month.parse(self.until)


class TheirNotice(Record):
    """One notice of the partner's list."""

    __tablename__ = "their_notice"

    reconciliation_id: Mapped[UUID] = mapped_column(ForeignKey("reconciliation.id"), index=True)
    place: Mapped[int]
    """Its position in the list, from 0."""
    rows: Mapped[str] = mapped_column(default="")
    """The rows of the file it stands in, as the file counts them: `4` or `6, 8`."""
    notice_no: Mapped[str] = mapped_column(default="")
    sent_on: Mapped[date | None]
    names: Mapped[str] = mapped_column(default="")
    """Everybody named, as written, one a line."""
    birth_years: Mapped[str] = mapped_column(default="")
    """Of the same persons, one a line; an empty line where it is not given."""
    phones: Mapped[str] = mapped_column(default="")
    """Of the same persons, one a line."""
    address: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    """The unit as written."""
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """The unit of the partner that it means; None: not known."""
    remarks: Mapped[str] = mapped_column(default="")


class TheirCount(Record):
    """One number of a list that only counts."""

    __tablename__ = "their_count"

    reconciliation_id: Mapped[UUID] = mapped_column(ForeignKey("reconciliation.id"), index=True)
    place: Mapped[int]
    month: Mapped[str]
    unit: Mapped[str] = mapped_column(default="")
    """The unit as written; empty: all of them."""
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    number: Mapped[int]


class PairDecision(Record):
    """What a worker said of one of their rows and one of our notices."""

    __tablename__ = "pair_decision"
    __table_args__ = (UniqueConstraint("their_id", "referral_id"),)

    reconciliation_id: Mapped[UUID] = mapped_column(ForeignKey("reconciliation.id"), index=True)
    their_id: Mapped[UUID] = mapped_column(ForeignKey("their_notice.id"))
    referral_id: Mapped[UUID] = mapped_column(ForeignKey("referral.id"), index=True)
    answer: Mapped[str]
    """A code of `ANSWERS`."""


class DifferenceReason(Record):
    """Why a row stands in one list alone, or why two numbers differ by so many."""

    __tablename__ = "difference_reason"
    __table_args__ = (Index("difference_reason_by_reconciliation", "reconciliation_id"),)

    reconciliation_id: Mapped[UUID] = mapped_column(ForeignKey("reconciliation.id"))
    side: Mapped[str]
    """In whose list it stands: `theirs` or `ours`."""
    their_id: Mapped[UUID | None] = mapped_column(ForeignKey("their_notice.id"))
    referral_id: Mapped[UUID | None] = mapped_column(ForeignKey("referral.id"), index=True)
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """Of two numbers: the unit to which it belongs; None: to no single one."""
    number: Mapped[int] = mapped_column(default=1)
    """How many it explains; 1 for a row."""
    reason: Mapped[str]
    """A code of `REASONS`."""
    note: Mapped[str] = mapped_column(default="")


class SisterFigure(Record):
    """What a sister centre agreed with the same partner for one unit and month."""

    __tablename__ = "sister_figure"
    __table_args__ = (UniqueConstraint("month", "partner_id", "unit_id", "centre_id"),)

    month: Mapped[str]
    partner_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    centre_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    """The sister centre, an institution of the directory."""
    agreed: Mapped[int]
    source: Mapped[str] = mapped_column(default="")
    """The number of the sealed sheet it was read from; empty: told and typed in."""
