"""The month or quarter on paper: choose, look at every page and every figure, hand out under the centre's seal."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtWidgets import QWidget

from desktop.language import LOCALES, N_, OWN_NAMES, Language, _, chosen
from desktop.paper.sheet import Drawn
from desktop.periods import Month, Period, period_of
from desktop.problems import Problem
from desktop.records.issued import IssuedSummary
from desktop.summaries.checks import Check
from desktop.summaries.content import OPTIONAL
from desktop.summaries.press import KEPT
from desktop.summaries.sentences import not_in_it, period_title
from desktop.summaries.summary import OFFICIAL, Summary, Unseen
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.buttons import OUTLINED, PLAIN, Button, IconButton
from desktop.windows.card import Card, Drawing
from desktop.windows.choice import CODE, Combo
from desktop.windows.content_choice import ContentChoice
from desktop.windows.corrections_card import CorrectionsCard
from desktop.windows.desk import Desk, Screen
from desktop.windows.figure_panel import FigurePanel
from desktop.windows.files import ask_save
from desktop.windows.issued_card import PROFILE_WORDS, HandedCard, IssuedCard
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Row, clear
from desktop.windows.pages_beside import PagesBeside
from desktop.windows.pages_view import PagesView
from desktop.windows.printing import ask_to_print, has_printer
from desktop.windows.signing import SignCard
from desktop.windows.summary_period import SummaryPeriod


class Summaries(Screen):
    """The preview at the left, what is behind it and the seal at the right."""

    NAME = "summaries"
    TITLE = N_("Summaries")
    ICON = "chart"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.summary: Summary | None = None
        self.period, self.profile, self.language = SummaryPeriod(), Combo(), Combo()
        self.content = ContentChoice()
        self.pages, self.panel = PagesView(), FigurePanel(desk.wording)
        self.banner, self._checks = Banner("amber"), Card(margins=(16, 12, 16, 12), gap=6)
        self.sign = SignCard(desk, self._paper)
        self.corrections, self.handed, self._issued = CorrectionsCard(), HandedCard(), IssuedCard()
        self._build()
        self._fill()
        self.language.choose(desk.centre.profile_log.profile().language)
        self.restore(self.sign.put_back())
        self.profile.currentIndexChanged.connect(self._address)
        self.period.currentIndexChanged.connect(self._offer)
        for combo in (self.period, self.profile, self.language):
            combo.currentIndexChanged.connect(self.ask)
        self.content.changed.connect(self.ask)
        self.pages.chosen.connect(self._choose)
        self.panel.opened.connect(self._open)
        self.panel.register_opened.connect(self.desk.go)
        self.panel.left.connect(self.pages.come_back)
        self._issued.copied.connect(self._copy)
        self.sign.wanted.connect(self._issue)
        self.sign.retold.connect(self.ask)
        self.ask()

    def _build(self) -> None:
        self.year_button = Button(N_("The year at a glance"), OUTLINED, icon="chart", do=lambda: self.desk.go("year"))
        self.sheet_button = Button(N_("Save as XLSX"), OUTLINED, icon="file", do=self.save_spreadsheet)
        self.check_button = Button(
            N_("Check a received file"), OUTLINED, icon="shield", do=lambda: self.desk.go("check")
        )
        acts = (self.year_button, self.sheet_button, self.check_button)
        choices = QWidget()
        line = Flow(choices, gap=8)
        for choice in (self.period, self.profile, self.language, self.content):
            line.addWidget(choice)
        side = QWidget()
        column = Column(side, gap=12, margins=(10, 0, 14, 12))
        for part in (self.panel, self.corrections, self._checks, self.sign, self.handed, self._issued):
            column.addWidget(part)
        column.addStretch(1)
        self.pages.offer(IconButton(N_("Print"), "print", key="Ctrl+P", do=self.print))
        self.split = PagesBeside(self.pages, side)
        self.split.turned.connect(self.pages.caption.setVisible)
        page = Column(self, gap=12, margins=(24, 14, 24, 12))
        page.addWidget(Apart(Label(N_("Summary"), "title"), acts))
        page.addWidget(choices)
        page.addWidget(self.banner)
        page.addWidget(self.split, 1)

    def _offer(self) -> None:
        """Offer a protected paper of a month alone; in its place a quarter has the exact one."""
        is_month = isinstance(period_of(self.period.code()), Month)
        codes = [code for code in PROFILE_WORDS if is_month or code == OFFICIAL]
        self.profile.fill([(code, _(PROFILE_WORDS[code])) for code in codes])
        if not self.profile.code():
            with QSignalBlocker(self.profile):
                self.profile.choose(OFFICIAL)
            self._address()

    def _chosen(self) -> tuple[Period, str, str]:
        """Period, for whom, and language of the paper."""
        return period_of(self.period.code()), self.profile.code(), self.language.code()

    def _address(self) -> None:
        self.sign.address(usual=self.profile.code() == OFFICIAL)

    def ask(self) -> None:
        """Draw what is chosen, off the window's thread."""
        period, profile, language = self._chosen()
        press, without, (receiver, note) = self.desk.centre.press, self.content.without, self.sign.told()
        self.banner.hide()

        def draw() -> tuple[Summary, Drawn, tuple[Check, ...]]:
            summary = press.prepare(period, profile, language, receiver=receiver, note=note, without=without)
            return summary, press.preview(summary), press.checks(period, summary)

        errand = self.desk.background.run(draw, self._show, self._refused)
        ProgressCard(self.pages, errand, N_("Making the document…"))

    def _show(self, made: tuple[Summary, Drawn, tuple[Check, ...]]) -> None:
        self.summary, drawn, checks = made
        self.pages.put(drawn)
        self.panel.forget()
        self.pages.caption.put("")
        self._show_checks(checks)
        self.corrections.put(self.summary.corrections)
        self._show_issued()
        self.handed.stay_for(self.period.code(), self.profile.code(), self.language.code())
        self.sign.ready(True)

    def _refused(self, problem: Problem) -> None:
        self.summary = None
        self.banner.tell(problem)
        self.sign.ready(False)

    def _show_checks(self, checks: tuple[Check, ...]) -> None:
        clear(self._checks.column)
        self._checks.column.addWidget(Label(N_("Before signing"), "card"))
        for check in checks:
            row = Row(gap=8)
            row.addWidget(Drawing("check" if check.good else "warn", "green" if check.good else "amber", 18))
            row.addWidget(text(check.told(_), "body", wrap=True), 1)
            if check.key and not check.good:
                row.addWidget(Button(N_("Show"), PLAIN, do=partial(self.pages.choose, check.key)))
            self._checks.column.addLayout(row)

    def _show_issued(self) -> None:
        period = period_of(self.period.code())
        self._issued.put(self.desk.centre.press.issued(period), self.desk.centre.world.desk, period)

    def _choose(self, key: str) -> None:
        if self.summary is not None:
            press = self.desk.centre.press
            self.panel.put(
                self.summary.figures, key, press.behind(self.summary, key), press.left_out(self.summary, key)
            )
            self.pages.caption.put(self.panel.brief())

    def _open(self, referral_id: UUID) -> None:
        self.desk.go("referrals", referral_id)

    def _issue(self, passphrase: str, receiver: str, note: str) -> None:
        """Ask the passphrase again, seal, and save the file where she says."""
        period, profile, language = self._chosen()
        centre, without, seen = self.desk.centre, self.content.without, self.summary
        if seen is None:
            self.sign.refuse(Unseen())
            return

        def work(progress: Any) -> IssuedSummary:
            centre.vault.confirm(passphrase)
            return centre.press.issue(
                period, profile, language,
                receiver=receiver, note=note, without=without, by=centre.worker, seen=seen, progress=progress,
            )  # fmt: skip

        errand = self.desk.background.run(work, self._was_issued, self._was_refused, counts=True, lasts=True)
        ProgressCard(self.pages, errand, N_("Putting the seal…"))

    def _was_refused(self, problem: Problem) -> None:
        self.sign.refuse(problem)
        if isinstance(problem, Unseen):
            self.ask()

    def keep_now(self) -> None:
        """Keep receiver and note."""
        if self.sign.form.is_pending():
            self.sign.form.keep_now()

    def _paper(self) -> tuple[str, dict[str, Any]]:
        """Which paper is chosen, in words and as it is kept."""
        period, profile, _language = self._chosen()
        left_out = not_in_it(self.summary, chosen()) if self.summary and self.summary.left_out else ""
        words = filter(None, (period_title(period, chosen()), _(PROFILE_WORDS[profile]), left_out))
        return " \u00b7 ".join(words), self.state()

    def _was_issued(self, issued: IssuedSummary) -> None:
        self.sign.done()
        self._show_issued()
        self.desk.saved(N_("Issued: {number}"), number=issued.number)
        self._hand_out(issued)

    def _copy(self, issued_id: UUID) -> None:
        try:
            self._hand_out(self.desk.centre.press.reissue(issued_id))
        except Problem as problem:
            self.banner.tell(problem)

    def _hand_out(self, issued: IssuedSummary) -> None:
        name = f"{_('Summary')} {issued.month} {issued.language}.pdf"
        write = self.desk.centre.press.write
        ask_save(self, name, "PDF (*.pdf)", lambda file: self._write(lambda: write(issued, file), KEPT, issued))

    def save_spreadsheet(self) -> None:
        """The same figures as a workbook."""
        if self.summary is None:
            return
        summary = self.summary
        write = self.desk.centre.press.write_spreadsheet
        name = f"{_('Summary')} {summary.period.key}.xlsx"
        ask_save(self, name, "XLSX (*.xlsx)", lambda file: self._write(lambda: write(summary, file)))

    def print(self) -> None:
        """The paper as it lies there, unsigned."""
        if self.pages.drawn is None:
            return
        if has_printer():
            ask_to_print(self, self.pages.drawn.pdf, lambda: self.desk.saved(N_("Sent to the printer.")))
        else:
            self.banner.say(N_("No printer is known here. Save the file and print it elsewhere."), tone="amber")

    def _write(self, write: Any, kept: str = "", issued: IssuedSummary | None = None) -> None:
        try:
            path = write()
        except Problem as problem:
            self.banner.say("{told}", kept, tone="red", told=problem.told(_))
        else:
            told = N_("This file is not encrypted. Delete it when it is no longer needed.")
            self.banner.say(told, "{path}", tone="blue", path=path)
            if issued is not None:
                self.handed.put(issued, path)

    def refresh(self) -> None:
        """Draw again: records may have changed, and a new month may have begun."""
        self._fill()
        self.ask()

    def first(self) -> QWidget:
        """The period."""
        return self.period

    def state(self) -> dict[str, Any]:
        """What was chosen."""
        return {
            "month": self.period.code(),
            "profile": self.profile.code(),
            "language": self.language.code(),
            "without": list(self.content.without),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """What was chosen before the lock, if it is in the list still: the oldest month falls off, clocks are set."""
        for combo, name in ((self.period, "month"), (self.profile, "profile"), (self.language, "language")):
            if combo.findData(state.get(name, ""), CODE) >= 0:
                combo.choose(state[name])
        self._offer()
        if set(left_out := state.get("without", ())) <= set(OPTIONAL):
            self.content.choose(left_out)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language; the document keeps its own."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
            self._show_issued()
            if self.summary is not None:
                self.corrections.put(self.summary.corrections)
                self._show_checks(self.desk.centre.press.checks(self.summary.period, self.summary))
        super().changeEvent(event)

    def _fill(self) -> None:
        self.period.offer(Month.of(self.desk.centre.world.today()))
        self._offer()
        self.language.fill([(locale, OWN_NAMES[Language(locale).locale]) for locale in LOCALES])
        named = ((self.period, N_("Period")), (self.profile, N_("For whom")), (self.language, N_("Language")))
        for combo, name in named:
            combo.setAccessibleName(_(name))
