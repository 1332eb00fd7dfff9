"""One owner at a time: a lock that the operating system drops by itself when the program dies.

The lock's file stays behind and means nothing; only the lock on it counts. It says who is inside, for the second one
who knocks.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from desktop.vault.files import disk_problem
from desktop.vault.refusals import AlreadyOpen

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

OWNER = "owner"
_FAR = 1 << 30
"""Windows locks a byte that nobody reads, so that the text before it can be read by others."""


class Owner:
    """Holds the vault for this program until let go."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / OWNER
        self._handle: int | None = None

    def take(self) -> bool:
        """Take the vault; raises `AlreadyOpen`. False if the folder cannot be written: nobody need be kept out."""
        try:
            if self._path.exists() and not self._path.is_file():
                raise OSError(errno.EIO, "not a file", str(self._path))
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
                return False
            raise disk_problem(error) from None
        try:
            _lock(handle)
        except OSError:
            who, since = _said(handle)
            os.close(handle)
            raise AlreadyOpen(who, since) from None
        self._handle = handle
        return True

    def say(self, who: str, since: datetime) -> None:
        """Write who is inside and since when (desk time)."""
        if self._handle is None:
            return
        with suppress(OSError):  # a full disk keeps nobody out; the second one is told no name
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, json.dumps({"who": who, "since": since.isoformat()}).encode())

    def let_go(self) -> None:
        """Let others in; the name is wiped."""
        if self._handle is not None:
            with suppress(OSError):
                os.ftruncate(self._handle, 0)
            os.close(self._handle)
            self._handle = None


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _said(handle: int) -> tuple[str, datetime | None]:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        body = json.loads(os.read(handle, 4096))
        return str(body["who"]), datetime.fromisoformat(body["since"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return "", None
