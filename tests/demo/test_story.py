from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import pytest

from desktop.demo.cast import COUPLE
from desktop.demo.invented import Notice
from desktop.demo.story import DAY_BEGINS, DAY_ENDS, ENDS, Story
from desktop.records.country import COUNTRIES
from desktop.records.help_end import HELP_END_REASONS
from desktop.records.vocabulary import ATTEMPT_OUTCOMES, OUTCOMES, WEEKDAYS
from desktop.records.workdays import public_holidays
from desktop.world import dice

TODAY = date(2026, 11, 20)
MORNING = datetime.combine(TODAY, ENDS)


def told(country: str, seed: int = 7, count: int = 3000) -> list[Notice]:
    story = Story(country, dice(seed))
    return list(story.notices(story.moments(count, TODAY), TODAY))


@pytest.fixture(scope="module", params=["LT", "RS"])
def country(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def notices(country: str) -> list[Notice]:
    return told(country)


def test_a_seed_tells_one_story_and_another_seed_another(country: str) -> None:
    assert told(country, 3, 50) == told(country, 3, 50)
    assert told(country, 3, 50) != told(country, 4, 50)


def test_every_code_is_in_the_countrys_lists(country: str, notices: list[Notice]) -> None:
    codes = {name: {code.code for code in entries} for name, entries in COUNTRIES[country].lists.items()}
    assert {kind for n in notices for kind in n.kinds} <= codes["violence_kind"]
    assert {n.person.relation for n in notices} <= codes["relation"]
    assert {n.risk for n in notices if n.risk} <= codes["risk_level"]
    assert {n.reason for n in notices if n.reason} <= codes["outcome_reason"]
    assert {c.channel for n in notices for c in n.calls} <= codes["contact_channel"]
    assert {c.outside_reason for n in notices for c in n.calls} - {""} <= codes["unsafe_call_reason"]
    assert {h.kind for n in notices for h in n.help} <= codes["assistance_kind"]
    assert {h.channel for n in notices for h in n.help} <= codes["contact_channel"]
    assert {n.outcome for n in notices} == set(OUTCOMES)
    assert {c.outcome for n in notices for c in n.calls} <= set(ATTEMPT_OUTCOMES)


def test_a_reason_belongs_to_its_outcome(notices: list[Notice]) -> None:
    assert all(n.reason.startswith(n.outcome + ".") for n in notices if n.reason)
    assert all(n.reason for n in notices if n.outcome not in ("accepted", "pending"))


def test_help_that_was_given_long_ago_has_ended_for_most(notices: list[Notice]) -> None:
    helped = [n for n in notices if n.outcome == "accepted"]
    ended = [n for n in helped if n.ends is not None]
    assert all(n.ends > n.help[-1].on_day and n.ends < TODAY for n in ended if n.ends is not None)
    assert {n.end_reason for n in ended} <= set(HELP_END_REASONS) - {"other"}
    assert len({n.end_reason for n in ended}) > 3
    long_ago = [n for n in helped if n.help[-1].on_day < TODAY - timedelta(days=60)]
    assert 0.8 < sum(n.ends is not None for n in long_ago) / len(long_ago) < 0.95
    assert not [n for n in helped if n.ends is not None and n.at.date() > TODAY - timedelta(days=18)]


def test_nobody_is_too_young_for_what_is_told_of_her(notices: list[Notice]) -> None:
    for notice in notices:
        person, age = notice.person, notice.at.year - notice.person.birth_year
        assert 8 <= age <= 92
        assert (age < 18) == person.is_minor
        if person.is_minor:
            assert person.relation not in COUPLE
            assert not person.children
            assert notice.outcome == "minor"
        for _, born in person.children:
            assert person.birth_year + 18 < born < notice.at.year


def test_calls_keep_to_the_agreed_way_and_to_working_hours(country: str, notices: list[Notice]) -> None:
    calls = [(n, c) for n in notices for c in n.calls]
    assert calls
    for notice, call in calls:
        assert notice.at < call.at <= MORNING
        assert call.at.weekday() < 5
        assert DAY_BEGINS <= call.at.hour < DAY_ENDS
        assert call.at.date() not in public_holidays(country, call.at.year)
        safe = notice.person.safe
        assert bool(call.outside_reason) == (safe is None)
        if safe:
            assert safe.allowed == "yes"
            assert safe.begins <= call.at.time() < safe.ends
            assert WEEKDAYS[call.at.weekday()] in safe.days
            assert call.channel == safe.channel
    assert all([c.at for c in n.calls] == sorted(c.at for c in n.calls) for n in notices)


def test_help_is_given_only_to_those_who_took_it_and_on_open_days(country: str, notices: list[Notice]) -> None:
    for notice in notices:
        assert bool(notice.help) == (notice.outcome == "accepted")
        for given in notice.help:
            assert notice.calls[-1].at.date() <= given.on_day <= TODAY
            assert given.on_day.weekday() < 5
            assert given.on_day not in public_holidays(country, given.on_day.year)


def test_what_is_written_does_not_contradict_the_rest(notices: list[Notice]) -> None:
    for notice in notices:
        assert notice.children_saw != "yes" or notice.person.children
        assert not any(word in notice.description for word in ("orderis", "Изречена")) or notice.order
        assert not notice.order or notice.risk
        assert notice.incident <= notice.at.date()


def test_notices_come_in_order_until_the_last_morning(notices: list[Notice]) -> None:
    assert [n.at for n in notices] == sorted(n.at for n in notices)
    assert notices[-1].at < MORNING


def test_names_are_spelled_as_in_the_country(country: str, notices: list[Notice]) -> None:
    letters = {letter for n in notices for letter in n.person.name + n.person.other_name + n.place if letter.isalpha()}
    is_cyrillic = [0x400 <= ord(letter) <= 0x4FF for letter in letters]
    assert all(is_cyrillic) if country == "RS" else not any(is_cyrillic)


def test_shares_are_those_of_published_series(notices: list[Notice]) -> None:
    outcomes, sexes = Counter(n.outcome for n in notices), Counter(n.person.sex for n in notices)
    assert 0.6 < outcomes["accepted"] / len(notices) < 0.8
    assert 0.78 < sexes["female"] / len(notices) < 0.9
    people = {n.person.number for n in notices}
    assert 0.1 < 1 - len(people) / len(notices) < 0.2
