"""The yearly report of cooperation: its parts, a person's own words in each, the pages as they will be, the seal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.cooperation.report import PARTS, Report
from desktop.cooperation.report_layout import KEY
from desktop.cooperation.reports import Reports
from desktop.language import LOCALES, N_, OWN_NAMES, Language, _
from desktop.paper.sheet import Drawn
from desktop.problems import Problem
from desktop.protocol.papers import PaperRow
from desktop.records.issued import ProtocolPaper
from desktop.windows.apart import Apart
from desktop.windows.asked_banner import AskedBanner
from desktop.windows.banner import ProgressCard
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.choice import CODE, Combo
from desktop.windows.desk import Desk, Screen
from desktop.windows.files import ask_save
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.pages_beside import PagesBeside
from desktop.windows.pages_view import PagesView
from desktop.windows.protocol_report_parts import PartsCard
from desktop.windows.protocol_report_seal import SealCard, SealedCard
from desktop.windows.protocol_report_words import WordsCard, half_typed

SMALL = 852
"""Under this width at text size 100 % the pages go below the parts."""
WIDE = 400
UNSAFE = N_("This file is not encrypted. Delete it when it is no longer needed.")
KEPT = N_("The report is sealed and stays in the vault; it can be written to another place at any time.")
Made = tuple[Report, Drawn, Mapping[str, str], Sequence[PaperRow]]


class ReportPage(Screen):
    """The page; it is about a year where one is named."""

    NAME = "protocol_report"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.report: Report | None = None
        self.year, self.language, self.pages, self.banner = Combo(), Combo(), PagesView(), AskedBanner()
        self.parts, self.words = PartsCard(), WordsCard(desk)
        self.seal, self.sealed = SealCard(), SealedCard(desk, self.hand_out)
        self.letter_button = Button(N_("Save as DOCX"), OUTLINED, icon="edit", do=self.save_letter)
        self.draft_button = Button(N_("Save the draft"), OUTLINED, icon="file", do=self.save_draft)
        self._build()
        self._fill()
        self.language.choose(desk.centre.profile_log.profile().language)
        self._take_up()
        for combo in (self.year, self.language):
            combo.currentIndexChanged.connect(self._turn)
        self.parts.chosen.connect(self.choose)
        self.pages.chosen.connect(self._clicked)
        self.words.left.connect(self.write_down)
        self.seal.wanted.connect(partial(self._seal, False))
        self.seal.retold.connect(self.ask)

    def _build(self) -> None:
        side = QWidget()
        close = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        column = Column(side, gap=12, margins=(0, 0, 12, 12))
        for card in (self.parts, self.words, self.seal, self.sealed):
            column.addWidget(card)
        column.addStretch(1)
        self.split = PagesBeside(self.pages, side, wide=WIDE, small=SMALL, cards_first=True)
        page = Column(self, gap=12, margins=(24, 14, 24, 12))
        acts = (self.year, self.language, self.letter_button, self.draft_button, close)
        page.addWidget(Apart(Label(N_("Yearly report of cooperation"), "title", wrap=True), acts))
        page.addWidget(self.banner)
        page.addWidget(self.split, 1)

    def first(self) -> QWidget:
        """Her own words."""
        return self.words.field

    def show_record(self, about: Any | None) -> None:
        """Show the report of this year."""
        if isinstance(about, int) and self.year.findData(str(about), CODE) >= 0:
            self.year.choose(str(about))
        self.ask()

    def refresh(self) -> None:
        """Compose it again: something may have been changed elsewhere."""
        self._fill()
        self.ask()

    def ask(self) -> None:
        """Compose and draw what is chosen, off the window's thread."""
        year, locale, receiver, reports = int(self.year.code()), self.language.code(), self.seal.told(), self._reports
        self.banner.hide()

        def draw() -> Made:
            words = reports.words(year, locale)
            report = reports.prepare(year, locale, receiver=receiver)
            return report, reports.preview(report), words, reports.of(year)

        self._put_words()
        errand = self.desk.background.run(draw, self._show, self._refused)
        if not errand.is_over:
            ProgressCard(self.pages, errand, N_("Making the document…"))

    def choose(self, part: str) -> None:
        """Turn to a part: its words, and the page on which it stands."""
        self.write_down()
        self.parts.put(self.report, part)
        self._put_words()
        self.pages.choose(KEY + part)

    def write_down(self) -> None:
        """Keep for good what was typed; where that is refused it stays in the field, and as a draft."""
        card, vault = self.words, self.desk.centre.vault
        if not card.is_typed or not vault.is_open or vault.read_only:
            return
        try:
            self._reports.put(card.year, card.part, card.language, card.text, self.desk.centre.worker)
        except Problem as problem:
            card.keep()
            self.banner.tell(problem)
            return
        card.drop()
        card.put(card.year, card.part, card.language, card.text)
        card.written = card.text
        self.changed.emit()
        self.ask()

    def keep_now(self) -> None:
        """Keep what is half typed as a draft."""
        self.words.keep()

    def save_letter(self) -> None:
        """The report as a file that others can edit; it bears no seal."""
        self._save("docx", "DOCX (*.docx)", self._reports.write_letter)

    def save_draft(self) -> None:
        """The pages with the mark of a draft, to be talked about."""
        self._save("pdf", "PDF (*.pdf)", self._reports.write_draft)

    def hand_out(self, row: PaperRow | ProtocolPaper) -> None:
        """Write a sealed report where she says."""
        name = f"{row.number} {row.language}.pdf".replace("/", "-")
        write = partial(self._reports.write, row.id)
        ask_save(self, name, "PDF (*.pdf)", lambda file: self._write(partial(write, file), KEPT))

    def state(self) -> dict[str, Any]:
        """What was chosen."""
        return {"year": self.year.code(), "language": self.language.code(), "part": self.parts.part}

    def restore(self, state: dict[str, Any]) -> None:
        """The same again."""
        for combo, name in ((self.year, "year"), (self.language, "language")):
            if combo.findData(state.get(name, ""), CODE) >= 0:
                combo.choose(state[name])
        if state.get("part") in PARTS:
            self.choose(state["part"])

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language; the report keeps its own."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
            self.words.retranslate()
            self.parts.put(self.report, self.parts.part)
            self.sealed.put(self._reports.of(int(self.year.code())))
        super().changeEvent(event)

    @property
    def _reports(self) -> Reports:
        return self.desk.centre.reports

    def _fill(self) -> None:
        years = self._reports.years()
        self.year.fill([(str(year), str(year)) for year in years])
        if not self.year.code():
            self.year.choose(str(years[0]))
        self.language.fill([(locale, OWN_NAMES[Language(locale).locale]) for locale in LOCALES])
        self.year.setAccessibleName(_("Year"))
        self.language.setAccessibleName(_("Language"))

    def _take_up(self) -> None:
        """Go on with what was half typed before a lock or a crash."""
        kept = half_typed(self.desk)
        part = str(kept.get("part")) if kept else ""
        if kept and part in PARTS and kept.get("language") in LOCALES:
            self.year.choose(str(kept["year"]))
            self.language.choose(str(kept["language"]))
            self.parts.part = part
            self._put_words()
            self.words.take(str(kept.get("text", "")))

    def _put_words(self) -> None:
        year, locale, part = int(self.year.code()), self.language.code(), self.parts.part
        self.words.put(year, part, locale, self._reports.words(year, locale).get(part, ""))

    def _turn(self) -> None:
        self.write_down()
        self.ask()

    def _clicked(self, key: str) -> None:
        if key.startswith(KEY) and key.removeprefix(KEY) in PARTS:
            self.choose(key.removeprefix(KEY))

    def _show(self, made: Made) -> None:
        self.report, drawn, _words, sealed = made
        self.pages.put(drawn)
        self.pages.choose(KEY + self.parts.part)
        self.parts.put(self.report, self.parts.part)
        self.sealed.put(sealed)
        self._offer(True)

    def _refused(self, problem: Problem) -> None:
        self.report = None
        self.banner.tell(problem)
        self.parts.put(None, problem.field if problem.field in PARTS else self.parts.part)
        self._put_words()
        self._offer(False)

    def _offer(self, on: bool) -> None:
        """Whether there is a report: without one there is nothing to save or seal."""
        for button in (self.letter_button, self.draft_button):
            button.setEnabled(on)
        self.seal.ready(on)

    def _seal(self, sure: bool, passphrase: str, receiver: str) -> None:
        """Ask the passphrase again, seal, and save the file where she says."""
        self.write_down()
        year, locale, centre = int(self.year.code()), self.language.code(), self.desk.centre

        def work(progress: Any) -> ProtocolPaper:
            centre.vault.confirm(passphrase)
            return centre.reports.make(
                year, centre.worker, language=locale, receiver=receiver, sure=sure, progress=progress
            )

        def refused(problem: Problem) -> None:
            self.seal.refuse(problem)
            if problem.field not in self.seal.form.fields:
                self.banner.ask(problem, self._seal_surely)

        errand = self.desk.background.run(work, self._was_sealed, refused, counts=True, lasts=True)
        if not errand.is_over:
            ProgressCard(self.pages, errand, N_("Putting the seal…"))

    def _seal_surely(self) -> None:
        """Seal it: an official is meant."""
        self._seal(True, str(self.seal.form.values()["passphrase"] or ""), self.seal.told())

    def _was_sealed(self, made: ProtocolPaper) -> None:
        self.seal.done()
        self.sealed.put(self._reports.of(int(self.year.code())))
        self.desk.saved(N_("Sealed: {number}"), number=made.number)
        self.hand_out(made)

    def _save(self, ending: str, kinds: str, write: Callable[[Report, Path], Path]) -> None:
        self.write_down()
        report = self.report
        if report is not None:
            name = f"{report.head.number} {report.head.language}.{ending}".replace("/", "-")
            ask_save(self, name, kinds, lambda file: self._write(partial(write, report, file)))

    def _write(self, write: Callable[[], Path], kept: str = "") -> None:
        try:
            path = write()
        except Problem as problem:
            self.banner.say("{told}", kept, tone="red", told=problem.told(_))
        else:
            self.banner.say(UNSAFE, "{path}", tone="blue", path=path)
