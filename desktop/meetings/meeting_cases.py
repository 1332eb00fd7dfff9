"""The cases a meeting speaks of: new ones, those to be looked at again, those that should go faster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.meetings.diary import previous_of
from desktop.meetings.kept import kept, planned, writable
from desktop.meetings.permission import Receiver, Seen, may_see
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.assistance import Consent
from desktop.records.meeting import CASE_LISTS, Attendance, CaseNumbers, Meeting, MeetingCase, MeetingKind
from desktop.records.person import Person
from desktop.records.referral import Referral
from desktop.records.referral_sheet import NoticeGone
from desktop.records.typed_check import SHORT, checked_lengths, insist
from desktop.records.typed_text import clean, clean_line
from desktop.vault.vault import Vault, Worker
from desktop.world import World

_HIGH = "high"
"""The level of risk at which a new notice is proposed for a meeting."""


@dataclass(frozen=True)
class Numbers:
    """Under which numbers other bodies keep a case."""

    police: str = ""
    prosecution: str = ""
    social_work: str = ""

    def cleaned(self) -> Numbers:
        """The same without unseen signs."""
        return Numbers(*(clean_line(each) for each in (self.police, self.prosecution, self.social_work)))


@dataclass(frozen=True)
class CaseRow:
    """A case of a meeting with its notice, its person and its numbers."""

    case: MeetingCase
    referral: Referral
    person: Person | None
    numbers: Numbers

    @property
    def code(self) -> str:
        """What stands instead of a name."""
        return self.person.code if self.person else self.referral.label

    @property
    def name(self) -> str:
        """The name, for whoever may see it."""
        return (self.person.name if self.person else "") or self.referral.person_name


@dataclass(frozen=True)
class SeenCase:
    """A case as one receiver sees it."""

    row: CaseRow
    seen: Seen


class MeetingCases:
    """The cases of the meetings of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def of(self, meeting_id: UUID) -> Sequence[CaseRow]:
        """The cases of a meeting, list by list, in the order of receipt."""
        with self.vault.look() as session:
            return rows_of(session, meeting_id)

    def proposed(self, meeting_id: UUID) -> dict[str, list[Referral]]:
        """What might be put on it: notices of high risk since the last meeting, and what was to be seen again."""
        with self.vault.look() as session:
            meeting = kept(session, meeting_id)
            before = previous_of(session, meeting)
            there = {row.referral.id for row in rows_of(session, meeting_id)}
            wanted = select(Referral).where(Referral.risk_level == _HIGH, Referral.duplicate_of_id.is_(None))
            if before:
                wanted = wanted.where(Referral.received_at >= datetime.combine(before.on_day, before.begins))
            else:
                wanted = wanted.where(Referral.received_at >= datetime.combine(meeting.on_day.replace(day=1), time()))
            wanted = wanted.where(Referral.received_at <= meeting.cut_off)
            new = session.scalars(wanted.order_by(Referral.received_at, Referral.id)).all()
            again = [row.referral for row in rows_of(session, before.id) if row.case.again] if before else []
        taken = there | {each.id for each in again}
        return {
            "new": [each for each in new if each.id not in taken],
            "current": [each for each in again if each.id not in there],
        }

    def put(self, meeting_id: UUID, referral_ids: Sequence[UUID], listed: str, by: Worker, asked: str = "") -> None:
        """Put notices on one of the meeting's lists, or on another one of them."""
        if listed not in CASE_LISTS:
            raise Problem(N_("Choose from the list."), field="listed")
        asked = clean_line(asked)[:SHORT]
        with self.vault.change(N_("Cases put on a meeting"), by) as session:
            meeting = planned(session, meeting_id)
            if not session.get_one(MeetingKind, meeting.kind_id).cases:
                raise Problem(N_("This kind of meeting does not speak of single cases."))
            for referral_id in dict.fromkeys(referral_ids):
                if session.get(Referral, referral_id) is None:
                    raise NoticeGone
                mine = (MeetingCase.meeting_id == meeting_id, MeetingCase.referral_id == referral_id)
                case = session.scalars(select(MeetingCase).where(*mine)).first()
                if case is None:
                    case = MeetingCase(id=self.world.new_id(), meeting_id=meeting_id, referral_id=referral_id)
                    session.add(case)
                case.listed, case.asked = listed, asked or case.asked

    def note(self, case_id: UUID, by: Worker, *, asked: str, agreed: str, again: bool) -> MeetingCase:
        """Note what is asked for, what was agreed, and whether it is looked at again."""
        with self.vault.change(N_("Case of a meeting noted"), by) as session:
            case = self._case(session, case_id)
            case.asked, case.agreed, case.again = clean(asked), clean(agreed), again
            insist(checked_lengths(case, {"asked": SHORT, "agreed": SHORT}))
            return case

    def take_off(self, case_id: UUID, by: Worker) -> None:
        """Take a case off a meeting."""
        with self.vault.change(N_("Case taken off a meeting"), by) as session:
            session.delete(self._case(session, case_id))

    def number(self, referral_id: UUID, numbers: Numbers, by: Worker) -> None:
        """Keep under which numbers other bodies have a case."""
        numbers = numbers.cleaned()
        insist(checked_lengths(numbers, dict.fromkeys(("police", "prosecution", "social_work"), 60)))
        with self.vault.look() as session:
            label = session.get_one(Referral, referral_id).label
        with self.vault.change(N_("Numbers of other bodies noted: {number}"), by, number=label) as session:
            session.execute(delete(CaseNumbers).where(CaseNumbers.referral_id == referral_id))
            if any((numbers.police, numbers.prosecution, numbers.social_work)):
                session.add(CaseNumbers(id=self.world.new_id(), referral_id=referral_id, **vars(numbers)))

    def numbers(self, referral_id: UUID) -> Numbers:
        """Under which numbers other bodies have a case; the police's own is the sender's where none was noted."""
        with self.vault.look() as session:
            return _numbers(session, session.get_one(Referral, referral_id))

    def seen_by(self, meeting_id: UUID, agency_id: UUID) -> Sequence[SeenCase]:
        """Every case of a meeting as one institution may see it, with the reason."""
        with self.vault.look() as session:
            return seen_by(session, kept(session, meeting_id), agency_id, self.world)

    @staticmethod
    def _case(session: Session, case_id: UUID) -> MeetingCase:
        case = session.get(MeetingCase, case_id)
        if case is None:
            raise Problem(N_("This entry was taken back meanwhile."))
        writable(session, case.meeting_id)
        return case


def rows_of(session: Session, meeting_id: UUID) -> list[CaseRow]:
    """The cases of a meeting, list by list, in the order of receipt."""
    wanted = (
        select(MeetingCase, Referral, Person)
        .join(Referral, Referral.id == MeetingCase.referral_id)
        .outerjoin(Person, Person.id == Referral.person_id)
        .where(MeetingCase.meeting_id == meeting_id)
    )
    rows = [
        CaseRow(case, referral, person, _numbers(session, referral))
        for case, referral, person in session.execute(wanted)
    ]
    lists = list(CASE_LISTS)
    return sorted(rows, key=lambda row: (lists.index(row.case.listed), row.referral.received_at, row.referral.id))


def seen_by(session: Session, meeting: Meeting, agency_id: UUID, world: World) -> list[SeenCase]:
    """Every case of a meeting as one institution may see it."""
    rows = rows_of(session, meeting.id)
    ground = session.get_one(MeetingKind, meeting.kind_id).cases
    receiver = receiver_of(session, meeting, agency_id)
    persons = [row.person.id for row in rows if row.person]
    consents = session.scalars(select(Consent).where(Consent.person_id.in_(persons))).all()
    today = world.today()
    return [
        SeenCase(row, may_see(ground, receiver, row.person.id if row.person else None, consents, today)) for row in rows
    ]


def receiver_of(session: Session, meeting: Meeting, agency_id: UUID) -> Receiver:
    """An institution as it takes part in a meeting."""
    agency = session.get_one(Agency, agency_id)
    permanent = select(Attendance.id).where(
        Attendance.meeting_id == meeting.id, Attendance.agency_id == agency_id, Attendance.member == "permanent"
    )
    parents, parent = set(), agency.parent_id
    while parent is not None and parent not in parents:
        parents.add(parent)
        parent = session.get_one(Agency, parent).parent_id
    return Receiver(agency_id, agency.kind, session.scalars(permanent.limit(1)).first() is not None, frozenset(parents))


def _numbers(session: Session, referral: Referral) -> Numbers:
    kept_numbers = session.scalars(select(CaseNumbers).where(CaseNumbers.referral_id == referral.id)).first()
    if kept_numbers is None:
        return Numbers(police=referral.reference)
    found = Numbers(kept_numbers.police, kept_numbers.prosecution, kept_numbers.social_work)
    return found if found.police else replace(found, police=referral.reference)
