"""Signatures that named persons gave after the centre's seal: each in the field kept for it, and nothing else changed.

What the centre sealed is judged first, by itself, as if nothing followed. Here only what follows is judged: every
revision of the file must be one signature in one of the empty fields that were sealed in, whole and mathematically
right. Who issued a signer's certificate is told, not judged: the centre keeps no list of whom the signers trust.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from desktop.language import N_
from desktop.paper.refusal import demand


@dataclass(frozen=True)
class SignedField:
    """One named signature field of a sealed file, and who signed it."""

    name: str
    signer: str = ""
    """The name in the signer's certificate; empty while nobody signed."""
    issuer: str = ""
    """Who issued the certificate, by the certificate's own words."""
    signed_at: datetime | None = None
    """The time the signature states, in UTC; none if it states none."""

    @property
    def is_signed(self) -> bool:
        """Whether somebody signed here."""
        return bool(self.signer)

    def told(self, say: Callable[..., str]) -> str:
        """A line in the language of `say`: who signed here, and who vouches for that by the certificate's own words."""
        if not self.is_signed:
            return say(N_("{field} · not signed yet"), field=self.name)
        signed = N_("{field} · signed: {signer} · certificate issued by: {issuer}")
        return say(signed, field=self.name, signer=self.signer, issuer=self.issuer)


def empty_fields(reader: Any) -> tuple[str, ...]:
    """The names of the signature fields that nobody has signed, in the order of the file."""
    from pyhanko.sign.fields import enumerate_sig_fields

    return tuple(name for name, _value, _field in enumerate_sig_fields(reader, filled_status=False))


def judged_later(pdf: bytes, reader: Any, names: Sequence[str]) -> tuple[SignedField, ...]:
    """Who signed which of the named fields after the seal; raises `NotAsSealed` if anything else was done."""
    seal, *later = reader.embedded_signatures
    demand(len({signature.field_name for signature in later}) == len(later))
    demand(reader.xrefs.total_revisions == seal.signed_revision + 1 + len(later))
    moment = seal.self_reported_timestamp
    _check_part(seal, moment, last=False)
    signed = {}
    for number, signature in enumerate(later, 1):
        demand(signature.field_name in names)
        demand(signature.signed_revision == seal.signed_revision + number)
        _check_written(pdf, signature)
        _check_part(signature, moment, last=number == len(later))
        signed[signature.field_name] = _signed(signature)
    return tuple(signed.get(name, SignedField(name)) for name in names)


def _check_part(signature: Any, moment: datetime, *, last: bool) -> None:
    """One signature: its mathematics, how much it covers, and that what came after is allowed."""
    from pyhanko.sign.diff_analysis import DiffResult
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    nobody = ValidationContext(trust_roots=[], allow_fetching=False, moment=moment, best_signature_time=moment)
    status = validate_pdf_signature(signature, signer_validation_context=nobody, diff_policy=_policy())
    demand(status.intact and status.valid and status.docmdp_ok)
    demand(isinstance(signature.diff_result, DiffResult))
    whole = SignatureCoverageLevel.ENTIRE_FILE if last else SignatureCoverageLevel.ENTIRE_REVISION
    demand(status.coverage is whole)


def _policy() -> Any:
    """What may differ between two revisions: a signature in a field that was there, and what the file needs for it."""
    from pyhanko.sign.diff_analysis import (
        CatalogModificationRule,
        DocInfoRule,
        FormUpdatingRule,
        MetadataUpdateRule,
        ModificationLevel,
        ObjectStreamRule,
        SigFieldModificationRule,
        StandardDiffPolicy,
        XrefStreamRule,
    )

    outside: list[Any] = [DocInfoRule, XrefStreamRule, ObjectStreamRule, MetadataUpdateRule]
    catalog: Any = CatalogModificationRule
    rules = [rule().as_qualified(ModificationLevel.LTA_UPDATES) for rule in outside]
    form = FormUpdatingRule(field_rules=[SigFieldModificationRule()])
    return StandardDiffPolicy([catalog(), *rules], form, ignore_orphaned_objects=False)


def _check_written(pdf: bytes, signature: Any) -> None:
    """The signature is written once, in one case of letters, and only noughts follow it in its room."""
    _start, before, after, _length = (int(number) for number in signature.byte_range)
    gap = pdf[before:after]
    demand(gap[:1] == b"<" and gap[-1:] == b">")
    exact = _content(signature).hex().encode().ljust(len(gap) - 2, b"0")
    demand(gap[1:-1] in (exact, exact.upper()))


def _content(signature: Any) -> bytes:
    """The bytes of the signature without the noughts that fill its room."""
    from asn1crypto import cms

    return bytes(cms.ContentInfo.load(signature.pkcs7_content, strict=False).dump())


def _signed(signature: Any) -> SignedField:
    certificate, moment = signature.signer_cert, signature.self_reported_timestamp
    stated = moment.astimezone(UTC) if moment is not None and moment.tzinfo is not None else None
    signer, issuer = (_named(each) for each in (certificate.subject, certificate.issuer))
    demand(signer)
    return SignedField(signature.field_name, signer, issuer, stated)


def _named(name: Any) -> str:
    """The common name, or all of it where there is none."""
    return str(name.native.get("common_name") or name.human_friendly)
