"""The cards of a person's page: rows of two lines with a status, opened by Enter, and what can be done at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Row, clear
from desktop.windows.look import px, tokens
from desktop.windows.pill import Pill, Sign

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class LinkRow(QAbstractButton):
    """One record in a card; with `opens` Enter or a click leads to it."""

    def __init__(
        self,
        head: str,
        second: str = "",
        pill: tuple[Sign, str] | None = None,
        *,
        buttons: Sequence[Button] = (),
        opens: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        # A button would have the width of all its words in one line at least, and its card be laid too low for them.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._opens = opens
        words = Column(gap=1)
        words.addStretch(1)
        words.addWidget(text(head, "medium", wrap=True))
        if second:
            words.addWidget(text(second, "second", wrap=True))
        words.addStretch(1)
        row = Row(self, gap=8, margins=(6, 6, 6, 6))
        row.addLayout(words, 1)
        right = QWidget()
        flow = Flow(right, gap=4, right=True)
        for button in buttons:
            flow.addWidget(button)
        if pill is not None:
            sign = Pill()
            sign.put(*pill)
            flow.addWidget(sign)
        if flow.count():
            row.addWidget(right, 1 if len(buttons) > 1 else 0)
        said = [head, pill[1] if pill else "", second]
        self.setAccessibleName(", ".join(part for part in said if part))
        if opens is not None:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline below, and the outline of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens().line))
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.setBrush(QColor(tokens().accent_soft))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -2), px(5), px(5))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, the arrows go from row to row."""
        if event.key() in ENTER and self._opens is not None:
            self._opens()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.hasFocus():
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self._opens is not None:
            self._opens()


class ListCard(Card):
    """A titled card of rows; one quiet sentence where there is none, and perhaps a button for a new one."""

    def __init__(self, title: str, empty: str, *, new: str = "", do: Callable[[], object] | None = None) -> None:
        super().__init__(margins=(14, 10, 12, 10), gap=4)
        self._title, self._empty = title, empty
        self.words = Label("", "second", wrap=True)
        self.new = Button(new, PLAIN, icon="plus", do=do) if new else None
        head = Row(gap=8)
        head.addWidget(Label(title, "card", wrap=True), 1)
        if self.new is not None:
            head.addWidget(self.new)
        self._rows = Column(gap=0)
        self._shown: tuple[LinkRow, ...] = ()
        self.column.addLayout(head)
        self.column.addWidget(self.words)
        self.column.addLayout(self._rows)
        self.words.hide()

    def put(self, rows: Sequence[LinkRow], words: str = "") -> None:
        """Show these rows, under these words."""
        self.words.put(words)
        self.words.setVisible(bool(words))
        at = next((place for place, row in enumerate(self.rows()) if _has_caret(row)), None)
        clear(self._rows)
        self._shown = tuple(rows)
        for row in rows:
            self._rows.addWidget(row)
        if not rows and self._empty:
            self._rows.addWidget(Label(self._empty, "quiet", wrap=True))
        if at is not None and rows:
            rows[min(at, len(rows) - 1)].setFocus()

    def rows(self) -> tuple[LinkRow, ...]:
        """The rows on show."""
        return self._shown


def _has_caret(row: QWidget) -> bool:
    caret = row.window().focusWidget()
    return caret is not None and (caret is row or row.isAncestorOf(caret))
