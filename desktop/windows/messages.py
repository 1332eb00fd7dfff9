"""What is told when something cannot be done: a `Problem` in its sentence, anything else by the crash window.

A report of a bug holds its type, the place in the program and versions, never what was typed or kept: no message of the
error, no values. It is written beside the settings and sent to nobody.
"""

from __future__ import annotations

import faulthandler
import sys
import threading
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from PySide6.QtCore import QMessageLogContext, QObject, QSysInfo, QtMsgType, Signal, qInstallMessageHandler, qVersion

import desktop
from desktop.language import N_
from desktop.places import config_folder
from desktop.problems import Cancelled, Problem
from desktop.world import World

KEPT = N_("What you typed is kept, encrypted.")
SAFE = N_("Saved records are safe.")


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


class Broken(NamedTuple):
    """What is told of a bug: its code, when it showed (desk time), its report, and what keeps words from being kept."""

    code: str
    at: datetime
    report: str
    kept: str = KEPT
    problem: Problem | None = None


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


class Messages(QObject):
    """The last place where anything that was raised arrives, from whatever thread."""

    told = Signal(object)
    """A `Problem` that no page showed itself."""
    _raised = Signal(object)

    def __init__(self, world: World, folder: Path | None = None) -> None:
        super().__init__()
        self._world, self._folder = world, folder or config_folder()
        self.window: Any = None
        """The crash window that was shown last."""
        self.keep: Callable[[], Problem | None] = _nothing
        """Keeps what is half typed; what keeps it from that is given back."""
        self.again: Callable[[], Problem | None] = _nothing
        """Leads to the door, or gives back why not yet."""
        self._raised.connect(self._show)

    def tell(self, error: BaseException) -> None:
        """Tell a problem to the person; show anything else as a bug. Callable from any thread."""
        if not isinstance(error, Cancelled):
            self._raised.emit(error)

    def install(self) -> None:
        """Catch what nobody caught: in the window's thread, in others, in Qt, in the interpreter itself."""
        sys.excepthook = lambda kind, error, trace: self.tell(error.with_traceback(trace))
        threading.excepthook = lambda raised: self.tell(raised.exc_value) if raised.exc_value else None
        qInstallMessageHandler(self._qt_said)
        with suppress(OSError, ValueError, RuntimeError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._log = (self._folder / "faults.txt").open("a", encoding="utf-8")
            faulthandler.enable(self._log)

    def _qt_said(self, kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        """Qt's warnings go to the terminal, if there is one."""
        if kind != QtMsgType.QtDebugMsg and sys.stderr is not None and "propagateSizeHints" not in words:
            sys.stderr.write(f"Qt: {words}\n")

    def _show(self, error: BaseException) -> None:
        if isinstance(error, Problem):
            self.told.emit(error)
            return
        if isinstance(error, KeyboardInterrupt):
            sys.exit(130)
        report = report_of(error, self._world.here())
        report.save(self._folder)
        try:
            from desktop.windows.crash import CrashWindow  # loaded once the door is painted
        except ImportError:  # its own files are gone, a stick was pulled out: the report is all that can be left
            return
        if self.window is None or not self.window.isVisible():
            self.window = CrashWindow(self._told(report), self.again)
            self.window.show()

    def _told(self, report: Report) -> Broken:
        """What became of the words typed: they are kept at once, as far as the broken program still can."""
        kept, problem = KEPT, None
        try:
            problem = self.keep()
        except Exception:  # a second bug while the first is told
            kept = SAFE
        return Broken(report.code, report.at, report.text, kept, problem)


def _nothing() -> None:
    """Before the door stands there is nothing to keep."""
