"""Meetings of institutions as they are kept: their kinds, the agenda, who came, what was said and decided.

What a meeting only refers to lives beside it, from meeting to meeting: commitments, problems, contributions.
"""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.language import N_
from desktop.vault.record import Codes, Moment, Record

USUAL_KINDS = {
    "county": N_("County meeting"),
    "commission": N_("Municipal commission"),
    "coordination": N_("Coordination group"),
    "consultative": N_("Consultative meeting"),
    "group": N_("Working group meeting"),
}
"""Kinds that the program brings, by code; a centre names further ones itself."""
RHYTHMS = {
    "": N_("No fixed rhythm"),
    "monthly": N_("Every month on the same weekday"),
    "days": N_("At least every so many days"),
}
"""By what the next date is reckoned."""
CASES = {
    "": N_("No single cases"),
    "consent": N_("Cases with the person's consent"),
    "law": N_("Cases; permanent members of police, prosecution and social work see names by law"),
}
"""Whether a kind of meeting speaks of single cases, and on what ground. Serbia: Law on Prevention of Domestic
Violence, articles 25 and 26, where prosecution, police and centre for social work are the permanent members."""
PARTS = {
    "achievements": N_("What went well"),
    "commitments": N_("Commitments from earlier meetings"),
    "duties": N_("Duties under the protocol"),
    "figures": N_("Reconciled figures"),
    "law": N_("Changes of law"),
    "problems": N_("Problems"),
    "offers": N_("What each institution can do"),
    "cases": N_("Cases"),
    "trainings": N_("Trainings and events"),
    "next": N_("Next meeting"),
    "own": N_("Another item"),
}
"""Parts of an agenda in house order: first what went well. Only `own` may stand on an agenda several times."""
ANSWERS_TO_INVITATION = {
    "": N_("No answer yet"),
    "comes": N_("Comes"),
    "deputy": N_("Sends a deputy"),
    "excused": N_("Excused"),
}
PRESENCE = {
    "": N_("Not noted"),
    "present": N_("Took part"),
    "deputy": N_("Deputy took part"),
    "excused": N_("Excused"),
    "absent": N_("Did not come"),
}
MEMBERS = {"permanent": N_("Permanent"), "occasional": N_("Occasional"), "guest": N_("Guest")}
CASE_LISTS = {
    "new": N_("New cases"),
    "current": N_("Current cases"),
    "speed_up": N_("Cases to speed up"),
}
"""The three lists of the Serbian coordination groups: reported between two meetings, to be looked at again, and those
whose proceedings should go faster."""


class MeetingKind(Record):
    """A kind of meeting with its rhythm, its usual agenda and its rules."""

    __tablename__ = "meeting_kind"

    code: Mapped[str] = mapped_column(default="")
    """A code of `USUAL_KINDS`; empty for one that the centre added."""
    name: Mapped[str] = mapped_column(default="")
    """The centre's own name for it; empty: the usual words."""
    rhythm: Mapped[str] = mapped_column(default="")
    """A code of `RHYTHMS`."""
    week: Mapped[int] = mapped_column(default=1)
    """Which one of the month's weekdays, 1 to 4; 5 is the last. Only for a monthly rhythm."""
    weekday: Mapped[str] = mapped_column(default="th")
    days: Mapped[int] = mapped_column(default=15)
    """At least every so many days."""
    begins: Mapped[time] = mapped_column(default=time(10, 0))
    place: Mapped[str] = mapped_column(default="")
    cut_off_days: Mapped[int] = mapped_column(default=2)
    """Working days before the meeting on which the papers are closed."""
    cut_off_at: Mapped[time] = mapped_column(default=time(16, 0))
    parts: Mapped[Codes] = mapped_column(default=())
    """The usual agenda, codes of `PARTS`."""
    cases: Mapped[str] = mapped_column(default="")
    """A code of `CASES`."""
    position: Mapped[int] = mapped_column(default=0)
    is_active: Mapped[bool] = mapped_column(default=True)

    @property
    def known_as(self) -> str:
        """Its name: the centre's own as it is, the usual one as an English msgid."""
        return self.name or USUAL_KINDS.get(self.code, "")


class KindMember(Record):
    """An institution that is asked to every meeting of a kind, or to some."""

    __tablename__ = "kind_member"
    __table_args__ = (UniqueConstraint("kind_id", "agency_id"),)

    kind_id: Mapped[UUID] = mapped_column(ForeignKey("meeting_kind.id"))
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    member: Mapped[str] = mapped_column(default="permanent")
    """permanent or occasional."""


class Meeting(Record):
    """One meeting."""

    __tablename__ = "meeting"
    __table_args__ = (Index("meeting_by_day", "on_day", "begins"),)

    kind_id: Mapped[UUID] = mapped_column(ForeignKey("meeting_kind.id"))
    number: Mapped[str]
    """As it stands on every paper of the meeting: PM-2026-11, with -2 and on for a second one of the month."""
    on_day: Mapped[date]
    begins: Mapped[time]
    ends: Mapped[time | None]
    """When it ended; None before."""
    place: Mapped[str] = mapped_column(default="")
    topic: Mapped[str] = mapped_column(default="")
    """What it is about, where that is not said by its kind."""
    chair: Mapped[str] = mapped_column(default="")
    minute_taker: Mapped[str] = mapped_column(default="")
    language: Mapped[str]
    cut_off: Mapped[datetime]
    """Desk time at which its papers are closed."""
    called_off_on: Mapped[date | None]
    why_called_off: Mapped[str] = mapped_column(default="")
    held: Mapped[bool] = mapped_column(default=False)
    """Whether it was ended; from then on there is a draft of the minutes."""
    draft: Mapped[str] = mapped_column(default="")
    """The minutes as the program drafted them, as JSON; what was changed since is marked against it."""
    agreed: Mapped[str] = mapped_column(default="")
    """The agreed minutes as JSON, never changed any more; empty before."""
    agreed_on: Mapped[date | None]
    agreed_by: Mapped[str] = mapped_column(default="")

    @property
    def state(self) -> str:
        """One of `STATES`."""
        if self.called_off_on:
            return "called_off"
        if self.agreed:
            return "agreed"
        return "held" if self.held else "planned"


STATES = {
    "planned": N_("Being prepared"),
    "held": N_("Draft minutes"),
    "agreed": N_("Minutes agreed"),
    "called_off": N_("Called off"),
}


class Attendance(Record):
    """One person asked to a meeting, and whether she came."""

    __tablename__ = "attendance"
    __table_args__ = (Index("attendance_by_meeting", "meeting_id"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """None: our own centre."""
    name: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    """Her office, as typed."""
    member: Mapped[str] = mapped_column(default="permanent")
    """A code of `MEMBERS`."""
    answer: Mapped[str] = mapped_column(default="")
    """A code of `ANSWERS_TO_INVITATION`."""
    invited_on: Mapped[date | None]
    presence: Mapped[str] = mapped_column(default="")
    """A code of `PRESENCE`."""
    sent_information: Mapped[bool] = mapped_column(default=False)
    confidential: Mapped[bool] = mapped_column(default=False)
    """Whether she accepted the statement on confidentiality."""
    signs: Mapped[bool] = mapped_column(default=False)
    """Whether she will sign the minutes; nobody else is named among the signatories."""

    @property
    def came(self) -> bool:
        """Whether she or a deputy was there."""
        return self.presence in {"present", "deputy"}


class AgendaItem(Record):
    """One item of an agenda, and what was said to it."""

    __tablename__ = "agenda_item"
    __table_args__ = (Index("agenda_item_by_meeting", "meeting_id", "position"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    position: Mapped[int]
    part: Mapped[str]
    """A code of `PARTS`."""
    title: Mapped[str] = mapped_column(default="")
    """Other words than the usual ones."""
    text: Mapped[str] = mapped_column(default="")
    """What stands under it on the agenda besides what the program gathers."""
    minutes: Mapped[int] = mapped_column(default=10)
    """How long it is planned to take."""
    is_empty: Mapped[bool] = mapped_column(default=False)
    """Said to be empty on purpose."""
    is_done: Mapped[bool] = mapped_column(default=False)
    """Ticked in the meeting."""
    heard: Mapped[str] = mapped_column(default="")
    """The minutes of this item: what was said, by institution and not by person."""
    seconds: Mapped[int] = mapped_column(default=0)
    """How long it took."""


class Decision(Record):
    """A conclusion of a meeting."""

    __tablename__ = "decision"
    __table_args__ = (Index("decision_by_meeting", "meeting_id"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    item_id: Mapped[UUID] = mapped_column(ForeignKey("agenda_item.id"))
    position: Mapped[int]
    text: Mapped[str]


class MeetingCase(Record):
    """A notice that a meeting speaks of."""

    __tablename__ = "meeting_case"
    __table_args__ = (UniqueConstraint("meeting_id", "referral_id"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    referral_id: Mapped[UUID] = mapped_column(ForeignKey("referral.id"), index=True)
    listed: Mapped[str]
    """A code of `CASE_LISTS`."""
    asked: Mapped[str] = mapped_column(default="")
    """The step that is asked for."""
    agreed: Mapped[str] = mapped_column(default="")
    """What was agreed about it."""
    again: Mapped[bool] = mapped_column(default=False)
    """Whether it is to be looked at again at the next meeting."""


class CaseNumbers(Record):
    """Under which numbers other bodies keep the same case."""

    __tablename__ = "case_numbers"

    referral_id: Mapped[UUID] = mapped_column(ForeignKey("referral.id"), unique=True)
    police: Mapped[str] = mapped_column(default="")
    prosecution: Mapped[str] = mapped_column(default="")
    social_work: Mapped[str] = mapped_column(default="")


class MinutesCorrection(Record):
    """A correction of agreed minutes, listed under them; they themselves stay as they were."""

    __tablename__ = "minutes_correction"

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    at: Mapped[datetime] = mapped_column(Moment())
    by: Mapped[str]
    text: Mapped[str]
