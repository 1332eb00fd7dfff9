"""Correcting a contact attempt that was noted, or taking it back: nobody is called here, so no number is ever shown."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.contact_draft import AttemptDraft
from desktop.records.referral_sheet import ReferralSheet
from desktop.windows.attempt import AttemptPage
from desktop.windows.buttons import DANGER, Button
from desktop.windows.desk import Desk
from desktop.windows.timeline_events import take_back


class AmendAttemptPage(AttemptPage):
    """An attempt as it was noted; what became of the notice is changed on the outcome's own page."""

    NAME = "attempt_amend"
    HEADING = N_("Change the contact attempt")

    def __init__(self, desk: Desk) -> None:
        self._attempt: UUID | None = None
        self._kept = AttemptDraft()
        super().__init__(desk)

    def buttons(self) -> tuple[Button, ...]:
        """Taking it back stands beside saving."""
        self.take_back = Button(N_("Take this entry back"), DANGER, do=self._take_back)
        return (self.take_back, *super().buttons())

    def show_record(self, about: UUID | Any | None) -> None:
        """Show that attempt; one that is gone meanwhile is told."""
        if not isinstance(about, UUID):
            return
        try:
            notice = self.desk.centre.contacts.find(about).referral_id
        except Problem as problem:
            self._is_gone(problem)
            return
        self._attempt, self._kept = about, self.desk.centre.contacts.draft_of(about)
        super().show_record(notice)

    def refresh(self) -> None:
        """It may have been taken back by now."""
        super().refresh()
        if self._attempt is not None:
            try:
                self.desk.centre.contacts.find(self._attempt)
            except Problem as problem:
                self._is_gone(problem)

    def draft_key(self) -> UUID | None:
        """The attempt."""
        return self._attempt

    def begin(self, sheet: ReferralSheet) -> None:
        """As it was noted."""
        kept = self._kept
        assert kept.at is not None
        self.whom.put_sheet(sheet)
        again = {"again_at": kept.again_at.date(), "again_time": kept.again_at.time()} if kept.again_at else {}
        same = {name: getattr(kept, name) for name in ("outcome", "channel", "note", "outside_reason")}
        same["person_id"] = kept.person_id or sheet.referral.person_id
        self.form.put({**same, "at": kept.at.date(), "at_time": kept.at.time(), **again})
        self._fit()

    def asks_outcome(self) -> bool:
        """Not here."""
        return False

    def write(self, sheet: ReferralSheet, told: dict[str, Any]) -> None:
        """Correct it; who made it stays."""
        assert self._attempt is not None
        self.desk.centre.contacts.amend_attempt(self._attempt, self.draft(told), self.desk.centre.worker)

    def _is_gone(self, problem: Problem) -> None:
        self.banner.tell(problem)
        for button in (self.take_back, self.save_button):
            button.setEnabled(False)

    def _take_back(self) -> None:
        if self._attempt is not None and take_back(self.desk, "attempt", self._attempt):
            self.leave()

    def _stop(self, wanted: bool) -> None:
        """Nobody is called here."""

    def _other_person(self) -> None:
        """The way that was used stays; only whose way it was is another."""
        self.show_sheet()
        self._fit()

    def _propose_again(self, outcome: str) -> None:
        """What was agreed then is not guessed anew."""

    def is_other_way(self) -> bool:
        """The way that was used was used."""
        return False

    def _show_number(self) -> None:
        """No number is shown here."""

    def _is_outside(self) -> bool:
        """A way that was noted with its reason, or one that is changed now and lies outside the agreed way."""
        if self._kept.outside_reason:
            return True
        person, whom = self.person(), self._kept.person_id
        same = self.channel.value() == self._kept.channel and (whom is None or person is None or person.id == whom)
        try:
            typed = (self.day.value(), self.clock.value())
        except Problem:
            return False
        kept = self._kept.at
        same = same and kept is not None and typed == (kept.date(), kept.time().replace(second=0, microsecond=0))
        return not same and super()._is_outside()
