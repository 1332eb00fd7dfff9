"""Destroys what was thrown away, as the program's own loop does after every event.

The keys and clicks of QTest go past the place in which Qt counts how deep it is, so that `deleteLater` in answer to
them would wait for ever: pages long left, and locked frames, would live on and hide whoever still holds on to them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication


def destroy_thrown_away() -> None:
    """Let every widget go that is to be deleted later."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
