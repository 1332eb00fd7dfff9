"""What the frame of a centre gives back when nobody is at it: memory that only made the next question quicker."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.windows import garbage
from desktop.windows.desk import Desk


class FrameRest(QObject):
    """Rests each time when nobody is at it any more, nor waits for something that is under way."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        garbage.while_nobody_waits(desk.background.is_busy)
        garbage.at_rest(self.rest)

    def rest(self) -> None:
        """Nobody is at it: give it back."""
        vault = self._desk.centre.vault

        def rest() -> None:
            vault.rest()
            garbage.give_back()

        garbage.clear_old()
        self._desk.background.run(rest)
