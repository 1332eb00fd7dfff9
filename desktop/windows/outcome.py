"""What became of a notice: one of seven outcomes, with its reason where one is wanted."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from desktop.language import N_
from desktop.records.contact_draft import OutcomeDraft
from desktop.records.referral_sheet import ReferralSheet
from desktop.records.vocabulary import OUTCOMES, REASON_WANTED
from desktop.windows.centre_agency import OF_KIND, SISTER
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.form import Group
from desktop.windows.institution_field import InstitutionField
from desktop.windows.institutions import institutions
from desktop.windows.offered_lists import said
from desktop.windows.sheet_page import SheetPage
from desktop.windows.time_fields import DateField


class OutcomePage(SheetPage):
    """The outcome of a notice; pending opens it again."""

    NAME = "outcome"
    HEADING = N_("Outcome")

    def groups(self) -> list[Group]:
        """Outcome, reason, the other centre, the day."""
        self.which = ChipsField("outcome", N_("What became of it"), said(OUTCOMES), required=True)
        self.reason = ChoiceField("reason", N_("Reason"), self._reasons)
        centres = institutions(self.desk.centre, SISTER)
        self.centre = InstitutionField(
            self.desk, "other_centre_id", N_("To which centre"), centres, about=lambda: OF_KIND + SISTER
        )
        self._kept: tuple[str, date | None] = ("", None)
        self.which.changed.connect(self._fit)
        self.which.changed.connect(self._follow)
        day = DateField("on", N_("On"), self.desk.centre.world.today, required=True)
        return [Group("", [[(self.which, 12)], [(self.reason, 6)], [(self.centre, 6)], [(day, 3)]])]

    def begin(self, sheet: ReferralSheet) -> None:
        """As it stands, on its day; what is decided now is of today."""
        kept, today = sheet.referral, self.desk.centre.world.today()
        self.form.put({"outcome": kept.outcome, "on": kept.outcome_on or today})
        self._fit()
        other = kept.other_centre_id.hex if kept.other_centre_id else ""
        self.form.put({"reason": kept.outcome_reason, "other_centre_id": other})
        if kept.outcome_on is not None:
            self._kept = kept.outcome, kept.outcome_on

    def _follow(self) -> None:
        """Another outcome than the one that is kept is decided today, unless she says when."""
        outcome, on = self._kept
        today, day = self.desk.centre.world.today(), self.form.fields["on"]
        if on is not None and day.value() in (on, today):
            self.form.put({"on": on if self.which.value() == outcome else today})

    def first(self) -> Any:
        """The outcome."""
        return self.which

    def _reasons(self) -> list[tuple[str, str]]:
        outcome = self.which.value() if hasattr(self, "which") else ""
        entries = self.desk.centre.lists.reasons(outcome) if outcome else ()
        return [("", ""), *((entry.code, entry.shown(self.desk.wording().language.say)) for entry in entries)]

    def _fit(self) -> None:
        outcome = self.which.value()
        self.reason.required = outcome in REASON_WANTED
        self.reason.refill()
        self.reason.setVisible(len(self._reasons()) > 1)
        self.centre.setVisible(outcome == "other_centre")

    def write(self, sheet: ReferralSheet, told: dict[str, Any]) -> None:
        """Decide."""
        other = told["other_centre_id"] if told["outcome"] == "other_centre" else ""
        draft = OutcomeDraft(
            outcome=told["outcome"],
            reason=told["reason"] or "",
            other_centre_id=UUID(other) if other else None,
            on=told["on"],
        )
        self.desk.centre.referrals.decide(sheet.referral.id, draft, self.desk.centre.worker)
