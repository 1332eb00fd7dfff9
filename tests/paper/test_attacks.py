"""Whoever changes a sealed file is found out: 0 accepted, 0 exceptions, whatever is done to the bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from desktop.paper.centre_keys import CentreKeys
from desktop.paper.seal import BYTE_RANGE, Kind, sign, verify
from tests.paper.conftest import MADE, small_pdf

FLIPS = 120
"""How many single bits are flipped over the whole file."""


def accepted(file: bytes, keys: CentreKeys) -> bool:
    """Whether it passes for whole, the centre known or not: the mildest question there is, asked once."""
    return verify(file, [keys.fingerprint], others=Kind.UNKNOWN).kind is not Kind.BAD


def flipped(file: bytes, place: int, bit: int) -> bytes:
    return file[:place] + bytes([file[place] ^ (1 << bit)]) + file[place + 1 :]


def ranges(file: bytes) -> tuple[int, int, int]:
    found = BYTE_RANGE.search(file)
    assert found
    before, after, length = (int(number) for number in found.groups())
    return before, after, length


def test_no_flipped_bit_in_the_whole_file_is_accepted(sealed: bytes, keys: CentreKeys) -> None:
    step = max(1, len(sealed) // FLIPS)
    places = [(place, place % 8) for place in range(0, len(sealed), step)]
    assert [place for place, bit in places if accepted(flipped(sealed, place, bit), keys)] == []


def test_no_flipped_bit_in_the_signature_itself_is_accepted(sealed: bytes, keys: CentreKeys) -> None:
    before, after, _ = ranges(sealed)
    used = len(sealed[before:after].rstrip(b">").rstrip(b"0"))
    places = [(place, bit) for bit in (0, 5) for place in range(before, before + used + 40, 149)]
    assert [place for place, bit in places if accepted(flipped(sealed, place, bit), keys)] == []


def test_no_file_cut_short_is_accepted(sealed: bytes, keys: CentreKeys) -> None:
    cuts = [*range(0, len(sealed), len(sealed) // 60), *range(len(sealed) - 12, len(sealed))]
    assert [cut for cut in cuts if accepted(sealed[:cut], keys)] == []


def _updated(change: Callable[[IncrementalPdfFileWriter], None]) -> Callable[[bytes], bytes]:
    def attack(file: bytes) -> bytes:
        writer = IncrementalPdfFileWriter(io.BytesIO(file))
        change(writer)
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    return attack


def _page(writer: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    page = writer.root["/Pages"]["/Kids"][0]
    writer.update_container(page)
    return page


def _white_out(writer: IncrementalPdfFileWriter) -> None:
    stream = generic.StreamObject(stream_data=b"1 1 1 rg 0 0 600 850 re f")
    page = _page(writer)
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), writer.add_object(stream)])


def _new_body(writer: IncrementalPdfFileWriter) -> None:
    _page(writer)["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"BT ET"))


def _note(writer: IncrementalPdfFileWriter) -> None:
    note = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
            generic.pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 500, 500))),
            generic.pdf_name("/Contents"): generic.pdf_string("0"),
        }
    )
    _page(writer)["/Annots"] = generic.ArrayObject([writer.add_object(note)])


def _no_form(writer: IncrementalPdfFileWriter) -> None:
    del writer.root["/AcroForm"]
    writer.update_root()


def _no_promise(writer: IncrementalPdfFileWriter) -> None:
    del writer.root["/Perms"]
    writer.update_root()


def _script(writer: IncrementalPdfFileWriter) -> None:
    action = {"/S": generic.pdf_name("/JavaScript"), "/JS": generic.pdf_string("1")}
    writer.root["/OpenAction"] = generic.DictionaryObject({generic.pdf_name(k): v for k, v in action.items()})
    writer.update_root()


def _resaved(file: bytes, **options: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(file)) as pdf:
        pdf.save(out, **options)
    return out.getvalue()


def _without_field(file: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(file)) as pdf:
        del pdf.Root.AcroForm
        del pdf.Root.Perms
        del pdf.pages[0].Annots
        pdf.save(out)
    return out.getvalue()


def _range(*numbers: str) -> Callable[[bytes], bytes]:
    def attack(file: bytes) -> bytes:
        found = re.search(rb"/ByteRange\s*\[[^\]]*\]", file)
        assert found
        new = b"/ByteRange [" + " ".join(numbers).encode() + b"]"
        return file[: found.start()] + new.ljust(found.end() - found.start()) + file[found.end() :]

    return attack


def _moved(file: bytes) -> bytes:
    """The signed ranges kept, other bytes smuggled between them by a longer gap."""
    before, after, length = ranges(file)
    smuggled = b"%" + b"A" * 99
    longer = file[:after] + smuggled + file[after:]
    return _range("0", str(before), str(after + len(smuggled)), str(length))(longer)


def _replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def attack(file: bytes) -> bytes:
        assert old in file
        return file.replace(old, new)

    return attack


def _other_content(file: bytes) -> bytes:
    """The signature of one document carried over to another."""
    other = small_pdf("Somebody else")
    return other + file[len(small_pdf()) :]


ATTACKS: dict[str, Callable[[bytes], bytes]] = {
    "page whited out": _updated(_white_out),
    "new body": _updated(_new_body),
    "note over the text": _updated(_note),
    "form removed": _updated(_no_form),
    "promise removed": _updated(_no_promise),
    "script added": _updated(_script),
    "re-saved": _resaved,
    "re-saved in streams": lambda file: _resaved(file, object_stream_mode=pikepdf.ObjectStreamMode.generate),
    "re-saved for the web": lambda file: _resaved(file, linearize=True),
    "signature removed": _without_field,
    "range to nothing": _range("0", "0", "0", "0"),
    "range over less": _range("0", "100", "200", "100"),
    "range negative": _range("0", "-1", "1", "1"),
    "range too long": _range("0", "100", "200", "999999"),
    "range of three": _range("0", "100", "200"),
    "range empty": _range(""),
    "range null": lambda file: file.replace(b"/ByteRange", b"/ByteRangf"),
    "gap longer": _moved,
    "contents null": _replaced(b"/Contents <30", b"/Contents <00"),
    "contents named otherwise": _replaced(b"/Contents <", b"/Contentz <"),
    "hexadecimal in small letters": lambda file: file.replace(b"<3082", b"<3082".lower()).replace(b"A0820C", b"a0820c"),
    "other filter": _replaced(b"/ETSI.CAdES.detached", b"/adbe.pkcs7.detached"),
    "other promise": _replaced(b"/P 1", b"/P 3"),
    "of another document": _other_content,
    "junk before": lambda file: b"\n" + file,
    "junk in the middle": lambda file: file[:200] + b" " + file[200:],
    "twice": lambda file: file + file,
    "updated by nothing": lambda file: file + file[file.rindex(b"startxref") :],
    "second header": lambda file: b"%PDF-1.4\n" + file,
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused(name: str, sealed: bytes, keys: CentreKeys) -> None:
    attacked = ATTACKS[name](sealed)
    if attacked != sealed:
        assert not accepted(attacked, keys)


def test_a_second_seal_over_the_first_is_refused(sealed: bytes, stranger: CentreKeys, keys: CentreKeys) -> None:
    stripped = _without_field(sealed)
    assert verify(sign(stripped, stranger, MADE), [keys.fingerprint]).kind is not Kind.GENUINE


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_spliced_file_is_accepted(data: st.DataObject, sealed: bytes, keys: CentreKeys) -> None:
    start = data.draw(st.integers(0, len(sealed) - 1))
    end = data.draw(st.integers(start, min(len(sealed), start + 400)))
    inserted = data.draw(st.binary(max_size=40))
    spliced = sealed[:start] + inserted + sealed[end:]
    if spliced != sealed:
        assert not accepted(spliced, keys)


@settings(max_examples=60, deadline=None)
@given(file=st.binary(max_size=400))
def test_no_bytes_make_the_check_stumble(file: bytes) -> None:
    assert verify(file).kind is Kind.BAD
    assert verify(b"%PDF-1.7\n" + file).kind is Kind.BAD


@pytest.mark.parametrize(
    "hostile",
    [
        b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF\n",
        b"%PDF-1.7\n1 0 obj 1 0 R endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n",
        b"%PDF-1.7\n" + b"[" * 100_000 + b"\nstartxref\n9\n%%EOF\n",
        b"%PDF-1.7\ntrailer<<" + b"/A<<" * 50_000 + b"\nstartxref\n9\n%%EOF\n",
        b"%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF\n",
    ],
    ids=["previous table is itself", "object is itself", "deep array", "deep dictionary", "far away"],
)
def test_a_file_made_to_confuse_the_reader_is_only_refused(hostile: bytes) -> None:
    assert verify(hostile).kind is Kind.BAD
