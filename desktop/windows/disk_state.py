"""How the disks of this computer stand, as it was found out once after unlocking.

The system is asked beside all other work and may take its time: unlocking, Today and every list go on meanwhile.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.centre import Centre
from desktop.vault.disks import disks
from desktop.vault.protection import Disks
from desktop.windows.worker import Background


class DiskState(QObject):
    """Asks when somebody first wants to know, and then no more."""

    told = Signal()
    """The answer came."""

    def __init__(self, centre: Centre, background: Background) -> None:
        super().__init__()
        self._background, self._is_asked = background, False
        self._question = partial(disks, centre.vault.folder, centre.world.machine)
        self._found: Disks | None = None

    def now(self) -> Disks | None:
        """What is known; None while the answer is under way."""
        if not self._is_asked:
            self._is_asked = True
            self._background.aside.run(self._question, self._hear)
        return self._found

    def _hear(self, found: Disks) -> None:
        self._found = found
        self.told.emit()
