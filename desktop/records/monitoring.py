"""What a person says of figures over years: where the way of counting changed, and her words in a yearly report."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.vault.record import Record


class CountingBreak(Record):
    """The way of counting changed, for all or for one institution, for good or for some months.

    In 2016 the police of one Lithuanian county sent two centres every report of the emergency line for some months;
    growth was then computed without these centres.
    """

    __tablename__ = "counting_break"

    indicator: Mapped[str]
    """Which number over time; empty: every one that counts notices."""
    since: Mapped[str]
    """The first month counted differently, as `2016-04`."""
    until: Mapped[str] = mapped_column(default="")
    """The last such month; empty: for good."""
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """Whose notices it concerns; None: all."""
    words: Mapped[str]
    """What changed, in a few words."""


class ReportText(Record):
    """What somebody wrote into one part of a yearly report."""

    __tablename__ = "report_text"
    __table_args__ = (UniqueConstraint("year", "part", "language"),)

    year: Mapped[int]
    part: Mapped[str]
    language: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
