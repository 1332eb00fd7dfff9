"""The field for a passphrase: hidden unless asked, it notices Caps Lock and never strips what was typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit

from desktop.language import N_, _
from desktop.windows.fields import TextField
from desktop.windows.labels import Label


class Tick(QCheckBox):
    """A tick box with words of the program."""

    def __init__(self, msgid: str) -> None:
        super().__init__()
        self._msgid = msgid
        self.retranslate()

    def retranslate(self) -> None:
        """Say its words again."""
        self.setText(_(self._msgid))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class PassphraseField(TextField):
    """A passphrase; `caps` says when capitals are locked, `show_it` shows what is typed."""

    def __init__(self, name: str, title: str, **how: Any) -> None:
        self.caps = Label("", "second", ink="amber")
        super().__init__(name, title, read=lambda typed: typed, **how)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.show_it = Tick(N_("Show"))
        self.show_it.toggled.connect(self._show_words)

    def clear(self) -> None:
        """Forget what was typed."""
        self.edit.clear()
        self.show_it.setChecked(False)
        self.caps.put("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice Caps Lock: a capital without Shift, or a small letter with it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.text().isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.text().isupper() != shift:
                self.caps.say(N_("Caps Lock is on."))
            else:
                self.caps.put("")
        return super().eventFilter(watched, event)

    def _show_words(self, on: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
