"""Under which numbers police, prosecution and social work keep the case of a notice: what a meeting refers to."""

from __future__ import annotations

from typing import Any

from desktop.language import N_
from desktop.meetings.meeting_cases import Numbers
from desktop.records.referral_sheet import ReferralSheet
from desktop.windows.fields import TextField
from desktop.windows.form import Group
from desktop.windows.sheet_page import SheetPage

LONGEST = 60
NAMES = ("police", "prosecution", "social_work")


class CaseNumbersPage(SheetPage):
    """The three numbers of a notice."""

    NAME = "case_numbers"
    HEADING = N_("Numbers of other bodies")

    def groups(self) -> list[Group]:
        """One field a body."""
        titles = (N_("Number at the police"), N_("Number at the prosecution"), N_("Number at social work"))
        fields = [TextField(name, title) for name, title in zip(NAMES, titles, strict=True)]
        for field in fields:
            field.edit.setMaxLength(LONGEST)
        return [Group("", [[(field, 12)] for field in fields])]

    def begin(self, sheet: ReferralSheet) -> None:
        """What is known; the police's own is the number on the notice."""
        self.form.put(vars(self.desk.centre.meeting_cases.numbers(sheet.referral.id)))

    def write(self, sheet: ReferralSheet, told: dict[str, Any]) -> None:
        """Keep them."""
        numbers = Numbers(*(told[name] or "" for name in NAMES))
        self.desk.centre.meeting_cases.number(sheet.referral.id, numbers, self.desk.centre.worker)
