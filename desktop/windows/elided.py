"""A line for typing whose words end in an ellipsis where there is no room for them and the caret is elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

ASIDE = 2
"""Pixels that Qt leaves free on both sides of the words in a line."""


class ElidedLine(QLineEdit):
    """Held in a combo, which paints ground and border; the pointer over it is told all the words."""

    def elided(self) -> str:
        """The words as they stand in it while the caret is elsewhere."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self._room().width())

    def event(self, event: QEvent) -> bool:
        """All the words, where they are cut."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self.text() if self.elided() != self.text() else "")
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As many words as there is room for; where the caret is, those around it."""
        words = self.text() if self.hasFocus() else self.elided()
        if words == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().text().color())
        painter.drawText(self._room(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _room(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inside.marginsRemoved(self.textMargins()).adjusted(ASIDE, 0, -ASIDE, 0)
