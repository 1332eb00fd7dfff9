"""Which notice repeats which: the last earlier one about the same person within the repeat period.

Pure: asked about the notices of one person; a duplicate is the same notice again and repeats nothing.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from desktop.records.vocabulary import AGE_GROUP_STARTS


class Received(NamedTuple):
    """What must be known of a notice to tell whether it repeats another."""

    at: datetime
    id: UUID
    is_duplicate: bool = False


def repeats(notices: Iterable[Received], months: int) -> dict[UUID, UUID | None]:
    """For each notice of one person the earlier one that it repeats, or None."""
    found: dict[UUID, UUID | None] = {}
    last: Received | None = None
    for notice in sorted(notices):
        found[notice.id] = None
        if notice.is_duplicate:
            continue
        if last is not None and months_before(notice.at, months) <= last.at:
            found[notice.id] = last.id
        last = notice
    return found


def months_before(moment: datetime, months: int) -> datetime:
    """The same day and time so many months earlier; the last day of a month that is too short."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))


def age_group(birth_year: int | None, on: date) -> str:
    """The age group on a day, by year of birth alone; `unknown` where that says nothing."""
    if birth_year is None or birth_year > on.year:
        return "unknown"
    age = on.year - birth_year
    return max((start, group) for group, start in AGE_GROUP_STARTS.items() if start <= age)[1]
