"""A quarter is counted from the records of its months, by the same definitions: what the months tell together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.figures.counts import count
from desktop.figures.facts import PeriodFacts
from desktop.figures.figure_log import FigureLog
from desktop.figures.figures import TOTAL, FigureTable, PeriodFigures
from desktop.figures.sums import sums_agree
from desktop.periods import Month, Period, Quarter
from desktop.records.assistance import Assistance
from desktop.records.person import Person
from desktop.records.referral import Measure
from desktop.records.training import WorkingGroup
from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import Day, Sample
from tests.figures.sample import fill, some_facts

QUARTER = Quarter(2026, 3)
ONCE = ("persons",)
"""Columns of what counts once in any period: whom help was given."""
EARLIER = ("before", "change")
"""Columns that tell of the period before: a month's and a quarter's are others."""


@pytest.fixture
def vault_day(later_vault: Callable[[Sample], Day]) -> Day:
    return later_vault(lambda vault: fill(vault, months=20))


@pytest.fixture
def log(vault: Vault, world: World) -> FigureLog:
    return FigureLog(vault, world)


def cells(table: FigureTable) -> Iterator[tuple[str, str, int]]:
    for line in table.lines:
        for heading, figure in zip(table.headings, line.figures, strict=True):
            yield line.code, heading.code, figure.value or 0


def of(table: FigureTable, row: str, column: str) -> int:
    return table.value(row, column) if table.has(row) else 0


def assert_tells_its_months(whole: PeriodFigures, months: list[PeriodFigures]) -> None:
    """Everything is the sum of the months; what counts once lies between the largest month and the sum."""
    assert whole.duplicates == sum(one.duplicates for one in months)
    assert whole.reached == sum(one.reached for one in months)
    for table in whole.tables:
        own = [one.table(table.code) for one in months]
        rows = {line.code for one in own for line in one.lines}
        assert rows <= {line.code for line in table.lines} | {"unknown"}, table.code
        assert table.base == sum(one.base for one in own)
        for row, column, value in cells(table):
            told = [of(one, row, column) for one in own]
            if table.code == "groups" or column in ONCE:
                assert max(told) <= value <= sum(told), (table.code, row, column)
            elif column not in EARLIER:
                assert value == sum(told), (table.code, row, column)


def together(facts: list[PeriodFacts], period: Period) -> PeriodFacts:
    """What was read for several months as one period; only the lists are those of one month."""
    first = facts[0]
    return replace(
        first,
        period=period,
        referrals=tuple(one for each in facts for one in each.referrals),
        duplicates=sum(each.duplicates for each in facts),
        mentions=tuple(one for each in facts for one in each.mentions),
        measures=tuple(one for each in facts for one in each.measures),
        assistance=tuple(one for each in facts for one in each.assistance),
        trainings=tuple(one for each in facts for one in each.trainings),
        training_parts=tuple(one for each in facts for one in each.training_parts),
        groups=tuple(dict.fromkeys(one for each in facts for one in each.groups)),
        before=(),
        series=tuple((month, len(each.referrals)) for month, each in zip(period.months, facts, strict=True)),
    )


def months_by_chance(seed: int) -> list[PeriodFacts]:
    """Three months; the same people are helped and the same groups at work in several of them."""
    chance = Random(seed)
    whole, parts = some_facts(chance, 45), [0, 1, 2]
    fall = {one.id: chance.choice(parts) for one in whole.referrals}
    given = {one.group_id or one.id: chance.choice(parts) for one in whole.assistance}
    held = {one.id: chance.choice(parts) for one in whole.trainings}
    came = {one.id: chance.choice(parts) for one in whole.training_parts}
    return [
        replace(
            whole,
            period=month,
            duplicates=part,
            referrals=tuple(one for one in whole.referrals if fall[one.id] == part),
            mentions=tuple(one for one in whole.mentions if fall[one.referral_id] == part),
            measures=tuple(one for one in whole.measures if fall[one.referral_id] == part),
            assistance=tuple(one for one in whole.assistance if given[one.group_id or one.id] == part),
            trainings=tuple(one for one in whole.trainings if held[one.id] == part),
            training_parts=tuple(one for one in whole.training_parts if came[one.id] == part),
            groups=tuple(one for one in whole.groups if chance.random() < 0.6),
            before=(),
        )
        for part, month in enumerate(QUARTER.months)
    ]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000))
def test_a_quarter_is_the_sum_of_its_months_but_for_those_who_count_once(seed: int) -> None:
    facts = months_by_chance(seed)
    whole = count(together(facts, QUARTER))
    assert_tells_its_months(whole, [count(one) for one in facts])
    assert sums_agree(whole)


@pytest.mark.parametrize("quarter", [Quarter(2026, 3), Quarter(2026, 2), Quarter(2025, 4)])
def test_a_quarter_read_from_the_vault_tells_what_its_months_do(log: FigureLog, quarter: Quarter) -> None:
    whole = log.figures(quarter)
    assert_tells_its_months(whole, [log.figures(month) for month in quarter.months])
    assert sums_agree(whole)
    assert whole.table("received").value(TOTAL) > 0
    assert whole.table("help").value(TOTAL, "persons") < sum(
        log.figures(month).table("help").value(TOTAL, "persons") for month in quarter.months
    ), "somebody was helped in several months"


def test_beside_a_quarter_stand_the_one_before_and_the_same_of_last_year(log: FigureLog) -> None:
    now, before, year_ago = (log.figures(one) for one in (QUARTER, QUARTER.later(-1), QUARTER.later(-4)))
    received = now.table("received")
    assert [one.period for one in received.headings] == [QUARTER, Quarter(2026, 2), None, Quarter(2025, 3)]
    for earlier, column in ((before, "before"), (year_ago, "last_year")):
        assert received.value(TOTAL, column) == earlier.table("received").value(TOTAL) > 0
        for line in earlier.table("received").lines:
            assert of(received, line.code, column) == line.figures[0].value
    assert received.value(TOTAL, "change") == received.value(TOTAL) - received.value(TOTAL, "before")


def test_the_series_goes_by_months_and_ends_with_the_last_one_of_the_quarter(log: FigureLog) -> None:
    series = log.figures(QUARTER).series
    assert [month for month, _ in series] == [Month(2026, 9).later(-back) for back in range(12, -1, -1)]
    assert [log.figures(month).series[-1] for month in QUARTER.months] == list(series[-3:])


def test_the_middle_of_the_hours_is_that_of_all_notices_of_the_quarter(log: FigureLog) -> None:
    facts = log.facts(QUARTER)
    hours = sorted(
        max(0, round((one.first_contact_at - one.received_at).total_seconds() / 3600))
        for one in facts.referrals
        if one.first_contact_at
    )
    assert count(facts).median_hours == hours[(len(hours) - 1) // 2]


def test_a_person_helped_in_each_month_counts_once(log: FigureLog, vault: Vault) -> None:
    before = log.figures(QUARTER).table("help").value(TOTAL, "persons")
    with vault.change("Helped", vault.worker) as session:
        session.add(Person(id=UUID(int=9), code="P-9999"))
        session.flush()
        session.add_all(
            Assistance(
                id=UUID(int=month.month), on_day=month.first, month=month.key, kind="legal", channel="in",
                person_id=UUID(int=9), minutes=30, worker_id=UUID(int=1), worker_name="Ona",
            )
            for month in QUARTER.months
        )  # fmt: skip
    assert log.figures(QUARTER).table("help").value(TOTAL, "persons") == before + 1


def test_an_order_granted_in_one_month_and_ended_in_another_is_one_of_each(log: FigureLog, vault: Vault) -> None:
    with vault.change("Lifted", vault.worker) as session:
        one = session.scalars(
            select(Measure).where(Measure.granted_at >= datetime(2026, 7, 2), Measure.granted_at < datetime(2026, 8, 1))
        ).first()
        assert one is not None
        one.ended_on, one.until_at = date(2026, 9, 30), one.granted_at + timedelta(days=300)
    table = log.figures(QUARTER).table("measures")
    assert one.id in table.figure(TOTAL, "granted").ids
    assert table.figure(TOTAL, "ended").ids.count(one.id) == 1


def test_a_working_group_counts_once_however_many_months_it_was_at_work(log: FigureLog, vault: Vault) -> None:
    with vault.look() as session:
        at_work = [
            one.id
            for one in session.scalars(select(WorkingGroup))
            if one.since <= QUARTER.last and (one.until is None or one.until >= QUARTER.first)
        ]
    table = log.figures(QUARTER).table("groups")
    assert table.value(TOTAL) == len(at_work) > 0
    assert sorted(table.figure(TOTAL).ids) == sorted(at_work)
