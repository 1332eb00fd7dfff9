"""What was promised and what does not work goes from meeting to meeting until it is settled; nothing is lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.centre import Centre
from desktop.meetings.agenda import Problem as OnAgenda
from desktop.meetings.agenda import Promised, Told
from desktop.meetings.commitments import CommitmentDraft
from desktop.meetings.contributions import ContributionDraft
from desktop.meetings.raised_problems import ProblemDraft
from desktop.problems import Invalid, Problem
from desktop.records.meeting import Meeting
from tests.conftest import Still
from tests.meetings.conftest import Table


def lines(table: Table, meeting: Meeting, part: str) -> tuple[object, ...]:
    agenda = table.centre.agendas.compose(meeting.id)
    return next(each.lines for each in agenda.parts if each.part == part)


def end(table: Table, meeting: Meeting, still: Still) -> None:
    now = still.world.today()
    still.wait(days=(meeting.on_day - now).days)
    table.centre.minuting.end(meeting.id, table.centre.worker)


def test_not_done_is_told_apart_from_no_longer_possible(table: Table, still: Still) -> None:
    by, commitments = table.centre.worker, table.centre.commitments
    meeting = table.plan()
    late = commitments.promise(
        CommitmentDraft("Sąrašas", table.police.id, date(2026, 12, 1), meeting_id=meeting.id), by
    )
    gone = commitments.promise(CommitmentDraft("Mokymai", None, date(2026, 12, 1), meeting_id=meeting.id), by)
    end(table, meeting, still)
    still.wait(days=11)
    commitments.impossible(gone.id, "lektorė išvyko", by)
    following = table.plan(date(2026, 12, 23))
    told = {line.what: line for line in lines(table, following, "commitments") if isinstance(line, Promised)}
    assert (told["Sąrašas"].state, told["Sąrašas"].days_late) == ("not_done", 4)
    assert (told["Mokymai"].state, told["Mokymai"].note) == ("impossible", "lektorė išvyko")
    assert told["Mokymai"].institution == "Kretingos moterų centras"
    assert commitments.row(late.id).state == "not_done"


def test_what_was_done_is_told_once_more_and_then_no_more(table: Table, still: Still) -> None:
    by, commitments = table.centre.worker, table.centre.commitments
    first = table.plan()
    one = commitments.promise(CommitmentDraft("Sąrašas", None, date(2026, 12, 1), meeting_id=first.id), by)
    end(table, first, still)
    still.wait(days=2)
    commitments.done(one.id, by, evidence="išsiųsta")
    second = table.plan(date(2026, 12, 23))
    assert [line.state for line in lines(table, second, "commitments") if isinstance(line, Promised)] == ["done"]
    end(table, second, still)
    assert lines(table, table.plan(date(2027, 1, 28)), "commitments") == ()


def test_a_commitment_cannot_be_done_before_it_was_made_or_tomorrow(table: Table) -> None:
    by, commitments = table.centre.worker, table.centre.commitments
    one = commitments.promise(CommitmentDraft("Sąrašas", None, date(2026, 12, 1)), by)
    for day in (date(2026, 11, 1), date(2026, 11, 3)):
        with pytest.raises(Problem):
            commitments.done(one.id, by, on=day)
    with pytest.raises(Problem, match="no longer possible"):
        commitments.impossible(one.id, "  ", by)
    with pytest.raises(Invalid):
        commitments.promise(CommitmentDraft("Be dienos"), by)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(-40, 40), st.sampled_from(["open", "done", "impossible"])), max_size=6))
def test_every_open_commitment_stands_on_the_next_agenda(table: Table, promised: list[tuple[int, str]]) -> None:
    centre, by = table.centre, table.centre.worker
    for each in centre.commitments.all():
        centre.commitments.take_out(each.commitment.id, by)
    made = []
    for days, state in promised:
        due = centre.world.today() + timedelta(days=days)
        made.append((centre.commitments.promise(CommitmentDraft("Vienas", None, due), by), state))
        if state == "done":
            centre.commitments.done(made[-1][0].id, by)
        elif state == "impossible":
            centre.commitments.impossible(made[-1][0].id, "nebėra", by)
    meeting = table.plan()
    told = [line for line in lines(table, meeting, "commitments") if isinstance(line, Promised)]
    assert {line.commitment_id for line in told} == {one.id for one, _state in made}
    assert [line.due_on for line in told] == sorted(line.due_on for line in told)


def test_an_open_problem_is_raised_once_by_each_meeting_that_speaks_of_it(table: Table, still: Still) -> None:
    problems, by = table.centre.raised_problems, table.centre.worker
    problem = problems.put(ProblemDraft("Žinia ateina po dviejų dienų", "pokalbis vėluoja", "viena budinti"), by)
    first = table.plan()
    end(table, first, still)
    (row,) = problems.all()
    assert row.times == 2
    table.centre.minuting.reopen(first.id, by)
    assert problems.all()[0].times == 1
    table.centre.minuting.end(first.id, by)
    problems.step(problem.id, "budinti paskirta", by)
    still.wait(days=5)
    problems.solve(problem.id, "visos žinios tą pačią dieną", by)
    (told,) = (each for each in lines(table, table.plan(date(2026, 12, 23)), "problems") if isinstance(each, OnAgenda))
    assert (told.times, told.last_step, told.days) == (2, "budinti paskirta", 29)
    assert told.solved_on == date(2026, 12, 1)


def test_what_went_well_waits_for_the_next_meeting_and_then_belongs_to_it(table: Table, still: Still) -> None:
    by = table.centre.worker
    table.centre.contributions.note(ContributionDraft(agency_id=table.police.id, what="Viskas laiku"), by)
    table.centre.contributions.note(ContributionDraft(agency_id=table.health.id, what="Viskas laiku"), by)
    first = table.plan()
    part = table.centre.agendas.compose(first.id).parts[0]
    assert part.lines == (Told(("Kretingos r. PK", "Kretingos ligoninė"), "Viskas laiku"),)
    assert part.missing == ("Klaipėdos apylinkės prokuratūra", "Kretingos moterų centras")
    end(table, first, still)
    assert lines(table, table.plan(date(2026, 12, 23)), "achievements") == ()
    assert lines(table, first, "achievements") == part.lines


def test_a_problem_somebody_promised_to_solve_is_not_taken_out(centre: Centre) -> None:
    problem = centre.raised_problems.put(ProblemDraft("Vėluoja"), centre.worker)
    draft = CommitmentDraft("Sąrašas", None, date(2026, 12, 1), problem_id=problem.id)
    centre.commitments.promise(draft, centre.worker)
    with pytest.raises(Problem, match="promised to solve"):
        centre.raised_problems.take_out(problem.id, centre.worker)


def test_what_was_done_long_ago_and_noted_late_is_told_at_the_next_meeting(table: Table, still: Still) -> None:
    by, commitments = table.centre.worker, table.centre.commitments
    first = table.plan()
    one = commitments.promise(CommitmentDraft("Sąrašas", None, date(2026, 12, 1), meeting_id=first.id), by)
    end(table, first, still)
    second = table.plan(date(2026, 12, 23))
    end(table, second, still)
    still.wait(days=5)
    commitments.done(one.id, by, on=date(2026, 12, 3))
    third = table.plan(date(2027, 1, 21))
    told = [line for line in lines(table, third, "commitments") if isinstance(line, Promised)]
    assert [(line.state, line.settled_on) for line in told] == [("done", date(2026, 12, 3))]
    commitments.done(one.id, by, on=date(2026, 12, 3), evidence="laiškas")
    end(table, third, still)
    fourth = table.plan(date(2027, 2, 18))
    assert lines(table, fourth, "commitments") == (), "told once, though its evidence was added later"
