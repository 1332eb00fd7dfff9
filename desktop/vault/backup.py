"""One file that holds a whole vault, and the way back from it.

Whatever leaves the vault's folder is one such file: encrypted, read back before it gets its name. A backup is never
restored over the present vault but beside it; a person compares, then decides.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from uuid import UUID

from sqlcipher3 import dbapi2

from desktop.language import N_
from desktop.vault import successor, workers
from desktop.vault.chain import Chain
from desktop.vault.engine import connect, driver_problem
from desktop.vault.files import Progress, disk_problem, no_progress, require_no_vault, sync_file, sync_folder
from desktop.vault.files import replace as put_in_place
from desktop.vault.head import HEAD, Head, HeadFile
from desktop.vault.keyfile import KEYS, KeyFile
from desktop.vault.owner import Owner
from desktop.vault.refusals import ReadOnly, VaultProblem
from desktop.vault.vault import Vault

FORMAT = 1
MANIFEST = "manifest.json"
_DATA = re.compile(r"data-\d{1,9}\.db")
_BLOCK = 1 << 20
_LARGEST_TEXT = 1 << 20


class NotABackup(VaultProblem):
    """The file is something else, or a newer program made it."""

    said = N_("This file is not a backup of a vault.")


class BackupDamaged(VaultProblem):
    """The file is a backup, but not all of it is as it was written."""

    said = N_("The backup is damaged. Use another one.")


@dataclass(frozen=True)
class BackupInfo:
    """What a backup says of itself; it is proven only when the vault in it is unlocked."""

    path: Path
    store_id: UUID
    made: datetime
    """Aware, UTC."""
    workers: tuple[str, ...]
    """Who could unlock it when it was made."""
    changes: int
    size: int
    """Bytes."""


@dataclass(frozen=True)
class BackupReport:
    """A backup that was made, read back and found good."""

    path: Path
    made: datetime
    head: Head
    pages: int
    size: int


def back_up(vault: Vault, target: Path, progress: Progress = no_progress) -> BackupReport:
    """Write the whole vault into one file, which gets its name only after it was read back; stopping leaves nothing."""
    data = target.parent / f".{target.name}.data"
    part = target.parent / f".{target.name}.part"
    require_no_vault(target)
    with _leaving_nothing(data, part):
        data.unlink(missing_ok=True)
        chain = Chain(vault.world.chance)
        source = connect(vault.path, vault.key, chain, read_only=True)
        try:
            successor.copy(source, data, vault.key, chain, successor.in_parts(progress, 0, 3))
        finally:
            source.close()
        pages = successor.verify(data, vault.key, chain, vault.store_id, successor.in_parts(progress, 1, 3))
        head = _head_of(data, vault, chain)
        made = vault.world.now()
        _pack(part, data, vault, head, made=made, progress=successor.in_parts(progress, 2, 3))
        _read_back(part)
        put_in_place(part, target)
    if not vault.read_only:
        vault.backup_day = vault.world.today().isoformat()
        with vault.change(N_("Backup made"), vault.worker):
            pass
    return BackupReport(target, made, head, pages, target.stat().st_size)


def read_backup(path: Path) -> BackupInfo:
    """What a backup says of itself; needs no passphrase. Raises `NotABackup` or `BackupDamaged`."""
    with _opened(path) as (packed, manifest):
        keys = KeyFile.parse(packed.read(KEYS))
        return BackupInfo(
            path, keys.store_id, datetime.fromisoformat(manifest["made"]), tuple(slot.name for slot in keys.slots),
            int(manifest["changes"]), path.stat().st_size,
        )  # fmt: skip


def restore_beside(path: Path, folder: Path, progress: Progress = no_progress) -> BackupInfo:
    """Lay the backed-up vault into a new folder, where it is unlocked like any other. Nothing is overwritten."""
    workers.require_new_folder(folder)
    info = read_backup(path)
    try:
        folder.mkdir(0o700, parents=True, exist_ok=True)
        with _opened(path) as (packed, manifest):
            for name in manifest["files"]:
                with (folder / name).open("wb") as file:
                    _stream(packed, name, manifest, file, progress)
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


def _head_of(data: Path, vault: Vault, chain: Chain) -> Head:
    raw = connect(data, vault.key, chain, read_only=True)
    try:
        row = raw.execute("SELECT number, substr(proof, 49) FROM history_entry ORDER BY number DESC LIMIT 1").fetchone()
        return Head(row[0], bytes(row[1]))
    finally:
        raw.close()


def _pack(part: Path, data: Path, vault: Vault, head: Head, *, made: datetime, progress: Progress) -> None:
    head_file = HeadFile(head, vault.keys.generation, vault.backup_day).content(vault.key)
    small = {KEYS: vault.keys.content(vault.key), HEAD: head_file}
    files = {name: [len(content), hashlib.sha256(content).hexdigest()] for name, content in small.items()}
    files[vault.keys.data] = [data.stat().st_size, _digest(data)]
    manifest: dict[str, Any] = {"format": FORMAT, "made": made.isoformat(), "changes": head.count, "files": files}
    with zipfile.ZipFile(part, "x", zipfile.ZIP_STORED) as packed:
        packed.writestr(zipfile.ZipInfo(MANIFEST), json.dumps(manifest, indent=1))
        for name, content in small.items():
            packed.writestr(zipfile.ZipInfo(name), content)
        with data.open("rb") as source, packed.open(zipfile.ZipInfo(vault.keys.data), "w", force_zip64=True) as target:
            done, total = 0, data.stat().st_size
            while block := source.read(_BLOCK):
                target.write(block)
                done += len(block)
                progress(done, total)
    sync_file(part)


def _read_back(part: Path) -> None:
    with _opened(part) as (packed, manifest):
        for name in manifest["files"]:
            _stream(packed, name, manifest, None, no_progress)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[zipfile.ZipFile, dict[str, Any]]]:
    """The packed file and what it says of itself; any fault in it is a sentence."""
    if path.exists() and not path.is_file():
        raise NotABackup
    try:
        packed = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as error:
        raise (disk_problem(error) if isinstance(error, PermissionError) else NotABackup()) from None
    with packed:
        try:
            yield packed, _manifest(packed)
        except (zipfile.BadZipFile, ValueError, KeyError, TypeError, AttributeError, EOFError, NotImplementedError):
            raise BackupDamaged from None


def _manifest(packed: zipfile.ZipFile) -> dict[str, Any]:
    infos = {info.filename: info for info in packed.infolist()}
    if MANIFEST not in infos or infos[MANIFEST].file_size > _LARGEST_TEXT:
        raise NotABackup
    manifest: dict[str, Any] = json.loads(packed.read(MANIFEST))
    if manifest["format"] != FORMAT:
        raise NotABackup
    names = set(manifest["files"])
    data = {name for name in names if _DATA.fullmatch(name)}
    if names != {KEYS, HEAD} | data or len(data) != 1 or set(infos) != names | {MANIFEST}:
        raise BackupDamaged
    if any(infos[n].file_size != size or infos[n].compress_type for n, (size, _) in manifest["files"].items()):
        raise BackupDamaged
    return manifest


def _stream(
    packed: zipfile.ZipFile, name: str, manifest: dict[str, Any], target: IO[bytes] | None, progress: Progress
) -> None:
    """Read one packed file to its end, comparing its digest, into a target if there is one."""
    size, wanted = manifest["files"][name]
    digest, done = hashlib.sha256(), 0
    with packed.open(name) as source:
        while block := source.read(_BLOCK):
            digest.update(block)
            done += len(block)
            if target is not None:
                target.write(block)
            progress(done, size)
    if digest.hexdigest() != wanted:
        raise BackupDamaged


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _leaving_nothing(*parts: Path) -> Iterator[None]:
    """Take half-written files away whatever happens, and tell the disk's refusals as sentences."""
    try:
        yield
    except OSError as error:
        raise disk_problem(error) from None
    except dbapi2.Error as error:
        raise driver_problem(error) or error from None
    finally:
        for path in parts:
            with suppress(OSError):
                path.unlink(missing_ok=True)
                path.with_name(path.name + "-journal").unlink(missing_ok=True)
