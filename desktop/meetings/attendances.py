"""Who is asked to a meeting, who answered, who came, and who will sign its minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.meetings.kept import writable
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.directory import house_order
from desktop.records.meeting import ANSWERS_TO_INVITATION, MEMBERS, PRESENCE, Attendance
from desktop.records.typed_check import NAME, SHORT, checked_choices, checked_lengths, insist
from desktop.records.typed_text import clean_line
from desktop.vault.vault import Vault, Worker
from desktop.world import World


@dataclass(frozen=True)
class AttendanceDraft:
    """One person asked to a meeting, as typed; see `Attendance` for what each field means."""

    agency_id: UUID | None = None
    name: str = ""
    role: str = ""
    member: str = "guest"
    answer: str = ""
    invited_on: date | None = None
    presence: str = ""
    sent_information: bool = False
    confidential: bool = False
    signs: bool = False

    @classmethod
    def of(cls, attendance: Attendance) -> AttendanceDraft:
        """As it stands, to be amended."""
        return cls(**{each.name: getattr(attendance, each.name) for each in fields(cls)})

    def cleaned(self) -> AttendanceDraft:
        """The same without unseen signs."""
        return replace(self, name=clean_line(self.name), role=clean_line(self.role))

    def check(self) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        lists = {"member": MEMBERS, "answer": ANSWERS_TO_INVITATION, "presence": PRESENCE}
        unnamed = self.signs and not self.name
        return (
            *checked_lengths(self, {"name": NAME, "role": SHORT}),
            *checked_choices(self, lists),
            *((Problem(N_("Who will sign must be named."), field="name"),) if unnamed else ()),
        )


@dataclass(frozen=True)
class AttendanceRow:
    """One person asked, with her institution."""

    attendance: Attendance
    agency: Agency | None
    """None: our own centre."""


class Attendances:
    """Everybody asked to the meetings of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def of(self, meeting_id: UUID) -> Sequence[AttendanceRow]:
        """Our own centre first, then permanent members, occasional ones and guests, each in house order."""
        with self.vault.look() as session:
            return rows_of(session, meeting_id)

    def add(self, meeting_id: UUID, draft: AttendanceDraft, by: Worker) -> Attendance:
        """Ask somebody else to this meeting."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Asked to a meeting"), by) as session:
            writable(session, meeting_id)
            values = {each.name: getattr(draft, each.name) for each in fields(draft)}
            row = Attendance(id=self.world.new_id(), meeting_id=meeting_id, **values)
            session.add(row)
            return row

    def amend(self, attendance_id: UUID, draft: AttendanceDraft, by: Worker) -> Attendance:
        """Note an answer, that she came, or that she accepted the statement on confidentiality."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Attendance noted"), by) as session:
            row = self._row(session, attendance_id)
            for each in fields(draft):
                setattr(row, each.name, getattr(draft, each.name))
            return row

    def all_came(self, meeting_id: UUID, by: Worker) -> None:
        """Note for everybody of whom nothing is noted yet what she answered: who comes came, a deputy, excused."""
        came = {"comes": "present", "deputy": "deputy", "excused": "excused", "": "absent"}
        with self.vault.change(N_("Attendance noted"), by) as session:
            writable(session, meeting_id)
            for row in session.scalars(select(Attendance).where(Attendance.meeting_id == meeting_id)):
                if not row.presence:
                    row.presence = came[row.answer]

    def confide(self, meeting_id: UUID, by: Worker) -> None:
        """Note that everybody who came accepted the statement on confidentiality."""
        with self.vault.change(N_("Confidentiality accepted by all who came"), by) as session:
            writable(session, meeting_id)
            for row in session.scalars(select(Attendance).where(Attendance.meeting_id == meeting_id)):
                row.confidential = row.confidential or row.came

    def remove(self, attendance_id: UUID, by: Worker) -> None:
        """Take somebody out who was asked by mistake."""
        with self.vault.change(N_("Taken out of a meeting"), by) as session:
            session.delete(self._row(session, attendance_id))

    @staticmethod
    def _row(session: Session, attendance_id: UUID) -> Attendance:
        row = session.get(Attendance, attendance_id)
        if row is None:
            raise Problem(N_("This entry was taken back meanwhile."))
        writable(session, row.meeting_id)
        return row


def rows_of(session: Session, meeting_id: UUID) -> list[AttendanceRow]:
    """Everybody asked to a meeting, in the order of every list and paper."""
    wanted = select(Attendance, Agency).outerjoin(Agency, Agency.id == Attendance.agency_id)
    rows = [
        AttendanceRow(one, agency) for one, agency in session.execute(wanted.where(Attendance.meeting_id == meeting_id))
    ]
    members = list(MEMBERS)

    def order(row: AttendanceRow) -> tuple[object, ...]:
        place = house_order(row.agency) if row.agency else ()
        return (row.agency is not None, members.index(row.attendance.member), place, row.attendance.id)

    return sorted(rows, key=order)
