"""Two records of a person side by side, field by field: what differs is marked, and one of the two values is chosen.

It shows what it is handed and tells which values were chosen; it joins nobody.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from desktop.language import N_, _, chosen
from desktop.records.municipality import shown_place
from desktop.records.person import Person
from desktop.records.person_join import FIELDS, TwoPersons
from desktop.records.telephone import masked
from desktop.records.vocabulary import SEXES
from desktop.windows.card import Card
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Grid, Row, clear
from desktop.windows.look import colour
from desktop.windows.names import are_hidden, shown_name

TITLES = {
    "name": N_("Name as written"), "birth_year": N_("Birth year"), "sex": N_("Sex"), "phone": N_("Telephone"),
    "email": N_("E-mail"), "address": N_("Address"), "municipality": N_("Residence"), "note": N_("Note"),
}  # fmt: skip
_WORDS = re.compile(r"\w+|\W")
_ALIKE = 0.7
"""Words less alike than this are different words; of others only the letters are marked."""
HIDDEN = ("phone", "email", "address")
"""Shown masked, as everywhere."""


def said_of(person: Person, name: str) -> str:
    """A field of a person in words; a dash where nothing is known."""
    value = getattr(person, name)
    if name == "name":
        return shown_name(value, person.code)
    if name == "sex":
        return _(SEXES[value])
    if name == "municipality":
        value = shown_place(value, chosen().locale)
    if name == "note" and are_hidden() and value:
        return "\u25cf\u25cf\u25cf"
    return (masked(value) if name in HIDDEN else str(value or "")) or "\u2013"


class MarkedLabel(Label):
    """Words in which the signs that the other side does not have are marked and underlined."""

    def __init__(self, words: str, other: str) -> None:
        self._words, self._other = words, other
        super().__init__("", "strong", wrap=True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.dress()

    def dress(self) -> None:
        """Take the colours of the mark in use."""
        super().dress()
        style = f"background-color:{colour('mark').name()};color:{colour('mark_text').name()};text-decoration:underline"
        parts = (
            f'<span style="{style}">{escape(part)}</span>' if differs else escape(part)
            for part, differs in differing(self._words, self._other)
        )
        self.setText("".join(parts).replace("\n", "<br>"))


def differing(words: str, other: str) -> list[tuple[str, bool]]:
    """The words in parts, each with whether the other side has it otherwise; another word is marked as a whole."""
    mine, theirs = _WORDS.findall(words), _WORDS.findall(other)
    parts: list[tuple[str, bool]] = []
    for tag, begin, end, first, last in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        one, two = "".join(mine[begin:end]), "".join(theirs[first:last])
        if one.isdigit() and len(one) == len(two) and two.isdigit():
            parts += [(digit, digit != beside) for digit, beside in zip(one, two, strict=True)]
            continue
        letters = SequenceMatcher(None, one, two, autojunk=False)
        if tag != "replace" or letters.ratio() < _ALIKE:
            parts.append((one, tag != "equal"))
        else:
            parts += [(one[begun:ended], sign != "equal") for sign, begun, ended, _one, _two in letters.get_opcodes()]
    return [(part, differs) for part, differs in parts if part]


class Side(QWidget):
    """One of two values, to be chosen."""

    def __init__(self, label: Label, said: str) -> None:
        super().__init__()
        self.button = QRadioButton()
        self.button.setAccessibleName(said)
        row = Row(self, gap=4)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words chooses too."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.button.setChecked(True)
            self.button.setFocus()


class TwoCard(Card):
    """The table of both: what a field is called, what the one that stays says, what the other says."""

    def __init__(self) -> None:
        super().__init__(margins=(18, 12, 18, 12), gap=6)
        self._grid = Grid(gap=5)
        for column, share in enumerate((2, 5, 5)):
            self._grid.setColumnStretch(column, share)
        self.column.addLayout(self._grid)
        self._sides: dict[str, tuple[Side, Side]] = {}

    def put(self, two: TwoPersons, take: frozenset[str]) -> None:
        """Show both; in `take` stand the fields of which the other's value is chosen."""
        clear(self._grid)
        self._sides = {}
        heads = (N_("This record stays"), N_("This one goes into it"))
        for column, (person, head) in enumerate(zip((two.kept, two.other), heads, strict=True), 1):
            self._grid.addWidget(text(person.code, "card"), 0, column)
            self._grid.addWidget(Label(head, "second", wrap=True), 1, column)
        for row, name in enumerate((*FIELDS, "note"), 2):
            self._grid.addWidget(Label(TITLES[name], "second", wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
            self._put_row(row, name, two, name in take)

    def taken(self) -> frozenset[str]:
        """The fields in which the other's value stays."""
        return frozenset(name for name, (_kept, other) in self._sides.items() if other.button.isChecked())

    def first(self) -> QWidget | None:
        """The first choice, where there is one."""
        both = next(iter(self._sides.values()), None)
        return next((side.button for side in both if side.button.isChecked()), None) if both else None

    def _put_row(self, row: int, name: str, two: TwoPersons, takes: bool) -> None:
        mine, theirs = said_of(two.kept, name), said_of(two.other, name)
        if name not in two.differs:
            labels = (mine, theirs)
            for column, words in enumerate(labels, 1):
                self._grid.addWidget(text(words, "body", wrap=True), row, column, Qt.AlignmentFlag.AlignTop)
            return
        kept, other = (
            Side(MarkedLabel(words, beside), f"{_(TITLES[name])}, {code}: {words}")
            for words, beside, code in ((mine, theirs, two.kept.code), (theirs, mine, two.other.code))
        )
        group = QButtonGroup(self)
        for column, side in enumerate((kept, other), 1):
            group.addButton(side.button)
            self._grid.addWidget(side, row, column, Qt.AlignmentFlag.AlignTop)
        (other if takes else kept).button.setChecked(True)
        self._sides[name] = (kept, other)
