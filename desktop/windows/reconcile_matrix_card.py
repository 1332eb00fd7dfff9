"""The matrix on its card: the view, what stands in its place while there is nothing, and the ways out of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from desktop.language import N_, _, chosen
from desktop.reconciliation.matrix import ALL, Matrix, Place
from desktop.windows.banner import Banner, EmptyState
from desktop.windows.buttons import OUTLINED, PLAIN, Button, IconButton, sequence
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import Flow, Row, line
from desktop.windows.list_leaving import Leaves, Leaving
from desktop.windows.look import follow, px
from desktop.windows.reconcile_matrix_list import COLUMNS, list_rows, unit_words
from desktop.windows.reconcile_matrix_model import period_months
from desktop.windows.reconcile_matrix_table import MatrixTable
from desktop.windows.reconcile_months import months_title

TITLE = N_("Matrix of units, centres and months")
FIRST = N_("Units stand here beside months: what was sent, received and agreed, by this centre and by others.")


class MatrixCard(Card):
    """The view with its foot. `detail` shows the centres where they have no room beside."""

    def __init__(self, desk: Desk, detail: Callable[[], object]) -> None:
        super().__init__(margins=1, gap=0)
        self.desk = desk
        self.view = MatrixTable(TITLE)
        self.empty, self._stack = EmptyState("scale", FIRST), QStackedWidget()
        self.help_out = self.empty.offer(N_("Bring a list"), lambda: None)
        self.banner = Banner("blue")
        self.banner.offer(N_("Close"), self.banner.hide)
        self.leaving = Leaving(desk, TITLE, self, self.banner)
        self.foot = Label("", "second", wrap=True)
        self.before = IconButton(N_("Earlier months"), "left", bare=True, do=lambda: self.view.turn(-1))
        self.after = IconButton(N_("Later months"), "right", bare=True, do=lambda: self.view.turn(1))
        self.detail_button = Button(N_("By centre"), OUTLINED, key="F7", do=detail)
        self.out_button = Button(N_("Print, save…"), PLAIN, icon="print", do=self._open_at_button)
        self._build()
        self.view.menu_wanted.connect(self.open_menu)
        self.view.copied.connect(self.copy)
        self.view.paged.connect(self._page)
        QShortcut(sequence("Ctrl+P"), self, self.print)
        follow(self._measure)

    def _build(self) -> None:
        for widget in (self.view, self.empty):
            self._stack.addWidget(widget)
        acts = QWidget()
        flow = Flow(acts, gap=8, right=True)
        for button in (self.before, self.after, self.detail_button, self.out_button):
            flow.addWidget(button)
        self._below = QWidget()
        foot = Row(self._below, gap=8, margins=(12, 8, 12, 8))
        foot.addWidget(self.foot, 1)
        foot.addWidget(acts, 1)
        self.column.addWidget(self.banner)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(line())
        self.column.addWidget(self._below)

    @property
    def shown(self) -> Matrix | None:
        """The matrix on show."""
        return self.view.matrix.matrix if self.view.matrix.rows else None

    def put(self, matrix: Matrix | None, keep: Place | None = None) -> None:
        """Show a matrix with the caret in this cell, or what stands in its place."""
        self.view.put(matrix, keep)
        shown = self.shown
        self._stack.setCurrentWidget(self.view if shown else self.empty)
        self._below.setVisible(shown is not None)
        self.say()

    def say(self) -> None:
        """Say how much it is, in the language of the screen."""
        shown = self.shown
        if shown is None:
            self.foot.put("")
            return
        self.foot.say(
            N_("Sent / received / agreed. Units: {units} · months: {months}"),
            units=chosen().number(len(shown.units)), months=chosen().number(len(shown.periods)),
        )  # fmt: skip

    def open_menu(self, at: QPoint) -> None:
        """Everything that can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place = self.view.place()
        if place is not None:
            action = menu.addAction(f"{_('Open')}\tEnter", lambda: self.view.opened.emit(place))
            action.setEnabled(self.view.matrix.cell(self.view.currentIndex()) is not None)
        menu.addAction(f"{_('Copy the row')}\tCtrl+C", self.copy)
        menu.addSeparator()
        menu.addAction(f"{_('Print the list…')}\tCtrl+P", self.print)
        menu.addAction(_("Save as a spreadsheet…"), self.export)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def copy(self) -> None:
        """Put the unit that is meant on the clipboard, month by month."""
        place = self.view.place()
        if self.shown is not None:
            QGuiApplication.clipboard().setText(unit_words(self.shown, place[1] if place else ALL))

    def print(self) -> None:
        """On paper; where there is no printer, as a file."""
        self.leaving.print(self.leaves())

    def export(self) -> None:
        """As a workbook."""
        self.leaving.export(self.leaves())

    def leaves(self) -> Leaves:
        """Every unit in every month, as it leaves the window."""
        shown = self.shown
        if shown is None:
            return Leaves(0, "", (), lambda _progress: ())
        rows = list_rows(shown)
        first, last = period_months(shown.periods[0])[0], max(period_months(each)[1] for each in shown.periods)
        told = f"{shown.partner} \u00b7 {months_title(first, last)}"
        return Leaves(len(rows), told, COLUMNS, lambda _progress: rows)

    def _page(self, before: int, after: int) -> None:
        for button, left in ((self.before, before), (self.after, after)):
            button.setVisible(bool(before or after))
            button.setEnabled(bool(left))

    def _open_at_button(self) -> None:
        self.open_menu(self.out_button.mapToGlobal(QPoint(0, self.out_button.height())))

    def _measure(self) -> None:
        self.setMinimumHeight(px(260))
