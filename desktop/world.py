"""All that cannot be repeated: the clock, new identifiers, chance, and the computer itself.

Everything else in the program is handed a `World`, so a test can stand still in time and count its own identifiers.
No other module may ask the operating system for the time, an identifier or randomness (`tests/test_house.py`).

Two kinds of time are kept apart. What the program *stamps* (history, seals) is an aware datetime in UTC. What a person
*types* (received at 09:05, call between 9 and 12) is wall-clock time at the centre: a naive datetime, called desk time.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any, NamedTuple


class Machine(NamedTuple):
    """The computer on which it all runs, as far as it may be asked how it stands."""

    system: str
    """Which system it has, as `sys.platform` calls it."""
    root: Path
    """Where the system's own folders lie: `/`; on Windows the folder of Windows."""

    @classmethod
    def this(cls) -> Machine:
        """The one outside the tests."""
        return cls(sys.platform, Path(os.environ.get("SYSTEMROOT", "/") if sys.platform == "win32" else "/"))


class World(NamedTuple):
    """The clock, the source of identifiers and the source of randomness, handed in by constructor."""

    now: Callable[[], datetime]
    """The present moment, aware, in UTC."""
    new_id: Callable[[], Any]
    """A new identifier, a `UUID`; later ones sort after earlier ones."""
    chance: Callable[[int], bytes]
    """So many bytes of randomness, good enough for keys."""
    zone: tzinfo | None = None
    """The centre's time zone; None means the computer's own."""
    machine: Machine | None = None
    """The computer that may be asked how its disks stand; None: none is asked."""

    @classmethod
    def real(cls) -> World:
        """The world outside the tests."""
        return cls(now=lambda: datetime.now(UTC), new_id=_ordered_id, chance=os.urandom, machine=Machine.this())

    def in_zone(self, name: str) -> World:
        """The same world seen from a time zone such as `Europe/Vilnius`."""
        from zoneinfo import ZoneInfo

        return self._replace(zone=ZoneInfo(name))

    def here(self) -> datetime:
        """The present moment as the clock on the centre's wall shows it (naive, whole seconds)."""
        return self.desk(self.now())

    def desk(self, moment: datetime) -> datetime:
        """A stamped moment as desk time."""
        return moment.astimezone(self.zone).replace(tzinfo=None, microsecond=0)

    def moment(self, desk: datetime) -> datetime:
        """A desk time as a moment in UTC; in the doubled hour of autumn the earlier one."""
        local = desk.replace(tzinfo=self.zone) if self.zone else desk.astimezone()
        return local.astimezone(UTC)

    def today(self) -> date:
        """The date at the centre."""
        return self.here().date()


def _ordered_id() -> Any:
    """A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then randomness; keeps indexes small and in order."""
    from uuid import UUID  # which first asks what kind of system this is

    value = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10))
    value &= ~(0xF000 << 64) & ~(0xC000 << 48)
    return UUID(int=value | (0x7000 << 64) | (0x8000 << 48))


def dice(seed: int) -> random.Random:
    """A repeatable sequence for invented data; never for keys."""
    return random.Random(seed)  # noqa: S311
