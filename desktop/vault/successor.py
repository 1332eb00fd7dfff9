"""The next data file: written beside the present one, read through, and only then named in the key file.

Everything that cannot be done in place goes this way: a new key, a new form of the tables, a restored backup.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlcipher3 import dbapi2

from desktop.vault.chain import Chain
from desktop.vault.engine import assert_encrypted, check_file, connect, driver_problem
from desktop.vault.files import Progress, sync_file, sync_folder

_PAGES_AT_ONCE = 2000
_NAME = re.compile(r"data-(\d+)\.db")


def next_name(folder: Path, present: str) -> str:
    """A name that no data file here ever bore, as far as can be seen."""
    there = [_NAME.fullmatch(path.name) for path in folder.iterdir()] + [_NAME.fullmatch(present)]
    return f"data-{max((int(found[1]) for found in there if found), default=0) + 1}.db"


def newer_than(folder: Path, name: str) -> bool:
    """Whether a later data file lies in the folder."""
    own = _NAME.fullmatch(name)
    there = [_NAME.fullmatch(path.name) for path in folder.glob("data-*.db")]
    return own is not None and any(int(found[1]) > int(own[1]) for found in there if found)


def copy(source: Any, target: Path, key: bytes, chain: Chain, progress: Progress) -> None:
    """Copy an open data file page by page into a new file under a key of its own; takes the file away if stopped."""

    def tick(status: int, remaining: int, total: int) -> None:
        progress(total - remaining, total)

    try:
        written = connect(target, key, chain, new=True)
        try:
            source.backup(written, pages=_PAGES_AT_ONCE, progress=tick)
        finally:
            written.close()
        sync_file(target)
    except dbapi2.Error as error:
        discard(target)
        raise driver_problem(error) or error from None
    except BaseException:
        discard(target)
        raise


def verify(path: Path, key: bytes, chain: Chain, store_id: UUID, progress: Progress) -> int:
    """Open a written file anew and read every page of it; the number of pages."""
    assert_encrypted(path)
    raw = connect(path, key, chain, read_only=True)
    try:
        return check_file(raw, path, key, store_id, progress)
    finally:
        raw.close()


def discard(path: Path) -> None:
    """Take away a data file and what SQLite may have left beside it."""
    for leftover in (path, path.with_name(path.name + "-journal")):
        leftover.unlink(missing_ok=True)
    sync_folder(path.parent)


def in_parts(progress: Progress, part: int, parts: int) -> Callable[[int, int], None]:
    """Progress of one of several parts that take about as long as each other."""

    def tell(done: int, total: int) -> None:
        progress(part * 1000 + (1000 * done // total if total else 0), parts * 1000)

    return tell
