"""Growth is told between months counted alike, and between no others."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cooperation.growth import Growth, growth
from desktop.cooperation.indicators import INDICATORS
from desktop.cooperation.line import Change, Point, Series, Tally
from desktop.periods import Month

BEGIN = Month(2024, 1)
PICTURED = (142, 138, 151, 149, 156, 163, 160, 168, 159, 171, 166, 174, 170, 162, 177,
            96, 101, 105, 99, 108, 112, 109, 115, 118)  # fmt: skip
"""Notices of 24 months: every report of the emergency line, then only where an officer attended."""


def counted(*values: int | None, breaks: tuple[Change, ...] = (), code: str = "S-1") -> Series:
    points = tuple(
        Point(BEGIN.later(place), None if value is None else float(value), Tally(value or 0, value or 0))
        for place, value in enumerate(values)
    )
    return Series(INDICATORS[code], points, breaks)


def change(since: int, until: int | None = None, number: int = 1) -> Change:
    return Change(UUID(int=number), BEGIN.later(since), None if until is None else BEGIN.later(until), "Kita taisyklė")


def told(one: Growth) -> tuple[str, str, str, str]:
    return one.before.first.key, one.before.last.key, one.after.first.key, one.after.last.key


def test_a_change_for_good_gives_each_side_its_own_growth_and_no_year() -> None:
    first, second, years = growth(counted(*PICTURED, breaks=(change(15),)))
    assert told(first) == ("2024-01", "2024-03", "2025-01", "2025-03")
    assert (first.before.value, first.after.value, round(first.change or 0, 2)) == (431, 509, 0.18)
    assert told(second) == ("2025-04", "2025-06", "2025-10", "2025-12")
    assert (second.before.value, second.after.value, round(second.change or 0, 2)) == (302, 342, 0.13)
    assert told(years) == ("2024-01", "2024-12", "2025-01", "2025-12")
    assert (years.before.value, years.after.value) == (1897, None)
    assert (years.comparable, years.change, years.difference) == (False, None, None)
    assert [one.manner for one in (first, second)] == [(), (change(15),)]


def test_without_a_change_the_same_months_of_two_years_and_both_years_are_compared() -> None:
    quarter, years = growth(counted(*PICTURED[:15], *PICTURED[:9]))
    assert told(quarter) == ("2024-10", "2024-12", "2025-10", "2025-12")
    assert years.of_years
    assert not quarter.of_years
    assert years.comparable
    assert years.change == pytest.approx(sum((*PICTURED[12:15], *PICTURED[:9])) / sum(PICTURED[:12]) - 1)


def test_what_lies_before_and_after_a_change_of_some_months_was_counted_alike() -> None:
    values = [20] * 6 + [90] * 6 + [30] * 12
    outside, within, years = growth(counted(*values, breaks=(change(6, 11),)))
    assert told(outside) == ("2024-01", "2024-03", "2025-10", "2025-12")
    assert outside.change == 0.5
    assert told(within) == ("2024-07", "2024-09", "2024-10", "2024-12")
    assert within.manner == (change(6, 11),)
    assert (years.comparable, years.before.value, years.after.value) == (False, None, 360)


def test_a_month_without_data_is_in_no_sum() -> None:
    quarter, *others = growth(counted(*([None] * 5), *([10] * 6), None, *([10] * 12)))
    assert told(quarter) == ("2024-06", "2024-08", "2025-10", "2025-12")
    assert others == [], "twelve months before the last twelve are not all known"


def test_no_per_cent_is_told_of_few_records_nor_of_shares() -> None:
    assert growth(counted(*([2] * 24)))[0].change is None
    assert growth(counted(*([2] * 24)))[0].difference == 0
    shares = [Point(BEGIN.later(place), 0.5, Tally(50, 100)) for place in range(24)]
    assert all(one.change is None and one.difference == 0 for one in growth(Series(INDICATORS["S-6"], tuple(shares))))
    assert growth(counted(*([0] * 12), *([30] * 12)))[-1].change is None, "nothing cannot grow by a part of itself"


def test_a_median_of_several_months_is_taken_from_all_their_values() -> None:
    def point(place: int) -> Point:
        values = tuple(float(hour) for hour in ((1, 1, 1), (40,), (50,))[place % 3])
        return Point(BEGIN.later(place), values[0], Tally(0, len(values), 0, values))

    assert growth(Series(INDICATORS["S-5"], tuple(map(point, range(6)))))[0].before.value == 1.0


VALUES = st.lists(st.none() | st.integers(0, 300), min_size=1, max_size=40)
CHANGES = st.lists(st.tuples(st.integers(-3, 42), st.none() | st.integers(0, 12)), max_size=4).map(
    lambda rows: tuple(
        change(since, None if length is None else since + length, number) for number, (since, length) in enumerate(rows)
    )
)


@given(VALUES, CHANGES, st.sampled_from(("S-1", "S-6")))
def test_growth_never_compares_months_counted_differently(
    values: list[int | None], changes: tuple[Change, ...], code: str
) -> None:
    series = counted(*values, breaks=changes, code=code)
    for one in growth(series):
        spans = [[p for p in series.points if part.first <= p.month <= part.last] for part in (one.before, one.after)]
        manners = [{c.id for c in changes if c.holds(point.month)} for span in spans for point in span]
        alike = all(this == other for this, other in pairwise(manners))
        assert one.comparable == alike
        assert len(spans[0]) == len(spans[1])
        assert one.before.last < one.after.first
        if code == "S-1":
            assert all(point.value is not None for span in spans for point in span), "a gap is no zero"
        if one.comparable and code == "S-1":
            assert [one.before.value, one.after.value] == [sum(p.value or 0 for p in span) for span in spans]
        else:
            assert one.comparable or one.difference is None


@given(VALUES, CHANGES)
def test_a_line_is_broken_exactly_where_the_way_of_counting_changes(
    values: list[int | None], changes: tuple[Change, ...]
) -> None:
    series = counted(*values, breaks=changes)
    for place in range(1, len(values)):
        now, before = ({c.id for c in changes if c.holds(series.points[one].month)} for one in (place, place - 1))
        assert (place in series.places) == (now != before)
