from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from desktop.paper.centre_keys import CentreKeys, fingerprint_of, grouped, make_centre_keys, name_in, typed_fingerprint
from desktop.problems import Problem
from tests.conftest import Still


def test_keys_survive_being_kept_as_text(keys: CentreKeys) -> None:
    assert CentreKeys.from_pem(keys.to_pem()) == keys


def test_what_may_leave_holds_no_secret(keys: CentreKeys) -> None:
    assert b"PRIVATE" not in keys.certificate_pem
    assert fingerprint_of(keys.certificate_pem) == fingerprint_of(keys.root) == keys.fingerprint


def test_the_certificates_name_the_centre_and_live_long(keys: CentreKeys) -> None:
    root, leaf = (x509.load_der_x509_certificate(each) for each in (keys.root, keys.certificate))
    assert name_in(keys.root) == name_in(keys.certificate) == keys.name == "Pajūrio krizių centras „Žiburys“"
    assert root.not_valid_after_utc.year == 2046
    assert leaf.not_valid_after_utc.year == 2036
    assert root.subject != leaf.subject
    leaf.verify_directly_issued_by(root)
    assert leaf.public_key().key_size == root.public_key().key_size == 3072  # type: ignore[union-attr]


def test_a_control_code_typed_from_paper_is_understood(keys: CentreKeys) -> None:
    assert len(grouped(keys.fingerprint)) == 16
    assert typed_fingerprint(" ".join(grouped(keys.fingerprint)).lower()) == keys.fingerprint


@pytest.mark.parametrize("typed", ["", "7F3A", "G" * 64, "A" * 63, "A" * 65])
def test_a_mistyped_control_code_is_told(typed: str) -> None:
    with pytest.raises(Problem, match="64 signs"):
        typed_fingerprint(typed)


@pytest.mark.parametrize("file", [b"", b"hello", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_file_that_is_no_certificate_is_told(file: bytes) -> None:
    with pytest.raises(Problem, match="not a certificate"):
        fingerprint_of(file)


@pytest.mark.parametrize("name", ["", "  ", "x" * 65])
def test_a_name_that_no_certificate_can_bear_is_told(name: str) -> None:
    with pytest.raises(Problem, match="between 1 and"):
        make_centre_keys(name, Still().world)


def test_openssl_finds_the_chain_good(keys: CentreKeys, tmp_path: Path) -> None:
    root, leaf = tmp_path / "root.pem", tmp_path / "leaf.pem"
    root.write_bytes(keys.certificate_pem)
    leaf.write_bytes(x509.load_der_x509_certificate(keys.certificate).public_bytes(Encoding.PEM))
    moment = str(int(Still().moment.timestamp()))
    told = subprocess.run(
        ["openssl", "verify", "-x509_strict", "-attime", moment, "-CAfile", str(root), str(leaf)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
