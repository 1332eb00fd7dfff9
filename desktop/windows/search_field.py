"""The field of the one search: sends what is typed after a short pause, and hands its arrows on to what was found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from desktop.language import N_, _
from desktop.windows import icons
from desktop.windows.buttons import sequence
from desktop.windows.look import follow, font, px, tokens

PAUSE_MS = 150
LEAST_SIGNS = 2
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class SearchField(QLineEdit):
    """The one search; what was found stands below it while the caret stays here."""

    searched = Signal(str)
    """These words are to be looked for; empty: what was typed is too short, or gone."""
    stepped = Signal(int)
    """So many entries down."""
    accepted = Signal()
    """Enter: open the chosen entry."""
    left = Signal()
    """Esc, or the caret went elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self._came_from: QWidget | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.send)
        self.textEdited.connect(self._wait)
        for key in ("F3", "Ctrl+F", "Ctrl+K"):
            QShortcut(sequence(key), self, self.take)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._watch)
        follow(self.dress)
        self.retranslate()

    def retranslate(self) -> None:
        """Say its name again."""
        words = _(N_("Search name, number, telephone, place"))
        self.setPlaceholderText(words)
        self.setAccessibleName(words)

    def dress(self) -> None:
        """Take the look in use."""
        self.setTextMargins(px(26), 0, 0, 0)
        self.setMaximumWidth(px(430))
        self.setMinimumWidth(px(160))

    def take(self) -> None:
        """Take the caret; what was looked for last is marked, so that the next key writes over it."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self.send()

    def give_back(self) -> None:
        """Give the caret back to where she was."""
        before, self._came_from = self._came_from, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusNextChild()

    def send(self) -> None:
        """Look for what stands in it, at once."""
        self._timer.stop()
        text = self.text().strip()
        self.searched.emit(text if len(text) >= LEAST_SIGNS else "")

    def is_waiting(self) -> bool:
        """Whether something typed was not sent yet."""
        return self._timer.isActive()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Esc is the field's while it has the caret, not the page's behind it."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Enter opens, Esc goes back to where she was."""
        key = Qt.Key(event.key())
        if key in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.send()
            self.give_back()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign, and the key at the right end while the field is empty and has room."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.drawPixmap(px(10), (self.height() - px(18)) // 2, icons.pixmap("search", tokens().muted, 18))
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        if self.text() or self.hasFocus() or words > self.width() - px(90):
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.width() - px(36), (self.height() - px(20)) / 2, px(26), px(20))
        painter.setPen(QColor(tokens().line))
        painter.drawRoundedRect(box, px(4), px(4))
        painter.setPen(QColor(tokens().muted))
        painter.setFont(font(0.82))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "F3")
        painter.end()

    def _wait(self) -> None:
        self._timer.start()

    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        """Remember where the caret came from, and tell when it goes elsewhere in this window."""
        if now is self and before is not None and before is not self:
            self._came_from = before
        elif before is self and now is not None and now is not self:
            self.left.emit()
