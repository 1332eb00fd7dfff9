"""Thirty months of a centre, invented without chance: every kind of record that a number over time is counted from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.centre import Centre
from desktop.periods import Month
from desktop.reconciliation.frozen import Frozen, to_text
from desktop.reconciliation.settling import Sums
from desktop.reconciliation.statement import Statement, UnitLine
from desktop.records.meeting import Attendance, Meeting, MeetingKind
from desktop.records.person import Person
from desktop.records.promise import Commitment, RaisedProblem
from desktop.records.reconciliation import Reconciliation
from desktop.records.referral import Referral
from desktop.records.training import Training, TrainingPart
from tests.builders import an_agency

FIRST, MONTHS = Month(2024, 5), 30
LAST = FIRST.later(MONTHS - 1)
"""The month before the tests' today."""
OUTCOMES = ("accepted", "accepted", "not_reached", "accepted", "pending", "not_accepted", "minor")
PERSONS = 37


@dataclass(frozen=True)
class Senders:
    """Who sends the notices."""

    police: UUID
    unit: UUID
    court: UUID
    other: UUID


def senders(centre: Centre) -> Senders:
    """Police with a unit, a court, another centre."""
    enter, by = centre.directory.enter, centre.worker
    police = enter(an_agency(), by).id
    unit = enter(an_agency(name="Palangos nuovada", short_name="", parent_id=police), by).id
    court = enter(an_agency(name="Apylinkės teismas", short_name="", kind="court"), by).id
    other = enter(an_agency(name="Kitas centras", short_name="", kind="centre"), by).id
    return Senders(police, unit, court, other)


def fill(centre: Centre) -> None:
    """All of it, in one change."""
    known = senders(centre)
    years = _Years(centre, known)
    with centre.vault.change("Enter what the test needs", centre.worker) as session:
        years.write(session)


class _Years:
    """Writes records whose every value follows from their number."""

    def __init__(self, centre: Centre, known: Senders) -> None:
        self.new, self.known, self.worker = centre.world.new_id, known, centre.worker
        self.people: list[UUID] = []
        self.notices: list[UUID] = []
        self.now = centre.world.now()

    def write(self, session: Session) -> None:
        for number in range(PERSONS):
            self.people.append(self.new())
            session.add(Person(id=self.people[-1], code=f"P-{number + 900}", number=number + 900, name=f"Ona {number}"))
        session.flush()
        for place in range(MONTHS):
            self._notices(session, FIRST.later(place), place)
            session.flush()
            self._together(session, FIRST.later(place), place)

    def _notices(self, session: Session, month: Month, place: int) -> None:
        for turn in range(4 + place * 7 % 9 + place // 6):
            number, notice = len(self.notices), self.new()
            day = month.first + timedelta(days=turn * 5 % 27)
            at = datetime.combine(day, time(number * 5 % 24, number * 11 % 60))
            sender = (self.known.police, self.known.police, self.known.court, self.known.police)[number % 4]
            session.add(
                Referral(
                    id=notice, year=day.year, number=number + 1, received_at=at, month=month.key, sender_id=sender,
                    unit_id=self.known.unit if number % 4 == 3 else None,
                    incident_on=None if number % 7 == 6 else day - timedelta(days=number % 3 - (number % 19 == 18)),
                    incident_time=time(number * 13 % 24, 20) if number % 2 else None,
                    due_at=at + timedelta(days=1),
                    first_contact_at=None if number % 5 == 4 else at + timedelta(hours=number * 17 % 90, minutes=7),
                    outcome=OUTCOMES[number % len(OUTCOMES)],
                    duplicate_of_id=self.notices[-1] if number % 13 == 12 else None,
                    person_id=None if number % 11 == 10 else self.people[number * number % PERSONS],
                )
            )  # fmt: skip
            self.notices.append(notice)
            session.flush()

    def _together(self, session: Session, month: Month, place: int) -> None:
        self._promises(session, month, place)
        if place % 6 != 5:
            self._meeting(session, month, place)
        if place >= 4:
            self._trainings(session, month, place)
        if place % 3:
            self._settled(session, month, place)

    def _promises(self, session: Session, month: Month, place: int) -> None:
        for turn in range(place % 5):
            due, turned = month.first + timedelta(days=turn * 6), (place + turn) % 4
            session.add(
                Commitment(
                    id=self.new(), what="Atsiųsti sąrašą",
                    agency_id=(self.known.police, None, self.known.court)[turn % 3],
                    made_on=month.later(-1).first, due_on=due, first_due_on=due,
                    done_on={0: due, 1: due + timedelta(days=3), 2: due - timedelta(days=2)}.get(turned),
                    impossible_on=due if turned == 3 and turn % 2 else None,
                )
            )  # fmt: skip
        for turn in range(place * 3 % 4):
            solved = month.first + timedelta(days=turn * 8 + 1)
            session.add(
                RaisedProblem(
                    id=self.new(), number=place * 10 + turn, fact="Pranešimas vėluoja",
                    agency_id=self.known.police if turn else None, since=solved - timedelta(days=place * 5 + turn * 11),
                    solved_on=solved if turn % 3 != 2 else None,
                )
            )  # fmt: skip

    def _meeting(self, session: Session, month: Month, place: int) -> None:
        kind = session.query(MeetingKind).order_by(MeetingKind.position).first()
        assert kind is not None
        day = month.first + timedelta(days=9)
        meeting = Meeting(
            id=self.new(), kind_id=kind.id, number=f"PM-{month.key}", on_day=day, begins=time(10), language="lt",
            cut_off=datetime.combine(day, time(8)), held=place % 7 != 6, called_off_on=day if place % 10 == 9 else None,
        )  # fmt: skip
        session.add(meeting)
        session.flush()
        noted = ("present", "deputy", "excused", "absent", "")
        for turn, agency in enumerate((None, self.known.police, self.known.police, self.known.court, self.known.other)):
            presence = noted[(place + turn * 2) % 5]
            session.add(Attendance(id=self.new(), meeting_id=meeting.id, agency_id=agency, presence=presence))

    def _trainings(self, session: Session, month: Month, place: int) -> None:
        for turn in range(place % 4):
            kind = ("training", "event", "publicity")[(place + turn) % 3]
            held = Training(
                id=self.new(), kind=kind, topic="Saugus pokalbis", on_day=month.first + timedelta(days=turn * 9),
                organiser_id=(None, self.known.police, self.known.court)[turn % 3],
            )  # fmt: skip
            session.add(held)
            session.flush()
            for part, agency in enumerate((None, self.known.police, self.known.other)):
                role = ("lecturer", "participant")[(place + part) % 2]
                session.add(
                    TrainingPart(id=self.new(), training_id=held.id, agency_id=agency, role=role, persons=part + 1)
                )

    def _settled(self, session: Session, month: Month, place: int) -> None:
        sent, entered = 20 + place, place % 4
        sums = Sums(
            sent, sent - entered, entered, 1, {"duplicate": 1, "other_centre": 2}, {"next_month": 1}, 0, 1, 0, 0
        )
        lines = (UnitLine(self.known.unit.hex, 8, 7, 6), UnitLine("", sent - 8, sent - 8, sums.agreed - 6))
        frozen = to_text(Frozen(Statement(lines, (), sums), {}, None))
        for partner, counted in ((self.known.police, ""), (self.known.court, "notices" if place % 2 else "")):
            session.add(
                Reconciliation(
                    id=self.new(), month=month.key, until=month.key if place % 8 else month.later(1).key,
                    partner_id=partner, counted=counted, brought_at=self.now, agreed=sums.agreed,
                    frozen=frozen if place % 5 else "",
                )
            )  # fmt: skip
