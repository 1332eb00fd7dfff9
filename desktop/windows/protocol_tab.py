"""One tab of the protocol's screen, and the bar of their names."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QStackedWidget, QTabBar, QToolButton, QWidget

from desktop.language import _
from desktop.protocol.sheet import VersionSheet
from desktop.windows.buttons import Button
from desktop.windows.desk import Desk
from desktop.windows.look import BODY, MEDIUM, SEMIBOLD, follow, font, px, tokens

GAP, UNDERLINE, SCROLLER = 22, 3, 72
LIST_LEAST = 120
"""Pixels that the list of a tab needs in height: head, tabs and list stand in a low window together."""


class ProtocolTab(QWidget):
    """What stands under one name of the bar; made as `Kind(desk)` when it is first opened."""

    NAME: ClassVar[str] = ""
    TITLE: ClassVar[str] = ""
    """English msgid, as it stands in the bar."""

    changed = Signal()
    """Something was saved here: the head and the other tabs are read anew."""
    acts_changed = Signal()
    """`acts` are others now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.sheet: VersionSheet | None = None

    def put(self, sheet: VersionSheet) -> None:
        """Show this version; called when the tab is opened and whenever something may have changed."""
        self.sheet = sheet

    def acts(self) -> tuple[Button, ...]:
        """Its buttons in the head of the page, the filled one last; the same objects each time."""
        return ()

    def show_record(self, about: object) -> None:
        """Put the caret on what is meant: an identifier of a provision, a case, an indicator."""

    def state(self) -> dict[str, object]:
        """What a lock must not lose."""
        return {}

    def restore(self, state: dict[str, object]) -> None:
        """Take it back; called before `put`."""

    def keep_now(self) -> None:
        """Keep what is half typed, at once."""

    def first(self) -> QWidget:
        """What takes the caret."""
        return self

    def least(self, width: int) -> int:
        """How high it must be at this width: what stretches scrolls, what stands above it wraps."""
        column, least = self.layout(), self.minimumSizeHint().height()
        if not isinstance(column, QBoxLayout):
            return least
        for place in range(column.count()):
            item = column.itemAt(place)
            above = item.widget() if item and not column.stretch(place) else None
            if above is not None and not above.isHidden() and above.hasHeightForWidth():
                least += max(0, above.heightForWidth(width) - above.minimumSizeHint().height())
        return least


class Shelf(QStackedWidget):
    """The tabs that were opened, one on show; how low it may be is told by that one, whatever the others need."""

    def minimumSizeHint(self) -> QSize:
        """As wide as all of them, as high as the one on show."""
        current, least = self.currentWidget(), super().minimumSizeHint()
        return QSize(least.width(), current.minimumSizeHint().height()) if current else least


class TabNames(QTabBar):
    """The names of the tabs in a line, the open one underlined; arrows go from one to the next."""

    def __init__(self) -> None:
        super().__init__()
        self._titles: list[str] = []
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Parts of the protocol"))
        follow(self.dress)

    def take(self, titles: list[str]) -> None:
        """Show these names, English msgids."""
        self._titles = titles
        while self.count():
            self.removeTab(0)
        for title in titles:
            self.addTab(_(title))

    def dress(self) -> None:
        """Take the measures of the text size in use."""
        self.setStyleSheet(f"QTabBar::scroller {{ width: {px(SCROLLER)}px; }}")
        self._name_scrollers()
        self.updateGeometry()
        self.update()

    def _name_scrollers(self) -> None:
        """Say what the arrows do that move a line too long for the page."""
        for button in self.findChildren(QToolButton):
            on = button.objectName() == "ScrollRightButton"
            button.setAccessibleName(_("Further parts") if on else _("Earlier parts"))

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as its name in the heavier letters, so that nothing moves when another is opened."""
        metrics = QFontMetrics(font(BODY, SEMIBOLD))
        return QSize(metrics.horizontalAdvance(self.tabText(index)) + px(GAP), metrics.height() + px(16))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """It never gets narrower: rather the line scrolls."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names, the line under them, and the mark of the open one."""
        painter, t = QPainter(self), tokens()
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(t.line))
        for index in range(self.count()):
            rect, is_open = self.tabRect(index), index == self.currentIndex()
            painter.setFont(font(BODY, SEMIBOLD if is_open else MEDIUM))
            painter.setPen(QColor(t.accent if is_open else t.muted))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.tabText(index))
            wide = QFontMetrics(font(BODY, SEMIBOLD)).horizontalAdvance(self.tabText(index))
            if is_open:
                mark = QRectF(rect.left(), self.height() - px(UNDERLINE), wide, px(UNDERLINE))
                painter.fillRect(mark, QColor(t.accent))
                if self.hasFocus():
                    painter.setPen(QColor(t.accent))
                    painter.drawRoundedRect(
                        QRectF(rect.left() - px(4), px(3), wide + px(8), self.height() - px(9)), px(4), px(4)
                    )
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            for index, title in enumerate(self._titles):
                self.setTabText(index, _(title))
            self.setAccessibleName(_("Parts of the protocol"))
            self._name_scrollers()
        super().changeEvent(event)
