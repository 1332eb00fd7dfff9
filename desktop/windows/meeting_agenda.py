"""The agenda of a meeting edited: its items in order at the left, words of the chosen one and what is gathered beside.

An item is saved when another one is chosen; what is half typed is kept as a draft.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.meetings.agenda import Agenda
from desktop.meetings.agendas import ItemDraft
from desktop.problems import Problem
from desktop.records.meeting import Meeting
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, EmptyState
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.flanked import Flanked
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.meeting_agenda_item import Acts, AgendaItemCard
from desktop.windows.meeting_agenda_list import COLUMNS, Items, OutlineView, Row, cells
from desktop.windows.meeting_words import kind_words, when_words
from desktop.windows.table import Cell, Sort, TableModel
from desktop.windows.table_card import TableCard
from desktop.windows.unfinished_forms import ASKED

WIDE = 520


class MeetingAgenda(Screen):
    """The page; `about` is a meeting, or a meeting and an item."""

    NAME = "meeting_agenda"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.about: UUID | None = None
        self.item: UUID | None = None
        self.agenda: Agenda | None = None
        self.banner = Banner("red")
        self._title, self._context = Label("", "title", wrap=True), Label("", "second", wrap=True)
        self._source = Items()
        self.model = TableModel(self._source, COLUMNS, self._cells, desk.background, sort=Sort(""), parent=self)
        self.view = OutlineView(self.model, N_("Agenda"))
        self.view.moves = self.move_item
        self.list = TableCard(self.view, self.model, EmptyState("list", N_("Nothing stands on this agenda.")))
        acts = Acts(self.save, self.say_none, self.take_off, self.move_item)
        self.card = AgendaItemCard(acts, self._keep)
        self.form = self.card.form
        self._build()
        self.view.chosen.connect(self._choose)
        self.model.loaded.connect(self._loaded)

    def _build(self) -> None:
        words = QWidget()
        said = Column(words, gap=2)
        said.addWidget(self._title)
        said.addWidget(self._context)
        self.add_button = Button(N_("Another item"), OUTLINED, icon="plus", key="F6", do=self.add)
        close = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addWidget(Apart(words, (close, self.add_button)))
        page.addWidget(self.banner)
        page.addWidget(Flanked(self.list, self.card, wide=WIDE, room=360), 1)

    def first(self) -> QWidget:
        """The items."""
        return self.view

    def show_record(self, about: Any | None) -> None:
        """Show the agenda of this meeting; of the coming one if none is named."""
        if isinstance(about, tuple):
            self.about, self.item = about
        elif isinstance(about, UUID):
            self.about = about
        elif self.about is None:
            coming = self.desk.centre.diary.coming()
            self.about = coming.id if coming else None
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        self.banner.hide()
        agendas = self.desk.centre.agendas
        try:
            if self.about is None:
                raise Problem(N_("No meeting planned. Choose its kind and date."))
            meeting = self.desk.centre.diary.meeting(self.about)
            self.agenda = agendas.compose(self.about)
        except Problem as gone:
            self.banner.tell(gone, "amber")
            self.card.hide()
            self.add_button.hide()
            self._title.say(N_("Agenda"))
            return
        parts = {part.item_id: part for part in self.agenda.parts}
        self._source.held = {item.id: (item, parts[item.id]) for item in agendas.items(self.about)}
        self._title.put(f"{_('Agenda')}: {kind_words(self.desk.centre.diary.kind(meeting.kind_id))}")
        self._context.put(when_words(meeting))
        self._offer(meeting)
        if self.item in self._source.held:
            self.view.choose(self.item)
        self.model.ask(None)

    def save(self) -> bool:
        """Keep the words of the chosen item; False while something is wrong."""
        if self.item is None or self.item not in self._source.held or not self._is_changed():
            return True
        try:
            self._amend(self.item, is_empty=self._source.held[self.item][0].is_empty)
        except Problem as problem:
            self.form.refuse(problem, self.banner.tell)
            return False
        self._forget()
        self.refresh()
        self.desk.kept()
        return True

    def add(self) -> None:
        """Another item, before the date of the next meeting; its title is typed over."""
        if self.about is not None and self.save():
            draft = ItemDraft(title=_(N_("Another item")))
            about, centre = self.about, self.desk.centre
            made = self._attempt(lambda: centre.agendas.add(about, draft, centre.worker))
            if made is not None:
                self.item = made.id
                self.refresh()
                self.card.title.focus()
                self.card.title.edit.selectAll()

    def say_none(self) -> None:
        """Say that there is nothing to the item, or take that back."""
        item = self.item
        if item is not None and item in self._source.held:
            self._attempt(lambda: self._amend(item, is_empty=not self._source.held[item][0].is_empty))

    def take_off(self) -> None:
        """Take the item off the agenda, with the way back offered."""
        item = self.item
        if item is not None:
            self._forget()
            self.item = None
            self._attempt(lambda: self.desk.centre.agendas.remove(item, self.desk.centre.worker))

    def move_item(self, step: int) -> None:
        """Move the chosen item one place."""
        item, order = self.item, list(self._source.held)
        if item in order and 0 <= order.index(item) + step < len(order) and self.add_button.isVisibleTo(self):
            place = order.index(item) + step
            self._attempt(lambda: self.desk.centre.agendas.move(item, place, self.desk.centre.worker))

    def keep_now(self) -> None:
        """Keep what is typed."""
        if self.form.is_pending():
            self.form.keep_now()

    def state(self) -> dict[str, Any]:
        """Which meeting and item."""
        return {"about": self.about.hex if self.about else "", "item": self.item.hex if self.item else ""}

    def restore(self, state: dict[str, Any]) -> None:
        """The same again, with what was typed."""
        self.item = UUID(state["item"]) if state.get("item") else None
        self.show_record(UUID(state["about"]) if state.get("about") else None)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.about is not None:
            self.keep_now()
            self.refresh()

    def _attempt(self, do: Callable[[], Any]) -> Any:
        self.banner.hide()
        try:
            made = do()
        except Problem as problem:
            self.banner.tell(problem)
            return None
        self.refresh()
        self.desk.kept()
        return made

    def _amend(self, item_id: UUID, *, is_empty: bool) -> None:
        draft = self.card.draft(self._source.held[item_id][0], is_empty=is_empty)
        self.desk.centre.agendas.amend(item_id, draft, self.desk.centre.worker)

    def _offer(self, meeting: Meeting) -> None:
        may_write = meeting.state == "planned"
        self.add_button.setVisible(may_write)
        self.card.allow(may_write)

    def _cells(self, row: Row) -> Mapping[str, Cell]:
        assert self.agenda is not None
        return cells(row, list(self._source.held).index(row[0].id) + 1, self.agenda)

    def _loaded(self, count: int) -> None:
        self.list.foot.put("")
        if self.agenda is not None:
            self.list.foot.say(N_("Items: {n} \u00b7 ends: {time}"), n=count, time=self.agenda.ends)
        if count and self.view.current_id() is None:
            self.view.selectRow(0)
        elif count:
            self._show(self.view.current_id())

    def _choose(self, item_id: UUID | None) -> None:
        """Another item: the one before is saved; where that is refused it stays as a draft."""
        if item_id is None or item_id == self.item:
            return
        before = self.item
        if before is not None and before in self._source.held and self._is_changed():
            try:
                self._amend(before, is_empty=self._source.held[before][0].is_empty)
                self._forget()
            except Problem:
                self.form.keep_now()
        self.item = item_id
        if before is not None:
            self.refresh()
        else:
            self._show(item_id)

    def _is_changed(self) -> bool:
        found = self._source.held.get(self.item) if self.item is not None else None
        return found is not None and self.card.is_changed(found[0])

    def _show(self, item_id: Any) -> None:
        """The words of an item, over them what was half typed."""
        if item_id not in self._source.held or self.agenda is None or (item_id == self.item and self.form.is_pending()):
            return
        self.item = item_id
        item, part = self._source.held[item_id]
        note = self.desk.centre.drafts.of(self.NAME, item_id, self.desk.centre.worker)
        self.card.put(item, part, self.agenda, note.fields if note is not None else None)

    def _keep(self, raw: dict[str, Any]) -> bool:
        if self.item is None or not self._is_changed():
            return True
        asked = [self.about.hex, self.item.hex] if self.about else []
        return self.desk.keep_draft(self.NAME, self.item, {**raw, ASKED: asked}, str(raw.get("title", "")))

    def _forget(self) -> None:
        self.form.forget()
        if self.item is not None:
            self.desk.drop_draft(self.NAME, self.item)
