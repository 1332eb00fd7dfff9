"""A screen whose main thing is one list: with its filters, its views, what can be done with it, and why it is empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.windows.banner import EmptyState
from desktop.windows.desk import Desk, Screen
from desktop.windows.list_filters import ListFilters
from desktop.windows.list_views import Views
from desktop.windows.table import Cell, Sort, Source, TableColumn, TableModel
from desktop.windows.table_acts import ListActs
from desktop.windows.table_card import TableCard
from desktop.windows.table_view import TableView


class ListScreen(Screen):
    """The list, its foot, its filters; what a row says and what stands beside it is the screen's own."""

    FIRST: ClassVar[str] = ""
    """What will stand here, said while nothing was ever entered."""
    OFFER: ClassVar[str] = N_("New notice")
    """The button below it."""
    MODEL: ClassVar[type[TableModel]] = TableModel
    VIEW: ClassVar[type[TableView]] = TableView

    def __init__(
        self, desk: Desk, source: Source, columns: Sequence[TableColumn], sort: Sort, filters: type[ListFilters]
    ) -> None:
        super().__init__()
        self.desk, self._is_new = desk, False
        self.model = self.MODEL(source, columns, self._cells, desk.background, sort=sort, parent=self)
        self.view = self.VIEW(self.model, self.TITLE)
        self._empty = EmptyState(self.ICON, self.FIRST)
        self._empty_button = self._empty.offer(self.OFFER, self._help_out)
        self.list = TableCard(self.view, self.model, self._empty, tells_order=True)
        self.acts = ListActs(desk, self.NAME, self.TITLE, self.list)
        self.views = Views(desk, self.NAME, self.view)
        self.filters: Any = filters(desk, self.views)
        self.views.serve(self.filters)
        self.acts.views = self.views
        self.filters.changed.connect(self.ask)
        self.model.loaded.connect(self._loaded)

    def begin(self) -> None:
        """Show the list for the first time, with the view that she chose for it."""
        if not self.views.begin():
            self.filters.restore(self.filters.OPENS)

    def is_new(self) -> bool:
        """Whether nothing was ever entered; asked in the worker's thread, where the filters let nothing through."""
        return False

    def ask(self) -> None:
        """Show what the filters say."""
        self.model.ask(self.filters.query())

    def refresh(self) -> None:
        """Read again."""
        self.filters.refill()
        self.views.refill()
        self.ask()

    def search(self, words: str) -> None:
        """Show what has these words."""
        self.filters.look_for(words)

    def state(self) -> dict[str, Any]:
        """Filters, order and the chosen row."""
        chosen_id, sort = self.view.current_id(), self.model.sort_by
        return {
            "filters": self.filters.state(),
            "sort": [sort.key, sort.descending],
            "row": chosen_id.hex if chosen_id else "",
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Filters, order and the chosen row, as they were."""
        key, descending = state.get("sort") or ("", False)
        if key:
            self.model.sort_by = Sort(key, bool(descending))
        if state.get("row"):
            self.view.choose(UUID(state["row"]))
        self.filters.restore(state.get("filters", {}))

    def first(self) -> QWidget:
        """The list."""
        return self.view

    def foot(self, count: int) -> str:
        """What is counted, in words."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Say the foot again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say(self.model.rowCount())
        super().changeEvent(event)

    def _cells(self, row: Any) -> Mapping[str, Cell]:
        raise NotImplementedError

    def _loaded(self, count: int) -> None:
        self._is_new = False
        self._say(count)
        self.views.mark()
        if not count and self.filters.is_set():
            self.desk.background.run(self.is_new, self._say_if_new)
        if count and self.view.current_id() is None:
            self.view.selectRow(next((row for row in range(count) if not isinstance(self.model.id_at(row), str)), 0))

    def _say(self, count: int) -> None:
        self.list.count(self.foot(count), self.filters.in_words())
        way = None if self._is_new else self.filters.way_out()
        self._empty.say(way.told if way else self.FIRST, **(way.values if way else {}))
        self._empty_button.say(way.offer if way else self.OFFER)

    def _say_if_new(self, is_new: bool) -> None:
        """Where there is nothing at all, what will stand here is said, whatever the list is narrowed by."""
        self._is_new = is_new and not self.model.rowCount()
        if self._is_new:
            self._say(0)

    def _help_out(self) -> None:
        """The button of the empty list: out of the filters, or to the first record."""
        if self.filters.is_set() and not self._is_new:
            self.filters.go_out()
            self.view.setFocus()
        else:
            self._make_first()

    def _make_first(self) -> None:
        self.desk.go("notice")
