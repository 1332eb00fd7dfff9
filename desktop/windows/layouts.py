"""Columns, rows and grids whose gaps and margins follow the text size, and the scrolling page body."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QLayoutItem, QScrollArea, QVBoxLayout, QWidget

from desktop.windows.look import follow, px

Margins = int | tuple[int, int, int, int]


def _set(layout: QLayout, gap: int, margins: Margins) -> None:
    left, top, right, bottom = (margins,) * 4 if isinstance(margins, int) else margins
    layout.setContentsMargins(px(left), px(top), px(right), px(bottom))
    layout.setSpacing(px(gap))


class Column(QVBoxLayout):
    """Things one under the other; gap and margins are given at text size 100 %."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, margins: Margins = 0) -> None:
        super().__init__()
        self._measures = gap, margins
        if parent is not None:
            parent.setLayout(self)
        follow(self.dress)

    def dress(self) -> None:
        """Take the measures of the text size in use."""
        _set(self, *self._measures)


class Row(QHBoxLayout):
    """Things side by side; gap and margins are given at text size 100 %."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, margins: Margins = 0) -> None:
        super().__init__()
        self._measures = gap, margins
        if parent is not None:
            parent.setLayout(self)
        follow(self.dress)

    def dress(self) -> None:
        """Take the measures of the text size in use."""
        _set(self, *self._measures)


class Grid(QGridLayout):
    """Things in rows and columns; gap and margins are given at text size 100 %."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, margins: Margins = 0) -> None:
        super().__init__()
        self._measures = gap, margins
        if parent is not None:
            parent.setLayout(self)
        follow(self.dress)

    def dress(self) -> None:
        """Take the measures of the text size in use."""
        _set(self, *self._measures)


class Flow(QLayout):
    """Things side by side that go on in the next line where the width ends: chips, pills, filter bars."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        if parent is not None:
            parent.setLayout(self)
        self.setContentsMargins(0, 0, 0, 0)
        follow(self.dress)

    def dress(self) -> None:
        """Take the measures of the text size in use."""
        self.setSpacing(px(self._gap))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Called by Qt for each thing added."""
        self._items.append(item)

    def count(self) -> int:
        """How many things lie in it."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The thing at that place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the thing out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that all lines need at this width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Lay everything out in this rectangle."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest thing alone in its line."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._shown():
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(min(size.width(), rect.width()), size.height())))
            x, line = x + size.width() + self.spacing(), max(line, size.height())
        return y + line - rect.y()


def scrolled(body: QWidget) -> QScrollArea:
    """The body in a scroll area: a page that is too tall scrolls and never overlaps."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(body)
    body.setAutoFillBackground(False)
    return area


def line() -> QFrame:
    """A hairline between two groups of one card."""
    frame = QFrame()
    frame.setFixedHeight(1)
    frame.setFrameShape(QFrame.Shape.NoFrame)
    frame.setBackgroundRole(frame.palette().ColorRole.Mid)
    frame.setAutoFillBackground(True)
    return frame


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
