"""Handing a notice on to a colleague: who looks after it from now on, and a few words for her."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.records.referral_sheet import ReferralSheet
from desktop.windows.fields import ChipsField, LongTextField
from desktop.windows.form import Group
from desktop.windows.sheet_page import SheetPage

NOBODY = "nobody"
"""The answer that leaves it to whoever comes next."""


class HandOnPage(SheetPage):
    """To whom, and what she should know; the words are a hand-over note and stay with the notice."""

    NAME = "hand_on"
    HEADING = N_("Hand it on")
    SAVE = N_("Hand it on")

    def groups(self) -> list[Group]:
        """To whom, and the words."""
        self.whom = ChipsField("to_id", N_("Who looks after it from now on"), self._workers, required=True)
        return [
            Group("", [[(self.whom, 12)], [(LongTextField("text", N_("What she should know"), lines=4), 12)]]),
        ]

    def begin(self, sheet: ReferralSheet) -> None:
        """Nobody is chosen beforehand."""
        self.form.put({"to_id": "", "text": ""})

    def first(self) -> QWidget:
        """The colleagues: a digit chooses."""
        return self.whom.chips.chips()[0]

    def write(self, sheet: ReferralSheet, told: dict[str, Any]) -> None:
        """Hand it on."""
        to_id = UUID(told["to_id"]) if told["to_id"] != NOBODY else None
        self.desk.centre.handovers.hand_on((sheet.referral.id,), to_id, told["text"] or "", self.desk.centre.worker)

    def _workers(self) -> list[tuple[str, str]]:
        """Everybody who works here, and whoever comes next."""
        members = self.desk.centre.staff.members(active_only=True)
        return [*((m.id.hex, m.name) for m in members), (NOBODY, _("Whoever comes next"))]
