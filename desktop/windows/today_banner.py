"""What threatens the data themselves, said on Today alone and one thing at a time, the worst first.

It tells how things stand and leads to where it is mended; what only whoever leads can mend is said to her alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from desktop.language import N_, chosen
from desktop.records.staff import LEADING
from desktop.vault.protection import Protection
from desktop.vault.recovery import State
from desktop.windows.banner import Banner
from desktop.windows.buttons import PLAIN
from desktop.windows.centre_backups import A_YEAR, DUE, OVERDUE
from desktop.windows.centre_disk_card import HOW
from desktop.windows.centre_people import STATES
from desktop.windows.desk import Desk
from desktop.windows.guide import Guide


@dataclass(frozen=True)
class Warned:
    """One thing that is wrong: in which tone, what is said, and the one button with its way."""

    tone: str
    told: str
    offer: str
    way: tuple[str, Any]
    """The screen, and what it is asked for."""
    values: Mapping[str, Any] = field(default_factory=dict)
    leaves: str = ""
    """The setting of this computer by which it may knowingly be left as it is; empty where it may not."""


TO_BACKUPS = ("centre", "backup")
PLAIN_DISK = Warned(
    "red",
    N_("The vault is encrypted, the disk of this computer is not: words from memory can be read on it."),
    N_("How to encrypt it"),
    (Guide.NAME, HOW),
    leaves="disk_left",
)


def warnings(desk: Desk) -> Iterator[Warned]:
    """Everything that is wrong: by what data may be lost, the worst first, then what cannot be mended in a minute."""
    centre = desk.centre
    profile, now = centre.profile_log.profile(), centre.world.here()
    made = profile.last_backup_at
    old = now - centre.world.desk(made) if made is not None else None
    late = N_("Days without a verified backup: {n}")
    days = {"n": chosen().number(old.days)} if old is not None else {}
    if old is not None and old > OVERDUE:
        yield Warned("red", late, N_("Back up now"), TO_BACKUPS, values=days)
    if old is None:
        yield Warned("amber", N_("No backup yet. Make the first one now."), N_("Back up now"), TO_BACKUPS)
    if centre.worker.role in LEADING:
        yield from _of_sheets(desk, now, is_lost=True)
        if not profile.backup_folder:
            yield Warned("red", N_("No second place for backups is set."), N_("Choose a place"), TO_BACKUPS)
        yield from _of_sheets(desk, now, is_lost=False)
    if old is not None and DUE < old <= OVERDUE:
        yield Warned("amber", late, N_("Back up now"), TO_BACKUPS, values=days)
    if centre.worker.role in LEADING and not desk.settings().disk_left:
        found = desk.disks.now()
        if found is not None and found.system == Protection.PLAIN:
            yield PLAIN_DISK


def _of_sheets(desk: Desk, now: datetime, *, is_lost: bool) -> Iterator[Warned]:
    """No recovery sheets, or such as nobody has proven for a year."""
    vault, state = desk.centre.vault, desk.centre.vault.recovery_state
    if is_lost and state in (State.NONE, State.USED):
        yield Warned("red", STATES[state][2], N_("Make new sheets"), ("sheets", None))
    kit = vault.keys.recovery
    proven = kit.rehearsed if kit is not None and state == State.REHEARSED else None
    is_old = proven is not None and now - desk.centre.world.desk(datetime.fromisoformat(proven)) > A_YEAR
    if not is_lost and (state == State.MADE or is_old):
        told = N_("It is over a year since the recovery sheets were proven.") if is_old else STATES[state][2]
        yield Warned("amber", told, N_("Rehearse"), ("rehearsal", None))


class TodayBanner(Banner):
    """Silent while nothing is wrong; said anew only when something else is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("amber")
        self._desk = desk
        self._warned: Warned | None = None
        self.button = self.offer(N_("Back up now"), self._go)
        self.leave_button = self.offer(N_("Leave it as it is"), self._leave, PLAIN)
        desk.disks.told.connect(self.look)

    def look(self) -> None:
        """See how things stand now."""
        if not self._desk.centre.vault.is_open:
            return
        worst = next(warnings(self._desk), None)
        if worst == self._warned:
            return
        self._warned = worst
        self.setVisible(worst is not None)
        if worst is not None:
            self.button.say(worst.offer)
            self.leave_button.setVisible(bool(worst.leaves))
            self.say(worst.told, tone=worst.tone, **worst.values)

    def _go(self) -> None:
        if self._warned is not None:
            screen, about = self._warned.way
            self._desk.go(screen, about)

    def _leave(self) -> None:
        """Knowingly: it is not said again on this computer, until it is taken back here or in the options."""
        if self._warned is not None and self._warned.leaves:
            name = self._warned.leaves
            self._settle(name, is_left=True)
            told = N_("Today does not remind of it on this computer any more. It can be changed under Options.")
            self._desk.saved(told, partial(self._settle, name, is_left=False))

    def _settle(self, name: str, *, is_left: bool) -> None:
        self._desk.settle(**{name: is_left})
        self.look()
