"""What can be done with every list: choose its columns, copy rows, print it, write it to a workbook.

A screen hands over its card and what it is called; the rest is the same everywhere. What leaves the house is what is on
show, and it says how much that is and by which filters.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QMenu

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.summaries.press import write_file
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.buttons import PLAIN, Button, sequence
from desktop.windows.desk import Desk
from desktop.windows.files import ask_save
from desktop.windows.list_views import Views
from desktop.windows.printing import ask_to_print, has_printer
from desktop.windows.table import TableColumn
from desktop.windows.table_card import TableCard
from desktop.windows.table_paper import MOST_PRINTED, MOST_WRITTEN, TakenList, as_pdf, as_workbook, check_length
from desktop.windows.worker import Progress

NOT_ENCRYPTED = N_("This file is not encrypted. Delete it when it is no longer needed.")
Draw = Callable[..., bytes]


class ListActs(QObject):
    """The menu of one list; `screen` is what its columns are kept by."""

    def __init__(self, desk: Desk, screen: str, title: str, card: TableCard) -> None:
        super().__init__(card)
        self.desk, self._screen, self._title, self._card = desk, screen, title, card
        self.view, self.model = card.view, card.model
        self.views: Views | None = None
        """Where the list has some: they stand in its menu too."""
        self.banner = Banner("blue")
        self.banner.offer(N_("Close"), self.banner.hide)
        self.button = Button(N_("List"), PLAIN, icon="down", do=self._open_at_button)
        card.add_tools(self.banner, self.button)
        self.view.choose_columns(desk.settings().columns.get(screen, []))
        self.view.rearranged.connect(self._keep_columns)
        self.view.menu_wanted.connect(self.open_menu)
        self.view.columns_wanted.connect(lambda at: self._popup(self._columns_menu(), at))
        QShortcut(sequence("Ctrl+P"), card, self.print)

    def open_menu(self, at: QPoint) -> None:
        """Everything that can be done with the list."""
        menu = QMenu(self._card)
        marked = len(self.view.chosen_ids())
        copy = self._add(menu, N_("Copy the row") if marked < 2 else N_("Copy the marked rows"), self.view.copy_rows)
        copy.setText(f"{copy.text()}\tCtrl+C")
        copy.setEnabled(marked > 0)
        columns = self._columns_menu(menu)
        columns.setTitle(_("Columns"))
        menu.addMenu(columns)
        if self.views is not None:
            self.views.fill(menu.addMenu(_("Views")))
        menu.addSeparator()
        printed = self._add(menu, N_("Print the list…"), self.print)
        printed.setText(f"{printed.text()}\tCtrl+P")
        written = self._add(menu, N_("Save as a spreadsheet…"), self.export)
        for action in (printed, written):
            action.setEnabled(self.model.rowCount() > 0)
        self._popup(menu, at)

    def print(self) -> None:
        """The list on paper; where there is no printer, as a file."""
        if self.model.rowCount() and has_printer():
            self._take(as_pdf, MOST_PRINTED, lambda pdf: ask_to_print(self._card, pdf, lambda: None))
        elif self.model.rowCount():
            self._save(as_pdf, MOST_PRINTED, "pdf")

    def export(self) -> None:
        """The list as a workbook of typed cells."""
        if self.model.rowCount():
            self._save(as_workbook, MOST_WRITTEN, "xlsx")

    def _save(self, draw: Draw, most: int, kind: str) -> None:
        if self._is_too_long(most):
            return
        name = f"{_(self._title)} {self.desk.centre.world.today():%Y-%m-%d}.{kind}"
        ask_save(self._card, name, f"{kind.upper()} (*.{kind})", lambda path: self.write(draw, most, path))

    def write(self, draw: Draw, most: int, path: Path) -> None:
        """Draw it and write it there; then it is said that the file is not encrypted."""
        self._take(draw, most, lambda _content: self.banner.say(NOT_ENCRYPTED, "{path}", tone="blue", path=path), path)

    def _take(self, draw: Draw, most: int, done: Callable[[bytes], None], path: Path | None = None) -> None:
        """Read every row, draw it and perhaps write it, all in the worker's thread."""
        if self._is_too_long(most):
            return
        take, language, made = self.model.taking(), chosen(), self.desk.centre.world.desk(self.desk.centre.world.now())
        told, columns = self._card.foot.text(), self._leaving_columns()
        centre = self.desk.centre.profile_log.profile().name
        title, rows, open_centre = _(self._title), self.model.rowCount(), self.desk.centre

        def job(progress: Progress) -> bytes:
            content = draw(TakenList(title, told, centre, columns, take(progress)), language, made)
            if path is not None:
                write_file(path, content)
            if not open_centre.vault.read_only:
                open_centre.profile_log.list_left(self._title, rows, open_centre.worker)
            return content

        errand = self.desk.background.run(job, done, self.banner.tell, counts=True)
        ProgressCard(self._card, errand, N_("Taking out the list…"))

    def _is_too_long(self, most: int) -> bool:
        try:
            check_length(self.model.rowCount(), most)
        except Problem as problem:
            self.banner.tell(problem)
            return True
        return False

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
            self._add(moving, by_key[key].title, partial(self._to_the_left, key))
        moving.setEnabled(len(shown) > 1)
        self._add(menu, N_("The usual columns"), partial(self._choose, []))
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
        self.open_menu(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _popup(self, menu: QMenu, at: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def _add(self, menu: QMenu, msgid: str, do: Callable[[], Any]) -> QAction:
        action = QAction(_(msgid), menu)
        action.triggered.connect(lambda _on=False: do())
        menu.addAction(action)
        return action
