"""The year at a glance counts what a plain walk over all records counts, and each number finds its records again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import event, select

from desktop.figures.counts import CONTACT_OVER
from desktop.figures.figure_log import FigureLog
from desktop.figures.figures import TOTAL
from desktop.figures.year import MONTHS, SHOWN_AS, YearFigures
from desktop.periods import Month
from desktop.records.assistance import Assistance
from desktop.records.assistance_log import AssistanceLog, AssistanceQuery
from desktop.records.referral import Referral
from desktop.records.referral_log import ReferralLog
from desktop.records.referral_query import ReferralQuery
from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import Day, Sample
from tests.figures.sample import fill


@pytest.fixture
def vault_day(request: pytest.FixtureRequest, new_vault: Day, later_vault: Callable[[Sample], Day]) -> Day:
    return later_vault(some_months) if "log" in request.fixturenames else new_vault


def some_months(vault: Vault) -> None:
    """Some months of records, some of whose groups and waiting notices the sample does not have."""
    fill(vault)
    with vault.change("More", vault.worker) as session:
        for number, one in enumerate(session.scalars(select(Referral).order_by(Referral.received_at))):
            if number % 7 == 0:
                one.outcome, one.first_contact_at = "pending", None
            elif number % 5 == 0 and one.first_contact_at:
                one.first_contact_at = one.due_at + timedelta(hours=3)


@pytest.fixture
def log(vault: Vault, world: World) -> FigureLog:
    return FigureLog(vault, world)


@pytest.fixture
def year(log: FigureLog) -> YearFigures:
    return log.year()


def test_thirteen_months_end_with_the_one_that_runs(year: YearFigures, world: World) -> None:
    now = Month.of(world.today())
    assert [one.month for one in year.months] == [now.later(back) for back in range(-12, 1)]
    assert len(year.months) == MONTHS
    assert year.years == ("2026", "2025")


def test_notices_agree_with_a_walk_over_all_records(year: YearFigures, vault: Vault) -> None:
    with vault.look() as session:
        everything = list(session.scalars(select(Referral)))
    own = [Month.parse(one.month) for one in everything if one.duplicate_of_id is None]
    assert sum(one.notices for one in year.months) > 50
    for one in year.months:
        assert one.notices == own.count(one.month)
        assert one.before == own.count(one.month.later(-12))
    shown = {one.month.key for one in year.months}
    assert year.duplicates == sum(one.month in shown and one.duplicate_of_id is not None for one in everything) > 0


def test_contacts_and_help_are_those_that_the_paper_of_each_month_tells(log: FigureLog, year: YearFigures) -> None:
    met = set()
    for one in year.months:
        paper = log.figures(one.month, 1)
        contact, helped = paper.table("contact"), paper.table("help")
        told = {"in_time": 0, "late": 0, "never": 0}
        for code in CONTACT_OVER:
            told[SHOWN_AS[code]] += contact.value(code)
        assert one.contacts in (told, {}), one.month
        assert one.owed == sum(told.values())
        met |= {code for code, count in told.items() if count}
        kinds = year.help_in(one.month.key)
        assert sum(kind.occasions for kind in kinds) == helped.value(TOTAL)
        held = paper.table("trainings")
        assert {kind.code: (kind.count, kind.minutes) for kind in year.held_in(one.month.key)} == {
            line.code: (held.value(line.code), held.value(line.code, "minutes"))
            for line in held.lines[:-1] if line.figures[0].value
        }  # fmt: skip
        for kind in kinds:
            assert (kind.occasions, kind.minutes) == (helped.value(kind.code), helped.value(kind.code, "minutes"))
    assert met == {"in_time", "late", "never"}, "each part is met, or nothing is proved"


def test_help_to_a_group_is_one_occasion_of_a_year_too(year: YearFigures, vault: Vault) -> None:
    with vault.look() as session:
        given = [one for one in session.scalars(select(Assistance)) if one.month.startswith("2026")]
    groups = {one.group_id or one.id: one.minutes for one in given}
    assert len(groups) < len(given), "there are groups"
    kinds = year.help_in("2026")
    assert sum(one.occasions for one in kinds) == len(groups)
    assert sum(one.minutes for one in kinds) == sum(groups.values())


def test_each_number_finds_as_many_records(year: YearFigures, vault: Vault, world: World) -> None:
    notices, help_ = ReferralLog(vault, world), AssistanceLog(vault, world)
    for one in year.months:
        period = one.month.first, one.month.last
        assert notices.count(ReferralQuery(period=period, counted="notice")) == one.notices
        for code, count in one.contacts.items():
            assert notices.count(ReferralQuery(period=period, counted=code)) == count, (one.month, code)
    for period_key in (*year.years, *(one.month.key for one in year.months)):
        for kind in year.help_in(period_key):
            query = AssistanceQuery(month=period_key, kind=kind.code)
            assert (help_.times(query), help_.minutes(query)) == (kind.occasions, kind.minutes)


def test_a_year_is_read_in_seven_queries(log: FigureLog, vault: Vault) -> None:
    with vault.look() as session:
        engine = session.get_bind()
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        log.year()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert len([one for one in seen if one.lstrip().startswith("SELECT")]) <= 7


def test_an_empty_vault_has_an_empty_year(vault: Vault, world: World) -> None:
    year = FigureLog(vault, world).year()
    assert year.is_empty
    assert [one.owed for one in year.months] == [0] * MONTHS
    assert year.help_in("2026") == ()
