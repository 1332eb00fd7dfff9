"""The people: everybody whom a notice names, found by name, code, place or role; Enter opens her page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, ngettext
from desktop.windows.banner import EmptyState
from desktop.windows.desk import Desk, Screen
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.people_filters import PeopleFilters
from desktop.windows.people_rows import COLUMNS, PeopleSource, cells
from desktop.windows.table import Sort, TableModel
from desktop.windows.table_acts import ListActs
from desktop.windows.table_card import TableCard, TableView

NOBODY = N_("Everybody whom a notice names will stand here.")
NOTHING = N_("Nothing found. Try fewer letters.")


class People(Screen):
    """The list of people."""

    NAME = "people"
    TITLE = N_("People")
    ICON = "people"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        source = PeopleSource(desk.centre.people)
        self.model = TableModel(source, COLUMNS, self._cells, desk.background, sort=Sort("name"), parent=self)
        self.view = TableView(self.model, N_("People"))
        self._empty = EmptyState("people", NOBODY)
        self._empty_button = self._empty.offer(N_("New notice"), self._help_out)
        self.list = TableCard(self.view, self.model, self._empty)
        self.acts = ListActs(desk, self.NAME, self.TITLE, self.list)
        self.filters = PeopleFilters(desk)
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addWidget(Label(N_("People"), "title"))
        page.addWidget(self.filters)
        page.addWidget(self.list, 1)
        self.filters.changed.connect(self.ask)
        self.model.loaded.connect(self._count)
        self.view.opened.connect(lambda identifier: desk.go("person", identifier))
        self.ask()

    def ask(self) -> None:
        """Show what the filters say."""
        self.model.ask(self.filters.query())

    def refresh(self) -> None:
        """Read again."""
        self.filters.refill()
        self.ask()

    def show_record(self, about: UUID | Any | None) -> None:
        """Put the caret on that person."""
        if isinstance(about, UUID) and not self.view.choose(about):
            self.filters.clear()
            self.view.choose(about)

    def search(self, words: str) -> None:
        """Show those who have these words."""
        self.filters.look_for(words)

    def state(self) -> dict[str, Any]:
        """Filters and the chosen person."""
        chosen_id = self.view.current_id()
        return {"filters": self.filters.state(), "row": chosen_id.hex if chosen_id else ""}

    def restore(self, state: dict[str, Any]) -> None:
        """Filters and the chosen person, as they were."""
        self.filters.restore(state.get("filters", {}))
        if state.get("row"):
            self.view.choose(UUID(state["row"]))

    def first(self) -> QWidget:
        """The list."""
        return self.view

    def changeEvent(self, event: QEvent) -> None:
        """Say the foot again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._count(self.model.rowCount())
        super().changeEvent(event)

    def _cells(self, row: Any) -> Any:
        return cells(row, self.model.hidden, self.desk.centre.world.today())

    def _count(self, count: int) -> None:
        words, shown = ngettext("{n} person", "{n} persons", count), self.filters.in_words()
        self.list.foot.put(f"{words} \u00b7 {shown}" if shown else words)
        self._empty.say(NOTHING if shown else NOBODY)
        self._empty_button.say(N_("Clear the filters") if shown else N_("New notice"))
        if count and self.view.current_id() is None:
            self.view.selectRow(0)

    def _help_out(self) -> None:
        if self.filters.in_words():
            self.filters.clear()
        else:
            self.desk.go("notice")
