"""How one row came to be as it is: the changes of it that still stand, for a record that tells its own story."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.vault.history import undone
from desktop.vault.packing import unpack
from desktop.vault.schema import history_change, history_entry


@dataclass(frozen=True)
class RowStep:
    """One change of the row."""

    at: datetime
    """Aware, UTC."""
    by_name: str
    before: dict[str, Any]
    """By column; empty where the row was made."""
    after: dict[str, Any]


def steps_of_row(session: Session, table: str, row_id: UUID) -> tuple[RowStep, ...]:
    """The changes of a row, the first one first; neither what was taken back nor the taking back."""
    query = (
        select(history_entry, history_change.c.before, history_change.c.after)
        .join(history_change, history_change.c.entry == history_entry.c.number)
        .where(history_change.c.row_id == row_id.bytes, history_change.c.tab == table, history_entry.c.undoes == "")
        .order_by(history_change.c.number)
    )
    rows = session.execute(query).all()
    gone = undone(session) if rows else {}
    sides = ((row, _side(row.before), _side(row.after)) for row in rows if row.number not in gone)
    return tuple(RowStep(row.at, row.by_name, before, after) for row, before, after in sides if after)


def _side(packed: Any) -> dict[str, Any]:
    side = unpack(packed)
    return dict(json.loads(side)) if side else {}
