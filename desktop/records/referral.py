"""A notice that arrived: who sent it, whom it names, what was ordered, and what became of it."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.vault.record import Codes, Record


class Referral(Record):
    """One notice. It can be kept with only the date, the sender, and a name or a place."""

    __tablename__ = "referral"
    __table_args__ = (
        UniqueConstraint("year", "number"),
        Index("referral_by_receipt", "received_at", "id"),
        Index("referral_by_month", "month", "sender_id"),
        Index("referral_by_outcome", "outcome", "received_at", "id"),
        Index("referral_by_due", "due_at", "id"),
        Index("referral_by_name", "person_sort", "id"),
        Index("referral_by_sender", "sender_id", "received_at", "id"),
        Index("referral_by_person", "person_id", "received_at", "id"),
        Index("referral_by_worker", "worker_id", "received_at", "id"),
        Index("referral_counted", "month", "outcome", "duplicate_of_id", "first_contact_at", "due_at"),
        Index("ix_referral_duplicate_of_id", "duplicate_of_id", sqlite_where=text("duplicate_of_id IS NOT NULL")),
    )

    year: Mapped[int]
    number: Mapped[int]
    """Its number in the year of receipt, from 1, without gaps."""
    received_at: Mapped[datetime]
    month: Mapped[str]
    """The month in which figures count it, as `2026-10`: that of receipt, unless it had never arrived by itself."""
    channel: Mapped[str] = mapped_column(default="")
    sender_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    officer: Mapped[str] = mapped_column(default="")
    reference: Mapped[str] = mapped_column(default="", index=True)
    """The sender's own number (ROIK, the ministry's number); often missing."""
    incident_on: Mapped[date | None]
    incident_time: Mapped[time | None]
    """By the clock; None where only the day is known."""
    incident_place: Mapped[str] = mapped_column(default="")
    incident_municipality: Mapped[str] = mapped_column(default="")
    children_saw: Mapped[str] = mapped_column(default="unknown")
    """Whether children saw or live in it: yes, no, unknown."""
    risk_instrument: Mapped[str] = mapped_column(default="")
    risk_level: Mapped[str] = mapped_column(default="")
    risk_on: Mapped[date | None]
    risk_by: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")

    due_at: Mapped[datetime]
    """End of the working day by which the first contact is due."""
    first_contact_at: Mapped[datetime | None]
    """When she was first reached; kept in step with the contact attempts."""
    attempts: Mapped[int] = mapped_column(default=0)
    """How many contact attempts were made; kept in step with them."""
    outcome: Mapped[str] = mapped_column(default="pending")
    outcome_reason: Mapped[str] = mapped_column(default="")
    outcome_on: Mapped[date | None]
    other_centre_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    duplicate_of_id: Mapped[UUID | None] = mapped_column(ForeignKey("referral.id"))
    """The same notice that had come before; a duplicate is not counted."""
    repeat_of_id: Mapped[UUID | None] = mapped_column(ForeignKey("referral.id"))
    """The last earlier notice about the same person within the repeat period."""
    origin: Mapped[str] = mapped_column(default="log")
    """How it came into the log, one of `ORIGINS`."""
    worker_id: Mapped[UUID | None]
    """The worker who looks after it."""

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    """The person the notice is about, first of its mentions."""
    person_name: Mapped[str] = mapped_column(default="")
    person_sort: Mapped[bytes] = mapped_column(default=b"")
    municipality: Mapped[str] = mapped_column(default="")
    """Residence of that person; empty: not given. Name and residence stand here too for lists and figures."""

    @property
    def label(self) -> str:
        """Its number as it is spoken and printed: 2026/419."""
        return f"{self.year}/{self.number}"

    @property
    def is_closed(self) -> bool:
        """True once an outcome other than help given or pending ended it."""
        return self.outcome not in {"pending", "accepted"}


class Mention(Record):
    """A person as one notice names her; it may be linked with a person known already."""

    __tablename__ = "mention"

    referral_id: Mapped[UUID] = mapped_column(ForeignKey("referral.id"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    """Position in the notice; 0 is the person it is about."""
    role: Mapped[str] = mapped_column(default="experienced")
    name: Mapped[str] = mapped_column(default="")
    """As written in the notice."""
    birth_year: Mapped[int | None]
    sex: Mapped[str] = mapped_column(default="unknown")
    phone: Mapped[str] = mapped_column(default="")
    municipality: Mapped[str] = mapped_column(default="")
    kinds: Mapped[Codes] = mapped_column(default=())
    """Kinds of violence she suffered, codes of `violence_kind`; several may hold."""
    relation: Mapped[str] = mapped_column(default="")
    """What the one posing the risk is to her, a code of `relation`."""
    relation_ended: Mapped[str] = mapped_column(default="unknown")
    """present, former, unknown."""
    age_group: Mapped[str] = mapped_column(default="unknown")
    """Age group on the day of receipt; kept when the name is erased."""


class Measure(Record):
    """A protection order or an urgent measure, and the moment it ends."""

    __tablename__ = "measure"

    referral_id: Mapped[UUID] = mapped_column(ForeignKey("referral.id"), index=True)
    kind: Mapped[str]
    """A code of `measure_kind`, which knows how long it lasts."""
    granted_at: Mapped[datetime] = mapped_column(index=True)
    granted_by: Mapped[str] = mapped_column(default="")
    until_at: Mapped[datetime | None] = mapped_column(index=True)
    obligations: Mapped[Codes] = mapped_column(default=())
    prolonged_until: Mapped[datetime | None]
    ended_on: Mapped[date | None]
    """Set when it was lifted before its time."""

    @property
    def ends_at(self) -> datetime | None:
        """When it ends as things stand."""
        return self.prolonged_until or self.until_at


class Attempt(Record):
    """One attempt to reach a person, and how it went."""

    __tablename__ = "attempt"

    referral_id: Mapped[UUID | None] = mapped_column(ForeignKey("referral.id"), index=True)
    """None: she is helped without a notice about her."""
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    at: Mapped[datetime]
    channel: Mapped[str]
    outcome: Mapped[str]
    """One of `ATTEMPT_OUTCOMES`."""
    note: Mapped[str] = mapped_column(default="")
    again_at: Mapped[datetime | None]
    outside_reason: Mapped[str] = mapped_column(default="")
    """Why it was right to try outside the agreed way; empty where it was inside."""
    worker_id: Mapped[UUID]
    worker_name: Mapped[str]
