"""Reads a file in a process of its own, with limits on time and memory.

Whatever the file does to its reader, the vault and the window are elsewhere. Plain values come back as JSON and
nothing else.

Time is limited everywhere, memory where the system lets a process limit itself (not on Windows; there the limits on
the size of what is inflated hold alone).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from desktop.language import N_
from desktop.problems import Problem
from desktop.spreadsheets import FULL, READ_APART, WHOLE
from desktop.spreadsheets.archive import BIGGEST, DAMAGED, TOO_BIG
from desktop.spreadsheets.sheets import Book, from_json

NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows: no black window for the reader."""
LONGEST = 30
"""Seconds of the clock until reading is given up."""


def read_file(file: Path, encoding: str = "", *, whole: bool = False) -> Book:
    """Everything a file holds, read apart; its paragraphs too if the `whole` of it is wanted.

    Raises:
        Problem: It cannot be read, changed while it was read, or is no list; in a sentence.
    """
    try:
        before = file.stat()
        if before.st_size > BIGGEST:
            raise Problem(TOO_BIG)
        content = file.read_bytes()
        after = file.stat()
    except OSError as error:
        raise Problem(N_("The file could not be read: {reason}"), reason=file.name) from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(content) != after.st_size:
        raise Problem(N_("It changed while being read. Close it in the other program and bring it again."))
    return read_bytes(content, encoding, whole=whole)


def read_bytes(content: bytes, encoding: str = "", *, whole: bool = False) -> Book:
    """The same of what was dropped or pasted."""
    if not content.strip():
        raise Problem(N_("The file is empty."))
    frozen = getattr(sys, "frozen", False)
    command = [
        sys.executable,
        *([] if frozen else ["-m", "desktop"]),
        READ_APART,
        encoding,
        *([WHOLE] if whole else []),
    ]
    root = str(Path(__file__).resolve().parents[2])
    around = {**os.environ, "PYTHONPATH": os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])])}
    try:
        done = subprocess.run(
            command,
            input=content,
            capture_output=True,
            timeout=LONGEST,
            env=around,
            creationflags=NO_WINDOW,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Problem(N_("Reading took too long and was stopped. Save the list anew as XLSX.")) from error
    return _answer(done.returncode, done.stdout)


def _answer(code: int, output: bytes) -> Book:
    try:
        text = output.decode()
        if code == 0:
            return from_json(text)
        told = json.loads(text)
        raise Problem(str(told["told"]), **told["values"])
    except (ValueError, KeyError, TypeError):
        raise Problem(TOO_BIG if code in {FULL, -9, -24} else DAMAGED) from None
