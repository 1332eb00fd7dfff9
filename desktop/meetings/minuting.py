"""The meeting itself and its minutes: what is said and decided item by item, ended, agreed, and corrected beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, time
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.meetings import composing
from desktop.meetings.attendances import rows_of as attendance_of
from desktop.meetings.items import items_of
from desktop.meetings.kept import kept, planned, writable
from desktop.meetings.minutes import (
    Agreed,
    Difference,
    Minutes,
    MinutesItem,
    Present,
    differences,
    drafted_heard,
    from_text,
    to_text,
)
from desktop.meetings.pack_content import refuse_leaks
from desktop.meetings.paper_content import said_in
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.centre_profile import CentreProfile
from desktop.records.meeting import AgendaItem, Decision, Meeting, MinutesCorrection
from desktop.records.promise import TOLD_UNDER, Commitment, Contribution, ProblemStep, RaisedProblem
from desktop.records.typed_check import LONG, checked_lengths, insist
from desktop.records.typed_text import clean
from desktop.vault.history import Entry, History
from desktop.vault.vault import Vault, Worker
from desktop.world import World

AGREED = N_("Minutes agreed: {number}")
_LOOKED_BACK = 500
"""So many changes of one meeting are looked at, the latest first."""


class Minuting:
    """The minutes of the meetings of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def write(
        self, item_id: UUID, heard: str, by: Worker, *, seconds: int | None = None, done: bool | None = None
    ) -> AgendaItem:
        """Keep what was said to an item, how long it took, and whether it is done."""
        with self.vault.change(N_("Minutes written"), by) as session:
            item = self._item(session, item_id)
            item.heard = clean(heard)
            insist(checked_lengths(item, {"heard": LONG}))
            item.seconds = item.seconds if seconds is None else max(0, seconds)
            item.is_done = item.is_done if done is None else done
            return item

    def decide(self, item_id: UUID, text: str, by: Worker) -> Decision:
        """Keep a conclusion under an item."""
        with self.vault.change(N_("Decision noted"), by) as session:
            item = self._item(session, item_id)
            mine = select(func.count()).where(Decision.item_id == item_id)
            decision = Decision(
                id=self.world.new_id(), meeting_id=item.meeting_id, item_id=item_id,
                position=session.scalar(mine) or 0, text=_insisted(text),
            )  # fmt: skip
            session.add(decision)
            return decision

    def reword(self, decision_id: UUID, text: str, by: Worker) -> Decision:
        """Say a conclusion better."""
        with self.vault.change(N_("Decision changed"), by) as session:
            decision = self._decision(session, decision_id)
            decision.text = _insisted(text)
            return decision

    def take_back(self, decision_id: UUID, by: Worker) -> None:
        """Take out a conclusion that was not made."""
        with self.vault.change(N_("Decision taken out"), by) as session:
            session.delete(self._decision(session, decision_id))

    def decisions(self, meeting_id: UUID) -> Sequence[Decision]:
        """What a meeting decided, item by item."""
        with self.vault.look() as session:
            return _decisions(session, meeting_id)

    def end(self, meeting_id: UUID, by: Worker, *, at: time | None = None) -> Meeting:
        """End the meeting: from now on there are minutes to be agreed. What waited for it was told at it."""
        with self.vault.change(N_("Meeting ended"), by) as session:
            meeting = planned(session, meeting_id)
            agenda = composing.compose(session, meeting, self.world.today())
            for place, item in enumerate(items_of(session, meeting_id)):
                item.heard = item.heard or drafted_heard(agenda, place)
            session.add_all(self._raised(session, meeting))
            told = [kind for kind, part in TOLD_UNDER.items() if any(each.part == part for each in agenda.parts)]
            wanted = select(Contribution).where(Contribution.meeting_id.is_(None), Contribution.kind.in_(told))
            for waiting in session.scalars(wanted):
                waiting.meeting_id = meeting_id
            meeting.held, meeting.ends = True, at or self.world.here().time().replace(second=0, microsecond=0)
            session.flush()
            meeting.draft = to_text(_compose(session, meeting))
            return meeting

    def reopen(self, meeting_id: UUID, by: Worker) -> Meeting:
        """Go back into a meeting that was ended too early; nothing is lost."""
        with self.vault.change(N_("Meeting opened again"), by) as session:
            meeting = writable(session, meeting_id)
            meeting.held, meeting.ends, meeting.draft = False, None, ""
            mine = (ProblemStep.meeting_id == meeting_id, ProblemStep.kind == "raised", ProblemStep.text == "")
            session.execute(delete(ProblemStep).where(*mine))
            return meeting

    def minutes(self, meeting_id: UUID) -> Minutes:
        """The minutes: as agreed, or as they stand now."""
        with self.vault.look() as session:
            meeting = kept(session, meeting_id)
            return from_text(meeting.agreed) if meeting.agreed else _compose(session, meeting)

    def changed(self, meeting_id: UUID) -> tuple[Difference, ...]:
        """Where the minutes differ from what the program drafted when the meeting ended."""
        with self.vault.look() as session:
            meeting = kept(session, meeting_id)
            if not meeting.draft:
                return ()
            now = from_text(meeting.agreed) if meeting.agreed else _compose(session, meeting)
            return differences(from_text(meeting.draft), now)

    def agree(self, meeting_id: UUID, by: Worker, *, on: date | None = None) -> Meeting:
        """Agree on the minutes and lock them: from now on they stay as they are. `on`: the day, today if left out."""
        day = on or self.world.today()
        if day > self.world.today():
            raise Problem(N_("This date has not come yet."), field="on")
        with self.vault.look() as session:
            number = kept(session, meeting_id).number
        with self.vault.change(AGREED, by, number=number) as session:
            meeting = writable(session, meeting_id)
            if not meeting.held:
                raise Problem(N_("End the meeting first."))
            minutes = _compose(session, meeting)
            if not any(each.presence for each in minutes.present):
                raise Problem(N_("Note first who came."))
            refuse_leaks(session, said_in(minutes), set(), meeting)
            meeting.agreed, meeting.agreed_on = to_text(minutes), day
            meeting.agreed_by = by.name
            return meeting

    def taken_back(self, meeting_id: UUID) -> Entry | None:
        """By whom and when the agreement on these minutes was taken back; None where there was none, or is again."""
        entries = History(self.vault).entries(limit=_LOOKED_BACK, record=meeting_id)
        agreed = next((each for each in entries if each.what == AGREED), None)
        return next((each for each in entries if agreed and each.number == agreed.undone_by), None)

    def correct(self, meeting_id: UUID, text: str, by: Worker) -> MinutesCorrection:
        """List a correction under agreed minutes, which themselves stay as they were."""
        with self.vault.change(N_("Correction of minutes listed"), by) as session:
            meeting, text = kept(session, meeting_id), _insisted(text)
            if not meeting.agreed:
                raise Problem(N_("These minutes are not agreed yet. Change them instead."))
            refuse_leaks(session, (text,), set(), meeting)
            correction = MinutesCorrection(
                id=self.world.new_id(), meeting_id=meeting_id, at=self.world.now(), by=by.name, text=text
            )
            session.add(correction)
            return correction

    def corrections(self, meeting_id: UUID) -> Sequence[MinutesCorrection]:
        """The corrections listed under agreed minutes, the earliest first."""
        mine = select(MinutesCorrection).where(MinutesCorrection.meeting_id == meeting_id)
        with self.vault.look() as session:
            return session.scalars(mine.order_by(MinutesCorrection.at, MinutesCorrection.id)).all()

    def _raised(self, session: Session, meeting: Meeting) -> list[ProblemStep]:
        """Every open problem that this meeting spoke of was raised once more by it."""
        if not any(item.part == "problems" and not item.is_empty for item in items_of(session, meeting.id)):
            return []
        still = RaisedProblem.solved_on.is_(None), RaisedProblem.since < meeting.on_day
        noted = select(ProblemStep.problem_id).where(ProblemStep.meeting_id == meeting.id, ProblemStep.kind == "raised")
        problems = session.scalars(
            select(RaisedProblem).where(*still, RaisedProblem.id.not_in(noted)).order_by(RaisedProblem.number)
        )
        return [
            ProblemStep(
                id=self.world.new_id(), problem_id=each.id, meeting_id=meeting.id, kind="raised", on_day=meeting.on_day
            )
            for each in problems
        ]

    @staticmethod
    def _item(session: Session, item_id: UUID) -> AgendaItem:
        item = session.get(AgendaItem, item_id)
        if item is None:
            raise Problem(N_("This entry was taken back meanwhile."))
        writable(session, item.meeting_id)
        return item

    @staticmethod
    def _decision(session: Session, decision_id: UUID) -> Decision:
        decision = session.get(Decision, decision_id)
        if decision is None:
            raise Problem(N_("This entry was taken back meanwhile."))
        writable(session, decision.meeting_id)
        return decision


def _insisted(text: str) -> str:
    text = clean(text)
    if not text:
        raise Problem(N_("Fill in this field."), field="text")
    if len(text) > LONG:
        raise Problem(N_("The text is too long. Characters allowed: {n}"), field="text", n=LONG)
    return text


def _decisions(session: Session, meeting_id: UUID) -> list[Decision]:
    wanted = select(Decision).join(AgendaItem, AgendaItem.id == Decision.item_id)
    wanted = wanted.where(Decision.meeting_id == meeting_id)
    return list(session.scalars(wanted.order_by(AgendaItem.position, Decision.position, Decision.id)))


def _compose(session: Session, meeting: Meeting) -> Minutes:
    """The minutes as they stand in the records now."""
    agenda = composing.compose(session, meeting, meeting.on_day)
    centre = session.scalars(select(CentreProfile)).one()
    own = centre.short_name or centre.name
    agencies = {each.id: each.known_as for each in session.scalars(select(Agency))}
    concluded, promised = defaultdict(list), defaultdict(list)
    for decision in _decisions(session, meeting.id):
        concluded[decision.item_id].append(decision.text)
    made = select(Commitment).where(Commitment.meeting_id == meeting.id)
    for one in session.scalars(made.order_by(Commitment.due_on, Commitment.id)):
        institution = agencies[one.agency_id] if one.agency_id else own
        promised[one.item_id].append(Agreed(one.what, institution, one.first_due_on))
    items = items_of(session, meeting.id)
    there = {each.id for each in items}
    for elsewhere in [one for one in promised if one not in there and items]:
        promised[items[-1].id] += promised[elsewhere]
    return Minutes(
        agenda.number, agenda.kind, agenda.kind_code, agenda.topic, agenda.on_day, agenda.begins, meeting.ends,
        agenda.place, agenda.chair, agenda.minute_taker,
        tuple(
            Present(
                agencies[row.attendance.agency_id] if row.attendance.agency_id else own, row.attendance.name,
                row.attendance.role, row.attendance.member, row.attendance.presence,
                row.attendance.sent_information, row.attendance.confidential, row.attendance.signs,
            )
            for row in attendance_of(session, meeting.id)
        ),
        tuple(
            MinutesItem(each.part, each.title, each.heard, tuple(concluded[each.id]), tuple(promised[each.id]))
            for each in items
        ),
        agenda.next_on, own, () if items else tuple(each for several in promised.values() for each in several),
    )  # fmt: skip
