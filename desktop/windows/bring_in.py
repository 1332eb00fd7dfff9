"""Bringing in notices from a spreadsheet: read, shown with what could not be read, and entered all or none."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.language import N_, _, chosen
from desktop.problems import Cancelled, Problem
from desktop.records.municipality import shown_place
from desktop.records.referral_draft import ReferralDraft
from desktop.records.referral_list import ReferralList, read_list
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk, Screen
from desktop.windows.drop_area import DropArea, FileDrop
from desktop.windows.files import ask_open
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Grid, Row, clear, scrolled
from desktop.windows.look import px
from desktop.windows.names import shown_name

SHOWN = 100
"""Rows listed at most."""


class BringIn(Screen):
    """The page of a list that is brought in: where to drop it, then what was read of it."""

    NAME = "bring_in"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.listed: ReferralList | None = None
        self.banner = Banner("red")
        self.area = DropArea(
            N_("Drop a spreadsheet here or choose one: XLSX, ODS or CSV."),
            N_("The first row names the columns: received, sender, name, birth year, telephone, residence."),
        )
        compare = Button(N_("Compare an institution's list with ours"), PLAIN, do=lambda: desk.go("reconciliation"))
        self.area.column.insertWidget(self.area.column.count() - 1, compare, 0, Qt.AlignmentFlag.AlignHCenter)
        self._rows = Card(margins=(20, 16, 20, 16), gap=10)
        self._grid = Grid(gap=7)
        self._head, self._file = Label("", "card", wrap=True), Label("", "second", wrap=True)
        self._more = Label("", "second", wrap=True)
        self.choose_button = Button(N_("Choose a file"), PRIMARY, icon="file", key="F6", do=self.choose_file)
        self.enter_button = Button(N_("Enter them all"), OUTLINED, key="Ctrl+Enter", do=self.enter)
        self._build()
        FileDrop(self, self.read, self.area)
        self._begin()

    def _build(self) -> None:
        head = Row(gap=10)
        head.addWidget(Label(N_("Bring in a list"), "title", wrap=True), 1)
        head.addWidget(Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back))
        for widget in (self._head, self._file):
            self._rows.column.addWidget(widget)
        self._rows.column.addLayout(self._grid)
        self._rows.column.addWidget(self._more)
        body = QWidget()
        column = Column(body, gap=14)
        column.addWidget(self.area, 1)
        column.addWidget(self._rows)
        column.addStretch()
        buttons = QWidget()
        flow = Flow(buttons, gap=10, right=True)
        flow.addWidget(self.choose_button)
        flow.addWidget(self.enter_button)
        foot = Row(gap=10)
        foot.addWidget(Label(N_("Nothing enters the vault until you accept it."), "second", wrap=True), 1)
        foot.addWidget(buttons, 1)
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addLayout(head)
        page.addWidget(self.banner)
        page.addWidget(scrolled(body), 1)
        page.addLayout(foot)

    def first(self) -> QWidget:
        """To choose a file, or to enter what was read."""
        return self.choose_button if self.enter_button.isHidden() else self.enter_button

    def show_record(self, about: UUID | Any | None) -> None:
        """Read the file that was dropped elsewhere."""
        if isinstance(about, Path):
            self.read(about)

    def choose_file(self) -> None:
        """Ask which file."""
        ask_open(self, f"{_('Lists')} (*.xlsx *.xls *.ods *.csv *.tsv *.txt *.docx)", self.read)

    def read(self, path: Path) -> None:
        """Read the file off the window's thread; nothing is written yet."""
        centre = self.desk.centre
        self._begin()
        self._file.put(path.name)
        errand = self.desk.background.run(
            lambda: read_list(path, centre.directory, centre.lists, centre.world), self._show, self._refused
        )
        ProgressCard(self, errand, N_("Reading the list…"))

    def refresh(self) -> None:
        """Say who is in it as names or codes."""
        if self.listed is not None:
            self._list(self.listed)

    def changeEvent(self, event: QEvent) -> None:
        """Say dates and reasons in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self.listed is not None:
            self._list(self.listed)
        super().changeEvent(event)

    def _begin(self) -> None:
        """Where a file may be dropped; what was read before is let go."""
        self.listed = None
        self.banner.hide()
        self._rows.hide()
        self.area.show()
        self._offer(can=False)

    def _show(self, listed: ReferralList) -> None:
        if not isValid(self):
            return
        self.listed = listed
        self.area.hide()
        self._list(listed)
        self._rows.show()
        if listed.unread:
            self.banner.say(
                N_("Rows not read: {n}. They are listed with the reason."),
                N_("Mend them in the file and bring it again: a list is entered whole or not at all."),
                tone="amber",
                n=len(listed.unread),
            )
        elif not listed.drafts:
            self.banner.say(N_("No row was found under the headings."), tone="amber")
        self._offer(can=bool(listed.drafts) and not listed.unread)

    def _offer(self, *, can: bool) -> None:
        self.enter_button.setVisible(can)
        self.enter_button.setEnabled(True)
        self.enter_button.set_kind(PRIMARY if can else OUTLINED)
        self.choose_button.set_kind(OUTLINED if can else PRIMARY)
        self.choose_button.say(N_("Choose another file") if self.listed else N_("Choose a file"))
        self.first().setFocus()

    def _list(self, listed: ReferralList) -> None:
        """What could not be read if there is any, else what will be entered."""
        clear(self._grid)
        self._head.say(N_("Rows read: {n}"), n=len(listed.drafts))
        self._grid.setHorizontalSpacing(px(18))
        self._grid.setColumnStretch(1, 1)
        count = len(listed.unread) or len(listed.drafts)
        for place, (number, problem) in enumerate(listed.unread[:SHOWN]):
            self._put(place, _("Row {row}", row=number), problem.told(_), "")
        for place, draft in enumerate(() if listed.unread else listed.drafts[:SHOWN]):
            self._put(place, *self._told(draft))
        self._more.setVisible(count > SHOWN)
        self._more.say(N_("And {n} more."), n=count - SHOWN)

    def _put(self, place: int, key: str, words: str, second: str) -> None:
        told = Column(gap=1)
        told.addWidget(text(words, "body", wrap=True))
        if second:
            told.addWidget(text(second, "second", wrap=True))
        self._grid.addWidget(text(key, "quiet"), place, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(told, place, 1)

    def _told(self, draft: ReferralDraft) -> tuple[str, str, str]:
        """When, who, and what else the row says."""
        speak, first = chosen(), draft.mentions[0]
        assert draft.received_at is not None
        assert draft.sender_id is not None
        sender = self.desk.centre.directory.agency(draft.sender_id).known_as
        born = _("born {year}", year=first.birth_year) if first.birth_year else ""
        parts = (sender, draft.reference, born, shown_place(first.municipality, speak.locale))
        when = speak.moment(draft.received_at)
        return when, shown_name(first.name, ""), " \u00b7 ".join(part for part in parts if part)

    def enter(self) -> None:
        """Enter all of them, in one change."""
        if self.listed is None:
            return
        centre, drafts = self.desk.centre, self.listed.drafts
        self.enter_button.setEnabled(False)

        def work(progress: Any) -> list[UUID]:
            return centre.referrals.enter_all(drafts, centre.worker, progress)

        errand = self.desk.background.run(work, self._entered, self._refused, counts=True, lasts=True)
        ProgressCard(self, errand, N_("Entering"))

    def _entered(self, ids: list[UUID]) -> None:
        if self._is_shown():
            self.desk.back()
        self.desk.kept(N_("Notices entered: {n}"), n=len(ids))

    def _refused(self, problem: Problem) -> None:
        """Say it here, or over the page to which she has gone meanwhile."""
        if not self._is_shown():
            self.desk.tell(problem)
            return
        self.enter_button.setEnabled(True)
        self.banner.tell(problem, "blue" if isinstance(problem, Cancelled) else "red")

    def _is_shown(self) -> bool:
        """Whether she still looks at this page; one that was left is gone."""
        return isValid(self) and self.isVisible()
