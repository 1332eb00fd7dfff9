"""The rows of the chosen group: what state each is in, what was done, and what can be done with one or several."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.windows.apart import Apart
from desktop.windows.banner import EmptyState
from desktop.windows.buttons import OUTLINED, Button
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow
from desktop.windows.reconcile_groups import COPIES, MATCHED, ONLY_OURS, ONLY_THEIRS, WORDS, GroupRow
from desktop.windows.reconcile_reason import ReasonPick
from desktop.windows.table import Cell, Sort, TableColumn, TableModel
from desktop.windows.table_card import TableCard
from desktop.windows.table_view import TableView

COLUMNS = (
    TableColumn("number", N_("Number"), "quiet", 9, can_sort=True, leaves=2),
    TableColumn("person", N_("Person"), "head", 18, stretch=3, can_sort=True),
    TableColumn("state", N_("Reason"), "pill", 16, can_sort=True),
    TableColumn("done", N_("What was done"), "text", 14, stretch=2, leaves=1),
)
EMPTY = N_("No row stands in this group.")
IN_ORDER = Sort("")
"""As the lists have them."""


class _Rows:
    """The rows as a list is fed: all of them are here already."""

    held: Mapping[tuple[str, str], GroupRow] = {}

    def ids(self, query: Any, sort: Sort) -> Sequence[Hashable]:
        """In the order of their list, or of a column."""
        if not sort.key:
            return list(self.held)
        column = {"number": "number", "person": "person", "state": "state"}[sort.key]
        found = sorted(self.held, key=lambda key: str(getattr(self.held[key], column)).casefold())
        return found[::-1] if sort.descending else found

    def rows(self, ids: Sequence[Any]) -> Mapping[Any, Any]:
        """These of them."""
        return {key: self.held[key] for key in ids if key in self.held}


class GroupTable(QWidget):
    """Head, table, and the pick-list of reasons that lies over it."""

    explained = Signal(object, str, str)
    """The rows, the code of the reason, and the note."""
    entered = Signal(object)
    parted = Signal(object)
    """These rows are not the same, or no copies."""
    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.group, self._is_frozen = ONLY_THEIRS, False
        self._rows = _Rows()
        self.model = TableModel(self._rows, COLUMNS, self._cells, desk.background, sort=IN_ORDER, parent=self)
        self.view = TableView(self.model, N_("Rows of the group"))
        self.card = TableCard(self.view, self.model, EmptyState("scale", EMPTY))
        self._title, self._more = Label("", "card", wrap=True), Label("", "second", wrap=True)
        self.enter = Button(N_("Enter as a notice"), OUTLINED, icon="plus", key="F6", do=self._enter)
        self.reason = Button(N_("Reason"), OUTLINED, key="F7", do=self.pick)
        self.part = Button(N_("Not the same"), OUTLINED, icon="x", key="2", do=self._part)
        self.pick_list = ReasonPick(self.card, self._explain, self.view.setFocus)
        words = QWidget()
        flow = Flow(words, gap=8)
        flow.addWidget(self._title)
        flow.addWidget(self._more)
        column = Column(self, gap=8)
        column.addWidget(Apart(words, (self.enter, self.reason, self.part)))
        column.addWidget(self.card, 1)
        self.view.opened.connect(self._open)
        self.view.selectionModel().selectionChanged.connect(self._offer)
        self.view.installEventFilter(self)
        self.model.loaded.connect(self._choose_some)
        for label in (self._title, self._more):
            label.setWordWrap(False)

    @property
    def rows(self) -> Sequence[GroupRow]:
        """The rows on show."""
        return tuple(self._rows.held.values())

    def put(self, group: str, rows: Sequence[GroupRow], *, is_frozen: bool) -> None:
        """Show this group; of a settled month nothing can be changed."""
        self.group, self._is_frozen = group, is_frozen
        self._rows.held = {row.key: row for row in rows}
        left = sum(row.is_open for row in rows)
        self._title.put(f"{_(WORDS[group][1])}: {len(rows)}")
        is_told = group in (ONLY_THEIRS, ONLY_OURS) and bool(rows)
        self._more.put(_("Explained: {n}. Not yet: {left}", n=len(rows) - left, left=left) if is_told else "")
        self._more.setVisible(is_told)
        self.part.say(N_("Not a duplicate") if group == COPIES else N_("Not the same"))
        self.card.foot_right.put(_("Enter opens our notice.") if group in (MATCHED, ONLY_OURS) and rows else "")
        self.enter.setVisible(group == ONLY_THEIRS and not is_frozen)
        self.reason.setVisible(group in (ONLY_THEIRS, ONLY_OURS) and not is_frozen)
        self.part.setVisible(group in (MATCHED, COPIES) and not is_frozen)
        state = N_("Reason") if group in (ONLY_THEIRS, ONLY_OURS) else N_("State")
        self.model.columns = tuple(replace(each, title=state) if each.key == "state" else each for each in COLUMNS)
        self.model.ask(group)
        self._offer()

    def marked(self) -> list[GroupRow]:
        """The rows that are marked."""
        return [self._rows.held[key] for key in self.view.chosen_ids() if key in self._rows.held]

    def pick(self, typed: str = "") -> None:
        """Ask for the reason of the marked rows."""
        rows = [row for row in self.marked() if row.can_explain]
        if rows and not self._is_frozen:
            below = self.view.visualRect(self.view.currentIndex()).bottomLeft()
            at = self.view.viewport().mapTo(self.card, QPoint(self.view.columnViewportPosition(2), below.y()))
            self.pick_list.open(at, rows[0].side, len(rows), typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A letter typed on a row begins its reason."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.text().isalpha():
            plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if plain and any(row.can_explain for row in self.marked()):
                self.pick(event.text())
                return True
        return False

    def _open(self, key: tuple[str, str]) -> None:
        row = self._rows.held.get(key)
        if row is None:
            return
        if row.can_explain and row.their_id:
            self.pick()
        else:
            self.opened.emit(row)

    def _enter(self) -> None:
        rows = [row for row in self.marked() if row.can_explain]
        if len(rows) == 1:
            self.entered.emit(rows[0])

    def _part(self) -> None:
        if self.marked():
            self.parted.emit(self.marked())

    def _explain(self, code: str, note: str) -> None:
        rows = [row for row in self.marked() if row.can_explain]
        if rows:
            self.explained.emit(rows, code, note)

    def _offer(self, *_changed: object) -> None:
        """What can be done with the marked rows."""
        rows = self.marked()
        can = [row for row in rows if row.can_explain]
        self.enter.setEnabled(len(can) == len(rows) == 1)
        self.reason.setEnabled(bool(can))
        self.part.setEnabled(bool(rows))

    def _choose_some(self, count: int) -> None:
        """Some row is always chosen: the first that wants a reason."""
        if count and not self.view.currentIndex().isValid():
            wanted = next((key for key, row in self._rows.held.items() if row.is_open), None)
            if wanted is None or not self.view.choose(wanted):
                self.view.selectRow(0)
        self._offer()
        self.view.arrange()

    def _cells(self, row: GroupRow) -> Mapping[str, Cell]:
        hidden = self.model.hidden
        second = [row.number if "number" in hidden else "", row.second, row.done if "done" in hidden else ""]
        return {
            "number": Cell(row.number),
            "person": Cell(row.person, " \u00b7 ".join(filter(None, second))),
            "state": Cell(row.state, sign=row.sign),
            "done": Cell(row.done),
        }
