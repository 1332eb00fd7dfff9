"""Trainings, events and working groups are counted as a query written by hand counts them, on paper as on screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

import pytest
from sqlalchemy import text

from desktop.centre import Centre
from desktop.figures.counts import count
from desktop.figures.facts import Words
from desktop.figures.figure_log import FigureLog
from desktop.figures.figures import TOTAL
from desktop.figures.meeting_figures import protect
from desktop.figures.training_counts import DIRECTIONS
from desktop.periods import Month
from desktop.records.training import PART_ROLES, TRAINING_KINDS
from desktop.records.training_draft import PartDraft
from desktop.records.working_groups import GroupDraft, MemberDraft
from desktop.summaries.behind import records_behind
from desktop.summaries.corrections import corrections, watched
from desktop.vault.vault import Vault
from desktop.world import World
from tests.builders import a_training, an_agency
from tests.conftest import Day, Sample, Still
from tests.figures.sample import MONTH, fill, some_facts

HELD = (
    "SELECT count(*), coalesce(sum(minutes), 0) FROM training "
    "WHERE substr(on_day, 1, 7) = :month AND on_day <= :today AND kind LIKE :kind"
)
CAME = (
    "SELECT coalesce(sum(p.persons), 0) FROM training_part p, training t WHERE p.training_id = t.id "
    "AND substr(t.on_day, 1, 7) = :month AND t.on_day <= :today AND p.role LIKE :role "
    "AND (t.organiser_id IS NULL) = :at_ours AND (p.agency_id IS NULL) = :from_us"
)
AT_WORK = (
    "SELECT count(DISTINCT g.id), count(DISTINCT g.id || coalesce(m.agency_id, 'us')), count(m.id) "
    "FROM working_group g LEFT JOIN working_group_member m ON m.group_id = g.id "
    "WHERE substr(g.since, 1, 7) <= :month AND g.since <= :today "
    "AND (g.until IS NULL OR substr(g.until, 1, 7) >= :month)"
)
SIDES = {"to_us": (True, False), "from_us": (False, True), "own": (True, True), "among_them": (False, False)}


@pytest.fixture
def vault_day(later_vault: Callable[[Sample], Day]) -> Day:
    return later_vault(fill)


@pytest.fixture
def log(vault: Vault, world: World) -> FigureLog:
    return FigureLog(vault, world)


@pytest.mark.parametrize("back", [-1, 0, 1, 5])
def test_every_number_is_that_of_a_query_written_by_hand(log: FigureLog, vault: Vault, world: World, back: int) -> None:
    month = MONTH.later(-back)
    figures = log.figures(month)
    held, came = figures.table("trainings"), figures.table("training_people")
    about = {"month": month.key, "today": world.today().isoformat()}
    with vault.look() as session:
        for kind in (*TRAINING_KINDS, TOTAL):
            asked = about | {"kind": "%" if kind == TOTAL else kind}
            told = held.value(kind), held.value(kind, "minutes")
            assert told == tuple(session.execute(text(HELD), asked).one()), kind
        for direction, _words in DIRECTIONS:
            ours, us = SIDES[direction]
            for role in (*PART_ROLES, TOTAL):
                asked = about | {"role": "%" if role == TOTAL else role, "at_ours": ours, "from_us": us}
                assert came.value(direction, role) == session.execute(text(CAME), asked).scalar_one(), (direction, role)
    assert came.value(TOTAL, TOTAL) == sum(came.value(direction, TOTAL) for direction, _words in DIRECTIONS)


@pytest.mark.parametrize(("back", "expected"), [(-1, 2), (0, 3), (1, 2), (4, 2), (8, 1), (9, 0), (10, 1), (30, 0)])
def test_a_group_counts_in_each_month_in_which_it_stood(
    log: FigureLog, vault: Vault, world: World, back: int, expected: int
) -> None:
    month = MONTH.later(-back)
    table = log.figures(month).table("groups")
    with vault.look() as session:
        by_hand = session.execute(text(AT_WORK), {"month": month.key, "today": world.today().isoformat()}).one()
    assert tuple(one.value for one in table.lines[-1].figures) == tuple(by_hand)
    assert table.value(TOTAL) == expected


def test_a_group_opens_from_its_number_and_what_came_of_it_is_kept_with_the_paper(centre: Centre) -> None:
    police = centre.directory.enter(an_agency(), centre.worker)
    members = (MemberDraft(None, "Rūta"), MemberDraft(police.id), MemberDraft(police.id, "Tomas"))
    draft = GroupDraft(
        "Tvarka", since=date(2026, 9, 3), until=date(2026, 10, 20), results="Pasirašyta", members=members
    )
    group = centre.groups.found(draft, centre.worker)
    log = FigureLog(centre.vault, centre.world)
    figures = log.figures(MONTH)
    row = group.id.hex
    table = figures.table("groups")
    assert [table.value(row, one.code) for one in table.headings] == [1, 2, 3]
    assert table.told == (Words(own="Tvarka: Pasirašyta"),)
    with centre.vault.look() as session:
        (found,) = records_behind(session, figures, f"groups/{row}/members")
        assert records_behind(session, figures, "groups/total/count") == (found,)
    assert (found.label, found.kind, found.opens) == ("Tvarka", "group", group.id)
    assert log.figures(MONTH.later(1)).table("groups").value(TOTAL) == 0


def test_a_group_entered_late_is_a_correction_and_a_new_member_is_none(centre: Centre) -> None:
    log = FigureLog(centre.vault, centre.world)
    told = watched(log.figures(MONTH))
    draft = GroupDraft("Tvarka", since=date(2026, 9, 3), members=(MemberDraft(None, "Rūta"),))
    group = centre.groups.found(draft, centre.worker)
    now = log.figures(MONTH)
    found = {one.key: (one.was, one.now) for one in corrections(told, now)}
    assert found == {f"groups/{group.id.hex}/count": (0, 1), "groups/total/count": (0, 1)}
    more = replace(draft, members=(*draft.members, MemberDraft(None, "Dalia")))
    centre.groups.amend(group.id, more, centre.worker)
    assert corrections(watched(now), log.figures(MONTH)) == ()


def test_the_sample_has_trainings_in_every_direction(log: FigureLog) -> None:
    tables = [log.figures(MONTH.later(-back)).table("training_people") for back in range(14)]
    for direction, _words in DIRECTIONS:
        for role in PART_ROLES:
            assert any(table.value(direction, role) for table in tables), (direction, role)


def test_what_is_only_planned_is_not_counted_before_it_begins(centre: Centre, still: Still) -> None:
    centre.trainings.enter(a_training(on_day=date(2026, 11, 20), until_day=date(2026, 12, 1)), centre.worker)
    november, figures = Month(2026, 11), FigureLog(centre.vault, centre.world)
    assert figures.figures(november).table("trainings").value(TOTAL) == 0
    still.moment = datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert figures.figures(november).table("trainings").value("training") == 1
    assert figures.figures(Month(2026, 12)).table("trainings").value(TOTAL) == 0
    assert [(one.code, one.count, one.minutes) for one in figures.year().held_in("2026")] == [("training", 1, 240)]


def test_a_number_opens_down_to_its_trainings_and_to_who_came(centre: Centre) -> None:
    police = centre.directory.enter(an_agency(), centre.worker)
    parts = (PartDraft(police.id, "participant", 12, "Tomas Bružas"), PartDraft(None, "lecturer", 1))
    kept = centre.trainings.enter(a_training(parts=parts), centre.worker)
    figures = FigureLog(centre.vault, centre.world).figures(MONTH)
    with centre.vault.look() as session:
        (held,) = records_behind(session, figures, "trainings/training/minutes")
        (came,) = records_behind(session, figures, "training_people/to_us/participant")
        (ours,) = records_behind(session, figures, "training_people/own/lecturer")
    assert (held.label, held.state, held.opens) == ("Saugus pokalbis", "training", kept.id)
    assert (came.label, came.state, came.opens) == ("Kretingos r. PK: 12 · Saugus pokalbis", "participant", kept.id)
    assert ours.label == "Kretingos moterų centras: 1 · Saugus pokalbis"


def test_a_meeting_sees_no_small_number_of_them_and_nothing_of_an_empty_month() -> None:
    for seed in range(20):
        seen = protect(count(some_facts(Random(seed), notices=40 + seed)))
        assert not seen.has("training_people"), "who came a meeting hears from its agenda"
        if seen.has("trainings"):
            shown = [one.value for line in seen.table("trainings").lines for one in line.figures]
            assert not any(value and value < 5 for value in shown)
        else:
            assert "Trainings and events, by kind" in seen.left_out
    facts = some_facts(Random(1))
    empty = protect(count(type(facts)(**{**vars(facts), "trainings": (), "training_parts": ()})))
    assert not empty.has("trainings")
    assert not empty.has("training_people")
    assert not {"Participants and lecturers", "Trainings and events, by kind"} & set(empty.left_out)


def test_one_that_is_entered_late_is_a_correction_unless_the_paper_had_no_such_table(centre: Centre) -> None:
    figures = FigureLog(centre.vault, centre.world)
    told = watched(figures.figures(MONTH))
    centre.trainings.enter(a_training(), centre.worker)
    now = figures.figures(MONTH)
    found = {one.key: (one.was, one.now) for one in corrections(told, now)}
    assert found["trainings/training/count"] == found["trainings/total/count"] == (0, 1)
    before = {key: one for key, one in told.items() if not key.startswith("trainings/")}
    assert corrections(before, now) == ()
