"""The editable lists: each entry in the centre's own words, in its order, offered or retired."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.records.code_list import LISTS, Code
from desktop.records.vocabulary import OUTCOMES
from desktop.windows.buttons import PRIMARY, Button, IconButton
from desktop.windows.card import Card
from desktop.windows.centre_part import Part, entry_row, plain
from desktop.windows.choice import Combo
from desktop.windows.labels import Label
from desktop.windows.layouts import clear, line
from desktop.windows.pill import CLOSED, Pill

MEASURES = "measure_kind"
"""The list whose entries have a length."""


def length_words(hours: int) -> str:
    """A length as people say it: days where they are whole, else hours."""
    if not hours:
        return _(N_("no set end"))
    if hours % 24 == 0 and hours > 48:
        return chosen().count("{n} day", "{n} days", hours // 24)
    return chosen().count("{n} hour", "{n} hours", hours)


class ListsPart(Part):
    """One list at a time."""

    NAME = "lists"
    TITLE = N_("Lists")
    SAYS = N_("What is offered in forms. An entry that is retired stays in past records.")
    ICON = "list"

    def build(self) -> None:
        """Which list, and its entries."""
        self.chosen_list = Combo()
        self.chosen_list.currentIndexChanged.connect(self._show)
        self._flow.addWidget(self.chosen_list)
        self.add_button = Button(N_("Add an entry"), PRIMARY, icon="plus", key="F6", do=self._add)
        self.action(self.add_button)
        self.add_button.setVisible(self.leads)
        self._entries = Card(gap=6, margins=(16, 12, 12, 12))
        self.column.addWidget(self._entries)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Read the list again."""
        self.chosen_list.setAccessibleName(_(N_("List")))
        former = self.chosen_list.code()
        self.chosen_list.fill([(name, _(words)) for name, words in LISTS.items()])
        self.chosen_list.choose(former or next(iter(LISTS)))
        self._show()

    def first(self) -> QWidget:
        """Which list."""
        return self.chosen_list

    def _show(self) -> None:
        clear(self._entries.column)
        entries = self.desk.centre.lists.entries(self.chosen_list.code(), active_only=False)
        for place, code in enumerate(entries):
            if place:
                self._entries.column.addWidget(line())
            pill = None if code.is_active else Pill(CLOSED, N_("Retired"))
            buttons = self._buttons(code, place, len(entries))
            self._entries.column.addLayout(entry_row(*self._words(code), *buttons, pill=pill))
        if not entries:
            self._entries.column.addWidget(Label(N_("Nothing yet."), "quiet"))

    def _words(self, code: Code) -> tuple[str, str]:
        speak, second = chosen(), []
        if code.own_words and code.msgid:
            second.append(speak.say(code.msgid))
        if code.list_name == "outcome_reason":
            second.append(_(OUTCOMES.get(code.code.split(".")[0], "")) if "." in code.code else "")
        if code.list_name == MEASURES:
            second.append(length_words(code.hours))
            if code.prolonged_hours:
                second.append(_(N_("prolonged: {length}"), length=length_words(code.prolonged_hours)))
            second.append(_(code.source) if code.source else "")
        return code.shown(speak.say), " \u00b7 ".join(part for part in second if part)

    def _buttons(self, code: Code, place: int, count: int) -> list[QWidget]:
        if not self.leads:
            return []
        lists, by, words = self.desk.centre.lists, self.desk.centre.worker, code.shown(chosen().say)
        up = IconButton(N_("Move up"), "up", bare=True, do=partial(self._move, code, place - 1))
        down = IconButton(N_("Move down"), "down", bare=True, do=partial(self._move, code, place + 1))
        up.setEnabled(place > 0)
        down.setEnabled(place < count - 1)
        for button in (up, down):
            button.setAccessibleName(f"{button.accessibleName()}: {words}")
        change = plain(N_("Change\u2026"), partial(self.desk.go, "entry", code.id.hex), about=words)
        if code.is_active:
            turn = plain(N_("Retire"), lambda: self.attempt(partial(lists.retire, code.id, by)), about=words)
        else:
            turn = plain(N_("Offer again"), lambda: self.attempt(partial(lists.revive, code.id, by)), about=words)
        return [up, down, change, turn]

    def _move(self, code: Code, place: int) -> None:
        self.attempt(lambda: self.desk.centre.lists.move(code.id, place, self.desk.centre.worker))

    def _add(self) -> None:
        self.desk.go("entry", self.chosen_list.code())
