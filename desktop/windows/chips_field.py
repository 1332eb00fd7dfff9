"""A question answered by chips: a choice of few that are all in sight, such as yes, no and unknown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.records.vocabulary import TERNARY
from desktop.windows.chips import Chips
from desktop.windows.fields import Field
from desktop.windows.layouts import Column
from desktop.windows.offered import Entries


class ChipsField(Field):
    """A choice of few by chips: one code (a string) or, with `several`, a tuple of codes."""

    def __init__(
        self, name: str, title: str, entries: Callable[[], Entries], *, several: bool = False, **how: Any
    ) -> None:
        super().__init__(name, title, **how)
        self._several = several
        self.chips = Chips(entries, several=several)
        row = QWidget()
        Column(row, gap=0, margins=(0, 4, 0, 3)).addWidget(self.chips)
        self.hold(row, self.chips)
        self.chips.changed.connect(self._edited)

    def raw(self) -> list[str]:
        """The codes that are on."""
        return list(self.chips.value())

    def set_raw(self, raw: Any) -> None:
        """Turn these codes on."""
        self.chips.set_value([raw] if isinstance(raw, str) else raw or ())

    def value(self) -> Any:
        """One code, or empty; with `several` a tuple."""
        on = self.chips.value()
        return on if self._several else (on[0] if on else "")

    def set_value(self, value: Any) -> None:
        """Turn this code, or these, on."""
        self.set_raw(list(value) if self._several else value)

    def focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the caret to the chip that is on."""
        super().focus(reason)
        self.chips.focus_first()

    def summary(self) -> str:
        """The words that are on."""
        return ", ".join(chip.text() for chip in self.chips.chips() if chip.isChecked())

    def _edited(self) -> None:
        if self.problem is not None:
            self.show_problem(None)
        self.changed.emit()


def ternary(name: str, title: str, **how: Any) -> ChipsField:
    """A yes / no / unknown question."""
    return ChipsField(name, title, lambda: [(code, _(words)) for code, words in TERNARY.items()], **how)
