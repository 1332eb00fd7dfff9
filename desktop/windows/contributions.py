"""What institutions did well and what they can do: told at meetings, listed by meeting and institution."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.language import N_, ngettext
from desktop.windows.apart import Apart
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.centre_agency_tree import TreeModel, TreeView
from desktop.windows.contributions_filters import ContributionFilters
from desktop.windows.contributions_rows import COLUMNS, ContributionSource, cells
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.list_screen import ListScreen
from desktop.windows.table import Cell, Sort


class Contributions(ListScreen):
    """The list; Enter opens one of them to be worded better."""

    NAME = "contributions"
    TITLE = N_("What went well, and what each can do")
    ICON = "star"
    FIRST = N_("What did each of us do well since last time? What it can do stands here too.")
    OFFER = N_("Write it down")
    MODEL, VIEW = TreeModel, TreeView

    def __init__(self, desk: Desk) -> None:
        self.source = ContributionSource(desk.centre)
        super().__init__(desk, self.source, COLUMNS, Sort("agency"), ContributionFilters)
        new = Button(N_("Write it down"), PRIMARY, icon="plus", key="F6", do=self._make_first)
        self.change = Button(N_("Change\u2026"), OUTLINED, do=self._open_current)
        close = Button(N_("Close"), PLAIN, key="Esc", do=desk.back)
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addWidget(Apart(Label(self.TITLE, "title", wrap=True), (self.change, new, close)))
        page.addWidget(self.filters)
        page.addWidget(self.list, 1)
        self.view.opened.connect(self._open)
        self.begin()

    def show_record(self, about: UUID | Any | None) -> None:
        """That one, whatever the filters say; filters given by name: what they let through."""
        if isinstance(about, dict):
            self.filters.restore(
                {name: value.hex if isinstance(value, UUID) else value for name, value in about.items()}
            )
        if isinstance(about, UUID) and not self.view.choose(about):
            self.filters.clear()
            self.view.choose(about)

    def foot(self, count: int) -> str:
        """How many."""
        self.change.setEnabled(bool(count))
        return ngettext("{n} entry", "{n} entries", self.source.counted if count else 0)

    def _cells(self, row: Any) -> Mapping[str, Cell]:
        return cells(row, self.model.hidden)

    def _open(self, identifier: Any) -> None:
        if isinstance(identifier, UUID):
            self.desk.go("contribution", identifier)

    def _open_current(self) -> None:
        self._open(self.view.current_id())

    def _make_first(self) -> None:
        self.desk.go("contribution")
