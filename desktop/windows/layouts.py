"""Columns, rows and grids whose gaps and margins follow the text size, and the scrolling page body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop.windows.look import follow, px

Margins = int | tuple[int, int, int, int]


class _Measured:
    """A layout whose gap and margins, given at text size 100 %, follow the text size; stands before a Qt layout."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, margins: Margins = 0) -> None:
        super().__init__()
        self._gap, self._margins = gap, (margins,) * 4 if isinstance(margins, int) else margins
        if parent is not None:
            parent.setLayout(self._layout())
        follow(self.dress)

    def put_margins(self, margins: Margins) -> None:
        """Take other margins, given at text size 100 %."""
        self._margins = (margins,) * 4 if isinstance(margins, int) else margins
        self.dress()

    def _layout(self) -> QLayout:
        assert isinstance(self, QLayout)
        return self

    def dress(self) -> None:
        """Take the measures of the text size in use."""
        self._layout().setContentsMargins(*(px(side) for side in self._margins))
        self._layout().setSpacing(px(self._gap))


class Column(_Measured, QVBoxLayout):
    """Things one under the other."""


class Row(_Measured, QHBoxLayout):
    """Things side by side."""


class Grid(_Measured, QGridLayout):
    """Things in rows and columns."""


class Flow(QLayout):
    """Things side by side, each in the middle of its line, that go on in the next line where the width ends."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, right: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """How high it is at these widths."""
        self._gap, self._right = gap, right
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
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it has another size."""
        self._heights.clear()
        super().invalidate()

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
        y = rect.y()
        for line in self._lines(rect.width()):
            sizes = [_fitted(item, rect.width()) for item in line]
            used = sum(size.width() for size in sizes) + self.spacing() * (len(line) - 1)
            x = rect.x() + (max(0, rect.width() - used) if self._right else 0)
            high = max(size.height() for size in sizes)
            for item, size in zip(line, sizes, strict=True):
                if move:
                    middle = QPoint(x, y + (high - size.height()) // 2)
                    item.setGeometry(QRect(middle, size))
                x += size.width() + self.spacing()
            y += high + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The things that fit side by side, line by line."""
        lines: list[list[QLayoutItem]] = []
        room = -1
        for item in self._shown():
            wide = item.sizeHint().width()
            if wide > room:
                lines.append([])
                room = width
            lines[-1].append(item)
            room -= wide + self.spacing()
        return lines


def _fitted(item: QLayoutItem, width: int) -> QSize:
    """The room it asks for; where it is wider than its line, the height that it needs there."""
    size = item.sizeHint()
    if size.width() <= width:
        return size
    return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else size.height())


class Cards(QWidget):
    """Cards of one width in as many columns as there is room for."""

    def __init__(self, cards: Sequence[QWidget], *, least: int, gap: int = 16) -> None:
        super().__init__()
        self._cards, self._least, self._columns = list(cards), least, 0
        self._grid = Grid(self, gap=gap)
        follow(self.arrange)

    def arrange(self) -> None:
        """Share the width anew."""
        fits = max(1, min(len(self._cards), self.width() // px(self._least)))
        if fits == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = fits
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // fits, number % fits)
            self._grid.setColumnStretch(number % fits, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer columns."""
        super().resizeEvent(event)
        self.arrange()


class _Scrolled(QScrollArea):
    """A page that scrolls; what has the caret is not covered when the page gets lower, as by a foot that grows."""

    is_modest = False

    def sizeHint(self) -> QSize:
        """What lies in it would have; no more height than it keeps at least, where it is modest."""
        wished = super().sizeHint()
        return QSize(wished.width(), self.minimumHeight()) if self.is_modest else wished

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the caret, unless she had scrolled it away."""
        caret, body, before = QApplication.focusWidget(), self.widget(), event.oldSize().height()
        super().resizeEvent(event)
        if caret and body and event.size().height() < before and body.isAncestorOf(caret):
            place = caret.mapTo(self.viewport(), QPoint(0, 0))
            if place.y() >= 0 and place.y() + caret.height() <= before:
                foot = caret.mapTo(body, QPoint(0, caret.height()))
                self.ensureVisible(foot.x(), foot.y(), 0, px(12))


def scrolled(body: QWidget, *, is_modest: bool = False) -> QScrollArea:
    """The body in a scroll area: a page that is too tall scrolls and never overlaps.

    A modest one stands over a foot. Were its height ignored, as Qt offers, nothing would count for it, and in a window
    too low for both the foot would be cut and the page not scroll.
    """
    area = _Scrolled()
    area.is_modest = is_modest
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setViewport(QWidget())  # asked for its own, Qt would first make known every kind of widget there is
    area.setWidget(body)
    body.setAutoFillBackground(False)
    return area


def centred(widget: QWidget) -> Row:
    """The widget in the middle of the width; unlike an alignment this lets wrapped words take the height they need."""
    row = Row(gap=0)
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row


def line() -> QFrame:
    """A hairline between two groups of one card."""
    frame = QFrame()
    frame.setFixedHeight(1)
    frame.setFrameShape(QFrame.Shape.NoFrame)
    frame.setBackgroundRole(frame.palette().ColorRole.Mid)
    frame.setAutoFillBackground(True)
    return frame


@contextmanager
def still(*widgets: QWidget) -> Iterator[None]:
    """Show, hide and say other things in these without laying them out each time: once at the end is enough.

    Qt lays out what is on show, up to the next edge that scrolls, whenever one thing in it appears.
    """
    layouts = [layout for widget in widgets if (layout := widget.layout()) is not None]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)


@contextmanager
def unseen(widget: QWidget) -> Iterator[None]:
    """What is seen of it stays as it is until all of the new is there, be it some turns of the window later.

    Its layout goes on meanwhile: what asks to be laid out while that is off would not be heard.
    """
    widget.setUpdatesEnabled(False)
    try:
        yield
    finally:
        if isValid(widget):
            widget.setUpdatesEnabled(True)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
