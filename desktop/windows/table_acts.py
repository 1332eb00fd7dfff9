"""What can be done with every list: choose its columns, copy rows, print it, write it to a workbook.

A screen hands over its card and what it is called; the rest is the same everywhere. What leaves the house is what is on
show, and it says how much that is and by which filters.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QMenu

from desktop.language import N_, _, chosen, ngettext
from desktop.windows.banner import Banner
from desktop.windows.buttons import PLAIN, Button, sequence
from desktop.windows.desk import Desk
from desktop.windows.list_leaving import Draw, Leaves, Leaving
from desktop.windows.list_views import Views
from desktop.windows.table import TableColumn
from desktop.windows.table_card import TableCard

OFFER = N_("Print, save…")
RowAct = tuple[str, Callable[[], object]]
"""An English msgid, and what it does."""


@dataclass(frozen=True)
class Together:
    """One thing done with several records at once, named with their number."""

    words: Callable[[int], str]
    do: Callable[[Sequence[Hashable]], object]


class ListActs(QObject):
    """The menu of one list; `screen` is what its columns are kept by."""

    def __init__(self, desk: Desk, screen: str, title: str, card: TableCard) -> None:
        super().__init__(card)
        self.desk, self._screen, self._card = desk, screen, card
        self.view, self.model = card.view, card.model
        self.views: Views | None = None
        """Where the list has some: they stand in its menu too."""
        self.together: Together | None = None
        """What can be done with all marked records at once, where the list has such a thing."""
        self.of_row: Callable[[], Sequence[RowAct]] = tuple
        """What can be done with the record in which the caret is."""
        self.banner = Banner("blue")
        self.banner.offer(N_("Close"), self.banner.hide)
        self._leaving = Leaving(desk, title, card, self.banner)
        self.button = Button(OFFER, PLAIN, icon="print", do=self._open_at_button)
        card.add_tools(self.banner, self.button)
        self.view.choose_columns(desk.settings().columns.get(screen, []))
        self.view.selectionModel().selectionChanged.connect(self._say_marked)
        self.view.rearranged.connect(self._keep_columns)
        self.view.menu_wanted.connect(self.open_menu)
        self.view.columns_wanted.connect(lambda at: self._popup(self._columns_menu(), at))
        QShortcut(sequence("Ctrl+P"), card, self.print)

    def open_menu(self, at: QPoint, *, is_of_row: bool = True) -> None:
        """What can be done with the row, the list, and with the marked rows where there are several."""
        menu, marked = QMenu(self._card), self.view.chosen_ids()
        if is_of_row and len(marked) == 1:
            for msgid, do in self.of_row():
                self._add(menu, _(msgid), do)
            menu.addSeparator()
        words = ngettext("Copy {n} row", "Copy {n} rows", len(marked)) if len(marked) > 1 else _("Copy the row")
        self._add(menu, f"{words}\tCtrl+C", self.view.copy_rows).setEnabled(bool(marked))
        if len(marked) > 1:
            n = len(marked)
            self._add(menu, ngettext("Print {n} row…", "Print {n} rows…", n), partial(self.print, marked))
            written = ngettext("Save {n} row as a spreadsheet…", "Save {n} rows as a spreadsheet…", n)
            self._add(menu, written, partial(self.export, marked))
            if self.together is not None:
                self._add(menu, self.together.words(n), partial(self.together.do, marked))
        menu.addSeparator()
        columns = self._columns_menu(menu)
        columns.setTitle(_("Columns"))
        menu.addMenu(columns)
        if self.views is not None:
            self.views.fill(menu.addMenu(_("Views")))
        menu.addSeparator()
        for words, do in (
            (f"{_('Print the list…')}\tCtrl+P", self.print),
            (_("Save as a spreadsheet…"), self.export),
        ):
            self._add(menu, words, do).setEnabled(self.model.rowCount() > 0)
        self._popup(menu, at)

    def print(self, only: Sequence[Hashable] = ()) -> None:
        """The list, or these rows, on paper; where there is no printer, as a file."""
        self._leaving.print(self._leaves(only))

    def export(self, only: Sequence[Hashable] = ()) -> None:
        """The list, or these rows, as a workbook of typed cells."""
        self._leaving.export(self._leaves(only))

    def write(self, draw: Draw, path: Path, only: Sequence[Hashable] = ()) -> None:
        """Draw the list, or these rows, and write them there."""
        self._leaving.write(draw, path, self._leaves(only))

    def _leaves(self, only: Sequence[Hashable]) -> Leaves:
        """What is on show, as it leaves."""
        told = self._card.foot.text()
        if only:
            told = f"{ngettext('{n} row', '{n} rows', len(only))} \u00b7 {told}"
        count = len(only) if only and self.model.rowCount() else self.model.rowCount()
        return Leaves(count, told, self._leaving_columns(), self.model.taking(only))

    def _say_marked(self, *_changed: object) -> None:
        """How many rows are marked, where there are several."""
        marked = len(self.view.marked_rows())
        if marked > 1:
            self.button.say(N_("Marked: {n}"), n=chosen().number(marked))
        else:
            self.button.say(OFFER)

    def _leaving_columns(self) -> tuple[TableColumn, ...]:
        by_key = {column.key: column for column in self.model.columns}
        return tuple(by_key[key] for key in self.view.columns() if not by_key[key].private)

    def _columns_menu(self, over: QMenu | None = None) -> QMenu:
        menu, shown = QMenu(over or self._card), self.view.columns()
        by_key = {column.key: column for column in self.model.columns}
        for key in [*shown, *(key for key in by_key if key not in shown)]:
            action = QAction(_(by_key[key].title), menu, checkable=True, checked=key in shown)
            action.setEnabled(key not in shown or len(shown) > 1)
            action.triggered.connect(lambda is_on, key=key: self._toggle(key, is_on))
            menu.addAction(action)
        menu.addSeparator()
        moving = menu.addMenu(_("To the left"))
        for key in shown[1:]:
            self._add(moving, _(by_key[key].title), partial(self._to_the_left, key))
        moving.setEnabled(len(shown) > 1)
        self._add(menu, _("The usual columns"), partial(self._choose, []))
        return menu

    def _toggle(self, key: str, is_on: bool) -> None:
        shown = self.view.columns()
        self._choose([*shown, key] if is_on else [k for k in shown if k != key])

    def _to_the_left(self, key: str) -> None:
        shown = self.view.columns()
        place = shown.index(key)
        shown[place - 1 : place + 1] = [key, shown[place - 1]]
        self._choose(shown)

    def _choose(self, keys: list[str]) -> None:
        self.view.choose_columns(keys)
        self._keep_columns()

    def _keep_columns(self) -> None:
        usual = [column.key for column in self.model.columns]
        kept = {name: keys for name, keys in self.desk.settings().columns.items() if name != self._screen}
        now = self.view.columns()
        self.desk.settle(columns=kept if now == usual else kept | {self._screen: now})

    def _open_at_button(self) -> None:
        self.open_menu(self.button.mapToGlobal(QPoint(0, self.button.height())), is_of_row=False)

    def _popup(self, menu: QMenu, at: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    @staticmethod
    def _add(menu: QMenu, words: str, do: Callable[[], Any]) -> QAction:
        action = QAction(words, menu)
        action.triggered.connect(lambda _on=False: do())
        menu.addAction(action)
        return action
