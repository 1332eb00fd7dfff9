"""Duties over the same notices tell of nobody by the difference between their numbers."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.figures.small_numbers import THRESHOLD
from desktop.protocol.duty_beside import Beside, Counted, Counts, publishable

NOTHING = (None,) * 4
days = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 1)), min_size=1, max_size=60)


def within(limit: int, late_by: list[tuple[int, int]]) -> Beside:
    """Notices of two institutions, each some days late: kept or late by a limit of so many days."""
    rows = []
    for institution in (0, 1):
        mine = [at for at, (_late, whose) in enumerate(late_by) if whose == institution]
        kept = sum(late_by[at][0] <= limit for at in mine)
        rows.append(Counted((kept, len(mine) - kept, 0), frozenset(mine)))
    return Beside("incident", [row for row in rows if row.occasions])


def one(counts: Counts, trigger: str = "incident", behind: int = 0) -> Beside:
    """A provision that binds one institution."""
    return Beside(trigger, [Counted(counts, frozenset(range(behind, behind + sum(counts))))])


def test_one_person_between_two_limits_is_not_told() -> None:
    assert publishable([one((40, 12, 0)), one((41, 11, 0))]) == [[(40, 12, 0, 52)], [NOTHING]]
    assert publishable([one((40, 12, 0)), one((46, 6, 0))]) == [[(40, 12, 0, 52)], [(46, 6, 0, 52)]]
    assert publishable([one((40, 12, 0)), one((40, 12, 0))]) == [[(40, 12, 0, 52)], [(40, 12, 0, 52)]]


def test_one_notice_more_at_the_edge_of_the_month_is_not_told() -> None:
    assert publishable([one((40, 0, 0)), one((41, 0, 0))])[1] == [NOTHING]


def test_what_protects_a_small_number_is_not_told_by_the_other_limit() -> None:
    shown = publishable([one((40, 3, 0)), one((43, 0, 0))])
    assert shown == [[NOTHING], [(43, 0, 0, 43)]]


def test_other_notices_and_other_triggers_stand_for_themselves() -> None:
    assert publishable([one((40, 12, 0)), one((41, 11, 0), behind=1000)])[1] != [NOTHING]
    assert publishable([one((40, 12, 0)), one((41, 11, 0), "contact")])[1] != [NOTHING]


def test_a_small_number_of_late_duties_is_hidden_with_its_partner() -> None:
    ((first, _second),) = publishable([Beside("incident", [Counted((40, 2, 0)), Counted((30, 6, 0))])])
    assert first[:2] == (None, None)
    assert publishable([one((2, 0, 0))]) == [[NOTHING]]
    assert publishable([one((40, 0, 0))]) == [[(40, 0, 0, 40)]]


@settings(max_examples=60)
@given(days, st.integers(0, 3), st.integers(0, 3))
def test_no_two_numbers_of_an_institution_differ_by_a_few(
    late_by: list[tuple[int, int]], limit: int, more: int
) -> None:
    shorter, longer = publishable([within(limit, late_by), within(limit + more, late_by)])
    for first, second in zip(shorter, longer, strict=True):
        for size in (1, 2, 3):
            for places in combinations(range(3), size):
                told = [[row[at] for at in places] for row in (first, second)]
                if not any(None in numbers for numbers in told):
                    differ = abs(sum(n or 0 for n in told[0]) - sum(n or 0 for n in told[1]))
                    assert differ == 0 or differ >= THRESHOLD
