"""Which days the centre works, and by when something is due that is promised in working days.

Pure: it is handed the centre's week, its country and its own closed days, and knows neither the vault nor the clock.
National holidays come from the `holidays` package, public ones only; bridge days that a government declares are not
in it, so a centre adds them as closed days of its own.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from types import ModuleType

import holidays

from desktop.records.vocabulary import WEEKDAYS

_LONGEST_CLOSURE = 400
"""Days after which a calendar without any open day is given up and days are counted as they come."""


def _load_only_what_is_asked_for() -> None:
    """Put an empty package in the place of the one that loads the tables of all countries when one is wanted.

    They are some 280 modules, 10 MB of memory and a tenth of a second, for one country of theirs.
    """
    name = f"{holidays.__name__}.countries"
    if name not in sys.modules:
        package = ModuleType(name)
        package.__path__ = [str(Path(folder) / "countries") for folder in holidays.__path__]
        sys.modules[name] = package


_load_only_what_is_asked_for()


@cache
def public_holidays(country: str, year: int) -> frozenset[date]:
    """The public holidays of a country (LT, RS) in a year; none for a country without a table.

    The package is not asked which countries it knows: it would load the table of each, and keep them.
    """
    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()


@dataclass(frozen=True)
class WorkCalendar:
    """The centre's working week, its country's holidays and its own closed days."""

    work_days: tuple[str, ...] = ("mo", "tu", "we", "th", "fr")
    """Codes of `WEEKDAYS`."""
    day_begins: time = time(8, 0)
    day_ends: time = time(17, 0)
    country: str = "XX"
    closed: frozenset[date] = field(default_factory=frozenset)
    """Days on which the centre is closed though the calendar says otherwise."""

    def is_open(self, day: date) -> bool:
        """Whether the centre works on that day."""
        return self._is_work_day(day) and day not in self.closed and day not in public_holidays(self.country, day.year)

    def _is_work_day(self, day: date) -> bool:
        return WEEKDAYS[day.weekday()] in self.work_days

    def later(self, day: date, working_days: int) -> date:
        """The day that lies so many working days after `day`, which is not counted itself.

        With 0 it is `day` itself if the centre works then, else the next day on which it does.
        """
        if working_days == 0:
            return self._open_from(day)
        for _ in range(working_days):
            day = self._open_from(day + timedelta(days=1))
        return day

    def earlier(self, day: date, working_days: int) -> date:
        """The day that lies so many working days before `day`, which is not counted itself.

        With 0 it is `day` itself if the centre works then, else the last day before on which it does.
        """
        if working_days == 0:
            return self._open_before(day)
        for _ in range(working_days):
            day = self._open_before(day - timedelta(days=1))
        return day

    def _open_before(self, day: date) -> date:
        """The last open day up to `day`; `day` itself where nothing was open for more than a year."""
        for back in range(_LONGEST_CLOSURE):
            if self.is_open(day - timedelta(days=back)):
                return day - timedelta(days=back)
        return day

    def _open_from(self, day: date) -> date:
        """The first open day from `day` on; `day` itself where nothing opens for more than a year."""
        for ahead in range(_LONGEST_CLOSURE):
            if self.is_open(day + timedelta(days=ahead)):
                return day + timedelta(days=ahead)
        return day

    def deadline(self, received: datetime, working_days: int) -> datetime:
        """End of the last working day on which something received at that desk time may be done.

        The day of receipt is never counted, so a notice of Friday evening or of Sunday is due, with one working day,
        at the end of Monday ("not later than the next working day of the centre", Lithuania, order A1-227 of 2012).
        """
        return datetime.combine(self.later(received.date(), working_days), self.day_ends)

    def days_late(self, due: datetime, now: datetime) -> int:
        """How many working days have begun since a deadline passed: 0 before it and on the rest of its own day."""
        if now <= due:
            return 0
        first, last = due.date() + timedelta(days=1), now.date()
        weeks, rest = divmod((last - first).days + 1, 7)
        in_rest = sum(self._is_work_day(first + timedelta(days=ahead)) for ahead in range(rest))
        free = self.closed.union(*(public_holidays(self.country, year) for year in range(first.year, last.year + 1)))
        lost = sum(first <= day <= last and self._is_work_day(day) for day in free)
        return weeks * len(set(self.work_days)) + in_rest - lost

    def is_at_work(self, moment: datetime) -> bool:
        """Whether the centre works at that desk time."""
        return self.is_open(moment.date()) and self.day_begins <= moment.time() < self.day_ends
