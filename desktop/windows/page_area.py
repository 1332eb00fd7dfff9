"""The place of a page in the frame: it scrolls, and a foot that must stay in sight can stand below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.windows.card import Ground
from desktop.windows.desk import Screen
from desktop.windows.layouts import Column, scrolled
from desktop.windows.look import colour


class PageArea(QWidget):
    """A page that scrolls; in a low window a form lays its foot below, so that saving never leaves the sight."""

    def __init__(self, page: Screen) -> None:
        super().__init__()
        self._page, self._is_panel = page, False
        self._shelf = Ground("surface", edge=Qt.Edge.TopEdge)
        self._shelf.hide()
        area = scrolled(page)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column = Column(self, gap=0)
        column.addWidget(area, 1)
        column.addWidget(self._shelf)

    def be_panel(self, is_panel: bool) -> None:
        """Be a panel beside another page, on one surface with an edge, or a page again."""
        if is_panel != self._is_panel:
            self._is_panel = is_panel
            self._page.be_panel(is_panel)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of a panel."""
        if self._is_panel:
            painter = QPainter(self)
            painter.fillRect(self.rect(), colour("surface"))
            painter.fillRect(0, 0, 1, self.height(), colour("line"))
            painter.end()

    def hold(self, foot: QWidget) -> None:
        """Let this stand below the page; its former place takes it back by adding it there."""
        self._shelf.column.addWidget(foot)
        self._shelf.show()

    def let_go(self) -> None:
        """Nothing stands below any more."""
        self._shelf.hide()


def area_of(widget: QWidget) -> PageArea | None:
    """The place of the page on which a widget lies; None while the page is put together."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, PageArea):
        above = above.parentWidget()
    return above
