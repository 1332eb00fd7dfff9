"""What is told when something cannot be done: a `Problem` in its sentence, anything else by the crash window.

The report of a bug is written beside the settings and sent to nobody.
"""

from __future__ import annotations

import faulthandler
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from desktop.language import N_
from desktop.places import config_folder
from desktop.problems import Cancelled, Problem
from desktop.world import World

KEPT = N_("What you typed is kept, encrypted.")
SAFE = N_("Saved records are safe.")


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
        try:
            from desktop.windows.crash import CrashWindow
            from desktop.windows.fault_report import Broken, report_of
        except ImportError:  # the program's own files are gone, a stick was pulled out before all was loaded
            return
        report = report_of(error, self._world.here())
        report.save(self._folder)
        if self.window is None or not self.window.isVisible():
            self.window = CrashWindow(Broken(report.code, report.at, report.text, *self._kept()), self.again)
            self.window.show()

    def _kept(self) -> tuple[str, Problem | None]:
        """What became of the words typed: they are kept at once, as far as the broken program still can."""
        try:
            return KEPT, self.keep()
        except Exception:  # a second bug while the first is told
            return SAFE, None


def _nothing() -> None:
    """Before the door stands there is nothing to keep."""
