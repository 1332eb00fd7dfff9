"""Noting help in twenty seconds: kind by chip, minutes by chip or number, onward only with her consent."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_, ngettext
from desktop.problems import Problem
from desktop.records.assistance_draft import AssistanceDraft
from desktop.records.referral_sheet import ReferralSheet
from desktop.records.typed import read_number
from desktop.records.vocabulary import FOR_WHOM
from desktop.windows.buttons import OUTLINED, Button
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import ChipsField, LongTextField, TextField
from desktop.windows.form import Group
from desktop.windows.notice_form import listed, optional, said
from desktop.windows.sheet_page import SheetPage
from desktop.windows.time_fields import DateField

USUAL_MINUTES = (15, 30, 45, 60)


class AssistancePage(SheetPage):
    """One occasion of help to the person of a notice."""

    NAME = "assistance_entry"
    HEADING = N_("Assistance")

    def groups(self) -> list[Group]:
        """Kind first."""
        centre, today = self.desk.centre, self.desk.centre.world.today
        self.kind = ChipsField("kind", N_("Kind of assistance"), listed(centre, "assistance_kind"), required=True)
        self.usual = ChipsField("usual", N_("Minutes"), self._minutes)
        self.minutes = TextField("minutes", N_("or a number"), read=read_number, signs=5)
        self.usual.changed.connect(self._take_usual)
        self.onward = ChoiceField("onward_id", N_("Referred on to"), self._agencies, searched=True)
        self.onward.changed.connect(self._ask_consent)
        return [
            Group("", [
                [(self.kind, 12)],
                [(self.usual, 7), (self.minutes, 3)],
                [
                    (DateField("on_day", N_("Day"), today, required=True), 3),
                    (ChoiceField("channel", N_("How"), listed(centre, "contact_channel"), required=True), 4),
                    (ChoiceField("worker_role", N_("As"), optional(listed(centre, "worker_role"))), 4),
                ],
                [
                    (ChipsField("for_whom", N_("For whom"), said(FOR_WHOM)), 5),
                    (self.onward, 7),
                ],
                [(LongTextField("note", N_("Note")), 12)],
            ])
        ]  # fmt: skip

    def begin(self, sheet: ReferralSheet) -> None:
        """Today, as the last time."""
        last = sheet.assistance[0] if sheet.assistance else None
        self.form.put(
            {
                "on_day": self.desk.centre.world.today(),
                "channel": last.channel if last else "telephone",
                "worker_role": last.worker_role if last else "",
                "for_whom": "adult",
            }
        )

    def extra(self) -> QWidget:
        """The way to her consent, once something is to be passed on."""
        self.consent = Button(N_("Consent"), OUTLINED, icon="check", do=lambda: self._go("consent"))
        self.consent.hide()
        return self.consent

    def _ask_consent(self) -> None:
        self.consent.setVisible(bool(self.onward.words()))

    def first(self) -> Any:
        """The kind."""
        return self.kind

    def _take_usual(self) -> None:
        if self.usual.value():
            self.form.put({"minutes": int(self.usual.value())})

    def _minutes(self) -> list[tuple[str, str]]:
        return [(str(n), ngettext("{n} min", "{n} min", n)) for n in USUAL_MINUTES]

    def _agencies(self) -> list[tuple[str, str]]:
        return [("", ""), *((a.id.hex, a.known_as) for a in self.desk.centre.directory.agencies())]

    def write(self, sheet: ReferralSheet, told: dict[str, Any]) -> None:
        """Keep it."""
        if not told["minutes"]:
            raise Problem(N_("Fill in this field."), field="minutes")
        draft = AssistanceDraft(
            on_day=told["on_day"],
            kind=told["kind"],
            channel=told["channel"],
            minutes=told["minutes"],
            referral_id=sheet.referral.id,
            worker_role=told["worker_role"] or "",
            for_whom=told["for_whom"] or "adult",
            onward_id=UUID(told["onward_id"]) if told["onward_id"] else None,
            note=told["note"] or "",
        )
        self.desk.centre.assistance.give(draft, self.desk.centre.worker)
