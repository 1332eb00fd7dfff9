"""Reconciliation, the screen of the rail: every list that was brought, by period and institution, and where it stands.

A list is brought by dropping it anywhere on the page, by a button, or by pasting.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.language import N_, _, chosen
from desktop.paper.package import CARD_ENDING, PACKAGE_ENDING
from desktop.problems import Problem
from desktop.reconciliation.reconciliations import Told
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner
from desktop.windows.buttons import DANGER, OUTLINED, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk, Screen
from desktop.windows.drop_area import DropArea, FileDrop
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.reconcile_grid import PeriodCell, PeriodGrid
from desktop.windows.reconcile_months import months_title


class ReconciliationScreen(Screen):
    """The grid, and what is known of the list that is meant."""

    NAME = "reconciliation"
    TITLE = N_("Reconciliation")
    ICON = "scale"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.told: Told | None = None
        self.banner = Banner("red")
        self.grid = PeriodGrid()
        self.area = DropArea(
            N_("Drop the institution's list of last month here."),
            N_("XLSX, ODS, CSV, a table in a Word document, or a pasted table."),
        )
        self._context = Label("", "second", wrap=True)
        self._which, self._file = Label("", "card", wrap=True), Label("", "second", wrap=True)
        self.bring_button = Button(N_("Bring a list"), PRIMARY, icon="plus", key="F6", do=self.bring)
        self.matrix_button = Button(N_("Matrix"), OUTLINED, icon="chart", do=lambda: self.desk.go("reconcile_matrix"))
        others = partial(self.desk.go, "packages")
        self.others_button = Button(N_("Figures of other centres"), OUTLINED, icon="house", do=others)
        self.open_button = Button(N_("Open"), OUTLINED, do=self.open_it)
        self.out_button = Button(N_("Take the list out"), DANGER, do=self.take_out)
        self._build()
        FileDrop(self, self.take_file, self.area)
        self.grid.opened.connect(self._open)
        self.grid.meant.connect(self._mean)
        self.grid.menu_wanted.connect(self._menu)
        self.refresh()

    def _build(self) -> None:
        words = QWidget()
        said = Column(words, gap=2)
        said.addWidget(Label(N_("Reconciliation"), "title", wrap=True))
        said.addWidget(self._context)
        self._lists, self._meant = Card(gap=8), Card(gap=6)
        self._lists.column.addWidget(self.grid)
        which = QWidget()
        told = Column(which, gap=2)
        told.addWidget(self._which)
        told.addWidget(self._file)
        self._meant.column.addWidget(Apart(which, (self.open_button, self.out_button)))
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addWidget(Apart(words, (self.others_button, self.matrix_button, self.bring_button)))
        page.addWidget(self.banner)
        page.addWidget(self._lists)
        page.addWidget(self._meant)
        page.addWidget(self.area, 1)

    def first(self) -> QWidget:
        """The list that was meant last, or bringing the first one."""
        return self.grid.first() if self.grid.cells else self.bring_button

    def refresh(self) -> None:
        """Read what there is."""
        told = self.desk.centre.reconciliations.overview()
        self.banner.hide()
        for widget in (self._lists, self._meant):
            widget.setVisible(bool(told))
        self.grid.put(told)
        waiting = sum(not each.kept.is_settled for each in told)
        if told:
            self._context.say(N_("Lists: {n} · still open: {open}"), n=len(told), open=waiting)
        else:
            self._context.say(N_("What was sent and what was received, agreed before the meeting."))
        meant = next((each for each in told if each.kept.id == self.grid.now), told[0] if told else None)
        self._mean(meant)

    def bring(self) -> None:
        """To the page where a list is dropped, chosen or pasted."""
        self.desk.go("reconcile_columns")

    def take_file(self, path: Path) -> None:
        """A package or a card goes to its own page, everything else is a list."""
        is_package = path.suffix in (PACKAGE_ENDING, CARD_ENDING)
        self.desk.go("packages" if is_package else "reconcile_columns", path)

    def open_it(self) -> None:
        """Open the one that is meant."""
        if self.told is not None:
            self._open(self.told.kept.id)

    def take_out(self) -> None:
        """Take an open list out, with the way back offered."""
        if self.told is None:
            return
        try:
            self.desk.centre.reconciliations.take_out(self.told.kept.id, self.desk.centre.worker)
        except Problem as problem:
            self.banner.tell(problem)
            return
        self.desk.kept(N_("List taken out."))
        self.refresh()
        self.changed.emit()
        self.first().setFocus()

    def state(self) -> dict[str, Any]:
        """Which one was meant."""
        return {"now": self.grid.now.hex} if self.grid.now else {}

    def restore(self, state: dict[str, Any]) -> None:
        """Mean the same one again."""
        if "now" in state:
            self.grid.now = UUID(state["now"])
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Say months and states in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_meant"):
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V and Shift+Insert bring the table that was copied."""
        copied = QApplication.clipboard().text()
        if event.matches(QKeySequence.StandardKey.Paste) and copied.strip():
            self.desk.go("reconcile_columns", copied)
        else:
            super().keyPressEvent(event)

    def _open(self, reconciliation_id: UUID) -> None:
        self.desk.go("reconcile_agreed", reconciliation_id)

    def _mean(self, told: Told | None) -> None:
        """Tell what is known of one list."""
        self.told = told
        if told is None:
            return
        kept = told.kept
        self._which.put(f"{months_title(kept.first, kept.last)} \u00b7 {told.partner}")
        brought = chosen().moment(self.desk.centre.world.desk(kept.brought_at))
        file = kept.file_name or _("Pasted table")
        self._file.say(N_("{file} · brought: {when}"), file=file, when=brought)
        if kept.is_settled:
            self._file.say(N_("{file} · agreed: {them}, {us}"), file=file, them=kept.for_them, us=kept.for_us)
        self.out_button.setVisible(not kept.is_settled)

    def _menu(self, cell: PeriodCell) -> None:
        menu = QMenu(self)
        menu.addAction(_("Open"), self.open_it)
        if not cell.told.kept.is_settled:
            menu.addAction(_("Take the list out"), self.take_out)
        menu.popup(cell.mapToGlobal(cell.rect().center()))
