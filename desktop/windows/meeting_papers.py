"""The papers of a meeting, looked at as one receiver gets them; made, handed over, and who got what and when.

A paper is kept in the vault before it is written to a file; handing over looks once more whether every consent holds.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.meetings.paper_content import Paper
from desktop.meetings.papers import MeetingPapers, PaperRow
from desktop.paper.sheet import Drawn
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.issued import PAPERS
from desktop.windows.apart import Apart
from desktop.windows.asked_banner import AskedBanner
from desktop.windows.banner import ProgressCard
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.choice import Combo
from desktop.windows.desk import Desk, Screen
from desktop.windows.files import ask_save
from desktop.windows.flanked import Flanked
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Row, clear
from desktop.windows.look import follow, px
from desktop.windows.meeting_words import kind_words, when_words
from desktop.windows.pages_view import PagesView
from desktop.windows.pill import GOOD, NOT_YET, Pill

WIDE = 380
KINDS = ("pack", "invitation", "agenda")
ONE_EACH = ("pack", "invitation")
"""Papers of which each institution gets a copy of its own."""
UNSAFE = N_("This file is not encrypted. Delete it when it is no longer needed.")
DIGEST = 8


class MeetingPapersPage(Screen):
    """The page; `about` is a meeting, or a meeting and a kind of paper, perhaps with its receiver."""

    NAME = "meeting_papers"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.about: UUID | None = None
        self.paper: Paper | None = None
        self._receivers: list[Agency] = []
        self.banner, self.pages = AskedBanner(), PagesView()
        self._title, self._context = Label("", "title", wrap=True), Label("", "second", wrap=True)
        self.kind, self.receiver = Combo(), Combo()
        self._log = Column(gap=8)
        self._build()
        self._fill()
        self.kind.currentIndexChanged.connect(self._turn)
        self.receiver.currentIndexChanged.connect(self.ask)

    def _build(self) -> None:
        words, flank = QWidget(), QWidget()
        said = Column(words, gap=2)
        said.addWidget(self._title)
        said.addWidget(self._context)
        close = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        self.make_button = Button(N_("Make and seal"), PRIMARY, icon="file", key="Ctrl+Enter", do=self.make)
        self.letter_button = Button(N_("Save as DOCX"), OUTLINED, icon="edit", do=self.save_letter)
        self.event_button = Button(N_("Calendar file"), OUTLINED, icon="calendar", do=self.save_event)
        card = Card(gap=8, margins=(16, 12, 12, 12))
        card.column.addWidget(Label(N_("Made and handed over"), "card"))
        card.column.addLayout(self._log)
        beside = Column(flank, gap=14)
        beside.addWidget(card)
        beside.addStretch(1)
        page = Column(self, gap=12, margins=(24, 14, 24, 12))
        acts = (self.kind, self.receiver, self.event_button, self.letter_button, close, self.make_button)
        page.addWidget(Apart(words, acts))
        page.addWidget(self.banner)
        self._both = Flanked(self.pages, flank, wide=WIDE, room=480)
        page.addWidget(self._both, 1)
        follow(self._measure)

    def first(self) -> QWidget:
        """Which paper."""
        return self.kind

    def show_record(self, about: Any | None) -> None:
        """Show a paper of this meeting; the pack where none is named."""
        kind = ""
        receiver: UUID | None = None
        if isinstance(about, tuple):
            self.about, kind, receiver = (*about, None)[:3]
        elif isinstance(about, UUID):
            self.about = about
        elif self.about is None:
            coming = self.desk.centre.diary.coming()
            self.about = coming.id if coming else None
        if kind:
            self.kind.choose(kind)
        self.refresh()
        if receiver is not None:
            self.receiver.choose(receiver.hex)

    def refresh(self) -> None:
        """Read who gets a copy, and draw anew."""
        centre = self.desk.centre
        try:
            if self.about is None:
                raise Problem(N_("No meeting planned. Choose its kind and date."))
            meeting = centre.diary.meeting(self.about)
            self._receivers = list(self._papers.receivers(meeting.id))
        except Problem as gone:
            self._refused(gone)
            self._both.hide()
            self._title.say(N_("Papers of a meeting"))
            return
        self._title.put(f"{_('Papers')}: {kind_words(centre.diary.kind(meeting.kind_id))}")
        self._context.put(when_words(meeting))
        self._fill()
        if not self.receiver.code() and self._receivers:
            self.receiver.choose(self._receivers[0].id.hex)
        self.ask()

    def ask(self) -> None:
        """Draw what is chosen, off the window's thread."""
        about, kind = self.about, self.kind.code() or "pack"
        if about is None:
            return
        receiver = UUID(self.receiver.code()) if kind in ONE_EACH and self.receiver.code() else None
        self.receiver.setVisible(kind in ONE_EACH)
        self.event_button.setVisible(kind == "invitation")
        self.letter_button.setVisible(kind == "agenda")
        if kind in ONE_EACH and receiver is None:
            self._refused(Problem(N_("Nobody is asked to this meeting yet.")))
            return
        self.banner.hide()
        papers = self._papers

        def draw() -> tuple[Paper, Drawn]:
            paper = papers.prepare(about, kind, receiver)
            return paper, papers.preview(paper)

        errand = self.desk.background.run(draw, self._show, self._refused)
        if not errand.is_over:
            ProgressCard(self.pages, errand, N_("Making the document…"))
        self._show_log()

    def make(self, *, sure: bool = False) -> None:
        """Draw, seal and keep it for every receiver, all of them or none; `sure`: see `MeetingPapers.make`."""
        about, kind, papers, by = self.about, self.kind.code(), self._papers, self.desk.centre.worker
        if about is None:
            return

        def work(progress: Any) -> int:
            if kind in ONE_EACH:
                return len(papers.make_packs(about, by, kind=kind, sure=sure, progress=progress))
            papers.make(about, kind, by, sure=sure, progress=progress)
            return 1

        errand = self.desk.background.run(work, self._made, self._not_made, counts=True, lasts=True)
        if not errand.is_over:
            ProgressCard(self.pages, errand, N_("Putting the seal…"))

    def save_letter(self) -> None:
        """The agenda as a file that others can edit; it bears no seal."""
        paper = self.paper
        if paper is not None:
            name = f"{paper.head.number} {paper.head.language}.docx"
            ask_save(
                self, name, "DOCX (*.docx)", lambda file: self._write(partial(self._papers.write_letter, paper, file))
            )

    def save_event(self) -> None:
        """The meeting as a calendar file for the chosen institution."""
        about, code = self.about, self.receiver.code()
        if about is not None and code and self.paper is not None:
            write = partial(self._papers.write_event, about, UUID(code))
            ask_save(
                self, f"{self.paper.head.number}.ics", "ICS (*.ics)", lambda file: self._write(partial(write, file))
            )

    def hand_over(self, row: PaperRow) -> None:
        """Write a sealed paper where she says, and note who got it when."""
        name = f"{row.number} {row.language}.pdf".replace("/", "-")
        ask_save(self, name, "PDF (*.pdf)", lambda file: self._send(row, file))

    def state(self) -> dict[str, Any]:
        """What was chosen."""
        return {
            "about": self.about.hex if self.about else "", "kind": self.kind.code(), "receiver": self.receiver.code(),
        }  # fmt: skip

    def restore(self, state: dict[str, Any]) -> None:
        """The same again."""
        self.kind.choose(state.get("kind") or "pack")
        self.show_record(UUID(state["about"]) if state.get("about") else None)
        if state.get("receiver"):
            self.receiver.choose(state["receiver"])

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language; the papers keep their own."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.about is not None:
            self.refresh()

    @property
    def _papers(self) -> MeetingPapers:
        return self.desk.centre.meeting_papers

    def _measure(self) -> None:
        self.pages.setMinimumHeight(px(360))

    def _fill(self) -> None:
        self.kind.fill([(kind, _(PAPERS[kind])) for kind in KINDS])
        self.kind.setAccessibleName(_("Kind of paper"))
        if not self.kind.code():
            self.kind.choose("pack")
        self.receiver.fill([(each.id.hex, each.known_as) for each in self._receivers])
        self.receiver.setAccessibleName(_("Receiver"))

    def _turn(self) -> None:
        self.ask()

    def _show(self, made: tuple[Paper, Drawn]) -> None:
        self.paper, drawn = made
        self.pages.put(drawn)
        self.make_button.setEnabled(True)

    def _refused(self, problem: Problem) -> None:
        self.paper = None
        self.make_button.setEnabled(False)
        self.banner.tell(problem)

    def _not_made(self, problem: Problem) -> None:
        self.banner.ask(problem, partial(self.make, sure=True))

    def _made(self, count: int) -> None:
        self._show_log()
        self.desk.saved(N_("Papers made: {n}"), n=count)

    def _send(self, row: PaperRow, file: Path) -> None:
        papers, by = self._papers, self.desk.centre.worker

        def write() -> Path:
            papers.send(row.id, by, path=file)
            return file

        self._write(write)
        self._show_log()

    def _write(self, write: Callable[[], Path]) -> None:
        try:
            path = write()
        except Problem as problem:
            self.banner.tell(problem)
        else:
            self.banner.say(UNSAFE, "{path}", tone="blue", path=path)

    def _show_log(self) -> None:
        """Everything of the chosen kind that holds, with when, by whom, and its fingerprint."""
        clear(self._log)
        assert self.about is not None
        rows = [row for row in self._papers.of(self.about) if row.kind == self.kind.code()]
        places = {each.id: (place, each.known_as) for place, each in enumerate(self._receivers)}
        current = sorted(
            (row for row in rows if row.superseded_by_id is None),
            key=lambda row: places[row.receiver_id][0] if row.receiver_id in places else len(places),
        )
        for row in current:
            line, words, pill = Row(gap=8), Column(gap=1), Pill()
            moment = chosen().moment(self.desk.centre.world.desk(row.sent_at or row.made_at))
            second = (moment, row.sent_by or row.made_by, row.digest[:DIGEST])
            pill.say(GOOD, N_("Handed over")) if row.sent_at else pill.say(NOT_YET, N_("Made"))
            words.addWidget(text(_receiver(row, places), "medium", wrap=True))
            words.addWidget(text(" \u00b7 ".join(second), "second", wrap=True))
            words.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeft)
            line.addLayout(words, 1)
            button = Button(N_("Hand over\u2026"), PLAIN, do=partial(self.hand_over, row))
            button.setAccessibleName(f"{button.accessibleName()}: {row.receiver}")
            line.addWidget(button)
            self._log.addLayout(line)
        if len(rows) > len(current):
            self._log.addWidget(Label(N_("Replaced by later ones: {n}"), "small", n=len(rows) - len(current)))
        if not current:
            self._log.addWidget(Label(N_("Nothing of this kind was made yet."), "quiet", wrap=True))


def _receiver(row: PaperRow, places: dict[UUID, tuple[int, str]]) -> str:
    if row.receiver_id in places:
        return places[row.receiver_id][1]
    return row.receiver or _("For all who take part")
