"""One training, event or piece of publicity as it is written down or corrected."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.language import N_, chosen
from desktop.records.directory import Naming
from desktop.records.training import PART_ROLES, TRAINING_KINDS, Training, TrainingPart
from desktop.records.training_draft import PartDraft, TrainingDraft
from desktop.records.typed import read_hours, read_number
from desktop.windows.centre_page import CentrePage
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import LongTextField, TextField
from desktop.windows.form import Group, Place
from desktop.windows.institution_field import InstitutionField
from desktop.windows.institutions import institutions
from desktop.windows.name_field import NameField
from desktop.windows.offered import Entries, Offered
from desktop.windows.offered_lists import said
from desktop.windows.rows_field import RowsField
from desktop.windows.time_fields import DateField

OURS = "ours"
"""Stands for the centre itself among the institutions."""


class WithOurs(CentrePage):
    """A page whose institutions may be the centre itself."""

    def offered(self, place: Naming) -> Offered:
        """The centre, then the institutions that work today, those first that were named last in this place."""
        others = institutions(self.desk.centre, place=place)
        profile = self.desk.centre.profile_log.profile()

        def entries() -> Entries:
            return [(OURS, profile.short_name or profile.name), *(entry for entry in others() if entry[0])]

        return Offered(entries, others.kept)


class TrainingPage(WithOurs):
    """The form; `about` is the training's identifier as hexadecimal, or empty."""

    NAME = "training"
    HEADING = N_("Training or event")

    def groups(self) -> list[Group]:
        """What it was, when, by whom; who took part; a note."""
        today, organisers = self.desk.centre.world.today, self.offered(Training.organiser_id)
        parts = RowsField(
            "parts", N_("Institutions and how many came"), add=N_("Add an institution"), ask=self._ask_part,
            begins={"agency": "", "role": "participant", "persons": 1}, read=read_part, show=show_part,
        )  # fmt: skip
        return [
            Group("", [
                [(ChipsField("kind", N_("Kind"), said(TRAINING_KINDS), required=True), 12)],
                [(TextField("topic", N_("Topic"), required=True), 12)],
                [(DateField("on_day", N_("Day"), today, required=True), 3),
                 (DateField("until_day", N_("Last day"), today), 3),
                 (TextField("minutes", N_("Hours"), read=read_hours, show=hours_typed, signs=6), 2),
                 (TextField("place", N_("Place")), 4)],
                [(InstitutionField(self.desk, "organiser_id", N_("Organiser"), organisers, required=True), 6),
                 (TextField("publicity", N_("Publicity: paper, broadcast, link")), 6)],
            ]),
            Group(N_("Who took part"), [[(parts, 12)]]),
            Group(N_("More"), [[(LongTextField("note", N_("Note"), lines=2), 12)]]),
        ]  # fmt: skip

    def begin(self) -> None:
        """What stands in it; a new one is today's and the centre's own."""
        found, draft = self.record(), TrainingDraft(on_day=self.desk.centre.world.today())
        if found:
            sheet = self.desk.centre.trainings.sheet(found)
            draft = TrainingDraft.of(sheet.training, sheet.parts)
        values = {name: getattr(draft, name) for name in self.form.fields}
        self.form.put(values | {"organiser_id": code_of(draft.organiser_id), "minutes": draft.minutes or None})

    def write(self, told: dict[str, Any]) -> None:
        """Enter or change it."""
        trainings, by, found = self.desk.centre.trainings, self.desk.centre.worker, self.record()
        texts = {name: told[name] or "" for name in ("kind", "topic", "place", "publicity", "note")}
        meant = {"minutes": told["minutes"] or 0, "organiser_id": id_of(told["organiser_id"])}
        draft = TrainingDraft(**{**told, **texts, **meant})
        if found:
            trainings.amend(found, draft, by)
        else:
            trainings.enter(draft, by)

    def _ask_part(self) -> list[Place]:
        """An institution, in which role, how many, and who."""
        came = self.offered(TrainingPart.agency_id)
        return [
            (InstitutionField(self.desk, "agency", N_("Institution"), came, required=True), 4),
            (ChoiceField("role", N_("Role"), said(PART_ROLES), required=True), 2),
            (TextField("persons", N_("Persons"), read=read_number, show=str, signs=4, required=True), 2),
            (NameField("names", N_("Names, if they matter")), 4),
        ]


def read_part(told: dict[str, Any]) -> PartDraft:
    """What a row of who took part means."""
    return PartDraft(id_of(told["agency"]), told["role"], told["persons"], told["names"] or "")


def show_part(part: PartDraft) -> dict[str, Any]:
    """The same as it stands in a row."""
    return {"agency": code_of(part.agency_id), "role": part.role, "persons": part.persons, "names": part.names}


def code_of(agency_id: UUID | None) -> str:
    """What stands for an institution in a choice; the centre where there is none."""
    return agency_id.hex if agency_id else OURS


def id_of(code: str) -> UUID | None:
    """The institution of that choice; None: the centre."""
    return None if code == OURS else UUID(code)


def hours_typed(minutes: int) -> str:
    """Minutes as hours, fit to be typed back."""
    return chosen().number(minutes / 60, 0 if minutes % 60 == 0 else 1 if minutes % 6 == 0 else 2)
