"""What the screens of one meeting show, read in one go, and the words in which they name kinds, items and times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.centre import Centre
from desktop.language import N_, _, chosen
from desktop.meetings.agenda import Agenda, Part
from desktop.meetings.attendances import AttendanceRow
from desktop.meetings.commitments import CommitmentRow
from desktop.meetings.meeting_cases import CaseRow
from desktop.problems import Problem
from desktop.records.meeting import AgendaItem, Decision, Meeting, MeetingKind
from desktop.windows.desk import Desk
from desktop.windows.meeting_words import kind_words

DOT = " \u00b7 "


@dataclass(frozen=True)
class Sitting:
    """A meeting as it stands now."""

    meeting: Meeting
    kind: MeetingKind
    agenda: Agenda
    items: tuple[AgendaItem, ...]
    decisions: Sequence[Decision]
    commitments: Sequence[CommitmentRow]
    """Those made at this meeting."""
    attendance: Sequence[AttendanceRow]
    cases: Sequence[CaseRow]
    own: str
    """How our centre is called."""

    @classmethod
    def read(cls, centre: Centre, meeting_id: UUID) -> Sitting:
        """Read it; raises a `Problem` where the meeting was taken back meanwhile."""
        meeting = centre.diary.meeting(meeting_id)
        profile = centre.profile_log.profile()
        return cls(
            meeting, centre.diary.kind(meeting.kind_id), centre.agendas.compose(meeting_id),
            tuple(centre.agendas.items(meeting_id)), centre.minuting.decisions(meeting_id),
            centre.commitments.all(meeting_id=meeting_id), centre.attendances.of(meeting_id),
            centre.meeting_cases.of(meeting_id), profile.short_name or profile.name,
        )  # fmt: skip

    @property
    def is_open(self) -> bool:
        """Whether it is still to be held, or going on."""
        return self.meeting.state == "planned"

    def part(self, item_id: UUID) -> Part:
        """What the agenda holds for an item."""
        return next(part for part in self.agenda.parts if part.item_id == item_id)

    def place(self, item_id: UUID | None) -> int:
        """Where an item stands, from 0; the first for one that is not there."""
        return next((place for place, item in enumerate(self.items) if item.id == item_id), 0)

    def institution(self, row: AttendanceRow | CommitmentRow) -> str:
        """What the institution of a row is called."""
        return row.agency.known_as if row.agency else self.own

    @property
    def came(self) -> int:
        """How many were there, themselves or by a deputy."""
        return sum(row.attendance.came for row in self.attendance)

    def kind_words(self) -> str:
        """What this kind of meeting is called."""
        return kind_words(self.kind)

    def when_words(self) -> str:
        """Day, hour and place."""
        meeting = self.meeting
        until = f"\u2013{chosen().clock(meeting.ends)}" if meeting.ends else ""
        hours = f"{chosen().clock(meeting.begins)}{until}"
        return DOT.join(filter(None, (chosen().long_day(meeting.on_day), hours, meeting.place, meeting.topic)))


def part_words(part: Part) -> str:
    """What an item is called."""
    return part.title or _(part.msgid)


def reopen(desk: Desk, meeting_id: UUID) -> None:
    """Go back into a meeting that was ended too early."""
    try:
        desk.centre.minuting.reopen(meeting_id, desk.centre.worker)
    except Problem as problem:
        desk.tell(problem)
        return
    desk.go("meeting_view", meeting_id)
    desk.kept(N_("The meeting is open again."))
