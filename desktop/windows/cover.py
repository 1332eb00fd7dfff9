"""The page that hides everything, and the pages of the window that it hides.

It shows one neutral word, nothing of the centre, of a person or of the last screen.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

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


class Covered(QStackedLayout):
    """The pages of the one window, one on show at a time, and the cover."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.cover = Cover()
        self.addWidget(self.cover)

    @property
    def on_show(self) -> QWidget:
        """The page on show, or the cover."""
        return self.currentWidget() or self.cover

    def put(self, page: QWidget) -> None:
        """Show this page; the one before is gone."""
        former = self.on_show
        self.addWidget(page)
        self.setCurrentWidget(page)
        if former is not self.cover:
            self.removeWidget(former)
            former.deleteLater()

    def hide_all(self) -> None:
        """The cover first: it must be seen before anything else is done."""
        from PySide6.QtWidgets import QDialog

        window = self.parentWidget()
        for over in QApplication.topLevelWidgets():
            if over is not window and isinstance(over, QDialog):
                over.reject()
            elif over is not window and over.isVisible():
                over.close()  # a menu or an open list
        self.setCurrentWidget(self.cover)
        self.cover.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cover.repaint()
        QApplication.clipboard().clear()

    def throw_away(self) -> None:
        """Take every page off but the cover."""
        for number in reversed(range(self.count())):
            page = self.widget(number)
            if page is not None and page is not self.cover:
                self.removeWidget(page)
                for timer in page.findChildren(QTimer):
                    timer.stop()
                page.deleteLater()
