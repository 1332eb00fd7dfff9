"""The people: everybody whom a notice names, found by name, code, place or role; Enter opens her page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from desktop.language import N_, ngettext
from desktop.windows.apart import Apart
from desktop.windows.buttons import OUTLINED, Button
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.list_screen import ListScreen
from desktop.windows.people_filters import PeopleFilters
from desktop.windows.people_rows import COLUMNS, PeopleSource, cells
from desktop.windows.table import Cell, Sort
from desktop.windows.table_acts import RowAct


class People(ListScreen):
    """The list of people."""

    NAME = "people"
    TITLE = N_("People")
    ICON = "people"
    FIRST = N_("Everybody whom a notice names will stand here, and whoever is written down without one.")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, PeopleSource(desk.centre.people), COLUMNS, Sort("name"), PeopleFilters)
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        self.new = Button(N_("New person"), OUTLINED, icon="plus", key="F6", do=lambda: desk.go("person_new"))
        page.addWidget(Apart(Label(N_("People"), "title", wrap=True), (self.new,)))
        page.addWidget(self.filters)
        page.addWidget(self.list, 1)
        self.view.opened.connect(lambda identifier: desk.go("person", identifier))
        self.acts.of_row = self._row_acts
        self.begin()

    def show_record(self, about: UUID | Any | None) -> None:
        """Put the caret on that person."""
        if isinstance(about, UUID) and not self.view.choose(about):
            self.filters.clear()
            self.view.choose(about)

    def foot(self, count: int) -> str:
        """How many persons."""
        return ngettext("{n} person", "{n} persons", count)

    def _row_acts(self) -> list[RowAct]:
        """What is done about a person most often; everything stands on her page."""
        about = self.view.current_id()
        pages = {
            "person": N_("Open"), "safe": N_("Safe contact"), "person_consent": N_("Consent"),
            "person_plan": N_("Plan measure"), "person_amend": N_("Change what is known of this person"),
        }  # fmt: skip
        return [(words, partial(self.desk.go, page, about)) for page, words in pages.items()]

    def _cells(self, row: Any) -> Mapping[str, Cell]:
        return cells(row, self.model.hidden, self.desk.centre.world.today())
