"""The items of a meeting as they are kept, in their order."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.records.meeting import AgendaItem


def items_of(session: Session, meeting_id: UUID) -> list[AgendaItem]:
    """The items of a meeting in their order."""
    wanted = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)
    return list(session.scalars(wanted.order_by(AgendaItem.position, AgendaItem.id)))
