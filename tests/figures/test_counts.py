"""Counting is pure: each record once in every table, whatever their order, and as a plain second count has it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.figures.counts import CONTACT, contact_of, count
from desktop.figures.facts import AssistanceFact, PeriodFacts
from desktop.figures.figures import TOTAL, UNKNOWN, Figure, FigureTable
from desktop.figures.rules import RULES
from desktop.figures.subjects import SUBJECTS
from desktop.figures.sums import sums_agree
from tests.figures.sample import MONTH, some_facts

SEEDS = st.integers(0, 10_000)
BY_NOTICE = ("received", "outcome", "contact", "with_children", "repeat", "risk")


def rows_of(table: FigureTable) -> list[str]:
    return [line.code for line in table.lines]


@settings(max_examples=30, deadline=None)
@given(SEEDS)
def test_rows_add_up_to_the_total_and_tables_agree(seed: int) -> None:
    assert sums_agree(count(some_facts(Random(seed))))


@settings(max_examples=30, deadline=None)
@given(SEEDS)
def test_each_notice_stands_exactly_once_in_every_table_of_notices(seed: int) -> None:
    facts = some_facts(Random(seed))
    figures = count(facts)
    for code in BY_NOTICE:
        table = figures.table(code)
        ids = [one for line in table.lines if line.code != TOTAL and not line.part for one in line.figures[0].ids]
        assert sorted(ids) == sorted(one.id for one in facts.referrals), code


@settings(max_examples=30, deadline=None)
@given(SEEDS)
def test_each_person_to_be_helped_stands_exactly_once_by_age_sex_place_and_relation(seed: int) -> None:
    facts = some_facts(Random(seed))
    helped = sorted(one.id for one in facts.mentions if one.role in ("experienced", "at_risk"))
    figures = count(facts)
    for code in ("age", "municipality", "relation"):
        table = figures.table(code)
        inner = [one for one in range(len(table.headings)) if len(table.headings) == 1 or one < 3]
        ids = [one for line in table.lines if line.code != TOTAL for place in inner for one in line.figures[place].ids]
        assert sorted(ids) == helped, code


@settings(max_examples=30, deadline=None)
@given(SEEDS)
def test_the_order_of_the_records_changes_nothing(seed: int) -> None:
    facts, chance = some_facts(Random(seed)), Random(seed + 1)

    def shuffled(things: tuple) -> tuple:
        return tuple(chance.sample(list(things), len(things)))

    mixed = replace(
        facts,
        referrals=shuffled(facts.referrals),
        mentions=shuffled(facts.mentions),
        measures=shuffled(facts.measures),
        assistance=shuffled(facts.assistance),
        agencies=shuffled(facts.agencies),
        before=shuffled(facts.before),
    )
    assert count(mixed) == count(facts)


@settings(max_examples=30, deadline=None)
@given(SEEDS)
def test_every_number_is_the_number_of_its_records(seed: int) -> None:
    for table in count(some_facts(Random(seed))).tables:
        for line in table.lines:
            for heading, figure in zip(table.headings, line.figures, strict=True):
                # adds up the persons of each part, the members of each group
                is_sum = table.code == "training_people" or heading.code in ("institutions", "members")
                if heading.measure == "count" and heading.code not in ("before", "last_year") and not is_sum:
                    assert figure.value == len(figure.ids) == len(set(figure.ids)), (table.code, line.code)
                    assert list(figure.ids) == sorted(figure.ids)


@settings(max_examples=30, deadline=None)
@given(SEEDS)
def test_a_plain_second_count_agrees(seed: int) -> None:
    facts = some_facts(Random(seed))
    figures = count(facts)
    helped = [one for one in facts.mentions if one.role in ("experienced", "at_risk")]
    outcomes = Counter(one.outcome for one in facts.referrals)
    assert {row: figures.table("outcome").value(row) for row in outcomes} == dict(outcomes)
    contacts = Counter(contact_of(one, facts) for one in facts.referrals)
    assert {row: figures.table("contact").value(row) for row in CONTACT} == {row: contacts[row] for row in CONTACT}
    for sex in ("female", "male", "unknown"):
        for group in ("0-6", "30-44", "unknown"):
            plain = sum(one.sex == sex and one.age_group == group for one in helped)
            assert figures.table("age").value(group, sex) == plain
    kinds = figures.table("kinds")
    assert kinds.base == len(helped)
    assert kinds.value("physical") == sum("physical" in one.kinds for one in helped)
    assert kinds.value(UNKNOWN) == sum(not one.kinds or "retired" in one.kinds for one in helped)
    places = figures.table("municipality")
    assert places.value("Klaipėdos r.") == sum(one.municipality == "Klaipėdos r." for one in helped)
    assert places.value(UNKNOWN) == sum(one.municipality == "" for one in helped)


@settings(max_examples=30, deadline=None)
@given(SEEDS)
def test_a_group_is_one_occasion_and_its_minutes_count_once(seed: int) -> None:
    facts = some_facts(Random(seed))
    alone = [one for one in facts.assistance if one.group_id is None]
    table = count(facts).table("help")
    assert table.value(TOTAL) == len(alone) + 2
    assert table.value(TOTAL, "minutes") == sum(one.minutes for one in alone) + 2 * 60
    persons = {one.person_id for one in facts.assistance if one.person_id}
    assert table.value(TOTAL, "persons") == len(persons)


@settings(max_examples=30, deadline=None)
@given(SEEDS)
def test_unknown_is_the_last_row_before_the_total(seed: int) -> None:
    for table in count(some_facts(Random(seed))).tables:
        rows = [row for row in rows_of(table) if row != TOTAL]
        if table.code not in ("children", "role", "trainings", "training_people", "groups"):
            assert rows[-1] == UNKNOWN, table.code


def test_children_are_counted_apart_and_together() -> None:
    facts = some_facts(Random(5), notices=60)
    children = count(facts).table("children")
    young = ("0-6", "7-13", "14-17")
    helped = sum(one.role in ("experienced", "at_risk") and one.age_group in young for one in facts.mentions)
    witnesses = sum(one.role == "child_witness" for one in facts.mentions)
    assert children.value("helped", TOTAL) == helped > 0
    assert children.value("witness", TOTAL) == witnesses > 0
    assert children.value(TOTAL, TOTAL) == helped + witnesses


def test_a_retired_entry_stands_only_where_it_is_used() -> None:
    facts = some_facts(Random(2))
    assert count(replace(facts, assistance=())).table("channel").has("online") is False
    one = AssistanceFact(facts.referrals[0].id, None, "legal", "online", 5, None, None)
    assert count(replace(facts, assistance=(one,))).table("channel").value("online") == 1


def test_an_empty_month_has_every_table_with_zeros_and_no_median() -> None:
    facts = PeriodFacts(MONTH, some_facts(Random(1)).as_of, series=((MONTH, 0),))
    figures = count(facts)
    assert figures.median_hours is None
    assert sums_agree(figures)
    assert {figure.value for table in figures.tables for line in table.lines for figure in line.figures} == {0}


def test_the_median_is_taken_from_those_reached() -> None:
    facts = some_facts(Random(3))
    reached = sorted(
        round((one.first_contact_at - one.received_at).total_seconds() / 3600)
        for one in facts.referrals
        if one.first_contact_at
    )
    figures = count(facts)
    assert figures.reached == len(reached)
    assert figures.median_hours == reached[(len(reached) - 1) // 2]


def test_every_table_has_a_subject_and_every_subject_a_rule() -> None:
    figures = count(some_facts(Random(1)))
    assert {table.code for table in figures.tables} == set(SUBJECTS)
    assert {subject.rule for subject in SUBJECTS.values()} == set(RULES)


def test_sums_that_do_not_agree_are_noticed() -> None:
    facts = some_facts(Random(1))
    figures = count(facts)
    assert not sums_agree(replace(figures, series=((MONTH, Figure(3)),)))


@pytest.mark.parametrize("key", ["received/total/count", "municipality/Klaipėdos r./count", "age/30-44/female"])
def test_a_figure_is_opened_by_its_key(key: str) -> None:
    figures = count(some_facts(Random(9), notices=40))
    assert figures.behind(key)


@pytest.mark.parametrize(
    ("reached", "outcome", "now", "told"),
    [
        (0, "pending", 0, "in_time"),
        (1, "accepted", 0, "late"),
        (None, "pending", 0, "waiting"),
        (None, "pending", 1, "overdue"),
        (None, "not_reached", 1, "not_reached"),
        (None, "minor", 1, "not_due"),
        (None, "accepted", 1, UNKNOWN),
    ],
)
def test_first_contact_is_in_time_to_the_last_second(reached: int | None, outcome: str, now: int, told: str) -> None:
    facts = some_facts(Random(1), 1)
    due = facts.referrals[0].due_at
    one = facts.referrals[0]._replace(
        first_contact_at=None if reached is None else due + timedelta(seconds=reached), outcome=outcome
    )
    assert contact_of(one, replace(facts, as_of=due + timedelta(seconds=now))) == told
