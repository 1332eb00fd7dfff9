"""What receivers of sealed documents are given: the centre's certificate, and the page with its control code."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.language import N_, chosen
from desktop.paper.centre_keys import CentreKeys, grouped
from desktop.problems import Problem
from desktop.windows.banner import Banner
from desktop.windows.buttons import OUTLINED, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Flow
from desktop.windows.printing import ask_to_save
from desktop.wordlist import words_for


class PapersCard(Card):
    """The control words, and two files to hand over."""

    def __init__(self, desk: Desk, banner: Banner) -> None:
        super().__init__(gap=8)
        self.desk, self._banner = desk, banner
        self._words, self._code = text("", "strong", wrap=True), text("", "second", wrap=True)
        buttons = QWidget()
        flow = Flow(buttons, gap=8)
        flow.addWidget(Button(N_("Save the certificate"), OUTLINED, icon="shield", do=self.save_certificate))
        flow.addWidget(Button(N_("Page for receivers as PDF"), OUTLINED, icon="file", do=self.save_page))
        self.column.addWidget(Label(N_("For those who receive summaries"), "card", wrap=True))
        sentence = N_("The page is handed over in person or by post, never together with a document.")
        self.column.addWidget(Label(sentence, "second", wrap=True))
        for widget in (self._words, self._code, buttons):
            self.column.addWidget(widget)

    def refresh(self) -> None:
        """Read the control code again."""
        try:
            fingerprint = self.keys().fingerprint
        except Problem:
            self.hide()
            return
        self._words.put(" \u00b7 ".join(words_for(bytes.fromhex(fingerprint), chosen().locale)))
        self._code.put(" ".join(grouped(fingerprint)))

    def keys(self) -> CentreKeys:
        """The centre's certificates; their private keys stay in the vault."""
        kept = self.desk.centre.profile_log.seal_key()
        return CentreKeys(kept.root_certificate, kept.root_key, kept.leaf_certificate, kept.leaf_key)

    def save_certificate(self) -> None:
        """Ask where the certificate goes."""
        ask_to_save(self, self.keys().certificate_pem, "centre.pem", self._saved)

    def save_page(self) -> None:
        """Ask where the page goes; it is in the language of the screen."""
        ask_to_save(self, self.page(), f"{chosen().locale}.pdf", self._saved)

    def page(self) -> bytes:
        """The page for receivers."""
        return self.desk.centre.press.receiver_page(chosen()).pdf

    def _saved(self, path: Path | None) -> None:
        if path is None:
            self._banner.say(N_("The file could not be written there. Choose another place."), tone="red")
        else:
            self._banner.say(N_("Written: {path}"), tone="green", path=path)
