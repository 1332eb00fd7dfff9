"""The log of duties at work: which were kept in time, with the records behind, and what somebody knows beyond these.

Every occasion is judged by the version of the protocol that was in force when its clock began, and belongs to the month
in which its time ends. Duplicates of notices are left out.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.periods import Month
from desktop.problems import Problem
from desktop.protocol.duty_cases import Duty, DutyCase
from desktop.protocol.duty_drafts import ByHand, CaseNote
from desktop.protocol.duty_figures import DutyFigures
from desktop.protocol.duty_ground import DeskClock
from desktop.protocol.duty_read import DutyReading
from desktop.protocol.kept import GONE, kept_provision
from desktop.records.duty import RECORDS, DutyNote
from desktop.records.protocol import Provision
from desktop.records.tables import TABLES
from desktop.records.typed_check import insist
from desktop.vault.vault import Vault, Worker
from desktop.world import World


class Duties:
    """The duties that the protocols of one vault lay down, at work."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    @property
    def _clock(self) -> DeskClock:
        return DeskClock.of(self.world)

    def cases(self, protocol_id: UUID, first: Month, last: Month) -> tuple[DutyCase, ...]:
        """Every case whose time ends in one of these months."""
        with self.vault.look() as session:
            return tuple(DutyReading(session, self._clock, protocol_id).cases(first.first, last.last))

    def figures(self, protocol_id: UUID, month: Month) -> DutyFigures:
        """How the duties of a protocol were kept in a month."""
        with self.vault.look() as session:
            return told(session, self._clock, protocol_id, month)

    def months(self, protocol_id: UUID, last: Month, count: int = 12) -> tuple[DutyFigures, ...]:
        """The same for so many months, the earliest first."""
        wanted = [last.later(back) for back in range(1 - count, 1)]
        with self.vault.look() as session:
            return DutyReading(session, self._clock, protocol_id).months(wanted)

    def watched(self, protocol_id: UUID | None = None) -> tuple[Duty, ...]:
        """Every provision with a time limit of the versions that are or were in force, in the order of the text."""
        with self.vault.look() as session:
            return DutyReading(session, self._clock, protocol_id).duties

    def of_notice(self, notice_id: UUID) -> tuple[DutyCase, ...]:
        """What the protocols say of one notice."""
        with self.vault.look() as session:
            return DutyReading(session, self._clock).of_notice(notice_id)

    def note_impossible(self, provision_id: UUID, record: str, record_id: UUID, reason: str, by: Worker) -> DutyNote:
        """Keep why it was not possible on one occasion."""
        return self.note(CaseNote(provision_id, record, record_id, is_impossible=True, reason=reason), by)

    def note_done(
        self, provision_id: UUID, record: str, record_id: UUID, at: datetime, by: Worker, *, reason: str = ""
    ) -> DutyNote:  # fmt: skip
        """Keep when it was done, known from elsewhere than the records; the earlier moment counts."""
        return self.note(CaseNote(provision_id, record, record_id, done_at=at, reason=reason), by)

    def note(self, draft: CaseNote, by: Worker) -> DutyNote:
        """Keep what somebody knows of a case; it takes the place of what was noted about it before."""
        draft = draft.cleaned()
        insist(draft.check(self.world.here()))
        with self.vault.change(N_("Noted about a duty of the protocol"), by) as session:
            provision = kept_provision(session, draft.provision_id)
            if session.get(_TABLES[draft.record], draft.record_id) is None:
                raise Problem(GONE)
            same = select(DutyNote).join(Provision, Provision.id == DutyNote.provision_id)
            same = same.where(Provision.origin_id == provision.origin_id, DutyNote.record_id == draft.record_id)
            for earlier in session.scalars(same).all():
                session.delete(earlier)
            return self._kept(session, draft, by)

    def note_by_hand(self, draft: ByHand, by: Worker, note_id: UUID | None = None) -> DutyNote:
        """Keep a case that no record tells of, or write it anew."""
        draft = draft.cleaned()
        insist(draft.check(self.world.here()))
        assert draft.provision_id
        with self.vault.change(N_("Case of a duty noted by hand"), by) as session:
            self._require_watched(session, draft)
            if note_id is None:
                return self._kept(session, draft, by)
            note = _note(session, note_id)
            for each in fields(draft):
                setattr(note, each.name, getattr(draft, each.name))
            return note

    def kept_note(self, note_id: UUID) -> DutyNote:
        """A note as it was kept."""
        with self.vault.look() as session:
            return _note(session, note_id)

    def take_out(self, note_id: UUID, by: Worker) -> None:
        """Take back what was noted; the history keeps it."""
        with self.vault.change(N_("Note about a duty taken out"), by) as session:
            session.delete(_note(session, note_id))

    def _kept(self, session: Session, draft: CaseNote | ByHand, by: Worker) -> DutyNote:
        values = {each.name: getattr(draft, each.name) for each in fields(draft)}
        note = DutyNote(id=self.world.new_id(), **values, noted_by=by.name, noted_on=self.world.today())
        session.add(note)
        return note

    def _require_watched(self, session: Session, draft: ByHand) -> None:
        """The provision was in force, with a time limit, on the day on which the case began."""
        assert draft.provision_id
        assert draft.begins_at
        origin = kept_provision(session, draft.provision_id).origin_id
        held = [duty for duty in DutyReading(session, self._clock).duties if duty.origin_id == origin]
        if not any(duty.holds_on(draft.begins_at.date()) for duty in held):
            raise Problem(N_("This provision did not hold on that day."), field="begins_at")


def told(session: Session, clock: DeskClock, protocol_id: UUID, month: Month) -> DutyFigures:
    """The figures of a month, for whoever reads the vault already."""
    return DutyReading(session, clock, protocol_id).figures(month)


_TABLES: dict[str, type[Any]] = {each.__tablename__: each for each in TABLES if each.__tablename__ in RECORDS}


def _note(session: Session, note_id: UUID) -> DutyNote:
    found = session.get(DutyNote, note_id)
    if found is None:
        raise Problem(GONE)
    return found
