"""Several answers from a long list: each one chosen becomes a chip, which is taken away by turning it off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.vault.letters import fold
from desktop.windows.chips import Chips
from desktop.windows.choice import CODE, FOLDED, Combo
from desktop.windows.fields import Field
from desktop.windows.finder import Finder
from desktop.windows.layouts import Column


class SeveralField(Field):
    """Words from a list, in the order in which they were taken; words that are not in the list are taken too."""

    def __init__(self, name: str, title: str, entries: Callable[[], Sequence[str]], **how: Any) -> None:
        super().__init__(name, title, **how)
        self._entries = entries
        self._taken: list[str] = []
        self.combo = Combo()
        self._model = QStandardItemModel(self)
        self.combo.setModel(self._model)
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setCompleter(Finder(self._model, self.combo))
        self.chips = Chips(lambda: [(word, word) for word in self._taken], several=True)
        self.chips.changed.connect(self._drop)
        box = QWidget()
        column = Column(box, gap=6)
        column.addWidget(self.combo)
        column.addWidget(self.chips)
        self.hold(box, self.combo)
        self.combo.textActivated.connect(self._take)
        entry = self.combo.lineEdit()
        assert entry is not None
        entry.returnPressed.connect(self._take_typed)
        entry.textEdited.connect(self.typing)
        self.refill()

    def takes_enter(self) -> bool:
        """What is typed is taken by it."""
        return bool(self.combo.currentText().strip())

    def refill(self) -> None:
        """Take the list anew."""
        with QSignalBlocker(self.combo):
            self._model.clear()
            for word in self._entries():
                item = QStandardItem(word)
                item.setData(word, CODE)
                item.setData(fold(word), FOLDED)
                self._model.appendRow(item)
            self.combo.setCurrentIndex(-1)
        self._show()

    def raw(self) -> list[str]:
        """What was taken."""
        return list(self._taken)

    def set_raw(self, raw: Any) -> None:
        """Take these."""
        self._taken = list(raw or ())
        self._show()

    def looked_for(self) -> str:
        """What stands typed."""
        return self.combo.currentText().strip()

    def look_for(self, words: str) -> None:
        """Put it back."""
        with QSignalBlocker(self.combo):
            self.combo.setEditText(words)

    def value(self) -> tuple[str, ...]:
        """What was taken, and what still stands typed."""
        typed = self.looked_for()
        return (*self._taken, typed) if typed and typed not in self._taken else tuple(self._taken)

    def set_value(self, value: Any) -> None:
        """Take these."""
        self.set_raw(value)

    def summary(self) -> str:
        """All of it."""
        return ", ".join(self._taken)

    def _take_typed(self) -> None:
        self._take(self.combo.currentText().strip())

    def _take(self, word: str) -> None:
        if word and word not in self._taken:
            self._taken.append(word)
        with QSignalBlocker(self.combo):
            self.combo.setCurrentIndex(-1)
            self.combo.clearEditText()
        self._show()
        self.changed.emit()

    def _drop(self) -> None:
        self._taken = list(self.chips.value())
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.chips.refill()
        self.chips.set_value(self._taken)
        self.chips.setVisible(bool(self._taken))
