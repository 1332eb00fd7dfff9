"""A list of facts: what is asked in grey at the left, the answer beside it. When, where, who is in the chair."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.paper.blocks import Block
from desktop.paper.face import LABEL, STEP, STRONG, TEXT, Face
from desktop.paper.pen import GUTTER, LEFT, MM, WIDTH, Pen

COLUMN = 28.2 * MM
"""From one edge of the grid's columns to the next."""
MOST = 3
"""So many columns of the grid the labels take at most."""


@dataclass(frozen=True)
class Fact:
    """One row: a label and its answer."""

    label: str
    words: str
    strong: bool = False
    """Whether the answer is the one to be seen first."""


@dataclass(frozen=True)
class FactsList(Block):
    """The facts one below the other, all answers beginning on one edge of the grid."""

    facts: tuple[Fact, ...]
    across: float = 0.0
    """Where the answers begin, counted from the left; 0: by the labels."""
    before = 9.0

    def height(self, face: Face) -> float:
        """All its rows."""
        return sum(self._high(fact, face) for fact in self.facts)

    def least(self, face: Face) -> float:
        """Its first two rows."""
        return sum(self._high(fact, face) for fact in self.facts[:2])

    def split(self, face: Face, room: float) -> tuple[Block, Block] | None:
        """Divided between rows."""
        used, fits = 0.0, 0
        for fact in self.facts:
            used += self._high(fact, face)
            if used > room:
                break
            fits += 1
        if not 0 < fits < len(self.facts):
            return None
        across = self._across(face)
        return replace(self, facts=self.facts[:fits], across=across), replace(
            self, facts=self.facts[fits:], across=across
        )

    def draw(self, pen: Pen, top: float) -> None:
        """Label and answer of each row on one line."""
        face, y, across = pen.face, top, self._across(pen.face)
        for fact in self.facts:
            pen.lines(face.lines(fact.label, across - GUTTER, LABEL), LEFT, y, LABEL)
            role = STRONG if fact.strong else TEXT
            pen.lines(face.lines(fact.words, WIDTH - across, role), LEFT + across, y, role)
            y += self._high(fact, face)

    def _across(self, face: Face) -> float:
        """The edge of the grid behind the longest label, or the last that labels may reach."""
        if self.across:
            return self.across
        widest = max((face.width(face.plain(fact.label), LABEL) for fact in self.facts), default=0.0)
        columns = next((n for n in range(1, MOST) if n * COLUMN - GUTTER >= widest), MOST)
        return columns * COLUMN

    def _high(self, fact: Fact, face: Face) -> float:
        across, role = self._across(face), STRONG if fact.strong else TEXT
        lines = max(
            len(face.lines(fact.label, across - GUTTER, LABEL)), len(face.lines(fact.words, WIDTH - across, role))
        )
        return lines * face.lead(TEXT) + STEP
