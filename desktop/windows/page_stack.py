"""Where pages lie in the frame: one alone, or a panel at the right beside the screen from which it was opened.

No page moves to another parent: what is typed in a panel, its caret and its undo stay when the window becomes too small
for both and the panel covers everything as any page does, or when there is room again.

The screen beside a panel is there to be read, and scrolled with the wheel, and nothing else. Its keys are dead, for
some of them are the panel's own. A click on it does nothing: one that chose another row would show one person beside
help that is noted for another, and one that put the panel away would take half a sentence out of sight for a slip of
the hand. Esc and the way back leave the panel, with its draft kept. What is looked at so shows no number (`Masked`), no
filled button (`Button`), and the detail rather than the list where it has no room for both (`Sides`).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from desktop.windows.look import follow, px
from desktop.windows.page_area import PageArea
from desktop.windows.sides import has_room

WIDE = 440
"""Pixels at text size 100 % that a panel takes."""
MARGINS = 48
"""What a page leaves free at both sides of its content."""


class PageStack(QWidget):
    """All pages that stand; those not on show lie hidden at their place."""

    def __init__(self) -> None:
        super().__init__()
        self._page: PageArea | None = None
        self._beside: PageArea | None = None
        follow(self.dress)

    def lay_in(self, area: PageArea) -> None:
        """One more page, not on show yet."""
        area.hide()
        area.setParent(self)

    def take_out(self, area: PageArea) -> None:
        """That page is gone, and about to be destroyed."""
        area.hide()

    def put(self, page: PageArea, beside: PageArea | None = None) -> None:
        """Show this page; a panel beside that screen, where there is room for both."""
        gone = {self._page, self._beside} - {page, beside}
        self._page, self._beside = page, beside
        self.setUpdatesEnabled(False)
        caret = QApplication.focusWidget()
        if caret is not None and self.isAncestorOf(caret) and not page.isAncestorOf(caret):
            caret.clearFocus()  # else Qt looks for another place for it, through all there is
        self.dress()
        for area in gone:
            if area is not None:
                area.hide()
        self.updateGeometry()
        self.setUpdatesEnabled(True)

    def minimumSizeHint(self) -> QSize:
        """What the page on show asks at least: a window is not so small that a button is cut."""
        return self._page.minimumSizeHint() if self._page is not None else QSize()

    def event(self, event: QEvent) -> bool:
        """A page may ask for more than before."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def on_show(self) -> list[PageArea]:
        """The page on show, and the screen at its left if it is a panel and there is room."""
        return [area for area in (self._beside, self._page) if area is not None and area.isVisible()]

    def dress(self) -> None:
        """Lie as the room allows in the look in use."""
        page, beside = self._page, self._beside
        if page is None:
            return
        is_panel = beside is not None and has_room(self.width() - px(MARGINS))
        left = max(0, self.width() - px(WIDE)) if is_panel else 0
        page.setEnabled(True)
        page.be_panel(is_panel)
        page.setGeometry(QRect(left, 0, self.width() - left, self.height()))
        page.show()
        if beside is not None:
            beside.setEnabled(not is_panel)
            beside.be_panel(False)
            beside.setGeometry(QRect(0, 0, left or self.width(), self.height()))
            beside.setVisible(is_panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One page, or both."""
        super().resizeEvent(event)
        self.dress()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """What is only looked at scrolls all the same: nothing else in it takes the wheel."""
        under = self.childAt(event.position().toPoint())
        while under is not None and under is not self:
            if isinstance(under, QAbstractScrollArea) and under.verticalScrollBar().maximum():
                bar = under.verticalScrollBar()
                lines = event.angleDelta().y() / 120 * QApplication.wheelScrollLines()
                bar.setValue(bar.value() - round(lines * bar.singleStep()))
                event.accept()
                return
            under = under.parentWidget()
        super().wheelEvent(event)
