"""A table of the tests' own: the vault knows nothing of what is kept."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from desktop.vault.record import Codes, IdType, Record
from desktop.vault.vault import Vault


class Leaf(Record):
    """Something to keep."""

    __tablename__ = "test_leaf"
    unwritten = frozenset({"secret"})

    name: Mapped[str]
    count: Mapped[int | None]
    kinds: Mapped[Codes]
    secret: Mapped[bytes | None]
    branch: Mapped[UUID | None]


class Bud(Record):
    """Something that hangs on a leaf."""

    __tablename__ = "test_bud"

    leaf_id: Mapped[UUID] = mapped_column(IdType(), ForeignKey("test_leaf.id"))


class Scrap(Record):
    """Something that leaves no trace."""

    __tablename__ = "test_scrap"
    historic = False

    note: Mapped[str]


def enter(vault: Vault, name: str, **values: object) -> UUID:
    """One change with one leaf in it."""
    leaf = Leaf(id=vault.world.new_id(), name=name, kinds=("a", "b"), **values)
    with vault.change("Leaf entered: {name}", vault.worker, name=name) as session:
        session.add(leaf)
    return leaf.id


def names(vault: Vault) -> list[str]:
    """The names of all leaves in the order of their making."""
    with vault.look() as session:
        return list(session.scalars(select(Leaf.name).order_by(Leaf.id)))
