"""The centre itself: its name and letterhead, its week, its rules, and the key it seals with."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from desktop.vault.record import Codes, Moment, Record


class CentreProfile(Record):
    """The one row that describes the centre."""

    __tablename__ = "centre"

    name: Mapped[str]
    short_name: Mapped[str] = mapped_column(default="")
    legal_code: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    town: Mapped[str] = mapped_column(default="")
    country: Mapped[str]
    """LT, RS or XX (another)."""
    zone: Mapped[str]
    """Time zone name such as Europe/Vilnius."""
    language: Mapped[str]
    """The office's own language; names are sorted by it."""
    municipalities: Mapped[str] = mapped_column(default="")
    """Municipalities served, one a line."""
    work_days: Mapped[Codes] = mapped_column(default=("mo", "tu", "we", "th", "fr"))
    day_begins: Mapped[time] = mapped_column(default=time(8, 0))
    day_ends: Mapped[time] = mapped_column(default=time(17, 0))
    first_contact_days: Mapped[int] = mapped_column(default=1)
    """Working days of the centre within which the first contact is due, the day of receipt not counted."""
    first_contact_source: Mapped[str] = mapped_column(default="")
    """Where that rule was taken from."""
    safe_contact_days: Mapped[int] = mapped_column(default=30)
    """After so many days a safe contact is asked for again."""
    repeat_months: Mapped[int] = mapped_column(default=12)
    """A further notice about the same person within so many months counts as repeat."""
    prepared_by: Mapped[str] = mapped_column(default="")
    prepared_by_title: Mapped[str] = mapped_column(default="")
    approved_by: Mapped[str] = mapped_column(default="")
    approved_by_title: Mapped[str] = mapped_column(default="")
    """Free text, so that title and gender are always right."""
    receiver: Mapped[str] = mapped_column(default="")
    """The usual receiver of the official summary."""
    backup_folder: Mapped[str] = mapped_column(default="")
    """The second place for copies; empty while none is named."""
    last_backup_at: Mapped[datetime | None] = mapped_column(Moment())
    is_practice: Mapped[bool] = mapped_column(default=False)
    """True for a vault of invented data."""


class SealKey(Record):
    """The centre's own keys and certificates for sealing documents."""

    __tablename__ = "seal_key"
    unwritten: ClassVar[frozenset[str]] = frozenset({"leaf_key", "root_key"})

    root_certificate: Mapped[bytes]
    """DER."""
    root_key: Mapped[bytes]
    """PKCS#8 DER; signs the next sealing certificate when this one runs out."""
    leaf_certificate: Mapped[bytes]
    """DER."""
    leaf_key: Mapped[bytes]
    """PKCS#8 DER; safe because the whole vault is encrypted."""
    made_at: Mapped[datetime] = mapped_column(Moment())


class KnownCentre(Record):
    """Another centre whose seal is trusted here since its fingerprint was compared by voice."""

    __tablename__ = "known_centre"

    name: Mapped[str]
    fingerprint: Mapped[str] = mapped_column(unique=True)
    """SHA-256 of its root certificate, 64 hex digits."""
    root_certificate: Mapped[bytes]
    """DER."""
    pinned_at: Mapped[datetime] = mapped_column(Moment())


class ClosedDay(Record):
    """A day on which the centre is closed though the calendar says otherwise."""

    __tablename__ = "closed_day"

    day: Mapped[date] = mapped_column(unique=True)
    why: Mapped[str] = mapped_column(default="")


class StaffMember(Record):
    """A worker as the papers name her; her key lies outside the records."""

    __tablename__ = "worker"

    name: Mapped[str]
    job_title: Mapped[str] = mapped_column(default="")
    role: Mapped[str]
    """One of `WORKER_ROLES`."""
    since: Mapped[date]
    until: Mapped[date | None]


class Draft(Record):
    """Something half typed, kept until it is saved or thrown away."""

    __tablename__ = "draft"
    historic: ClassVar[bool] = False

    form: Mapped[str]
    """Which form: referral, attempt, assistance ..."""
    about: Mapped[UUID | None]
    """The record that was being amended, or the referral it belongs to."""
    fields: Mapped[str]
    """JSON object of the form's fields as typed."""
    title: Mapped[str] = mapped_column(default="")
    """A few words by which she knows it again."""
    worker_id: Mapped[UUID]
    saved_at: Mapped[datetime] = mapped_column(Moment())
