"""The centre's own data and rules, and what it hands to receivers so that they can check its seal."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.language import LOCALES, N_, OWN_NAMES, _, chosen
from desktop.problems import Problem
from desktop.records.centre_draft import CentreDraft
from desktop.records.country import country
from desktop.windows.buttons import PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.centre_entry import whole_number
from desktop.windows.centre_form import FormPart
from desktop.windows.centre_papers import PapersCard
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import TextField
from desktop.windows.form import Group
from desktop.windows.layouts import Row, line
from desktop.windows.several import SeveralField
from desktop.windows.time_fields import TimeField

WEEK = ("mo", "tu", "we", "th", "fr", "sa", "su")


def _groups(days: Any, places: Any) -> list[Group]:
    """Name and letterhead, week, rules, who signs."""
    offices = [(locale, OWN_NAMES[locale]) for locale in LOCALES]
    return [
        Group(N_("Name and letterhead"), [
            [(TextField("name", N_("Name of the centre"), required=True), 8),
             (TextField("short_name", N_("Short name")), 4)],
            [(TextField("address", N_("Address")), 8), (TextField("town", N_("Town")), 4)],
            [(TextField("phone", N_("Telephone")), 4), (TextField("email", N_("E-mail")), 4),
             (TextField("legal_code", N_("Code of the organisation")), 4)],
            [(SeveralField("municipalities", N_("Municipalities"), places), 8),
             (ChoiceField("language", N_("Office language"), lambda: offices, required=True), 4)],
        ]),
        Group(N_("Working week"), [
            [(ChipsField("work_days", N_("Working days"), days, several=True, required=True), 12)],
            [(TimeField("day_begins", N_("From"), required=True), 3),
             (TimeField("day_ends", N_("Until"), required=True), 3)],
        ]),
        Group(N_("Rules"), [
            [(_number("first_contact_days", N_("First contact within working days")), 6),
             (_number("safe_contact_days", N_("Safe contact asked again after days")), 6)],
            [(TextField("first_contact_source", N_("Source of the rule")), 12)],
            [(_number("repeat_months", N_("Repeat within months")), 6)],
        ]),
        Group(N_("Summaries"), [
            [(TextField("prepared_by", N_("Prepared by")), 6), (TextField("prepared_by_title", N_("Title")), 6)],
            [(TextField("approved_by", N_("Approved by")), 6), (TextField("approved_by_title", N_("Title")), 6)],
            [(TextField("receiver", N_("Receiver")), 12)],
        ]),
    ]  # fmt: skip


class DataPart(FormPart):
    """One form, saved as a whole, and the papers for receivers."""

    NAME = "data"
    TITLE = N_("Centre's data")
    SAYS = N_("What stands on papers, and the rules by which deadlines and figures are counted.")
    ICON = "house"
    DRAFT = "centre_data"

    def build(self) -> None:
        """The form, then the papers."""
        self.form = self.kept_form(_groups(_days, self._places))
        self.button = Button(N_("Save"), PRIMARY, key="Ctrl+Enter", also=("Ctrl+S",), do=self.save)
        card = Card(gap=12)
        card.column.addWidget(self.form)
        if self.leads:
            foot = Row(gap=10)
            self.form.foot.setWordWrap(True)
            foot.addWidget(self.form.foot, 1)
            foot.addWidget(self.button)
            card.column.addWidget(line())
            card.column.addLayout(foot)
        self.form.setEnabled(self.leads)
        self.papers = PapersCard(self.desk, self.banner)
        self.column.addWidget(card)
        self.column.addWidget(self.papers)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show what stands, and over it what is half typed."""
        self.papers.refresh()
        profile = self.desk.centre.profile_log.profile()
        draft = CentreDraft.of(profile)
        values = {name: getattr(draft, name) for name in self.form.fields}
        source = draft.first_contact_source
        self.show_what_stands(values | {"first_contact_source": _(source) if source else ""})

    def first(self) -> QWidget:
        """The name."""
        return self.form.fields["name"]

    def save(self) -> None:
        """Keep what is typed."""
        log, by = self.desk.centre.profile_log, self.desk.centre.worker
        former = CentreDraft.of(log.profile())
        try:
            told = {name: self._blank(former, name) if v is None else v for name, v in self.form.values().items()}
            if former.first_contact_source and told["first_contact_source"] == _(former.first_contact_source):
                told["first_contact_source"] = former.first_contact_source
            log.amend(replace(former, **told), by)
        except Problem as problem:
            self.refuse(problem)
            return
        self.saved()
        self.refresh()
        self.desk.kept()

    @staticmethod
    def _blank(former: CentreDraft, name: str) -> Any:
        kept = getattr(former, name)
        return "" if isinstance(kept, str) else kept if isinstance(kept, time | int) else ()

    def _places(self) -> list[str]:
        profile = self.desk.centre.profile_log.profile()
        return [place.name for place in country(profile.country).municipalities(profile.language)]


def _number(name: str, title: str) -> TextField:
    return TextField(name, title, read=whole_number, required=True)


def _days() -> list[tuple[str, str]]:
    return [(code, chosen().weekday(number, short=True)) for number, code in enumerate(WEEK)]
