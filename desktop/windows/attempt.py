"""Noting an attempt to reach her: the outcome by one digit, and what became of it when she was reached."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from desktop.language import N_
from desktop.records.contact_draft import AttemptDraft, OutcomeDraft
from desktop.records.person import MayCall
from desktop.records.referral_sheet import ReferralSheet
from desktop.records.vocabulary import ATTEMPT_OUTCOMES, OUTCOMES
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import ChipsField, LongTextField
from desktop.windows.form import Group
from desktop.windows.notice_form import listed, optional, said
from desktop.windows.sheet_page import SheetPage
from desktop.windows.time_fields import DateField, TimeField


class AttemptPage(SheetPage):
    """One attempt; outside the agreed way it asks why that was right."""

    NAME = "attempt"
    HEADING = N_("Contact attempt")

    def groups(self) -> list[Group]:
        """Outcome first: it is answered by a digit."""
        centre, today = self.desk.centre, self.desk.centre.world.today
        self.how = ChipsField("outcome", N_("How did it go"), said(ATTEMPT_OUTCOMES), required=True)
        self.help = ChoiceField("help_outcome", N_("What she said to help"), optional(said(OUTCOMES)))
        self.reason = ChoiceField("reason", N_("Reason"), self._reasons)
        self.outside = ChoiceField(
            "outside_reason", N_("Why outside the agreed way"), optional(listed(centre, "unsafe_call_reason"))
        )
        self.how.changed.connect(self._fit)
        self.help.changed.connect(self._fit)
        return [
            Group("", [
                [(self.how, 12)],
                [(self.help, 6), (self.reason, 6)],
                [
                    (DateField("at", N_("When"), today, required=True), 3),
                    (TimeField("at_time", N_("Time"), required=True), 2),
                    (ChoiceField("channel", N_("How"), listed(centre, "contact_channel"), required=True), 4),
                ],
                [(self.outside, 9)],
                [(LongTextField("note", N_("Note")), 12)],
                [
                    (DateField("again_at", N_("Again on"), today, lean="future"), 3),
                    (TimeField("again_time", N_("Time")), 2),
                ],
            ])
        ]  # fmt: skip

    def begin(self, sheet: ReferralSheet) -> None:
        """Now, in the agreed way; the next attempt at the next allowed time."""
        now = self.desk.centre.world.here()
        person = sheet.person
        self.form.put(
            {
                "at": now.date(),
                "at_time": now.time(),
                "channel": (person.safe_channel if person else "") or "telephone",
            }
        )
        self._fit()

    def first(self) -> Any:
        """The outcome."""
        return self.how

    def _reasons(self) -> list[tuple[str, str]]:
        outcome = self.help.value() if hasattr(self, "help") else ""
        entries = self.desk.centre.lists.reasons(outcome) if outcome else ()
        return [("", ""), *((entry.code, entry.shown(self.desk.wording().language.say)) for entry in entries)]

    def _fit(self) -> None:
        """Ask only what belongs to the answer."""
        outcome = self.how.value()
        reached = outcome == "reached"
        self.help.setVisible(reached)
        self.reason.refill()
        self.reason.setVisible(reached and len(self._reasons()) > 1)
        for name in ("again_at", "again_time"):
            self.form.fields[name].setVisible(bool(outcome) and not reached)
        self._propose_again(outcome)
        self.outside.setVisible(self._is_outside())

    def _propose_again(self, outcome: str) -> None:
        person = self.sheet.person if self.sheet else None
        if person is None or not outcome or outcome == "reached" or self.form.fields["again_at"].raw():
            return
        opens = person.next_allowed(self.desk.centre.world.here() + timedelta(hours=3))
        if opens is not None:
            self.form.put({"again_at": opens.date(), "again_time": opens.time()})

    def _is_outside(self) -> bool:
        if self.sheet is None or self.sheet.person is None:
            return False
        days = self.desk.centre.profile_log.profile().safe_contact_days
        return self.sheet.person.may_call(self.desk.centre.world.here(), days) is not MayCall.YES

    def write(self, sheet: ReferralSheet, told: dict[str, Any]) -> None:
        """One attempt, and with it the outcome when she answered."""
        reached = told["outcome"] == "reached"
        again = told["again_at"] if not reached else None
        draft = AttemptDraft(
            at=datetime.combine(told["at"], told["at_time"]),
            channel=told["channel"],
            outcome=told["outcome"],
            note=told["note"] or "",
            again_at=datetime.combine(again, told["again_time"] or time(9)) if again else None,
            outside_reason=told["outside_reason"] or "",
        )
        helped = told["help_outcome"] if reached else ""
        outcome = OutcomeDraft(outcome=helped, reason=told["reason"] or "") if helped and helped != "pending" else None
        self.desk.centre.contacts.attempt(sheet.referral.id, draft, self.desk.centre.worker, help_outcome=outcome)
