from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from desktop.paper.centre_keys import CentreKeys
from desktop.paper.later_signatures import SignedField
from desktop.paper.seal import ADDED, CHANGED, GOOD, OTHER, SIGNED, UNKNOWN, Kind, sign, verify
from desktop.paper.sheet import Field
from tests.paper.conftest import MADE
from tests.paper.meeting_papers import begun, signatories

FIRST, SECOND, THIRD = "Потпис 1", "Потпис 2", "Потпис 3"


@pytest.fixture(scope="module")
def minutes(keys: CentreKeys) -> bytes:
    """Sealed minutes with three empty signature fields."""
    sheet = begun("sr_Cyrl")
    sheet.heading("Записник са састанка")
    sheet.signatories(signatories(3))
    drawn = sheet.draw()
    return sign(drawn.pdf, keys, MADE, drawn.fields)


def signed_by(pdf: bytes, signer: CentreKeys, field: str, change: Any = None) -> bytes:
    """The file as another program returns it, signed in one field; and changed with the same stroke."""
    registry: Any = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    registry.register(Certificate.load(signer.root))
    simple = SimpleSigner(
        signing_cert=Certificate.load(signer.certificate),
        signing_key=PrivateKeyInfo.load(signer.key),
        cert_registry=registry,
    )
    metadata = PdfSignatureMetadata(
        field_name=field, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
    )  # fmt: skip
    out, writer = io.BytesIO(), IncrementalPdfFileWriter(io.BytesIO(pdf))
    if change:
        change(writer)
    PdfSigner(metadata, signer=simple).sign_pdf(writer, output=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def signed(minutes: bytes, stranger: CentreKeys) -> bytes:
    return signed_by(minutes, stranger, FIRST)


def test_minutes_wait_for_the_named_and_are_genuine_before_anybody_signed(minutes: bytes, keys: CentreKeys) -> None:
    verdict = verify(minutes, [keys.fingerprint])
    assert (verdict.kind, verdict.sentence) == (Kind.GENUINE, GOOD)
    assert verdict.fields == (SignedField(FIRST), SignedField(SECOND), SignedField(THIRD))
    assert not any(field.is_signed for field in verdict.fields)


def test_the_fields_lie_where_the_table_has_room_and_can_be_seen(minutes: bytes) -> None:
    with pikepdf.open(io.BytesIO(minutes)) as file:
        places = {str(each.T): each for each in file.Root.AcroForm.Fields}
        assert set(places) == {"Seal", FIRST, SECOND, THIRD}
        for name in (FIRST, SECOND, THIRD):
            left, low, right, high = (float(each) for each in places[name].Rect)
            assert right - left > 100
            assert high - low >= 24
            assert "/V" not in places[name]


def test_who_signed_is_told_and_who_did_not(signed: bytes, keys: CentreKeys, stranger: CentreKeys) -> None:
    verdict = verify(signed, [keys.fingerprint])
    assert (verdict.kind, verdict.sentence, verdict.signed_at) == (Kind.GENUINE, SIGNED, MADE)
    first, second, third = verdict.fields
    assert (first.name, first.signer, first.issuer) == (FIRST, stranger.name, stranger.name)
    assert first.signed_at is not None
    assert not second.is_signed
    assert not third.is_signed


def test_all_may_sign_one_after_the_other(minutes: bytes, keys: CentreKeys, stranger: CentreKeys) -> None:
    file = minutes
    for name in (SECOND, FIRST, THIRD):
        file = signed_by(file, stranger, name)
    verdict = verify(file, [keys.fingerprint])
    assert verdict.kind is Kind.GENUINE
    assert [field.is_signed for field in verdict.fields] == [True] * 3


def test_signatures_make_no_seal_known_or_its_centre_another(signed: bytes, stranger: CentreKeys) -> None:
    assert (verify(signed).kind, verify(signed).sentence) == (Kind.UNKNOWN, UNKNOWN)
    assert (verify(signed, [stranger.fingerprint]).kind, verify(signed, [stranger.fingerprint]).sentence) == (
        Kind.BAD,
        OTHER,
    )


@pytest.mark.parametrize("added", [b"\n", b"%", b"%%EOF\n", b"x" * 500])
def test_bytes_after_the_last_signature_are_refused(signed: bytes, keys: CentreKeys, added: bytes) -> None:
    verdict = verify(signed + added, [keys.fingerprint])
    assert (verdict.kind, verdict.sentence, verdict.bytes_added) == (Kind.BAD, ADDED, len(added))


def test_no_changed_byte_outside_the_signers_own_signature_is_accepted(
    minutes: bytes, signed: bytes, keys: CentreKeys
) -> None:
    begins = signed.index(b"/Contents <", len(minutes)) + len(b"/Contents <")
    ends = signed.index(b">", begins)
    room = signed[begins:ends]
    full = begins + len(room.rstrip(b"0"))
    places = [*range(7, len(minutes), 9001), *range(len(minutes), begins, 97), *range(full + 2, ends, 4999)]
    for place in [*places, *range(ends, len(signed), 131), len(signed) - 1]:
        changed = signed[:place] + bytes([signed[place] ^ 1]) + signed[place + 1 :]
        assert verify(changed, [keys.fingerprint]).kind is Kind.BAD, place


def test_a_letter_of_the_signature_in_another_case_is_refused(minutes: bytes, signed: bytes, keys: CentreKeys) -> None:
    begins = signed.index(b"/Contents <", len(minutes)) + len(b"/Contents <")
    place = next(place for place in range(begins + 100, len(signed)) if chr(signed[place]).isalpha())
    changed = signed[:place] + bytes([signed[place] ^ 32]) + signed[place + 1 :]
    assert verify(changed, [keys.fingerprint]).sentence == CHANGED


def rewritten(pdf: bytes, change: Any) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def other_title(writer: IncrementalPdfFileWriter) -> None:
    writer.root["/Lang"] = pdf_string("de")
    writer.update_root()


def other_page(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0]
    page[pdf_name("/Rotate")] = writer.root["/Pages"]["/Count"]
    writer.update_container(page)


def other_field(writer: IncrementalPdfFileWriter) -> None:
    append_signature_field(writer, SigFieldSpec("Нови потпис", on_page=0, box=(10, 10, 90, 40)))


def moved_field(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][1]
    field["/Rect"][0] = field["/Rect"][1]
    writer.update_container(field)


@pytest.mark.parametrize("change", [other_title, other_page, other_field, moved_field])
@pytest.mark.parametrize("then_signed", [False, True])
def test_what_is_no_signature_in_a_named_field_is_refused(
    change: Any, then_signed: bool, minutes: bytes, keys: CentreKeys, stranger: CentreKeys
) -> None:
    changed = rewritten(minutes, change)
    if then_signed:
        changed = signed_by(changed, stranger, SECOND)
    verdict = verify(changed, [keys.fingerprint])
    assert verdict.kind is Kind.BAD
    assert verdict.sentence == (CHANGED if then_signed else ADDED)


@pytest.mark.parametrize("change", [other_title, other_page, other_field, moved_field])
def test_a_change_made_together_with_the_signature_is_refused(
    change: Any, minutes: bytes, keys: CentreKeys, stranger: CentreKeys
) -> None:
    verdict = verify(signed_by(minutes, stranger, SECOND, change), [keys.fingerprint])
    assert (verdict.kind, verdict.sentence) == (Kind.BAD, CHANGED)


def test_a_signature_in_a_field_that_nobody_named_is_refused(
    minutes: bytes, keys: CentreKeys, stranger: CentreKeys
) -> None:
    assert verify(signed_by(minutes, stranger, "Сасвим други"), [keys.fingerprint]).kind is Kind.BAD


def test_a_signature_on_a_sealed_summary_is_refused_as_before(
    sealed: bytes, keys: CentreKeys, stranger: CentreKeys
) -> None:
    assert verify(sealed, [keys.fingerprint]).fields == ()
    out = rewritten(sealed, other_field)
    assert verify(out, [keys.fingerprint]).kind is Kind.BAD


@pytest.mark.parametrize("name", ["Seal", "a.b", "", "x" * 61])
def test_a_field_has_a_name_of_its_own(name: str, keys: CentreKeys, sealed: bytes) -> None:
    sheet = begun("lt")
    sheet.text("a")
    with pytest.raises(ValueError, match=f"^{name}$"):
        sign(sheet.draw().pdf, keys, MADE, [Field(name, 0, 100, 100, 100, 27)])
