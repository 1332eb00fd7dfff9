"""Composes an agenda from what the vault holds: what went well first, what was promised, figures, law, problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.meetings import raised_problems
from desktop.meetings.agenda import (
    Agenda,
    CaseCount,
    ChangedLaw,
    Held,
    Line,
    Part,
    Problem,
    Promised,
    Told,
    later,
)
from desktop.meetings.attendances import AttendanceRow
from desktop.meetings.attendances import rows_of as attendance_of
from desktop.meetings.commitments import carried_over
from desktop.meetings.contributions import ContributionRow, told_at
from desktop.meetings.dates import next_day
from desktop.meetings.diary import previous_of
from desktop.meetings.figure_lines import figure_lines, waiting_for
from desktop.meetings.items import items_of
from desktop.meetings.meeting_cases import rows_of as cases_of
from desktop.periods import Month
from desktop.protocol.duty_ground import DeskClock
from desktop.protocol.duty_protected import told_lines
from desktop.protocol.duty_read import DutyReading
from desktop.records.agency import Agency
from desktop.records.centre_profile import CentreProfile
from desktop.records.centre_rules import calendar_of, rules_of
from desktop.records.law_change import LawChange
from desktop.records.meeting import CASE_LISTS, AgendaItem, Meeting, MeetingKind
from desktop.records.training import Training, TrainingPart

FIRST_LOOK = 31
"""So many days are looked back at where there was no meeting before."""


@dataclass(frozen=True)
class Around:
    """What every part is composed from."""

    session: Session
    meeting: Meeting
    since: date
    """The day of the meeting before."""
    as_of: date
    """As of which day everything stands."""
    month: Month
    asked: tuple[AttendanceRow, ...]
    own: str
    """How our centre is called."""

    def named(self, agency: Agency | None) -> str:
        """An institution by its short name, our own centre by its own."""
        return agency.known_as if agency else self.own

    @property
    def bodies(self) -> tuple[str, ...]:
        """Every institution asked, once, ours last."""
        others = (row.agency.known_as for row in self.asked if row.agency and row.attendance.member != "guest")
        return tuple(dict.fromkeys([*others, self.own]))


def compose(session: Session, meeting: Meeting, today: date) -> Agenda:
    """The agenda of a meeting as it stands today, or as it stood on its day."""
    kind = session.get_one(MeetingKind, meeting.kind_id)
    around = _around(session, meeting, today)
    parts, starts = [], meeting.begins
    for item in items_of(session, meeting.id):
        parts.append(_part(item, starts, around))
        starts = later(starts, item.minutes)
    asked = {
        member: tuple(
            dict.fromkeys(r.agency.known_as for r in around.asked if r.agency and r.attendance.member == member)
        )
        for member in ("permanent", "occasional", "guest")
    }
    return Agenda(
        meeting.id, meeting.number, kind.known_as, "" if kind.name else kind.code, meeting.topic, meeting.on_day,
        meeting.begins, meeting.place, meeting.chair, meeting.minute_taker, meeting.cut_off, meeting.language,
        asked["permanent"], asked["occasional"] + asked["guest"], around.as_of, around.month, tuple(parts),
        next_day(kind, meeting.on_day, calendar_of(session)),
    )  # fmt: skip


def still_promised(session: Session, meeting: Meeting, agency_id: UUID) -> list[str]:
    """What an institution promised and has not done by the day of a meeting."""
    rows = carried_over(session, meeting.on_day, meeting.on_day, meeting.on_day)
    return [row.commitment.what for row in rows if row.commitment.agency_id == agency_id and row.commitment.is_open]


def _around(session: Session, meeting: Meeting, today: date) -> Around:
    before = previous_of(session, meeting)
    centre = session.scalars(select(CentreProfile)).one()
    since = before.on_day if before else meeting.on_day - timedelta(days=FIRST_LOOK)
    month = Month.of(meeting.on_day).later(-1)
    asked = tuple(attendance_of(session, meeting.id))
    return Around(session, meeting, since, min(today, meeting.on_day), month, asked, centre.short_name or centre.name)


def _part(item: AgendaItem, starts: time, around: Around) -> Part:
    lines, missing = _CONTENT.get(item.part, _nothing)(around)
    title, text = item.title, item.text
    return Part(item.id, item.part, title, text, starts, item.minutes, item.is_empty, tuple(lines), tuple(missing))


Content = tuple[Iterable[Line], Iterable[str]]


def _nothing(_around: Around) -> Content:
    return (), ()


def _achievements(around: Around) -> Content:
    return _told(around, "achievement", wants_all=True)


def _offers(around: Around) -> Content:
    return _told(around, "offer", wants_all=False)


def _told(around: Around, kind: str, *, wants_all: bool) -> Content:
    """What each told, in house order, ours last; who tells the same shares a line."""
    rows = told_at(around.session, around.meeting, kind)
    place = {name: number for number, name in enumerate(around.bodies)}

    def order(row: ContributionRow) -> int:
        return place.get(around.named(row.agency), len(place))

    same: dict[str, list[str]] = {}
    for row in sorted(rows, key=order):
        names = same.setdefault(row.contribution.what, [])
        if around.named(row.agency) not in names:
            names.append(around.named(row.agency))
    there = {around.named(row.agency) for row in rows}
    missing = [name for name in around.bodies if name not in there] if wants_all else []
    return [Told(tuple(names), what) for what, names in same.items()], missing


def _commitments(around: Around) -> Content:
    rows = carried_over(around.session, around.meeting.on_day, around.since, around.as_of)
    return [
        Promised(
            row.commitment.what, around.named(row.agency), row.commitment.due_on, row.state, row.days_late,
            row.commitment.reason or row.commitment.evidence,
            row.commitment.done_on or row.commitment.impossible_on, row.commitment.id,
        )
        for row in rows
    ], ()  # fmt: skip


def _duties(around: Around) -> Content:
    """How duties of every protocol were kept in the month before, as everybody may see it."""
    zone = rules_of(around.session).zone
    clock = DeskClock(datetime.combine(around.as_of, time()), zone)
    rows = DutyReading(around.session, clock).figures(around.month).rows
    return told_lines(rows, around.own), ()


def _figures(around: Around) -> Content:
    return figure_lines(around.session, around.month, around.own), waiting_for(around.session, around.month)


def _law(around: Around) -> Content:
    """What was noted, or came into force, since the last meeting."""
    day = around.meeting.on_day
    noted = LawChange.noted_on.between(around.since, day)
    came = LawChange.in_force_from.between(around.since, day)
    rows = around.session.scalars(select(LawChange).where(noted | came).order_by(LawChange.in_force_from, LawChange.id))
    return [ChangedLaw(each.act, each.number, each.in_force_from, each.meaning, each.link) for each in rows], ()


def _problems(around: Around) -> Content:
    day = around.as_of
    rows = raised_problems.rows_of(around.session, day)
    return [
        Problem(
            row.problem.number, row.problem.fact, row.problem.effect, row.problem.wish, around.named(row.agency),
            row.problem.since, row.days, row.times, row.last_step.text if row.last_step else "",
            row.problem.solved_on, row.problem.id,
        )
        for row in rows
        if row.problem.since <= day and (row.problem.solved_on is None or row.problem.solved_on >= around.since)
    ], ()  # fmt: skip


def _cases(around: Around) -> Content:
    listed = [row.case.listed for row in cases_of(around.session, around.meeting.id)]
    return [CaseCount(each, listed.count(each)) for each in CASE_LISTS if each in listed], ()


def _trainings(around: Around) -> Content:
    """What was held since the last meeting, and what is to come."""
    wanted = select(Training).where(Training.on_day >= around.since).order_by(Training.on_day, Training.id)
    trainings = list(around.session.scalars(wanted))
    agencies = {each.id: each for each in around.session.scalars(select(Agency))}
    parts: dict[tuple[UUID, str], list[tuple[str, int]]] = {}
    mine = TrainingPart.training_id.in_([each.id for each in trainings])
    for part in around.session.scalars(select(TrainingPart).where(mine).order_by(TrainingPart.id)):
        agency = agencies[part.agency_id] if part.agency_id else None
        parts.setdefault((part.training_id, part.role), []).append((around.named(agency), part.persons))
    return [
        Held(
            each.kind, each.topic, each.on_day,
            around.named(agencies[each.organiser_id] if each.organiser_id else None),
            tuple(parts.get((each.id, "participant"), ())), tuple(parts.get((each.id, "lecturer"), ())),
        )
        for each in trainings
    ], ()  # fmt: skip


_CONTENT: dict[str, Callable[[Around], Content]] = {
    "achievements": _achievements,
    "commitments": _commitments,
    "duties": _duties,
    "figures": _figures,
    "law": _law,
    "problems": _problems,
    "offers": _offers,
    "cases": _cases,
    "trainings": _trainings,
}
