"""What people type for dates, times and numbers, in the forms of four languages."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language import LOCALES, Language
from desktop.problems import Problem
from desktop.records.typed import read_date, read_hours, read_number, read_time

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(1926, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("24.11", date(2026, 11, 24)), ("24 11", date(2026, 11, 24)), ("24", date(2026, 11, 24)),
        ("25", date(2026, 10, 25)), ("31", date(2026, 10, 31)), ("25.11", date(2025, 11, 25)),
        ("yesterday", date(2026, 11, 23)), ("Vakar", date(2026, 11, 23)), ("juče", date(2026, 11, 23)),
        ("јуче", date(2026, 11, 23)), ("šiandien", TODAY), ("danas", TODAY), ("-1", date(2026, 11, 23)),
        ("\u22121", date(2026, 11, 23)), ("+3", date(2026, 11, 27)), ("11-20", date(2026, 11, 20)),
        ("20-11", date(2026, 11, 20)), ("2026-11-20", date(2026, 11, 20)), ("20. 11. 2026.", date(2026, 11, 20)),
        ("20/11/2026", date(2026, 11, 20)), ("20.11.26", date(2026, 11, 20)), ("3.5.84", date(1984, 5, 3)),
        ("2011", date(2026, 11, 20)), ("20112026", date(2026, 11, 20)), ("20261120", date(2026, 11, 20)),
        ("20 nov", date(2026, 11, 20)), ("20. novembra 2026.", date(2026, 11, 20)),
        ("20. новембра", date(2026, 11, 20)), ("2026 m. lapkričio 20 d.", date(2026, 11, 20)),
        ("29.2", date(2024, 2, 29)),
    ],
)  # fmt: skip
def test_a_date_is_read_in_every_usual_form(typed: str, meant: date) -> None:
    assert read_date(typed, TODAY) == meant


def test_a_deadline_leans_to_the_future() -> None:
    assert read_date("3.1", TODAY, lean="future") == date(2027, 1, 3)
    assert read_date("2", TODAY, lean="future") == date(2026, 12, 2)


@pytest.mark.parametrize(
    "typed", ["", "31.2", "0", "32", "13-13", "abc", "20.20", "1.2.3.4", "99999", "2026-02-30", "maj"]
)
def test_what_is_no_date_is_told(typed: str) -> None:
    with pytest.raises(Problem, match="There is no such date"):
        read_date(typed, TODAY)


@pytest.mark.parametrize("locale", LOCALES)
@given(day=DAYS)
def test_every_date_that_is_shown_can_be_typed_back(locale: str, day: date) -> None:
    language = Language(locale)
    assert read_date(language.day(day), TODAY) == day
    assert read_date(language.long_day(day), TODAY) == day


@pytest.mark.parametrize("locale", LOCALES)
@given(ago=st.integers(0, 300))
def test_the_short_form_of_a_list_means_the_same_day(locale: str, ago: int) -> None:
    day = TODAY - timedelta(days=ago)
    assert read_date(Language(locale).day_of_year(day, day), TODAY) == day


@given(typed=st.text(max_size=30))
def test_any_text_is_a_date_or_a_problem(typed: str) -> None:
    with suppress(Problem):
        assert isinstance(read_date(typed, TODAY), date)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("905", time(9, 5)), ("9", time(9)), ("0905", time(9, 5)), ("9:05", time(9, 5)), ("9.05", time(9, 5)),
     ("9 5", time(9, 5)), ("14 h", time(14)), ("14.05 val.", time(14, 5)), ("0", time(0)), ("2359", time(23, 59))],
)  # fmt: skip
def test_a_time_is_read_in_every_usual_form(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "24", "2460", "9:60", "abc", "1:2:3", "12345", "9:005"])
def test_what_is_no_time_is_told(typed: str) -> None:
    with pytest.raises(Problem, match="There is no such time"):
        read_time(typed)


@given(minute=st.integers(0, 24 * 60 - 1))
def test_every_time_that_is_shown_can_be_typed_back(minute: int) -> None:
    at = (datetime.combine(TODAY, time(0)) + timedelta(minutes=minute)).time()
    assert read_time(Language("en").clock(at)) == at


def test_numbers_may_be_grouped_in_any_way() -> None:
    for typed, meant in (("12", 12), ("1 234", 1234), ("1.234", 1234), ("1\u00a0234", 1234), ("12,345", 12345)):
        assert read_number(typed) == meant
    for typed in ("", "-1", "a", "1e3"):
        with pytest.raises(Problem):
            read_number(typed)


def test_hours_are_typed_as_decimals_or_as_a_clock() -> None:
    for typed, meant in (
        ("2", 120),
        ("1,5", 90),
        ("1.5", 90),
        ("1:30", 90),
        ("0,25", 15),
        (" 40 ", 2400),
        ("1,67", 100),
    ):
        assert read_hours(typed) == meant
    for typed in ("", "a", "-1", "1:60", "1.234", "99999"):
        with pytest.raises(Problem):
            read_hours(typed)
