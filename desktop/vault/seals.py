"""Tests the seal of every page of a data file, page by page, so that it can be told how far it is and be stopped.

SQLCipher's own check of the whole file does the same in one piece, silent until its end, which for a large vault is a
minute. The seal is what SQLCipher 4 writes: HMAC-SHA512 over a page without it, and the page's number.
"""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

from desktop.vault.files import Progress

PAGE, SALT, SEAL = 4096, 16, 64
"""Bytes of a page, of the salt that begins the file, of the seal that ends each page."""
LOCKS = 0x40000000 // PAGE + 1
"""The page at 1 GiB by which SQLite locks: it holds nothing, ever, and is never sealed."""
_AT_ONCE = 256
"""Pages read together."""
_MASK, _TURNS = 0x3A, 2


def are_whole(path: Path, key: bytes, progress: Progress) -> bool:
    """Whether every page is as it was written, and in its place; `progress` is told of pages and may stop it."""
    total, number = path.stat().st_size // PAGE, 0
    with path.open("rb") as file:
        salt = file.read(SALT)
        own = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ _MASK for byte in salt), _TURNS, len(key))
        file.seek(0)
        while pages := file.read(_AT_ONCE * PAGE):
            for at in range(0, len(pages), PAGE):
                number += 1
                if number == LOCKS:
                    continue
                first, last = at + SALT if number == 1 else at, at + PAGE - SEAL
                seal = hmac.digest(own, pages[first:last] + number.to_bytes(4, "little"), "sha512")
                if not hmac.compare_digest(seal, pages[last : at + PAGE]):
                    return False
            progress(number, total)
    return number == total > 0
