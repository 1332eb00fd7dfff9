"""The key file: which workers and which recovery sheets open the vault, and which data file is the present one.

Replacing this file is the one moment at which anything new takes over. Knows no passphrases, no tables, no records.
"""

from __future__ import annotations

import errno
import hashlib
import hmac
import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop.problems import Problem
from desktop.vault.files import disk_problem, read_small, write_whole
from desktop.vault.keys import KeyCost, Slot, derived, seal
from desktop.vault.refusals import DataMissing, DiskTrouble, KeyFileDamaged, NewerVersion, OldKeysUsed

FORMAT = 1
"""The number of this file's layout; a higher one comes from a newer program."""
KEYS = "keys.json"
KEYS_BEFORE = "keys.json.prev"


@dataclass(frozen=True)
class Pair:
    """Two of the three recovery sheets: what they open together."""

    public: bytes
    sealed: bytes


@dataclass(frozen=True)
class RecoveryKit:
    """The three sheets of paper of which any two open the vault; the sheets' secrets are nowhere in here."""

    kit: str
    """The five characters printed on all three sheets."""
    made: str
    rehearsed: str | None
    """When two sheets were typed back and opened the vault; None as long as nobody tried."""
    pairs: dict[str, Pair]
    """By the numbers of the two sheets: `12`, `13`, `23`; empty once the kit was used."""

    @property
    def is_void(self) -> bool:
        """Whether the sheets open nothing any more."""
        return not self.pairs

    def sealing(self, store: UUID, key: bytes) -> RecoveryKit:
        """The same sheets opening this data key; needs no paper."""
        pairs = {n: replace(p, sealed=seal(key, p.public, self.bound(store, n))) for n, p in self.pairs.items()}
        return replace(self, pairs=pairs)

    def bound(self, store: UUID, numbers: str) -> bytes:
        """What a pair's seal is bound to."""
        return b"\0".join((b"liepa recovery", store.bytes, self.kit.encode(), numbers.encode()))


@dataclass(frozen=True)
class KeyFile:
    """What `keys.json` says. Replacing it is the one moment at which a new data file takes over."""

    store_id: UUID
    generation: int
    """Grows with each writing."""
    data: str
    """The name of the data file in the same folder."""
    practice: bool
    """Whether it was made with a cheap key, for tests and invented centres."""
    slots: tuple[Slot, ...]
    recovery: RecoveryKit | None = None
    spare: str = ""
    """A data file that is no longer needed once this one was opened well."""
    proof: bytes = b""
    """Made with the data key over everything else."""

    @classmethod
    def read(cls, folder: Path, name: str = KEYS) -> KeyFile:
        """The key file of a vault; raises `DataMissing`, `KeyFileDamaged` or `NewerVersion`."""
        path = folder / name
        try:
            content = read_small(path)
        except (FileNotFoundError, NotADirectoryError):
            raise DataMissing from None
        except OSError as error:
            raise (KeyFileDamaged if error.errno == errno.EFBIG else DiskTrouble) from None
        return cls.parse(content)

    @classmethod
    def parse(cls, content: bytes) -> KeyFile:
        """A key file from its bytes."""
        try:
            body = json.loads(content)
            if body["format"] > FORMAT:
                raise NewerVersion
            if body.pop("sum") != _sum(body):
                raise KeyFileDamaged
            keys = _from_body(body)
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
            raise KeyFileDamaged from None
        if not all(slot.cost.is_sane and (keys.practice or slot.cost.is_real) for slot in keys.slots):
            raise KeyFileDamaged
        return keys

    def slot(self, who: UUID | str) -> Slot | None:
        """The slot of a worker, by identifier or by name."""
        return next((slot for slot in self.slots if who in (slot.id, slot.name)), None)

    def is_whole(self, key: bytes) -> bool:
        """Whether nobody changed it without holding the data key."""
        return hmac.compare_digest(self.proof, self._proof(key))

    def content(self, key: bytes) -> bytes:
        """The file's bytes, proven with the data key."""
        body = _body(replace(self, proof=self._proof(key)))
        body["sum"] = _sum(body)
        return json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True).encode()

    def write(self, folder: Path, key: bytes, *, keep_before: bool = True) -> KeyFile:
        """Put it in place as the next generation; the file before it stays beside unless it must not open any more."""
        following = replace(self, generation=self.generation + 1)
        content, path = following.content(key), folder / KEYS
        try:
            before = path.read_bytes() if keep_before and path.exists() else content
            write_whole(path, content)
        except OSError as error:
            raise disk_problem(error) from None
        with suppress(OSError):
            write_whole(folder / KEYS_BEFORE, before)
        return replace(following, proof=following._proof(key))

    def _proof(self, key: bytes) -> bytes:
        body = _body(self)
        body.pop("proof")
        return hmac.digest(derived(key, "key file"), _canonical(body), "sha256")


def read_keys(folder: Path) -> tuple[KeyFile, tuple[Problem, ...]]:
    """The key file, or with a warning the copy kept beside it if it is damaged; raises what is wrong with it."""
    try:
        return KeyFile.read(folder), ()
    except (KeyFileDamaged, DataMissing, DiskTrouble) as problem:
        try:
            return KeyFile.read(folder, KEYS_BEFORE), (OldKeysUsed(),)
        except (KeyFileDamaged, DataMissing, DiskTrouble):
            raise problem from None


def _canonical(body: dict[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _sum(body: dict[str, Any]) -> str:
    return hashlib.sha256(_canonical(body)).hexdigest()


def _body(keys: KeyFile) -> dict[str, Any]:
    kit = keys.recovery
    return {
        "format": FORMAT,
        "store": keys.store_id.hex,
        "generation": keys.generation,
        "data": keys.data,
        "practice": keys.practice,
        "spare": keys.spare,
        "proof": keys.proof.hex(),
        "slots": [
            {
                "id": slot.id.hex, "name": slot.name, "role": slot.role,
                "cost": [slot.cost.memory, slot.cost.passes, slot.cost.lanes],
                "salt": slot.salt.hex(), "public": slot.public.hex(),
                "private": slot.private.hex(), "sealed": slot.sealed.hex(),
            }
            for slot in keys.slots
        ],
        "recovery": kit and {
            "kit": kit.kit, "made": kit.made, "rehearsed": kit.rehearsed,
            "pairs": {n: [pair.public.hex(), pair.sealed.hex()] for n, pair in kit.pairs.items()},
        },
    }  # fmt: skip


def _from_body(body: dict[str, Any]) -> KeyFile:
    hexed, kit = bytes.fromhex, body["recovery"]
    slots = tuple(
        Slot(
            UUID(s["id"]), str(s["name"]), str(s["role"]), KeyCost(*map(int, s["cost"])), hexed(s["salt"]),
            hexed(s["public"]), hexed(s["private"]), hexed(s["sealed"]),
        )
        for s in body["slots"]
    )  # fmt: skip
    pairs = {n: Pair(hexed(p[0]), hexed(p[1])) for n, p in kit["pairs"].items()} if kit else {}
    recovery = RecoveryKit(str(kit["kit"]), str(kit["made"]), kit["rehearsed"], pairs) if kit else None
    data, spare = str(body["data"]), str(body["spare"])
    if any(Path(name).name != name for name in (data, spare) if name):
        raise KeyFileDamaged
    return KeyFile(
        UUID(body["store"]), int(body["generation"]), data, bool(body["practice"]), slots, recovery, spare,
        hexed(body["proof"]),
    )  # fmt: skip
