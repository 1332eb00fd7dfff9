"""How long help took: the usual lengths as chips, any other as a number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.language import N_, ngettext
from desktop.records.typed import read_number
from desktop.windows.chips import Chips
from desktop.windows.fields import Field
from desktop.windows.layouts import Flow
from desktop.windows.look import follow, px

SIGNS = 8


class MinutesField(Field):
    """Minutes; a chip writes its number, a number that has a chip turns it on."""

    def __init__(self, name: str, usual: Sequence[int], **how: Any) -> None:
        super().__init__(name, N_("Minutes"), **how)
        self.chips = Chips(lambda: [(str(n), ngettext("{n} min", "{n} min", n)) for n in usual])
        self.edit = QLineEdit()
        box = QWidget()
        flow = Flow(box, gap=10)
        flow.addWidget(self.chips)
        flow.addWidget(self.edit)
        self.hold(box, self.edit)
        self.chips.changed.connect(self._chosen)
        self.edit.textEdited.connect(self._typed)
        follow(self.dress)

    def dress(self) -> None:
        """Take the width of a few signs."""
        self.edit.setFixedWidth(self.edit.fontMetrics().averageCharWidth() * SIGNS + px(24))

    def raw(self) -> str:
        """The number as typed."""
        return self.edit.text()

    def set_raw(self, raw: Any) -> None:
        """Put it back."""
        self.edit.setText(str(raw or ""))
        self.chips.set_value([self.edit.text().strip()])

    def value(self) -> Any:
        """The number."""
        return read_number(self.edit.text()) if self.edit.text().strip() else None

    def set_value(self, value: Any) -> None:
        """Show a number."""
        self.set_raw("" if value is None else value)

    def focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Begin with the chips, unless a number stands there or is wrong."""
        if self.problem is not None or self.edit.text():
            super().focus(reason)
        else:
            self.chips.focus_first()

    def _chosen(self) -> None:
        self.edit.setText("".join(self.chips.value()))
        self._answered()

    def _typed(self) -> None:
        self.chips.set_value([self.edit.text().strip()])
        self._answered()

    def _answered(self) -> None:
        if self.problem is not None:
            self.show_problem(None)
        self.changed.emit()
