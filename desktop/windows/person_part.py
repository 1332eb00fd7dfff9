"""Choosing whose record is the same person, and parting two that were joined."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.records.people import Parting, PersonSheet
from desktop.records.referral_draft import MentionDraft
from desktop.windows.buttons import Button
from desktop.windows.desk import Desk
from desktop.windows.form import Group
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, clear
from desktop.windows.person_form import PersonForm
from desktop.windows.person_link import PersonField

MOST_OFFERED, MOST_TOLD = 6, 8


def alike_to(desk: Desk, sheet: PersonSheet, likenesses: tuple[str, ...] = ("probably", "less")) -> tuple[UUID, ...]:
    """Who else may be this person, the likeliest first; relatives are left out."""
    one = sheet.person
    said = MentionDraft(
        name=one.name, birth_year=one.birth_year, phone=one.phone, municipality=one.municipality, person_id=one.id
    )
    family = {relative.person.id for relative in sheet.family}
    found = desk.centre.people.alike(said, MOST_OFFERED)
    return tuple(who.person.id for who in found if who.likeness in likenesses and who.person.id not in family)


class PersonSame(PersonForm):
    """Who was written down a second time; the two are then shown side by side."""

    NAME = "person_same"
    HEADING = N_("Find the other record of this person")
    SAVE = N_("Compare both")

    def groups(self) -> list[Group]:
        """Who."""
        self.other = PersonField("other_id", N_("The other record"), self.desk)
        return [Group("", [[(self.other, 12)]])]

    def begin(self, sheet: PersonSheet) -> None:
        """Those who look alike come first."""
        self.other.offer(sheet.person.id, alike_to(self.desk, sheet))

    def save(self) -> bool:
        """Show both; nothing is saved here."""
        other = self.other.value()
        if self.sheet is None or other is None:
            self.form.show_problems([Problem(N_("Choose two different persons."), field="other_id")])
            return False
        self.form.forget()
        self.desk.drop_draft(self.NAME, self.sheet.person.id)
        person = self.sheet.person.id
        self.desk.back()
        self.desk.go("person_join", (person, other))
        return True


class PersonPart(PersonForm):
    """Parting somebody who was joined: what goes back, and what stays because it was changed since."""

    NAME = "person_part"
    HEADING = N_("Part two persons again")
    SAVE = N_("Part them")

    def __init__(self, desk: Desk) -> None:
        self._box = QWidget()
        self._told = Column(self._box, gap=8)
        super().__init__(desk)
        self.form.foot.put("")

    def groups(self) -> list[Group]:
        """Nothing is asked."""
        return []

    def extra(self) -> QWidget:
        """What will happen."""
        return self._box

    def first(self) -> QWidget:
        """The way out stands first; parting is one key farther."""
        return next(b for b in self.findChildren(Button) if b is not self.save_button)

    def begin(self, sheet: PersonSheet) -> None:
        """Say what will happen, or why it cannot."""
        clear(self._told)
        if self.record is None:
            self.save_button.setEnabled(False)
            return
        try:
            parting = self.desk.centre.people.parting(self.record)
        except Problem as problem:
            self.banner.tell(problem)
            self.save_button.setEnabled(False)
        else:
            self._tell(parting)

    def write(self, sheet: PersonSheet, told: dict[str, Any]) -> None:
        """Part them."""
        assert self.record is not None
        self.desk.centre.people.part(self.record, self.desk.centre.worker)

    def _tell(self, parting: Parting) -> None:
        joined, speak = parting.joined, chosen()
        codes = {"code": joined.code, "kept": parting.kept.code}
        head = N_("{code} gets back everything that was there when both were joined.")
        until = _("Possible until: {date}", date=speak.day(parting.until.date()))
        for label in (Label(head, "body", wrap=True, **codes), text(until, "second", wrap=True)):
            self._told.addWidget(label)
        if not parting.since:
            return
        self._told.addWidget(
            Label(N_("Changed since, and stays with {kept}: {n}"), "card", wrap=True, n=len(parting.since), **codes)
        )
        for entry in parting.since[:MOST_TOLD]:
            day = self.desk.centre.world.desk(entry.at).date()
            self._told.addWidget(text(f"{speak.day(day)} \u00b7 {entry.told(speak.say)}", "body", wrap=True))
        left = len(parting.since) - MOST_TOLD
        if left > 0:
            self._told.addWidget(Label(N_("Further changes: {n}"), "second", n=left))
