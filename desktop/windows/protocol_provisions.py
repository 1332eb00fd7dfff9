"""The first tab of the protocol: its chapters and provisions, the chosen one in full beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.problems import Problem
from desktop.protocol.sheet import ProvisionRow, VersionSheet
from desktop.records.protocol import VERSION_STATES
from desktop.windows.banner import Banner, EmptyState
from desktop.windows.buttons import DANGER, OUTLINED, PRIMARY, Button
from desktop.windows.desk import Desk
from desktop.windows.layouts import Column, Flow
from desktop.windows.protocol_form_acts import VersionActs
from desktop.windows.protocol_provision import new_about
from desktop.windows.protocol_provision_card import ProvisionCard
from desktop.windows.protocol_provisions_rows import CHAPTER, COLUMNS, ProvisionSource, cells
from desktop.windows.protocol_tab import LIST_LEAST, ProtocolTab
from desktop.windows.sides import Sides
from desktop.windows.table import Cell, Sort, TableModel
from desktop.windows.table_acts import ListActs
from desktop.windows.table_card import TableCard
from desktop.windows.table_view import TableView

EMPTY = N_("No provision stands here yet. Write the first one, or bring the text you have.")
CLOSED = {
    "closed": N_("The text is closed, so that everybody signs the same. While nobody has signed, it can be opened."),
    "adopted": N_("This version was adopted. Begin a revision to change its text."),
    "in_force": N_("This version is in force. Begin a revision to change its text."),
    "superseded": N_("This version was replaced by a later one. It is kept as it was."),
    "ended": N_("This version is no longer in force. It is kept as it was."),
}


class ProvisionsTab(ProtocolTab):
    """The list, and the card of the chosen provision."""

    NAME = "provisions"
    TITLE = N_("Provisions")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.source = ProvisionSource()
        self.banner, self.why = Banner("red"), Banner("grey", icon="lock")
        self.verbs = VersionActs(desk, self, self.changed.emit, self.banner.tell)
        self.model = TableModel(self.source, COLUMNS, self._cells, desk.background, sort=Sort(""), parent=self)
        self.view = TableView(self.model, self.TITLE)
        empty = EmptyState("protocol", EMPTY)
        self._first = empty.offer(N_("New provision"), self.add)
        self.list = TableCard(self.view, self.model, empty, least=LIST_LEAST)
        self.list_acts = ListActs(desk, "protocol_provisions", self.TITLE, self.list)
        self.new_button = Button(N_("New provision"), PRIMARY, icon="plus", key="F6", do=self.add)
        self.chapters_button = Button(N_("Chapters"), OUTLINED, icon="list", key="F7", do=self.to_chapters)
        self.change_button = Button(N_("Change…"), OUTLINED, icon="edit", do=self.change)
        self.up_button = Button(N_("Up"), OUTLINED, key="Alt+Up", do=lambda: self.shift(-1))
        self.down_button = Button(N_("Down"), OUTLINED, key="Alt+Down", do=lambda: self.shift(1))
        self.out_button = Button(N_("Take it out"), DANGER, do=self.take_out)
        self._own = (self.out_button, self.up_button, self.down_button, self.change_button)
        acts = QWidget()
        flow = Flow(acts, gap=8, right=True)
        for button in self._own:
            flow.addWidget(button)
        self.card = ProvisionCard(acts)
        self.sides = Sides(self.list, self.card, sizes=desk.sizes("protocol_provisions"))
        self.sides.moved.connect(lambda sizes: desk.sizes("protocol_provisions", sizes))
        column = Column(self, gap=10)
        column.addWidget(self.banner)
        column.addWidget(self.why)
        column.addWidget(self.sides, 1)
        self.view.chosen.connect(lambda _chosen: self._show())
        self.view.opened.connect(self._open)
        self.model.loaded.connect(self._loaded)

    def put(self, sheet: VersionSheet) -> None:
        """Show this version."""
        before = self.card.row.provision.origin_id if self.card.row else None
        is_other = self.sheet is None or self.sheet.version.id != sheet.version.id
        super().put(sheet)
        self.source.sheet = sheet
        self.verbs.put(sheet)
        if is_other:
            self.banner.hide()
            same = self.source.by_origin(before) if before else None
            if same:
                self.view.choose(same.provision.id)
        if sheet.state in CLOSED:
            self.why.say(CLOSED[sheet.state], tone="grey")
        else:
            self.why.hide()
        for button in self._own:
            button.setVisible(sheet.version.is_open)
        self._first.setVisible(sheet.version.is_open)
        self.model.ask(sheet.version.id)

    def acts(self) -> tuple[Button, ...]:
        """The verbs of the version; of a draft also what is written into it."""
        if self.sheet is not None and self.sheet.version.is_open:
            return (*self.verbs.offered(), self.chapters_button, self.new_button)
        return self.verbs.offered()

    def first(self) -> QWidget:
        """The list, or the first provision."""
        return self.view if self.model.rowCount() or self._first.isHidden() else self._first

    def show_record(self, about: object) -> None:
        """The provision of that identifier."""
        if isinstance(about, UUID):
            self.view.choose(about)
            self._show()
            self.sides.show_detail()

    def state(self) -> dict[str, object]:
        """The chosen row."""
        found = self.view.current_id()
        return {"row": found.hex if isinstance(found, UUID) else ""}

    def restore(self, state: dict[str, object]) -> None:
        """The same row."""
        if state.get("row"):
            self.view.choose(UUID(str(state["row"])))

    def add(self) -> None:
        """To the form of a new one, in the chapter in which the caret is."""
        if self.sheet is not None and self.sheet.version.is_open:
            self.desk.go("provision", new_about(self.sheet.version.id, self._chapter()))

    def change(self) -> None:
        """To the form of the chosen one."""
        if self.card.row is not None and self.sheet is not None and self.sheet.version.is_open:
            self.desk.go("provision", self.card.row.provision.id)

    def to_chapters(self) -> None:
        """To the chapters of the draft."""
        if self.sheet is not None:
            self.desk.go("protocol_chapters", self.sheet.version.id)

    def shift(self, way: int) -> None:
        """One place up or down within its chapter."""
        row, sheet = self.card.row, self.sheet
        if row is None or sheet is None or not sheet.version.is_open:
            return
        mine = [one.provision.id for one in sheet.in_chapter(row.provision.chapter_id)]
        place = mine.index(row.provision.id) + way
        if 0 <= place < len(mine):
            by = self.desk.centre.worker
            self._do(lambda: self.desk.centre.provisions.move(row.provision.id, place, by), N_("Provision moved"))

    def take_out(self) -> None:
        """Take it out of the draft, with the way back offered."""
        row = self.card.row
        if row is not None:
            by = self.desk.centre.worker
            self._do(lambda: self.desk.centre.provisions.remove(row.provision.id, by), N_("Provision taken out."))

    def changeEvent(self, event: QEvent) -> None:
        """Say the foot in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "card"):
            self._say()

    def _do(self, change: Callable[[], object], said: str) -> None:
        try:
            change()
        except Problem as problem:
            self.banner.tell(problem)
            return
        self.desk.kept(said)
        self.changed.emit()
        self.view.setFocus()

    def _chapter(self) -> UUID | None:
        if self.card.row is not None:
            return self.card.row.provision.chapter_id
        found = self.view.current_id()
        code = found.removeprefix(CHAPTER) if isinstance(found, str) else ""
        return UUID(code) if code else None

    def _cells(self, row: ProvisionRow | str) -> Mapping[str, Cell]:
        return cells(row, self.model.hidden, self.sheet)

    def _open(self, identifier: Any) -> None:
        if isinstance(identifier, str):
            self.add()
        elif self.sheet is not None and self.sheet.version.is_open:
            self.change()
        else:
            self.sides.show_detail()

    def _loaded(self, count: int) -> None:
        self._say()
        if count and self.view.current_id() is None:
            titles = (row for row in range(count) if not isinstance(self.model.id_at(row), str))
            self.view.selectRow(next(titles, 0))
        self._show()

    def _say(self) -> None:
        if self.sheet is None:
            return
        watched = sum(row.provision.is_watched for row in self.sheet.provisions)
        state = _(VERSION_STATES[self.sheet.state])
        self.list.foot.say(
            N_("Provisions: {n} · with a time limit: {watched} · {state}"), n=len(self.sheet.provisions),
            watched=watched, state=state[:1].lower() + state[1:],
        )  # fmt: skip

    def _show(self) -> None:
        row = self.source.row(self.view.current_id())
        self.card.put(self.sheet, row)
        for button in self._own:
            button.setEnabled(row is not None)
