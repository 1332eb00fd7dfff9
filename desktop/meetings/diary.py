"""The diary: kinds of meeting with their rhythm, and the meetings that were and will be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import Select, delete, func, select, tuple_
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.meetings.dates import cut_off_of, next_day
from desktop.meetings.kept import planned
from desktop.meetings.kinds import KindDraft, usual_kinds
from desktop.meetings.meeting_draft import MeetingDraft
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.centre_profile import CentreProfile
from desktop.records.centre_rules import calendar_of
from desktop.records.directory import house_order
from desktop.records.meeting import AgendaItem, Attendance, KindMember, Meeting, MeetingKind
from desktop.records.promise import Commitment, Contribution
from desktop.records.typed_check import SHORT, insist
from desktop.records.typed_text import clean_line
from desktop.vault.vault import Vault, Worker
from desktop.world import World

USUAL_MINUTES = {"achievements": 15, "figures": 15, "problems": 20, "cases": 30, "next": 5}
"""How long a part is planned to take; ten minutes where it is not named."""


@dataclass(frozen=True)
class MeetingRow:
    """A meeting as the list shows it."""

    meeting: Meeting
    kind: MeetingKind
    open_commitments: int
    """How many of those made at it are still to be done."""
    shares_day: bool
    """Whether another meeting stands on the same day."""


class Diary:
    """The meetings of one vault and their kinds."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def kinds(self, *, retired: bool = False) -> Sequence[MeetingKind]:
        """The kinds in their order; `retired`: those no longer used, too."""
        wanted = select(MeetingKind).order_by(MeetingKind.position, MeetingKind.id)
        with self.vault.look() as session:
            return session.scalars(wanted if retired else wanted.where(MeetingKind.is_active)).all()

    def kind_draft(self, kind_id: UUID) -> KindDraft:
        """A kind as it stands, with its members in house order."""
        with self.vault.look() as session:
            members = members_of(session, kind_id)
            by = {role: tuple(a.id for m, a in members if m.member == role) for role in ("permanent", "occasional")}
            return KindDraft.of(session.get_one(MeetingKind, kind_id), by["permanent"], by["occasional"])

    def lay_down(self, draft: KindDraft, by: Worker, kind_id: UUID | None = None) -> MeetingKind:
        """Add a kind of meeting, or change one; meetings planned already stay as they are."""
        draft = draft.cleaned()
        insist(draft.check())
        what = N_("Kind of meeting changed: {name}") if kind_id else N_("Kind of meeting added: {name}")
        with self.vault.change(what, by, name=draft.name or draft.code) as session:
            return _lay_down(session, draft, kind_id, self.world)

    def bring_usual(self, by: Worker) -> Sequence[MeetingKind]:
        """Add the usual kinds of the centre's country that are not there yet."""
        with self.vault.look() as session:
            country = session.scalars(select(CentreProfile.country)).one()
            there = set(session.scalars(select(MeetingKind.code)))
        wanted = [draft for draft in usual_kinds(country) if draft.code not in there]
        if not wanted:
            return ()
        with self.vault.change(N_("Usual kinds of meeting added"), by) as session:
            return [_lay_down(session, draft, None, self.world) for draft in wanted]

    def retire(self, kind_id: UUID, by: Worker, *, again: bool = False) -> None:
        """Offer a kind no longer, or `again`; its meetings stay."""
        what = N_("Kind of meeting used again") if again else N_("Kind of meeting retired")
        with self.vault.change(what, by) as session:
            session.get_one(MeetingKind, kind_id).is_active = again

    def proposed(self, kind_id: UUID, after: date | None = None) -> MeetingDraft:
        """The next meeting of a kind as its rhythm and its last meeting propose it."""
        with self.vault.look() as session:
            kind = session.get_one(MeetingKind, kind_id)
            last = session.scalars(_of_kind(kind_id).order_by(Meeting.on_day.desc()).limit(1)).first()
            calendar, today = calendar_of(session), self.world.today()
            day = next_day(kind, after or (last.on_day if last else today), calendar)
            if day and day < today and after is None:
                day = next_day(kind, today, calendar)
            centre = session.scalars(select(CentreProfile)).one()
        return MeetingDraft(
            kind_id, day, kind.begins, kind.place or (last.place if last else ""), "", last.chair if last else "",
            last.minute_taker if last else "", last.language if last else centre.language,
            cut_off_of(kind, day, calendar) if day else None,
        )  # fmt: skip

    def completed(self, draft: MeetingDraft) -> MeetingDraft:
        """What was typed, and what was left open as the kind has it."""
        if draft.kind_id is None:
            return draft.cleaned()
        usual = self.proposed(draft.kind_id)
        day = draft.on_day or usual.on_day
        cut_off = draft.cut_off
        if cut_off is None and day:
            with self.vault.look() as session:
                cut_off = cut_off_of(session.get_one(MeetingKind, draft.kind_id), day, calendar_of(session))
        return replace(
            draft, on_day=day, begins=draft.begins or usual.begins, cut_off=cut_off,
            place=usual.place if draft.place is None else draft.place, language=draft.language or usual.language,
        ).cleaned()  # fmt: skip

    def plan(self, draft: MeetingDraft, by: Worker) -> Meeting:
        """Plan a meeting: its members are asked and its usual agenda is laid out, all in one change."""
        draft = self.completed(draft)
        insist(draft.check())
        assert draft.kind_id is not None
        assert draft.on_day is not None
        assert draft.begins is not None
        assert draft.cut_off is not None
        with self.vault.change(N_("Meeting planned: {day}"), by, day=draft.on_day) as session:
            kind = session.get_one(MeetingKind, draft.kind_id)
            meeting = Meeting(
                id=self.world.new_id(), kind_id=kind.id, number=_number(session, draft.on_day), on_day=draft.on_day,
                begins=draft.begins, place=draft.place or "", topic=draft.topic, chair=draft.chair,
                minute_taker=draft.minute_taker, language=draft.language, cut_off=draft.cut_off,
            )  # fmt: skip
            session.add(meeting)
            session.flush()
            session.add_all(self._asked(session, meeting))
            for position, part in enumerate(kind.parts):
                minutes = USUAL_MINUTES.get(part, 10)
                session.add(
                    AgendaItem(
                        id=self.world.new_id(), meeting_id=meeting.id, position=position, part=part, minutes=minutes
                    )
                )
            return meeting

    def amend(self, meeting_id: UUID, draft: MeetingDraft, by: Worker) -> Meeting:
        """Change when, where and by whom; its kind and its number stay."""
        draft = self.completed(draft)
        insist(draft.check())
        with self.vault.change(N_("Meeting changed: {day}"), by, day=draft.on_day) as session:
            meeting = planned(session, meeting_id)
            for name in ("on_day", "begins", "place", "topic", "chair", "minute_taker", "language", "cut_off"):
                setattr(meeting, name, getattr(draft, name))
            return meeting

    def call_off(self, meeting_id: UUID, why: str, by: Worker) -> Meeting:
        """Keep that a meeting will not be held."""
        why = clean_line(why)[:SHORT]
        if not why:
            raise Problem(N_("Fill in this field."), field="why")
        with self.vault.change(N_("Meeting called off: {why}"), by, why=why) as session:
            meeting = planned(session, meeting_id)
            meeting.called_off_on, meeting.why_called_off = self.world.today(), why
            for told in session.scalars(select(Contribution).where(Contribution.meeting_id == meeting_id)):
                told.meeting_id = None
            return meeting

    def meeting(self, meeting_id: UUID) -> Meeting:
        """One meeting; a problem where it was taken back meanwhile."""
        with self.vault.look() as session:
            found = session.get(Meeting, meeting_id)
        if found is None:
            raise Problem(N_("This entry was taken back meanwhile."))
        return found

    def kind(self, kind_id: UUID) -> MeetingKind:
        """One kind."""
        with self.vault.look() as session:
            return session.get_one(MeetingKind, kind_id)

    def rows(self, first: date | None = None, last: date | None = None) -> Sequence[MeetingRow]:
        """Meetings, the latest first; of a span of days or all."""
        still_open = (
            select(func.count())
            .where(
                Commitment.meeting_id == Meeting.id, Commitment.done_on.is_(None), Commitment.impossible_on.is_(None)
            )
            .scalar_subquery()
        )
        wanted = select(Meeting, MeetingKind, still_open).join(MeetingKind, MeetingKind.id == Meeting.kind_id)
        if first:
            wanted = wanted.where(Meeting.on_day >= first)
        if last:
            wanted = wanted.where(Meeting.on_day <= last)
        with self.vault.look() as session:
            rows = list(session.execute(wanted.order_by(Meeting.on_day.desc(), Meeting.begins.desc(), Meeting.id)))
        days = [meeting.on_day for meeting, _kind, _open in rows if not meeting.called_off_on]
        return [
            MeetingRow(meeting, kind, count, not meeting.called_off_on and days.count(meeting.on_day) > 1)
            for meeting, kind, count in rows
        ]

    def coming(self) -> Meeting | None:
        """The next meeting that is still to be held, overdue ones first."""
        wanted = select(Meeting).where(Meeting.called_off_on.is_(None), Meeting.held.is_(False))
        with self.vault.look() as session:
            return session.scalars(wanted.order_by(Meeting.on_day, Meeting.begins).limit(1)).first()

    def _asked(self, session: Session, meeting: Meeting) -> list[Attendance]:
        """Everybody who is asked: our own centre first, then the members in house order."""
        centre = session.scalars(select(CentreProfile)).one()
        own = Attendance(
            id=self.world.new_id(), meeting_id=meeting.id, name=centre.approved_by, role=centre.approved_by_title,
            answer="comes", signs=bool(centre.approved_by),
        )  # fmt: skip
        return [own] + [
            Attendance(
                id=self.world.new_id(), meeting_id=meeting.id, agency_id=agency.id, name=agency.representative,
                member=member.member, signs=member.member == "permanent" and bool(agency.representative),
            )
            for member, agency in members_of(session, meeting.kind_id)
            if not agency.active_until or agency.active_until >= meeting.on_day
        ]  # fmt: skip


def seed_kinds(session: Session, country: str, world: World) -> None:
    """Write down the usual kinds of a country in a vault that is being made."""
    for draft in usual_kinds(country):
        _lay_down(session, draft, None, world)


def _lay_down(session: Session, draft: KindDraft, kind_id: UUID | None, world: World) -> MeetingKind:
    kind = session.get_one(MeetingKind, kind_id) if kind_id else None
    if kind is None:
        places = session.scalar(select(func.count()).select_from(MeetingKind)) or 0
        kind = MeetingKind(id=world.new_id(), position=places)
        session.add(kind)
    for name in ("code", "name", "rhythm", "week", "weekday", "days", "begins", "place", "cut_off_days",
                 "cut_off_at", "parts", "cases"):  # fmt: skip
        setattr(kind, name, getattr(draft, name))
    session.flush()
    session.execute(delete(KindMember).where(KindMember.kind_id == kind.id))
    for member in ("permanent", "occasional"):
        for agency_id in getattr(draft, member):
            session.add(KindMember(id=world.new_id(), kind_id=kind.id, agency_id=agency_id, member=member))
    return kind


def members_of(session: Session, kind_id: UUID) -> list[tuple[KindMember, Agency]]:
    """The members of a kind with their institutions, permanent ones first, in house order."""
    wanted = select(KindMember, Agency).join(Agency, Agency.id == KindMember.agency_id)
    rows = [(member, agency) for member, agency in session.execute(wanted.where(KindMember.kind_id == kind_id))]
    return sorted(rows, key=lambda row: (row[0].member != "permanent", *house_order(row[1]), row[1].id))


def previous_of(session: Session, meeting: Meeting) -> Meeting | None:
    """The last meeting of the same kind that was held before this one."""
    moment = tuple_(Meeting.on_day, Meeting.begins) < tuple_(meeting.on_day, meeting.begins)
    before = _of_kind(meeting.kind_id).where(moment, Meeting.held)
    return session.scalars(before.order_by(Meeting.on_day.desc(), Meeting.begins.desc()).limit(1)).first()


def _of_kind(kind_id: UUID) -> Select[Meeting]:
    return select(Meeting).where(Meeting.kind_id == kind_id, Meeting.called_off_on.is_(None))


def _number(session: Session, day: date) -> str:
    first = f"PM-{day:%Y-%m}"
    taken = set(session.scalars(select(Meeting.number).where(Meeting.number.startswith(first))))
    candidate, place = first, 1
    while candidate in taken:
        place += 1
        candidate = f"{first}-{place}"
    return candidate
