"""A round of revision as it is kept: what is proposed for a provision, and what institutions say to it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.language import N_
from desktop.vault.record import Record

CHANGE_KINDS = {"change": N_("Change"), "add": N_("New provision"), "remove": N_("Left out")}
CHANGE_STATES = {"open": N_("Not decided yet"), "accepted": N_("Accepted"), "rejected": N_("Not accepted")}
COMMENT_SOURCES = {"docx": N_("Returned table"), "meeting": N_("At a meeting"), "typed": N_("Told to us")}


class ProposedChange(Record):
    """What a provision of a draft should become. The draft itself is changed once it is accepted."""

    __tablename__ = "proposed_change"
    __table_args__ = (Index("proposed_change_by_version", "version_id", "position"),)

    version_id: Mapped[UUID] = mapped_column(ForeignKey("protocol_version.id"))
    """The draft."""
    position: Mapped[int]
    """In which order changes were proposed, from 1."""
    kind: Mapped[str]
    """A code of `CHANGE_KINDS`."""
    provision_id: Mapped[UUID | None] = mapped_column(ForeignKey("provision.id"), index=True)
    """Which provision of the draft; None for a new one that is not accepted, or one that was left out."""
    origin_id: Mapped[UUID | None]
    """The same provision in the other versions; None for a new one that is not accepted."""
    point_id: Mapped[UUID | None] = mapped_column(ForeignKey("act_point.id"))
    """The point of an act that a new provision answers to."""
    chapter_id: Mapped[UUID | None] = mapped_column(ForeignKey("protocol_chapter.id"))
    """Where a new provision stands."""
    number: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    trigger: Mapped[str] = mapped_column(default="")
    limit_number: Mapped[int | None]
    limit_unit: Mapped[str] = mapped_column(default="")
    """Number, title, text and limit as they should become."""
    why: Mapped[str] = mapped_column(default="")
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """Who proposed it; None: our own centre."""
    on_day: Mapped[date]
    state: Mapped[str] = mapped_column(default="open")
    """A code of `CHANGE_STATES`."""
    decided_on: Mapped[date | None]
    decided_by: Mapped[str] = mapped_column(default="")
    before: Mapped[str] = mapped_column(default="")
    """The provision as it was before the change was accepted, as JSON, so that it can be left open again."""


class ProvisionComment(Record):
    """What an institution says to a provision of a draft, or to what is proposed for it."""

    __tablename__ = "provision_comment"
    __table_args__ = (Index("provision_comment_by_version", "version_id"),)

    version_id: Mapped[UUID] = mapped_column(ForeignKey("protocol_version.id"))
    provision_id: Mapped[UUID | None] = mapped_column(ForeignKey("provision.id"), index=True)
    change_id: Mapped[UUID | None] = mapped_column(ForeignKey("proposed_change.id"), index=True)
    """Where it is about a new provision that is not accepted yet."""
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """Whose; None: our own centre's."""
    text: Mapped[str]
    on_day: Mapped[date]
    source: Mapped[str]
    """A code of `COMMENT_SOURCES`."""
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"))
