"""The choice of a period over a list: this month and the last one, whichever they are; years; months by their names.

"This month" goes on with the calendar, so that a view kept in November shows December in December.
"""

from __future__ import annotations

from datetime import date

from desktop.language import N_, _, chosen
from desktop.periods import Month
from desktop.problems import Problem

THIS, LAST = "this", "last"
MOVING = {THIS: N_("This month"), LAST: N_("Last month")}
MONTHS_BACK = 25
"""The months of the year at a glance, and the same months a year before."""


def periods(today: date) -> list[tuple[str, str]]:
    """What can be chosen, as (code, words)."""
    now = Month.of(today)
    months = [now.later(-back).key for back in range(MONTHS_BACK)]
    codes = [*MOVING, str(now.year), str(now.year - 1), *months]
    return [("", _("Any time")), *((code, period_words(code)) for code in codes)]


def period_words(code: str) -> str:
    """A period in words; empty for what is none."""
    if code in MOVING:
        return _(MOVING[code])
    if code.isdecimal() and len(code) == len("2026"):
        return code
    try:
        month = Month.parse(code)
    except Problem:
        return ""
    return chosen().month_title(month.year, month.month)


def period_key(code: str, today: date) -> str:
    """The month as `2026-10`, or the year as `2026`; empty: any time."""
    moved = {THIS: 0, LAST: -1}
    return Month.of(today).later(moved[code]).key if code in moved else code


def period_days(code: str, today: date) -> tuple[date, date] | None:
    """Its first and its last day; None: any time."""
    key = period_key(code, today)
    if not key:
        return None
    if key.isdecimal():
        return date(int(key), 1, 1), date(int(key), 12, 31)
    month = Month.parse(key)
    return month.first, month.last
