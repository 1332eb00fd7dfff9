"""How help ends in an invented story: some weeks after the last occasion, for all but a few.

When and why follows from the notice's place alone, so that the story is told by the same throws of the dice as without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from uuid import UUID

from desktop.demo.invented import Help, Notice
from desktop.records.help_end import HelpEndDraft
from desktop.records.help_log import HelpLog
from desktop.vault.vault import Worker

GOES_ON = 9
"""Every so manieth goes on for years."""
AFTER, SPREAD = 18, 26
"""Days from the last occasion until the end: at least, and so many different ones."""
REASONS = ("goals", "goals", "wish", "goals", "lost", "goals", "moved", "wish", "goals", "passed_on", "goals")

Happening = tuple[datetime, int, Callable[[], None]]
"""When something of the story happens, to which of its notices, and what is done in the vault."""


def ending(place: int, given: Sequence[Help], now: datetime) -> tuple[date | None, str]:
    """When the help of the notice at this place ended, and why; None while it goes on."""
    if not given or place % GOES_ON == 0:
        return None, ""
    on = given[-1].on_day + timedelta(days=AFTER + place * 7 % SPREAD)
    return (on, REASONS[place % len(REASONS)]) if on < now.date() else (None, "")


@dataclass(frozen=True)
class _End:
    """The end of help on one notice of the vault."""

    on: date
    reason: str
    referral_id: UUID
    worker: int

    def draft(self) -> HelpEndDraft:
        """As a worker types it."""
        return HelpEndDraft(self.reason, on=self.on)


class Endings:
    """Tells into a vault where help has ended; what ends after a part that is brought in at once waits for its day."""

    def __init__(self, log: HelpLog, workers: Sequence[Worker]) -> None:
        self._log, self._workers = log, workers
        self._coming: list[_End] = []

    def bring_in(self, notices: Sequence[Notice], ids: Sequence[UUID], today: date) -> None:
        """What ended among these and among those before them, up to that day, in one change for each worker."""
        self._coming += [
            _End(notice.ends, notice.end_reason, ids[place], notice.worker)
            for place, notice in enumerate(notices)
            if notice.ends is not None
        ]
        over = [end for end in self._coming if end.on <= today]
        self._coming = [end for end in self._coming if end.on > today]
        for place, worker in enumerate(self._workers):
            hers = [(end.referral_id, end.draft()) for end in over if end.worker == place]
            if hers:
                self._log.end_all(hers, worker)

    def waiting(self) -> Iterator[Happening]:
        """What of all that is still to come, each on its day."""
        for end in self._coming:
            yield _evening(end.on), 0, partial(self._end, end)

    def later(self, notice: Notice, place: int, referral: Callable[[], UUID]) -> Iterator[Happening]:
        """The end of help on a notice that is told verb by verb, if it ended."""
        if notice.ends is not None:
            on, why, worker = notice.ends, notice.end_reason, notice.worker
            yield _evening(on), place, lambda: self._end(_End(on, why, referral(), worker))

    def _end(self, end: _End) -> None:
        self._log.end(end.referral_id, end.draft(), self._workers[end.worker])


def _evening(day: date) -> datetime:
    return datetime.combine(day, time(16, 40))
