"""Moments as people say them: today 17:00, yesterday, a weekday within six days, else the date."""

from __future__ import annotations

from datetime import date, datetime

from desktop.language import N_, _, chosen

NEAR = {0: N_("today"), -1: N_("yesterday"), 1: N_("tomorrow")}


def near_day(day: date, today: date) -> str:
    """The day as it is said today."""
    away = (day - today).days
    if away in NEAR:
        return _(NEAR[away])
    if 0 < away < 7:
        return chosen().weekday(day.weekday())
    return chosen().day_of_year(day, today)


def near(moment: datetime, now: datetime) -> str:
    """The moment as it is said now; both are desk time."""
    return f"{near_day(moment.date(), now.date())} {chosen().clock(moment)}"
