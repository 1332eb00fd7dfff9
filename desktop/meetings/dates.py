"""When a meeting of a kind is due next, and when its papers are closed. Pure: it is handed the centre's calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from desktop.periods import Month
from desktop.records.meeting import MeetingKind
from desktop.records.vocabulary import WEEKDAYS
from desktop.records.workdays import WorkCalendar

LAST_WEEK = 5
"""Stands for the last one of a month."""


def next_day(kind: MeetingKind, after: date, calendar: WorkCalendar) -> date | None:
    """The next day of a kind of meeting after a day; None for a kind without rhythm.

    Where the centre is closed on that day, it is the last working day before it that lies after `after`, else the next.
    """
    if kind.rhythm == "days":
        return _open_near(after + timedelta(days=max(1, kind.days)), after, calendar)
    if kind.rhythm == "monthly":
        month = Month.of(after)
        while True:
            day = _open_near(_weekday_of(month, kind), after, calendar)
            if _weekday_of(month, kind) > after:
                return day
            month = month.later(1)
    return None


def cut_off_of(kind: MeetingKind, day: date, calendar: WorkCalendar) -> datetime:
    """Desk time at which the papers of a meeting on that day are closed."""
    return datetime.combine(calendar.earlier(day, kind.cut_off_days), kind.cut_off_at)


def _weekday_of(month: Month, kind: MeetingKind) -> date:
    wanted = WEEKDAYS.index(kind.weekday)
    if kind.week >= LAST_WEEK:
        return month.last - timedelta(days=(month.last.weekday() - wanted) % 7)
    return month.first + timedelta(days=(wanted - month.first.weekday()) % 7 + 7 * (kind.week - 1))


def _open_near(day: date, after: date, calendar: WorkCalendar) -> date:
    before = calendar.earlier(day, 0)
    return before if before > after else calendar.later(day, 0)
