"""The last change, remembered outside the data file.

If the data file is ever put back to an older state, the head tells it. It lies beside the key file, proven with the
data key, and its short form is printed on paper, where no program can change it.
"""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from pathlib import Path

from desktop.vault.files import read_small, write_whole
from desktop.vault.keys import derived

HEAD = "head.json"


@dataclass(frozen=True)
class Head:
    """How many changes there are, and the proof of the last one."""

    count: int
    mac: bytes


@dataclass(frozen=True)
class HeadFile:
    """What `head.json` says."""

    head: Head
    generation: int
    """The key file's, when this was written."""
    backup: str
    """The day of the newest backup that was read back and found good; empty if none."""
    proof: bytes = b""

    @classmethod
    def read(cls, folder: Path) -> HeadFile | None:
        """The head beside a key file; None if there is none or it cannot be read."""
        try:
            body = json.loads(read_small(folder / HEAD))
            head = Head(int(body["count"]), bytes.fromhex(body["mac"]))
            return cls(head, int(body["generation"]), str(body["backup"]), bytes.fromhex(body["proof"]))
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return None

    def is_whole(self, key: bytes) -> bool:
        """Whether it was written by somebody who held this data key."""
        return hmac.compare_digest(self.proof, self._proof(key))

    def content(self, key: bytes) -> bytes:
        """The file's bytes, proven with the data key."""
        body = {
            "count": self.head.count, "mac": self.head.mac.hex(), "generation": self.generation,
            "backup": self.backup, "proof": self._proof(key).hex(),
        }  # fmt: skip
        return json.dumps(body).encode()

    def write(self, folder: Path, key: bytes) -> None:
        """Put it in place in one step."""
        write_whole(folder / HEAD, self.content(key))

    def _proof(self, key: bytes) -> bytes:
        said = f"{self.head.count}\0{self.head.mac.hex()}\0{self.generation}\0{self.backup}".encode()
        return hmac.digest(derived(key, "head"), said, "sha256")
