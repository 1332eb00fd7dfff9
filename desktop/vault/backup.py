"""One file that holds a whole vault.

Whatever leaves the vault's folder is one such file: encrypted, read back before it gets its name. The way back from it
stands in `restoring`.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from uuid import UUID

from sqlcipher3 import dbapi2

from desktop.language import N_
from desktop.vault import successor
from desktop.vault.chain import Chain
from desktop.vault.engine import connect, driver_problem
from desktop.vault.files import Progress, disk_problem, no_progress, require_no_vault, sync_file
from desktop.vault.files import replace as put_in_place
from desktop.vault.head import HEAD, Head, HeadFile
from desktop.vault.keyfile import KEYS, KeyFile
from desktop.vault.refusals import VaultProblem
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
    with opened(path) as (packed, manifest):
        keys = KeyFile.parse(packed.read(KEYS))
        return BackupInfo(
            path, keys.store_id, datetime.fromisoformat(manifest["made"]), tuple(slot.name for slot in keys.slots),
            int(manifest["changes"]), path.stat().st_size,
        )  # fmt: skip


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
    with opened(part) as (packed, manifest):
        for name in manifest["files"]:
            stream(packed, name, manifest, None, no_progress)


@contextmanager
def opened(path: Path) -> Iterator[tuple[zipfile.ZipFile, dict[str, Any]]]:
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


def stream(
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
