"""A table of the tests' own: the vault knows nothing of what is kept."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.vault.record import Codes, Record


class Leaf(Record):
    """Something to keep."""

    __tablename__ = "test_leaf"
    unwritten = frozenset({"secret"})

    name: Mapped[str]
    count: Mapped[int | None]
    kinds: Mapped[Codes]
    secret: Mapped[bytes | None]
    branch: Mapped[UUID | None]
