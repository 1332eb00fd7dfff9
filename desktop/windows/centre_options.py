"""The choices of this computer: language, look, text size, and after how many minutes it locks. Applied at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.language import LOCALES, N_, OWN_NAMES, _, chosen
from desktop.settings import LOCK_MINUTES, LOOKS, TEXT_SIZES
from desktop.windows.card import Card
from desktop.windows.centre_part import Part
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import ChipsField
from desktop.windows.labels import Label
from desktop.windows.look import look

LOOK_WORDS = {"system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark")}
STEP = 10
WHOLE = Qt.AlignmentFlag(0)
"""The whole width."""


class OptionsPart(Part):
    """Four choices, each with what it does."""

    NAME = "options"
    TITLE = N_("Options")
    SAYS = N_("Applied at once, on this computer only.")
    ICON = "options"

    def build(self) -> None:
        """A card for each."""
        own = [(locale, OWN_NAMES[locale][0].upper() + OWN_NAMES[locale][1:]) for locale in LOCALES]
        self.language = ChipsField("language", N_("Language and script"), lambda: own)
        self.look = ChipsField("look", N_("Look"), lambda: [(name, _(LOOK_WORDS[name])) for name in LOOKS])
        least, most = TEXT_SIZES
        sizes = range(least, most + STEP, STEP)
        self.text_size = ChoiceField(
            "text_size", N_("Text size"), lambda: [(str(n), chosen().percent(n, 100)) for n in sizes]
        )
        self.lock = ChoiceField("lock_minutes", N_("Locks after"), self._minutes)
        for chips in (self.language.chips, self.look.chips):
            chips.keep_one()
        self.language.changed.connect(lambda: self._settle(language=self.language.value()))
        self.look.changed.connect(lambda: self._settle(look=self.look.value()))
        self.text_size.changed.connect(lambda: self._settle(text_size=int(self.text_size.value() or least)))
        self.lock.changed.connect(lambda: self._settle(lock_minutes=int(self.lock.value() or LOCK_MINUTES[0])))
        hints = (
            (self.language, N_("Documents keep the language that is chosen when they are made.")),
            (self.look, ""),
            (self.text_size, N_("Ctrl+Plus and Ctrl+Minus do the same anywhere.")),
            (self.lock, N_("Without a key or a click. It cannot be turned off; F12 hides and locks at once.")),
        )
        for field, hint in hints:
            card = Card(gap=6)
            card.column.addWidget(
                field, 0, Qt.AlignmentFlag.AlignLeft if field in (self.text_size, self.lock) else WHOLE
            )
            if hint:
                card.column.addWidget(Label(hint, "second", wrap=True))
            self.column.addWidget(card)
        self.column.addStretch(1)
        self._is_shown = False

    def refresh(self) -> None:
        """Show what holds now."""
        self._is_shown = False
        self.language.set_value(chosen().locale)
        self.look.set_value(look().scheme)
        self.text_size.set_value(str(look().percent // STEP * STEP))
        self.lock.set_value(str(self.desk.settings().lock_minutes))
        self._is_shown = True

    def first(self) -> QWidget:
        """The language."""
        return self.language

    def _settle(self, **changes: object) -> None:
        if self._is_shown:
            self.desk.settle(**changes)
            self.refresh()

    def _minutes(self) -> list[tuple[str, str]]:
        least, most = LOCK_MINUTES
        return [(str(n), chosen().count("{n} minute", "{n} minutes", n)) for n in range(least, most + 1)]
