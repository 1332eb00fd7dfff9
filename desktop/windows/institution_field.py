"""Choices of institutions whose last entry leads to writing down one that the list does not have yet.

Whoever comes back from there finds what was typed as she left it, and the new institution chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent, QStandardItem, QStandardItemModel

from desktop.language import _
from desktop.records.agency import Agency
from desktop.vault.letters import fold
from desktop.windows.choice import CODE, FOLDED, ChoiceField, Combo
from desktop.windows.desk import Desk
from desktop.windows.fields import Field
from desktop.windows.offered import Entries

NEW = "new"


def new_words() -> str:
    """What the last entry says."""
    return f"{_('New institution')}\u2026"


class AsksInstitution(Field):
    """A question whose list ends with the way to a new one; `about` says what that page begins with."""

    combo: Combo
    _model: QStandardItemModel

    _known: frozenset[UUID] | None = None
    """The institutions there were when she went; None: she has not gone."""
    _desk: Desk
    _about: Callable[[], str] = str

    def take_new(self, agency: Agency) -> None:
        """An institution was written down."""
        raise NotImplementedError

    def stay(self) -> None:
        """Show again what stood there before the last entry was come to."""
        raise NotImplementedError

    def end_list(self) -> None:
        """The last entry, in a list that was filled anew."""
        last = QStandardItem(new_words())
        last.setData(NEW, CODE)
        self._model.appendRow(last)

    def watch(self) -> None:
        """Listen to the list, once it is made."""
        self.combo.activated.connect(self._taken_from_list)
        line = self.combo.lineEdit()
        assert line is not None
        line.textEdited.connect(self._find_last)

    def showEvent(self, event: QShowEvent) -> None:
        """Take what was written down meanwhile."""
        super().showEvent(event)
        known, self._known = self._known, None
        if known is None:
            return
        for agency in self._desk.centre.directory.agencies():
            if agency.id not in known:
                self.take_new(agency)
                self.changed.emit()
        QTimer.singleShot(0, self, self.focus)

    def _find_last(self, words: str) -> None:
        """Whatever is typed, the last entry is found by it."""
        self._model.item(self._model.rowCount() - 1).setData(fold(words), FOLDED)

    def _taken_from_list(self, place: int) -> None:
        if self.combo.itemData(place, CODE) != NEW:
            return
        if self.combo.is_walked:
            self.stay()
        else:
            QTimer.singleShot(0, self, self._go)  # once the list has put its words into the field

    def _go(self) -> None:
        """Write one down; what is typed around it is kept meanwhile."""
        self.stay()
        self._known = frozenset(agency.id for agency in self._desk.centre.directory.agencies())
        self._desk.go("agency", self._about())


class InstitutionField(AsksInstitution, ChoiceField):
    """One institution; `take` is done with a new one, where it is not simply chosen."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        title: str,
        entries: Callable[[], Entries],
        *,
        about: Callable[[], str] = str,
        take: Callable[[Agency], object] | None = None,
        **how: Any,
    ) -> None:
        self._desk, self._about, self._take = desk, about, take
        self._stood: list[str] = ["", ""]
        super().__init__(name, title, entries, searched=True, **how)
        self.watch()

    def set_raw(self, raw: Any) -> None:
        """Put code, or words, back."""
        super().set_raw(raw)
        self._stood = self.raw()

    def set_value(self, value: Any) -> None:
        """Choose a code."""
        super().set_value(value)
        self._stood = self.raw()

    def stay(self) -> None:
        """What was typed or chosen."""
        self.set_raw(self._stood)

    def take_new(self, agency: Agency) -> None:
        """Choose it, if it is of those that are asked for."""
        self.refill()
        if self._take is not None:
            self._take(agency)
        elif any(code == agency.id.hex for code, _words in self._all()):
            self.set_value(agency.id.hex)

    def _all(self) -> Entries:
        return [*super()._all(), (NEW, new_words())]

    def _match(self) -> str:
        code = super()._match()
        return "" if code == NEW else code

    def _edited(self) -> None:
        if self.combo.code() != NEW:
            super()._edited()

    def _find_last(self, words: str) -> None:
        self._stood = self.raw()
        super()._find_last(words)

    def _taken_from_list(self, place: int) -> None:
        if self.combo.itemData(place, CODE) != NEW:
            self._stood = self.raw()
        super()._taken_from_list(place)
