"""A paper about a version of the protocol: looked at page by page, printed, sealed, or written as a letter to edit."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import LOCALES, N_, OWN_NAMES, _, chosen
from desktop.paper.sheet import Drawn
from desktop.problems import Problem
from desktop.protocol.meant import MayBeMeant
from desktop.protocol.papers import KINDS, PaperRow
from desktop.records.issued import PROTOCOL_PAPERS, ProtocolPaper
from desktop.windows.apart import Apart
from desktop.windows.asked_banner import AskedBanner
from desktop.windows.banner import ProgressCard
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.chips import Chip
from desktop.windows.choice import Combo
from desktop.windows.desk import Desk, Screen
from desktop.windows.files import ask_save
from desktop.windows.flanked import Flanked
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, clear
from desktop.windows.pages_view import PagesView
from desktop.windows.printing import ask_to_print, has_printer
from desktop.windows.worker import Progress

WIDE = 320
WITH_REST = ("alignment",)
"""Kinds of papers that tell only what needs doing, unless all is wished for."""
UNSAFE = N_("This file is not encrypted. Delete it when it is no longer needed.")


def paper_about(kind: str, version_id: UUID, period: str = "", against: UUID | None = None) -> str:
    """What the page is asked for where another paper than the protocol itself is wanted.

    `period`: of a month, perhaps; `against`: compared with another version than the one that is revised.
    """
    return f"{kind} {version_id.hex} {period} {against.hex if against else ''}".rstrip()


class ProtocolPaperPage(Screen):
    """The page; `about` is a version, or `paper_about` of one."""

    NAME = "protocol_paper"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.kind, self.period = "protocol", ""
        self.version_id: UUID | None = None
        self.against_id: UUID | None = None
        self.content: Any = None
        self._title, self._context = Label("", "title", wrap=True), Label("", "second", wrap=True)
        self.language, self.pages, self.banner = Combo(), PagesView(), AskedBanner()
        self.whole = Chip()
        self.whole.hide()
        self._made, self._list = Card(margins=(16, 12, 12, 12), gap=6), Column(gap=8)
        self.print_button = Button(N_("Print"), OUTLINED, icon="print", key="Ctrl+P", do=self.print)
        self.docx_button = Button(N_("Save as DOCX"), OUTLINED, icon="file", do=self.save_letter)
        self.draft_button = Button(N_("Save the draft"), OUTLINED, icon="file", do=self.save_draft)
        self.seal_button = Button(N_("Put the seal"), PRIMARY, icon="shield", key="Ctrl+Enter", do=self.seal)
        self._build()
        self._fill()
        self.language.currentIndexChanged.connect(self.ask)
        self.whole.clicked.connect(lambda _on: self.ask())

    def _build(self) -> None:
        words = QWidget()
        said = Column(words, gap=2)
        said.addWidget(self._title)
        said.addWidget(self._context)
        close = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        ways = (self.print_button, self.docx_button, self.draft_button, self.seal_button)
        self._made.column.addWidget(Label(N_("Made and sealed"), "card"))
        self._made.column.addLayout(self._list)
        side = QWidget()
        beside = Column(side, gap=12)
        beside.addWidget(self._made)
        beside.addStretch(1)
        page = Column(self, gap=12, margins=(24, 14, 24, 14))
        page.addWidget(Apart(words, (close, self.whole, self.language, *ways)))
        page.addWidget(self.banner)
        page.addWidget(Flanked(self.pages, side, wide=WIDE, room=560), 1)

    def first(self) -> QWidget:
        """The language of the paper."""
        return self.language

    def show_record(self, about: UUID | Any | None) -> None:
        """The paper of this version; of the newest where none is named."""
        protocols = self.desk.centre.protocols
        if isinstance(about, str) and " " in about:
            kind, code, self.period, against = [*about.split(" "), "", ""][:4]
            self.kind, self.version_id = kind if kind in KINDS else "protocol", UUID(code)
            self.against_id = UUID(against) if against else None
        elif isinstance(about, UUID):
            self.version_id = about
        elif self.version_id is None:
            newest = next((protocols.versions(each.id)[0] for each in protocols.all()), None)
            self.version_id = newest.version.id if newest else None
        if self.version_id is not None:
            try:
                self.language.choose(protocols.sheet(self.version_id).protocol.language)
            except Problem as gone:
                self._refused(gone)
                return
        self.ask()

    def refresh(self) -> None:
        """Draw again: something may have been changed meanwhile."""
        self.ask()

    def ask(self) -> None:
        """Draw it in the chosen language, off the window's thread."""
        self.banner.hide()
        version, papers = self.version_id, self.desk.centre.protocol_papers
        if version is None:
            self._refused(Problem(N_("There is no protocol yet.")))
            return
        kind, wanted = self.kind, self._wanted(self.language.code())
        self.whole.setVisible(kind in WITH_REST)

        def draw() -> tuple[Any, Drawn]:
            content = papers.prepare(papers.asked(kind, version, **wanted))
            return content, papers.preview(content)

        errand = self.desk.background.run(draw, self._show, self._refused)
        if not errand.is_over:
            ProgressCard(self.pages, errand, N_("Making the document…"))

    def seal(self) -> None:
        """Seal and keep it, then ask where the file goes."""
        content, papers, by = self.content, self.desk.centre.protocol_papers, self.desk.centre.worker
        if content is None:
            return
        head = content.head
        asked = papers.asked(head.kind, head.version_id, **self._wanted(head.language))

        def make(progress: Progress) -> ProtocolPaper:
            return papers.make(asked, by, progress=progress)

        errand = self.desk.background.run(make, self._was_made, self.banner.tell, counts=True, lasts=True)
        if not errand.is_over:
            ProgressCard(self.pages, errand, N_("Putting the seal…"))

    def save_letter(self) -> None:
        """A DOCX that others edit."""
        self._ask_where("docx", self.desk.centre.protocol_papers.write_letter)

    def save_draft(self) -> None:
        """The pages as they are, without a seal."""
        self._ask_where("pdf", self.desk.centre.protocol_papers.write_draft)

    def print(self) -> None:
        """The pages on show, on paper."""
        if self.pages.drawn is None or self.content is None:
            return
        if has_printer():
            ask_to_print(self, self.pages.drawn.pdf, lambda: self.desk.saved(N_("Sent to the printer.")))
        else:
            self.banner.say(N_("No printer is known here. Save the file and print it elsewhere."), tone="amber")

    def state(self) -> dict[str, Any]:
        """What was on show."""
        version = self.version_id.hex if self.version_id else ""
        against = self.against_id.hex if self.against_id else ""
        return {"kind": self.kind, "version": version, "period": self.period, "against": against,
                "language": self.language.code()}  # fmt: skip

    def restore(self, state: dict[str, Any]) -> None:
        """The same paper in the same language."""
        if state.get("version"):
            version, kind = UUID(state["version"]), state.get("kind", "protocol")
            against = UUID(state["against"]) if state.get("against") else None
            self.show_record(paper_about(kind, version, state.get("period", ""), against))
            self.language.choose(state.get("language") or self.language.code())

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language; the document keeps its own."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_list"):
            self.language.setAccessibleName(_("Language"))
            self.whole.put(_("With all that is in line"))
            self._tell()
            self._show_made()

    def _wanted(self, language: str) -> dict[str, Any]:
        """What is wished of the paper on show."""
        return {"language": language, "period": self.period, "whole": self.whole.isChecked(),
                "against_id": self.against_id}  # fmt: skip

    def _fill(self) -> None:
        self.language.fill([(locale, OWN_NAMES[locale]) for locale in LOCALES])
        self.language.setAccessibleName(_("Language"))
        self.whole.put(_("With all that is in line"))

    def _show(self, made: tuple[Any, Drawn]) -> None:
        self.content, drawn = made
        self.pages.put(drawn)
        self._offer(True)
        kind = KINDS[self.kind]
        if not kind.is_final(self.content):
            self.banner.say(kind.not_final, tone="amber")
        self._tell()
        self._show_made()

    def _offer(self, on: bool) -> None:
        is_final = on and KINDS[self.kind].is_final(self.content)
        for button in (self.print_button, self.docx_button, self.draft_button):
            button.setEnabled(on)
        self.docx_button.setVisible(KINDS[self.kind].letter is not None)
        self.draft_button.setVisible(not is_final)
        self.seal_button.setVisible(is_final)

    def _refused(self, problem: Problem) -> None:
        self.content = None
        self._title.say(PROTOCOL_PAPERS[self.kind])
        self._offer(False)
        self._show_made()
        self.banner.ask(problem, partial(self._say_meant, problem))

    def _say_meant(self, problem: Problem) -> None:
        """Keep it, and draw the paper."""
        centre = self.desk.centre
        if isinstance(problem, MayBeMeant):
            centre.protocol_papers.say_meant(problem, centre.worker)
        self.ask()

    def _tell(self) -> None:
        self._title.say(PROTOCOL_PAPERS[self.kind])
        if self.content is not None:
            self._context.put(self.content.head.number)

    def _was_made(self, made: ProtocolPaper) -> None:
        self._show_made()
        self.desk.saved(N_("Paper made: {number}"), number=made.number)
        self._hand_out(made.id, made.number, made.language)

    def _show_made(self) -> None:
        """What was made of this kind and version, the newest first."""
        clear(self._list)
        papers, centre = self.desk.centre.protocol_papers, self.desk.centre
        rows = papers.of(kind=self.kind, version_id=self.version_id) if self.version_id else ()
        for one in rows:
            self._list.addWidget(self._row(one, chosen().moment(centre.world.desk(one.made_at))))
        if not rows:
            self._list.addWidget(Label(N_("Nothing was sealed yet."), "quiet", wrap=True))

    def _row(self, one: PaperRow, when: str) -> QWidget:
        words = QWidget()
        said = Column(words, gap=1)
        replaced = _("Replaced by a later one") if one.superseded_by_id else ""
        said.addWidget(text(f"{one.number} · {OWN_NAMES[one.language]}", "medium", wrap=True))
        said.addWidget(text(" · ".join(filter(None, (when, one.receiver, replaced))), "second", wrap=True))
        copy = Button(N_("Save a copy"), PLAIN, do=partial(self._hand_out, one.id, one.number, one.language))
        return Apart(words, (copy,))

    def _hand_out(self, paper_id: UUID, number: str, language: str) -> None:
        name = f"{number} {language}.pdf".replace("/", "-")
        papers = self.desk.centre.protocol_papers
        ask_save(self, name, "PDF (*.pdf)", lambda file: self._write(lambda: papers.write(paper_id, file)))

    def _ask_where(self, ending: str, write: Callable[[Any, Path], Path]) -> None:
        content = self.content
        if content is not None:
            name = f"{content.head.number} {content.head.language}.{ending}".replace("/", "-")
            kinds = f"{ending.upper()} (*.{ending})"
            ask_save(self, name, kinds, lambda file: self._write(lambda: write(content, file)))

    def _write(self, write: Callable[[], Path]) -> None:
        try:
            path = write()
        except Problem as problem:
            self.banner.tell(problem)
        else:
            self.banner.say(UNSAFE, "{path}", tone="blue", path=path)
