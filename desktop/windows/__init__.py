"""The windows, on the very same logs as the command line; the only place that knows Qt."""

from __future__ import annotations

import builtins

_plain_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _plain_import
"""PySide puts an import of its own in its place, which reads the source of every module that is loaded later and keeps
it: a quarter of the memory and of the time. It looks there for spellings of Qt's names that nobody uses here."""
