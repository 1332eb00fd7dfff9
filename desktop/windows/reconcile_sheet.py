"""The sheet that both sides sign: looked at page by page, printed as a draft, sealed once the month is agreed."""

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
from desktop.records.issued import IssuedSheet
from desktop.summaries.reconciliation_sheet import ReconciliationSheet, period_key
from desktop.summaries.sheets import KEPT, NAMES_SEALED, SheetRow, Sheets
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.choice import Combo
from desktop.windows.desk import Desk, Screen
from desktop.windows.files import ask_save
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Row, clear
from desktop.windows.pages_beside import PagesBeside
from desktop.windows.pages_view import PagesView
from desktop.windows.printing import ask_to_print, has_printer
from desktop.windows.reconcile_sheet_card import SheetCard

DRAFT = N_("Not agreed yet: this is a draft for the meeting. It is sealed once both sides agree.")
GONE = Problem(N_("This entry was taken back meanwhile."))
UNSAFE = N_("This file is not encrypted. Delete it when it is no longer needed.")


class ReconcileSheet(Screen):
    """The page; it is about a reconciliation."""

    NAME = "reconcile_sheet"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.about: UUID | None = None
        self.sheet_shown: ReconciliationSheet | None = None
        self._title, self._context = Label(N_("Sheet to sign"), "title", wrap=True), Label("", "second", wrap=True)
        self.language, self.pages, self.banner = Combo(), PagesView(), Banner("amber")
        self.card, self._issued = SheetCard(), Card(margins=(16, 12, 12, 12), gap=4)
        self.book_button = Button(N_("Save as XLSX"), OUTLINED, icon="file", do=self.save_spreadsheet)
        self.print_button = Button(N_("Print"), OUTLINED, icon="print", key="Ctrl+P", do=self.print)
        self._build()
        self._fill()
        self.language.choose(desk.centre.profile_log.profile().language)
        self.language.currentIndexChanged.connect(self.ask)
        self.card.retold.connect(self.ask)
        self.card.sealed.connect(self._seal)
        self.card.saved.connect(self.save_draft)
        self._offer(False)

    def _build(self) -> None:
        words, side = QWidget(), QWidget()
        said = Column(words, gap=1)
        for label in (self._title, self._context):
            said.addWidget(label)
        close = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        column = Column(side, gap=12, margins=(10, 0, 14, 12))
        for part in (self.card, self._issued):
            column.addWidget(part)
        column.addStretch(1)
        self.split = PagesBeside(self.pages, side)
        page = Column(self, gap=12, margins=(24, 14, 24, 12))
        page.addWidget(Apart(words, (self.language, self.book_button, self.print_button, close)))
        page.addWidget(self.banner)
        page.addWidget(self.split, 1)

    def show_record(self, about: UUID | Any | None) -> None:
        """Show the sheet of this reconciliation."""
        if isinstance(about, UUID):
            self.about = about
            self.ask()
        elif self.about is None:
            self._refused(GONE)

    def refresh(self) -> None:
        """Draw again: something may have been decided meanwhile."""
        self.ask()

    def ask(self) -> None:
        """Draw what is chosen, off the window's thread."""
        if self.about is None:
            return
        about, locale, (receiver, names), sheets = self.about, self.language.code(), self.card.told(), self._sheets
        self.banner.hide()

        def draw() -> tuple[ReconciliationSheet, Drawn, tuple[SheetRow, ...]]:
            sheet = sheets.prepare(about, locale, receiver=receiver, with_names=names)
            return sheet, sheets.preview(sheet), sheets.issued(about)

        errand = self.desk.background.run(draw, self._show, self._refused)
        ProgressCard(self.pages, errand, N_("Making the document…"))

    def _show(self, made: tuple[ReconciliationSheet, Drawn, tuple[SheetRow, ...]]) -> None:
        self.sheet_shown, drawn, issued = made
        self.pages.put(drawn)
        self.card.stand(is_agreed=self.sheet_shown.is_agreed)
        self._offer(True)
        if not self.sheet_shown.is_agreed:
            self.banner.say(DRAFT, tone="amber")
        self._tell()
        self._show_issued(issued)

    def _tell(self) -> None:
        if self.sheet_shown is not None:
            first, last = (
                chosen().month_title(m.year, m.month) for m in (self.sheet_shown.first, self.sheet_shown.last)
            )
            months = first if first == last else f"{first} – {last}"
            self._context.put(f"{months} \u00b7 {self.sheet_shown.partner.short}")

    def _refused(self, problem: Problem) -> None:
        self.sheet_shown = None
        self._offer(False)
        self.banner.tell(problem)

    def _offer(self, on: bool) -> None:
        """Whether there is a paper: without one there is nothing to save, print or seal."""
        self.split.setVisible(on or (self.about is not None and self.pages.drawn is not None))
        for button in (self.book_button, self.print_button):
            button.setEnabled(on)
        self.card.ready(on)

    def _show_issued(self, issued: tuple[SheetRow, ...]) -> None:
        clear(self._issued.column)
        self._issued.column.addWidget(Label(N_("Issued"), "card"))
        for one in issued:
            row, words = Row(gap=8), Column(gap=1)
            when = chosen().moment(self.desk.centre.world.desk(one.issued_at))
            names, replaced = _("With names") if one.with_names else "", _("Replaced by a later one")
            told = (when, one.receiver, names, replaced if one.superseded_by_id else "")
            words.addWidget(text(f"{one.number} \u00b7 {OWN_NAMES[one.language]}", "medium", wrap=True))
            words.addWidget(text(" \u00b7 ".join(filter(None, told)), "second", wrap=True))
            row.addLayout(words, 1)
            row.addWidget(Button(N_("Save a copy"), PLAIN, do=partial(self._copy, one.id, "pdf")))
            row.addWidget(Button("XLSX", PLAIN, do=partial(self._copy, one.id, "xlsx")))
            self._issued.column.addLayout(row)
        if not issued:
            self._issued.column.addWidget(Label(N_("No sheet was issued yet."), "quiet", wrap=True))

    def _seal(self, passphrase: str) -> None:
        """Ask the passphrase again, seal, and save the file where she says."""
        if self.about is None:
            return
        about, locale, (receiver, names), centre = self.about, self.language.code(), self.card.told(), self.desk.centre

        def work(progress: Any) -> IssuedSheet:
            centre.vault.confirm(passphrase)
            return centre.sheets.issue(
                about, locale, receiver=receiver, with_names=names, by=centre.worker, progress=progress
            )

        errand = self.desk.background.run(work, self._was_sealed, self.card.refuse, counts=True, lasts=True)
        ProgressCard(self.pages, errand, N_("Putting the seal…"))

    def _was_sealed(self, issued: IssuedSheet) -> None:
        self.card.done()
        self._show_issued(self._sheets.issued(issued.reconciliation_id))
        self.desk.saved(N_("Issued: {number}"), number=issued.number)
        self._hand_out(issued)

    def _copy(self, issued_id: UUID, ending: str) -> None:
        try:
            self._hand_out(self._sheets.reissue(issued_id), ending)
        except Problem as problem:
            self.banner.tell(problem)

    def _hand_out(self, issued: IssuedSheet, ending: str = "pdf") -> None:
        name = f"{_('Sheet')} {issued.number.partition('-')[2]} {issued.language}.{ending}".replace("/", "-")
        write = self._sheets.write if ending == "pdf" else self._sheets.write_spreadsheet
        kinds = f"{ending.upper()} (*.{ending})"
        ask_save(self, name, kinds, lambda file: self._write(lambda: write(issued, file), KEPT))

    def save_draft(self) -> None:
        """The unsealed working copy for the meeting."""
        self._ask_where("pdf", "PDF (*.pdf)", self._sheets.write_draft)

    def save_spreadsheet(self) -> None:
        """The same figures as a workbook."""
        self._ask_where("xlsx", "XLSX (*.xlsx)", self._sheets.write_spreadsheet)

    def _ask_where(self, ending: str, kinds: str, write: Callable[[ReconciliationSheet, Path], Path]) -> None:
        sheet = self.sheet_shown
        if sheet is not None:
            name = f"{_('Sheet')} {period_key(sheet.first, sheet.last)} {sheet.language}.{ending}"
            ask_save(self, name, kinds, lambda file: self._write(lambda: write(sheet, file)))

    def _write(self, write: Callable[[], Path], kept: str = "") -> None:
        try:
            path = write()
        except Problem as problem:
            self.banner.say("{told}", kept, tone="red", told=problem.told(_))
        else:
            self.banner.say(UNSAFE, "{path}", tone="blue", path=path)

    def print(self) -> None:
        """The pages on show, on paper, to be signed by hand."""
        if self.pages.drawn is None or self.sheet_shown is None:
            return
        if self.sheet_shown.with_names:
            self.banner.tell(Problem(NAMES_SEALED), "amber")
        elif has_printer():
            ask_to_print(self, self.pages.drawn.pdf, lambda: self.desk.saved(N_("Sent to the printer.")))
        else:
            self.banner.say(N_("No printer is known here. Save the file and print it elsewhere."), tone="amber")

    def first(self) -> QWidget:
        """The language of the paper."""
        return self.language

    def state(self) -> dict[str, Any]:
        """What was chosen; the tick for names is set anew each time."""
        receiver, _names = self.card.told()
        about = self.about.hex if self.about else ""
        return {"about": about, "language": self.language.code(), "receiver": receiver}

    def restore(self, state: dict[str, Any]) -> None:
        """What was chosen before the lock."""
        self.card.put(state.get("receiver") or "", names=False)
        if state.get("language"):
            self.language.choose(state["language"])
        if self.about is None and state.get("about"):
            self.show_record(UUID(state["about"]))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language; the document keeps its own."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
            self._tell()
            if self.about is not None:
                self._show_issued(self._sheets.issued(self.about))
        super().changeEvent(event)

    def _fill(self) -> None:
        self.language.fill([(locale, OWN_NAMES[locale]) for locale in LOCALES])
        self.language.setAccessibleName(_("Language"))

    @property
    def _sheets(self) -> Sheets:
        return self.desk.centre.sheets
