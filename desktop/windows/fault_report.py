"""What may be told of a bug: its type, the place in the program and versions; no message of the error, no values."""

from __future__ import annotations

import sys
import zlib
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from PySide6.QtCore import QSysInfo, qVersion

import desktop
from desktop.problems import Problem


class Broken(NamedTuple):
    """What is told of a bug: its code, when it showed (desk time), its report, and what keeps words from being kept."""

    code: str
    at: datetime
    report: str
    kept: str
    problem: Problem | None = None


class Report(NamedTuple):
    """What may be told of a bug."""

    code: str
    """Six signs that are the same for the same fault."""
    at: datetime
    """Desk time."""
    text: str

    def save(self, folder: Path) -> Path | None:
        """Write it into a folder; None where that is not possible."""
        path = folder / f"report-{self.code}.txt"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(self.text, encoding="utf-8")
        except OSError:
            return None
        return path


def report_of(error: BaseException, at: datetime) -> Report:
    """Type, module, function and line of each step; no message, no values."""
    steps = []
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        module = trace.tb_frame.f_globals.get("__name__", "?")
        steps.append(f"  {module}.{code.co_qualname} line {trace.tb_lineno}")
        trace = trace.tb_next
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    same = f"{zlib.crc32(chr(10).join([kind, *steps[-3:]]).encode()):08X}"[:6]
    versions = (
        f"Liepa {desktop.__version__}, Python {sys.version.split()[0]}, Qt {qVersion()}, {QSysInfo.prettyProductName()}"
    )
    return Report(same, at, "\n".join([f"Liepa {same} {at:%Y-%m-%d %H:%M}", versions, kind, *steps, ""]))
