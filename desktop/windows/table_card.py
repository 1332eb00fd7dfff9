"""A list on its card: the view, the foot that says what is counted, the empty state in the list's place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QStackedWidget, QWidget

from desktop.language import _
from desktop.windows.banner import announce
from desktop.windows.card import Card
from desktop.windows.labels import Label
from desktop.windows.layouts import Flow, Row, line
from desktop.windows.look import follow, px
from desktop.windows.table import TableModel
from desktop.windows.table_view import TableView

LEAST = 260
"""Pixels at text size 100 % that a list needs in height, where its page does not say otherwise."""


class TableCard(Card):
    """The list with its foot; the empty state stands in its place when there is nothing to list."""

    def __init__(
        self, view: TableView, model: TableModel, empty: QWidget, *, tells_order: bool = False, least: int = LEAST
    ) -> None:
        """`least`: pixels at text size 100 % that it needs in height."""
        super().__init__(margins=1, gap=0)
        self._tells_order, self._least = tells_order, least
        self.view, self.empty, self.model = view, empty, model
        self._stack = QStackedWidget()
        self._stack.addWidget(view)
        self._stack.addWidget(empty)
        self.foot, self.foot_right = Label("", "second", wrap=True), Label("", "second")
        self._row = Row(gap=8, margins=(12, 8, 12, 8))
        right = QWidget()
        self._right = Flow(right, gap=8, right=True)
        self._right.addWidget(self.foot_right)
        self._row.addWidget(self.foot, 1)
        self._row.addWidget(right)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(line())
        self.column.addLayout(self._row)
        self._coming = QTimer(self, singleShot=True, interval=0)
        """What comes beside the list takes its room first: the list need not be laid out twice."""
        self._coming.timeout.connect(self._turn)
        model.loaded.connect(self._loaded)
        follow(self._measure)

    def count(self, words: str, filters: str = "") -> None:
        """Say what is counted and what narrows it; what is new is read aloud, since only the eye sees a list turn."""
        said = f"{words} \u00b7 {filters}" if filters else words
        is_new = said != self.foot.text() != ""
        self.foot.put(said)
        if is_new and self.isVisible():
            announce(self, said)

    def add_tools(self, banner: QWidget, button: QWidget) -> None:
        """What a list can do has its button in the foot, and a place over the list to say what was done."""
        self.column.insertWidget(0, banner)
        self._right.addWidget(button)

    def _loaded(self, count: int) -> None:
        if count and self.empty.isVisible():
            self._coming.start()
        else:
            self._turn()
        self._say_order()

    def _turn(self) -> None:
        """Show what belongs on show now."""
        shown, gone = self.view if self.model.rowCount() else self.empty, self._stack.currentWidget()
        if gone is not None and shown is not gone:
            self._turn_to(shown, gone)
        if shown is self.view:
            self.view.arrange()  # only what is in sight has a measure

    def _turn_to(self, shown: QWidget, gone: QWidget) -> None:
        """Show the list or why it is empty; the caret goes along, else Qt would look for a place in all the window."""
        caret = QApplication.focusWidget()
        goes_along = caret is not None and (caret is gone or gone.isAncestorOf(caret))
        if caret is not None and goes_along:
            caret.clearFocus()
        self._stack.setCurrentWidget(shown)
        if goes_along:
            button = self.empty.findChild(QAbstractButton) if shown is self.empty else None
            (button or shown).setFocus()

    def _say_order(self) -> None:
        column = self.model.sorted_by()
        if self._tells_order and column is not None:
            told = _("In order of: {column}", column=f"{_(column.title)} {self.model.arrow()}")
            self.foot_right.put(told if self.model.rowCount() else "")

    def changeEvent(self, event: QEvent) -> None:
        """Say the order in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_order()
        super().changeEvent(event)

    def _measure(self) -> None:
        self.setMinimumHeight(px(self._least))
