"""Hours that pass, between times as the clock on the centre's wall shows them. Pure.

In the nights in which that clock is turned, an hour of the wall is missing or comes twice. What was written down within
such an hour is read so that nobody is accused wrongly: what begins, begins late in it, and what was done, was done
early.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

HOUR = timedelta(hours=1)


def hours_on(desk: datetime, hours: timedelta, zone: tzinfo | None) -> datetime:
    """The desk time so many hours later, or earlier; without a zone the clock on the wall is never turned."""
    if zone is None:
        return desk + hours
    return (max(_moments(desk, zone)) + hours).astimezone(zone).replace(tzinfo=None)


def is_over(due: datetime, desk: datetime, zone: tzinfo | None) -> bool:
    """Whether a limit that ended at `due`, as `hours_on` gives it, was over at that desk time."""
    return _between(due, desk, zone) > timedelta(0)


def hours_late(due: datetime, desk: datetime, zone: tzinfo | None) -> int:
    """How many whole hours lie between."""
    return int(_between(due, desk, zone) / HOUR)


def _between(due: datetime, desk: datetime, zone: tzinfo | None) -> timedelta:
    if zone is None:
        return desk - due
    return min(_moments(desk, zone)) - due.replace(tzinfo=zone).astimezone(UTC)


def _moments(desk: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """The moments that a desk time may mean: one and the same but for the hour that comes twice or never."""
    first, second = (desk.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return first, second
