"""An item of a meeting on paper: its heading under an accent rule, with the time it begins and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.paper import face as type_
from desktop.paper.blocks import Block
from desktop.paper.face import HEAD, NOTE, SECTION, STEP, Face
from desktop.paper.pen import GUTTER, LEFT, RIGHT, WIDTH, Pen

AIR = 4.5
"""Between the clock time and the minutes."""


@dataclass(frozen=True)
class ItemHeading(Block):
    """The heading of one item; also a bookmark of the file."""

    words: str
    clock: str = ""
    """The time of day at which it begins."""
    minutes: str = ""
    """How long it takes."""
    level: int = 1
    """Level among the bookmarks."""
    before = 18.0
    keeps = True

    def height(self, face: Face) -> float:
        """The rule, the lines of the heading and the space under them."""
        return STEP + len(self._lines(face)) * face.lead(SECTION) + STEP / 2

    def draw(self, pen: Pen, top: float) -> None:
        """The rule over the whole width, the heading at the left, the time at the right of its first line."""
        face = pen.face
        pen.rule(LEFT, RIGHT, top, 0.9, type_.ACCENT)
        pen.bookmark(self.words, top, self.level)
        y = top + STEP
        pen.lines(self._lines(face), LEFT, y, SECTION)
        base = y + pen.base(SECTION)
        x = RIGHT - (face.width(face.plain(self.minutes), NOTE) + AIR if self.minutes else 0.0)
        pen.words(self.clock, x, base, HEAD, right=True)
        pen.words(self.minutes, RIGHT, base, NOTE, right=True)

    def _lines(self, face: Face) -> list[str]:
        beside = face.width(face.plain(self.clock), HEAD) + face.width(face.plain(self.minutes), NOTE)
        return face.lines(self.words, WIDTH - beside - AIR - GUTTER if beside else WIDTH, SECTION)
