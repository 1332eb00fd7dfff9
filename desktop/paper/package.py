"""The two files that centres send each other: a card by which a centre is known, and a package of figures.

A card is signed, and open to all: it holds no secret. A package is signed inside and encrypted outside (HPKE, RFC 9180)
to the key of the one centre it is meant for. Nothing of either is acted on before the whole was verified; what is wrong
is told in one sentence. The form is written down in docs/package-format.md. Knows no vault.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from desktop.language import N_
from desktop.paper.centre_keys import CentreKeys
from desktop.paper.signed_text import NotSigned, SignedText, UnknownSigner, read_signed, sign_text
from desktop.paper.told_figures import (
    NotFigures,
    ToldFigures,
    figures_as_json,
    figures_from_json,
    moment_as_text,
    moment_from_text,
    name_from_text,
)
from desktop.problems import Problem

FORMAT = 1
"""The version that is written; a higher one is refused."""
LARGEST = 4 * 1024 * 1024
"""A file of more bytes is not looked at; read one more than these to know."""
PACKAGE, CARD = b"LIEPAPKG", b"LIEPACRD"
"""How the files begin; then one byte follows, the version."""
PACKAGE_ENDING, CARD_ENDING = ".liepa-package", ".liepa-card"
KEY_ID = 16
"""Bytes by which a receiver finds its key."""
_FIGURES, _CARD = b"liepa figures 1", b"liepa card 1"
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_CARD_FIELDS = {"name", "exchange_key", "made_at"}

NO_PACKAGE = N_("This file is no package of figures.")
NO_CARD = N_("This file is no card of a centre.")
NEWER = N_("A newer version of Liepa made this file. Nothing was changed.")
DAMAGED = N_("The package is damaged and was not accepted. Nothing was changed.")
CARD_DAMAGED = N_("The card is damaged and was not accepted. Nothing was changed.")
ELSEWHERE = N_("The package is meant for another centre.")
UNKNOWN = N_("The sender of this package is not known here. Read the card of that centre first and compare the words.")
TOO_LARGE = N_("This file is too large for a package or a card.")


@dataclass(frozen=True)
class Card:
    """What a centre's card says, once its signature was verified; whose it is only the comparing by voice can tell."""

    name: str
    fingerprint: str
    """The control code of its root."""
    root: bytes
    """Its root certificate as DER."""
    exchange_key: bytes
    """To this key packages for it are encrypted (X25519, 32 bytes)."""
    made_at: datetime


def key_id(public: bytes) -> bytes:
    """The name of a receiver's key in the header of a package."""
    return hashlib.sha256(public).digest()[:KEY_ID]


def public_of(private: bytes) -> bytes:
    """The public half of an exchange key."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def write_card(name: str, exchange_key: bytes, made_at: datetime, keys: CentreKeys) -> bytes:
    """A centre's card."""
    said = {"name": name, "exchange_key": exchange_key.hex(), "made_at": moment_as_text(made_at)}
    return CARD + bytes((FORMAT,)) + sign_text(said, _CARD, keys)


def read_card(file: bytes) -> Card:
    """A card that was received, of whomever it is; a Problem if it is not whole."""
    body = _begun(file, CARD, NO_CARD)
    try:
        signed = read_signed(body, _CARD, None)
        if signed.said.keys() != _CARD_FIELDS:
            raise NotFigures
        key = bytes.fromhex(signed.said["exchange_key"])
        if key.hex() != signed.said["exchange_key"]:
            raise NotFigures
        X25519PublicKey.from_public_bytes(key)
        made_at = _stated(signed, signed.said["made_at"])
        return Card(name_from_text(signed.said["name"]), signed.fingerprint, signed.root, key, made_at)
    except (NotSigned, NotFigures, ValueError, TypeError) as error:
        raise Problem(CARD_DAMAGED, field="file") from error


def write_package(told: ToldFigures, keys: CentreKeys, exchange_key: bytes) -> bytes:
    """The figures, signed, and readable to the holder of that key alone."""
    head = PACKAGE + bytes((FORMAT,)) + key_id(exchange_key)
    body = sign_text(figures_as_json(told), _FIGURES, keys)
    return head + _SUITE.encrypt(body, X25519PublicKey.from_public_bytes(exchange_key), head)


def read_package(
    file: bytes, own_keys: Sequence[bytes], own: Collection[str], known: Mapping[str, bytes]
) -> ToldFigures:
    """The figures of a package that was received, everything verified; else a Problem.

    `own_keys` are the private exchange keys, `own` the control codes of this centre, `known` the root certificates of
    the centres that are trusted, by control code.
    """
    body = _begun(file, PACKAGE, NO_PACKAGE)
    head, sealed = file[: len(file) - len(body) + KEY_ID], body[KEY_ID:]
    private = next((key for key in own_keys if key_id(public_of(key)) == body[:KEY_ID]), None)
    if private is None:
        raise Problem(ELSEWHERE if len(body) > KEY_ID else DAMAGED, field="file")
    try:
        whole = _SUITE.decrypt(sealed, X25519PrivateKey.from_private_bytes(private), head)
        signed = read_signed(whole, _FIGURES, known)
        told = figures_from_json(signed.said)
        _stated(signed, signed.said["made_at"])
    except UnknownSigner as error:
        raise Problem(UNKNOWN, field="file") from error
    except (InvalidTag, NotSigned, NotFigures, ValueError) as error:
        raise Problem(DAMAGED, field="file") from error
    if told.sender.fingerprint != signed.fingerprint:
        raise Problem(DAMAGED, field="file")
    if told.receiver.fingerprint not in own:
        raise Problem(ELSEWHERE, field="file")
    return told


def is_card(file: bytes) -> bool:
    """Whether it begins as a card does."""
    return file.startswith(CARD)


def _begun(file: bytes, magic: bytes, otherwise: str) -> bytes:
    """What follows the first signs and the version."""
    if len(file) > LARGEST:
        raise Problem(TOO_LARGE, field="file")
    if not file.startswith(magic) or len(file) == len(magic):
        raise Problem(otherwise, field="file")
    if file[len(magic)] > FORMAT:
        raise Problem(NEWER, field="file")
    if file[len(magic)] != FORMAT:
        raise Problem(otherwise, field="file")
    return file[len(magic) + 1 :]


def _stated(signed: SignedText, text: str) -> datetime:
    """The moment that the signer states; its certificate must have held then."""
    moment = moment_from_text(text)
    if not signed.was_valid(moment):
        raise NotSigned
    return moment
