"""Help that was given, consent to pass something on, and the plan made together."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.vault.record import Record


class Assistance(Record):
    """One occasion of help. Group help is several rows with one `group_id`; its minutes count once."""

    __tablename__ = "assistance"
    __table_args__ = (
        Index("assistance_by_month", "month", "kind"),
        Index("assistance_by_day", "on_day", "id"),
        Index("assistance_counted", "month", "kind", "group_id", "minutes"),
        Index("ix_assistance_group_id", "group_id", sqlite_where=text("group_id IS NOT NULL")),
    )

    on_day: Mapped[date]
    month: Mapped[str]
    """The month of `on_day` as `2026-10`."""
    referral_id: Mapped[UUID | None] = mapped_column(ForeignKey("referral.id"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str]
    """A code of `assistance_kind`."""
    channel: Mapped[str]
    """A code of `contact_channel`."""
    minutes: Mapped[int]
    worker_id: Mapped[UUID]
    worker_name: Mapped[str]
    worker_role: Mapped[str] = mapped_column(default="")
    """A code of `worker_role`: consultant, psychologist, lawyer ..."""
    for_whom: Mapped[str] = mapped_column(default="adult")
    onward_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """The institution she was referred on to, with her consent."""
    consent_id: Mapped[UUID | None] = mapped_column(ForeignKey("consent.id"))
    group_id: Mapped[UUID | None]
    note: Mapped[str] = mapped_column(default="")


class Consent(Record):
    """What a person allows, to whom, and until when; it can be taken back at any time."""

    __tablename__ = "consent"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    purpose: Mapped[str]
    """A code of `consent_purpose`."""
    recipient_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    withheld: Mapped[str] = mapped_column(default="")
    """What must not be passed on all the same."""
    given_on: Mapped[date]
    how: Mapped[str] = mapped_column(default="spoken")
    """spoken or signed."""
    until: Mapped[date | None]
    withdrawn_on: Mapped[date | None]
    told_to: Mapped[str] = mapped_column(default="")
    """To whom the withdrawal was told."""

    def holds(self, today: date) -> bool:
        """True while it is given, not withdrawn and not run out."""
        return (
            self.given_on <= today
            and (self.withdrawn_on is None or today < self.withdrawn_on)
            and (self.until is None or today <= self.until)
        )


class PlanMeasure(Record):
    """One measure of the plan made together with the person."""

    __tablename__ = "plan_measure"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    referral_id: Mapped[UUID | None] = mapped_column(ForeignKey("referral.id"), index=True)
    kind: Mapped[str]
    """protect or support."""
    what: Mapped[str]
    implementer_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """Who does it; None: the centre."""
    due_on: Mapped[date]
    done_on: Mapped[date | None]
    effect_on: Mapped[date | None]
    effect: Mapped[str] = mapped_column(default="")
