"""The entry that closes a change: the last link of the history's chain, written and read back."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.vault.chain import MAC, START, Chain
from desktop.vault.head import Head
from desktop.vault.schema import history_change, history_entry


class EntryRow(NamedTuple):
    """What of an entry in the history is fixed for ever."""

    number: int
    at: datetime
    by_id: UUID
    by_name: str
    what: str
    undoes: str
    last_change: int = 0
    """The number of the last row changed in it."""


def last_head(session: Session) -> Head:
    """How many entries there are and the proof of the last one."""
    row = session.execute(
        select(history_entry.c.number, history_entry.c.proof).order_by(history_entry.c.number.desc()).limit(1)
    ).first()
    return Head(row.number, row.proof[MAC]) if row else Head(0, START[MAC])


def enter(session: Session, chain: Chain, last: Head, entry: EntryRow, fields: dict[str, object]) -> Head:
    """Write the entry after `last`; its proof covers every row changed in it, the last of which is found here."""
    change = session.execute(
        select(history_change.c.number, history_change.c.proof).order_by(history_change.c.number.desc()).limit(1)
    ).first()
    number, mac = (change.number, change.proof[MAC]) if change else (0, START[MAC])
    entry, said = entry._replace(last_change=number), json.dumps(_plain(fields), ensure_ascii=False)
    proof = chain.link(START[:48] + last.mac, entry_outside(entry, mac), (said,))
    session.execute(history_entry.insert().values({**entry._asdict(), "fields": said, "proof": proof}))
    return Head(entry.number, proof[MAC])


def entry_outside(entry: EntryRow, mac: bytes) -> tuple[object, ...]:
    """What of an entry its link covers for ever; `mac` is the link of the last row changed in it."""
    at = entry.at.astimezone(UTC).isoformat()
    fixed = (entry.number, at, entry.by_id.bytes, entry.by_name, entry.what, entry.undoes, entry.last_change)
    return (*fixed, mac)


def _plain(fields: dict[str, object]) -> dict[str, object]:
    """Values that can be kept as JSON: numbers and truth as they are, all else as text."""
    return {k: v if isinstance(v, int | float | bool | dict | None) else str(v) for k, v in fields.items()}
