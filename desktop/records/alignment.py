"""What a local protocol has to agree with: acts and their points, and how each provision stands to them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.language import N_
from desktop.vault.record import Record

ACTS = {
    "general": N_("General Protocol"),
    "special": N_("Special protocol"),
    "law": N_("Law"),
    "order": N_("Order of a minister"),
    "other": N_("Another act"),
}
"""What kind of act it is."""
ALIGNMENTS = {
    "": N_("Not judged"),
    "matched": N_("In line"),
    "partly": N_("Partly in line"),
    "missing": N_("Missing"),
    "contradicts": N_("Contradicts"),
    "apart": N_("Does not concern us"),
}
"""How a provision stands to what it rests on. Missing: the act lays down what the local protocol does not."""
WORST_FIRST = ("contradicts", "missing", "partly", "", "matched", "apart")
"""Which of several judgements is told for the whole provision."""


class Act(Record):
    """A protocol, a law or an order that the local protocol is measured by."""

    __tablename__ = "act"

    kind: Mapped[str]
    """A code of `ACTS`."""
    title: Mapped[str]
    short: Mapped[str] = mapped_column(default="")
    """As it is cited in a table."""
    number: Mapped[str] = mapped_column(default="")
    """Number and date, as published."""
    language: Mapped[str]
    since: Mapped[date | None]
    """From when it holds."""

    @property
    def cited(self) -> str:
        """The short name where there is one."""
        return self.short or self.title


class ActPoint(Record):
    """One article or point of an act."""

    __tablename__ = "act_point"
    __table_args__ = (Index("act_point_by_act", "act_id", "position"),)

    act_id: Mapped[UUID] = mapped_column(ForeignKey("act.id"))
    position: Mapped[int]
    number: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")


class Basis(Record):
    """What one provision rests on, and how it stands to it; or a point of an act that no provision answers to."""

    __tablename__ = "basis"
    __table_args__ = (Index("basis_by_version", "version_id", "provision_id"),)

    version_id: Mapped[UUID] = mapped_column(ForeignKey("protocol_version.id"))
    provision_id: Mapped[UUID | None] = mapped_column(ForeignKey("provision.id"), index=True)
    """None: no provision answers to this point."""
    point_id: Mapped[UUID | None] = mapped_column(ForeignKey("act_point.id"), index=True)
    """None: the act was not brought in, it is only named."""
    named: Mapped[str] = mapped_column(default="")
    """Act and article in words, where it was only named; empty with `point_id`, or for the provision as a whole."""
    position: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(default="")
    """A code of `ALIGNMENTS`."""
    needed: Mapped[str] = mapped_column(default="")
    """What has still to be done."""
    judged_by: Mapped[str] = mapped_column(default="")
    judged_on: Mapped[date | None]
