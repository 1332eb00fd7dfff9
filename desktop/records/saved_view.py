"""A view of a list that a worker gave a name: its filters, order and columns, for her alone."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.vault.record import Record


class SavedView(Record):
    """One view; a filter may hold a person's name, so it lies in the vault and nowhere else."""

    __tablename__ = "saved_view"
    __table_args__ = (Index("saved_view_of_worker", "worker_id", "screen", "place"),)

    worker_id: Mapped[UUID]
    """Whose it is."""
    screen: Mapped[str]
    """The list: referrals, people, help."""
    name: Mapped[str]
    fields: Mapped[str]
    """JSON object of filters, order and columns, as the list itself tells them."""
    place: Mapped[int] = mapped_column(default=0)
    """Her views stand in the order in which she made them."""
    is_first: Mapped[bool] = mapped_column(default=False)
    """Whether the list opens with it."""
