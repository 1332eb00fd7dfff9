"""What left the house under the centre's seal."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.language import N_
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


PAPERS = {
    "invitation": N_("Invitation"),
    "agenda": N_("Agenda"),
    "pack": N_("Papers for the meeting"),
    "minutes": N_("Minutes of the meeting"),
}
"""The papers of a meeting."""


class MeetingPaper(Record):
    """A sealed paper of a meeting for one receiver, kept whole: the share log."""

    __tablename__ = "meeting_paper"
    __table_args__ = (Index("meeting_paper_by_meeting", "meeting_id", "made_at"),)
    unwritten: ClassVar[frozenset[str]] = frozenset({"pdf", "content"})

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    kind: Mapped[str]
    """A code of `PAPERS`."""
    number: Mapped[str]
    language: Mapped[str]
    receiver_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """None: for all who took part."""
    receiver: Mapped[str] = mapped_column(default="")
    """The name that stands on it."""
    content: Mapped[str]
    """What stands on it, as JSON."""
    rests_on: Mapped[str] = mapped_column(default="")
    """The consents by which it names persons, their identifiers one a line."""
    withheld: Mapped[int] = mapped_column(default=0)
    """How many items are not in this copy."""
    pdf: Mapped[bytes]
    digest: Mapped[str]
    """SHA-256 of the sealed file, 64 hex digits."""
    made_at: Mapped[datetime] = mapped_column(Moment())
    made_by: Mapped[str]
    sent_at: Mapped[datetime | None] = mapped_column(Moment())
    """When it was handed over; None: it only lies here."""
    sent_by: Mapped[str] = mapped_column(default="")
    superseded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting_paper.id"))


PROTOCOL_PAPERS = {
    "protocol": N_("Protocol"),
    "comparison": N_("Comparison of versions"),
    "alignment": N_("What still has to be brought into line"),
    "duties": N_("Duties and time limits"),
    "report": N_("Yearly cooperation report"),
}
"""The papers about the protocol and about a year of cooperation."""


class ProtocolPaper(Record):
    """A sealed paper about the protocol, or a yearly report, kept whole."""

    __tablename__ = "protocol_paper"
    __table_args__ = (Index("protocol_paper_by_kind", "kind", "made_at"),)
    unwritten: ClassVar[frozenset[str]] = frozenset({"pdf", "content"})

    kind: Mapped[str]
    """A code of `PROTOCOL_PAPERS`."""
    version_id: Mapped[UUID | None] = mapped_column(ForeignKey("protocol_version.id"), index=True)
    """None for a yearly report."""
    period: Mapped[str] = mapped_column(default="")
    """The month (`2026-10`) or the year (`2026`) it tells of; empty otherwise."""
    number: Mapped[str]
    """Its number on paper, with /2 and on when made again."""
    language: Mapped[str]
    receiver: Mapped[str] = mapped_column(default="")
    content: Mapped[str] = mapped_column(default="")
    """What stands on it, as JSON."""
    pdf: Mapped[bytes]
    digest: Mapped[str]
    """SHA-256 of the sealed file, 64 hex digits."""
    made_at: Mapped[datetime] = mapped_column(Moment())
    made_by: Mapped[str]
    superseded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("protocol_paper.id"))
