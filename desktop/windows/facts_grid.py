"""Facts under one another, what is told at the left, the words at the right; the labels stay when others are shown.

A label is dear to make and to lay out for the first time, and a card shows another record at each step of an arrow.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.windows.labels import Label
from desktop.windows.layouts import Grid
from desktop.windows.look import px

Fact = tuple[str, str, str]
"""The msgid of what is told, the words, and their ink, which may be empty."""


class FactsGrid(Grid):
    """As many lines as there are facts."""

    def __init__(self, parent: QWidget | None = None, *, shares: tuple[int, int], wraps_titles: bool = False) -> None:
        super().__init__(parent, gap=4)
        self._wraps_titles = wraps_titles
        self._lines: list[tuple[Label, Label]] = []
        for column, share in enumerate(shares):
            self.setColumnStretch(column, share)

    def put(self, facts: Sequence[Fact]) -> None:
        """Show these."""
        top = Qt.AlignmentFlag.AlignTop
        while len(self._lines) < len(facts):
            line = Label("", "quiet", wrap=self._wraps_titles), Label("", "body", wrap=True)
            for column, label in enumerate(line):
                self.addWidget(label, len(self._lines), column, top)
            self._lines.append(line)
        for place, (title, words) in enumerate(self._lines):
            if place < len(facts):
                msgid, told, ink = facts[place]
                title.say(msgid)
                words.tint(ink)
                words.put(told)
            title.setVisible(place < len(facts))
            words.setVisible(place < len(facts))
        self.setHorizontalSpacing(px(14))
