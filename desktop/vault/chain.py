"""The keyed chain that runs through the history: each link is proven with a key over the link before it.

It shows that nobody changed or took out a saved change without holding the key. A link covers a digest of what was
written, not the writing itself, so that a person's data can be erased and the chain still holds.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from typing import Any

SALT, DIGEST, MAC = slice(0, 16), slice(16, 48), slice(48, 80)
"""Where salt, digest and link lie in a proof of 80 bytes. Erasing fills the salt with zeros."""
START = bytes(80)
"""The proof before the first one."""


def _joined(*parts: Any) -> bytes:
    """Parts with their lengths before them, so that no two different lists look alike."""
    out = bytearray()
    for part in parts:
        raw = b"" if part is None else part if isinstance(part, bytes) else str(part).encode()
        out += f"{type(part).__name__}{len(raw)}:".encode() + raw
    return bytes(out)


class Chain:
    """Makes and tests the links; registered on every connection, so a foreign tool cannot write at all."""

    def __init__(self, chance: Callable[[int], bytes], key: bytes = b"") -> None:
        self.key = key
        """Kept in the data file itself, so that it outlives a change of the data key."""
        self._chance = chance
        self.entry: int | None = None
        """The number of the change in progress; None means that nothing may be written."""

    def current(self) -> int:
        """The number of the change in progress, asked by the triggers."""
        if self.entry is None or not self.key:
            raise RuntimeError("written outside a change")
        return self.entry

    def link(self, before: bytes | None, outside: tuple[Any, ...], inside: tuple[Any, ...]) -> bytes:
        """The proof of a new link: what stays for ever is `outside`, what can be erased is `inside`."""
        salt = self._chance(16)
        digest = self._digest(salt, inside)
        return salt + digest + self._mac(before, outside, digest)

    def row(self, before: bytes | None, *parts: Any) -> bytes:
        """The proof of one changed row, asked by the triggers: entry, table, row; the row before and after."""
        return self.link(before, parts[:3], parts[3:])

    def holds(self, proof: bytes, before: bytes | None, outside: tuple[Any, ...], inside: tuple[Any, ...]) -> bool:
        """Whether a link is the one that was made; an erased one is tested without its writing."""
        mac = self._mac(before, outside, proof[DIGEST])
        if not hmac.compare_digest(mac, proof[MAC]):
            return False
        erased = proof[SALT] == bytes(16)
        return erased or hmac.compare_digest(self._digest(proof[SALT], inside), proof[DIGEST])

    def trace(self, value: bytes | str | None) -> str | None:
        """A mark by which a column that the history does not copy can be seen to have changed."""
        return None if value is None else hmac.digest(self.key, _joined("trace", value), "sha256").hex()[:32]

    def forget(self) -> None:
        """Drop the key; nothing can be written afterwards."""
        self.key, self.entry = b"", None

    def _digest(self, salt: bytes, inside: tuple[Any, ...]) -> bytes:
        return hmac.digest(self.key, _joined("digest", salt, *inside), "sha256")

    def _mac(self, before: bytes | None, outside: tuple[Any, ...], digest: bytes) -> bytes:
        return hmac.digest(self.key, _joined("link", (before or START)[MAC], *outside, digest), "sha256")
