"""The register of problems between institutions: what is open longest first, what was done, what is solved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.language import N_, _, ngettext
from desktop.windows.apart import Apart
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.list_screen import ListScreen
from desktop.windows.problems_card import ProblemCard
from desktop.windows.problems_filters import ProblemFilters
from desktop.windows.problems_rows import ALL, COLUMNS, ProblemSource, cells
from desktop.windows.sides import Sides
from desktop.windows.table import Cell, Sort


class Problems(ListScreen):
    """The list at the left, the chosen problem at the right."""

    NAME = "problems"
    TITLE = N_("Problems")
    ICON = "flag"
    FIRST = N_("What does not work between institutions stands here until it is solved.")
    OFFER = N_("New problem")

    def __init__(self, desk: Desk) -> None:
        self.source = ProblemSource(desk.centre)
        super().__init__(desk, self.source, COLUMNS, Sort("since"), ProblemFilters)
        self.card = ProblemCard(desk)
        self.sides = Sides(self.list, self.card, sizes=desk.sizes(self.NAME))
        new = Button(N_("New problem"), OUTLINED, icon="plus", key="F6", do=self._make_first)
        close = Button(N_("Close"), PLAIN, key="Esc", do=desk.back)
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addWidget(Apart(Label(self.TITLE, "title", wrap=True), (new, close)))
        page.addWidget(self.filters)
        page.addWidget(self.sides, 1)
        self.sides.moved.connect(lambda sizes: desk.sizes(self.NAME, sizes))
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self._open)
        self.card.changed.connect(self._changed)
        self.card.left.connect(self.view.setFocus)
        self.begin()

    def refresh(self) -> None:
        """Read again."""
        super().refresh()
        self._show(self.view.current_id())

    def show_record(self, about: UUID | Any | None) -> None:
        """That problem, whatever the filters say; filters given by name: what they let through."""
        if isinstance(about, dict):
            self.filters.restore(about)
        if isinstance(about, UUID):
            if not self.view.choose(about):
                self.filters.restore({"state": ALL})
                self.view.choose(about)
            self._show(about)
            self.sides.show_detail()

    def keep_now(self) -> None:
        """Keep what is half typed on the card."""
        self.card.keep_now()

    def restore(self, state: dict[str, Any]) -> None:
        """As it was."""
        super().restore(state)
        if state.get("row"):
            self._show(UUID(state["row"]))

    def foot(self, count: int) -> str:
        """How many."""
        return ngettext("{n} problem", "{n} problems", count)

    def _cells(self, row: Any) -> Mapping[str, Cell]:
        return cells(row, self.model.hidden)

    def _say(self, count: int) -> None:
        super()._say(count)
        if self.filters.way_out() is None and self.source.everything:
            self._empty.say("{told}", told=_("No problem is open."))

    def _loaded(self, count: int) -> None:
        super()._loaded(count)
        self._show(self.view.current_id())

    def _choose(self, identifier: Any) -> None:
        if identifier != self.card.about:
            self._show(identifier)

    def _show(self, identifier: UUID | None) -> None:
        row = self.source.rows([identifier]).get(identifier) if identifier else None
        self.card.put(row, identifier if row is not None else None)

    def _open(self, identifier: UUID) -> None:
        self._show(identifier)
        self.sides.show_detail()
        self.card.first().setFocus()

    def _changed(self) -> None:
        self.changed.emit()
        self.refresh()

    def _make_first(self) -> None:
        self.desk.go("problem")
