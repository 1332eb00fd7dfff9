"""The page that hides everything: one neutral word, nothing of the centre, of a person or of the last screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.windows.labels import Label
from desktop.windows.layouts import Column


class Cover(QWidget):
    """Any key or click leads to the door."""

    woken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        word = Label(N_("Paused"), "quiet")
        word.setAlignment(Qt.AlignmentFlag.AlignCenter)
        Column(self).addWidget(word)
        self.retranslate()

    def retranslate(self) -> None:
        """Tell a screen reader that one word, and nothing else."""
        self.setAccessibleName(_(N_("Paused")))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key but those that were held down while hiding."""
        if not event.isAutoRepeat() and event.key() not in (Qt.Key.Key_F12, Qt.Key.Key_Escape):
            self.woken.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Any click."""
        self.woken.emit()
