"""Noting an attempt to reach somebody about whom there is no notice, or correcting it; no number is ever shown here."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.contact_draft import AttemptDraft
from desktop.records.contact_log import IN_PERSON, is_outside
from desktop.records.people import PersonSheet
from desktop.records.vocabulary import ATTEMPT_OUTCOMES
from desktop.windows.attempt import as_attempt
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import LongTextField
from desktop.windows.form import Group
from desktop.windows.offered_lists import listed, optional, said
from desktop.windows.person_form import PersonForm
from desktop.windows.time_fields import DateField, TimeField


class PersonAttempt(PersonForm):
    """One attempt; outside the agreed way it asks why that was right."""

    NAME = "person_attempt"
    HEADING = N_("Contact attempt")

    def groups(self) -> list[Group]:
        """When, how, and how it went."""
        centre, today = self.desk.centre, self.desk.centre.world.today
        self.day = DateField("at", N_("Day"), today, required=True)
        self.clock = TimeField("at_time", N_("Time"), required=True)
        again = DateField("again_at", N_("Again on"), today, lean="future")
        self.channel = ChoiceField("channel", N_("How"), listed(centre, "contact_channel"), required=True)
        self.outside = ChoiceField(
            "outside_reason", N_("Why outside the agreed way"), optional(listed(centre, "unsafe_call_reason"))
        )
        self.how = ChipsField("outcome", N_("How did it go"), said(ATTEMPT_OUTCOMES), required=True)
        for field in (self.day, self.clock, self.channel, self.how):
            field.changed.connect(self._fit)
        return [
            Group("", [
                [(self.how, 12)],
                [(self.day, 3), (self.clock, 2), (self.channel, 5)],
                [(self.outside, 8)],
                [(LongTextField("note", N_("Note")), 12)],
                [(again, 3), (TimeField("again_time", N_("Time")), 2)],
            ])
        ]  # fmt: skip

    def begin(self, sheet: PersonSheet) -> None:
        """Now, in the agreed way; or as it was noted."""
        now, kept = self.desk.centre.world.here(), next((a for a in sheet.attempts if a.id == self.record), None)
        if kept is None:
            channel = sheet.person.safe_channel or IN_PERSON
            self.form.put({"at": now.date(), "at_time": now.time(), "channel": channel})
        else:
            again = {"again_at": kept.again_at.date(), "again_time": kept.again_at.time()} if kept.again_at else {}
            same = {name: getattr(kept, name) for name in ("outcome", "channel", "note", "outside_reason")}
            self.form.put({**same, "at": kept.at.date(), "at_time": kept.at.time(), **again})
        self._fit()

    def write(self, sheet: PersonSheet, told: dict[str, Any]) -> None:
        """Keep it."""
        draft = as_attempt(told, sheet.person.id)
        contacts, by = self.desk.centre.contacts, self.desk.centre.worker
        if self.record is None:
            contacts.attempt_person(sheet.person.id, draft, by)
        else:
            contacts.amend_attempt(self.record, draft, by)

    def _fit(self) -> None:
        """Ask only what belongs to the answer."""
        if self.sheet is None:
            return
        for name in ("again_at", "again_time"):
            self.form.fields[name].setVisible(self.how.value() not in ("", "reached"))
        outside = self._is_outside(self.sheet) or bool(self.outside.value())
        self.outside.setVisible(outside)
        self.outside.require(outside)

    def _is_outside(self, sheet: PersonSheet) -> bool:
        try:
            day, clock = self.day.value(), self.clock.value()
        except Problem:
            return False
        if day is None or clock is None:
            return False
        draft = AttemptDraft(at=datetime.combine(day, clock), channel=self.channel.value())
        return is_outside(sheet.person, draft, self.desk.centre.profile_log.profile().safe_contact_days)
