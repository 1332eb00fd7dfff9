"""How long to wait after wrong passphrases.

The count outlives the program. It only slows down a guess at the keyboard; against a stolen folder the cost of a guess
protects. Nothing is ever wiped: a visitor must not be able to destroy the records.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from desktop.vault.files import read_small, write_whole
from desktop.vault.refusals import TooSoon
from desktop.world import World

TRIES = "tries.json"
WAITS = (0, 0, 0, 2, 5, 15, 30)
"""Seconds to wait after so many wrong passphrases in a row; the last holds for all further ones."""


class Tries:
    """The wrong passphrases typed in a row for one vault."""

    def __init__(self, folder: Path, world: World) -> None:
        self._path = folder / TRIES
        self._world = world

    def seconds_left(self) -> int:
        """How long the next try must wait; not at all if the clock was set back since, or it would be for ever."""
        count, last = self._read()
        wait = WAITS[min(count, len(WAITS) - 1)]
        if last is None or not wait:
            return 0
        gone = (self._world.now() - last).total_seconds()
        left = wait - gone if gone >= 0 else 0
        return min(max(0, int(-(-left // 1))), wait)

    def require(self) -> None:
        """Raise `TooSoon` if the wait is not over."""
        left = self.seconds_left()
        if left:
            raise TooSoon(left)

    def wrong(self) -> None:
        """Count a wrong passphrase."""
        body = {"count": self._read()[0] + 1, "last": self._world.now().isoformat()}
        with suppress(OSError):
            write_whole(self._path, json.dumps(body).encode())

    def right(self) -> None:
        """Begin anew."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _read(self) -> tuple[int, datetime | None]:
        try:
            body = json.loads(read_small(self._path))
            return max(0, int(body["count"])), datetime.fromisoformat(body["last"]).astimezone(UTC)
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return 0, None
