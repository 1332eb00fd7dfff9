"""What one shift leaves for the next: a few words, perhaps about one notice, until somebody has read them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.vault.record import Moment, Record


class Handover(Record):
    """One hand-over note. It leaves Today when it is read, and stays with the notice it is about."""

    __tablename__ = "handover"
    __table_args__ = (Index("handover_by_reading", "read_at", "written_at", "id"),)

    referral_id: Mapped[UUID | None] = mapped_column(ForeignKey("referral.id"), index=True)
    """The notice it is about; None: nothing in particular."""
    for_id: Mapped[UUID | None]
    """The worker it is meant for; None: whoever comes next."""
    text: Mapped[str]
    written_at: Mapped[datetime] = mapped_column(Moment())
    worker_id: Mapped[UUID]
    worker_name: Mapped[str]
    read_at: Mapped[datetime | None] = mapped_column(Moment())
    read_by_id: Mapped[UUID | None]
    read_by: Mapped[str] = mapped_column(default="")
    """Who read it; empty while nobody did."""
