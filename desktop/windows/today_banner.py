"""What threatens the data themselves, said on Today alone and one thing at a time, the worst first.

It tells how things stand and leads to where it is mended; what only whoever leads can mend is said to her alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from desktop.language import N_, chosen
from desktop.records.staff import LEADING
from desktop.vault.recovery import State
from desktop.windows.banner import Banner
from desktop.windows.centre_backups import A_YEAR, DUE, OVERDUE
from desktop.windows.centre_people import STATES
from desktop.windows.desk import Desk


@dataclass(frozen=True)
class Warned:
    """One thing that is wrong: in which tone, what is said, and the one button with its way."""

    tone: str
    told: str
    offer: str
    way: tuple[str, str | None]
    """The screen, and what it is asked for."""
    values: Mapping[str, Any] = field(default_factory=dict)


TO_BACKUPS = ("centre", "backup")


def warnings(desk: Desk) -> Iterator[Warned]:
    """Everything that is wrong, the worst first."""
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

    def look(self) -> None:
        """See how things stand now."""
        worst = next(warnings(self._desk), None)
        if worst == self._warned:
            return
        self._warned = worst
        self.setVisible(worst is not None)
        if worst is not None:
            self.button.say(worst.offer)
            self.say(worst.told, tone=worst.tone, **worst.values)

    def _go(self) -> None:
        if self._warned is not None:
            screen, about = self._warned.way
            self._desk.go(screen, about)
