"""The choice of what stands on a summary: a button that tells how much, and a menu of ticks that stays open."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from desktop.figures.subjects import SUBJECTS
from desktop.language import N_, _, chosen
from desktop.summaries.content import OPTIONAL, in_order
from desktop.windows.buttons import OUTLINED, Button

EVERYTHING = N_("All tables")


class TickMenu(QMenu):
    """A menu in which several ticks are set at once: only Esc, or a click beside it, closes it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Set the tick and stay."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same with Enter and Space."""
        is_tick = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if not (is_tick and self._tick(self.activeAction())):
            super().keyPressEvent(event)

    @staticmethod
    def _tick(action: QAction | None) -> bool:
        if action is None or not action.isEnabled() or not action.isCheckable():
            return False
        action.trigger()
        return True


class ContentChoice(Button):
    """Which tables stand on the paper; everything, unless some are unticked."""

    changed = Signal()
    """The menu was closed, and other tables are wanted than before."""

    def __init__(self) -> None:
        self.without: tuple[str, ...] = ()
        """Tables that the paper does without."""
        super().__init__(EVERYTHING, OUTLINED, icon="down", do=self.open_menu)

    def choose(self, without: Iterable[str]) -> None:
        """Do without these."""
        self.without = in_order(without)
        self.retranslate()

    def retranslate(self) -> None:
        """Tell how many tables are left out."""
        if self.without:
            self._msgid, self._values = N_("Tables left out: {n}"), {"n": chosen().number(len(self.without))}
        else:
            self._msgid, self._values = EVERYTHING, {}
        super().retranslate()
        self.setAccessibleName(f"{_(N_('Content'))}: {self.text()}")
        self.setToolTip(_("Content"))

    def menu(self) -> QMenu:
        """A tick for each table that may be left out, under one for all of them."""
        menu, before = TickMenu(self), self.without
        menu.ensurePolished()
        menu.setStyleSheet("QMenu { menu-scrollable: 1; }")  # a second column may find no room
        every = QAction(_(EVERYTHING), menu, checkable=True)
        every.triggered.connect(lambda: self._put(menu, ()))
        menu.addAction(every)
        menu.addSeparator()
        for code in OPTIONAL:
            action = QAction(_(SUBJECTS[code].title), menu, checkable=True)
            action.setData(code)
            action.triggered.connect(partial(self._turn, menu, code))
            menu.addAction(action)
        self._mark(menu)
        menu.aboutToHide.connect(lambda: self.changed.emit() if self.without != before else None)
        return menu

    def open_menu(self) -> None:
        """Show it under the button."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        menu.setActiveAction(menu.actions()[0])

    def _turn(self, menu: QMenu, code: str, is_on: bool = False) -> None:
        self._put(menu, set(self.without) - {code} if is_on else {*self.without, code})

    def _put(self, menu: QMenu, without: Iterable[str]) -> None:
        self.choose(without)
        self._mark(menu)

    def _mark(self, menu: QMenu) -> None:
        for action in menu.actions():
            code = action.data()
            action.setChecked(code not in self.without if code else not self.without)
