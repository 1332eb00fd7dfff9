"""The choices of this computer, applied at once and taken back in the toast, and where those of the centre are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.language import LOCALES, N_, OWN_NAMES, _, chosen
from desktop.settings import LOCK_MINUTES, LOOKS, TEXT_SIZES, WINDOW_NAMES
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.centre_disk_card import DiskCard
from desktop.windows.centre_part import Part
from desktop.windows.centre_rules_card import CentreRules, come_into_sight
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import Field
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow
from desktop.windows.look import look
from desktop.windows.offered_lists import said
from desktop.windows.window_name import call_window, name_of_window

LOOK_WORDS = {
    "system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark"), "contrast": N_("High contrast"),
}  # fmt: skip
STEP = 10
SAMPLE = "Aa Ąą Ęę Šš Žž  Ђђ Љљ Њњ Ћћ  2026/419"
"""Letters of every language that is spoken here, and a number."""
OURS = ("language", "look", "text_size", "lock_minutes", "window_name", "minimise", "disk_left")
YES_NO = {"yes": N_("Yes"), "no": N_("No")}


class OptionsPart(Part):
    """Groups with their names at the top; each choice says what it does."""

    NAME = "options"
    TITLE = N_("Options")
    SAYS = N_("Applied at once, on this computer only.")
    ICON = "options"

    def build(self) -> None:
        """A card for each group, and a way to each."""
        self._make_fields()
        sample = Column(gap=2)
        sample.addWidget(text(SAMPLE, "name", wrap=True))
        sample.addWidget(Label(N_("This is how large words and numbers stand everywhere."), "body", wrap=True))
        self.sample = QWidget()
        self.sample.setLayout(sample)
        self.rules, self.disk = CentreRules(self.desk), DiskCard(self.desk, self.disk_left)
        groups: tuple[tuple[str, tuple[tuple[Field, str], ...], QWidget | None], ...] = (
            (N_("Language"), (
                (self.language, N_("Documents keep the language that is chosen when they are made.")),
            ), None),
            (N_("Look"), (
                (self.look, ""), (self.text_size, N_("Ctrl+Plus and Ctrl+Minus do the same anywhere.")),
            ), self.sample),
            (N_("Locking and hiding"), (
                (self.lock, N_("Without a key or a click. It cannot be turned off; F12 hides and locks at once.")),
                (self.window_name, N_("So the window is called on the task bar, where others may see it.")),
                (self.minimise, N_("The window then lies on the task bar. Whoever opens it there sees an empty page.")),
            ), None),
        )  # fmt: skip
        self._anchors = QWidget()
        ways = Flow(self._anchors, gap=4)
        self.column.addWidget(self._anchors)
        for title, fields, more in groups:
            ways.addWidget(Button(title, PLAIN, do=fields[0][0].focus))
            self.column.addWidget(_group(title, fields, more))
        for card in (self.disk, self.rules):
            ways.addWidget(Button(card.TITLE, PLAIN, do=partial(come_into_sight, card)))
            self.column.addWidget(card)
        self.column.addStretch(1)
        self._is_shown = False

    def refresh(self) -> None:
        """Show what holds now."""
        self._is_shown = False
        settings = self.desk.settings()
        self.language.set_value(chosen().locale)
        self.look.set_value(look().scheme)
        self.text_size.set_value(str(look().percent // STEP * STEP))
        self.lock.set_value(str(settings.lock_minutes))
        self.window_name.set_value(settings.window_name)
        self.minimise.set_value("yes" if settings.minimise else "no")
        self.disk_left.set_value("no" if settings.disk_left else "yes")
        self.disk.refresh()
        self.rules.refresh()
        self._is_shown = True

    def first(self) -> QWidget:
        """The language."""
        return self.language

    def _make_fields(self) -> None:
        own = [(locale, OWN_NAMES[locale][0].upper() + OWN_NAMES[locale][1:]) for locale in LOCALES]
        self.language = ChipsField("language", N_("Language and script"), lambda: own)
        self.look = ChipsField("look", N_("Colours"), lambda: [(name, _(LOOK_WORDS[name])) for name in LOOKS])
        least, most = TEXT_SIZES
        sizes = range(least, most + STEP, STEP)
        self.text_size = ChoiceField(
            "text_size", N_("Text size"), lambda: [(str(n), chosen().percent(n, 100)) for n in sizes]
        )
        self.lock = ChoiceField("lock_minutes", N_("Locks after"), self._minutes)
        self.window_name = ChipsField(
            "window_name", N_("Name of the window"), lambda: [(code, name_of_window(code)) for code in WINDOW_NAMES]
        )
        self.minimise = ChipsField("minimise", N_("F12 minimises the window too"), said(YES_NO))
        self.disk_left = ChipsField("disk_left", N_("Today reminds of it"), said(YES_NO))
        for chips in (self.language, self.look, self.window_name, self.minimise, self.disk_left):
            chips.chips.keep_one()
        answers: tuple[tuple[Field, Callable[[str], object]], ...] = (
            (self.language, str), (self.look, str), (self.window_name, str), (self.text_size, int), (self.lock, int),
            (self.minimise, "yes".__eq__), (self.disk_left, "no".__eq__),
        )  # fmt: skip
        for field, read in answers:
            field.changed.connect(partial(self._settle, field, read))

    def _settle(self, field: Field, read: Callable[[str], object]) -> None:
        """Apply what was chosen, and offer the way back."""
        answer = field.value()
        if not self._is_shown or not answer:
            return
        kept = self.desk.settings()._asdict()
        former = {name: kept[name] for name in OURS}
        former |= {"language": chosen().locale, "look": look().scheme, "text_size": look().percent}
        if former[field.name] == read(answer):
            return
        self._apply(**{field.name: read(answer)})
        self.desk.saved(N_("Applied."), lambda: self._apply(**{field.name: former[field.name]}))

    def _apply(self, **changes: object) -> None:
        self.desk.settle(**changes)
        call_window(self.window(), self.desk.settings().window_name)
        self.refresh()

    def _minutes(self) -> list[tuple[str, str]]:
        least, most = LOCK_MINUTES
        return [(str(n), chosen().count("{n} minute", "{n} minutes", n)) for n in range(least, most + 1)]


def _group(title: str, fields: Sequence[tuple[Field, str]], more: QWidget | None) -> Card:
    card = Card(gap=6)
    card.column.addWidget(Label(title, "card"))
    for field, hint in fields:
        whole = Qt.AlignmentFlag(0) if isinstance(field, ChipsField) else Qt.AlignmentFlag.AlignLeft
        card.column.addWidget(field, 0, whole)
        if hint:
            card.column.addWidget(Label(hint, "second", wrap=True))
    if more is not None:
        card.column.addWidget(more)
    return card
