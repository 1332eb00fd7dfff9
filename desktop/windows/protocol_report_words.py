"""A person's own words in one part of a yearly report: typed, kept as a draft every few seconds, written when left."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal

from desktop.cooperation.report import PARTS
from desktop.language import N_, _
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.minutes_text import KEPT_EVERY_MS, MinutesText

FORM = "protocol_report"
"""Under which a draft is kept; it opens the page again."""
LINES = 5


class WordsCard(Card):
    """The field for one part of one report."""

    left = Signal()
    """What was typed is to be written down."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(margins=(16, 12, 16, 14), gap=8)
        self._desk = desk
        self.year, self.part, self.language = 0, next(iter(PARTS)), ""
        self.written = ""
        """What stands written down."""
        self._title = Label("", "card", wrap=True)
        self.field = MinutesText(grows=True, least=LINES)
        self._hint = Label(N_("They stand in the report before what was composed."), "second", wrap=True)
        self.column.addWidget(self._title)
        self.column.addWidget(self.field)
        self.column.addWidget(self._hint)
        self._timer = QTimer(self, singleShot=True, interval=KEPT_EVERY_MS)
        self._timer.timeout.connect(self.keep)
        self.field.textChanged.connect(self._typed)
        self.field.left.connect(self.left)
        self.retranslate()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.field.toPlainText().strip()

    @property
    def is_typed(self) -> bool:
        """Whether it is not written down yet."""
        return bool(self.year) and self.text != self.written

    def put(self, year: int, part: str, language: str, written: str) -> None:
        """Show what was written into a part; what is being typed into the same part stays."""
        same = (year, part, language) == (self.year, self.part, self.language)
        typing = same and self.is_typed
        self.year, self.part, self.language, self.written = year, part, language, written
        if not typing and self.text != written:
            self.field.put(written)
        self.retranslate()

    def take(self, text: str) -> None:
        """Take up what was half typed."""
        self.field.put(text)

    def keep(self) -> None:
        """Keep what is half typed, at once."""
        self._timer.stop()
        if self.is_typed:
            fields = {"year": self.year, "part": self.part, "language": self.language, "text": self.text}
            self._desk.keep_draft(FORM, None, fields, f"{_(PARTS[self.part])} {self.year}")

    def drop(self) -> None:
        """It is written down, or not wanted: no draft stays."""
        self._timer.stop()
        self._desk.drop_draft(FORM, None)

    def retranslate(self) -> None:
        """Speak the new language."""
        self._title.put(_("Your words: {part}", part=_(PARTS[self.part])))
        self.field.setAccessibleName(self._title.text())

    def _typed(self) -> None:
        if self.is_typed and not self._timer.isActive():
            self._timer.start()


def half_typed(desk: Desk) -> dict[str, Any] | None:
    """What was being typed when the program was left; None if nothing was."""
    note = desk.centre.drafts.of(FORM, None, desk.centre.worker)
    return dict(note.fields) if note else None
