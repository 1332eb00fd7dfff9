"""The way back in when a passphrase is lost: three sheets of paper, any two of which open the vault.

No threshold mathematics: each pair of sheets yields one private key, and the data key is sealed to its public half. So
the data key can be changed without the paper, and the sheets' secrets are kept nowhere.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.language import N_
from desktop.vault import workers
from desktop.vault.files import Progress
from desktop.vault.keyfile import KeyFile, Pair, RecoveryKit
from desktop.vault.keys import Slot, unseal
from desktop.vault.refusals import KeyFileDamaged, VaultProblem
from desktop.vault.shares import SIGNS, Share
from desktop.vault.store import Store, Worker


class State(StrEnum):
    """How things stand with the recovery sheets."""

    NONE = "none"
    MADE = "made"
    """Printed, but nobody has typed two back yet."""
    REHEARSED = "rehearsed"
    USED = "used"
    """They opened the vault once and open nothing any more; new ones are to be made."""


class OtherSheets(VaultProblem):
    """The sheets are in order but belong to another vault, or newer ones have replaced them."""

    said = N_("These sheets do not open this vault. Newer ones may have replaced them.")


class SameSheet(VaultProblem):
    """The same sheet was typed twice."""

    said = N_("This is the same sheet twice. Two different ones are needed.")


def state(keys: KeyFile) -> State:
    """How things stand with the recovery sheets."""
    if keys.recovery is None:
        return State.NONE
    if keys.recovery.is_void:
        return State.USED
    return State.REHEARSED if keys.recovery.rehearsed else State.MADE


def make(store: Store, by: Worker) -> tuple[Share, Share, Share]:
    """Three new sheets; earlier ones open nothing any more."""
    chance, keys = store.world.chance, store.keys
    kit = "".join(SIGNS[byte & 31] for byte in chance(5))
    first, second, third = (Share.make(number, kit, chance(20)) for number in (1, 2, 3))
    pairs = {}
    for one, other in ((first, second), (first, third), (second, third)):
        private = X25519PrivateKey.from_private_bytes(_pair_key(keys, one, other))
        pairs[f"{one.number}{other.number}"] = Pair(private.public_key().public_bytes_raw(), b"")
    blank = RecoveryKit(kit, store.world.now().isoformat(), None, pairs)
    sealed = blank.sealing(keys.store_id, store.key)
    with store.change(N_("Recovery sheets made"), by, kit=kit):
        store.keys = replace(keys, recovery=sealed).write(store.folder, store.key, keep_before=False)
    return first, second, third


def open_with(keys: KeyFile, first: str, second: str) -> bytearray:
    """The data key from two sheets as typed; what comes out is proven before anybody relies on it."""
    one, other = sorted((Share.parse(first, "first"), Share.parse(second, "second")), key=lambda share: share.number)
    kit = keys.recovery
    if kit is None or kit.is_void or {one.kit, other.kit} != {kit.kit}:
        raise OtherSheets(field="first" if kit is None or Share.parse(first).kit != kit.kit else "second")
    if one.number == other.number:
        raise SameSheet(field="second")
    numbers = f"{one.number}{other.number}"
    try:
        key = unseal(kit.pairs[numbers].sealed, _pair_key(keys, one, other), kit.bound(keys.store_id, numbers))
    except InvalidTag:
        raise OtherSheets(field="first") from None
    if not keys.is_whole(bytes(key)):
        raise KeyFileDamaged
    return key


def rehearse(store: Store, first: str, second: str, by: Worker) -> None:
    """Prove two sheets; the vault remembers that it was done."""
    key = open_with(KeyFile.read(store.folder), first, second)
    kit = store.keys.recovery
    if kit is None or bytes(key) != store.key:
        raise OtherSheets(field="first")
    with store.change(N_("Recovery sheets rehearsed"), by, kit=kit.kit):
        rehearsed = replace(kit, rehearsed=store.world.now().isoformat())
        store.keys = replace(store.keys, recovery=rehearsed).write(store.folder, store.key, keep_before=False)


def let_in(
    store: Store, slot: Slot, passphrase: str, progress: Progress, *, along: workers.Along = workers.nothing
) -> None:  # fmt: skip
    """Give a worker a new passphrase after recovery, under a new data key that the used sheets do not open."""
    kit = store.keys.recovery
    anew = slot.with_passphrase(passphrase, store.world.chance)
    slots = (*(other for other in store.keys.slots if other.id != slot.id), anew)
    who = Worker(slot.id, slot.name, slot.role)
    void = kit and replace(kit, pairs={})
    entry = (N_("Access recovered: {name}"), who, slot.name)
    workers.change_key(store, slots, void, entry, progress, along=lambda session: along(session, who))


def _pair_key(keys: KeyFile, one: Share, other: Share) -> bytes:
    info = f"liepa recovery {one.kit} {one.number}{other.number}".encode()
    return HKDF(SHA256(), 32, keys.store_id.bytes, info).derive(one.secret + other.secret)
