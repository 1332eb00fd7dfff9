"""Text that a centre signs with the key it seals with: checked by the control code of its root, before a word is read.

Four parts, each led by its length: root certificate, sealing certificate, text, signature. The same text always has the
same bytes (canonical JSON), so there is one way to write a thing and one to sign it. Knows nothing of what is said.
"""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.utils import CryptographyDeprecationWarning

from desktop.paper.centre_keys import DOCUMENT_SIGNING, CentreKeys

_LENGTH = 4
_PARTS = 4
_PADDING = padding.PSS(padding.MGF1(SHA256()), SHA256.digest_size)


class NotSigned(Exception):
    """These bytes are not what a centre signed; told to nobody as such."""


class UnknownSigner(Exception):
    """Whoever signed it is not among those that are known."""


@dataclass(frozen=True)
class SignedText:
    """What a centre signed, once every check was passed."""

    said: Mapping[str, Any]
    fingerprint: str
    """The control code of the signer's root."""
    root: bytes
    certificate: x509.Certificate

    def was_valid(self, moment: datetime) -> bool:
        """Whether the certificate held at that moment."""
        return self.certificate.not_valid_before_utc <= moment <= self.certificate.not_valid_after_utc


def canonical(said: Mapping[str, Any]) -> bytes:
    """The one way to write it: keys in order, no spaces, UTF-8."""
    return json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def sign_text(said: Mapping[str, Any], purpose: bytes, keys: CentreKeys) -> bytes:
    """The text with certificates and signature; `purpose` keeps a signature from being used for something else."""
    text = canonical(said)
    signature = keys.ready().sign(purpose + b"\0" + text, _PADDING, SHA256())
    parts = (keys.root, keys.certificate, text, signature)
    return b"".join(len(part).to_bytes(_LENGTH, "big") + part for part in parts)


def read_signed(whole: bytes, purpose: bytes, known: Mapping[str, bytes] | None) -> SignedText:
    """Check it whole, then read it; raises `NotSigned` and `UnknownSigner`.

    `known` are root certificates (DER) by control code. None takes any: its control code is compared afterwards.
    """
    root, certificate, text, signature = _parts(whole)
    fingerprint = hashlib.sha256(root).hexdigest().upper()
    if known is not None and known.get(fingerprint) != root:
        raise UnknownSigner
    try:
        signer = _signer(root, certificate)
        key = signer.public_key()
        if not isinstance(key, rsa.RSAPublicKey):
            raise NotSigned
        key.verify(signature, purpose + b"\0" + text, _PADDING, SHA256())
        said = json.loads(text)
        is_canonical = isinstance(said, dict) and canonical(said) == text
    except (ValueError, TypeError, RecursionError, InvalidSignature, UnsupportedAlgorithm, *_OF_CERTIFICATES) as error:
        raise NotSigned from error
    if not is_canonical:
        raise NotSigned
    return SignedText(said, fingerprint, root, signer)


_OF_CERTIFICATES = (x509.ExtensionNotFound, x509.DuplicateExtension, x509.UnsupportedGeneralNameType,
                    x509.InvalidVersion, CryptographyDeprecationWarning)  # fmt: skip


def _parts(whole: bytes) -> list[bytes]:
    parts, at = [], 0
    for _part in range(_PARTS):
        begins = at + _LENGTH
        at = begins + int.from_bytes(whole[begins - _LENGTH : begins], "big")
        parts.append(whole[begins:at])
    if at != len(whole):
        raise NotSigned
    return parts


def _signer(root: bytes, certificate: bytes) -> x509.Certificate:
    """The sealing certificate, once it is certain that the root's owner made it for documents."""
    with warnings.catch_warnings():  # a certificate that the library only warns of is refused
        warnings.simplefilter("error", CryptographyDeprecationWarning)
        above, signer = map(x509.load_der_x509_certificate, (root, certificate))
    above.verify_directly_issued_by(above)
    signer.verify_directly_issued_by(above)
    is_root = above.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    is_other = not signer.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    signs = signer.extensions.get_extension_for_class(x509.KeyUsage).value.digital_signature
    purposes = signer.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    if not (is_root and is_other and signs and DOCUMENT_SIGNING in purposes):
        raise NotSigned
    return signer
