"""The time of an invented story: a clock that it moves, identifiers in its order, and the day on which it ends."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from desktop.demo.story import ENDS
from desktop.language import N_
from desktop.problems import Problem
from desktop.records.country import COUNTRIES
from desktop.world import World


class Clock:
    """A clock that the story moves; it never runs backwards. It counts identifiers too, in the order of time."""

    def __init__(self, begins: datetime) -> None:
        self.at = begins
        self._made = 0

    def __call__(self) -> datetime:
        """The moment at which the story stands."""
        self.at += timedelta(milliseconds=7)
        return self.at

    def move(self, moment: datetime) -> None:
        """Go on to a moment, where that lies ahead."""
        self.at = max(self.at, moment)

    def new_id(self) -> UUID:
        """The next identifier (RFC 9562, version 7), repeatable since nothing in it is chance."""
        self._made += 1
        return identifier(self.at, self._made)


def identifier(at: datetime, number: int) -> UUID:
    """The identifier of version 7 that was the so-manieth to be made at that moment."""
    milliseconds = int(at.timestamp() * 1000)
    return UUID(int=milliseconds << 80 | 0x7 << 76 | 0x2 << 62 | number)


def last_day(country: str, asked: date | None, real: World) -> date:
    """The day on whose morning the story ends: the one asked for, else today, or yesterday before that hour."""
    now = real.in_zone(COUNTRIES[country].zone).here()
    if asked and datetime.combine(asked, ENDS) > now:
        raise Problem(N_("This date has not come yet."), field="--today")
    return asked or (now - timedelta(hours=ENDS.hour, minutes=ENDS.minute)).date()
