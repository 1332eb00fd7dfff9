"""A number over months as a line, readable in black and white; every month can be reached, told and opened.

The month under the caret or the pointer is told in words over the line. Must never know what the line stands for.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from desktop.windows.chart import Chart
from desktop.windows.chart_plan import Picture, Plan, type_of
from desktop.windows.line_plan import LinePicture, LinePlan, plan_line
from desktop.windows.look import px, tokens

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class LineChart(Chart):
    """The picture; it is put a `LinePicture`."""

    def __init__(self) -> None:
        super().__init__()
        self.picture: Picture = LinePicture("", ())

    def laid_out(self, width: int) -> Plan:
        """A line and no bars."""
        return plan_line(self.picture, width) if isinstance(self.picture, LinePicture) else super().laid_out(width)

    def told(self) -> str:
        """The sentence over the line: of the month under the pointer, else of the one with the caret or the last."""
        over = next((place for place, button in self.values.items() if button.underMouse()), self.now)
        return self.picture.bars[over[0]].marks[0].name if self.picture.bars else ""

    def paint_parts(self, painter: QPainter) -> None:
        """Grid, changes of counting, runs and dots; and what the chosen month says."""
        if not isinstance(self.plan, LinePlan):
            return
        t = tokens()
        painter.setPen(QPen(QColor(t.line), 1))
        painter.drawLines(self.plan.grid)
        broken = QPen(QColor(t.red), px(1.4))
        broken.setDashPattern([3, 2])
        painter.setPen(broken)
        painter.drawLines(self.plan.turns)
        painter.setPen(QPen(QColor(t.accent), px(2)))
        for run in self.plan.runs:
            painter.drawPolyline(run)
        for point, square in self.plan.dots:
            self._dot(painter, point, square=square)
        painter.setPen(QColor(t.muted))
        painter.setFont(type_of(""))
        painter.drawText(self.plan.told, _LEFT, self.told())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Every month is a button of its own."""

    @staticmethod
    def _dot(painter: QPainter, point: QPointF, *, square: bool) -> None:
        t, half = tokens(), px(3)
        painter.setPen(QPen(QColor(t.accent), px(1.6)))
        painter.setBrush(QColor(t.surface if square else t.accent))
        rect = QRectF(point.x() - half, point.y() - half, 2 * half, 2 * half)
        if square:
            painter.drawRect(rect)
        else:
            painter.drawEllipse(rect)
