"""What is looked at before a vault is trusted, and what was found.

Tells apart a wrong passphrase, a damaged file, an old key file, a missing file and a newer program, since each has its
own way out. What leaves a doubt but not a danger becomes a warning, and the vault opens for reading if need be.
"""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from desktop.problems import Problem
from desktop.vault import ground, schema, search
from desktop.vault.chain import Chain
from desktop.vault.engine import check_file, connect
from desktop.vault.files import Progress
from desktop.vault.head import HeadFile
from desktop.vault.keyfile import KeyFile, read_keys
from desktop.vault.refusals import (
    Busy,
    ClockChanged,
    DataDamaged,
    DataMissing,
    HeadMissing,
    OlderData,
    OlderKeyFile,
    OtherData,
    ReadOnly,
    SearchMended,
    SearchWrong,
    SharedFolder,
)
from desktop.vault.store import Store
from desktop.vault.successor import discard, newer_than

_CLOCK_MAY_LAG = timedelta(minutes=5)


def require_data(folder: Path, keys: KeyFile) -> None:
    """Raise `OlderKeyFile` or `DataMissing` if the data file is not there."""
    if not (folder / keys.data).exists():
        raise OlderKeyFile if newer_than(folder, keys.data) else DataMissing


def require_same_keys(folder: Path, keys: KeyFile) -> None:
    """Raise `Busy` if another program wrote the key file after it was read and before the vault was taken."""
    if read_keys(folder)[0] != keys:
        raise Busy


def cannot_write(folder: Path, keys: KeyFile) -> bool:
    """Whether the vault can only be read where it lies."""
    return ground.is_on_network(folder) or not (os.access(folder, os.W_OK) and os.access(folder / keys.data, os.W_OK))


def require_sound(folder: Path, keys: KeyFile, key: bytes, chain: Chain, progress: Progress) -> tuple[Any, int]:
    """Read every page of the data file; the connection that read them, and their number. Raises `DataDamaged`."""
    try:
        raw = connect(folder / keys.data, key, chain, read_only=not os.access(folder, os.W_OK))
        try:
            return raw, check_file(raw, folder / keys.data, key, keys.store_id, progress)
        except BaseException:
            raw.close()
            raise
    except DataDamaged:
        raise DataDamaged(backup_day(folder, key)) from None


def backup_day(folder: Path, key: bytes) -> date | None:
    """The day of the newest good backup, as far as the head file can be trusted."""
    head = HeadFile.read(folder)
    return date.fromisoformat(head.backup) if head and head.is_whole(key) and head.backup else None


def doubts(store: Store) -> tuple[Problem, ...]:
    """What is strange about an opened vault; it is made read-only if saving could do harm."""
    found: list[Problem] = []
    head = HeadFile.read(store.folder)
    if head is None or not head.is_whole(store.key):
        found.append(HeadMissing())
    else:
        store.backup_day = head.backup
        count = store.head().count
        if count < head.head.count:
            found.append(OlderData(head.head.count - count))
        elif store.mac_at(head.head.count) != head.head.mac:
            found.append(OtherData())
        if head.generation > store.keys.generation:
            found.append(OlderKeyFile())
    harmful = any(isinstance(problem, OlderData | OtherData) for problem in found)
    if store.read_only:
        found.append(ReadOnly())
    store.read_only = store.read_only or harmful
    last = store.last_moment()
    if last is not None and last > store.world.now() + _CLOCK_MAY_LAG:
        found.append(ClockChanged())
    if ground.is_on_network(store.folder) or ground.is_synchronised(store.folder):
        found.append(SharedFolder())
    return tuple(found)


def search_problems(store: Store) -> tuple[Problem, ...]:
    """Compare the search with what stands in the history; if old pages were put back, it is made anew."""
    raw = connect(store.path, store.key, Chain(store.world.chance), read_only=True)
    try:
        if search.holds(raw):
            return ()
    finally:
        raw.close()
    if store.read_only:
        return (SearchWrong(),)
    with store.mending() as connection:
        search.rebuild(connection)
    return (SearchMended(),)


def tidy(store: Store) -> None:
    """Make what is missing of the vault's own tables, and take away a data file that is not needed any more."""
    with store.look() as session:
        complete = schema.is_complete(session.connection())
    if not complete:
        with store.mending() as connection:
            schema.complete(connection)
    spare = store.keys.spare
    if spare and spare != store.keys.data:
        discard(store.folder / spare)
