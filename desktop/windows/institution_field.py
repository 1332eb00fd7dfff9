"""A choice of an institution whose last entry leads to writing down one that the list does not have yet.

Whoever comes back from there finds what was typed as she left it, and the new institution chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent

from desktop.language import _
from desktop.records.agency import Agency
from desktop.vault.letters import fold
from desktop.windows.choice import CODE, FOLDED, ChoiceField
from desktop.windows.desk import Desk
from desktop.windows.offered import Entries

NEW = "new"


class InstitutionField(ChoiceField):
    """The question; `about` says what the page of a new one begins with, `take` what is done with it, if not chosen."""

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
        self._desk, self._about, self._take = desk, about, take or self._choose_new
        self._known: frozenset[UUID] | None = None
        """The institutions there were when she went; None: she has not gone."""
        self._stood: list[str] = ["", ""]
        """What stood in it before the last entry was chosen."""
        super().__init__(name, title, entries, searched=True, **how)
        self.combo.activated.connect(self._chosen)
        line = self.combo.lineEdit()
        assert line is not None
        line.textEdited.connect(self._typed)

    def set_raw(self, raw: Any) -> None:
        """Put code, or words, back."""
        super().set_raw(raw)
        self._stood = self.raw()

    def set_value(self, value: Any) -> None:
        """Choose a code."""
        super().set_value(value)
        self._stood = self.raw()

    def showEvent(self, event: QShowEvent) -> None:
        """Take what was written down meanwhile."""
        super().showEvent(event)
        known, self._known = self._known, None
        if known is None:
            return
        for agency in self._desk.centre.directory.agencies():
            if agency.id not in known:
                self.refill()
                self._take(agency)
                self.changed.emit()
        QTimer.singleShot(0, self, self.focus)

    def _all(self) -> Entries:
        return [*super()._all(), (NEW, f"{_('New institution')}\u2026")]

    def _match(self) -> str:
        code = super()._match()
        return "" if code == NEW else code

    def _edited(self) -> None:
        if self.combo.code() != NEW:
            super()._edited()

    def _typed(self, words: str) -> None:
        """Whatever is typed, the last entry is found by it."""
        self._stood = self.raw()
        self._model.item(self._model.rowCount() - 1).setData(fold(words), FOLDED)

    def _chosen(self, place: int) -> None:
        if self.combo.itemData(place, CODE) != NEW:
            self._stood = self.raw()
        elif self.combo.is_walked:
            self.set_raw(self._stood)
        else:
            QTimer.singleShot(0, self, self._enter)  # once the list has put its words into the field

    def _enter(self) -> None:
        """Write one down; what is typed around it is kept meanwhile."""
        self.set_raw(self._stood)
        self._known = frozenset(agency.id for agency in self._desk.centre.directory.agencies())
        self._desk.go("agency", self._about())

    def _choose_new(self, agency: Agency) -> None:
        if any(code == agency.id.hex for code, _words in self._all()):
            self.set_value(agency.id.hex)
