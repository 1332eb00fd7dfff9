"""The register of problems between institutions: what is open longest first, what was done, what is solved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from desktop.language import N_, _, ngettext
from desktop.windows.apart import Apart
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.card_list import CardList
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.problems_card import ProblemCard
from desktop.windows.problems_filters import ProblemFilters
from desktop.windows.problems_rows import ALL, COLUMNS, ProblemSource, cells
from desktop.windows.table import Cell, Sort


class Problems(CardList):
    """The list at the left, the chosen problem at the right."""

    NAME = "problems"
    TITLE = N_("Problems")
    ICON = "flag"
    FIRST = N_("What does not work between institutions stands here until it is solved.")
    EVERYTHING: ClassVar = {"state": ALL}
    OFFER = N_("New problem")

    def __init__(self, desk: Desk) -> None:
        self.source = ProblemSource(desk.centre)
        super().__init__(desk, self.source, COLUMNS, Sort("since"), ProblemFilters)
        self.hold(ProblemCard(desk))
        new = Button(N_("New problem"), OUTLINED, icon="plus", key="F6", do=self._make_first)
        close = Button(N_("Close"), PLAIN, key="Esc", do=desk.back)
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addWidget(Apart(Label(self.TITLE, "title", wrap=True), (new, close)))
        page.addWidget(self.filters)
        page.addWidget(self.sides, 1)
        self.begin()

    def foot(self, count: int) -> str:
        """How many."""
        return ngettext("{n} problem", "{n} problems", count)

    def _cells(self, row: Any) -> Mapping[str, Cell]:
        return cells(row, self.model.hidden)

    def _say(self, count: int) -> None:
        super()._say(count)
        if self.filters.way_out() is None and self.source.everything:
            self._empty.say("{told}", told=_("No problem is open."))

    def put(self, identifier: UUID | None) -> None:
        """That problem on the card."""
        row = self.source.rows([identifier]).get(identifier) if identifier else None
        self.card.put(row, identifier if row is not None else None)

    def _make_first(self) -> None:
        self.desk.go("problem")
