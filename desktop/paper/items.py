"""An item of a meeting on paper: its heading under an accent rule, with the time it begins and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.paper import face as type_
from desktop.paper.blocks import Block
from desktop.paper.face import HEAD, NOTE, SECTION, STEP, TEXT, Face
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
    told: str = ""
    """All that is told under it, where that is a few words: beside the heading, if there is room."""
    keeps: bool = True
    """Whether something follows that belongs to it."""
    before = 18.0

    def height(self, face: Face) -> float:
        """The rule, the lines of the heading, and what stands under it."""
        under = 0 if self._is_beside(face) else len(self._told(face))
        return STEP + len(self._lines(face)) * face.lead(SECTION) + under * face.lead(TEXT)

    def draw(self, pen: Pen, top: float) -> None:
        """The rule over the whole width, the heading at the left, the time at the right of its first line."""
        face = pen.face
        pen.rule(LEFT, RIGHT, top, 0.9, type_.ACCENT)
        pen.bookmark(self.words, top, self.level)
        y = top + STEP
        under = pen.lines(self._lines(face), LEFT, y, SECTION)
        base = y + pen.base(SECTION)
        if self._is_beside(face):
            pen.words(self.told, LEFT + face.width(face.plain(self.words), SECTION) + GUTTER, base, TEXT)
        else:
            pen.lines(self._told(face), LEFT, under, TEXT)
        x = RIGHT - (face.width(face.plain(self.minutes), NOTE) + AIR if self.minutes else 0.0)
        pen.words(self.clock, x, base, HEAD, right=True)
        pen.words(self.minutes, RIGHT, base, NOTE, right=True)

    def _is_beside(self, face: Face) -> bool:
        """Whether what is told stands in the line of the heading."""
        if len(self._lines(face)) > 1 or "\n" in self.told:
            return False
        needs = face.width(face.plain(self.words), SECTION) + GUTTER + face.width(face.plain(self.told), TEXT)
        return needs <= self._room(face)

    def _told(self, face: Face) -> list[str]:
        return face.lines(self.told, WIDTH, TEXT) if self.told else []

    def _lines(self, face: Face) -> list[str]:
        return face.lines(self.words, self._room(face), SECTION)

    def _room(self, face: Face) -> float:
        """What the time at the right leaves."""
        beside = face.width(face.plain(self.clock), HEAD) + face.width(face.plain(self.minutes), NOTE)
        return WIDTH - beside - AIR - GUTTER if beside else WIDTH
