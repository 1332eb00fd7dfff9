"""What was promised for a year and how it was kept, what does not work yet, and what the year after brings."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, datetime, time
from statistics import median
from uuid import UUID

from sqlalchemy import func, select

from desktop.cooperation.report_around import Around
from desktop.cooperation.report_lines import Coming, Commitments, GivenUp, Kept, OpenProblem, Solved
from desktop.meetings import raised_problems
from desktop.records.centre_rules import calendar_of
from desktop.records.law_change import LawChange
from desktop.records.promise import Commitment
from desktop.records.protocol import ProtocolVersion


def standing(one: Commitment, today: date) -> str:
    """in_time, late, impossible or running: how a commitment stands by the day agreed last."""
    if one.impossible_on:
        return "impossible"
    if one.done_on:
        return "in_time" if one.done_on <= one.due_on else "late"
    return "late" if one.due_on < today else "running"


def commitments(around: Around) -> Commitments:
    """Those due in the year, by institution in house order."""
    due = Commitment.due_on.between(around.first, date(around.year, 12, 31))
    found = list(around.session.scalars(select(Commitment).where(due).order_by(Commitment.due_on, Commitment.id)))
    counts: dict[UUID | None, Counter[str]] = defaultdict(Counter)
    for one in found:
        counts[one.agency_id][standing(one, around.today)] += 1
    calendar = calendar_of(around.session)
    end = time(23, 59)
    late = [
        calendar.days_late(datetime.combine(one.due_on, end), datetime.combine(one.done_on, end))
        for one in found
        if one.done_on and one.done_on > one.due_on
    ]
    rows = tuple(
        Kept(around.named(agency), *(counts[agency][code] for code in ("in_time", "late", "impossible", "running")))
        for agency in sorted(counts, key=around.order)
    )
    given_up = sorted((one for one in found if one.impossible_on), key=lambda one: around.order(one.agency_id))
    return Commitments(
        rows,
        float(median(late)) if late else None,
        tuple(GivenUp(one.what, around.named(one.agency_id), one.reason) for one in given_up),
    )


def problems(around: Around) -> tuple[tuple[OpenProblem, ...], tuple[Solved, ...]]:
    """What was open at the end of the year with its steps so far, and what was solved in it."""
    rows = [
        row for row in raised_problems.rows_of(around.session, around.last) if row.problem.since <= around.last
    ]  # fmt: skip
    still = tuple(
        OpenProblem(
            row.problem.number, row.problem.fact, row.problem.since, row.problem.days(around.last), row.times,
            around.named(row.problem.agency_id), row.last_step.text if row.last_step else "",
        )
        for row in rows
        if row.problem.solved_on is None or row.problem.solved_on > around.last
    )  # fmt: skip
    solved = tuple(
        Solved(row.problem.fact, row.problem.solved_on, row.problem.solution)
        for row in reversed(rows)
        if row.problem.solved_on and around.first <= row.problem.solved_on <= around.last
    )
    return still, solved


def coming(around: Around) -> Coming:
    """What is known already of the year after."""
    session, first, last = around.session, date(around.year + 1, 1, 1), date(around.year + 1, 12, 31)
    promised = select(func.count()).select_from(Commitment).where(
        Commitment.due_on.between(first, last), Commitment.done_on.is_(None), Commitment.impossible_on.is_(None)
    )  # fmt: skip
    review = select(func.min(ProtocolVersion.review_on)).where(ProtocolVersion.review_on.between(first, last))
    laws = select(LawChange.act, LawChange.in_force_from).where(LawChange.in_force_from.between(first, last))
    ordered = session.execute(laws.order_by(LawChange.in_force_from, LawChange.id))
    return Coming(session.scalar(promised) or 0, session.scalar(review), tuple((act, day) for act, day in ordered))
