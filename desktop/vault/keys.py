"""Who can open the vault, and with what.

Every worker has a slot. Her passphrase opens a private key, and to its public half the one data key is sealed, so the
data key can be changed without the others being there. Knows no tables and no records.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.vault.refusals import KeyFileDamaged, WrongPassphrase

ROLES = ("director", "deputy", "cases", "intake", "statistics", "audit")

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


@dataclass(frozen=True)
class KeyCost:
    """How much work one guess of a passphrase costs (Argon2id, RFC 9106)."""

    memory: int
    """KiB."""
    passes: int
    lanes: int

    @classmethod
    def real(cls) -> KeyCost:
        """For a centre: 128 MiB, about half a second on an office laptop."""
        return cls(128 * 1024, 4, 4)

    @classmethod
    def cheap(cls) -> KeyCost:
        """For tests and invented centres only; a vault made with it is marked as a practice vault for ever."""
        return cls(8 * 1024, 1, 1)

    @property
    def is_real(self) -> bool:
        """Whether it is dear enough for true records (never below 64 MiB and three passes)."""
        return self.memory >= 64 * 1024 and self.passes >= 3

    @property
    def is_sane(self) -> bool:
        """Whether a file may ask for it: a forged file must not make us take all memory or guess for free."""
        return 8 * 1024 <= self.memory <= 1024 * 1024 and 1 <= self.passes <= 16 and 1 <= self.lanes <= 16

    def derive(self, passphrase: str, salt: bytes) -> bytes:
        """The 32 bytes that this passphrase stands for."""
        typed = unicodedata.normalize("NFKC", passphrase).encode(errors="surrogatepass")
        return hash_secret_raw(typed, salt, self.passes, self.memory, self.lanes, 32, Type.ID)


@dataclass(frozen=True)
class Slot:
    """One worker's way in, as the key file holds it; nothing in it is secret."""

    id: UUID
    name: str
    role: str
    cost: KeyCost
    salt: bytes = b""
    public: bytes = b""
    private: bytes = b""
    """The private key, locked with the passphrase."""
    sealed: bytes = b""
    """The data key, sealed to the public key."""

    def with_passphrase(self, passphrase: str, chance: Callable[[int], bytes]) -> Slot:
        """The same worker's slot with a new key pair behind this passphrase; nothing is sealed to it yet."""
        private, salt, nonce = X25519PrivateKey.from_private_bytes(chance(32)), chance(16), chance(12)
        public = private.public_key().public_bytes_raw()
        opener = AESGCM(self.cost.derive(passphrase, salt))
        locked = nonce + opener.encrypt(nonce, private.private_bytes_raw(), self.id.bytes + public)
        return replace(self, salt=salt, public=public, private=locked, sealed=b"")

    def sealing(self, store: UUID, key: bytes) -> Slot:
        """The same slot with this data key in it; needs no passphrase."""
        return replace(self, sealed=seal(key, self.public, self._bound(store)))

    def open(self, store: UUID, passphrase: str) -> bytearray:
        """The data key. Raises `WrongPassphrase`; `KeyFileDamaged` if name or role are not those it was sealed for."""
        try:
            opener = AESGCM(self.cost.derive(passphrase, self.salt))
            private = opener.decrypt(self.private[:12], self.private[12:], self.id.bytes + self.public)
        except InvalidTag:
            raise WrongPassphrase(field="passphrase") from None
        try:
            return unseal(self.sealed, private, self._bound(store))
        except InvalidTag:
            raise KeyFileDamaged from None

    def _bound(self, store: UUID) -> bytes:
        return b"\0".join((b"liepa slot", store.bytes, self.id.bytes, self.role.encode(), self.name.encode()))


def derived(key: bytes, purpose: str) -> bytes:
    """A key of its own for another purpose, drawn from the data key."""
    return HKDF(SHA256(), 32, None, b"liepa " + purpose.encode()).derive(bytes(key))


def seal(key: bytes, public: bytes, bound: bytes) -> bytes:
    """The data key, readable only to the holder of the private key and only in this place (HPKE, RFC 9180)."""
    return _SUITE.encrypt(bytes(key), X25519PublicKey.from_public_bytes(public), bound)


def unseal(sealed: bytes, private: bytes, bound: bytes) -> bytearray:
    """The sealed data key; raises `InvalidTag`."""
    return bytearray(_SUITE.decrypt(sealed, X25519PrivateKey.from_private_bytes(private), bound))
