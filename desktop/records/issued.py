"""What left the house under the centre's seal."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.vault.record import Moment, Record


class IssuedSummary(Record):
    """A sealed monthly summary, kept whole, so that the same paper can be handed out again."""

    __tablename__ = "issued_summary"
    __table_args__ = (Index("issued_by_month", "month", "issued_at"),)
    unwritten: ClassVar[frozenset[str]] = frozenset({"pdf", "figures"})

    month: Mapped[str]
    number: Mapped[str]
    """Its number on paper: SV-2026-10, with /2 and on when issued again."""
    profile: Mapped[str]
    """official (exact) or meeting (protected)."""
    language: Mapped[str]
    receiver: Mapped[str] = mapped_column(default="")
    prepared_by: Mapped[str] = mapped_column(default="")
    approved_by: Mapped[str] = mapped_column(default="")
    issued_at: Mapped[datetime] = mapped_column(Moment())
    issued_by: Mapped[str]
    definitions: Mapped[int]
    """Version of the counting rules the figures were made by."""
    figures: Mapped[str]
    """The frozen figures as JSON."""
    pdf: Mapped[bytes]
    digest: Mapped[str]
    """SHA-256 of the sealed file, 64 hex digits."""
    superseded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("issued_summary.id"))


class IssuedSheet(Record):
    """A sealed sheet of a reconciliation that both sides sign, kept whole."""

    __tablename__ = "issued_sheet"
    __table_args__ = (Index("issued_sheet_by_reconciliation", "reconciliation_id", "issued_at"),)
    unwritten: ClassVar[frozenset[str]] = frozenset({"pdf", "figures"})

    reconciliation_id: Mapped[UUID] = mapped_column(ForeignKey("reconciliation.id"))
    number: Mapped[str]
    """Its number on paper: SA-2026-10, with /2 and on when issued again."""
    language: Mapped[str]
    with_names: Mapped[bool] = mapped_column(default=False)
    """Whether an annex names persons: whoever issued it said that the receiver may see them."""
    receiver: Mapped[str] = mapped_column(default="")
    issued_at: Mapped[datetime] = mapped_column(Moment())
    issued_by: Mapped[str]
    figures: Mapped[str]
    """What stands on it, as JSON."""
    pdf: Mapped[bytes]
    digest: Mapped[str]
    """SHA-256 of the sealed file, 64 hex digits."""
    superseded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("issued_sheet.id"))
