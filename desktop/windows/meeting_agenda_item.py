"""One item of an agenda beside the list: its words as they are typed, and what the program gathers for it.

It reads what is typed and shows what it is handed; what becomes of either is known by the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.meetings.agenda import Agenda, Part
from desktop.meetings.agendas import ItemDraft
from desktop.meetings.wording import HINT, blaming
from desktop.records.meeting import PARTS, AgendaItem
from desktop.windows.apart import Apart
from desktop.windows.buttons import DANGER, OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.fields import LongTextField, TextField
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label
from desktop.windows.meeting_gathered import gathered
from desktop.windows.meeting_kind import a_number

NOTHING = N_("Nothing to this item")


@dataclass(frozen=True)
class Acts:
    """What can be done with the item on show."""

    save: Callable[[], object]
    say_none: Callable[[], object]
    take_off: Callable[[], object]
    move: Callable[[int], object]
    """One place up or down."""


class AgendaItemCard(Card):
    """The card; `keep` takes what is half typed in it."""

    def __init__(self, acts: Acts, keep: Callable[[dict[str, Any]], bool]) -> None:
        super().__init__(gap=10)
        self.title = TextField("title", N_("Title, if not the usual one"))
        self.form = Form([Group("", [
            [(self.title, 9), (TextField("minutes", N_("Minutes"), read=a_number, signs=4), 3)],
            [(LongTextField("text", N_("What stands under it"), lines=4), 12)],
        ])], keep=keep)  # fmt: skip
        self.hint = Label("", "second", ink="amber", wrap=True)
        self._which, self._gathered = Label("", "card", wrap=True), Label("", "body", wrap=True)
        self.save_button = Button(N_("Save"), PRIMARY, key="Ctrl+Enter", do=acts.save)
        self.none_button = Button(NOTHING, OUTLINED, key="F7", do=acts.say_none)
        self.out_button = Button(N_("Take it off"), DANGER, do=acts.take_off)
        self.up_button = Button(N_("Move up"), PLAIN, icon="up", do=lambda: acts.move(-1))
        self.down_button = Button(N_("Move down"), PLAIN, icon="down", do=lambda: acts.move(1))
        self.column.addWidget(Apart(self._which, (self.up_button, self.down_button)))
        self.column.addWidget(self.form)
        self.form.foot.hide()
        self.column.addWidget(self.hint)
        self.column.addWidget(Label(N_("What the program gathers for it"), "label"))
        self.column.addWidget(self._gathered)
        self.column.addStretch(1)
        self.column.addWidget(Apart(QWidget(), (self.out_button, self.none_button, self.save_button)))
        self.form.changed.connect(self._look)

    def put(self, item: AgendaItem, part: Part, agenda: Agenda, half_typed: Mapping[str, Any] | None) -> None:
        """The words of an item, over them what was half typed."""
        usual = _(PARTS[item.part])
        self._which.put(usual)
        self.title.require(item.part == "own")
        self.title.edit.setPlaceholderText("" if item.part == "own" else usual)
        for field in self.form.fields.values():
            field.show_problem(None)
        self.form.put({"title": item.title, "minutes": item.minutes, "text": item.text})
        if half_typed is not None:
            self.form.restore(dict(half_typed))
        self.none_button.say(N_("Take back") if item.is_empty else NOTHING)
        self._gathered.put(gathered(part, agenda))
        self._look()

    def allow(self, may_write: bool) -> None:
        """Nothing can be changed once the meeting was held."""
        for button in (self.save_button, self.none_button, self.out_button, self.up_button, self.down_button):
            button.setVisible(may_write)
        self.form.setEnabled(may_write)

    def is_changed(self, item: AgendaItem) -> bool:
        """Whether other words are typed than the item has."""
        raw = self.form.raw()
        return self.form.isEnabled() and (
            (raw["title"], raw["minutes"], raw["text"]) != (item.title, str(item.minutes), item.text)
        )

    def draft(self, item: AgendaItem, *, is_empty: bool) -> ItemDraft:
        """The item as it is typed; raises a `Problem` where something cannot be read."""
        told = self.form.values()
        return replace(
            ItemDraft.of(item), title=told["title"] or "", text=told["text"] or "", minutes=told["minutes"] or 0,
            is_empty=is_empty,
        )  # fmt: skip

    def _look(self) -> None:
        """A quiet word where something blames."""
        raw = self.form.raw()
        words = blaming(f"{raw['title']} {raw['text']}", chosen().locale)
        self.hint.setVisible(bool(words))
        self.hint.say(HINT, words=", ".join(words))
