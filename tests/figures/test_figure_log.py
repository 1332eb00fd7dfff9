"""The queries count what a plain walk over all records counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from sqlalchemy import event, select

from desktop.figures.figure_log import FigureLog
from desktop.figures.figures import TOTAL
from desktop.figures.sums import sums_agree
from desktop.records.assistance import Assistance
from desktop.records.referral import Measure, Mention, Referral
from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import Day, Sample
from tests.figures.sample import MONTH, fill


@pytest.fixture
def vault_day(later_vault: Callable[[Sample], Day]) -> Day:
    return later_vault(fill)


@pytest.fixture
def log(vault: Vault, world: World) -> FigureLog:
    return FigureLog(vault, world)


def test_figures_from_the_vault_agree_with_a_walk_over_all_records(log: FigureLog, vault: Vault) -> None:
    figures = log.figures(MONTH)
    with vault.look() as session:
        everything = list(session.scalars(select(Referral)))
        mentions = list(session.scalars(select(Mention)))
        given = list(session.scalars(select(Assistance)))
    counted = [one for one in everything if one.month == MONTH.key and one.duplicate_of_id is None]
    own = {one.id for one in counted}
    assert figures.table("received").value(TOTAL) == len(counted)
    assert figures.duplicates == sum(one.month == MONTH.key and one.duplicate_of_id is not None for one in everything)
    helped = [one for one in mentions if one.referral_id in own and one.role in ("experienced", "at_risk")]
    assert figures.table("age").value(TOTAL, TOTAL) == len(helped)
    assert figures.table("repeat").value("repeat") == sum(one.repeat_of_id is not None for one in counted)
    groups = {one.group_id or one.id for one in given if one.month == MONTH.key}
    assert figures.table("help").value(TOTAL) == len(groups)
    assert sums_agree(figures)


def test_the_series_counts_each_month_without_duplicates(log: FigureLog, vault: Vault) -> None:
    with vault.look() as session:
        everything = list(session.scalars(select(Referral)))
    series = log.figures(MONTH, 13).series
    assert [month for month, _ in series] == [MONTH.later(-back) for back in range(12, -1, -1)]
    for month, figure in series:
        assert figure.value == sum(one.month == month.key and one.duplicate_of_id is None for one in everything)
    assert len(log.figures(MONTH, 24).series) == 24


def test_the_month_before_is_the_same_whether_read_as_a_column_or_as_a_month(log: FigureLog) -> None:
    now, before = log.figures(MONTH), log.figures(MONTH.later(-1))
    assert now.table("received").value(TOTAL, "before") == before.table("received").value(TOTAL)
    for line in before.table("received").lines:
        if line.figures[0].value:
            assert now.table("received").value(line.code, "before") == line.figures[0].value


def test_orders_are_granted_and_ended_by_their_own_days(log: FigureLog, vault: Vault, world: World) -> None:
    with vault.look() as session:
        duplicates = set(session.scalars(select(Referral.id).where(Referral.duplicate_of_id.is_not(None))))
        measures = [one for one in session.scalars(select(Measure)) if one.referral_id not in duplicates]
    table = log.figures(MONTH).table("measures")
    assert table.value(TOTAL, "granted") == sum(one.granted_at.date() in MONTH for one in measures)
    ended = [one for one in measures if one.until_at and one.until_at.date() in MONTH and one.until_at <= world.here()]
    assert table.value(TOTAL, "ended") == len(ended) > 0


def test_an_order_lifted_early_ended_on_that_day(log: FigureLog, vault: Vault) -> None:
    before = log.figures(MONTH).table("measures").value(TOTAL, "ended")
    with vault.change("Lifted", vault.worker) as session:
        one = session.scalars(select(Measure).where(Measure.until_at >= datetime(2026, 10, 5)).limit(1)).first()
        assert one is not None
        one.ended_on = date(2026, 9, 1)
    assert log.figures(MONTH).table("measures").value(TOTAL, "ended") == before - 1


def test_the_number_of_queries_does_not_grow_with_the_records(log: FigureLog, vault: Vault) -> None:
    with vault.look() as session:
        engine = session.get_bind()
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        log.figures(MONTH)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert len([one for one in seen if one.startswith("SELECT")]) <= 13
