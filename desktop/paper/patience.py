"""How much work a file that somebody sent may ask of its reader before the reader gives up.

A small file can be made to keep a reader busy for ever: lists that point to lists that point to lists. Calls are
counted instead of seconds, so that the same file gets the same answer on every computer.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

CALLS = 5_000_000
"""A summary asks for about two hundred thousand; so many take a few seconds."""


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
