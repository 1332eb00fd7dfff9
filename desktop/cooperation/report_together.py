"""What institutions did together in a year: met, told what went well, taught each other, worked in groups."""

from __future__ import annotations

from collections import Counter, defaultdict
from uuid import UUID

from sqlalchemy import func, or_, select

from desktop.cooperation.report_around import Around
from desktop.cooperation.report_lines import Achieved, Direction, Group, Learned, Met, Trainings
from desktop.figures.facts import TrainingPartFact
from desktop.figures.training_counts import DIRECTIONS, direction_of
from desktop.records.meeting import Attendance, Meeting
from desktop.records.promise import Contribution
from desktop.records.training import Training, TrainingPart, WorkingGroup, WorkingGroupMember


def met(around: Around) -> Met:
    """The meetings held in the year, and how many institutions came to one at least."""
    held = Meeting.held, Meeting.on_day.between(around.first, around.last), Meeting.called_off_on.is_(None)
    meetings = around.session.scalar(select(func.count()).select_from(Meeting).where(*held)) or 0
    came = select(Attendance.agency_id).join(Meeting, Meeting.id == Attendance.meeting_id).where(*held)
    present = came.where(Attendance.presence.in_(("present", "deputy")), Attendance.agency_id.is_not(None))
    return Met(meetings, len(set(around.session.scalars(present))))


def achieved(around: Around) -> tuple[Achieved, ...]:
    """What each told to have done well, in house order; who told the same thing shares it."""
    told_on = func.coalesce(Meeting.on_day, Contribution.since, Contribution.noted_on)
    wanted = (
        select(Contribution)
        .outerjoin(Meeting, Meeting.id == Contribution.meeting_id)
        .where(Contribution.kind == "achievement", told_on.between(around.first, around.last))
        .order_by(told_on, Contribution.id)
    )
    whose: dict[str, list[UUID | None]] = {}
    for one in around.session.scalars(wanted):
        mine = whose.setdefault(one.what, [])
        if one.agency_id not in mine:
            mine.append(one.agency_id)
    by_bodies: dict[tuple[UUID | None, ...], list[str]] = defaultdict(list)
    for what, agencies in whose.items():
        by_bodies[tuple(sorted(agencies, key=around.order))].append(what)
    bodies = sorted(by_bodies, key=lambda one: (around.order(one[0]), len(one)))
    return tuple(Achieved(tuple(map(around.named, each)), tuple(by_bodies[each])) for each in bodies)


def trainings(around: Around) -> Trainings:
    """Who taught whom, everything held, and the groups at work."""
    begun = Training.on_day.between(around.first, around.last)
    rows = around.session.execute(
        select(TrainingPart, Training.organiser_id).join(Training, Training.id == TrainingPart.training_id).where(begun)
    ).all()
    counts: Counter[tuple[str, str]] = Counter()
    came: Counter[tuple[UUID, str]] = Counter()
    for part, organiser in rows:
        fact = TrainingPartFact(part.id, organiser is None, part.agency_id is None, part.role, part.persons)
        counts[direction_of(fact), part.role] += part.persons
        came[part.training_id, part.role] += part.persons
    held = around.session.scalars(select(Training).where(begun).order_by(Training.on_day, Training.id))
    learned = tuple(
        Learned(
            one.kind, one.on_day, one.topic, around.named(one.organiser_id), came[one.id, "participant"],
            came[one.id, "lecturer"], one.publicity,
        )
        for one in held
    )  # fmt: skip
    directions = tuple(
        Direction(code, words.msgid, counts[code, "participant"], counts[code, "lecturer"])
        for code, words in DIRECTIONS
        if counts[code, "participant"] or counts[code, "lecturer"]
    )
    return Trainings(directions, learned, _groups(around))


def _groups(around: Around) -> tuple[Group, ...]:
    """The working groups at work in the year, the oldest first."""
    at_work = or_(WorkingGroup.until.is_(None), WorkingGroup.until >= around.first)
    groups = around.session.scalars(
        select(WorkingGroup).where(WorkingGroup.since <= around.last, at_work)
        .order_by(WorkingGroup.since, WorkingGroup.id)
    )  # fmt: skip
    members: dict[UUID, set[UUID | None]] = defaultdict(set)
    for group_id, agency_id in around.session.execute(
        select(WorkingGroupMember.group_id, WorkingGroupMember.agency_id)
    ):
        members[group_id].add(agency_id)
    return tuple(Group(one.name, len(members[one.id]), one.since, one.until, one.results) for one in groups)
