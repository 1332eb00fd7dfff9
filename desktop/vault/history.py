"""What was done in the vault, by whom and when: read, undone, done again.

An entry is one change as the worker did it; under it lie the rows that it altered, before and after. Undoing makes a
new entry and takes nothing out.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.vault.files import Progress, no_progress
from desktop.vault.history_proof import ChainReport, verified
from desktop.vault.history_query import HistoryQuery
from desktop.vault.packing import unpack
from desktop.vault.refusals import WORKER_ADDED, WORKER_REMOVED, AccessStays, NotUndoable
from desktop.vault.schema import history_change, history_entry
from desktop.vault.store import Store, Worker
from desktop.vault.undo import Reversal

MOST_CHANGES = 200
"""So many rows of one entry are told; an import may have written a hundred thousand."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Change:
    """One row that was altered."""

    table: str
    row_id: UUID
    before: dict[str, Any] | None
    """By column, bytes as hexadecimal; None if the row was made, or if the writing was erased."""
    after: dict[str, Any] | None
    """None if the row was taken out, or if the writing was erased."""


@dataclass(frozen=True)
class Entry:
    """One change as a worker did it."""

    number: int
    at: datetime
    """Aware, UTC, by the computer's clock of that moment; the order is told by `number` alone."""
    by_id: UUID
    by_name: str
    what: str
    """English msgid."""
    fields: dict[str, Any]
    changes: tuple[Change, ...]
    undoes: tuple[int, ...] = ()
    undone_by: int | None = None

    def told(self, say: Callable[..., str]) -> str:
        """The sentence in a language; of an undoing, with the sentence of what was undone inside."""
        fields = {name: _day(value) for name, value in self.fields.items()}
        if "of" in fields:
            inner = {name: _day(value) for name, value in fields.pop("of").items()}
            fields["what"] = say(str(fields["what"]), **inner)
        return say(self.what, **fields)


Guard = Callable[[Session], Callable[[], None]]
"""Looks at what must stay; what it hands back is asked after an undoing, and raises where that did not stay."""


class History:
    """The history of one vault."""

    def __init__(self, store: Store, guards: Sequence[Guard] = ()) -> None:
        self._store, self._guards = store, guards

    def numbers(self, query: HistoryQuery) -> Sequence[int]:
        """The numbers of the entries that are asked for, newest first."""
        if query == HistoryQuery():
            return range(self._store.head().count, 0, -1)
        with self._store.look() as session:
            return tuple(session.scalars(query.numbers()))

    def among(self, numbers: Collection[int]) -> tuple[Entry, ...]:
        """The entries of these numbers, newest first."""
        query = select(history_entry).where(history_entry.c.number.in_(numbers)).order_by(history_entry.c.number.desc())
        with self._store.look() as session:
            return _as_entries(session, session.execute(query).all())

    def entries(self, before: int | None = None, limit: int = 50, record: UUID | None = None) -> tuple[Entry, ...]:
        """Entries, newest first: those before a number, or those that touched one record."""
        query = select(history_entry).order_by(history_entry.c.number.desc()).limit(limit)
        if before is not None:
            query = query.where(history_entry.c.number < before)
        if record is not None:
            touching = select(history_change.c.entry).where(history_change.c.row_id == record.bytes)
            query = query.where(history_entry.c.number.in_(touching))
        with self._store.look() as session:
            return _as_entries(session, session.execute(query).all())

    def last_done(self, records: Collection[UUID], what: Collection[str]) -> dict[UUID, tuple[datetime, str]]:
        """When, and by whom, one of these changes was last made to each of these records, if it still stands."""
        query = (
            select(history_change.c.row_id, history_entry.c.number, history_entry.c.at, history_entry.c.by_name)
            .join(history_entry, history_entry.c.number == history_change.c.entry)
            .where(history_change.c.row_id.in_([record.bytes for record in records]), history_entry.c.what.in_(what))
            .order_by(history_entry.c.number)
        )
        with self._store.look() as session:
            rows = session.execute(query).all()
            gone = undone(session) if rows else {}
        return {UUID(bytes=row.row_id): (row.at, row.by_name) for row in rows if row.number not in gone}

    def entry(self, number: int) -> Entry | None:
        """The entry of that number."""
        return next(iter(self.entries(before=number + 1, limit=1)), None) if number > 0 else None

    def last_by_each(self) -> dict[UUID, datetime]:
        """When each worker last did something that stands in the history."""
        query = select(history_entry.c.by_id, func.max(history_entry.c.number)).group_by(history_entry.c.by_id)
        with self._store.look() as session:
            last = {number: by_id for by_id, number in session.execute(query)}
            at = select(history_entry.c.number, history_entry.c.at).where(history_entry.c.number.in_(last))
            return {last[row.number]: row.at for row in session.execute(at)}

    def last_of(self, worker: Worker) -> int:
        """The number of a worker's last change that still stands and is no undoing itself."""
        before: int | None = None
        while entries := self.entries(before):
            for entry in entries:
                if entry.by_id == worker.id and not entry.undoes and entry.undone_by is None and entry.changes:
                    return entry.number
            before = entries[-1].number
        raise Problem(N_("There is nothing of yours to undo."))

    def undo(self, number: int, by: Worker, *, along: bool = False) -> Entry:
        """Take an entry back by a new one. Raises `NotUndoable`, or `LaterChanges` unless they are to go along.

        What a guard keeps raises a Problem of its own.
        """
        entry = self.entry(number)
        if entry is None or entry.number != number or entry.undone_by is not None or not entry.changes:
            raise NotUndoable
        counted, later = self._later(number)
        along_with = Reversal.require(counted, later, along=along)
        whats = {entry.what, *(e.what for n in along_with if (e := self.entry(n)) is not None)}
        if whats & {WORKER_ADDED, WORKER_REMOVED}:
            raise AccessStays
        inner: dict[str, object] = {"what": entry.what, "of": entry.fields}
        if "of" in entry.fields:
            inner = entry.fields
        again = entry.undoes and entry.what == N_("Undone: {what}")
        what = N_("Done again: {what}") if again else N_("Undone: {what}")
        with self._store.reversing(what, by, inner, (number, *along_with)) as session:
            still = [guard(session) for guard in self._guards]
            Reversal(session, number, along_with).apply()
            for stands in still:
                stands()
        made = self.entry(self._store.head().count)
        if made is None:
            raise RuntimeError("the undoing left no entry")
        return made

    def standing_on(self, number: int) -> tuple[int, ...]:
        """The later entries that would have to go along if this one were taken back, newest first."""
        return self._later(number)[0]

    def _later(self, number: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Those that still stand, and all of them."""
        with self._store.look() as session:
            later = Reversal(session, number).later()
            done_away = undone(session)
            return tuple(n for n in later if n not in done_away and n not in done_away.values()), later

    def redo(self, number: int, by: Worker, *, along: bool = False) -> Entry:
        """Do an undone entry again, by undoing its undoing."""
        entry = self.entry(number)
        if entry is None or entry.undone_by is None:
            raise NotUndoable
        return self.undo(entry.undone_by, by, along=along)

    def verify(self, progress: Progress = no_progress) -> ChainReport:
        """Test every link, and every row against the last link that speaks of it."""
        return verified(self._store, progress)


def _day(value: Any) -> Any:
    """A day as what it is: it is kept as text, and each language writes it in its own way."""
    return date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else value


def undone(session: Session) -> dict[int, int]:
    """The entries that are taken back at present, each with the number of the entry that did it."""
    query = select(history_entry.c.number, history_entry.c.undoes).where(history_entry.c.undoes != "")
    gone: dict[int, int] = {}
    for number, undoes in session.execute(query.order_by(history_entry.c.number.desc())):
        if number not in gone:
            for target in map(int, undoes.split()):
                gone.setdefault(target, number)
    return gone


def _as_entries(session: Session, rows: Iterable[Row[Any]]) -> tuple[Entry, ...]:
    rows = list(rows)
    found: dict[int, list[Change]] = defaultdict(list)
    for entry in rows:
        query = select(history_change).where(history_change.c.entry == entry.number).order_by(history_change.c.number)
        for row in session.execute(query.limit(MOST_CHANGES)):
            sides = [json.loads(side) if side else None for side in map(unpack, (row.before, row.after))]
            found[row.entry].append(Change(row.tab, UUID(bytes=row.row_id), *sides))
    gone = undone(session) if rows else {}
    return tuple(
        Entry(
            row.number, row.at, row.by_id, row.by_name, row.what, json.loads(row.fields or "{}"),
            tuple(found[row.number]), tuple(map(int, row.undoes.split())), gone.get(row.number),
        )
        for row in rows
    )  # fmt: skip
