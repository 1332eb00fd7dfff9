"""A protocol's text or an act brought in from a file: what was read is shown with every doubt before it is kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.language import N_, _
from desktop.problems import Problem
from desktop.protocol.acts import PointDraft
from desktop.protocol.importing import read_provisions
from desktop.protocol.reading import Read, ReadProvision
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.choice import Combo
from desktop.windows.desk import Desk, Screen
from desktop.windows.drop_area import DropArea, FileDrop
from desktop.windows.files import ask_open
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Grid, Row, clear, scrolled
from desktop.windows.look import px
from desktop.windows.protocol_acts import act_draft, act_fields

ACT = "act"
"""Before the identifier of an act whose points are brought."""
SHOWN = 150
"""Rows listed at most."""
LONGEST = 300


class ImportPage(Screen):
    """The page; `about` is a draft of a protocol, `act` and an identifier, or nothing for a new act."""

    NAME = "protocol_import"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.about = ""
        self.read_: Read | None = None
        self._path: Path | None = None
        self.banner, self.title = Banner("red"), Label("", "title", wrap=True)
        self.area = DropArea(
            N_("Drop the file here or choose one: DOCX, XLSX, ODS, CSV or text."),
            N_("Articles, points and chapters are known by their numbers; a table needs a column of numbers."),
        )
        self.form = Form([Group("", act_fields(desk.centre.world.today))], keep=self._keep_draft)
        self._asked = Card(margins=(20, 14, 20, 14))
        self._asked.column.addWidget(self.form)
        self._rows = Card(margins=(20, 16, 20, 16), gap=10)
        self._head, self._file = Label("", "card", wrap=True), Label("", "second", wrap=True)
        self.letters, self._letters_word = Combo(), Label(N_("Letters of the file"), "label")
        self._doubts, self._grid = Column(gap=4), Grid(gap=7)
        self._more = Label("", "second", wrap=True)
        self.choose_button = Button(N_("Choose a file"), PRIMARY, icon="file", key="F6", do=self.choose_file)
        self.keep_button = Button(N_("Keep all of it"), OUTLINED, key="Ctrl+Enter", do=self.keep)
        self._build()
        FileDrop(self, self.read, self.area)
        self.letters.activated.connect(self._read_again)
        self._begin()

    def _build(self) -> None:
        head = Row(gap=10)
        head.addWidget(self.title, 1)
        head.addWidget(Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back))
        choice = Row(gap=8)
        self._letters_word.setBuddy(self.letters)
        choice.addWidget(self._letters_word)
        choice.addWidget(self.letters)
        choice.addStretch(1)
        for widget in (self._head, self._file):
            self._rows.column.addWidget(widget)
        for inner in (choice, self._doubts, self._grid):
            self._rows.column.addLayout(inner)
        self._rows.column.addWidget(self._more)
        body = QWidget()
        column = Column(body, gap=14)
        column.addWidget(self.area, 1)
        column.addWidget(self._asked)
        column.addWidget(self._rows)
        column.addStretch()
        buttons = QWidget()
        flow = Flow(buttons, gap=10, right=True)
        flow.addWidget(self.choose_button)
        flow.addWidget(self.keep_button)
        foot = Row(gap=10)
        foot.addWidget(Label(N_("Nothing has been written yet."), "second", wrap=True), 1)
        foot.addWidget(buttons, 1)
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addLayout(head)
        page.addWidget(self.banner)
        page.addWidget(scrolled(body), 1)
        page.addLayout(foot)

    @property
    def version_id(self) -> UUID | None:
        """The draft whose text is brought; None where it is an act."""
        return UUID(self.about) if self.about and not self.about.startswith(ACT) else None

    @property
    def act_id(self) -> UUID | None:
        """The act whose points are brought; None for a new one."""
        return UUID(self.about.removeprefix(f"{ACT} ")) if self.about.startswith(f"{ACT} ") else None

    @property
    def is_new_act(self) -> bool:
        """Whether an act is named here as well."""
        return self.version_id is None and self.act_id is None

    def first(self) -> QWidget:
        """To choose a file, or to keep what was read."""
        return self.choose_button if self.keep_button.isHidden() else self.keep_button

    def show_record(self, about: UUID | Any | None) -> None:
        """What the text is brought for."""
        if isinstance(about, Path):
            self.read(about)
        else:
            self.about = about.hex if isinstance(about, UUID) else about if isinstance(about, str) else ""
        if self.is_new_act:
            self.form.put({"language": self.desk.centre.profile_log.profile().language})
            note = self.desk.centre.drafts.of(self.NAME, None, self.desk.centre.worker)
            if note is not None:
                self.form.restore(dict(note.fields))
        self.retranslate()

    def state(self) -> dict[str, Any]:
        """What it is brought for; the file itself is asked for again."""
        return {"about": self.about}

    def restore(self, state: dict[str, Any]) -> None:
        """The same again."""
        self.show_record(state.get("about", ""))

    def choose_file(self) -> None:
        """Ask which file."""
        ask_open(self, f"{_('Texts and tables')} (*.docx *.xlsx *.ods *.csv *.tsv *.txt)", self.read)

    def read(self, path: Path, encoding: str = "") -> None:
        """Read the file off the window's thread; nothing is written yet."""
        self._begin()
        self._path = path
        self._file.put(path.name)
        errand = self.desk.background.run(partial(read_provisions, path, encoding), self._show, self._refused)
        if not errand.is_over:
            ProgressCard(self, errand, N_("Reading the file…"))

    def keep(self) -> None:
        """Keep all that was read, in one change."""
        read = self.read_
        if read is None:
            return
        centre, by, version, act = self.desk.centre, self.desk.centre.worker, self.version_id, self.act_id
        points = [PointDraft(each.number, each.title, each.text) for each in read.provisions]
        self.banner.hide()
        try:
            if version:
                centre.bringing.text(version, read, by)
            elif act:
                centre.acts.bring_points(act, points, by)
            else:
                centre.acts.bring(act_draft(self.form.values()), points, by)
        except Problem as problem:
            if self.is_new_act:
                self.form.refuse(problem, self.banner.tell)
            else:
                self.banner.tell(problem)
            return
        self.form.forget()
        if self.is_new_act:
            self.desk.drop_draft(self.NAME, None)
        self.desk.back()
        self.desk.kept(N_("Brought in: {n}"), n=len(points))

    def retranslate(self) -> None:
        """Say what it is for, and what was read."""
        self.title.say(N_("Bring the text of the protocol") if self.version_id else N_("Bring an act from a file"))
        self._asked.setVisible(self.is_new_act and self.read_ is not None)
        self.letters.setAccessibleName(_("Letters of the file"))
        if self.read_ is not None:
            self._list(self.read_)

    def changeEvent(self, event: QEvent) -> None:
        """Say doubts in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_grid"):
            self.retranslate()

    def _keep_draft(self, raw: dict[str, Any]) -> bool:
        return self.desk.keep_draft(self.NAME, None, raw, str(raw.get("title", "")))

    def _begin(self) -> None:
        self.read_ = None
        self.banner.hide()
        self._rows.hide()
        self._asked.hide()
        self.area.show()
        self._offer(can=False)

    def _read_again(self) -> None:
        if self._path is not None:
            self.read(self._path, self.letters.code())

    def _show(self, read: Read) -> None:
        if not isValid(self):
            return
        if len(read.encodings) > 1 or not self.letters.count():
            self.letters.fill([(each, each) for each in read.encodings])
        self.letters.choose(read.encodings[0] if read.encodings else "")
        for widget in (self.letters, self._letters_word):
            widget.setVisible(self.letters.count() > 1)
        self.read_ = read
        self.area.hide()
        self._rows.show()
        self.retranslate()
        self._offer(can=True)

    def _offer(self, *, can: bool) -> None:
        self.keep_button.setVisible(can)
        self.keep_button.set_kind(PRIMARY if can else OUTLINED)
        self.choose_button.set_kind(OUTLINED if can else PRIMARY)
        self.choose_button.say(N_("Choose another file") if self.read_ else N_("Choose a file"))
        self.first().setFocus()

    def _list(self, read: Read) -> None:
        """The doubts, then chapter by chapter what was read."""
        clear(self._grid)
        clear(self._doubts)
        self._head.say(
            N_("Chapters: {chapters} · numbers: {n}"), chapters=len(read.chapters), n=len(read.provisions)
        )  # fmt: skip
        for doubt in read.doubts[:SHOWN]:
            label = Label("", "body", ink="amber", wrap=True)
            label.tell(doubt)
            self._doubts.addWidget(label)
        self._grid.setHorizontalSpacing(px(18))
        self._grid.setColumnStretch(1, 1)
        place, chapter = 0, None
        for each in read.provisions[:SHOWN]:
            if each.chapter != chapter and each.chapter is not None:
                said = read.chapters[each.chapter]
                self._grid.addWidget(text(f"{said.number}  {said.title}".strip(), "card", wrap=True), place, 0, 1, 2)
                place += 1
            chapter = each.chapter
            self._put(place, each)
            place += 1
        self._more.setVisible(len(read.provisions) > SHOWN)
        self._more.say(N_("And {n} more."), n=len(read.provisions) - SHOWN)

    def _put(self, place: int, each: ReadProvision) -> None:
        told = Column(gap=1)
        if each.title:
            told.addWidget(text(each.title, "medium", wrap=True))
        if each.text:
            short = each.text if len(each.text) <= LONGEST else f"{each.text[: LONGEST - 1].rstrip()}…"
            told.addWidget(text(short, "second" if each.title else "body", wrap=True))
        self._grid.addWidget(text(each.number, "quiet"), place, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(told, place, 1)

    def _refused(self, problem: Problem) -> None:
        if isValid(self):
            self._begin()
            self.banner.tell(problem)
