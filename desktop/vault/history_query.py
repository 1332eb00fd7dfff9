"""Which entries of the history are asked for. Knows tables by their names alone, and nothing of what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.vault.schema import history_change, history_entry


@dataclass(frozen=True)
class HistoryQuery:
    """What narrows the history; nothing set means all of it."""

    by_id: UUID | None = None
    tables: tuple[str, ...] = ()
    """Entries that altered a row of one of these."""
    records: tuple[UUID, ...] = ()
    """Entries that altered one of these rows."""
    what: tuple[str, ...] = ()
    """Entries with one of these sentences (English msgids)."""
    later_than: int = 0
    """Entries with a greater number."""
    only_keys: bool = False
    """Entries that altered no row at all: passphrases, recovery sheets, the vault itself."""
    between: tuple[datetime, datetime] | None = None
    """Aware moments: from the first on, before the second."""

    def numbers(self) -> Select[tuple[int]]:
        """The numbers of these entries, newest first."""
        entry = history_entry.c
        query = select(entry.number).order_by(entry.number.desc())
        if self.by_id is not None:
            query = query.where(entry.by_id == self.by_id)
        if self.tables:
            query = query.where(
                entry.number.in_(select(history_change.c.entry).where(history_change.c.tab.in_(self.tables)))
            )
        if self.records:
            rows = [record.bytes for record in self.records]
            touching = select(history_change.c.entry).where(history_change.c.row_id.in_(rows))
            query = query.where(entry.number.in_(touching))
        if self.what:
            query = query.where(entry.what.in_(self.what))
        if self.later_than:
            query = query.where(entry.number > self.later_than)
        if self.only_keys:
            query = query.where(entry.number.not_in(select(history_change.c.entry)))
        if self.between is not None:
            query = query.where(entry.at >= self.between[0], entry.at < self.between[1])
        return query


def made_by(session: Session, record: UUID) -> str:
    """The change (English msgid) that made the row of this identifier; empty where no history tells."""
    made = (
        select(history_entry.c.what)
        .join(history_change, history_change.c.entry == history_entry.c.number)
        .where(history_change.c.row_id == record.bytes, history_change.c.before.is_(None))
    )
    return session.scalar(made.order_by(history_change.c.number).limit(1)) or ""
