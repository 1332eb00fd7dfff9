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
    names: Mapped[str] = mapped_column(default="")
    """Its full name in other languages, one a line: the language, a space, the name."""
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"), index=True)
    municipalities: Mapped[str] = mapped_column(default="")
    """Its territory, one municipality a line."""
    representative: Mapped[str] = mapped_column(default="")
    deputy: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    """In which language it is written to; empty: the office's own."""
    note: Mapped[str] = mapped_column(default="")
    """Who there understands the work, and how they are best spoken to."""
    fingerprint: Mapped[str] = mapped_column(default="")
    """Of a sister centre: SHA-256 of its root certificate, 64 hex digits."""
    place: Mapped[int] = mapped_column(default=0)
    """Position among its kin, the fixed house order."""
    name_sort: Mapped[bytes] = mapped_column(default=b"")
    active_from: Mapped[date | None]
    active_until: Mapped[date | None]

    @property
    def known_as(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name

    def named(self, locale: str) -> str:
        """Its full name in that language; the name itself where it has none there."""
        return self.other_names.get(locale, self.name)

    @property
    def other_names(self) -> dict[str, str]:
        """Its names in other languages, by language."""
        parts = (line.partition(" ") for line in self.names.splitlines())
        return {locale: name for locale, _space, name in parts if name}
