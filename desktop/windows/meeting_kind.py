"""One kind of meeting: its rhythm, who is always asked and who sometimes, its usual agenda, and its cut-off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.meetings.kept import GONE
from desktop.meetings.kinds import KindDraft
from desktop.problems import Problem
from desktop.records.meeting import CASES, PARTS, RHYTHMS
from desktop.records.vocabulary import WEEKDAYS
from desktop.windows.centre_page import CentrePage
from desktop.windows.chips import Entries
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import TextField
from desktop.windows.form import Group
from desktop.windows.meeting_fields import InstitutionsField, OrderField
from desktop.windows.meeting_words import kind_words
from desktop.windows.offered_lists import said
from desktop.windows.time_fields import TimeField

WEEKS = {"1": N_("First"), "2": N_("Second"), "3": N_("Third"), "4": N_("Fourth"), "5": N_("Last")}
NONE = "none"
"""In place of the empty code, which a list cannot choose."""
BY_NONE = ("rhythm", "cases")
COUNTED = ("week", "days", "cut_off_days")


def a_number(typed: str) -> int:
    """A whole number as typed."""
    if not typed.strip().isdecimal():
        raise Problem(N_("Write a number."))
    return int(typed.strip())


class MeetingKindPage(CentrePage):
    """The form; `about` is a kind, or nothing for a new one."""

    NAME = "meeting_kind"
    HEADING = N_("Kind of meeting")

    def groups(self) -> list[Group]:
        """How it is called and how often, who is asked, what is spoken of."""
        weekdays = WEEKDAYS
        self.rhythm = ChoiceField("rhythm", N_("Rhythm"), _with_none(RHYTHMS))
        self.week = ChoiceField("week", N_("Which one of the month"), said(WEEKS))
        self.weekday = ChoiceField(
            "weekday", N_("Weekday"), lambda: [(code, chosen().weekday(n)) for n, code in enumerate(weekdays)]
        )
        self.days = TextField("days", N_("Days between at most"), read=a_number, signs=4)
        self.rhythm.changed.connect(self._fit)
        return [
            Group("", [
                [(TextField("name", N_("Name")), 6), (self.rhythm, 6)],
                [(TimeField("begins", N_("Begins"), required=True), 3), (self.week, 3),
                 (self.weekday, 3), (self.days, 3)],
                [(TextField("place", N_("Place")), 12)],
                [(TextField("cut_off_days", N_("Papers closed, working days before"), read=a_number, signs=4), 6),
                 (TimeField("cut_off_at", N_("At")), 2)],
            ]),
            Group(N_("Who is asked"), [
                [(InstitutionsField(self.desk, "permanent", N_("Always"), self._institutions), 6),
                 (InstitutionsField(self.desk, "occasional", N_("Sometimes"), self._institutions), 6)],
            ]),
            Group(N_("What is spoken of"), [
                [(ChoiceField("cases", N_("Single cases"), _with_none(CASES)), 12)],
                [(OrderField("parts", N_("Usual agenda"), self._parts), 12)],
            ]),
        ]  # fmt: skip

    def begin(self) -> None:
        """What stands in it."""
        diary, found = self.desk.centre.diary, self.record()
        if found and all(kind.id != found for kind in diary.kinds(retired=True)):
            raise Problem(GONE)
        draft = diary.kind_draft(found) if found else KindDraft()
        values = {each.name: getattr(draft, each.name) for each in fields(draft) if each.name != "code"}
        values["week"] = str(values["week"])
        values |= {each: values[each] or NONE for each in BY_NONE}
        self.form.put(values)
        self._code = draft.code
        if found:
            self.title.put(kind_words(diary.kind(found)))
        name = self.form.fields["name"]
        assert isinstance(name, TextField)
        name.require(not draft.code)
        name.edit.setPlaceholderText(kind_words(diary.kind(found)) if found and draft.code else "")
        self._fit()

    def write(self, told: dict[str, Any]) -> None:
        """Add or change it."""
        centre = self.desk.centre
        for name in COUNTED:
            told[name] = int(told[name] or 0)
        for name in BY_NONE:
            told[name] = "" if told[name] == NONE else told[name]
        typed = {name: value for name, value in told.items() if value is not None}
        centre.diary.lay_down(KindDraft(code=self._code, **typed), centre.worker, self.record())

    def first(self) -> QWidget:
        """Its name."""
        return self.form.fields["name"]

    def _fit(self) -> None:
        """Each rhythm has its own questions."""
        rhythm = self.rhythm.value()
        self.week.setVisible(rhythm == "monthly")
        self.weekday.setVisible(rhythm == "monthly")
        self.days.setVisible(rhythm == "days")

    def _institutions(self) -> list[tuple[str, str]]:
        centre = self.desk.centre
        return [(a.id.hex, a.known_as) for a in centre.directory.agencies(active_on=centre.world.today())]

    def _parts(self) -> list[tuple[str, str]]:
        return [(code, _(words)) for code, words in PARTS.items() if code != "own"]


def _with_none(words: dict[str, str]) -> Callable[[], Entries]:
    return lambda: [(code or NONE, _(msgid)) for code, msgid in words.items()]
