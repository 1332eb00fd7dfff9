"""Words on the screen: labels in the sizes and inks of the house, which speak the new language after a switch.

`say` gives a label a msgid, so that it retranslates itself; `put` gives it text that is data and stays as it is.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.language import _
from desktop.problems import Problem
from desktop.windows.look import (
    BODY,
    CARD_TITLE,
    DISPLAY,
    LABEL,
    MEDIUM,
    NAME,
    REGULAR,
    SECOND,
    SEMIBOLD,
    SMALL,
    TITLE,
    colour,
    follow,
    font,
)

KINDS: dict[str, tuple[float, QFont.Weight, str]] = {
    "display": (DISPLAY, SEMIBOLD, "text"),
    "title": (TITLE, SEMIBOLD, "text"),
    "name": (NAME, SEMIBOLD, "text"),
    "card": (CARD_TITLE, SEMIBOLD, "text"),
    "body": (BODY, REGULAR, "text"),
    "strong": (BODY, SEMIBOLD, "text"),
    "medium": (BODY, MEDIUM, "text"),
    "quiet": (BODY, REGULAR, "muted"),
    "label": (LABEL, SEMIBOLD, "text"),
    "second": (SECOND, REGULAR, "muted"),
    "small": (SMALL, REGULAR, "muted"),
}
"""Size, weight and ink of each kind of words."""
_LONG, _PIECE = re.compile(r"\S{25,}"), re.compile(r"\S{1,8}")


class Label(QLabel):
    """Words of one kind; plain text always, so that what people type can never become markup."""

    def __init__(
        self, msgid: str = "", kind: str = "body", *, ink: str = "", wrap: bool = False, **values: object
    ) -> None:
        super().__init__()
        self._kind, self._ink = kind, ink
        self._msgid, self._values = msgid, values
        self._problem: Problem | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        follow(self.dress)
        self.retranslate()

    def say(self, msgid: str, **values: object) -> None:
        """Show a sentence of the program, in the language of the screen whatever it becomes."""
        self._msgid, self._values, self._problem = msgid, values, None
        self.retranslate()

    def tell(self, problem: Problem) -> None:
        """Show a problem in its own words."""
        self._problem = problem
        self.retranslate()

    def put(self, text: str) -> None:
        """Show data as it is."""
        self._msgid, self._problem = "", None
        self.setText(text)

    def tint(self, ink: str) -> None:
        """Show it in the ink of that token; empty means the kind's own."""
        if ink != self._ink:
            self._ink = ink
            self.dress()

    def retranslate(self) -> None:
        """Say the sentence again."""
        if self._problem is not None:
            self.setText(self._problem.told(_))
        elif self._msgid:
            self.setText(_(self._msgid, **self._values))

    def dress(self) -> None:
        """Take size and ink from the look in use."""
        factor, weight, ink = KINDS[self._kind]
        self.setFont(font(factor, weight))
        ink = self._ink or ink
        palette = QPalette()
        if ink != "text":  # which is the window's own
            palette.setColor(QPalette.ColorRole.WindowText, colour(ink))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def breakable(words: str) -> str:
    """The same to the eye, with places where a line may end within a word that is too long for a card."""
    return _LONG.sub(lambda found: "\u200b".join(_PIECE.findall(found[0])), words)


def label(msgid: str = "", kind: str = "body", *, ink: str = "", wrap: bool = False, **values: object) -> Label:
    """Words of the program; `msgid` is marked with `N_` by the caller."""
    return Label(msgid, kind, ink=ink, wrap=wrap, **values)


def text(data: str, kind: str = "body", *, ink: str = "", wrap: bool = False) -> Label:
    """Words that are data: names, numbers, what somebody typed."""
    made = Label("", kind, ink=ink, wrap=wrap)
    made.put(data)
    return made
