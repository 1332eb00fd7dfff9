"""What is hidden cannot be worked out: checked by trying every table that agrees with what is published."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.figures.counts import count
from desktop.figures.figures import TOTAL
from desktop.figures.meeting_figures import protect as protect_month
from desktop.figures.small_numbers import (
    CannotProtect,
    Published,
    audit,
    possible,
    possible_several,
    protect,
    protect_several,
    with_totals,
)
from tests.figures.sample import some_facts

SMALL_TABLES = st.integers(2, 3).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 6), min_size=width, max_size=width), min_size=2, max_size=2)
)


def every_table(published: Published, most: int = 9) -> list[tuple[tuple[int, ...], ...]]:
    """All tables of whole numbers that agree with what is published, found by trying.

    No cell exceeds the whole; where that is hidden too, there is no end, and cells are tried up to `most`.
    """
    rows, columns = len(published) - 1, len(published[0]) - 1
    told_whole = published[-1][-1]
    whole = most if told_whole is None else told_whole
    inner = [published[i][j] for i in range(rows) for j in range(columns)]
    open_cells = [place for place, value in enumerate(inner) if value is None]
    found = []
    for guess in product(range(whole + 1), repeat=len(open_cells)):
        filled = list(inner)
        for place, value in zip(open_cells, guess, strict=True):
            filled[place] = value
        table = with_totals([filled[i * columns : (i + 1) * columns] for i in range(rows)])
        if all(
            told is None or told == value
            for row, true in zip(published, table, strict=True)
            for told, value in zip(row, true, strict=True)
        ):
            found.append(table)
    return found


@settings(max_examples=120, deadline=None)
@given(SMALL_TABLES, st.sampled_from([3, 5]))
def test_a_hidden_small_number_may_be_anything_from_zero_to_the_threshold(rows: list[list[int]], k: int) -> None:
    table = with_totals(rows)
    try:
        published = protect(table, k)
    except CannotProtect:
        assert 0 < table[-1][-1] < k or sum(map(sum, rows)) < 2 * k
        return
    open_cells = sum(value is None for row in published[:-1] for value in row[:-1])
    assert published[-1][-1] == table[-1][-1], "the whole is always published"
    if (table[-1][-1] + 1) ** open_cells > 60_000:
        return
    tables = every_table(published)
    assert table in tables
    ranges = possible(published)
    for i, row in enumerate(table):
        for j, value in enumerate(row):
            seen = {one[i][j] for one in tables}
            if published[i][j] is None:
                assert ranges[i, j] == (min(seen), max(seen))
            if 0 < value < k:
                assert min(seen) == 0
                assert max(seen) >= k


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 3), min_size=2, max_size=2), min_size=2, max_size=2),
    st.sets(st.tuples(st.integers(0, 2), st.integers(0, 2))),
)
def test_what_a_hidden_number_may_be_is_reckoned_rightly_with_the_whole_hidden_too(
    rows: list[list[int]], further: set[tuple[int, int]]
) -> None:
    table, hidden = with_totals(rows), further | {(2, 2)}
    published = tuple(
        tuple(None if (i, j) in hidden else value for j, value in enumerate(row)) for i, row in enumerate(table)
    )
    tables = every_table(published, most=9)
    assert table in tables
    ranges = possible(published)
    assert set(ranges) == hidden
    for (i, j), (low, high) in ranges.items():
        seen = {one[i][j] for one in tables}
        assert low == min(seen)
        assert min(high, 6) == min(max(seen), 6), "up to 9 are tried, so up to 6 all that is possible was seen"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(0, 30), min_size=4, max_size=4), min_size=3, max_size=6))
def test_larger_tables_pass_the_audit_from_what_is_published_alone(rows: list[list[int]]) -> None:
    table = with_totals(rows)
    try:
        published = protect(table)
    except CannotProtect:
        return
    small = [(i, j) for i, row in enumerate(table) for j, value in enumerate(row) if 0 < value < 5]
    audit(published, small)
    assert published == protect(table)
    for row, true in zip(published, table, strict=True):
        assert all(told in (None, value) for told, value in zip(row, true, strict=True))


def test_the_audit_finds_a_number_that_can_be_worked_out() -> None:
    table = with_totals([[3, 9], [8, 7]])
    alone = tuple(
        tuple(None if (i, j) == (0, 0) else value for j, value in enumerate(row)) for i, row in enumerate(table)
    )
    assert possible(alone) == {(0, 0): (3, 3)}
    with pytest.raises(CannotProtect):
        audit(alone, [(0, 0)])


def test_a_table_without_small_numbers_is_published_whole() -> None:
    table = with_totals([[0, 5], [9, 12]])
    assert protect(table) == table


def test_a_whole_that_is_small_itself_cannot_be_protected() -> None:
    with pytest.raises(CannotProtect):
        protect(with_totals([[1, 0], [2, 1]]))


def every_counting(shown: tuple[int | None, ...], base: int) -> list[tuple[int, ...]]:
    """All counts of overlapping kinds, and of persons with none, that agree with what is shown."""
    found = []
    for guess in product(*(range(base + 1) if value is None else [value] for value in shown)):
        *kinds, unknown = guess
        if unknown <= base and all(value <= base - unknown for value in kinds) and sum(kinds) >= base - unknown:
            found.append(guess)
    return found


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 9), st.integers(2, 3), st.randoms(use_true_random=False))
def test_overlapping_kinds_are_protected_too(base: int, kinds: int, chance: Random) -> None:
    persons = [[chance.random() < 0.4 for _ in range(kinds)] for _ in range(base)]
    values = [sum(person[kind] for person in persons) for kind in range(kinds)]
    unknown = sum(not any(person) for person in persons)
    try:
        shown = protect_several(values, unknown, base)
    except CannotProtect:
        return
    countings = every_counting(shown, base)
    assert (*values, unknown) in countings
    for place, (low, high) in possible_several(shown, base).items():
        seen = {one[place] for one in countings}
        assert (low, high) == (min(seen), max(seen))
    for place, value in enumerate((*values, unknown)):
        if 0 < value < 5:
            assert {one[place] for one in countings} >= {0, 5}


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 5000), st.integers(0, 80))
def test_no_small_number_stands_in_the_figures_for_a_meeting(seed: int, notices: int) -> None:
    exact = count(some_facts(Random(seed), notices))
    seen = protect_month(exact)
    for table in seen.tables:
        least = 10 if table.code == "municipality" else 5
        for line in table.lines:
            for figure in line.figures:
                assert figure.ids == ()
                assert figure.value is None or figure.value == 0 or figure.value >= least, table.code
    assert all(figure.value is None or figure.value == 0 or figure.value >= 5 for _, figure in seen.series)
    if seen.has("received"):
        assert seen.table("received").value(TOTAL) == exact.table("received").value(TOTAL)


def test_tables_that_could_give_each_other_away_are_not_shown_to_a_meeting() -> None:
    seen = protect_month(count(some_facts(Random(1), 80)))
    assert not {"role", "children", "posing", "onward", "risk"} & {table.code for table in seen.tables}
