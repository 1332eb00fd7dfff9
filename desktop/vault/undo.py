"""Taking changes back: which later ones stand on them, and writing the rows as they were.

Works on rows and columns, never on what they mean. The rows' own triggers write the reversal into the history.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import LargeBinary, Row, Table, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desktop.vault.chain import SALT
from desktop.vault.packing import unpack
from desktop.vault.record import IdType, Record
from desktop.vault.refusals import LaterChanges, NotUndoable
from desktop.vault.schema import historic_tables, history_change, row_as_json, search_text

Place = tuple[str, bytes]
"""A row: its table and its identifier."""


class Reversal:
    """Takes back one entry and those that are to go along."""

    def __init__(self, session: Session, number: int, along: tuple[int, ...] = ()) -> None:
        self._session = session
        self._number = number
        self._entries = (number, *along)
        self._tables = {table.name: (table, unwritten) for table, unwritten in historic_tables()}

    @staticmethod
    def require(counted: tuple[int, ...], later: tuple[int, ...], *, along: bool) -> tuple[int, ...]:
        """The entries to be taken back as well; raises `LaterChanges` if there are some and they may not go along."""
        if counted and not along:
            raise LaterChanges(counted)
        return later if counted else ()

    def later(self) -> tuple[int, ...]:
        """The later entries that stand on this one: they altered its rows, or made rows that point to its rows."""
        found: set[int] = set()
        places = self._places(self._number)
        seen: set[Place] = set()
        while places - seen:
            place = (places - seen).pop()
            seen.add(place)
            for entry in self._later_at(place):
                if entry not in found:
                    found.add(entry)
                    places |= self._places(entry)
            places |= self._pointing_at(place)
        return tuple(sorted(found, reverse=True))

    def apply(self) -> None:
        """Write the rows as they were, newest change first."""
        query = select(history_change).where(history_change.c.entry.in_(self._entries))
        self._session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        try:
            for row in self._session.execute(query.order_by(history_change.c.number.desc())).all():
                self._put_back(row)
            if self._session.connection().exec_driver_sql("PRAGMA foreign_key_check").first():
                raise NotUndoable
        except IntegrityError:
            raise NotUndoable from None

    def apply_what_stands(self) -> None:
        """Write back only what still stands as the entry left it, column by column; what was altered since stays.

        Whoever calls sees to it that no row points to nothing when the change ends.
        """
        query = select(history_change).where(history_change.c.entry == self._number)
        self._session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        for row in self._session.execute(query.order_by(history_change.c.number.desc())).all():
            if row.tab not in self._tables:
                raise NotUndoable
            table, unwritten = self._tables[row.tab]
            present = self._present(table, unwritten, row.row_id)
            if (present is None) == (row.after is None):
                self._put_back(row, present)

    def _present(self, table: Table, unwritten: frozenset[str], row_id: bytes) -> dict[str, Any] | None:
        """A row as it is now, as the history would write it."""
        query = f'SELECT {row_as_json(table, unwritten, "r")} FROM "{table.name}" r WHERE r.id = ?'
        text = self._session.connection().exec_driver_sql(query, (row_id,)).scalar()
        return json.loads(text) if text else None

    def _places(self, entry: int) -> set[Place]:
        query = select(history_change.c.tab, history_change.c.row_id).where(history_change.c.entry == entry)
        return {(row.tab, row.row_id) for row in self._session.execute(query)}

    def _later_at(self, place: Place) -> set[int]:
        query = select(history_change.c.entry).where(
            history_change.c.tab == place[0], history_change.c.row_id == place[1], history_change.c.entry > self._number
        )
        return set(self._session.scalars(query))

    def _pointing_at(self, place: Place) -> set[Place]:
        """Rows that point to a row which this entry made: it cannot go without them."""
        made = select(history_change.c.number).where(
            history_change.c.tab == place[0], history_change.c.row_id == place[1],
            history_change.c.entry >= self._number, history_change.c.before.is_(None),
        )  # fmt: skip
        if self._session.execute(made.limit(1)).first() is None:
            return set()
        found: set[Place] = set()
        for table in Record.metadata.tables.values():
            for key in table.foreign_keys:
                if key.column.table.name == place[0] and table.name in self._tables:
                    rows = self._session.connection().exec_driver_sql(
                        f'SELECT id FROM "{table.name}" WHERE "{key.parent.name}" = ?', (place[1],)
                    )
                    found |= {(table.name, row.id) for row in rows}
        return found

    def _put_back(self, change: Row[Any], present: dict[str, Any] | None = None) -> None:
        """Write the row as it was; with `present` only in the columns that are still as the change left them."""
        if change.proof[SALT] == bytes(16) or change.tab not in self._tables:
            raise NotUndoable
        table, unwritten = self._tables[change.tab]
        before, after = (json.loads(side) if side else None for side in map(unpack, (change.before, change.after)))
        run, name = self._session.connection().exec_driver_sql, f'"{table.name}"'
        if before is None:
            run(f"DELETE FROM {name} WHERE id = ?", (change.row_id,))
            return
        if present is not None and after is not None:
            before = {name: value for name, value in before.items() if present.get(name) == after[name] != value}
            if not before:
                return
        values = _values(table, unwritten, before, after or dict.fromkeys(before))
        if after is None:
            if table is search_text and run(f"SELECT 1 FROM {name} WHERE row = ?", (values["row"],)).first():
                del values["row"]  # its place was given to another record meanwhile
            marks, columns = ", ".join("?" * len(values)), ", ".join(f'"{column}"' for column in values)
            run(f"INSERT INTO {name} ({columns}) VALUES ({marks})", tuple(values.values()))
        else:
            sets = ", ".join(f'"{column}" = ?' for column in values)
            run(f"UPDATE {name} SET {sets} WHERE id = ?", (*values.values(), change.row_id))


def _values(
    table: Table, unwritten: frozenset[str], before: dict[str, Any], after: dict[str, Any]
) -> dict[str, bytes | str | float | None]:
    """The columns to write; raises `NotUndoable` if one was altered whose old value the history does not hold."""
    values: dict[str, bytes | str | float | None] = {}
    for name in before.keys() & set(table.columns.keys()):
        if name in unwritten:
            if before[name] != after[name]:
                raise NotUndoable
            continue
        value = before[name]
        binary = isinstance(table.columns[name].type, (IdType, LargeBinary))
        values[name] = bytes.fromhex(value) if binary and value is not None else value
    return values
