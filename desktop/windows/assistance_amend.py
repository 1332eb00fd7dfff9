"""Correcting help that was noted, for all its persons, or taking it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.assistance_draft import AssistanceDraft
from desktop.records.care_draft import ConsentDraft
from desktop.records.referral_sheet import ReferralSheet
from desktop.windows.assistance_entry import KEPT_FIELDS, AssistancePage
from desktop.windows.buttons import DANGER, Button
from desktop.windows.desk import Desk
from desktop.windows.timeline_events import take_back


class AmendAssistancePage(AssistancePage):
    """One occasion of help as it was noted; who gave it stays."""

    NAME = "assistance_amend"
    HEADING = N_("Change the assistance")

    def __init__(self, desk: Desk) -> None:
        self._occasion: UUID | None = None
        self._kept = AssistanceDraft()
        super().__init__(desk)

    def tools(self) -> tuple[Button, ...]:
        """None: nothing is repeated here."""
        return ()

    def buttons(self) -> tuple[Button, ...]:
        """Taking it back stands beside saving; there is no next one here."""
        self.take_back = Button(N_("Take this entry back"), DANGER, do=self._take_back)
        return self.take_back, self.save_button

    def show_record(self, about: UUID | Any | None) -> None:
        """Show that occasion; one that is gone meanwhile is told."""
        if not isinstance(about, UUID):
            return
        try:
            self._kept = self.desk.centre.assistance.draft_of(about)
        except Problem as problem:
            self._is_gone(problem)
            return
        self._occasion = about
        super().show_record(self._kept.referral_id)

    def refresh(self) -> None:
        """It may have been taken back by now."""
        super().refresh()
        if self._occasion is not None:
            try:
                self.desk.centre.assistance.draft_of(self._occasion)
            except Problem as problem:
                self._is_gone(problem)

    def draft_key(self) -> UUID | None:
        """The occasion."""
        return self._occasion

    def begin_with(self, sheet: ReferralSheet | None) -> None:
        """As it was noted."""
        super().begin_with(sheet)
        kept = self._kept
        onward = kept.onward_id.hex if kept.onward_id else ""
        same = {name: getattr(kept, name) for name in KEPT_FIELDS}
        self.form.put({**same, "persons": kept.persons, "onward_id": onward})
        self._ask_consent()

    def keep_occasion(self, draft: AssistanceDraft, consent: ConsentDraft | None) -> None:
        """The same occasion, corrected."""
        assert self._occasion is not None
        self.desk.centre.assistance.amend(self._occasion, draft, self.desk.centre.worker, consent)

    def notice(self) -> UUID | None:
        """The notice stays."""
        return self._kept.referral_id

    def _fit_calls(self) -> None:
        """What was noted is changed one by one."""
        self.calls.hide()

    def _is_gone(self, problem: Problem) -> None:
        self.banner.tell(problem)
        for button in (self.take_back, self.save_button):
            button.setEnabled(False)

    def _take_back(self) -> None:
        if self._occasion is not None and take_back(self.desk, "assistance", self._occasion):
            self.leave()
