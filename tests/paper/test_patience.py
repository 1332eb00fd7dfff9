"""A file that is huge, unpacks to very much or sends its reader round and round is refused, and soon."""

from __future__ import annotations

import io
import sys
import tracemalloc
import zlib

import pikepdf
import pytest

from desktop.paper.centre_keys import CentreKeys
from desktop.paper.patience import UNPACKED, TooMuchWork, patience
from desktop.paper.seal import LARGEST, TOO_LARGE, Kind, verify
from tests.paper.conftest import small_pdf


def fields_within_fields(depth: int) -> bytes:
    """A form whose every field is two times the next one: 2 to the power of `depth` to look at."""
    with pikepdf.open(io.BytesIO(small_pdf())) as pdf:
        below = pdf.make_indirect(pikepdf.Dictionary(T=pikepdf.String("last"), FT=pikepdf.Name("/Tx")))
        for level in range(depth):
            kids = pikepdf.Array([below, below])
            below = pdf.make_indirect(pikepdf.Dictionary(T=pikepdf.String(f"level {level}"), Kids=kids))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([below]), SigFlags=3)
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def unpacking(size: int) -> bytes:
    """A file whose table of objects unpacks to so many bytes."""
    packed = zlib.compress(b"\0" * size, 9)
    head = f"1 0 obj\n<</Type/XRef/Size 2/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
    return b"%PDF-1.7\n" + head.encode() + packed + b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"


def test_a_file_of_more_than_the_largest_size_is_told_and_not_read(sealed: bytes, keys: CentreKeys) -> None:
    verdict = verify(sealed + b"\0" * (LARGEST + 1 - len(sealed)), [keys.fingerprint])
    assert (verdict.kind, verdict.sentence) == (Kind.BAD, TOO_LARGE)
    assert verify(sealed, [keys.fingerprint]).kind is Kind.GENUINE


def test_fields_without_end_are_given_up() -> None:
    assert verify(fields_within_fields(60)).kind is Kind.BAD


def test_what_unpacks_to_very_much_is_not_unpacked() -> None:
    hostile = unpacking(20 * UNPACKED)
    tracemalloc.start()
    try:
        assert verify(hostile).kind is Kind.BAD
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 4 * UNPACKED


def work() -> None:
    for number in range(2000):
        str(abs(number)).strip()


def test_patience_ends_after_so_many_calls_and_leaves_everything_as_it_was() -> None:
    before = sys.getprofile()
    with pytest.raises(TooMuchWork), patience(1000):
        work()
    assert sys.getprofile() is before
    with patience(1000):
        assert len("few calls") == 9
