"""The agenda of a meeting edited: its items in order at the left, words of the chosen one and what is gathered beside.

An item is saved when another one is chosen; what is half typed is kept as a draft.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.meetings.agenda import Agenda
from desktop.meetings.agendas import ItemDraft
from desktop.meetings.wording import HINT, blaming
from desktop.problems import Problem
from desktop.records.meeting import PARTS, Meeting
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, EmptyState
from desktop.windows.buttons import DANGER, OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk, Screen
from desktop.windows.fields import LongTextField, TextField
from desktop.windows.flanked import Flanked
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.meeting_agenda_list import COLUMNS, Items, OutlineView, Row, cells
from desktop.windows.meeting_gathered import gathered
from desktop.windows.meeting_kind import a_number
from desktop.windows.meeting_words import kind_words, when_words
from desktop.windows.table import Cell, Sort, TableModel
from desktop.windows.table_card import TableCard

WIDE = 520
NOTHING = N_("Nothing to this item")


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
        self.form = Form([Group("", [
            [(TextField("title", N_("Title, if not the usual one")), 9),
             (TextField("minutes", N_("Minutes"), read=a_number, signs=4), 3)],
            [(LongTextField("text", N_("What stands under it"), lines=4), 12)],
        ])], keep=self._keep)  # fmt: skip
        self.hint = Label("", "second", ink="amber", wrap=True)
        self._gathered = Label("", "body", wrap=True)
        self._build()
        self.view.chosen.connect(self._choose)
        self.model.loaded.connect(self._loaded)
        self.form.changed.connect(self._look)

    def _build(self) -> None:
        words, right = QWidget(), Card(gap=10)
        said = Column(words, gap=2)
        said.addWidget(self._title)
        said.addWidget(self._context)
        self.add_button = Button(N_("Another item"), OUTLINED, icon="plus", key="F6", do=self.add)
        self.save_button = Button(N_("Save"), PRIMARY, key="Ctrl+Enter", do=self.save)
        self.none_button = Button(NOTHING, OUTLINED, key="F7", do=self.say_none)
        self.out_button = Button(N_("Take it off"), DANGER, do=self.take_off)
        self.up_button = Button(N_("Move up"), PLAIN, icon="up", do=lambda: self.move_item(-1))
        self.down_button = Button(N_("Move down"), PLAIN, icon="down", do=lambda: self.move_item(1))
        close = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        self._which = Label("", "card", wrap=True)
        right.column.addWidget(Apart(self._which, (self.up_button, self.down_button)))
        right.column.addWidget(self.form)
        self.form.foot.hide()
        right.column.addWidget(self.hint)
        right.column.addWidget(Label(N_("What the program gathers for it"), "label"))
        right.column.addWidget(self._gathered)
        right.column.addStretch(1)
        right.column.addWidget(Apart(QWidget(), (self.out_button, self.none_button, self.save_button)))
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addWidget(Apart(words, (close, self.add_button)))
        page.addWidget(self.banner)
        page.addWidget(Flanked(self.list, right, wide=WIDE, room=360), 1)
        self._right = right

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
            self._right.hide()
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
                field = self.form.fields["title"]
                field.focus()
                assert isinstance(field, TextField)
                field.edit.selectAll()

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
        told, item = self.form.values(), self._source.held[item_id][0]
        draft = replace(
            ItemDraft.of(item), title=told["title"] or "", text=told["text"] or "", minutes=told["minutes"] or 0,
            is_empty=is_empty,
        )  # fmt: skip
        self.desk.centre.agendas.amend(item_id, draft, self.desk.centre.worker)

    def _offer(self, meeting: Meeting) -> None:
        """Nothing can be changed once the meeting was held."""
        may_write = meeting.state == "planned"
        for button in (self.add_button, self.save_button, self.none_button, self.out_button, self.up_button,
                       self.down_button):  # fmt: skip
            button.setVisible(may_write)
        self.form.setEnabled(may_write)

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
        if self.item is None or not self.form.isEnabled():
            return False
        item, raw = self._source.held[self.item][0], self.form.raw()
        return (raw["title"], raw["minutes"], raw["text"]) != (item.title, str(item.minutes), item.text)

    def _show(self, item_id: Any) -> None:
        """The words of an item, over them what was half typed."""
        if item_id not in self._source.held or self.agenda is None or (item_id == self.item and self.form.is_pending()):
            return
        self.item = item_id
        item, part = self._source.held[item_id]
        self._which.put(_(PARTS[item.part]))
        title = self.form.fields["title"]
        assert isinstance(title, TextField)
        title.require(item.part == "own")
        title.edit.setPlaceholderText("" if item.part == "own" else _(PARTS[item.part]))
        for field in self.form.fields.values():
            field.show_problem(None)
        self.form.put({"title": item.title, "minutes": item.minutes, "text": item.text})
        note = self.desk.centre.drafts.of(self.NAME, item_id, self.desk.centre.worker)
        if note is not None:
            self.form.restore(dict(note.fields))
        self.none_button.say(N_("Take back") if item.is_empty else NOTHING)
        self._gathered.put(gathered(part, self.agenda))
        self._look()

    def _look(self) -> None:
        """A quiet word where something blames."""
        raw = self.form.raw()
        words = blaming(f"{raw['title']} {raw['text']}", chosen().locale)
        self.hint.setVisible(bool(words))
        self.hint.say(HINT, words=", ".join(words))

    def _keep(self, raw: dict[str, Any]) -> bool:
        if self.item is None or not self._is_changed():
            return True
        return self.desk.keep_draft(self.NAME, self.item, raw, str(raw.get("title", "")))

    def _forget(self) -> None:
        self.form.forget()
        if self.item is not None:
            self.desk.drop_draft(self.NAME, self.item)
