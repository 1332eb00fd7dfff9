"""A telephone or address that stays hidden while a form is open on it: only the strip shows numbers, by the rule.

It can be taken out without being seen: with the button beside it, or by Delete while nothing is typed.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.records.telephone import masked
from desktop.windows.buttons import IconButton
from desktop.windows.fields import TextField
from desktop.windows.layouts import Row

TAKEN_OUT = "\x00"
"""What a draft keeps for a number that is to be taken out."""


class KeptField(TextField):
    """Its place shows what is kept, masked; what is typed takes its place, an empty field leaves it as it is."""

    kept = ""
    is_taken_out = False

    def hold(self, control: QWidget, inputs: QWidget | None = None) -> None:
        """Put the way of taking it out beside the place for typing."""
        box = QWidget()
        row = Row(box, gap=2)
        row.addWidget(control, 1)
        self.out = IconButton(N_("Take out what is kept here"), "x", bare=True, do=self.take_out)
        row.addWidget(self.out)
        self.out.hide()
        super().hold(box, inputs or control)

    def keep(self, number: str) -> None:
        """Keep this number unseen."""
        self.kept = number
        self.is_taken_out = False
        self.set_raw("")

    def take_out(self) -> None:
        """Let nothing stay; what is kept comes back by doing it again."""
        self.is_taken_out = not self.is_taken_out
        self.edit.setText("")
        self._say_kept()
        self.edit.setFocus()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete in the empty field takes out what is kept."""
        key = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if key == Qt.Key.Key_Delete and self.kept and not self.edit.text():
            self.take_out()
            return True
        return super().eventFilter(watched, event)

    def raw(self) -> str:
        """What was typed, or that it is to be taken out."""
        return self.edit.text() or (TAKEN_OUT if self.is_taken_out else "")

    def summary(self) -> str:
        """What was typed; what is kept stays unseen."""
        return self.edit.text()

    def set_raw(self, raw: Any) -> None:
        """Put it back."""
        self.is_taken_out = raw == TAKEN_OUT
        super().set_raw("" if self.is_taken_out else raw)
        self._say_kept()

    def value(self) -> Any:
        """The number typed, or the one that is kept."""
        return super().value() or (None if self.is_taken_out else self.kept or None)

    def retranslate(self) -> None:
        """Say it again."""
        super().retranslate()
        self._say_kept()

    def _say_kept(self) -> None:
        words = _("Will be taken out") if self.is_taken_out else masked(self.kept) if self.kept else ""
        self.edit.setPlaceholderText(words)
        self.out.setVisible(bool(self.kept))
