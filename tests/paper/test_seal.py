from __future__ import annotations

import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.language import Language
from desktop.paper.centre_keys import CentreKeys
from desktop.paper.seal import ADDED, CHANGED, DAMAGED, GOOD, NO_SEAL, NOT_PDF, OTHER, UNKNOWN, Kind, sign, verify
from tests.paper.conftest import MADE, small_pdf


def test_a_sealed_document_is_genuine_to_whoever_holds_the_control_code(sealed: bytes, keys: CentreKeys) -> None:
    verdict = verify(sealed, [keys.fingerprint])
    assert (verdict.kind, verdict.sentence) == (Kind.GENUINE, GOOD)
    assert verdict.signer == "Pajūrio krizių centras „Žiburys“"
    assert verdict.fingerprint == keys.fingerprint
    assert verdict.signed_at == MADE


def test_without_a_control_code_it_is_whole_but_unknown_and_never_green(sealed: bytes, keys: CentreKeys) -> None:
    verdict = verify(sealed)
    assert (verdict.kind, verdict.sentence, verdict.fingerprint) == (Kind.UNKNOWN, UNKNOWN, keys.fingerprint)


def test_a_second_signer_of_the_same_name_is_refused(stranger: CentreKeys, keys: CentreKeys) -> None:
    verdict = verify(sign(small_pdf(), stranger, MADE), [keys.fingerprint])
    assert (verdict.kind, verdict.sentence) == (Kind.BAD, OTHER)
    assert verdict.signer == keys.name
    assert verdict.fingerprint == stranger.fingerprint != keys.fingerprint


def test_a_document_without_a_seal_is_red_in_its_own_words(keys: CentreKeys) -> None:
    assert verify(small_pdf(), [keys.fingerprint]).sentence == NO_SEAL


@pytest.mark.parametrize("added", [b"\n", b"%", b"x" * 1000, b"%%EOF\n"])
def test_bytes_after_the_seal_are_counted_and_refused(sealed: bytes, keys: CentreKeys, added: bytes) -> None:
    verdict = verify(sealed + added, [keys.fingerprint])
    assert (verdict.kind, verdict.sentence, verdict.bytes_added) == (Kind.BAD, ADDED, len(added))
    assert verdict.told(Language("en").say).endswith(f" Bytes added: {len(added)}")


@pytest.mark.parametrize("file", [b"", b"hello", b"\x00" * 5000, b"<html></html>", b"PK\x03\x04"])
def test_what_is_no_pdf_is_told(file: bytes) -> None:
    assert (verify(file).kind, verify(file).sentence) == (Kind.BAD, NOT_PDF)


def test_a_changed_byte_of_the_page_is_told_as_a_change(sealed: bytes, keys: CentreKeys) -> None:
    place = sealed.index(b"stream") + 40
    changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
    assert (verify(changed, [keys.fingerprint]).kind, verify(changed).sentence) == (Kind.BAD, CHANGED)


def test_a_file_cut_short_is_damaged(sealed: bytes) -> None:
    assert verify(sealed[:500]).sentence == DAMAGED


def test_a_document_stays_genuine_after_the_certificate_has_ended(keys: CentreKeys) -> None:
    late = sign(small_pdf(), keys, keys.until - timedelta(hours=1))
    assert verify(late, [keys.fingerprint]).kind is Kind.GENUINE


def test_nothing_is_sealed_with_a_certificate_that_has_ended(keys: CentreKeys) -> None:
    with pytest.raises(RuntimeError, match="does not hold"):
        sign(small_pdf(), keys, keys.until + timedelta(days=1))


def test_the_seal_tells_nothing_but_the_centre_and_the_time(sealed: bytes) -> None:
    added = sealed[len(small_pdf()) :]
    assert b"pyHanko" not in added
    assert b"/Location" not in added
    assert b"/Reason" not in added
    assert b"ModDate" not in added


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="poppler's pdfsig is not installed")
def test_poppler_finds_the_seal_valid_too(sealed: bytes, tmp_path: Path) -> None:
    file = tmp_path / "sealed.pdf"
    file.write_bytes(sealed)
    told = subprocess.run(["pdfsig", str(file)], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid." in told
    assert "Total document signed" in told
    assert "Not total document signed" not in told
