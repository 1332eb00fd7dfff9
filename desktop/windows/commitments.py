"""The commitments across all meetings: what is due first, first; none is forgotten until it is done or told why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar
from uuid import UUID

from desktop.language import N_, _, chosen, ngettext
from desktop.windows.apart import Apart
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.card_list import CardList
from desktop.windows.centre_agency_tree import TreeModel, TreeView
from desktop.windows.chips import Chips
from desktop.windows.commitments_card import CommitmentCard
from desktop.windows.commitments_filters import CommitmentFilters
from desktop.windows.commitments_rows import ALL, COLUMNS, CommitmentSource, Promised, cells
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.table import Cell, Sort

BY_INSTITUTION, BY_DATE = "institution", "date"
GROUPS = {BY_INSTITUTION: N_("By institution"), BY_DATE: N_("By date")}


class Commitments(CardList):
    """The list at the left, the chosen commitment at the right."""

    NAME = "commitments"
    TITLE = N_("Commitments")
    ICON = "check"
    FIRST = N_("What institutions promise each other at a meeting stands here until it is done.")
    EVERYTHING: ClassVar = {"state": ALL}
    OFFER = N_("New commitment")
    MODEL, VIEW = TreeModel, TreeView

    def __init__(self, desk: Desk) -> None:
        self.source = CommitmentSource(desk.centre)
        super().__init__(desk, self.source, COLUMNS, Sort("due"), CommitmentFilters)
        self.groups = Chips(lambda: [(code, _(words)) for code, words in GROUPS.items()], clearable=False)
        self.groups.set_value((BY_INSTITUTION,))
        self.hold(CommitmentCard(desk))
        self._build()
        self.groups.changed.connect(self.ask)
        self.begin()

    def _build(self) -> None:
        new = Button(N_("New commitment"), OUTLINED, icon="plus", key="F6", do=self._make_first)
        close = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addWidget(Apart(Label(self.TITLE, "title", wrap=True), (self.groups, new, close)))
        page.addWidget(self.filters)
        page.addWidget(self.sides, 1)

    def ask(self) -> None:
        """Show what the filters say, in the groups that are chosen."""
        query = self.filters.query()
        self.model.ask(replace(query, by_date=self.groups.value() == (BY_DATE,)))

    def state(self) -> dict[str, Any]:
        """How it is grouped, besides filters, order and row."""
        return {**super().state(), "groups": list(self.groups.value())}

    def restore(self, state: dict[str, Any]) -> None:
        """As it was."""
        self.groups.set_value(state.get("groups") or (BY_INSTITUTION,))
        super().restore(state)

    def foot(self, count: int) -> str:
        """How many, and how many of them are late."""
        told = ngettext("{n} commitment", "{n} commitments", self.source.counted if count else 0)
        late = _("Late: {n}", n=chosen().number(self.source.late)) if count and self.source.late else ""
        return " \u00b7 ".join(part for part in (told, late) if part)

    def _cells(self, row: Any) -> Mapping[str, Cell]:
        return cells(row, self.model.hidden, self.desk.centre.world.today())

    def _say(self, count: int) -> None:
        super()._say(count)
        kept, of = self.source.lately
        if self.filters.way_out() is None and of:
            self._empty.say("{told}", told=nothing_open(kept, of))

    def put(self, identifier: UUID | None) -> None:
        """That commitment on the card."""
        row = self.source.rows([identifier]).get(identifier) if identifier else None
        self.card.put(row if isinstance(row, Promised) else None, identifier if row is not None else None)

    def _make_first(self) -> None:
        self.desk.go("commitment")


def nothing_open(kept: int, of: int) -> str:
    """What is said where nothing is open any more: how those settled last went."""
    if kept == of:
        last = ngettext("The last one was kept on time.", "The last {n} were kept on time.", of)
    else:
        last = _("Of the last ones kept on time: {kept} of {n}", kept=chosen().number(kept), n=chosen().number(of))
    return f"{_('No promises are open.')} {last}"
