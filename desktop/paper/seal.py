"""The digital seal of a document: put once on a finished file, and checked by whoever receives it.

The seal is a PAdES B-B certification signature that allows no change at all, or nothing but signatures in the fields
kept for named persons (`later_signatures`). A file is `GENUINE` only if everything holds: one seal; it covers every
byte of what was sealed but its own; its own bytes are the only ones that say the same; nothing but those signatures
came after; the signer's certificate leads to a root whose control code the receiver holds. Whatever a hostile file
makes the reader do, the answer is a sentence. Nothing is fetched. Validity of certificates is judged at the time the
seal itself states (the centre's own clock, signed with the rest), so an old document stays good when a certificate
ends.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Collection, Iterable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import load_der_x509_certificate

from desktop.language import N_
from desktop.paper.centre_keys import CentreKeys, fingerprint_of, name_in
from desktop.paper.later_signatures import SignedField, empty_fields, judged_later
from desktop.paper.patience import limits, patience
from desktop.paper.refusal import demand
from desktop.paper.signature_fields import SEAL, Field, put_fields
from desktop.problems import Problem

ROOM = 16384
"""Bytes kept free for the signature, as hexadecimal signs."""
BYTE_RANGE = re.compile(rb"/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")

GOOD = N_("Unchanged since the centre put its seal.")
SIGNED = N_("Nothing was changed since the centre put its seal; only signatures were added.")
UNKNOWN = N_("The document is unchanged, but this centre is not known here.")
OTHER = N_("Do not rely on this document: it was sealed by another signer.")
CHANGED = N_("Do not rely on this document: it was changed after the seal.")
ADDED = N_("Do not rely on this document: something was added after the seal.")
NO_SEAL = N_("Do not rely on this document: it has no seal.")
DAMAGED = N_("Do not rely on this document: the file is damaged.")
NOT_PDF = N_("Do not rely on this document: it is not a PDF file.")
TOO_LARGE = N_("Do not rely on this document: it is too large to be checked.")
LARGEST = 50 * 1024 * 1024
"""A file of more bytes is not looked at; read one more than these to know."""


class Kind(Enum):
    """The three answers there are."""

    GENUINE = "genuine"
    """Whole, and sealed by a centre whose control code is held: the only green one."""
    UNKNOWN = "unknown"
    """Whole, but its control code is not among those held, and others may send documents too."""
    BAD = "bad"
    """Everything else; the seal of another than the one expected included (then `fingerprint` tells whose it is)."""


@dataclass(frozen=True)
class Verdict:
    """What the check of a received file found, in a sentence."""

    kind: Kind
    sentence: str
    """English msgid, complete in itself."""
    bytes_added: int = 0
    """How much follows the seal; 0 if nothing."""
    signer: str = ""
    """The name in the signer's certificate; it proves nothing unless the kind is `GENUINE`."""
    fingerprint: str = ""
    """The control code of the signer's root, to be compared with the one on paper."""
    root: bytes = b""
    """The signer's root certificate as DER, by which the centre will be known once its control code was compared."""
    signed_at: datetime | None = None
    """The time the seal states, in UTC: as set on the centre's computer."""
    fields: tuple[SignedField, ...] = ()
    """The signature fields kept for named persons, and who signed each so far."""

    def told(self, say: Callable[..., str]) -> str:
        """The sentence in the language of `say`, with the number of bytes that were added."""
        told = say(self.sentence)
        return f"{told} {say(N_('Bytes added: {n}'), n=self.bytes_added)}" if self.bytes_added else told


def sign(pdf: bytes, keys: CentreKeys, moment: datetime, fields: Iterable[Field] = ()) -> bytes:
    """The file with the centre's seal, checked at once; `moment` is aware and is stated in the seal.

    With `fields` (`Drawn.fields`) named persons may sign there later, each once; the seal then allows that alone.
    """
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter  # heavy
    from pyhanko.sign.signers import PdfSignatureMetadata

    fields, writer = tuple(fields), _still_writer(pdf)
    put_fields(writer, fields)
    metadata = PdfSignatureMetadata(
        field_name=SEAL,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.FILL_FORMS if fields else MDPPerm.NO_CHANGES,
    )
    out = io.BytesIO()
    _signer(metadata, keys, moment).sign_pdf(writer, output=out, bytes_reserved=ROOM)
    sealed = out.getvalue()
    verdict = verify(sealed, [keys.fingerprint], is_ours=True)
    if verdict.kind is not Kind.GENUINE:
        raise RuntimeError(f"the seal does not hold: {verdict.sentence}")
    return sealed


def read_received(path: Path) -> bytes:
    """A received file, no more of it than is needed to know that it is too large."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise Problem(N_("The file could not be read: {reason}"), reason=path.name or str(path)) from error


def verify(pdf: bytes, known: Collection[str] = (), *, others: Kind = Kind.BAD, is_ours: bool = False) -> Verdict:
    """Whether the file is as a known centre sealed it; `known` are control codes as `fingerprint_of` gives them.

    `others` is what a whole file of another signer is: bad where it should come from one of those known, unknown where
    a centre may have sent it that was not met yet. `is_ours`: just made here, so nobody counts how much work it asks.
    """
    if len(pdf) > LARGEST:
        return Verdict(Kind.BAD, TOO_LARGE)
    _hush()
    added = _bytes_added(pdf)
    if added:
        return Verdict(Kind.BAD, ADDED, bytes_added=added)
    try:
        with nullcontext() if is_ours else patience():
            return _judged(pdf, {code.upper() for code in known}, others if known else Kind.UNKNOWN)
    except BaseException as error:
        if isinstance(error, Exception):  # whatever a hostile file does to the reader, it is not trusted
            return Verdict(Kind.BAD, _why_not(pdf))
        raise


def _judged(pdf: bytes, known: Collection[str], others: Kind) -> Verdict:
    """The verdict on a file that keeps every rule; any exception means that it does not."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    if not pdf.startswith(b"%PDF-"):
        return Verdict(Kind.BAD, NOT_PDF)
    reader = PdfFileReader(io.BytesIO(pdf), decode_limits=limits())
    signatures = reader.embedded_signatures
    if not signatures:
        return Verdict(Kind.BAD, CHANGED if b"/ByteRange" in pdf else NO_SEAL)
    if len(signatures) == 1:
        return _judged_seal(pdf, reader, known, others)
    _start, _before, after, length = (int(number) for number in signatures[0].byte_range)
    sealed = pdf[: after + length]
    alone = PdfFileReader(io.BytesIO(sealed), decode_limits=limits())
    verdict = _judged_seal(sealed, alone, known, others)
    fields = judged_later(pdf, reader, [field.name for field in verdict.fields])
    return replace(verdict, sentence=SIGNED if verdict.kind is Kind.GENUINE else verdict.sentence, fields=fields)


def _judged_seal(pdf: bytes, reader: Any, known: Collection[str], others: Kind) -> Verdict:
    """The verdict on what the centre sealed, up to the end of its seal."""
    (signature,) = reader.embedded_signatures
    _check_gap(pdf, signature)
    root = _root_of(signature)
    signed_at = signature.self_reported_timestamp
    demand(signed_at is not None and signed_at.tzinfo is not None)
    fields = tuple(map(SignedField, empty_fields(reader)))
    _check_status(signature, root, signed_at, signed_later=bool(fields))
    fingerprint = fingerprint_of(root)
    kind = Kind.GENUINE if fingerprint in known else others
    sentence = {Kind.GENUINE: GOOD, Kind.UNKNOWN: UNKNOWN, Kind.BAD: OTHER}[kind]
    signer = name_in(signature.signer_cert.dump())
    at = signed_at.astimezone(UTC)
    return Verdict(kind, sentence, signer=signer, fingerprint=fingerprint, root=root, signed_at=at, fields=fields)


def _check_gap(pdf: bytes, signature: Any) -> None:
    """Between the two signed ranges stands the signature and nothing else, written in the one way we write it."""
    start, before, after, length = (int(number) for number in signature.byte_range)
    demand(start == 0 and after + length == len(pdf))
    gap = pdf[before:after]
    demand(gap[:1] == b"<" and gap[-1:] == b">")
    demand(gap[1:-1] == _envelope(signature).hex().upper().encode().ljust(len(gap) - 2, b"0"))


def _envelope(signature: Any) -> bytes:
    """The bytes that the signature must have: what its own mathematics leaves open is not left to the sender."""
    from asn1crypto import cms

    certificates = [choice.chosen for choice in signature.signed_data["certificates"]]
    demand(len(certificates) == 2)
    own, stated = signature.signer_cert, signature.signer_info
    issuer = {"issuer": own.issuer, "serial_number": own.serial_number}
    signer = {
        "version": "v1",
        "sid": cms.SignerIdentifier({"issuer_and_serial_number": cms.IssuerAndSerialNumber(issuer)}),
        "digest_algorithm": {"algorithm": "sha256"},
        "signature_algorithm": {"algorithm": "sha256_rsa"},
        "signed_attrs": stated["signed_attrs"],
        "signature": stated["signature"].native,
    }
    data = {
        "version": "v1",
        "digest_algorithms": [{"algorithm": "sha256"}],
        "encap_content_info": {"content_type": "data"},
        "certificates": certificates,
        "signer_infos": [signer],
    }
    whole = cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(data)})
    return bytes(whole.dump())


def _root_of(signature: Any) -> bytes:
    """The one other certificate in the signature: that which issued the signer's."""
    others = [each for each in signature.other_embedded_certs if each.subject == each.issuer]
    demand(len(others) == 1 and others[0].subject == signature.signer_cert.issuer)
    root = bytes(others[0].dump())
    read = load_der_x509_certificate(root)
    read.verify_directly_issued_by(read)
    return root


def _check_status(signature: Any, root: bytes, moment: datetime, *, signed_later: bool) -> None:
    """The mathematics: digest, signature, chain, coverage, and the promise that nothing may change but signatures."""
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.fields import MDPPerm
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    context = ValidationContext(
        trust_roots=[Certificate.load(root)], allow_fetching=False, moment=moment, best_signature_time=moment
    )
    status = validate_pdf_signature(signature, signer_validation_context=context)
    demand(status.bottom_line and status.intact and status.valid and status.trusted)
    demand(status.coverage is SignatureCoverageLevel.ENTIRE_FILE)
    demand(signature.docmdp_level is (MDPPerm.FILL_FORMS if signed_later else MDPPerm.NO_CHANGES))
    demand(str(signature.sig_object["/SubFilter"]) == "/ETSI.CAdES.detached")


def _bytes_added(pdf: bytes) -> int:
    """How many bytes follow the end of the last seal that the file names; only for the sentence, never for trust."""
    ends = [int(after) + int(length) for _before, after, length in BYTE_RANGE.findall(pdf)]
    return max(0, len(pdf) - max(ends)) if ends else 0


def _why_not(pdf: bytes) -> str:
    if not pdf.startswith(b"%PDF-"):
        return NOT_PDF
    return CHANGED if BYTE_RANGE.search(pdf) else DAMAGED


def _still_writer(pdf: bytes) -> Any:
    """A writer that adds the seal and touches nothing else: no clock, no program name."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    class StillWriter(IncrementalPdfFileWriter):
        def _update_meta(self) -> None:
            pass

    return StillWriter(io.BytesIO(pdf))


def _signer(metadata: Any, keys: CentreKeys, moment: datetime) -> Any:
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.signers import PdfSigner, Signer
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    class Own(Signer):
        async def async_sign_raw(self, data: bytes, *_args: Any, **_more: Any) -> bytes:
            return keys.ready().sign(data, PKCS1v15(), SHA256())

    class SignerAtMoment(PdfSigner):
        def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:
            session = super().init_signing_session(*args, **kwargs)
            session.system_time = moment.astimezone(UTC).replace(microsecond=0)
            return session

    store: Any = SimpleCertificateStore
    registry = store()
    registry.register(Certificate.load(keys.root))
    own = Own(signing_cert=Certificate.load(keys.certificate), cert_registry=registry, embed_roots=True)
    return SignerAtMoment(metadata, signer=own)


def _hush() -> None:
    """Keep the reader's own diagnostics, which may quote the file, out of every log."""
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logger = logging.getLogger(name)
        logger.propagate = False
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
