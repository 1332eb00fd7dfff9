"""A choice from a list of any length: letters of any word find the entry, blind to accents and script."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from desktop.language import N_
from desktop.problems import Problem
from desktop.vault.letters import fold
from desktop.windows.elided import ElidedLine
from desktop.windows.fields import Field
from desktop.windows.look import follow, px
from desktop.windows.offered import Entries, with_kept

FOLDED = Qt.ItemDataRole.UserRole + 1
CODE = Qt.ItemDataRole.UserRole
ASIDE = 4
"""Pixels that Qt leaves free around the words; one more, since a width of words is told without its fraction."""
LONGEST = 24
"""A combo grows with its longest entry, up to so many signs; longer ones end in an ellipsis."""


class Combo(QComboBox):
    """A combo as wide as its longest entry, which the wheel cannot change by accident."""

    is_walked = False
    """Whether a key goes through it just now, with its list closed."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)
        follow(self.dress)

    def dress(self) -> None:
        """Take the width of the longest entry."""
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        self.setMinimumWidth(min(longest, metrics.averageCharWidth() * LONGEST) + px(50) + ASIDE + 1)

    def fill(self, entries: Sequence[tuple[str, str]]) -> None:
        """Take new entries as (code, words); the chosen code stays chosen."""
        code = self.code()
        with QSignalBlocker(self):
            self.clear()
            for entry, words in entries:
                self.addItem(words, entry)
            self.choose(code)
        self.dress()

    def code(self) -> str:
        """The chosen code; empty if none."""
        return str(self.currentData(CODE) or "")

    def choose(self, code: str) -> None:
        """Choose that code; one that is not in the list leaves nothing chosen."""
        self.setCurrentIndex(self.findData(code, CODE))
        if (line := self.lineEdit()) is not None and not line.hasFocus():
            line.setCursorPosition(0)  # long words are read from their beginning

    def elided(self) -> str:
        """The words as they stand in it closed."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, part, self).width() - ASIDE
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def event(self, event: QEvent) -> bool:
        """All the words, where they are cut; where some are typed their line tells them."""
        if event.type() == QEvent.Type.ToolTip and not self.isEditable():
            self.setToolTip(self.currentText() if self.elided() != self.currentText() else "")
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Closed, words for which there is no room end in an ellipsis."""
        words = self.currentText() if self.isEditable() else self.elided()
        if words == self.currentText():
            super().paintEvent(event)
            return
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = words
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What an arrow comes past is not what was meant yet."""
        self.is_walked = True
        super().keyPressEvent(event)
        self.is_walked = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not the choice."""
        event.ignore()


class ChoiceField(Field):
    """A question answered from a list. `searched`: letters find; `free`: words not in the list are taken too."""

    def __init__(
        self,
        name: str,
        title: str,
        entries: Callable[[], Sequence[tuple[str, str]]],
        *,
        searched: bool = False,
        free: bool = False,
        **how: Any,
    ) -> None:
        super().__init__(name, title, **how)
        self._entries, self._free, self._searched = entries, free, searched or free
        self._held = ""
        self.combo = Combo()
        self._model = QStandardItemModel(self)
        self.combo.setModel(self._model)
        if self._searched:
            from desktop.windows.finder import Finder

            self.combo.setLineEdit(ElidedLine())
            self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            self.combo.setCompleter(Finder(self._model, self.combo))
            self.combo.editTextChanged.connect(self._edited)
        self.hold(self.combo)
        self.refill()
        self.combo.currentIndexChanged.connect(self._edited)

    def refill(self) -> None:
        """Take the entries anew (language, list or another field changed); the answer stays."""
        code, typed, entries = self.combo.code(), self.combo.currentText(), self._all()
        with QSignalBlocker(self.combo):
            self._model.clear()
            for entry, words in entries:
                item = QStandardItem(words)
                item.setData(entry, CODE)
                item.setData(fold(words), FOLDED)
                self._model.appendRow(item)
            self.combo.choose(code)
            if self._searched and not code:
                self.combo.setEditText(typed)
        self.combo.dress()

    def _all(self) -> Entries:
        """Everything that stands in the list."""
        return with_kept(self._entries, (self._held, self.combo.code()))

    def words(self) -> str:
        """What stands in it, as words."""
        return self.combo.currentText().strip()

    def new_words(self) -> str:
        """What was typed, if the list does not have it; only where new entries are free."""
        return "" if self._match() else self.words()

    def raw(self) -> list[str]:
        """Code and words."""
        return [self._match(), self.words()]

    def set_raw(self, raw: Any) -> None:
        """Put code, or words, back."""
        code, words = raw or ("", "")
        self._choose(code)
        if not code and self._searched:
            self.combo.setEditText(words)

    def value(self) -> str:
        """The chosen code; empty if nothing is chosen, or if the words are new where that is free."""
        code = self._match()
        if not code and self.words() and not self._free:
            raise Problem(N_("Choose from the list."))
        return code

    def set_value(self, value: Any) -> None:
        """Choose a code, also one that the record holds and that is offered no longer."""
        self._choose(str(value or ""))
        if self._searched and not value:
            self.combo.setEditText("")

    def _choose(self, code: str) -> None:
        self._held = code
        if code and self.combo.findData(code, CODE) < 0:
            self.refill()
        self.combo.choose(code)

    def check(self) -> Problem | None:
        """New words answer a free question too."""
        if self._free and self.words():
            self.show_problem(None)
            return None
        return super().check()

    def summary(self) -> str:
        """The words."""
        return self.words()

    def retranslate(self) -> None:
        """Say name and entries again."""
        super().retranslate()
        self.refill()

    def _match(self) -> str:
        """The code whose words stand in it."""
        if not self._searched:
            return self.combo.code()
        typed = fold(self.words())
        place = self.combo.currentIndex()
        if place >= 0 and fold(self.combo.itemText(place)) == typed:
            return self.combo.code()
        found = [i for i in range(self.combo.count()) if fold(self.combo.itemText(i)) == typed]
        return str(self.combo.itemData(found[0], CODE) or "") if found else ""

    def _edited(self) -> None:
        if self.problem is not None:
            self.show_problem(None)
        self.changed.emit()
