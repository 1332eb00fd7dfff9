import subprocess
import sys
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.vocabulary import WEEKDAYS
from desktop.records.workdays import WorkCalendar, public_holidays

LITHUANIA = WorkCalendar(country="LT")
SERBIA = WorkCalendar(country="RS")
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
CALENDARS = st.builds(
    WorkCalendar,
    work_days=st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(tuple),
    country=st.sampled_from(("LT", "RS", "XX")),
    closed=st.frozensets(DAYS, max_size=5),
)


@pytest.mark.parametrize(
    ("calendar", "received", "due"),
    [
        (LITHUANIA, "2026-11-24 09:05", "2026-11-25 17:00"),
        (LITHUANIA, "2026-11-20 16:52", "2026-11-23 17:00"),  # Friday: the next working day is Monday
        (LITHUANIA, "2026-11-21 03:00", "2026-11-23 17:00"),  # so is Saturday's
        (LITHUANIA, "2026-04-03 10:00", "2026-04-07 17:00"),  # Easter Monday is closed
        (LITHUANIA, "2026-12-23 10:00", "2026-12-28 17:00"),
        (LITHUANIA, "2026-10-30 10:00", "2026-11-03 17:00"),  # All Saints and All Souls
        (SERBIA, "2026-02-13 10:00", "2026-02-18 17:00"),  # 15 February is a Sunday and is made up on the 17th
        (SERBIA, "2026-04-09 10:00", "2026-04-14 17:00"),  # Orthodox Good Friday to Easter Monday
    ],
)
def test_the_first_contact_is_due_at_the_end_of_the_next_working_day(
    calendar: WorkCalendar, received: str, due: str
) -> None:
    assert calendar.deadline(datetime.fromisoformat(received), 1) == datetime.fromisoformat(due)


def test_a_day_of_our_own_is_closed_too() -> None:
    calendar = WorkCalendar(country="LT", closed=frozenset({date(2026, 11, 25)}), day_ends=time(16, 0))
    assert calendar.deadline(datetime(2026, 11, 24, 9), 1) == datetime(2026, 11, 26, 16, 0)
    assert not calendar.is_at_work(datetime(2026, 11, 25, 9))
    assert calendar.is_at_work(datetime(2026, 11, 26, 15, 59))
    assert not calendar.is_at_work(datetime(2026, 11, 26, 16, 0))


def test_lateness_counts_working_days_only() -> None:
    due = datetime(2026, 11, 20, 17, 0)
    late = [LITHUANIA.days_late(due, due + timedelta(hours=hours)) for hours in (-1, 0, 1, 24, 48, 64, 88)]
    assert late == [0, 0, 0, 0, 0, 1, 2]


def test_a_country_without_a_table_has_no_holidays() -> None:
    assert public_holidays("XX", 2026) == frozenset()
    assert date(2026, 6, 24) in public_holidays("LT", 2026)


def test_only_the_table_of_the_own_country_is_loaded() -> None:
    script = """
import sys
from desktop.records.workdays import public_holidays
assert len(public_holidays("LT", 2026)) > 10
assert not public_holidays("XX", 2026)
assert len(public_holidays("RS", 2026)) > 8
print(sorted(name.rpartition(".")[2] for name in sys.modules if name.startswith("holidays.countries.")))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "['lithuania', 'serbia']", done.stderr


def test_a_week_without_working_days_does_not_hang() -> None:
    assert WorkCalendar(work_days=()).later(date(2026, 11, 24), 1) == date(2026, 11, 25)


@given(CALENDARS, DAYS, st.integers(0, 30))
def test_deadlines_equal_counting_day_by_day(calendar: WorkCalendar, day: date, working_days: int) -> None:
    left, reached = working_days, day
    while left or (not _open(calendar, reached) and not working_days):
        reached += timedelta(days=1)
        left -= _open(calendar, reached) if working_days else 0
    assert calendar.later(day, working_days) == reached


@given(CALENDARS, DAYS, st.integers(0, 100_000))
def test_lateness_equals_counting_day_by_day(calendar: WorkCalendar, day: date, minutes: int) -> None:
    due = datetime.combine(day, time(17))
    now = due + timedelta(minutes=minutes)
    begun = {day + timedelta(days=ahead) for ahead in range(1, 80)}
    assert calendar.days_late(due, now) == sum(_open(calendar, d) for d in begun if d <= now.date())


def _open(calendar: WorkCalendar, day: date) -> bool:
    week = {"mo": 0, "tu": 1, "we": 2, "th": 3, "fr": 4, "sa": 5, "su": 6}
    works = day.weekday() in {week[code] for code in calendar.work_days}
    return works and day not in calendar.closed and day not in public_holidays(calendar.country, day.year)
