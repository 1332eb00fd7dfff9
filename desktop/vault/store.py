"""An open data file: looking and changing.

Each change is one transaction, one entry in the history and one commit; afterwards its proof is remembered outside the
file. Knows neither passphrases nor what the tables mean.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from desktop.vault.chain import MAC, START, Chain
from desktop.vault.engine import Opened, connect, driver_problem, heeding, make_engine
from desktop.vault.entries import EntryRow, enter, last_head
from desktop.vault.head import Head, HeadFile
from desktop.vault.keyfile import KeyFile
from desktop.vault.reader import MANY, Reader, let_pages_go
from desktop.vault.record import Identifiers
from desktop.vault.refusals import DataDamaged, DataMissing, ReadOnly
from desktop.vault.schema import history_entry
from desktop.world import World


@dataclass(frozen=True)
class Worker:
    """Who does something."""

    id: UUID
    name: str
    role: str
    """One of `keys.ROLES`."""


class Store:
    """The data file of one vault, open with its key."""

    def __init__(
        self, folder: Path, keys: KeyFile, key: bytearray, world: World, *, read_only: bool = False,
        first: Opened | None = None,
    ) -> None:  # fmt: skip
        self.folder, self.keys, self.world = folder, keys, world
        self.read_only = read_only
        self.backup_day = ""
        self._key = key
        self.quiet = False
        """True while the data file is not yet the vault's own: its head is not remembered."""
        self.written = 0
        """How often something was written since; who keeps what she read asks by it whether that still holds."""
        self._turn = threading.Lock()
        self._mine = threading.local()
        self._reopen(first)

    @property
    def path(self) -> Path:
        """The data file."""
        return self.folder / self.keys.data

    @property
    def key(self) -> bytes:
        """The data key, for the vault's own modules."""
        self._require_open()
        return bytes(self._key)

    @property
    def is_open(self) -> bool:
        """Whether the vault can be read at this moment."""
        return self._engine is not None

    @property
    def is_changing(self) -> bool:
        """Whether this thread is within a change, which sees what was not kept yet."""
        return getattr(self._mine, "change", None) is not None

    def _reopen(self, first: Opened | None = None) -> None:
        """Begin with the data file that the key file names now."""
        self.written += 1
        raw, self.chain = first or (None, Chain(self.world.chance))
        self._engine: Engine | None = make_engine(self.path, self._key, self.chain, read_only=self.read_only, first=raw)
        with closing(self._engine.raw_connection()) as pooled:  # stays open in the pool: to open one is dear
            driver: Any = pooled.driver_connection
            self.chain.key = driver.execute("SELECT history_key FROM store").fetchone()[0]
        self._reader = Reader(lambda few: connect(self.path, self.key, self.chain, read_only=True, statements=few))
        self._identity = self._file_identity()

    @contextmanager
    def look(self) -> Iterator[Session]:
        """A session that can only read; inside a change, that change's own, so that it sees what was just written."""
        within: Session | None = getattr(self._mine, "change", None)
        if within is not None:
            yield within
            return
        self._mine.looks = getattr(self._mine, "looks", 0) + 1
        try:
            with (
                Session(self._require_open(), expire_on_commit=False, autoflush=False) as session,
                self._sentences(pen=False),
                heeding(lambda: _driver(session)),
            ):
                yield session
        finally:
            self._mine.looks -= 1

    def read(self, words: str, values: Sequence[object] = ()) -> list[Any]:
        """What one statement finds, as it lies in the file; within a change, with what was just written."""
        with self._reading(values) as raw:
            return raw.execute(words, values).fetchall()  # type: ignore[no-any-return]

    def identifiers(self, words: str, values: Sequence[object] = ()) -> Identifiers:
        """The identifiers that one statement finds, however many; it is worded by `in_one_run`."""
        with self._reading(values) as raw:
            return Identifiers(row[0] or b"" for row in raw.execute(words, values))

    @contextmanager
    def _reading(self, values: Sequence[object]) -> Iterator[Any]:
        """The driver's connection for one statement with these values."""
        engine = self._require_open()
        within: Session | None = getattr(self._mine, "change", None)
        with ExitStack() as held:
            held.enter_context(self._sentences(pen=False))
            if within is not None:
                raw = _driver(within)
            elif len(values) < MANY:
                raw = held.enter_context(self._reader.connection(engine))
            else:
                raw = held.enter_context(closing(engine.raw_connection())).driver_connection
            held.enter_context(heeding(lambda: raw))
            yield raw

    def rest(self) -> None:
        """Nobody is at it: the pages of the file that are kept in memory for the next question may go."""
        if self._engine is not None:
            let_pages_go(self._engine)
            self._reader.rest()

    @contextmanager
    def change(self, what: str, by: Worker, /, **fields: object) -> Iterator[Session]:
        """One change: `what` is an English sentence to be translated when shown, `fields` fill its placeholders.

        Everything written in the session is kept together or not at all. When the block has ended without an error,
        the change is on the disk.
        """
        with self._changing(what, by, fields) as session:
            yield session

    @contextmanager
    def reversing(self, what: str, by: Worker, fields: dict[str, object], undoes: tuple[int, ...]) -> Iterator[Session]:
        """A change that takes earlier ones back; for the history only."""
        with self._changing(what, by, fields, " ".join(map(str, undoes))) as session:
            yield session

    @contextmanager
    def _changing(self, what: str, by: Worker, fields: dict[str, object], undoes: str = "") -> Iterator[Session]:
        engine = self._require_open()
        self._require_pen()
        with self._turn, self._sentences():
            self._require_same_file()
            writing = engine.execution_options(write=True)
            with Session(writing, expire_on_commit=False) as session:
                self._mine.change = session
                try:
                    last = last_head(session)
                    self.chain.entry = last.count + 1
                    yield session
                    session.flush()
                    entry = EntryRow(last.count + 1, self.world.now(), by.id, by.name, what, undoes)
                    head = enter(session, self.chain, last, entry, fields)
                    session.commit()
                    self.written += 1
                finally:
                    self._mine.change = None
                    self.chain.entry = None
            self._remember(head)

    @contextmanager
    def note(self) -> Iterator[Session]:
        """A transaction on tables that leave no trace in the history, such as drafts; others refuse to be written."""
        self._require_pen()
        with self._turn, self._sentences():
            self._require_same_file()
            with Session(self._require_open().execution_options(write=True), expire_on_commit=False) as session:
                yield session
                session.commit()
                self.written += 1

    @contextmanager
    def mending(self) -> Iterator[Connection]:
        """A transaction on the vault's own tables and triggers, which leaves no entry."""
        with self._turn, self._sentences(), Session(self._require_open().execution_options(write=True)) as session:
            yield session.connection()
            session.commit()

    def head(self) -> Head:
        """How many changes there are and the proof of the last one, as printed on paper."""
        with self.look() as session:
            return last_head(session)

    def mac_at(self, count: int) -> bytes | None:
        """The proof of the change of that number; None if there is none."""
        if count == 0:
            return START[MAC]
        with self.look() as session:
            proof = session.scalar(select(history_entry.c.proof).where(history_entry.c.number == count))
            return None if proof is None else proof[MAC]

    def last_moment(self) -> datetime | None:
        """When the last change was made, by the clock of that time."""
        with self.look() as session:
            last: datetime | None = session.scalar(select(func.max(history_entry.c.at)))
            return last

    def remember(self) -> None:
        """Write the head anew, as after the key file or the backup's day has changed."""
        self._remember(self.head())

    def _remember(self, head: Head) -> None:
        """Note the head outside. If the disk refuses, the change is kept all the same: a head that lags behind is told
        from a vault that was put back by the proof it carries."""
        if self.quiet:
            return
        with suppress(OSError):
            HeadFile(head, self.keys.generation, self.backup_day).write(self.folder, bytes(self._key))

    @contextmanager
    def _sentences(self, *, pen: bool = True) -> Iterator[None]:
        """Tell what the driver refused as a sentence; writing without the pen is a bug and stays one."""
        try:
            yield
        except (DBAPIError, dbapi2.Error) as error:
            problem = driver_problem(error)
            if problem is None or (isinstance(problem, ReadOnly) and not self.read_only and not pen):
                raise
            if isinstance(problem, DataDamaged):
                self._drop_connections()
                problem = self.damaged()
            raise problem from None

    def damaged(self) -> DataDamaged:
        """The problem of a damaged file, naming the newest good backup."""
        return DataDamaged(date.fromisoformat(self.backup_day) if self.backup_day else None)

    def _drop_connections(self) -> None:
        """Close every connection, so that the next one reads the file afresh."""
        if self._engine is not None:
            self._engine.dispose()
        self._reader.close()

    def _file_identity(self) -> tuple[int, int]:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            raise DataMissing from None
        return found.st_dev, found.st_ino

    def _require_same_file(self) -> None:
        """On Linux a file that was removed or exchanged goes on taking changes, which nobody finds again."""
        if self._file_identity() != self._identity:
            raise DataMissing

    def _require_pen(self) -> None:
        if self.read_only:
            raise ReadOnly
        if self.is_changing or getattr(self._mine, "looks", 0) > 0:
            raise RuntimeError("a change inside a change or a look would wait for itself")

    def _require_open(self) -> Engine:
        if self._engine is None:
            raise RuntimeError("the vault is locked")
        return self._engine

    def become(self, keys: KeyFile, key: bytearray) -> None:
        """Go on with another data file and key, which the key file on disk already names."""
        with self._turn:
            self._drop_connections()
            self.keys = keys
            self._key[:] = key
            self._reopen()
        self.remember()

    def close(self) -> None:
        """Close the file and drop the keys."""
        self._drop_connections()
        self._engine = None
        self.chain.forget()
        self._key[:] = bytes(len(self._key))


def _driver(session: Session) -> Any:
    return session.connection().connection.driver_connection
