"""Checking a file that somebody sent: one card, green, amber or red, and what to do."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.paper.centre_keys import fingerprint_of, grouped
from desktop.paper.seal import Kind, Verdict, verify
from desktop.problems import Problem
from desktop.windows.banner import Banner
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card, Drawing
from desktop.windows.desk import Desk, Screen
from desktop.windows.files import ask_open
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Grid, Row, clear, scrolled
from desktop.wordlist import words_for

LARGEST = 200_000_000
"""Bytes of a file that is looked at."""
TONES = {Kind.GENUINE: ("green", "check"), Kind.UNKNOWN: ("amber", "warn"), Kind.BAD: ("red", "x")}
HEADS = {
    Kind.GENUINE: N_("Genuine and unchanged"),
    Kind.UNKNOWN: N_("Unchanged, but the sender is not known here yet"),
    Kind.BAD: N_("Do not rely on this document"),
}


class CheckReceived(Screen):
    """The page on which a received document is checked, and where known centres are kept."""

    NAME = "check"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.verdict: Verdict | None = None
        self._file = ""
        self.setAcceptDrops(True)
        self.banner = Banner("red")
        self._drop = Card(margins=24, gap=6)
        self._result = Card(margins=(22, 16, 22, 18), gap=8)
        self._known = Card(margins=(18, 14, 14, 14), gap=6)
        self._build()
        self._show_known()

    def _build(self) -> None:
        head, titles, acts = Row(gap=10), Column(gap=2), QWidget()
        flow = Flow(acts, gap=10, right=True)
        titles.addWidget(Label(N_("Check a received file"), "title", wrap=True))
        sentence = N_(
            "The digital seal shows two things: this centre made the document, and nobody has changed it since."
        )
        titles.addWidget(Label(sentence, "second", wrap=True))
        head.addLayout(titles, 1)
        head.addWidget(acts, 1)
        flow.addWidget(Button(N_("Add a centre's certificate"), OUTLINED, icon="house", do=self.choose_certificate))
        self.choose_button = Button(N_("Choose a file"), PRIMARY, icon="file", do=self.choose_file)
        flow.addWidget(self.choose_button)
        flow.addWidget(Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back))
        self._drop.column.addWidget(Label(N_("Drop a PDF here or choose one"), "strong", wrap=True))
        self._drop.column.addWidget(
            Label(N_("It is checked on this computer, without any network."), "second", wrap=True)
        )
        self._result.hide()
        body = QWidget()
        column = Column(body, gap=14)
        for widget in (self.banner, self._drop, self._result, self._known):
            column.addWidget(widget)
        column.addWidget(
            Label(N_("It is not a qualified electronic signature and does not replace one."), "second", wrap=True)
        )
        column.addStretch(1)
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addLayout(head)
        page.addWidget(scrolled(body), 1)

    def choose_file(self) -> None:
        """Ask which file."""
        ask_open(self, "PDF (*.pdf)", self.check)

    def choose_certificate(self) -> None:
        """Ask for the certificate of a centre whose control code was compared by voice."""
        ask_open(self, f"{_('Certificates')} (*.pem *.cer *.crt)", self.pin)

    def pin(self, path: Path) -> None:
        """Know this centre from now on."""
        try:
            certificate = path.read_bytes()[:100_000]
            fingerprint_of(certificate)
            self.desk.centre.profile_log.pin("", certificate, self.desk.centre.worker)
        except OSError:
            self.banner.tell(Problem(N_("The file could not be read: {reason}"), reason=path.name))
        except Problem as problem:
            self.banner.tell(problem)
        else:
            self.banner.hide()
            self._show_known()
            self.desk.kept()

    def check(self, path: Path) -> None:
        """Check this file off the window's thread."""
        known = self.known()

        def work() -> Verdict:
            try:
                content = path.read_bytes() if path.stat().st_size <= LARGEST else b""
            except OSError as error:
                raise Problem(N_("The file could not be read: {reason}"), reason=path.name) from error
            return verify(content, known)

        self._file = path.name
        self.desk.background.run(work, self._show, self.banner.tell)

    def known(self) -> set[str]:
        """The control codes of this centre and of every centre that is known here."""
        log = self.desk.centre.profile_log
        return {fingerprint_of(log.seal_key().root_certificate), *(c.fingerprint for c in log.known_centres())}

    def _show(self, verdict: Verdict) -> None:
        self.banner.hide()
        self.verdict = verdict
        tone, icon = TONES[verdict.kind]
        clear(self._result.column)
        self._result.show()
        self._result.set_edge(tone)
        head, words = Row(gap=14), Column(gap=2)
        head.addWidget(Drawing(icon, tone, 30))
        words.addWidget(Label(HEADS[verdict.kind], "name", ink=tone, wrap=True))
        words.addWidget(text(verdict.told(_), "body", wrap=True))
        head.addLayout(words, 1)
        self._result.column.addLayout(head)
        facts = Grid(gap=5)
        for row, (title, value) in enumerate(self._facts(verdict)):
            facts.addWidget(Label(title, "quiet"), row, 0)
            facts.addWidget(text(value, "medium", wrap=True), row, 1)
        facts.setColumnStretch(1, 1)
        self._result.column.addLayout(facts)

    def _facts(self, verdict: Verdict) -> list[tuple[str, str]]:
        facts = [(N_("File"), self._file)]
        if verdict.kind is Kind.BAD:
            return [*facts, (N_("What to do"), _("Ask the sender to send it again."))]
        facts.append((N_("Sealed by"), verdict.signer))
        if verdict.signed_at is not None:
            when = chosen().moment(self.desk.centre.world.desk(verdict.signed_at))
            facts.append((N_("Time"), f"{when} \u00b7 {_(N_('as set on the computer of the centre'))}"))
        words = " \u00b7 ".join(words_for(bytes.fromhex(verdict.fingerprint), chosen().locale))
        facts.append((N_("Control words"), words))
        facts.append((N_("Control code"), " ".join(grouped(verdict.fingerprint))))
        if verdict.kind is Kind.UNKNOWN:
            facts.append((N_("What to do"), _("Compare these eight words with the centre by telephone.")))
        return facts

    def _show_known(self) -> None:
        clear(self._known.column)
        self._known.column.addWidget(Label(N_("Known centres"), "card"))
        known = self.desk.centre.profile_log.known_centres()
        for one in known:
            row = Row(gap=10)
            row.addWidget(text(one.name, "medium"))
            row.addWidget(text(" ".join(grouped(one.fingerprint)[:4]) + " \u2026", "second"), 1)
            row.addWidget(Button(N_("Remove"), PLAIN, do=partial(self._unpin, one.id)))
            self._known.column.addLayout(row)
        if not known:
            sentence = N_("Only this centre's own seal is known yet.")
            self._known.column.addWidget(Label(sentence, "quiet", wrap=True))

    def _unpin(self, known_id: Any) -> None:
        self.desk.centre.profile_log.unpin(known_id, self.desk.centre.worker)
        self._show_known()
        self.desk.kept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check the file that was dropped."""
        urls = event.mimeData().urls()
        if urls and urls[0].isLocalFile():
            self.check(Path(urls[0].toLocalFile()))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show_known()
            if self.verdict is not None:
                self._show(self.verdict)
        super().changeEvent(event)
