"""The filter bar over the people: words, role, residence, and quick chips; all of it is said in the foot too."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.language import N_, _, chosen
from desktop.records.municipality import shown_place
from desktop.records.people import PeopleQuery
from desktop.records.people_query import to_confirm_before
from desktop.records.vocabulary import ROLES
from desktop.windows.buttons import PLAIN, Button, sequence
from desktop.windows.chips import Chip
from desktop.windows.choice import Combo
from desktop.windows.desk import Desk
from desktop.windows.layouts import Flow
from desktop.windows.look import follow, px

TYPING_MS = 150
CHIPS = {
    "open": N_("With open notices"),
    "confirm": N_("Safe way to be confirmed"),
    "unknown": N_("No safe way known"),
}
"""Quick filters."""


class PeopleFilters(QWidget):
    """What narrows the list; `changed` is sent once the typing rests."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.role, self.place = Combo(), Combo()
        self.chips = {name: Chip(code=name) for name in CHIPS}
        self.clear_button = Button(N_("Clear the filters"), PLAIN, key="Shift+F4", do=self.clear)
        row = Flow(self, gap=8)
        for widget in (*self._inputs(), self.clear_button):
            row.addWidget(widget)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._tell)
        self.words.textChanged.connect(lambda _text: self._typing.start())
        for combo in (self.role, self.place):
            combo.currentIndexChanged.connect(self._tell)
        for chip in self.chips.values():
            chip.toggled.connect(self._tell)
        QShortcut(sequence("F4"), self, self.words.setFocus)
        follow(self.dress)
        self.retranslate()

    def _inputs(self) -> tuple[QWidget, ...]:
        return self.words, self.role, self.place, *self.chips.values()

    def dress(self) -> None:
        """Take sizes from the look in use."""
        self.words.setFixedWidth(px(200))
        for combo in (self.role, self.place):
            combo.setMaximumWidth(px(210))

    def query(self) -> PeopleQuery:
        """What is asked for."""
        days = self.desk.centre.profile_log.profile().safe_contact_days
        before = to_confirm_before(self.desk.centre.world.today(), days)
        return PeopleQuery(
            text=self.words.text().strip(),
            with_open=True if self.chips["open"].isChecked() else None,
            role=self.role.code(),
            municipality=self.place.code(),
            no_safe_way=self.chips["unknown"].isChecked(),
            confirmed_before=before if self.chips["confirm"].isChecked() else None,
        )

    def look_for(self, words: str) -> None:
        """Show those who have these words, typed elsewhere, and nobody is left out by another filter."""
        self.restore({})
        self.words.setText(words)
        self._tell()

    def in_words(self) -> str:
        """The filters as words, for the foot; empty if none is set."""
        words = [f"„{self.words.text().strip()}“" if self.words.text().strip() else ""]
        words += [combo.currentText() if combo.code() else "" for combo in (self.role, self.place)]
        words += [_(CHIPS[name]) for name, chip in self.chips.items() if chip.isChecked()]
        return " \u00b7 ".join(word for word in words if word)

    def clear(self) -> None:
        """Take all filters off."""
        self.restore({})

    def state(self) -> dict[str, Any]:
        """For after the lock; what was typed is left out, it may be a name."""
        on = [name for name, chip in self.chips.items() if chip.isChecked()]
        return {"role": self.role.code(), "place": self.place.code(), "chips": on}

    def restore(self, state: dict[str, Any]) -> None:
        """Take filters back."""
        widgets = self._inputs()
        for widget in widgets:
            widget.blockSignals(True)
        self.words.setText("")
        self.role.choose(state.get("role", ""))
        self.place.choose(state.get("place", ""))
        for name, chip in self.chips.items():
            chip.setChecked(name in state.get("chips", ()))
        for widget in widgets:
            widget.blockSignals(False)
        self._tell()

    def refill(self) -> None:
        """Read the places again, off the window's thread."""
        self.desk.background.run(self.desk.centre.people.residences, self._fill_places)

    def retranslate(self) -> None:
        """Say everything again in the language of the screen."""
        self.words.setPlaceholderText(_("Name, number, place"))
        self.words.setAccessibleName(_("Search in the people"))
        for combo, name in ((self.role, N_("Role")), (self.place, N_("Residence"))):
            combo.setAccessibleName(_(name))
        for name, chip in self.chips.items():
            chip.put(_(CHIPS[name]))
        self.role.fill([("", _("All roles")), *((code, _(word)) for code, word in ROLES.items())])
        self._fill_places([self.place.code()] if self.place.code() else [])
        self.refill()
        self._show_clear()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill_places(self, places: Any) -> None:
        locale = chosen().locale
        self.place.fill([("", _("All places")), *((place, shown_place(place, locale)) for place in places)])

    def _show_clear(self) -> None:
        self.clear_button.setVisible(bool(self.in_words()))

    def _tell(self) -> None:
        self._show_clear()
        self.changed.emit()
