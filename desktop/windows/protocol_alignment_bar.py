"""How much of the protocol is in line: a bar of parts, and under it a pill with its count for each state."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import N_, _
from desktop.records.alignment import ALIGNMENTS
from desktop.windows.apart import Apart
from desktop.windows.chips import Chip
from desktop.windows.layouts import Column, Flow
from desktop.windows.look import follow, px, tokens
from desktop.windows.pill import Pill
from desktop.windows.protocol_alignment_rows import SIGNS

HIGH, GAP = 6, 2
ORDER = ("matched", "partly", "missing", "contradicts", "apart", "")
ONLY = N_("Only what is not in line")


class PartsBar(QWidget):
    """The parts, in the order of the pills; the pills say the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self.dress)

    def put(self, counts: dict[str, int]) -> None:
        """Show these."""
        self._counts = counts
        self.update()

    def dress(self) -> None:
        """Take the measures of the look in use."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A thin line."""
        return QSize(px(200), px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each part as wide as its share."""
        total = sum(self._counts.values())
        painter, left = QPainter(self), 0.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        parts = [state for state in ORDER if self._counts.get(state)]
        room = self.width() - px(GAP) * max(0, len(parts) - 1)
        for state in parts:
            wide = room * self._counts[state] / total
            painter.setBrush(QColor(tokens().tone(SIGNS[state].tone)[0]))
            painter.drawRoundedRect(QRectF(left, 0, wide, self.height()), px(2), px(2))
            left += wide + px(GAP)
        painter.end()


class AlignmentBar(QWidget):
    """Bar, pills and the filter; `changed` when the filter was turned."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[str, int] = {}
        self.bar = PartsBar()
        self.pills = {state: Pill(SIGNS[state]) for state in ORDER}
        self.only = Chip()
        pills = QWidget()
        flow = Flow(pills, gap=8)
        for pill in self.pills.values():
            flow.addWidget(pill)
        column = Column(self, gap=10)
        column.addWidget(self.bar)
        column.addWidget(Apart(pills, (self.only,)))
        self.only.clicked.connect(lambda _on: self.changed.emit())
        self.retranslate()

    def put(self, counts: dict[str, int]) -> None:
        """Show how many stand how; a state that none has is not told."""
        self._counts = counts
        self.bar.put(counts)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        for state, pill in self.pills.items():
            words, n = _(ALIGNMENTS[state]), self._counts.get(state, 0)
            pill.put(SIGNS[state], f"{n} {words[:1].lower()}{words[1:]}")
            pill.setVisible(n > 0)
        self.only.put(_(ONLY))
        self.bar.setAccessibleName(
            ", ".join(pill.words() for state, pill in self.pills.items() if self._counts.get(state))
        )

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
