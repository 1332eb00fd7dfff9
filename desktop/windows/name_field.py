"""One line for names, such as those of officials who came: dots stand there while names are hidden."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit

from desktop.windows.fields import TextField
from desktop.windows.names import are_hidden


class NameField(TextField):
    """The same as a line of text, but for what it shows while codes stand for names."""

    def __init__(self, name: str, title: str, **how: Any) -> None:
        super().__init__(name, title, **how)
        self._cover()

    def changeEvent(self, event: QEvent) -> None:
        """Names are hidden or shown by the same event by which everything is said anew."""
        if event.type() == QEvent.Type.LanguageChange:
            self._cover()
        super().changeEvent(event)

    def _cover(self) -> None:
        modes = QLineEdit.EchoMode
        self.edit.setEchoMode(modes.Password if are_hidden() else modes.Normal)
