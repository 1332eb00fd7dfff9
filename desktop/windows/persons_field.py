"""Who was helped: those of the notice as chips to turn on, anybody else by a few letters of her name.

It knows names and years of birth alone, never a number or an address.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from desktop.centre import Centre
from desktop.language import N_, _
from desktop.problems import Problem
from desktop.records.people_query import PeopleQuery, PeopleRow
from desktop.windows.chips import Chips
from desktop.windows.choice import CODE
from desktop.windows.fields import Field
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.look import follow, look, px
from desktop.windows.names import shown_name
from desktop.windows.worker import Background

LEAST_SIGNS, MOST_SHOWN, PAUSE_MS = 2, 9, 150
NEW = "new"
"""The last entry: somebody whom the list does not have."""
SEVERAL = N_("Several persons together; the minutes count once.")


@dataclass(frozen=True)
class Named:
    """Somebody who can be chosen."""

    id: UUID | None
    """None: her name is not known."""
    name: str
    born: int | None = None
    number: str = ""
    """P-0001: what stands for her name while names are hidden."""

    @property
    def code(self) -> str:
        """What stands for her in a draft."""
        return self.id.hex if self.id else ""

    @property
    def words(self) -> str:
        """Name and year of birth."""
        return " \u00b7 ".join(str(part) for part in (shown_name(self.name, self.number), self.born) if part)


class PersonsField(Field):
    """One person or several, in the order in which they were taken."""

    def __init__(
        self, name: str, title: str, centre: Centre, background: Background, *, new: Callable[[str], object], **how: Any
    ) -> None:
        """`new`: write somebody of that name down, whom the list does not have."""
        super().__init__(name, title, **how)
        self._centre, self._background, self._new, self._sought = centre, background, new, ""
        self._offered: list[Named] = []
        self._taken: list[Named] = []
        self.chips = Chips(self._entries, several=True)
        self.together = Label(SEVERAL, "second", wrap=True)
        self.edit = QLineEdit()
        self._found = QStandardItemModel(self)
        self._finder = _Finder(self._found)
        self._finder.setWidget(self.edit)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._asked = 0
        box = QWidget()
        column = Column(box, gap=6)
        column.addWidget(self.chips)
        column.addWidget(self.together)
        column.addWidget(self.edit)
        self.hold(box, self.edit)
        self.chips.changed.connect(self._toggled)
        self.edit.textEdited.connect(self._wait)
        self._pause.timeout.connect(self.look)
        self._finder.activated[QModelIndex].connect(self._chosen)  # type: ignore[index]
        follow(self.dress)
        self._show()

    def dress(self) -> None:
        """Take the measures of the look in use."""
        self.edit.setMaximumWidth(px(380))

    def offer(self, persons: Sequence[Named]) -> None:
        """Show these as chips, off."""
        codes = {row.id: row.code for row in self._centre.people.rows([person.id for person in persons if person.id])}
        self._offered = [replace(person, number=codes.get(person.id, "")) for person in persons]  # type: ignore[arg-type]
        self._show()

    def raw(self) -> list[str]:
        """The codes of those taken."""
        return [person.code for person in self._taken]

    def set_raw(self, raw: Any) -> None:
        """Take these; somebody who is gone meanwhile is left out."""
        self._taken = [person for code in raw or () if (person := self._person(str(code))) is not None]
        self._show()

    def looked_for(self) -> str:
        """A name that is typed but was not chosen."""
        return self.edit.text().strip()

    def look_for(self, words: str) -> None:
        """Put it back."""
        self.edit.setText(words)

    def value(self) -> tuple[UUID | None, ...]:
        """Those taken; a name that is typed but was not chosen means nobody yet."""
        if self.looked_for():
            raise Problem(N_("Choose from the list."))
        return tuple(person.id for person in self._taken)

    def set_value(self, value: Any) -> None:
        """Take these."""
        self.edit.clear()
        self.set_raw([person.hex if person else "" for person in value or ()])

    def focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Where somebody is looked for."""
        self.edit.setFocus(reason)

    def summary(self) -> str:
        """All of them."""
        return ", ".join(person.words for person in self._taken)

    def take(self, person: UUID) -> None:
        """One more."""
        self.set_raw([*self.raw(), person.hex])
        self._answered()

    def leave_out_gone(self) -> None:
        """Whoever was taken back meanwhile is not among them."""
        there = {row.id for row in self._centre.people.rows([person.id for person in self._taken if person.id])}
        self._taken = [person for person in self._taken if person.id is None or person.id in there]
        self._show()

    def retranslate(self) -> None:
        """Say its name again."""
        super().retranslate()
        self._show()

    def look(self) -> None:
        """Ask who is meant by what is typed; an answer that comes late is dropped."""
        words = self.edit.text().strip()
        if len(words) < LEAST_SIGNS:
            return
        self._asked += 1
        self._sought = words
        asked, people = self._asked, self._centre.people
        self._background.run(
            lambda: people.rows(people.ids(PeopleQuery(text=words))[:MOST_SHOWN]), lambda rows: self._list(asked, rows)
        )

    def _wait(self, _words: str) -> None:
        self._pause.start()
        self.typing.emit()

    def _list(self, asked: int, rows: Sequence[PeopleRow]) -> None:
        if asked != self._asked:
            return
        self._found.clear()
        for row in rows:
            person = Named(row.id, row.name, row.birth_year, row.code)
            told = dict.fromkeys(part for part in (person.words, row.code) if part)
            item = QStandardItem(" \u00b7 ".join(told))
            item.setData(person.code, CODE)
            self._found.appendRow(item)
        last = QStandardItem(f"{_('New person')}\u2026")
        last.setData(NEW, CODE)
        self._found.appendRow(last)
        self._finder.complete()
        self._finder.popup_shown.setCurrentIndex(self._found.index(0, 0))

    def _chosen(self, index: QModelIndex) -> None:
        if index.data(CODE) == NEW:
            self.edit.clear()
            self._new(self._sought)
            return
        person = self._person(str(index.data(CODE)))
        if person is not None and person not in self._taken:
            self._taken.append(person)
        QTimer.singleShot(0, self, self.edit.clear)
        self._show()
        self._answered()

    def _toggled(self) -> None:
        on = self.chips.value()
        known = {person.code: person for person in (*self._offered, *self._taken)}
        kept = [person for person in self._taken if person.code in on]
        self._taken = kept + [known[code] for code in on if known[code] not in kept]
        self._show()
        self._answered()

    def _answered(self) -> None:
        if self.problem is not None:
            self.show_problem(None)
        self.changed.emit()

    def _person(self, code: str) -> Named | None:
        known = next((p for p in (*self._offered, *self._taken) if p.code == code), None)
        if known is not None or not code:
            return known or Named(None, "")
        rows = self._centre.people.rows([UUID(code)])
        return Named(rows[0].id, rows[0].name, rows[0].birth_year, rows[0].code) if rows else None

    def _entries(self) -> list[tuple[str, str]]:
        others = [person for person in self._taken if person not in self._offered]
        return [(person.code, person.words) for person in (*self._offered, *others)]

    def _show(self) -> None:
        self.chips.refill()
        self.chips.set_value(person.code for person in self._taken)
        self.chips.setVisible(bool(self._entries()))
        self.together.setVisible(len(self._taken) > 1)
        words = _(N_("Find another person by name")) if self._taken else _(N_("Find one person or several by name"))
        self.edit.setPlaceholderText(words)


class _Finder(QCompleter):
    """Shows whoever was found; what is typed stays until somebody is chosen."""

    def __init__(self, model: QStandardItemModel) -> None:
        super().__init__(model)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(MOST_SHOWN + 1)
        self.popup_shown = QListView()
        self.popup_shown.setProperty("popup", True)
        look().dress(self.popup_shown)
        self.setPopup(self.popup_shown)
