"""One institution or unit: entered, changed, or closed from a day on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import LOCALES, N_, OWN_NAMES
from desktop.records.country import country
from desktop.records.directory import AgencyDraft
from desktop.records.vocabulary import AGENCY_KINDS
from desktop.windows.centre_page import CentrePage
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import TextField
from desktop.windows.form import Group
from desktop.windows.notice_form import said
from desktop.windows.several import SeveralField
from desktop.windows.time_fields import DateField


class AgencyPage(CentrePage):
    """The form of an institution; `about` is its identifier as hexadecimal, or empty."""

    NAME = "agency"
    HEADING = N_("Institution")

    def groups(self) -> list[Group]:
        """Who it is, where it works, how it is reached, since when."""
        today = self.desk.centre.world.today
        languages = [("", ""), *((locale, OWN_NAMES[locale]) for locale in LOCALES)]
        self._unit_of = ChoiceField("parent_id", N_("Unit of"), self._parents, searched=True)
        return [
            Group("", [
                [(TextField("name", N_("Full name"), required=True), 8),
                 (TextField("short_name", N_("Short name")), 4)],
                [
                    (ChoiceField("kind", N_("Kind"), said(AGENCY_KINDS), required=True), 4),
                    (self._unit_of, 8),
                ],
                [(SeveralField("municipalities", N_("Territory"), self._places), 12)],
            ]),
            Group(N_("Contact"), [
                [(TextField("representative", N_("Representative")), 6), (TextField("deputy", N_("Deputy")), 6)],
                [(TextField("phone", N_("Telephone")), 4), (TextField("email", N_("E-mail")), 4),
                 (ChoiceField("language", N_("Language of letters"), lambda: languages), 4)],
            ]),
            Group(N_("Works"), [
                [(DateField("active_from", N_("From"), today), 4),
                 (DateField("active_until", N_("Until"), today, lean="future"), 4)],
            ]),
        ]  # fmt: skip

    def begin(self) -> None:
        """What stands in it."""
        found = self.record()
        draft = AgencyDraft.of(self.desk.centre.directory.agency(found)) if found else AgencyDraft()
        self._unit_of.refill()
        values = {name: getattr(draft, name) for name in self.form.fields}
        self.form.put(values | {"parent_id": draft.parent_id.hex if draft.parent_id else ""})

    def write(self, told: dict[str, Any]) -> None:
        """Enter or change it."""
        directory, by = self.desk.centre.directory, self.desk.centre.worker
        days = {name: told.pop(name) for name in ("active_from", "active_until")}
        parent = told.pop("parent_id")
        typed = {name: value or type(getattr(AgencyDraft(), name))() for name, value in told.items()}
        draft = AgencyDraft(**typed, **days, parent_id=UUID(parent) if parent else None)
        found = self.record()
        if found:
            directory.amend(found, draft, by)
        else:
            directory.enter(draft, by)

    def first(self) -> QWidget:
        """Its name."""
        return self.form.fields["name"]

    def _parents(self) -> list[tuple[str, str]]:
        own = self.record()
        return [("", ""), *((a.id.hex, a.name) for a in self.desk.centre.directory.agencies() if a.id != own)]

    def _places(self) -> list[str]:
        profile = self.desk.centre.profile_log.profile()
        return [place.name for place in country(profile.country).municipalities(profile.language)]
