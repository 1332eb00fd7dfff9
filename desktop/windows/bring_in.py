"""Bringing in notices from a spreadsheet: read, shown with what could not be read, and entered all or none."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.records.referral_list import ReferralList, read_list
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk, Screen
from desktop.windows.files import ask_open
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Row, clear, scrolled

SHOWN = 100
"""Unread rows listed at most."""


class BringIn(Screen):
    """The page of a list that is brought in."""

    NAME = "bring_in"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.listed: ReferralList | None = None
        self.setAcceptDrops(True)
        self.banner = Banner("red")
        self._rows = Card(margins=(20, 16, 20, 16), gap=6)
        self.choose_button = Button(N_("Choose a file"), PRIMARY, icon="file", do=self.choose_file)
        self.enter_button = Button(N_("Enter them all"), OUTLINED, key="Ctrl+Enter", do=self.enter)
        self._build()

    def _build(self) -> None:
        head = Row(gap=10)
        head.addWidget(Label(N_("Bring in a list"), "title", wrap=True), 1)
        head.addWidget(self.choose_button)
        head.addWidget(Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back))
        self._say_what()
        body = QWidget()
        column = Column(body, gap=14, margins=(0, 0, 14, 0))
        column.addWidget(self._rows)
        column.addStretch(1)
        foot = Row(gap=10)
        foot.addWidget(Label(N_("Nothing enters the vault until you accept it."), "second", wrap=True), 1)
        foot.addWidget(self.enter_button)
        self.enter_button.hide()
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addLayout(head)
        page.addWidget(self.banner)
        page.addWidget(scrolled(body), 1)
        page.addLayout(foot)

    def _say_what(self) -> None:
        clear(self._rows.column)
        column = self._rows.column
        column.addWidget(Label(N_("Drop a CSV or XLSX file here or choose one."), "strong", wrap=True))
        sentence = N_("The first row names the columns: received, sender, name, birth year, telephone, residence.")
        column.addWidget(Label(sentence, "quiet", wrap=True))

    def choose_file(self) -> None:
        """Ask which file."""
        ask_open(self, f"{_('Lists')} (*.csv *.tsv *.txt *.xlsx)", self.read)

    def read(self, path: Path) -> None:
        """Read the file off the window's thread; nothing is written yet."""
        centre = self.desk.centre
        errand = self.desk.background.run(
            lambda: read_list(path, centre.directory, centre.lists, centre.world), self._show, self.banner.tell
        )
        ProgressCard(self, errand, N_("Reading the list…"))

    def _show(self, listed: ReferralList) -> None:
        self.listed = listed
        self.banner.hide()
        clear(self._rows.column)
        self._rows.column.addWidget(Label(N_("Rows read: {n}"), "strong", n=len(listed.drafts)))
        if listed.unread:
            self.banner.say(
                N_("Rows not read: {n}. They are listed with the reason."), tone="amber", n=len(listed.unread)
            )
        for number, problem in listed.unread[:SHOWN]:
            row = Row(gap=12)
            row.addWidget(Label(N_("Row {row}"), "medium", row=number))
            row.addWidget(text(problem.told(_), "body", wrap=True), 1)
            self._rows.column.addLayout(row)
        can = bool(listed.drafts) and not listed.unread
        self.enter_button.setVisible(can)
        self.enter_button.set_kind(PRIMARY if can else OUTLINED)
        self.choose_button.set_kind(OUTLINED if can else PRIMARY)

    def enter(self) -> None:
        """Enter all of them, in one change."""
        if self.listed is None:
            return
        centre, drafts = self.desk.centre, self.listed.drafts
        self.enter_button.setEnabled(False)

        def work(progress: Any) -> list[UUID]:
            return centre.referrals.enter_all(drafts, centre.worker, progress)

        errand = self.desk.background.run(work, self._entered, self._refused, counts=True)
        ProgressCard(self, errand, N_("Entering"))

    def _entered(self, ids: list[UUID]) -> None:
        self.desk.back()
        self.desk.kept(N_("Notices entered: {n}"), n=len(ids))

    def _refused(self, problem: Any) -> None:
        self.enter_button.setEnabled(True)
        self.banner.tell(problem)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        urls = event.mimeData().urls()
        if urls and urls[0].isLocalFile():
            self.read(Path(urls[0].toLocalFile()))
