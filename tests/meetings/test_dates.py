"""When meetings are due: by weekday of the month or by days, never on a day on which nobody works."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.meetings.dates import cut_off_of, next_day
from desktop.records.meeting import MeetingKind
from desktop.records.vocabulary import WEEKDAYS
from desktop.records.workdays import WorkCalendar

LITHUANIA = WorkCalendar(country="LT")
SERBIA = WorkCalendar(country="RS")
KINDS = st.builds(
    MeetingKind, rhythm=st.sampled_from(["monthly", "days"]), week=st.integers(1, 5),
    weekday=st.sampled_from(WEEKDAYS[:5]), days=st.integers(1, 60),
)  # fmt: skip
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def a_monthly(week: int = 4, weekday: str = "th") -> MeetingKind:
    return MeetingKind(rhythm="monthly", week=week, weekday=weekday)


def test_the_fourth_thursday_follows_the_fourth_thursday() -> None:
    assert next_day(a_monthly(), date(2026, 11, 2), LITHUANIA) == date(2026, 11, 26)
    assert next_day(a_monthly(), date(2026, 9, 24), LITHUANIA) == date(2026, 10, 22)


def test_a_holiday_moves_it_to_the_working_day_before() -> None:
    assert next_day(a_monthly(), date(2026, 11, 26), LITHUANIA) == date(2026, 12, 23)  # the 24th is a holiday


def test_the_last_week_is_the_last_of_any_month() -> None:
    assert next_day(a_monthly(5, "fr"), date(2026, 10, 1), LITHUANIA) == date(2026, 10, 30)


def test_a_group_meets_again_within_fifteen_days() -> None:
    kind = MeetingKind(rhythm="days", days=15)
    assert next_day(kind, date(2026, 11, 6), SERBIA) == date(2026, 11, 20)  # the 21st is a Saturday


def test_a_kind_without_rhythm_proposes_no_day() -> None:
    assert next_day(MeetingKind(), date(2026, 11, 6), SERBIA) is None


def test_papers_close_the_working_day_before() -> None:
    kind = MeetingKind(cut_off_days=1, cut_off_at=time(10))
    assert cut_off_of(kind, date(2026, 11, 23), SERBIA) == datetime(2026, 11, 20, 10)


@given(KINDS, DAYS)
def test_the_next_day_always_lies_ahead_and_is_a_working_day(kind: MeetingKind, after: date) -> None:
    day = next_day(kind, after, LITHUANIA)
    assert day is not None
    assert day > after
    assert LITHUANIA.is_open(day)


@given(KINDS, DAYS)
def test_a_year_of_months_has_twelve_meetings(kind: MeetingKind, after: date) -> None:
    kind.rhythm = "monthly"
    days = []
    for _ in range(12):
        days.append(next_day(kind, days[-1] if days else after, LITHUANIA) or after)
    assert timedelta(days=300) < days[-1] - after < timedelta(days=400)
