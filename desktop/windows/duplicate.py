"""A notice that had come before: the earlier ones it may be a copy of stand there as rows, or its number is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, chosen
from desktop.problems import Problem
from desktop.records.referral_log import ReferralRow
from desktop.records.referral_sheet import ReferralSheet
from desktop.windows.fields import Field, TextField
from desktop.windows.form import Group
from desktop.windows.found_list import FoundList
from desktop.windows.found_rows import NOTICE, Entry
from desktop.windows.look import follow, px
from desktop.windows.names import shown_name
from desktop.windows.referral_rows import STATE_SIGNS, state_words
from desktop.windows.sheet_page import SheetPage

MOST_HIGH = 300
"""Pixels at text size 100 % that the rows take at most; more of them scroll."""


class EarlierField(Field):
    """The notices that may be meant; arrows choose one, Enter takes it."""

    picked = Signal(str)
    """The number of the row on which she stands."""
    taken = Signal()

    def __init__(self) -> None:
        super().__init__("earlier", N_("Earlier notices"))
        self.rows: Sequence[ReferralRow] = ()
        self.list = FoundList()
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.hold(self.list)
        self.list.selectionModel().currentChanged.connect(self._stands_on)
        follow(self.dress)

    def dress(self) -> None:
        """Take the height of the rows in the look in use."""
        self.list.setFixedHeight(min(self.list.whole_height(), px(MOST_HIGH)) + px(2))

    def put(self, rows: Sequence[ReferralRow]) -> None:
        """Offer these; without any there is no such field."""
        self.rows = rows
        self.retranslate()
        self.setVisible(bool(rows))

    def stand_on(self, number: str) -> None:
        """Stand on the row of that number; none if there is no such row."""
        place = next((i for i, row in enumerate(self.rows) if row.label == number), -1)
        if place == self.list.currentIndex().row():
            return
        self.list.setCurrentIndex(self.list.found.index(place) if place >= 0 else QModelIndex())

    def retranslate(self) -> None:
        """Say the rows again."""
        super().retranslate()
        place = self.list.currentIndex().row()
        self.list.blockSignals(True)
        self.list.found.put([_entry(row) for row in self.rows])
        self.list.setCurrentIndex(self.list.found.index(place) if place >= 0 else QModelIndex())
        self.list.blockSignals(False)
        self.dress()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the row on which she stands."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and self.list.currentIndex().isValid():
                self.taken.emit()
                return True
        return super().eventFilter(watched, event)

    def raw(self) -> str:
        """Nothing: what is chosen stands in the number."""
        return ""

    def set_raw(self, raw: Any) -> None:
        """Nothing to put back."""

    def value(self) -> None:
        """Nothing of its own."""

    def set_value(self, value: Any) -> None:
        """Nothing of its own."""

    def _stands_on(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.picked.emit(self.rows[now.row()].label)


class DuplicatePage(SheetPage):
    """The same notice came before; a duplicate is not counted."""

    NAME = "duplicate"
    HEADING = N_("Duplicate of another notice")

    def groups(self) -> list[Group]:
        """The earlier notices, and the number for any other."""
        self.earlier = EarlierField()
        self.number = TextField("of_id", N_("Number of the notice that came before"), signs=10)
        self.earlier.picked.connect(self._pick)
        self.earlier.taken.connect(self.save)
        self.number.changed.connect(lambda: self.earlier.stand_on(self.number.raw().strip()))
        return [Group("", [[(self.earlier, 12)], [(self.number, 6)]])]

    def refresh(self) -> None:
        """Read the notice again, and say the rows as names or codes."""
        super().refresh()
        self.earlier.retranslate()

    def begin(self, sheet: ReferralSheet) -> None:
        """As it stands; what counts so far needs a number."""
        number = sheet.duplicate_of.label if sheet.duplicate_of else ""
        self.number.required = not number
        self.earlier.put(self.desk.centre.referrals.may_double(sheet.referral.id))
        self.form.put({"of_id": number})
        self.earlier.stand_on(number)

    def first(self) -> QWidget:
        """The rows, or the number where there are none."""
        return self.earlier if self.earlier.rows else self.number

    def write(self, sheet: ReferralSheet, told: dict[str, Any]) -> None:
        """Mark it; without a number it counts again."""
        before = self.desk.centre.referrals.by_label(told["of_id"]) if told["of_id"] else None
        if told["of_id"] and before is None:
            raise Problem(N_("There is no such notice: {number}"), field="of_id", number=told["of_id"])
        before_id = before.id if before else None
        self.desk.centre.referrals.mark_duplicate(sheet.referral.id, before_id, self.desk.centre.worker)

    def _pick(self, number: str) -> None:
        if self.number.raw().strip() != number:
            self.number.set_value(number)
            self.number.changed.emit()


def _entry(row: ReferralRow) -> Entry:
    speak = chosen()
    when = f"{speak.day(row.received_at.date())} {speak.clock(row.received_at)}"
    name = shown_name(row.person_name, row.person_code) if row.person_name else ""
    head = " \u00b7 ".join(word for word in (row.label, name) if word)
    second = " \u00b7 ".join(word for word in (when, row.sender, row.reference) if word)
    return Entry(NOTICE, head, second, state_words(row.state), STATE_SIGNS[row.state.code], row.id)
