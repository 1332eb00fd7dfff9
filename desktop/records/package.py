"""What is kept of the packages of figures that centres send each other: our key, their cards, and each package.

Whether a centre is trusted stands elsewhere: its root is pinned by its `KnownCentre`, and which institution it is says
the control code of the `Agency`. A card only brings the key to which its packages are encrypted.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.language import N_
from desktop.vault.record import Codes, Moment, Record

DIRECTIONS = {"in": N_("Read"), "out": N_("Written")}
"""Which way a package went."""
IN, OUT = DIRECTIONS


class ExchangeKey(Record):
    """The key to which other centres encrypt their packages for this one; the newest is the one that is handed out."""

    __tablename__ = "exchange_key"
    unwritten: ClassVar[frozenset[str]] = frozenset({"private"})

    public: Mapped[bytes]
    """X25519, 32 bytes."""
    private: Mapped[bytes]
    """The private half; safe because the whole vault is encrypted."""
    made_at: Mapped[datetime] = mapped_column(Moment())


class CentreCard(Record):
    """What another centre's card brought, once its control words were compared by voice."""

    __tablename__ = "centre_card"

    name: Mapped[str]
    """What it calls itself."""
    fingerprint: Mapped[str] = mapped_column(unique=True)
    """SHA-256 of its root certificate, 64 hex digits; the root itself is pinned by its `KnownCentre`."""
    exchange_key: Mapped[bytes]
    """To this key packages for it are encrypted."""
    made_at: Mapped[datetime] = mapped_column(Moment())
    """By its own clock; an older card never takes the place of a newer one."""
    read_at: Mapped[datetime] = mapped_column(Moment())


class FigurePackage(Record):
    """One package of figures, read or written, with all that stood in it."""

    __tablename__ = "figure_package"
    __table_args__ = (Index("figure_package_by_sender", "direction", "fingerprint", "serial"),)

    direction: Mapped[str]
    """A code of `DIRECTIONS`."""
    centre_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    """The other centre, an institution of the directory."""
    fingerprint: Mapped[str]
    """The control code of the other centre then."""
    serial: Mapped[int]
    """Its number: of the sender's own packages, counting up."""
    made_at: Mapped[datetime] = mapped_column(Moment())
    """By the sender's clock."""
    months: Mapped[Codes]
    """The months it covers, each as `2026-10`."""
    digest: Mapped[str]
    """SHA-256 of the file, 64 hex digits."""
    at: Mapped[datetime] = mapped_column(Moment())
    """When it was read or written here."""
    by: Mapped[str]
    content: Mapped[str]
    """What was signed, as JSON: counts and institutions."""
    choices: Mapped[str] = mapped_column(default="")
    """What a worker said of institutions and units that were not known by their names, as JSON."""
