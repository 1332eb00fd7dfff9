"""How much work a file that somebody sent may ask of its reader before the reader gives up.

A small file can be made to keep a reader busy for ever: lists that point to lists that point to lists. Calls are
counted instead of seconds, so that the same file gets the same answer on every computer.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

CALLS = 5_000_000
"""A summary asks for about two hundred thousand; so many take a few seconds."""
UNPACKED = 32 * 1024 * 1024
"""To so many bytes a part of a file may unpack."""


class TooMuchWork(Exception):
    """The file asks for more than any document of ours would."""


@contextmanager
def patience(calls: int = CALLS) -> Iterator[None]:
    """Give up with `TooMuchWork` after so many calls within the block, in this thread alone."""
    left, before = calls, sys.getprofile()

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal left
        left -= event in ("call", "c_call")
        if left < 0:
            raise TooMuchWork

    sys.setprofile(counted)
    try:
        yield
    finally:
        sys.setprofile(before)


def limits() -> Any:
    """What a file's reader may unpack: of one part, and of all together."""
    from pyhanko.pdf_utils.decode_limits import DecodeLimits, DocumentDecodeBudget, StreamDecodeLimits

    whole = DocumentDecodeBudget(base_allowance=2 * UNPACKED, max_ratio=4)
    return DecodeLimits(per_stream=StreamDecodeLimits(max_output_size=UNPACKED), document_budget=whole)
