"""Writing small files so that a reader finds either the old one or the new one, whole, whatever happens.

Knows nothing of what is written. The vault's own database is not written here.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

from desktop.vault.refusals import BadPlace, DiskFull, DiskTrouble, InsideVault, ReadOnly, VaultProblem

Progress = Callable[[int, int], None]
"""Told how much is done of how much; may raise `Cancelled`."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_PLACE = {errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EEXIST, errno.EINVAL}
_REPLACE_TRIES = 50
LARGEST_SMALL = 1 << 20
"""Bytes that a small file of the vault has at most."""


def no_progress(done: int, total: int) -> None:
    """For those who do not want to be told."""


def disk_problem(error: OSError) -> VaultProblem:
    """What the operating system refused, as a sentence."""
    if error.errno in _FULL:
        return DiskFull()
    if error.errno in _NO_PLACE:
        return BadPlace()
    return ReadOnly() if error.errno in _REFUSED else DiskTrouble()


def require_no_vault(target: Path) -> None:
    """Raise `InsideVault` if a file is to be written among those of a vault, such as a backup over its data."""
    folder = target.parent
    if (folder / "keys.json").exists() and any(folder.glob("data-*.db")):
        raise InsideVault(field="file")


def read_small(path: Path) -> bytes:
    """A small file of the vault; what lies in its place (a device, a pipe) is refused instead of waited for."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EIO, "not a file", str(path))
    with path.open("rb") as file:
        content = file.read(LARGEST_SMALL + 1)
    if len(content) > LARGEST_SMALL:
        raise OSError(errno.EFBIG, "too large", str(path))
    return content


def sync_folder(folder: Path) -> None:
    """Make names that were added to or taken from the folder last through a power cut (Windows needs no such step)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Make what was written into the file last through a power cut."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace(source: Path, target: Path) -> None:
    """Give the file its final name; on Windows a virus scanner may hold the old one for a moment."""
    if target.exists() and not target.is_file():  # a folder, or a device such as /dev/null: never put a file there
        raise IsADirectoryError(errno.EISDIR, "not a file", str(target))
    for left in reversed(range(_REPLACE_TRIES)):
        try:
            source.replace(target)
            break
        except PermissionError:
            if os.name != "nt" or not left:
                raise
            sync_file(source)  # takes a moment by itself, long enough for a scanner to let go
    sync_folder(target.parent)


def write_whole(path: Path, content: bytes) -> None:
    """Write a small file beside, make it durable, then give it its name in one step."""
    part = path.parent / f"{path.name}.part"
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        replace(part, path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
