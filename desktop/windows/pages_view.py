"""The pages of a document inside the program: exactly the PDF's, drawn from memory, with figures that can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from desktop.language import N_, _
from desktop.paper.preview import page_png, page_size
from desktop.paper.sheet import Drawn, Spot
from desktop.windows.buttons import IconButton
from desktop.windows.card import Ground
from desktop.windows.labels import Label
from desktop.windows.layouts import Row
from desktop.windows.look import follow, px, tokens

LEAST, MOST = 440, 760
"""A page is as wide as its place, within these at text size 100 %; enlarged, it has the greater."""


class Page(QWidget):
    """One page; a click or the arrows choose the figure nearest to them."""

    chosen = Signal(str)
    turn = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._pixmap = QPixmap()
        self._spots: tuple[Spot, ...] = ()
        self._scale = 1.0
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def put(self, png: bytes, spots: tuple[Spot, ...], scale: float) -> None:
        """Show this page; `scale` is pixels to a point."""
        self._pixmap = QPixmap()
        self._pixmap.loadFromData(png, "PNG")
        self._pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._spots, self._scale, self._at = spots, scale, -1
        self.setFixedSize(self._pixmap.deviceIndependentSize().toSize())
        self.update()

    @property
    def key(self) -> str:
        """The key of the figure that is marked; empty if none is."""
        return self._spots[self._at].key if 0 <= self._at < len(self._spots) else ""

    def choose(self, key: str) -> None:
        """Mark the figure of that key, if it is on this page."""
        self._at = next((i for i, spot in enumerate(self._spots) if spot.key == key), -1)
        self.update()

    def sizeHint(self) -> QSize:
        """The picture's size."""
        return self._pixmap.deviceIndependentSize().toSize() if not self._pixmap.isNull() else QSize(px(500), px(700))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page and the mark around the chosen figure."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixmap)
        if 0 <= self._at < len(self._spots):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens().accent), 2))
            soft = QColor(tokens().accent)
            soft.setAlpha(36)
            painter.setBrush(soft)
            painter.drawRoundedRect(self.place(self._spots[self._at]).adjusted(-4, -2, 4, 2), 4, 4)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the figure under the pointer."""
        self._take(next((i for i, spot in enumerate(self._spots) if self._near(spot, event.position())), -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from figure to figure, the page keys turn pages."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        turns = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in steps and self._spots and not event.modifiers():
            self._take((self._at + steps[Qt.Key(event.key())]) % len(self._spots))
        elif event.key() in turns:
            self.turn.emit(turns[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _take(self, place: int) -> None:
        self._at = place
        self.update()
        if place >= 0:
            self.chosen.emit(self._spots[place].key)

    def place(self, spot: Spot) -> QRectF:
        """Where a figure lies on the page as it is shown."""
        s = self._scale
        return QRectF(spot.x * s, spot.y * s, spot.width * s, spot.height * s)

    def _near(self, spot: Spot, at: QPointF) -> bool:
        return self.place(spot).adjusted(-px(8), -px(5), px(8), px(5)).contains(at)


class PagesView(Ground):
    """The document on the sunken desk, a page at a time."""

    chosen = Signal(str)
    """The key of the figure that was chosen."""

    def __init__(self) -> None:
        super().__init__("sunken", gap=10, margins=(16, 12, 16, 0))
        self.drawn: Drawn | None = None
        self.page = 0
        self._drawn_wide = 0
        self._page = Page()
        self._page.chosen.connect(self.chosen)
        self._page.turn.connect(self.turn)
        self._before = IconButton(N_("Page before"), "left", do=lambda: self.turn(-1))
        self._after = IconButton(N_("Page after"), "right", do=lambda: self.turn(1))
        self._where = Label("", "body")
        self.enlarge = IconButton(N_("Enlarge the page"), "search", do=self._draw)
        self.enlarge.setCheckable(True)
        self._bar = bar = Row(gap=8)
        bar.addWidget(self._before)
        bar.addWidget(self._where)
        bar.addWidget(self._after)
        self.caption = Label("", "strong")
        bar.addStretch(1)
        bar.addWidget(self.caption)
        bar.addWidget(self.enlarge)
        self._area = QScrollArea()
        self._area.setWidget(self._page)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusProxy(self._page)
        self._area.installEventFilter(self)
        self.column.addLayout(bar)
        self.column.addWidget(self._area, 1)
        follow(self._draw)

    def offer(self, button: QWidget) -> None:
        """Put a button into the line over the pages."""
        self._bar.addWidget(button)

    def come_back(self) -> None:
        """The caret goes to the page."""
        self._page.setFocus()

    def put(self, drawn: Drawn) -> None:
        """Show this document; the page on show stays where there is one."""
        self.drawn = drawn
        self.page = min(self.page, drawn.pages - 1)
        self._draw()

    def choose(self, key: str) -> None:
        """Turn to the figure of that key and mark it."""
        spot = next((s for s in self.drawn.spots if s.key == key), None) if self.drawn else None
        if spot is not None:
            self.page = spot.page
            self._draw()
            self._page.choose(key)
            self._come_into_sight(spot)

    def _come_into_sight(self, spot: Spot) -> None:
        """Scroll to it where it lies out of sight."""
        bar, place = self._area.verticalScrollBar(), self._page.place(spot)
        if not bar.value() <= place.top() <= place.bottom() <= bar.value() + self._area.viewport().height():
            bar.setValue(round(place.top()) - px(40))

    def turn(self, pages: int) -> None:
        """Turn so many pages."""
        if self.drawn is not None:
            self.page = min(max(self.page + pages, 0), self.drawn.pages - 1)
            self._draw()
            self._area.verticalScrollBar().setValue(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw anew where the room for a page has changed."""
        if event.type() == QEvent.Type.Resize and self._wide() != self._drawn_wide:
            self._draw()
        return super().eventFilter(watched, event)

    def _wide(self) -> int:
        """How wide a page is drawn: all the room beside the scroll bar."""
        room = self._area.width() - self._area.verticalScrollBar().sizeHint().width() - 2
        self.enlarge.setVisible(room < px(MOST))
        return px(MOST) if self.enlarge.isChecked() and room < px(MOST) else min(max(room, px(LEAST)), px(MOST))

    def _draw(self) -> None:
        if self.drawn is None:
            return
        ratio, chosen = self.devicePixelRatioF(), self._page.key
        width, _height = page_size(self.drawn.pdf, self.page)
        self._drawn_wide = self._wide()
        scale = self._drawn_wide / width
        png = page_png(self.drawn.pdf, self.page, scale * ratio)
        self._page.put(png, tuple(s for s in self.drawn.spots if s.page == self.page), scale)
        self._page.choose(chosen)
        self._page.setAccessibleName(_("Page {page} of {pages}", page=self.page + 1, pages=self.drawn.pages))
        self._where.put(f"{self.page + 1} / {self.drawn.pages}")
        self._before.setEnabled(self.page > 0)
        self._after.setEnabled(self.page < self.drawn.pages - 1)
