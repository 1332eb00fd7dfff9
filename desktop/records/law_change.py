"""A change of law that the centre noted, so that the next meeting hears what it changes for everybody.

The link is text to be read; the program never opens it.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.vault.record import Record


class LawChange(Record):
    """One changed or new act."""

    __tablename__ = "law_change"
    __table_args__ = (Index("law_change_by_day", "in_force_from", "id"),)

    act: Mapped[str]
    number: Mapped[str] = mapped_column(default="")
    in_force_from: Mapped[date]
    meaning: Mapped[str]
    """What it changes for those who meet."""
    link: Mapped[str] = mapped_column(default="")
    noted_on: Mapped[date]
    """The day on which the centre wrote it down."""
