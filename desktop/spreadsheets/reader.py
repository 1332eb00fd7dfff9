"""The reader of lists, in its own process: limits itself, reads what comes on standard input, tells what it found."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress

from desktop.problems import Problem
from desktop.spreadsheets import FULL, WHOLE
from desktop.spreadsheets.reading import read_book
from desktop.spreadsheets.sheets import as_json

if sys.platform != "win32":
    import resource

PROCESSOR = 10
"""Seconds of processor time at most."""
MEMORY = 1 << 30
"""Bytes of addresses at most; a list of 50,000 rows takes about a third."""


def main(words: list[str]) -> int:
    """Read; the book goes to standard output, or the problem that is in the way. Returns the exit code."""
    _limit()
    try:
        encoding = words[0] if words else ""
        answer, code = as_json(read_book(sys.stdin.buffer.read(), encoding, whole=WHOLE in words[1:])), 0
    except Problem as problem:
        values = {name: str(value) for name, value in problem.values.items()}
        answer, code = json.dumps({"told": problem.sentence, "values": values}), 1
    except MemoryError:
        os._exit(FULL)
    sys.stdout.buffer.write(answer.encode())
    sys.stdout.buffer.flush()
    return code


def _limit() -> None:
    if sys.platform == "win32":
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
