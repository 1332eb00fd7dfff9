"""The rows of the history are packed and come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vault.packing import pack, unpack, unpack_if_whole


@given(st.none() | st.text())
def test_what_was_packed_comes_back(written: str | None) -> None:
    assert unpack(pack(written)) == written


def test_what_was_kept_before_packing_is_read_as_it_is() -> None:
    assert unpack('{"name":"Liepa"}') == '{"name":"Liepa"}'


def test_the_packing_of_today_is_read_for_ever() -> None:
    kept = bytes.fromhex("0143ca2506c61616884af548cbd17da5f93989c5f87c0dcbb9b500")
    assert unpack(kept) == '{"code":"P-0388","name":"Ąžuolas","safe_allowed":"unknown","id":"01"}'


@pytest.mark.parametrize("spoilt", [b"", b"\x02abc", b"\x01\xff\xff", pack('{"name":"Liepa"}')[:-4]])
def test_what_is_spoilt_is_told_and_agrees_with_no_row(spoilt: bytes) -> None:
    with pytest.raises(ValueError, match="not packed"):
        unpack(spoilt)
    assert unpack_if_whole(spoilt) is None
