"""Linking two persons of one family: found by any part of a name; those named in the same notices are offered first."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.language import N_, _
from desktop.problems import Problem
from desktop.records.people import PeopleQuery, PeopleRow, PersonSheet
from desktop.records.person_sheet import Relative
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk
from desktop.windows.fields import Field
from desktop.windows.form import Group
from desktop.windows.found_list import FoundList
from desktop.windows.found_rows import Entry, person_entry
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.look import follow, px
from desktop.windows.names import shown_name
from desktop.windows.offered_lists import listed, optional
from desktop.windows.person_cards import joined
from desktop.windows.person_form import PersonForm
from desktop.windows.search_field import PAUSE_MS, STEPS

SHOWN = 6


class PersonEdit(QLineEdit):
    """Where a part of a name is typed; the arrows go along the list below."""

    def __init__(self, below: FoundList) -> None:
        super().__init__()
        self._below = below

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose."""
        step = STEPS.get(event.key())  # type: ignore[call-overload]
        if step and not event.modifiers():
            self._below.step(step)
        else:
            super().keyPressEvent(event)


class PersonField(Field):
    """Which person is meant: typed, and chosen from those found.

    With `asks`, nobody is chosen of those who are offered before anything was typed: saving at once would mean one.
    """

    def __init__(self, name: str, title: str, desk: Desk, *, asks: bool = False) -> None:
        super().__init__(name, title, required=True)
        self.desk, self._asks = desk, asks
        self._offered: tuple[UUID, ...] = ()
        self._without: UUID | None = None
        self.list = FoundList()
        self.edit = PersonEdit(self.list)
        box = QWidget()
        column = Column(box, gap=4)
        column.addWidget(self.edit)
        column.addWidget(self.list)
        self.hold(box, self.edit)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.look)
        self.edit.textEdited.connect(lambda _text: self._timer.start())
        self.list.opened.connect(lambda _entry: self.changed.emit())
        follow(self.dress)
        self.retranslate()

    def offer(self, without: UUID, first: tuple[UUID, ...]) -> None:
        """Offer these while nothing is typed; `without` is whose family it is."""
        self._without, self._offered = without, first
        self.look()

    def look(self) -> None:
        """Find whom is meant by what was typed."""
        self._timer.stop()
        words, people = self.edit.text().strip(), self.desk.centre.people
        offered = self._offered

        def found() -> list[PeopleRow]:
            return people.rows((people.ids(PeopleQuery(text=words)) if words else list(offered))[: SHOWN + 1])

        self.desk.background.run(found, self._show)

    def dress(self) -> None:
        """Take the height of the entries."""
        self.list.setFixedHeight(max(self.list.whole_height(), px(4)))

    def raw(self) -> str:
        """What was typed."""
        return self.edit.text()

    def set_raw(self, raw: Any) -> None:
        """Put it back, and look again."""
        self.edit.setText(str(raw or ""))
        self.look()

    def looked_for(self) -> str:
        """The same: it only looks for somebody, and leaves no form half done."""
        return self.edit.text()

    def look_for(self, words: str) -> None:
        """Put it back."""
        if words:
            self.set_raw(words)

    def value(self) -> UUID | None:
        """The chosen person."""
        entry = self.list.chosen()
        return entry.about if entry is not None and isinstance(entry.about, UUID) else None

    def set_value(self, value: Any) -> None:
        """Nobody is chosen by the program."""
        self.set_raw("")

    def retranslate(self) -> None:
        """Say its name again."""
        super().retranslate()
        self.list.setAccessibleName(_("Found"))
        self.edit.setPlaceholderText(_("Name, number, place"))
        if self.edit.text() or self._offered:
            self.look()

    def _show(self, rows: list[PeopleRow]) -> None:
        shown: list[Entry] = [person_entry(row) for row in rows if row.id != self._without][:SHOWN]
        self.list.put(shown, self.edit.text())
        if self._asks and not self.edit.text().strip():
            self.list.setCurrentIndex(QModelIndex())
        self.list.setVisible(bool(shown))
        self.dress()


class PersonLink(PersonForm):
    """Somebody of the family or household."""

    NAME = "person_link"
    HEADING = N_("Link with somebody of the family")

    def groups(self) -> list[Group]:
        """Who, and what that person is to this one."""
        self.other = PersonField("other_id", N_("Who belongs to the family or household"), self.desk, asks=True)
        relations = optional(listed(self.desk.centre, "relation"))
        return [Group("", [[(self.other, 12)], [(ChoiceField("relation", N_("Is to this person"), relations), 6)]])]

    def begin(self, sheet: PersonSheet) -> None:
        """Those named in the same notices come first."""
        linked = {relative.person.id for relative in sheet.family}
        named = self.desk.centre.people.named_with(sheet.person.id)
        self.other.offer(sheet.person.id, tuple(other for other in named if other not in linked))

    def write(self, sheet: PersonSheet, told: dict[str, Any]) -> None:
        """Keep the link."""
        if told["other_id"] is None:
            raise Problem(N_("Choose two different persons."), field="other_id")
        people, by = self.desk.centre.people, self.desk.centre.worker
        people.link_family(sheet.person.id, told["other_id"], told["relation"] or "", by)


class PersonRelation(PersonForm):
    """What a relative is to this person, corrected from whichever side."""

    NAME = "person_relation"
    HEADING = N_("Change the family link")

    def groups(self) -> list[Group]:
        """What that person is to this one."""
        relations = optional(listed(self.desk.centre, "relation"))
        return [Group("", [[(ChoiceField("relation", N_("Is to this person"), relations), 6)]])]

    def extra(self) -> QWidget:
        """Who it is."""
        self._other = Label("", "second", wrap=True)
        return self._other

    def begin(self, sheet: PersonSheet) -> None:
        """As it is written down."""
        relative = self._relative(sheet)
        self.save_button.setEnabled(relative is not None)
        self._say_other(relative)
        if relative is not None:
            self.form.put({"relation": relative.relation})

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language, or with codes for names."""
        if event.type() == QEvent.Type.LanguageChange and self.sheet is not None:
            self._say_other(self._relative(self.sheet))
        super().changeEvent(event)

    def write(self, sheet: PersonSheet, told: dict[str, Any]) -> None:
        """Keep it."""
        relative = self._relative(sheet)
        if relative is not None:
            people, by = self.desk.centre.people, self.desk.centre.worker
            people.link_family(sheet.person.id, relative.person.id, told["relation"] or "", by)

    def _say_other(self, relative: Relative | None) -> None:
        if relative is not None:
            self._other.put(joined(shown_name(relative.person.name, relative.person.code), relative.person.code))

    def _relative(self, sheet: PersonSheet) -> Relative | None:
        return next((one for one in sheet.family if one.kinship_id == self.record), None)
