"""When a meeting of a kind is due next, and when its papers are closed. Pure: it is handed the centre's calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import count

from desktop.periods import Month
from desktop.records.meeting import MeetingKind
from desktop.records.vocabulary import WEEKDAYS
from desktop.records.workdays import WorkCalendar

LAST_WEEK = 5
"""Stands for the last one of a month."""


def next_day(kind: MeetingKind, after: date, calendar: WorkCalendar) -> date | None:
    """The next day of a kind of meeting after a day; None for a kind without rhythm.

    Where the centre is closed on that day, it is the working day before, in the same month, else the next one.
    """
    if kind.rhythm == "days":
        day = after + timedelta(days=max(1, kind.days))
        before = calendar.earlier(day, 0)
        return before if before > after else calendar.later(day, 0)
    if kind.rhythm == "monthly":
        months = (Month.of(after).later(ahead) for ahead in count())
        return next(day for day in (_day_in(month, kind, calendar) for month in months) if day > after)
    return None


def cut_off_of(kind: MeetingKind, day: date, calendar: WorkCalendar) -> datetime:
    """Desk time at which the papers of a meeting on that day are closed."""
    return datetime.combine(calendar.earlier(day, kind.cut_off_days), kind.cut_off_at)


def _weekday_of(month: Month, kind: MeetingKind) -> date:
    wanted = WEEKDAYS.index(kind.weekday)
    if kind.week >= LAST_WEEK:
        return month.last - timedelta(days=(month.last.weekday() - wanted) % 7)
    return month.first + timedelta(days=(wanted - month.first.weekday()) % 7 + 7 * (kind.week - 1))


def _day_in(month: Month, kind: MeetingKind, calendar: WorkCalendar) -> date:
    """Its day in a month: where the centre is closed then, the working day before, else the next."""
    wanted = _weekday_of(month, kind)
    before = calendar.earlier(wanted, 0)
    return before if before in month else calendar.later(wanted, 0)
