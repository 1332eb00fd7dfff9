"""The two cards of the page on which a received file is checked: where it is dropped, and what was found.

Neither knows where a file lies, nor which centres are known.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal

from desktop.language import N_, _, chosen
from desktop.paper.centre_keys import fingerprint_of, grouped, name_in
from desktop.paper.seal import Kind, Verdict
from desktop.windows.banner import announce
from desktop.windows.buttons import OUTLINED, Button
from desktop.windows.card import Card, Drawing
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Grid, Row, clear
from desktop.windows.look import px
from desktop.wordlist import words_for

TONES = {Kind.GENUINE: ("green", "check"), Kind.UNKNOWN: ("amber", "warn"), Kind.BAD: ("red", "x")}
HEADS = {
    Kind.GENUINE: N_("Genuine and unchanged"),
    Kind.UNKNOWN: N_("Unchanged, but the sender is not known here yet"),
    Kind.BAD: N_("Do not rely on this document"),
}


class ReceivedCard(Card):
    """What was found: a verdict on a file, or certificates whose control words are to be compared."""

    trusted = Signal(object)
    """The root certificate (DER) of a centre whose words were compared and agree."""

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 18), gap=8)
        self.hide()

    def show_verdict(self, file: str, verdict: Verdict, signed_at: datetime | None, known_as: str = "") -> None:
        """The answer to a file; `signed_at` is desk time, `known_as` the name by which its centre is known here."""
        tone, icon = TONES[verdict.kind]
        self._begin(tone, icon, _(HEADS[verdict.kind]), verdict.told(_))
        facts = [(N_("File"), file)]
        if verdict.kind is Kind.BAD:
            self._facts([*facts, (N_("What to do"), _("Ask the sender to send it again."))])
            return
        facts.append((N_("Sealed by"), known_as or verdict.signer))
        if signed_at is not None:
            when = f"{chosen().moment(signed_at)} \u00b7 {_(N_('as set on the computer of the centre'))}"
            facts.append((N_("Time"), when))
        facts += [
            (N_("Signatures") if not number else "", field.told(_)) for number, field in enumerate(verdict.fields)
        ]
        self._facts([*facts, *_codes(verdict.fingerprint)])
        if verdict.kind is Kind.UNKNOWN:
            self._offer(verdict.root)

    def show_certificates(self, file: str, roots: tuple[bytes, ...]) -> None:
        """Certificates of centres that are not known here yet, to be compared before they are."""
        self._begin("amber", "warn", _("Compare the control words before you rely on this centre"), file)
        for root in roots:
            self._facts([(N_("Centre"), name_in(root)), *_codes(fingerprint_of(root))])
            self._offer(root)

    def _begin(self, tone: str, icon: str, head: str, sentence: str) -> None:
        clear(self.column)
        self.set_edge(tone)
        row, words = Row(gap=14), Column(gap=2)
        row.addWidget(Drawing(icon, tone, 30))
        words.addWidget(text(head, "name", ink=tone, wrap=True))
        words.addWidget(text(sentence, "body", wrap=True))
        row.addLayout(words, 1)
        self.column.addLayout(row)
        self.show()
        announce(self, f"{head}. {sentence}")

    def _facts(self, facts: list[tuple[str, str]]) -> None:
        grid = Grid(gap=5)
        grid.setHorizontalSpacing(px(16))
        for row, (title, value) in enumerate(facts):
            name = Label(title, "quiet")
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text(value, "medium", wrap=True), row, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)

    def _offer(self, root: bytes) -> None:
        self.column.addWidget(Label(N_("Compare these eight words with the centre by telephone."), "strong", wrap=True))
        row = Row()
        button = Button(
            N_("The words agree: know this centre"), OUTLINED, icon="check", do=partial(self.trusted.emit, root)
        )
        row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)


def _codes(fingerprint: str) -> list[tuple[str, str]]:
    words = " \u00b7 ".join(words_for(bytes.fromhex(fingerprint), chosen().locale))
    return [(N_("Control words"), words), (N_("Control code"), " ".join(grouped(fingerprint)))]
