"""Whether the history holds: every link of its chain tested, every row against what was written of it last."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from desktop.vault.chain import MAC, START, Chain
from desktop.vault.entries import EntryRow, entry_outside
from desktop.vault.files import Progress
from desktop.vault.packing import unpack
from desktop.vault.schema import historic_tables, history_change, history_entry, row_as_json
from desktop.vault.store import Store

_EVERY = 500
_ERASED = "substr(h.proof, 1, 16) = zeroblob(16)"


@dataclass(frozen=True)
class ChainReport:
    """Whether the history holds."""

    entries: int
    changes: int
    broken_entry: int | None = None
    """The first entry whose link does not hold."""
    strays: tuple[tuple[str, str], ...] = ()
    """Rows (table, identifier) that are not as the history left them: an old page put back, or written past us."""

    @property
    def whole(self) -> bool:
        """Whether nothing was found."""
        return self.broken_entry is None and not self.strays


def verified(store: Store, progress: Progress) -> ChainReport:
    """Test every link, and every row against the last link that speaks of it."""
    with store.look() as session:
        total = store.head().count
        changes, broken = _changes_hold(store.chain, session, progress)
        entries, broken_entry = _entries_hold(store.chain, session)
        if broken is not None:
            broken_entry = min(broken, broken_entry or broken)
        if entries != total:
            broken_entry = broken_entry or total
        return ChainReport(entries, changes, broken_entry, _strays(session))


def _changes_hold(chain: Chain, session: Session, progress: Progress) -> tuple[int, int | None]:
    before, count = START, 0
    rows = session.execute(select(history_change).order_by(history_change.c.number).execution_options(yield_per=500))
    for row in rows:
        count += 1
        if row.number != count or not _holds(chain, row, before):
            return count, row.entry
        before = row.proof
        if count % _EVERY == 0:
            progress(count, 0)
    return count, None


def _entries_hold(chain: Chain, session: Session) -> tuple[int, int | None]:
    before, count = START, 0
    macs = select(history_change.c.number, history_change.c.proof).subquery()
    query = (
        select(history_entry, macs.c.proof.label("change_proof"))
        .outerjoin(macs, macs.c.number == history_entry.c.last_change)
        .order_by(history_entry.c.number)
    )
    for row in session.execute(query.execution_options(yield_per=500)):
        count += 1
        mac = (row.change_proof or START)[MAC]
        outside = entry_outside(EntryRow(*(getattr(row, name) for name in EntryRow._fields)), mac)
        if row.number != count or not chain.holds(row.proof, before, outside, (row.fields,)):
            return count, count
        before = row.proof
    return count, None


def _holds(chain: Chain, row: Row[Any], before: bytes) -> bool:
    try:
        sides = (unpack(row.before), unpack(row.after))
    except ValueError:
        return False
    return chain.holds(row.proof, before, (row.entry, row.tab, row.row_id), sides)


def _strays(session: Session) -> tuple[tuple[str, str], ...]:
    """Rows that differ from what the history says of them last; rows whose history was erased are passed over."""
    run, strays = session.connection().exec_driver_sql, []
    later = "SELECT 1 FROM history_change l WHERE l.row_id = h.row_id AND l.tab = h.tab AND l.number > h.number"
    alive = f"SELECT h.tab, h.row_id FROM history_change h WHERE h.after IS NOT NULL AND NOT EXISTS ({later})"
    erased = f"SELECT h.tab, h.row_id FROM history_change h WHERE {_ERASED} AND NOT EXISTS ({later})"
    known = {row.tab: row.n for row in run(f"SELECT tab, count(*) AS n FROM ({alive}) GROUP BY tab")}
    hidden = {row.tab for row in run(erased)}
    for table, unwritten in historic_tables():
        now = row_as_json(table, unwritten, "t")
        last = f"SELECT max(l.number) FROM history_change l WHERE l.row_id = t.id AND l.tab = '{table.name}'"
        rows = run(
            f"SELECT lower(hex(t.id)) AS id, audit_unpack(h.after) AS after, {now} AS present, h.number "
            f'FROM "{table.name}" t '
            f"LEFT JOIN history_change h ON h.number = ({last}) "
            f"WHERE audit_unpack(h.after) IS NOT {now} AND (h.number IS NULL OR NOT {_ERASED})"
        )
        strays += [(table.name, row.id) for row in rows if row.number is None or not _agree(row.after, row.present)]
        if table.name in hidden or run(f'SELECT count(*) FROM "{table.name}"').scalar() != known.get(table.name, 0):
            gone = run(f'{alive} AND h.tab = ? AND h.row_id NOT IN (SELECT id FROM "{table.name}")', (table.name,))
            strays += [(table.name, row.row_id.hex()) for row in gone]
    return tuple(strays)


def _agree(after: str | None, present: str) -> bool:
    """Whether a row is as the history says, in those columns that both know (a migration may have added some)."""
    if after is None:
        return False
    old, new = json.loads(after), json.loads(present)
    return all(old[name] == new[name] for name in old.keys() & new.keys())
