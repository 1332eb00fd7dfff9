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
from desktop.windows.fields import LongTextField, TextField
from desktop.windows.form import Group
from desktop.windows.institutions import institution_words
from desktop.windows.offered import Offered
from desktop.windows.offered_lists import said
from desktop.windows.several import SeveralField
from desktop.windows.time_fields import DateField

UNIT_OF = "unit of "
"""Before the identifier of the institution that gets a new unit."""
OF_KIND = "of kind "
"""Before the kind of a new institution that is wanted where only that kind is asked for."""
SISTER = "centre"
"""The kind that has a control code."""
NAMED = {
    "en": N_("Name in English"), "lt": N_("Name in Lithuanian"), "sr_Latn": N_("Name in Serbian, Latin script"),
    "sr_Cyrl": N_("Name in Serbian, Cyrillic script"),
}  # fmt: skip
"""The fields of its names elsewhere, by language."""


class AgencyPage(CentrePage):
    """The form of an institution; `about` is its identifier as hexadecimal, `UNIT_OF` another one, or empty."""

    NAME = "agency"
    HEADING = N_("Institution")

    def groups(self) -> list[Group]:
        """Who it is, where it works, how it is reached, since when."""
        today = self.desk.centre.world.today
        languages = [("", ""), *((locale, OWN_NAMES[locale]) for locale in LOCALES)]
        above = Offered(self._parents, lambda code: institution_words(self.desk.centre, code))
        self._unit_of = ChoiceField("parent_id", N_("Unit of"), above, searched=True)
        self.kind = ChoiceField("kind", N_("Kind"), said(AGENCY_KINDS), required=True)
        self.code = TextField("fingerprint", N_("Control code of the sister centre"))
        self.kind.changed.connect(self._fit_code)
        office = self.desk.centre.profile_log.profile().language
        elsewhere = [(TextField(f"name_{locale}", NAMED[locale]), 6) for locale in LOCALES if locale != office]
        return [
            Group("", [
                [(TextField("name", N_("Full name"), required=True), 8),
                 (TextField("short_name", N_("Short name")), 4)],
                [(self.kind, 4), (self._unit_of, 8)],
                [(SeveralField("municipalities", N_("Territory"), self._places), 12)],
                [(self.code, 12)],
            ]),
            Group(N_("Contact"), [
                [(TextField("representative", N_("Representative")), 6), (TextField("deputy", N_("Deputy")), 6)],
                [(TextField("phone", N_("Telephone")), 4), (TextField("email", N_("E-mail")), 4),
                 (ChoiceField("language", N_("Language of letters"), lambda: languages), 4)],
                [(LongTextField("note", N_("Who there understands the work"), lines=2), 12)],
            ]),
            Group(N_("Works"), [
                [(DateField("active_from", N_("From"), today), 4),
                 (DateField("active_until", N_("Until"), today, lean="future"), 4)],
            ]),
            Group(N_("Names in other languages"), [elsewhere[:2], elsewhere[2:]], folds=True),
        ]  # fmt: skip

    def show_record(self, about: Any | None) -> None:
        """Begin; a unit belongs to its institution, whatever was half typed."""
        super().show_record(about)
        if self._above() is not None:
            self._unit_of.set_value(self._above())

    def begin(self) -> None:
        """What stands in it; a new unit is of the kind of its institution."""
        found, above = self.record(), self._above()
        draft = AgencyDraft.of(self.desk.centre.directory.agency(found)) if found else AgencyDraft()
        if above is not None:
            draft = AgencyDraft(kind=self.desk.centre.directory.agency(UUID(above)).kind, parent_id=UUID(above))
        elif self.about.startswith(OF_KIND):
            draft = AgencyDraft(kind=self.about.removeprefix(OF_KIND))
        self._unit_of.refill()
        elsewhere = {f"name_{locale}": name for locale, name in draft.names}
        values = {name: getattr(draft, name, elsewhere.get(name, "")) for name in self.form.fields}
        self.form.put(values | {"parent_id": draft.parent_id.hex if draft.parent_id else ""})
        self._fit_code()

    def write(self, told: dict[str, Any]) -> None:
        """Enter or change it."""
        directory, by = self.desk.centre.directory, self.desk.centre.worker
        days = {name: told.pop(name) for name in ("active_from", "active_until")}
        parent, found = told.pop("parent_id"), self.record()
        fields = {locale: f"name_{locale}" for locale in LOCALES}
        own = directory.agency(found).other_names if found else {}
        names = {locale: told.pop(field) or "" if field in told else own.get(locale, "")
                 for locale, field in fields.items()}  # fmt: skip
        typed = {name: value or type(getattr(AgencyDraft(), name))() for name, value in told.items()}
        draft = AgencyDraft(**typed, **days, parent_id=UUID(parent) if parent else None, names=tuple(names.items()))
        if found:
            directory.amend(found, draft, by)
        else:
            directory.enter(draft, by)

    def first(self) -> QWidget:
        """Its name."""
        return self.form.fields["name"]

    def _above(self) -> str | None:
        """The institution that gets a new unit."""
        return self.about.removeprefix(UNIT_OF) if self.about.startswith(UNIT_OF) else None

    def _fit_code(self) -> None:
        """Only a sister centre has a control code."""
        self.code.setVisible(self.kind.value() == SISTER or bool(self.code.value()))

    def _parents(self) -> list[tuple[str, str]]:
        own, today = self.record(), self.desk.centre.world.today()
        working = self.desk.centre.directory.agencies(active_on=today)
        return [("", ""), *((a.id.hex, a.name) for a in working if a.id != own)]

    def _places(self) -> list[str]:
        profile = self.desk.centre.profile_log.profile()
        return [place.name for place in country(profile.country).municipalities(profile.language)]
