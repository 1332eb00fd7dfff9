"""The way back from a backup.

It is never restored over the present vault but beside it; a person compares, then decides.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from desktop.language import N_
from desktop.vault import successor, workers
from desktop.vault.backup import BackupInfo, opened, read_backup, stream
from desktop.vault.chain import Chain
from desktop.vault.engine import connect
from desktop.vault.files import Progress, disk_problem, no_progress, sync_file, sync_folder
from desktop.vault.head import HeadFile
from desktop.vault.keyfile import KeyFile
from desktop.vault.owner import Owner
from desktop.vault.refusals import ReadOnly, VaultProblem
from desktop.vault.vault import Vault


def restore_beside(path: Path, folder: Path, progress: Progress = no_progress) -> BackupInfo:
    """Lay the backed-up vault into a new folder, where it is unlocked like any other. Nothing is overwritten."""
    workers.require_new_folder(folder)
    info = read_backup(path)
    try:
        folder.mkdir(0o700, parents=True, exist_ok=True)
        with opened(path) as (packed, manifest):
            for name in manifest["files"]:
                with (folder / name).open("wb") as file:
                    stream(packed, name, manifest, file, progress)
                sync_file(folder / name)
        sync_folder(folder)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise disk_problem(error) from None
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return info


def folder_beside(folder: Path, info: BackupInfo) -> Path:
    """A free name for a restored vault next to the present one."""
    base = f"{folder.stem} {info.made:%Y-%m-%d}"
    names = [f"{base}{folder.suffix}", *(f"{base} ({n}){folder.suffix}" for n in range(2, 1000))]
    return next(folder.with_name(name) for name in names if not folder.with_name(name).exists())


def counts(vault: Vault) -> dict[str, int]:
    """How many rows each table holds, for comparing two vaults."""
    with vault.look() as session:
        run = session.connection().exec_driver_sql
        names = [r.name for r in run("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%fts5%'")]
        kept = sorted(name for name in names if not name.startswith(("search_", "history_", "store", "sqlite_")))
        return {name: int(run(f'SELECT count(*) FROM "{name}"').scalar() or 0) for name in kept}


def switch(restored: Vault, folder: Path, *, present: Vault | None = None, progress: Progress = no_progress) -> None:
    """Make the restored data the present ones in `folder`; the file before stays there and can be gone back to.

    With the present vault unlocked, its key and its workers stay. Without it (it is damaged), its workers stay if the
    backup bears the same key, else those of the backup come back.
    """
    if present is None:
        with _owned(folder):
            _switch(restored, folder, None, progress)
    else:
        _switch(restored, folder, present, progress)


@contextmanager
def _owned(folder: Path) -> Iterator[None]:
    """Keep others out of a vault that cannot be unlocked."""
    owner = Owner(folder)
    if not owner.take():
        raise ReadOnly
    try:
        yield
    finally:
        owner.let_go()


def _switch(restored: Vault, folder: Path, present: Vault | None, progress: Progress) -> None:
    old = present.keys if present else _readable_keys(folder)
    if old is not None and old.store_id != restored.store_id:
        raise VaultProblem(N_("This backup is of another vault. Open it where it lies."))
    if present is not None:
        keys, key = present.keys, present.key
    elif old is not None and old.is_whole(restored.key):
        keys, key = old, restored.key
    else:
        keys, key = replace(restored.keys, generation=old.generation if old else restored.keys.generation), restored.key
    data = successor.next_name(folder, keys.data)
    chain = Chain(restored.world.chance)
    source = connect(restored.path, restored.key, chain, read_only=True)
    try:
        successor.copy(source, folder / data, key, chain, successor.in_parts(progress, 0, 2))
    finally:
        source.close()
    following = replace(keys, data=data, spare="")
    entry = (N_("Backup restored"), restored.worker, "")
    try:
        head = workers.note(folder, following, bytearray(key), restored.world, entry)
        successor.verify(folder / data, key, chain, keys.store_id, successor.in_parts(progress, 1, 2))
        following = following.write(folder, key)
    except BaseException:
        successor.discard(folder / data)
        raise
    if present is not None:
        present.become(following, bytearray(key))
    else:
        HeadFile(head, following.generation, restored.backup_day).write(folder, key)


def _readable_keys(folder: Path) -> KeyFile | None:
    try:
        return KeyFile.read(folder)
    except VaultProblem:
        return None
