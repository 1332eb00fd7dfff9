"""What was done in the vault: when, by whom, what; taken back by a new change, and tested link by link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.centre import Centre
from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.vault.history import Entry
from desktop.vault.history_proof import ChainReport
from desktop.vault.history_query import HistoryQuery
from desktop.vault.refusals import LaterChanges
from desktop.windows.banner import EmptyState
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.centre_history_change import ChangeCard, ToldChange, tell_change, teller_of
from desktop.windows.centre_history_filters import HistoryFilters
from desktop.windows.centre_part import Part
from desktop.windows.pill import CLOSED
from desktop.windows.sides import Sides
from desktop.windows.table import Cell, Sort, TableColumn, TableModel
from desktop.windows.table_acts import ListActs
from desktop.windows.table_card import TableCard
from desktop.windows.table_view import TableView
from desktop.windows.when import near

COLUMNS = (
    TableColumn("when", N_("When"), "key", signs=12, can_sort=True),
    TableColumn("who", N_("Who"), "quiet", signs=17, leaves=1),
    TableColumn("what", N_("What"), signs=26, stretch=1),
    TableColumn("state", N_("State"), "pill", signs=8, leaves=2),
)
TESTED_AT_ONCE = 20_000
"""So many changes are tested link by link without being asked; more take their time."""


@dataclass
class Newest:
    """The entries of the history, the newest first or the oldest."""

    centre: Centre
    about: dict[int, str] = field(default_factory=dict)
    """By number the records that an entry is about, where its sentence does not say them, and what it changed."""

    def ids(self, query: Any, sort: Sort) -> Sequence[int]:
        """Their numbers."""
        newest_first = self.centre.history.numbers(query or HistoryQuery())
        return newest_first if sort.descending else newest_first[::-1]

    def rows(self, ids: Sequence[Any]) -> Mapping[Any, Entry]:
        """These entries."""
        entries = self.centre.history.among(ids)
        teller = teller_of(self.centre, entries)
        told = {entry.number: (teller.about(entry), teller.changed(entry)) for entry in entries}
        self.about |= {number: " \u00b7 ".join(filter(None, words)) for number, words in told.items()}
        return {entry.number: entry for entry in entries}


class HistoryPart(Part):
    """The list of changes."""

    NAME = "history"
    TITLE = N_("History")
    SAYS = N_("Every change, newest first. Undoing is a new change; nothing is ever taken out.")
    ICON = "clock"

    def build(self) -> None:
        """The list, and what may be done with the chosen change."""
        centre = self.desk.centre
        self._newest = Newest(centre)
        self.undo_button = Button(N_("Undo this"), PRIMARY, icon="undo", do=self.undo)
        self.redo_button = Button(N_("Do again"), OUTLINED, do=self.redo)
        self.model = TableModel(
            self._newest, COLUMNS, self._cells, self.desk.background,
            sort=Sort("when", descending=True), parent=self,
        )  # fmt: skip
        self.view = TableView(self.model, N_("History"))
        self.view.chosen.connect(self._chosen)
        self.model.dataChanged.connect(lambda *_places: self._chosen(self.view.current_id()))
        self.list = TableCard(self.view, self.model, EmptyState("clock", N_("Nothing was changed there.")))
        self.list.foot_right.setWordWrap(True)
        self.acts = ListActs(self.desk, self.NAME, self.TITLE, self.list)
        self.model.loaded.connect(self._loaded)
        self.change = ChangeCard(self.undo_button, self.redo_button)
        test = Button(N_("Test the history"), OUTLINED, icon="shield", do=self.test)
        self.filters = HistoryFilters(self.desk, test)
        self.filters.changed.connect(self._ask)
        self.sides = Sides(self.list, self.change, sizes=self.desk.sizes(self.NAME))
        self.view.opened.connect(lambda _number: self.sides.show_detail())
        self.sides.moved.connect(lambda sizes: self.desk.sizes(self.NAME, sizes))
        self.column.addWidget(self.filters)
        self.column.addWidget(self.sides, 1)
        self._told: ToldChange | None = None
        self._chosen(None)
        self._is_tested = False

    def refresh(self) -> None:
        """Read the list again; a short history is tested once."""
        self.filters.refill()
        self._told = None
        self._ask()
        if not self._is_tested and self.desk.centre.vault.head().count <= TESTED_AT_ONCE:
            self._is_tested = True
            self.desk.background.run(self.desk.centre.history.verify, self._tell_test)

    def _loaded(self, count: int) -> None:
        self.list.foot.say(N_("Changes: {n}"), n=chosen().number(count))
        if count and self.view.current_id() is None:
            self.view.selectRow(0)

    def _ask(self) -> None:
        self.model.ask(self.filters.query())
        self._chosen(self.view.current_id())

    def first(self) -> QWidget:
        """The list."""
        return self.view

    def undo(self) -> None:
        """Take the chosen change back; where later ones stand on it, ask first."""
        entry = self._entry()
        if entry is not None:
            self._take_back(entry, along=False)

    def redo(self) -> None:
        """Do the chosen change again that was taken back."""
        entry, centre = self._entry(), self.desk.centre
        if entry is not None:
            self.attempt(lambda: centre.history.redo(entry.number, centre.worker))

    def test(self) -> None:
        """Test every link now."""
        history = self.desk.centre.history
        self.work(history.verify, self._tell_test, N_("Testing the history\u2026"))

    def _take_back(self, entry: Entry, *, along: bool) -> None:
        centre = self.desk.centre
        try:
            done = centre.history.undo(entry.number, centre.worker, along=along)
        except LaterChanges as later:
            self.question.ask(
                N_("Later changes that would go too: {n}"),
                self._told_later(later.numbers),
                N_("Undo all of them"),
                lambda: self._take_back(entry, along=True),
                n=len(later.numbers),
            )
        except Problem as problem:
            self.banner.tell(problem)
        else:
            self.desk.tell_reversed(done)
            self.view.choose(done.number)

    def _told_later(self, numbers: Sequence[int]) -> str:
        found = (self.desk.centre.history.entry(number) for number in numbers[:4])
        return "\n".join(entry.told(chosen().say).replace("{", "(").replace("}", ")") for entry in found if entry)

    def _entry(self) -> Entry | None:
        number = self.view.current_id()
        return self.model.record(self.model.row_of(number)) if number is not None else None

    def _chosen(self, number: Any) -> None:
        entry = self._entry() if number is not None else None
        stands = entry is not None and entry.undone_by is None
        self.undo_button.setEnabled(entry is not None and stands and bool(entry.changes))
        self.redo_button.setEnabled(entry is not None and not stands)
        self.redo_button.setVisible(entry is not None and not stands)
        if entry is None:
            self.change.show_nothing()
        elif self._told is None or self._told.entry != entry:
            centre, asked = self.desk.centre, entry.number
            self.desk.background.run(lambda: tell_change(centre, asked), self._show)

    def _show(self, told: ToldChange | None) -> None:
        if told is not None and told.entry.number == self.view.current_id():
            self._told, world = told, self.desk.centre.world
            self.change.show_change(told, near(world.desk(told.entry.at), world.here()))

    def _tell_test(self, report: ChainReport) -> None:
        if report.whole:
            history, world = self.desk.centre.history, self.desk.centre.world
            first = history.entry(1)
            since = chosen().long_day(world.desk(first.at).date()) if first else ""
            self.list.foot_right.tint("green")
            self.list.foot_right.say(N_("Unbroken since {date}"), date=since)
            return
        self.list.foot_right.tint("red")
        self.list.foot_right.say(N_("The history does not hold"))
        self.banner.say(N_("The history does not hold. Restore from a backup, and keep this vault as it is."))

    def _cells(self, entry: Entry) -> dict[str, Cell]:
        world = self.desk.centre.world
        when = near(world.desk(entry.at), world.here())
        undone = Cell(_(N_("Undone")), sign=CLOSED) if entry.undone_by is not None else Cell()
        who = entry.by_name if "who" in self.model.hidden else ""
        second = " \u00b7 ".join(filter(None, (who, self._newest.about.get(entry.number, ""))))
        return {"when": Cell(when), "who": Cell(entry.by_name), "what": Cell(entry.told(chosen().say), second),
                "state": undone}  # fmt: skip
