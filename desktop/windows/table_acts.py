"""What can be done with every list: choose its columns, copy rows, print it, write it to a workbook.

A screen hands over its card and what it is called; the rest is the same everywhere. What leaves the house is what is on
show, and it says how much that is and by which filters.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QMenu

from desktop.language import N_, _, chosen, ngettext
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
from desktop.windows.table_paper import (
    MOST_PRINTED,
    MOST_WRITTEN,
    TakenList,
    as_pdf,
    as_workbook,
    check_length,
    how_many,
)
from desktop.windows.worker import Progress

OFFER = N_("Print, save…")
NOT_ENCRYPTED = N_("This file is not encrypted. Delete it when it is no longer needed.")
Draw = Callable[..., bytes]
Taken = tuple[bytes, int]
"""What was drawn, and how many rows it has."""
MOST: dict[Draw, int] = {as_pdf: MOST_PRINTED, as_workbook: MOST_WRITTEN}


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
        self.button = Button(OFFER, PLAIN, icon="print", do=self._open_at_button)
        card.add_tools(self.banner, self.button)
        self.view.choose_columns(desk.settings().columns.get(screen, []))
        self.view.selectionModel().selectionChanged.connect(self._say_marked)
        self.view.rearranged.connect(self._keep_columns)
        self.view.menu_wanted.connect(self.open_menu)
        self.view.columns_wanted.connect(lambda at: self._popup(self._columns_menu(), at))
        QShortcut(sequence("Ctrl+P"), card, self.print)

    def open_menu(self, at: QPoint) -> None:
        """Everything that can be done with the list, and with the marked rows where there are several."""
        menu, marked = QMenu(self._card), self.view.chosen_ids()
        words = ngettext("Copy {n} row", "Copy {n} rows", len(marked)) if len(marked) > 1 else _("Copy the row")
        self._add(menu, f"{words}\tCtrl+C", self.view.copy_rows).setEnabled(bool(marked))
        if len(marked) > 1:
            n = len(marked)
            self._add(menu, ngettext("Print {n} row…", "Print {n} rows…", n), partial(self.print, marked))
            written = ngettext("Save {n} row as a spreadsheet…", "Save {n} rows as a spreadsheet…", n)
            self._add(menu, written, partial(self.export, marked))
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
        if self.model.rowCount() and has_printer():
            self._take(as_pdf, only, lambda taken: ask_to_print(self._card, taken[0], lambda: self._note(taken[1])))
        elif self.model.rowCount():
            self._save(as_pdf, only, "pdf")

    def export(self, only: Sequence[Hashable] = ()) -> None:
        """The list, or these rows, as a workbook of typed cells."""
        if self.model.rowCount():
            self._save(as_workbook, only, "xlsx")

    def _save(self, draw: Draw, only: Sequence[Hashable], kind: str) -> None:
        if self._is_too_long(draw, only):
            return
        name = f"{_(self._title)} {self.desk.centre.world.today():%Y-%m-%d}.{kind}"
        ask_save(self._card, name, f"{kind.upper()} (*.{kind})", lambda path: self.write(draw, path, only))

    def write(self, draw: Draw, path: Path, only: Sequence[Hashable] = ()) -> None:
        """Draw it and write it there; then it is said that the file is not encrypted."""

        def written(taken: Taken) -> None:
            self.banner.say(NOT_ENCRYPTED, "{path}", tone="blue", path=path)
            self._note(taken[1])

        self._take(draw, only, written, path)

    def _take(
        self, draw: Draw, only: Sequence[Hashable], done: Callable[[Taken], None], path: Path | None = None
    ) -> None:
        """Read every row, draw it and perhaps write it, all in the worker's thread."""
        if self._is_too_long(draw, only):
            return
        take, language, made = (
            self.model.taking(only),
            chosen(),
            self.desk.centre.world.desk(self.desk.centre.world.now()),
        )
        told, columns = self._card.foot.text(), self._leaving_columns()
        if only:
            told = f"{ngettext('{n} row', '{n} rows', len(only))} \u00b7 {told}"
        centre, title = self.desk.centre.profile_log.profile().name, _(self._title)

        def job(progress: Progress) -> Taken:
            rows = take(progress)
            check_length(len(rows), MOST[draw])
            content = draw(TakenList(title, told, centre, columns, rows), language, made)
            if path is not None:
                write_file(path, content)
            return content, how_many(rows)

        errand = self.desk.background.run(job, done, self.banner.tell, counts=True)
        ProgressCard(self._card, errand, N_("Taking out the list…"))

    def _is_too_long(self, draw: Draw, only: Sequence[Hashable]) -> bool:
        """Say so before anything is read or asked."""
        self.banner.hide()
        try:
            check_length(len(only) or self.model.rowCount(), MOST[draw])
        except Problem as problem:
            self.banner.tell(problem)
            return True
        return False

    def _note(self, rows: int) -> None:
        """Keep in the history that the list left the house: which, how many, by whom, and no word of what it says."""
        try:
            self.desk.centre.profile_log.list_left(self._title, rows, self.desk.centre.worker)
        except Problem as problem:
            self.desk.tell(problem)

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
        self.open_menu(self.button.mapToGlobal(QPoint(0, self.button.height())))

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
