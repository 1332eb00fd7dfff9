"""Two questions about a kind of meeting: which institutions are asked, and in which order its agenda goes.

Both know identifiers and words they are handed, no record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.language import N_
from desktop.records.agency import Agency
from desktop.vault.letters import fold
from desktop.windows.buttons import IconButton
from desktop.windows.chips import Chip, Chips
from desktop.windows.choice import CODE, FOLDED, Combo
from desktop.windows.desk import Desk
from desktop.windows.fields import Field
from desktop.windows.finder import Finder
from desktop.windows.institution_field import AsksInstitution
from desktop.windows.layouts import Column, Row

Entries = Sequence[tuple[str, str]]


class InstitutionsField(AsksInstitution):
    """Several institutions: letters of any word find one, Enter takes it; each stands as a chip, in house order."""

    def __init__(self, desk: Desk, name: str, title: str, entries: Callable[[], Entries], **how: Any) -> None:
        super().__init__(name, title, **how)
        self._desk, self._entries = desk, entries
        self._taken: set[str] = set()
        self.combo = Combo()
        self._model = QStandardItemModel(self)
        self.combo.setModel(self._model)
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setCompleter(Finder(self._model, self.combo))
        self.chips = Chips(lambda: [entry for entry in self._entries() if entry[0] in self._taken], several=True)
        self.chips.changed.connect(self._drop)
        box = QWidget()
        column = Column(box, gap=6)
        column.addWidget(self.combo)
        column.addWidget(self.chips)
        self.hold(box, self.combo)
        self.combo.textActivated.connect(self._take_words)
        entry = self.combo.lineEdit()
        assert entry is not None
        entry.returnPressed.connect(lambda: self._take_words(self.combo.currentText()))
        entry.textEdited.connect(self.typing)
        self.watch()
        self.refill()

    def refill(self) -> None:
        """Offer all that are not taken yet."""
        with QSignalBlocker(self.combo):
            self._model.clear()
            for code, words in self._entries():
                if code not in self._taken:
                    item = QStandardItem(words)
                    item.setData(code, CODE)
                    item.setData(fold(words), FOLDED)
                    self._model.appendRow(item)
            self.end_list()
            self.combo.setCurrentIndex(-1)
            self.combo.clearEditText()
        self.chips.refill()
        self.chips.set_value(self._taken)
        self.chips.setVisible(bool(self._taken))

    def raw(self) -> list[str]:
        """The identifiers that are taken, in house order."""
        return [code for code, _words in self._entries() if code in self._taken]

    def set_raw(self, raw: Any) -> None:
        """Take these."""
        known = {code for code, _words in self._entries()}
        self._taken = {code for code in raw or () if code in known}
        self.refill()

    def looked_for(self) -> str:
        """What stands typed."""
        return self.combo.currentText().strip()

    def look_for(self, words: str) -> None:
        """Put it back."""
        with QSignalBlocker(self.combo):
            self.combo.setEditText(words)

    def value(self) -> tuple[UUID, ...]:
        """The institutions."""
        return tuple(UUID(code) for code in self.raw())

    def set_value(self, value: Any) -> None:
        """Take these institutions."""
        self.set_raw([one.hex for one in value or ()])

    def take_new(self, agency: Agency) -> None:
        """One more of them."""
        self._taken.add(agency.id.hex)
        self.refill()

    def stay(self) -> None:
        """Nothing was chosen."""
        self.combo.setCurrentIndex(-1)
        self.combo.clearEditText()

    def summary(self) -> str:
        """Their names."""
        return ", ".join(words for code, words in self._entries() if code in self._taken)

    def _take_words(self, words: str) -> None:
        code = next((code for code, said in self._entries() if fold(said) == fold(words.strip())), "")
        if code:
            self._taken.add(code)
            self.refill()
            self.changed.emit()

    def _drop(self) -> None:
        self._taken = set(self.chips.value())
        self.refill()
        self.changed.emit()


class _Lines(QWidget):
    """Passes arrows of its chips to the field."""

    def __init__(self, moved: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._moved = moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go on, with Alt they move the line."""
        if not self._moved(event):
            super().keyPressEvent(event)


class OrderField(Field):
    """Which of a few things, and in which order: Space takes one, Alt with Up or Down moves it."""

    def __init__(self, name: str, title: str, entries: Callable[[], Entries], **how: Any) -> None:
        super().__init__(name, title, **how)
        self._entries = entries
        self._order = [code for code, _words in entries()]
        self._on: set[str] = set()
        box = _Lines(self._moved)
        column = Column(box, gap=2)
        self.chips: list[Chip] = []
        for place in range(len(self._order)):
            chip, line = Chip(), Row(gap=4)
            chip.clicked.connect(partial(self._toggled, place))
            line.addWidget(chip)
            line.addStretch(1)
            for icon, step, words in (("up", -1, N_("Move up")), ("down", 1, N_("Move down"))):
                button = IconButton(words, icon, bare=True, do=partial(self.move_place, place, step))
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt with an arrow does the same
                line.addWidget(button)
            column.addLayout(line)
            self.chips.append(chip)
        self.hold(box, self.chips[0])
        self._show()

    def raw(self) -> list[str]:
        """The codes that are taken, in their order."""
        return [code for code in self._order if code in self._on]

    def set_raw(self, raw: Any) -> None:
        """Take these in this order; the others stand below."""
        known = [code for code, _words in self._entries()]
        taken = [code for code in raw or () if code in known]
        self._order, self._on = [*taken, *(code for code in known if code not in taken)], set(taken)
        self._show()

    def value(self) -> tuple[str, ...]:
        """The codes."""
        return tuple(self.raw())

    def set_value(self, value: Any) -> None:
        """Take these in this order."""
        self.set_raw(list(value or ()))

    def retranslate(self) -> None:
        """Say everything again."""
        super().retranslate()
        if hasattr(self, "chips"):
            self._show()

    def summary(self) -> str:
        """The words in their order."""
        words = dict(self._entries())
        return ", ".join(words[code] for code in self.raw())

    def move_place(self, place: int, step: int) -> None:
        """Move what stands at that place."""
        other = place + step
        if 0 <= other < len(self._order):
            self._order[place], self._order[other] = self._order[other], self._order[place]
            self._show()
            self.chips[other].setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()

    def _moved(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        here = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), -1)
        if not step or here < 0:
            return False
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_place(here, step)
        elif 0 <= here + step < len(self.chips):
            self.chips[here + step].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _toggled(self, place: int) -> None:
        self._on ^= {self._order[place]}
        self.changed.emit()

    def _show(self) -> None:
        words = dict(self._entries())
        for code, chip in zip(self._order, self.chips, strict=True):
            chip.code = code
            chip.put(words[code])
            chip.setChecked(code in self._on)
