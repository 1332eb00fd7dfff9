"""Trainings, events and publicity that institutions and the centre share, and the groups in which they work together.

Who took part is kept as an institution, a number and at most names of officials, never a person who was helped.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.language import N_
from desktop.vault.record import Record

TRAINING_KINDS = {"training": N_("Training"), "event": N_("Event"), "publicity": N_("Publicity")}
"""What it was: a training, an event, or an article, a broadcast, a campaign."""
PART_ROLES = {"participant": N_("Participants"), "lecturer": N_("Lecturers")}
"""As what an institution took part."""


class Training(Record):
    """One training, event or piece of publicity; it belongs to the month in which it begins."""

    __tablename__ = "training"
    __table_args__ = (Index("training_by_day", "on_day", "id"),)

    kind: Mapped[str]
    """A code of `TRAINING_KINDS`."""
    topic: Mapped[str]
    on_day: Mapped[date]
    until_day: Mapped[date | None]
    """Its last day; None where it is one day."""
    minutes: Mapped[int] = mapped_column(default=0)
    """How long it took in all; 0: not said."""
    organiser_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"), index=True)
    """The institution that held it; None: the centre."""
    place: Mapped[str] = mapped_column(default="")
    publicity: Mapped[str] = mapped_column(default="")
    """Where it was told of: a paper, a broadcast, a link as text that is never opened."""
    note: Mapped[str] = mapped_column(default="")


class TrainingPart(Record):
    """Those who came to one training from one institution, in one role."""

    __tablename__ = "training_part"
    training_id: Mapped[UUID] = mapped_column(ForeignKey("training.id"), index=True)
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"), index=True)
    """None: the centre."""
    role: Mapped[str]
    """A code of `PART_ROLES`."""
    persons: Mapped[int] = mapped_column(default=1)
    names: Mapped[str] = mapped_column(default="")
    """Who they were, where that is worth keeping."""


class WorkingGroup(Record):
    """A group of several institutions that works on one thing until it is done."""

    __tablename__ = "working_group"

    name: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="")
    since: Mapped[date]
    until: Mapped[date | None]
    """The last day of its work; None while it works."""
    results: Mapped[str] = mapped_column(default="")


class WorkingGroupMember(Record):
    """One institution, or one official of it, in a working group."""

    __tablename__ = "working_group_member"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("working_group.id"), index=True)
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"), index=True)
    """None: the centre."""
    person: Mapped[str] = mapped_column(default="")
