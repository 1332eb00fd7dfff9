"""Cards: a surface with one hairline, painted by itself; strips with a coloured edge; the disc with a sign."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.windows import icons
from desktop.windows.layouts import Column, Margins
from desktop.windows.look import follow, px, tokens


class Card(QWidget):
    """A surface that holds one matter. `tone` gives it a coloured ground and a left edge (banner, strip)."""

    def __init__(self, *, gap: int = 8, margins: Margins = (16, 14, 16, 14), tone: str = "", radius: int = 8) -> None:
        super().__init__()
        self._tone, self._radius, self._edge = tone, radius, ""
        self.column = Column(self, gap=gap, margins=margins)
        follow(self.dress)

    @property
    def tone(self) -> str:
        """The tone of its ground; empty for the plain surface."""
        return self._tone

    def set_tone(self, tone: str) -> None:
        """Give it another ground and edge: red, amber, green, blue, grey, accent, or none."""
        self._tone = tone
        self.update()

    def set_edge(self, tone: str) -> None:
        """Outline the plain surface in that tone, with a broad left edge."""
        self._edge = tone
        self.update()

    def dress(self) -> None:
        """Take the colours in use."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, hairline and edge."""
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ink, ground = t.tone(self._tone) if self._tone else (t.line, t.surface)
        if self._edge:
            ink = t.tone(self._edge)[0]
        path = QPainterPath()
        path.addRoundedRect(rect, px(self._radius), px(self._radius))
        painter.fillPath(path, QColor(ground))
        if not self._tone or t.is_plain:
            painter.setPen(QPen(QColor(ink), 1))
            painter.drawPath(path)
        if self._tone or self._edge:
            painter.setClipPath(path)
            painter.fillRect(QRectF(0, 0, px(4), self.height()), QColor(ink))
        painter.end()


class Ground(QWidget):
    """A plain area in the colour of a token: rail, top bar, step list, preview desk."""

    def __init__(self, token: str, *, gap: int = 0, margins: Margins = 0, edge: Qt.Edge | None = None) -> None:
        super().__init__()
        self._token, self._edge = token, edge
        self.column = Column(self, gap=gap, margins=margins)
        follow(self.dress)

    @property
    def token(self) -> str:
        """The token of its colour."""
        return self._token

    def dress(self) -> None:
        """Take the colours in use."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the hairline at one side."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(getattr(tokens(), self._token)))
        painter.setPen(QColor(tokens().line))
        right, bottom = self.width() - 1, self.height() - 1
        if self._edge == Qt.Edge.RightEdge:
            painter.drawLine(right, 0, right, bottom)
        elif self._edge == Qt.Edge.LeftEdge:
            painter.drawLine(0, 0, 0, bottom)
        elif self._edge == Qt.Edge.BottomEdge:
            painter.drawLine(0, bottom, right, bottom)
        elif self._edge == Qt.Edge.TopEdge:
            painter.drawLine(0, 0, right, 0)
        painter.end()


class Drawing(QWidget):
    """A line drawing beside words; silent for screen readers, the words say it."""

    def __init__(self, name: str, ink: str = "muted", size: float = 20, *, disc: str = "") -> None:
        super().__init__()
        self.name, self._ink, self._size, self._disc = name, ink, size, disc
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self.dress)

    def show_drawing(self, name: str, ink: str = "", disc: str = "") -> None:
        """Show another drawing, in the ink of that token, on a disc of that tone."""
        self.name, self._ink, self._disc = name, ink or self._ink, disc or self._disc
        self.update()

    def dress(self) -> None:
        """Take size and colours from the look in use."""
        side = px(self._size + (10 if self._disc else 0))
        self.setFixedSize(side, side)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc and the drawing."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = getattr(tokens(), self._ink)
        if self._disc:
            ink, ground = tokens().tone(self._disc)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawEllipse(self.rect())
        inset = (self.width() - px(self._size)) // 2
        painter.drawPixmap(inset, inset, icons.pixmap(self.name, ink, self._size))
        painter.end()
