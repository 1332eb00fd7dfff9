"""Whether the disks of this computer are encrypted, as far as it could be found out, and whether Today speaks of it."""

from __future__ import annotations

from functools import partial

from desktop.language import N_, _
from desktop.records.staff import LEADING
from desktop.vault.protection import STATES, Protection
from desktop.windows.card import Card
from desktop.windows.centre_part import entry_row, plain
from desktop.windows.chips_field import ChipsField
from desktop.windows.desk import Desk
from desktop.windows.guide import Asked, Guide
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row, clear, line
from desktop.windows.pill import CONFIRM, GOOD, NOT_YET, Pill

SIGNS = {Protection.ENCRYPTED: GOOD, Protection.PLAIN: CONFIRM, Protection.UNKNOWN: NOT_YET}
OF_SYSTEM = {
    Protection.ENCRYPTED: N_("What the computer puts there from memory cannot be read by whoever takes it."),
    Protection.PLAIN: N_("What the computer puts there from memory can be read by whoever takes it."),
    Protection.UNKNOWN: N_("Ask whoever looks after the computer whether it is encrypted."),
}
"""What follows for the words that were read."""
HOW = Asked("disk")
"""The help that tells how a disk is encrypted."""


class DiskCard(Card):
    """The disk of the system, the disk of the vault, and the reminder where one is due."""

    TITLE = N_("Disk of this computer")

    def __init__(self, desk: Desk, reminder: ChipsField) -> None:
        super().__init__(gap=8)
        self.desk, self.reminder = desk, reminder
        self._lines = Column(gap=8)
        self.column.addWidget(Label(self.TITLE, "card"))
        self.column.addLayout(self._lines)
        self.column.addWidget(self.reminder)
        desk.disks.told.connect(self.refresh)

    def refresh(self) -> None:
        """Say what is known by now."""
        found = self.desk.disks.now()
        clear(self._lines)
        if found is not None:
            of_system, of_vault = found.named()
            is_open = found.system != Protection.ENCRYPTED
            self._lines.addLayout(self._row(*of_system, OF_SYSTEM[found.system], has_way=is_open))
            self._lines.addWidget(line())
            self._lines.addLayout(self._row(*of_vault, N_("The vault itself is encrypted on any disk."), has_way=False))
        is_reminded = self.desk.centre.worker.role in LEADING
        self.reminder.setVisible(is_reminded and found is not None and found.system == Protection.PLAIN)

    def _row(self, name: str, state: Protection, second: str, *, has_way: bool) -> Row:
        """One disk; with the way to what can be done, where there may be something to do."""
        go = partial(self.desk.go, Guide.NAME, HOW)
        ways = [plain(N_("How to encrypt it"), go, about=_(name))] if has_way else []
        return entry_row(_(name), _(second), *ways, pill=Pill(SIGNS[state], STATES[state]))
