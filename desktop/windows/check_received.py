"""Checking a file that somebody sent: one card, green, amber or red, and what to do."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.paper.centre_keys import certificates_in, fingerprint_of, grouped, name_in
from desktop.paper.seal import Kind, Verdict, read_received, verify
from desktop.problems import Problem
from desktop.windows.banner import Banner
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk, Screen
from desktop.windows.drop_area import DropArea, FileDrop
from desktop.windows.files import ask_open
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Row, clear, scrolled
from desktop.windows.received_card import ReceivedCard


class CheckReceived(Screen):
    """The page on which a received document is checked, and where known centres are kept."""

    NAME = "check"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.verdict: Verdict | None = None
        self._file: Path | None = None
        self._roots: tuple[bytes, ...] = ()
        self.banner, self.result = Banner("red"), ReceivedCard()
        self.drop = DropArea(
            N_("Drop a PDF here or choose one"), N_("It is checked on this computer, without any network.")
        )
        FileDrop(self, self.check, self.drop)
        self._known = Card(margins=(18, 14, 14, 14), gap=6)
        self.result.trusted.connect(self.trust)
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
        body = QWidget()
        column = Column(body, gap=14, margins=(0, 0, 14, 0))
        for widget in (self.banner, self.drop, self.result, self._known):
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
        """Ask for a file with the certificate of a centre, or of several."""
        ask_open(self, f"{_('Certificates')} (*.pem *.cer *.crt)", self.compare)

    def check(self, path: Path) -> None:
        """Check this file off the window's thread; a centre that is not known here may have sent it too."""
        known = self.desk.centre.press.known()
        self._file, self._roots = path, ()
        self.banner.hide()
        self.desk.background.run(
            lambda: verify(read_received(path), known, others=Kind.UNKNOWN), self._show, self._refused
        )

    def compare(self, path: Path) -> None:
        """Show the control words of the certificates that are not known here yet."""
        self.banner.hide()
        try:
            found, known = certificates_in(read_received(path)), self.desk.centre.press.known()
            roots = tuple(one for one in found if fingerprint_of(one) not in known)
            if not roots:
                raise Problem(N_("The seal of this centre is trusted already."))
        except Problem as problem:
            self._refused(problem)
        else:
            self.verdict, self._file, self._roots = None, path, roots
            self.result.show_certificates(path.name, roots)

    def trust(self, root: bytes) -> None:
        """Know this centre from now on: its words were compared."""
        try:
            self.desk.centre.profile_log.pin(name_in(root), root, self.desk.centre.worker)
        except Problem as problem:
            self.banner.tell(problem)
            return
        self._show_known()
        self.desk.kept()
        self._roots = tuple(one for one in self._roots if one != root)
        if self.verdict is not None and self._file is not None:
            self.check(self._file)
        elif self._roots and self._file is not None:
            self.result.show_certificates(self._file.name, self._roots)
        else:
            self.result.hide()

    def _refused(self, problem: Problem) -> None:
        self.verdict, self._roots = None, ()
        self.result.hide()
        self.banner.tell(problem)

    def _show(self, verdict: Verdict) -> None:
        self.verdict = verdict
        signed_at = self.desk.centre.world.desk(verdict.signed_at) if verdict.signed_at else None
        names = {one.fingerprint: one.name for one in self.desk.centre.profile_log.known_centres()}
        name = self._file.name if self._file else ""
        self.result.show_verdict(name, verdict, signed_at, names.get(verdict.fingerprint, ""))

    def _show_known(self) -> None:
        clear(self._known.column)
        self._known.column.addWidget(Label(N_("Known centres"), "card"))
        known = self.desk.centre.profile_log.known_centres()
        for one in known:
            row, words = Row(gap=10), Column(gap=1)
            words.addWidget(text(one.name, "medium", wrap=True))
            words.addWidget(text(" ".join(grouped(one.fingerprint)[:4]) + " \u2026", "second"))
            row.addLayout(words, 1)
            row.addWidget(Button(N_("Remove"), PLAIN, do=partial(self._unpin, one.id)))
            self._known.column.addLayout(row)
        if not known:
            sentence = N_("Only this centre's own seal is known yet.")
            self._known.column.addWidget(Label(sentence, "quiet", wrap=True))

    def _unpin(self, known_id: Any) -> None:
        try:
            self.desk.centre.profile_log.unpin(known_id, self.desk.centre.worker)
        except Problem as problem:
            self.banner.tell(problem)
            return
        self._show_known()
        self.desk.kept()
        if self.verdict is not None and self._file is not None:
            self.check(self._file)

    def refresh(self) -> None:
        """Other centres may be known by now: one was undone."""
        self._show_known()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show_known()
            if self.verdict is not None:
                self._show(self.verdict)
            elif self._roots and self._file is not None:
                self.result.show_certificates(self._file.name, self._roots)
        super().changeEvent(event)
