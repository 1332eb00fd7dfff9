"""The keys by which a centre seals its documents, and the control code by which others know them.

A centre makes its own root certificate once and with it the certificate that seals. Receivers keep the SHA-256
fingerprint of the *root*: it stays the same when the sealing certificate is renewed, and serves every later signer too.
The certificates name the centre and nobody else. The private keys live in the vault only; what may leave is
`certificate_pem`. This module never knows where anything is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from desktop.language import N_
from desktop.problems import Problem
from desktop.world import World

KEY_BITS = 3072
ROOT_YEARS, SEAL_YEARS = 20, 10
"""Long lives: a summary is checked years after it was sealed."""
DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")
"""The key purpose for signing documents (RFC 9336)."""
LARGEST_FILE = 1024 * 1024
"""Bytes of a file of certificates at most."""
LONGEST_NAME = 64
"""The most signs that a certificate's name may have (X.520)."""


@dataclass(frozen=True)
class CentreKeys:
    """The root and the sealing certificate of a centre with their private keys, all as DER bytes."""

    root: bytes
    root_key: bytes
    certificate: bytes
    key: bytes

    @property
    def name(self) -> str:
        """The centre's name as it stands in the certificates."""
        return name_in(self.root)

    @property
    def fingerprint(self) -> str:
        """The control code: SHA-256 of the root certificate as 64 hexadecimal signs."""
        return x509.load_der_x509_certificate(self.root).fingerprint(hashes.SHA256()).hex().upper()

    @property
    def certificate_pem(self) -> bytes:
        """The root certificate for receivers; it holds no secret."""
        return x509.load_der_x509_certificate(self.root).public_bytes(Encoding.PEM)

    @property
    def until(self) -> datetime:
        """The moment until which the sealing certificate is valid."""
        return x509.load_der_x509_certificate(self.certificate).not_valid_after_utc

    def ready(self) -> rsa.RSAPrivateKey:
        """The key that seals, as it was made, in a vault that answers for each of its pages.

        To test its numbers again each time takes longer than a seal and its check.
        """
        key = load_der_private_key(self.key, None, unsafe_skip_rsa_key_validation=True)
        assert isinstance(key, rsa.RSAPrivateKey)
        return key

    def to_pem(self) -> bytes:
        """Everything, private keys included, as one text to be kept in the vault and nowhere else."""
        certificates = [x509.load_der_x509_certificate(each).public_bytes(Encoding.PEM) for each in self._certificates]
        keys = [
            load_der_private_key(each, None).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            for each in (self.root_key, self.key)
        ]
        return b"".join([*certificates, *keys])

    @classmethod
    def from_pem(cls, text: bytes) -> CentreKeys:
        """The keys that `to_pem` wrote."""
        root, certificate = (each.public_bytes(Encoding.DER) for each in x509.load_pem_x509_certificates(text))
        begin = b"-----BEGIN PRIVATE KEY-----"
        keys = [load_pem_private_key(begin + part, None) for part in text.split(begin)[1:]]
        root_key, key = (each.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()) for each in keys)
        return cls(root, root_key, certificate, key)

    @property
    def _certificates(self) -> tuple[bytes, bytes]:
        return self.root, self.certificate


def make_centre_keys(name: str, world: World) -> CentreKeys:
    """New keys for a centre, valid from now; takes about a second."""
    name = name.strip()
    if not name or len(name) > LONGEST_NAME:
        raise Problem(N_("The centre's name must have between 1 and {n} signs."), field="name", n=LONGEST_NAME)
    root_key, key = (rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS) for _ in range(2))
    now = world.now().replace(microsecond=0)
    seal_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    root_name = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, name), *seal_name])
    root = (
        _certificate(root_name, root_name, root_key, world, (now, ROOT_YEARS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(root_key.public_key()), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    issuer_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key())
    purposes = x509.ExtendedKeyUsage([DOCUMENT_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION])
    certificate = (
        _certificate(seal_name, root_name, key, world, (now, SEAL_YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(purposes, critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(issuer_id, critical=False)
        .sign(root_key, hashes.SHA256())
    )
    return CentreKeys(
        root.public_bytes(Encoding.DER),
        root_key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
        certificate.public_bytes(Encoding.DER),
        key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
    )


def certificates_in(file: bytes) -> tuple[bytes, ...]:
    """Every certificate of a file as DER, each once: one in DER, or any number in PEM."""
    try:
        if len(file) > LARGEST_FILE:
            raise ValueError(len(file))
        pem = b"-----BEGIN" in file
        read = x509.load_pem_x509_certificates(file) if pem else [x509.load_der_x509_certificate(file)]
    except ValueError as error:
        raise Problem(N_("This file is not a certificate.")) from error
    return tuple(dict.fromkeys(each.public_bytes(Encoding.DER) for each in read))


def fingerprint_of(certificate: bytes) -> str:
    """The control code of one certificate, PEM or DER: what `verify` is handed to know the centre by."""
    read = x509.load_der_x509_certificate(certificates_in(certificate)[0])
    return read.fingerprint(hashes.SHA256()).hex().upper()


def grouped(fingerprint: str) -> tuple[str, ...]:
    """The control code as 16 groups of four signs, as it stands on paper."""
    return tuple(fingerprint[start : start + 4] for start in range(0, len(fingerprint), 4))


def typed_fingerprint(typed: str) -> str:
    """The control code that a person typed from paper, in groups or not."""
    kept = "".join(typed.split()).replace(":", "").upper()
    if len(kept) != 64 or set(kept) - set("0123456789ABCDEF"):
        raise Problem(N_("A control code has 64 signs: digits and letters from A to F."), field="fingerprint")
    return kept


def name_in(certificate: bytes) -> str:
    """The name in a DER certificate."""
    names = x509.load_der_x509_certificate(certificate).subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else ""


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: rsa.RSAPrivateKey, world: World, life: tuple[datetime, int]
) -> x509.CertificateBuilder:
    begins, years = life
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(int.from_bytes(world.chance(19), "big") | 1 << 151)
        .not_valid_before(begins - timedelta(days=1))
        .not_valid_after(begins + timedelta(days=round(365.25 * years)))
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=not signs_certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
