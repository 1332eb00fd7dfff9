"""A register of few records: its list with filters at the left, the chosen record at the right, a form for a new one.

Trainings, changes of law and working groups are such registers. It knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.problems import Problem
from desktop.windows.apart import Apart
from desktop.windows.buttons import DANGER, OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.facts_grid import Fact, FactsGrid
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, line, scrolled
from desktop.windows.list_filters import ListFilters
from desktop.windows.list_screen import ListScreen
from desktop.windows.look import px
from desktop.windows.sides import Sides
from desktop.windows.table import Sort, Source, TableColumn


class RecordCard(Card):
    """The chosen record: its name, a line about it, facts, and what may be done."""

    def __init__(self, buttons: Sequence[Button]) -> None:
        super().__init__(gap=8)
        self.name, self.second = Label("", "name", wrap=True), Label("", "second", wrap=True)
        body = QWidget()
        inner = Column(body, gap=14)
        self.facts = FactsGrid(shares=(2, 5), wraps_titles=True)
        self.more = Column(gap=6)
        inner.addLayout(self.facts)
        inner.addLayout(self.more)
        inner.addStretch(1)
        acts = QWidget()
        flow = Flow(acts, gap=8, right=True)
        for button in buttons:
            flow.addWidget(button)
        for widget in (self.name, self.second, line(), scrolled(body), acts):
            self.column.addWidget(widget)
        self.column.setStretch(3, 1)
        self.setMinimumHeight(px(220))

    def put(self, name: str, second: str, facts: Sequence[Fact]) -> None:
        """Show these words; facts of which nothing is known are left out."""
        self.name.put(name)
        self.second.put(second)
        self.second.setVisible(bool(second))
        self.facts.put([fact for fact in facts if fact[1]])


class Register(ListScreen):
    """The page; subclasses say its list, its form, and what the card tells."""

    FORM: ClassVar[str] = ""
    """The page on which one is written."""
    NEW: ClassVar[str] = ""
    """The button that writes a new one."""
    OTHERS: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Registers that stand beside it: the words of a button, the name of the page."""
    TAKEN_OUT: ClassVar[str] = ""
    """What is said when one was taken out; empty where none can be."""

    def __init__(
        self, desk: Desk, source: Source, columns: Sequence[TableColumn], sort: Sort, filters: type[ListFilters]
    ) -> None:
        super().__init__(desk, source, columns, sort, filters)
        self.change = Button(N_("Change\u2026"), OUTLINED, do=self._change)
        self.remove = Button(N_("Take out"), DANGER, do=self._take_out)
        taking = (self.remove,) if self.TAKEN_OUT else ()
        self.card = RecordCard((*taking, *self.acts_beside(), self.change))
        self.card.hide()
        self._told: Any = None
        new = Button(self.NEW, PRIMARY, icon="plus", key="F6", do=self._make_first)
        others = [Button(words, PLAIN, do=partial(desk.go, name)) for words, name in self.OTHERS]
        close = Button(N_("Close"), PLAIN, key="Esc", do=desk.back)
        beside = QWidget()  # stays when the card is hidden
        Column(beside, gap=0).addWidget(self.card)
        self.sides = Sides(self.list, beside, sizes=desk.sizes(self.NAME))
        self.sides.moved.connect(lambda sizes: desk.sizes(self.NAME, sizes))
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addWidget(Apart(Label(self.TITLE, "title", wrap=True), (*others, close, new)))
        page.addWidget(self.filters)
        page.addWidget(self.sides, 1)
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self._open)
        self.begin()

    def acts_beside(self) -> tuple[Button, ...]:
        """What else can be done with the chosen record."""
        return ()

    def read(self, identifier: UUID) -> Any:
        """The chosen record, read by the worker; a Problem if it is gone."""
        raise NotImplementedError

    def take_out(self, identifier: UUID) -> Callable[[], object]:
        """The verb that takes it out."""
        raise NotImplementedError

    def tell(self, told: Any) -> None:
        """Say on the card what was read."""
        raise NotImplementedError

    def show_record(self, about: UUID | Any | None) -> None:
        """Put the caret on that record, or show what filters given by name let through."""
        if isinstance(about, dict):
            self.filters.restore(about)
        elif isinstance(about, UUID) and not self.view.choose(about):
            self.filters.clear()
            self.view.choose(about)

    def refresh(self) -> None:
        """Read again, the chosen record too."""
        super().refresh()
        self._choose(self.view.current_id())

    def changeEvent(self, event: QEvent) -> None:
        """Say the card again in the new language, or without names."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._told is not None:
            self.tell(self._told)

    def chosen_id(self) -> UUID | None:
        """The record in which the caret is."""
        found = self.view.current_id()
        return found if isinstance(found, UUID) else None

    def _make_first(self) -> None:
        self.desk.go(self.FORM)

    def _loaded(self, count: int) -> None:
        super()._loaded(count)
        if not count:
            self.card.hide()

    def _open(self, identifier: UUID) -> None:
        if self.sides.is_single and not self.sides.is_on_detail():
            self.sides.show_detail()
        else:
            self.desk.go(self.FORM, identifier)

    def _change(self) -> None:
        if (found := self.chosen_id()) is not None:
            self.desk.go(self.FORM, found)

    def _choose(self, found: Any) -> None:
        if isinstance(found, UUID):
            self.desk.background.run(partial(self.read, found), self._show, self._gone)

    def _show(self, told: Any) -> None:
        self._told = told
        self.card.show()
        self.tell(told)

    def _gone(self, _problem: Problem) -> None:
        """It was taken out meanwhile; the list is read again anyway."""
        self._told = None
        self.card.hide()

    def _take_out(self) -> None:
        found = self.chosen_id()
        if found is None:
            return
        try:
            self.take_out(found)()
        except Problem as problem:
            self.desk.tell(problem)
        else:
            self.desk.kept(self.TAKEN_OUT)
        self.sides.show_main()
        self.refresh()
