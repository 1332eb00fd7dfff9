"""The table for comments: sent out to an institution, read when it comes back, shown before anything is kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.problems import Problem
from desktop.protocol.returned import Returned, ReturnedComment
from desktop.summaries.press import write_file
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk, Screen
from desktop.windows.drop_area import DropArea, FileDrop
from desktop.windows.files import ask_open, ask_save
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Row, clear, line, scrolled
from desktop.windows.meeting_named import agency_of, who

UNKNOWN = N_("No provision has this number. It is not taken over; write it down as a comment by hand if it matters.")


class ReturnedPage(Screen):
    """The page; `about` is a draft."""

    NAME = "protocol_returned"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.version_id: UUID | None = None
        self.found: Returned | None = None
        self.banner = Banner("red")
        self.title = Label(N_("Comments by DOCX"), "title", wrap=True)
        self.area = DropArea(
            N_("Drop the returned file here or choose it: DOCX, or the same table as XLSX or CSV."),
            N_("Comments are known by the number of the provision; nothing is kept before you say so."),
        )
        self.form = Form(
            [Group("", [[(ChoiceField("agency_id", N_("Institution"), who(desk.centre), required=True), 6)]])]
        )
        self._told, self._file = Label("", "card", wrap=True), Label("", "second", wrap=True)
        self._rows = Card(margins=(20, 16, 20, 16), gap=8)
        self._list = Column(gap=8)
        self.send_button = Button(N_("Save the table to send"), OUTLINED, icon="file", key="F7", do=self.save_table)
        self.choose_button = Button(N_("Choose a file"), PRIMARY, icon="mail", key="F6", do=self.choose_file)
        self.keep_button = Button(N_("Take the comments over"), OUTLINED, key="Ctrl+Enter", do=self.keep)
        self._build()
        FileDrop(self, self.read, self.area)
        self._begin()

    def _build(self) -> None:
        head = Row(gap=10)
        head.addWidget(self.title, 1)
        head.addWidget(Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back))
        asked = Card(margins=(20, 14, 20, 14))
        asked.column.addWidget(self.form)
        for widget in (self._told, self._file):
            self._rows.column.addWidget(widget)
        self._rows.column.addLayout(self._list)
        body = QWidget()
        column = Column(body, gap=14)
        column.addWidget(asked)
        column.addWidget(self.area, 1)
        column.addWidget(self._rows)
        column.addStretch()
        buttons = QWidget()
        flow = Flow(buttons, gap=10, right=True)
        for button in (self.send_button, self.choose_button, self.keep_button):
            flow.addWidget(button)
        foot = Row(gap=10)
        foot.addWidget(Label(N_("Nothing has been written yet."), "second", wrap=True), 1)
        foot.addWidget(buttons, 2)
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addLayout(head)
        page.addWidget(self.banner)
        page.addWidget(scrolled(body), 1)
        page.addLayout(foot)

    def first(self) -> QWidget:
        """Whose comments they are."""
        return self.form.fields["agency_id"]

    def show_record(self, about: UUID | Any | None) -> None:
        """For which draft; the one that is worked on where none is named."""
        if isinstance(about, Path):
            self.read(about)
            return
        if isinstance(about, UUID):
            self.version_id = about
        elif self.version_id is None:
            protocols = self.desk.centre.protocols
            rows = [row for each in protocols.all() for row in protocols.versions(each.id) if row.version.is_open]
            self.version_id = rows[0].version.id if rows else None
        for button in (self.send_button, self.choose_button):
            button.setEnabled(self.version_id is not None)
        if self.version_id is None:
            self.banner.tell(Problem(N_("There is no draft to write in. Begin a revision first.")))

    def state(self) -> dict[str, Any]:
        """For which draft; the file itself is asked for again."""
        return {"version": self.version_id.hex if self.version_id else ""}

    def restore(self, state: dict[str, Any]) -> None:
        """The same again."""
        if state.get("version"):
            self.show_record(UUID(state["version"]))

    def save_table(self) -> None:
        """Write the table for the chosen institution."""
        try:
            version, agency = self.version_id, self._agency()
        except Problem as problem:
            self.form.refuse(problem, self.banner.tell)
            return
        if version is None:
            return
        sheet = self.desk.centre.protocols.sheet(version)
        name = f"{_('Protocol, comments')} {sheet.version.number}.docx"
        ask_save(self, name, "DOCX (*.docx)", lambda path: self._write(version, agency, path))

    def choose_file(self) -> None:
        """Ask which file came back."""
        ask_open(self, f"{_('Texts and tables')} (*.docx *.xlsx *.ods *.csv)", self.read)

    def read(self, path: Path) -> None:
        """Read the file off the window's thread; nothing is kept yet."""
        if self.version_id is None:
            return
        self._begin()
        self._file.put(path.name)
        wanted = partial(self.desk.centre.revision.read_returned, self.version_id, path)
        errand = self.desk.background.run(wanted, self._show, self.banner.tell)
        if not errand.is_over:
            ProgressCard(self.area, errand, N_("Reading the list…"))

    def keep(self) -> None:
        """Take the comments over, in one change."""
        if self.found is None or self.version_id is None:
            return
        self.banner.hide()
        log, by = self.desk.centre.revision, self.desk.centre.worker
        try:
            kept = log.bring_comments(self.version_id, self._agency(), self.found, by)
        except Problem as problem:
            self.form.refuse(problem, self.banner.tell)
            return
        self.desk.back()
        self.desk.kept(N_("Comments taken over: {n}"), n=kept)

    def changeEvent(self, event: QEvent) -> None:
        """Say what was read in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_list") and self.found:
            self._show(self.found)

    def _agency(self) -> UUID | None:
        """Whose comments they are; a Problem until it was said."""
        return agency_of(self.form.values()["agency_id"])

    def _write(self, version: UUID, agency: UUID | None, path: Path) -> None:
        try:
            write_file(path, self.desk.centre.revision.comment_table(version, agency))
        except Problem as problem:
            self.banner.tell(problem)
        else:
            self.banner.say(N_("The table is written. Send it as it is: {name}"), tone="green", name=path.name)

    def _begin(self) -> None:
        """As long as nothing was read."""
        self.found = None
        self.banner.hide()
        self._rows.hide()
        self.area.show()
        self.keep_button.hide()
        self.choose_button.set_kind(PRIMARY)

    def _show(self, found: Returned) -> None:
        self.found = found
        clear(self._list)
        self._told.say(
            N_("Comments: {n}. Provisions without a comment: {silent}. Unknown numbers: {unknown}"),
            n=len(found.known), silent=found.silent, unknown=len(found.unknown),
        )  # fmt: skip
        for each in found.unknown:
            self._list.addWidget(_row(each, "amber"))
            self._list.addWidget(Label(UNKNOWN, "second", ink="amber", wrap=True))
            self._list.addWidget(line())
        for each in found.known:
            self._list.addWidget(_row(each, ""))
            self._list.addWidget(line())
        self.area.hide()
        self._rows.show()
        self.keep_button.setVisible(bool(found.known))
        self.choose_button.set_kind(OUTLINED if found.known else PRIMARY)
        self.keep_button.set_kind(PRIMARY)


def _row(comment: ReturnedComment, ink: str) -> QWidget:
    """The number, and what is said."""
    row = QWidget()
    beside = Row(row, gap=16)
    number = text(comment.number, "strong")
    number.tint(ink)
    beside.addWidget(number)
    beside.addWidget(text(comment.text, "body", wrap=True), 1)
    return row
