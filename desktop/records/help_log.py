"""The log of help that ended: ended, corrected, and gone on again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.help_end import HelpEnd, HelpEndDraft
from desktop.records.referral import Referral
from desktop.records.referral_sheet import NoticeGone
from desktop.records.typed_check import insist
from desktop.vault.vault import Vault, Worker
from desktop.world import World

_CHUNK = 1000


class HelpLog:
    """Where help goes on, and where it has ended, in one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def end(self, referral_id: UUID, draft: HelpEndDraft, by: Worker) -> HelpEnd:
        """Keep that help ended; where it has ended already, that is corrected."""
        draft, today = draft.cleaned(), self.world.today()
        insist(draft.check(today))
        notice, kept = self._ask(referral_id)
        if notice.outcome != "accepted" or notice.duplicate_of_id is not None:
            raise Problem(N_("Help was not accepted on this notice, so it cannot end."))
        on = draft.on or today
        if on < (notice.outcome_on or notice.received_at.date()):
            raise Problem(N_("The end lies before the beginning."), field="on")
        what = N_("End of help corrected: {number}") if kept else N_("Help ended: {number}")
        with self.vault.change(what, by, number=notice.label) as session:
            end = session.get_one(HelpEnd, kept.id) if kept else HelpEnd(id=self.world.new_id())
            if kept is None:
                end.referral_id, end.worker_id, end.worker_name = referral_id, by.id, by.name
                session.add(end)
            end.ended_on, end.reason, end.note = on, draft.reason, draft.note
            return end

    def end_all(self, ends: Sequence[tuple[UUID, HelpEndDraft]], by: Worker) -> None:
        """Keep many ends in one change, each on an accepted notice on which help goes on."""
        for _notice, draft in ends:
            insist(draft.check(self.world.today()))
        with self.vault.change(N_("Ends of help entered from a list"), by) as session:
            for first in range(0, len(ends), _CHUNK):
                session.execute(insert(HelpEnd), [self._row(*end, by) for end in ends[first : first + _CHUNK]])

    def _row(self, referral_id: UUID, draft: HelpEndDraft, by: Worker) -> dict[str, Any]:
        return {
            "id": self.world.new_id(), "referral_id": referral_id, "ended_on": draft.on or self.world.today(),
            "reason": draft.reason, "note": draft.note, "worker_id": by.id, "worker_name": by.name,
        }  # fmt: skip

    def resume(self, referral_id: UUID, by: Worker, on: date | None = None) -> HelpEnd:
        """Keep that help goes on again since that day, or today; its former end stays in the time line."""
        notice, kept = self._ask(referral_id)
        if kept is None:
            raise Problem(N_("Help has not ended on this notice."))
        day = on or self.world.today()
        if day > self.world.today():
            raise Problem(N_("This date has not come yet."), field="on")
        if day < kept.ended_on:
            raise Problem(N_("The end lies before the beginning."), field="on")
        with self.vault.change(N_("Help goes on again: {number}"), by, number=notice.label) as session:
            end = session.get_one(HelpEnd, kept.id)
            end.resumed_on, end.resumed_by = day, by.name
            return end

    def _ask(self, referral_id: UUID) -> tuple[Referral, HelpEnd | None]:
        with self.vault.look() as session:
            notice = session.get(Referral, referral_id)
            if notice is None:
                raise NoticeGone
            return notice, end_in_force(session, referral_id)


def end_in_force(session: Session, referral_id: UUID) -> HelpEnd | None:
    """The end of help on this notice, unless it went on again."""
    return session.scalar(select(HelpEnd).where(HelpEnd.referral_id == referral_id, HelpEnd.resumed_on.is_(None)))


def follow_outcome(session: Session, referral: Referral, outcome: str, on: date, by: Worker) -> None:
    """What has become of the notice is being decided anew: another outcome, or help accepted since it had ended."""
    end = end_in_force(session, referral.id)
    if end is not None and (outcome != referral.outcome or on > end.ended_on):
        end.resumed_on, end.resumed_by = max(on, end.ended_on), by.name
