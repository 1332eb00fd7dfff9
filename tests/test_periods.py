"""Months and quarters: their days, their neighbours, their keys."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.periods import Month, Quarter, period_of
from desktop.problems import Problem

DAYS = st.dates(date(1901, 1, 1), date(2100, 12, 31))


@given(DAYS, st.sampled_from([Month, Quarter]))
def test_a_day_lies_in_one_period_and_the_next_begins_where_it_ends(day: date, kind: type[Month | Quarter]) -> None:
    period = kind.of(day)
    assert day in period
    assert period.first <= day <= period.last
    assert period.later(1).first == period.last + timedelta(days=1)
    assert period.later(1).first not in period
    assert period.later(5).later(-5) == period
    assert (period.year_before.year, period.year_before.first.month) == (period.year - 1, period.first.month)
    assert period_of(period.key) == period


@given(DAYS, st.integers(-30, 30))
def test_keys_sort_as_the_calendar_does(day: date, steps: int) -> None:
    for period in (Month.of(day), Quarter.of(day)):
        other = period.later(steps)
        assert (other.key < period.key) == (other.first < period.first)


@given(DAYS)
def test_a_quarter_is_made_of_three_months_that_follow_one_another(day: date) -> None:
    months = Quarter.of(day).months
    assert Month.of(day) in months
    assert months == (months[0], months[0].later(1), months[0].later(2))
    assert Month.of(day).months == (Month.of(day),)


@pytest.mark.parametrize("text", [" 2026-q4 ", "2026-Q4"])
def test_a_quarter_is_written_with_its_letter(text: str) -> None:
    assert period_of(text) == Quarter(2026, 4)


@pytest.mark.parametrize("text", ["2026-Q5", "2026-Q0", "2026-13", "2026", "Q4", "0026-Q4", ""])
def test_what_is_no_period_is_told_with_an_example(text: str) -> None:
    with pytest.raises(Problem) as raised:
        period_of(text)
    assert "2026-Q4" in raised.value.sentence
