"""The end of accepted help: why, since when, a note. Saved again it is corrected; "Reopen" on the card takes it off."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.records.help_end import HELP_END_REASONS, HelpEndDraft
from desktop.records.referral_sheet import ReferralSheet
from desktop.windows.chips_field import ChipsField
from desktop.windows.fields import LongTextField
from desktop.windows.form import Group
from desktop.windows.offered_lists import said
from desktop.windows.sheet_page import SheetPage
from desktop.windows.time_fields import DateField


class HelpEndPage(SheetPage):
    """Why help ended, and when."""

    NAME = "help_end"
    HEADING = N_("End of help")

    def groups(self) -> list[Group]:
        """Why, the day, a note."""
        self.why = ChipsField("reason", N_("Why help ended"), said(HELP_END_REASONS), required=True)
        day = DateField("on", N_("On"), self.desk.centre.world.today, required=True)
        return [Group("", [[(self.why, 12)], [(day, 3)], [(LongTextField("note", N_("Note"), lines=3), 12)]])]

    def begin(self, sheet: ReferralSheet) -> None:
        """Today, and no reason chosen; as it was written down where help has ended already."""
        end = sheet.help_end
        today = self.desk.centre.world.today()
        told = (end.reason, end.ended_on, end.note) if end else ("", today, "")
        self.form.put(dict(zip(("reason", "on", "note"), told, strict=True)))

    def first(self) -> QWidget:
        """The reasons: a digit chooses."""
        return self.why.chips.chips()[0]

    def write(self, sheet: ReferralSheet, told: dict[str, Any]) -> None:
        """Keep it."""
        draft = HelpEndDraft(told["reason"] or "", told["note"] or "", told["on"])
        self.desk.centre.help.end(sheet.referral.id, draft, self.desk.centre.worker)
