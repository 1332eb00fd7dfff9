"""Opening the encrypted data file: the only place where SQLCipher is spoken to before SQLAlchemy takes over.

A key is set before anything touches the file, every setting is asked back, and an empty or plain file is refused:
SQLCipher itself would greet the centre with an empty vault, or write it in the clear, and say nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from desktop.vault import schema, seals, stopping
from desktop.vault.chain import Chain
from desktop.vault.files import Progress
from desktop.vault.packing import pack, unpack_if_whole
from desktop.vault.refusals import Busy, DataDamaged, DataMissing, DiskFull, DiskTrouble, ReadOnly, VaultProblem
from desktop.vault.statements import Statements, dialect

APPLICATION_ID = 0x4C696570
"""`Liep`, written into the data file's header."""
PAGE = 4096
OLDEST_SQLITE = (3, 51, 3)
"""Earlier ones could damage a file (sqlite.org/wal.html, the reset bug); refused."""

_SETTINGS = {
    "journal_mode": ("DELETE", "delete"),
    "synchronous": ("EXTRA", 3),
    "temp_store": ("MEMORY", 2),
    "secure_delete": ("ON", 1),
    "foreign_keys": ("ON", 1),
    "recursive_triggers": ("ON", 1),
    "cell_size_check": ("ON", 1),
    "cache_size": ("-8000", -8000),
    "trusted_schema": ("ON", 1),
}
"""Setting, value, and the answer when asked back. Triggers call our own functions, so the schema must be trusted."""

_ROOMY = -192_000
"""KiB of pages that bulk writing holds, so that what is sorted by name is not read and written again and again."""

_wipes = True


@contextmanager
def unwiped() -> Iterator[None]:
    """For invented data alone: connections opened meanwhile leave SQLCipher's freed memory as it is, and hold more, and
    every statement that is made ready goes on to the next vault.

    Wiping and locking it costs bulk writing about ten times the time. It cannot be taken back in a process that has
    opened a vault before; connections opened later wipe again.
    """
    global _wipes
    before, _wipes = _wipes, False
    try:
        yield
    finally:
        _wipes = before


Opened = tuple[Any, Chain]
"""A connection to the data file by which it can be written, and the chain that it asks."""


def connect(
    path: Path, key: bytes, chain: Chain, *, read_only: bool = False, new: bool = False, statements: int = 128
) -> Any:
    """A driver connection to the data file, which keeps so many statements prepared; raises `DataMissing` or
    `DataDamaged`, never makes a file unless `new`."""
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {dbapi2.sqlite_version} is too old")
    if len(key) != 32:
        raise ValueError("the data key has 32 bytes")
    if new == path.exists():
        raise FileExistsError(path) if new else DataMissing
    if not new and (not path.is_file() or path.stat().st_size < PAGE):
        raise DataDamaged
    mode = "ro" if read_only else "rwc" if new else "rw"
    place = f"{path.absolute().as_uri()}?mode={mode}"
    try:
        raw = dbapi2.connect(
            place, uri=True, check_same_thread=False, isolation_level=None, timeout=15, cached_statements=statements
        )
    except dbapi2.Error as error:
        raise driver_problem(error) or error from None
    try:
        _unlock(raw, key, new=new)
        _settle(raw, read_only=read_only)
        raw.execute(schema.WORDS)
        raw.create_function("audit_row", 6, chain.row)
        raw.create_function("audit_trace", 1, chain.trace, deterministic=True)
        raw.create_function("audit_entry", 0, chain.current)
        raw.create_function("audit_pack", 1, pack, deterministic=True)
        raw.create_function("audit_unpack", 1, unpack_if_whole, deterministic=True)
    except dbapi2.Error as error:
        raw.close()
        raise driver_problem(error) or error from None
    except BaseException:
        raw.close()
        raise
    return raw


def _unlock(raw: Any, key: bytes, *, new: bool) -> None:
    raw.execute("PRAGMA cipher_log_level=NONE")
    if _wipes:
        raw.execute("PRAGMA cipher_memory_security=ON")
    raw.execute(f"PRAGMA key=\"x'{bytes(key).hex()}'\"")
    try:
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as error:
        raise driver_problem(error) or error from None
    if _wipes and str(raw.execute("PRAGMA cipher_memory_security").fetchone()[0]) != "1":
        raise RuntimeError("memory is not wiped")
    if new:
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
    elif raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise DataDamaged


def _settle(raw: Any, *, read_only: bool) -> None:
    for name, (value, answer) in _SETTINGS.items():
        if name == "journal_mode" and read_only:
            continue
        raw.execute(f"PRAGMA {name}={value}").fetchall()
        told = raw.execute(f"PRAGMA {name}").fetchone()[0]
        if told != answer:
            raise RuntimeError(f"{name} is {told}")
    if not _wipes:
        raw.execute(f"PRAGMA cache_size={_ROOMY}")


def make_engine(path: Path, key: bytearray, chain: Chain, *, read_only: bool = False, first: Any = None) -> Engine:
    """An engine over the data file; a unit of work with the option `write` takes the pen at once.

    A connection that is open already becomes its `first`.
    """
    is_open = [] if first is None else [first]
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: is_open.pop() if is_open else connect(path, bytes(key), chain, read_only=read_only),
        poolclass=QueuePool,
        pool_use_lifo=True,
        pool_size=3,
        max_overflow=5,
        hide_parameters=True,
        execution_options={"compiled_cache": Statements(invented=not _wipes)},
    )
    engine.dialect = dialect()
    event.listen(engine, "begin", _begin)
    return engine


_WRITES = "writes"


def _begin(connection: Connection) -> None:
    writes = bool(connection.get_execution_options().get("write", False))
    # Turned only where it stands otherwise: turning it makes SQLite forget every statement it has prepared.
    if connection.info.get(_WRITES) is not writes:
        connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
        connection.info[_WRITES] = writes
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


_STEPS = 20_000
"""Steps of SQLite's machine between two questions whether a reading is still wanted: a millisecond or two."""


@contextmanager
def heeding(driver: Callable[[], Any]) -> Iterator[None]:
    """Read by this connection only as long as whoever began the job wants it; else end with `Cancelled`."""
    is_stopped = stopping.asked()
    if is_stopped is None:
        yield
        return
    raw = driver()
    raw.set_progress_handler(is_stopped, _STEPS)
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        if _name(error).startswith("SQLITE_INTERRUPT"):
            raise stopping.stopped() from None
        raise
    finally:
        raw.set_progress_handler(None, 0)


_NAMES = {"disk I/O error": "SQLITE_IOERR", "database or disk is full": "SQLITE_FULL"}
"""The driver's page-by-page copying tells its errors by sentence only."""


def driver_problem(error: BaseException) -> VaultProblem | None:
    """What the driver refused, as a sentence; None if it is a bug of ours."""
    name = _name(error)
    for start, problem in (
        ("SQLITE_FULL", DiskFull), ("SQLITE_CORRUPT", DataDamaged), ("SQLITE_NOTADB", DataDamaged),
        ("SQLITE_READONLY", ReadOnly), ("SQLITE_BUSY", Busy), ("SQLITE_IOERR", DiskTrouble),
        ("SQLITE_CANTOPEN", DiskTrouble),
    ):  # fmt: skip
        if name.startswith(start):
            return problem()
    return None


def _name(error: BaseException) -> str:
    if isinstance(error, DBAPIError):
        error = error.orig or error
    return str(getattr(error, "sqlite_errorname", "") or _NAMES.get(str(error), ""))


def assert_encrypted(path: Path) -> None:
    """Refuse to go on with a file that can be read without the key: a bug, and the worst one."""
    with path.open("rb") as file:
        start = file.read(16)
    if len(start) < 16 or start.startswith(b"SQLite format 3"):
        raise RuntimeError("the data file is not encrypted")
    raw = dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        raw.execute("PRAGMA cipher_log_level=NONE")
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError:
        return
    finally:
        raw.close()
    raise RuntimeError("the data file opens without a key")


_SEALS = 35
"""Of a hundred parts of reading a file through, those in which seals are tested; the rest looks at what is in it."""
_TICK, _STEPS_OF_A_PAGE = 10_000, 160
"""SQLite's steps between two words of progress, and about as many as it takes for a page."""


def check_file(raw: Any, path: Path, key: bytes, store_id: UUID, progress: Progress) -> int:
    """Read every page, test its seal and its place; the number of pages. Raises `DataDamaged` or `Cancelled`."""
    stopped: list[BaseException] = []
    steps = 0

    def tick() -> int:
        nonlocal steps
        steps += 1
        try:
            progress(min(_SEALS + steps * _TICK * (100 - _SEALS) // most, 99), 100)
        except BaseException as error:  # noqa: BLE001 - carried across the C code and raised again below
            stopped.append(error)
            return 1
        return 0

    progress(0, 100)
    try:
        pages = int(raw.execute("PRAGMA page_count").fetchone()[0])
        most = max(1, pages * _STEPS_OF_A_PAGE)
        sealed = seals.are_whole(path, key, lambda done, total: progress(done * _SEALS // total, 100))
        raw.set_progress_handler(tick, _TICK)
        sound = sealed and raw.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
        same = sealed and raw.execute("SELECT store_id FROM store").fetchall() == [(store_id.bytes,)]
    except OSError as error:
        raise DiskTrouble from error
    except dbapi2.DatabaseError as error:
        if stopped:
            raise stopped[0] from None
        raise (
            DataDamaged() if isinstance(error, dbapi2.OperationalError) else driver_problem(error) or error
        ) from None
    finally:
        raw.set_progress_handler(None, 0)
    if not sound or not same or path.stat().st_size != pages * PAGE:
        raise DataDamaged
    progress(100, 100)
    return pages
