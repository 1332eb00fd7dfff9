"""The help that was given: a list by month and kind, whose foot sums the minutes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.language import N_, _, chosen, ngettext
from desktop.records.assistance_draft import AssistanceQuery, AssistanceRow
from desktop.windows.apart import Apart
from desktop.windows.assistance_filters import AssistanceFilters
from desktop.windows.assistance_rows import COLUMNS, AssistanceSource, cells
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.list_screen import ListScreen
from desktop.windows.table import Cell, Sort
from desktop.windows.table_acts import RowAct
from desktop.windows.timeline_events import take_back

COMPARED = 2_000
"""In a list of so many rows, one that came is looked for when it is read again."""


class Assistance(ListScreen):
    """The list of help."""

    NAME = "help"
    TITLE = N_("Assistance")
    ICON = "lifebuoy"
    FIRST = N_("Help given stands here and counts in the month's summary.")
    OFFER = N_("Assistance")

    def __init__(self, desk: Desk) -> None:
        self._wording = desk.wording()
        self._before: frozenset[UUID] = frozenset()
        newest = Sort("on_day", descending=True)
        super().__init__(desk, AssistanceSource(desk.centre.assistance), COLUMNS, newest, AssistanceFilters)
        self.more = Button(N_("More"), OUTLINED, icon="down", also=("F10",), do=self.open_menu)
        new = Button(N_("Assistance"), PRIMARY, icon="plus", key="F7", do=self._make_first)
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addWidget(Apart(Label(N_("Assistance"), "title", wrap=True), (self.more, new)))
        page.addWidget(self.filters)
        page.addWidget(self.list, 1)
        self.view.opened.connect(self._amend)
        self.acts.of_row = self._row_acts
        self.begin()

    def refresh(self) -> None:
        """Read again; help that was noted meanwhile is the chosen row."""
        self._before = self._ids()
        super().refresh()

    def is_new(self) -> bool:
        """Whether no help was ever entered."""
        return not self.desk.centre.assistance.count(AssistanceQuery())

    def query(self) -> AssistanceQuery:
        """What is asked for."""
        asked: AssistanceQuery = self.filters.query()
        return asked

    def open_menu(self) -> None:
        """What can be done with the help in which the caret is."""
        if self.view.current_id() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for msgid, do in self._row_acts():
            action = QAction(_(msgid), menu)
            action.triggered.connect(partial(self._do, do))
            menu.addAction(action)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
        menu.setActiveAction(menu.actions()[0])

    def ask(self) -> None:
        """Show what the filters say."""
        self._wording = self.desk.wording()
        super().ask()

    def show_record(self, about: UUID | Any | None) -> None:
        """Show what filters given by name let through."""
        if isinstance(about, dict):
            self.filters.restore(about)

    def foot(self, count: int) -> str:
        """How often help was given, and how many hours in all."""
        query = self.query()
        times = ngettext("{n} time", "{n} times", self.desk.centre.assistance.times(query))
        hours = chosen().number(self.desk.centre.assistance.minutes(query) / 60, 1)
        self.more.setEnabled(bool(count))
        return f"{times} \u00b7 {_('Hours: {hours}', hours=hours)}"

    def _loaded(self, count: int) -> None:
        before, self._before = self._before, frozenset()
        if before and (came := self._ids() - before):
            self.view.choose(max(came))  # later ones sort after earlier ones
        super()._loaded(count)

    def _ids(self) -> frozenset[UUID]:
        """What stands in the list; nothing where it is too long to be compared while she waits."""
        count = self.model.rowCount()
        return frozenset(map(self.model.id_at, range(count if count <= COMPARED else 0)))

    def _cells(self, row: AssistanceRow) -> Mapping[str, Cell]:
        return cells(row, self.model.hidden, self._wording, self.desk.centre.world.today())

    def _make_first(self) -> None:
        self.desk.go("assistance_entry")

    def _row_acts(self) -> list[RowAct]:
        """The same in the row's menu."""
        about = self.view.current_id()
        acts = ((N_("Change…"), self._amend), (N_("Take this entry back"), self._take_back),
                (N_("Open the notice"), self._open))  # fmt: skip
        return [(words, partial(do, about)) for words, do in acts]

    @staticmethod
    def _do(do: Callable[[], object], _is_on: bool = False) -> None:
        do()

    def _amend(self, identifier: UUID) -> None:
        self.desk.go("assistance_amend", identifier)

    def _open(self, identifier: UUID) -> None:
        rows = self.desk.centre.assistance.rows([identifier])
        if rows and rows[0].referral_id is not None:
            self.desk.go("referrals", rows[0].referral_id)

    def _take_back(self, identifier: UUID) -> None:
        take_back(self.desk, "assistance", identifier)
        self.ask()
