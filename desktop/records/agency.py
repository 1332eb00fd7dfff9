"""The institutions we work with, and their units."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop.vault.record import Record


class Agency(Record):
    """An institution, or a unit of one; police territory need not be the county's."""

    __tablename__ = "agency"

    kind: Mapped[str]
    """One of `AGENCY_KINDS`."""
    name: Mapped[str]
    short_name: Mapped[str] = mapped_column(default="")
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"), index=True)
    municipalities: Mapped[str] = mapped_column(default="")
    """Its territory, one municipality a line."""
    representative: Mapped[str] = mapped_column(default="")
    deputy: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    """In which language it is written to; empty: the office's own."""
    place: Mapped[int] = mapped_column(default=0)
    """Position among its kin, the fixed house order."""
    name_sort: Mapped[bytes] = mapped_column(default=b"")
    active_from: Mapped[date | None]
    active_until: Mapped[date | None]

    @property
    def known_as(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name
