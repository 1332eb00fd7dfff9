"""What a meeting concluded: heading, words and a small table, held together by an accent bar at the left."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.paper import face as type_
from desktop.paper.blocks import Block, Words
from desktop.paper.cells import Table
from desktop.paper.face import CONCLUSION, STEP, TEXT, Face
from desktop.paper.pen import LEFT, WIDTH, Pen
from desktop.paper.tables import TableBlock

ASIDE = 12.0
"""How far the words stand from the bar."""
BAR = 1.4
"""How thick the bar is."""
WHOLE = 170.0
"""Up to this height it is never divided: a quarter of a page."""


@dataclass(frozen=True)
class Conclusion(Block):
    """One conclusion, or the part of it that stands on one page."""

    parts: tuple[Block, ...]
    before = 9.0

    @classmethod
    def of(cls, heading: str, words: str, table: Table | None, face: Face) -> Conclusion:
        """The whole conclusion; a new line in its words begins a new paragraph."""
        room = WIDTH - ASIDE
        paragraphs = [each.strip() for each in words.splitlines() if each.strip()]
        parts: list[Block] = [Words(heading, CONCLUSION, keeps=True, width=room)]
        parts += [Words(each, TEXT, before=STEP * bool(number), width=room) for number, each in enumerate(paragraphs)]
        if table and table.rows:
            parts.append(TableBlock.of(replace(table, ruled=False), face, room))
        return cls(tuple(parts))

    def height(self, face: Face) -> float:
        """All its parts and the space between them."""
        return sum(_gap(self.parts, number) + part.height(face) for number, part in enumerate(self.parts))

    def least(self, face: Face) -> float:
        """All of a short one; of a long one the heading and the beginning of what follows it."""
        if self.height(face) <= WHOLE * face.scale:
            return self.height(face)
        used = 0.0
        for number, part in enumerate(self.parts):
            used += _gap(self.parts, number)
            if not part.keeps:
                return used + part.least(face)
            used += part.height(face)
        return used

    def split(self, face: Face, room: float) -> tuple[Block, Block] | None:
        """Divided between its parts, or within one that may begin there; the heading never stays alone."""
        used = 0.0
        for number, part in enumerate(self.parts):
            used += _gap(self.parts, number)
            if used + part.height(face) > room:
                return self._divided(number, face, room - used)
            used += part.height(face)
        return None

    def _divided(self, number: int, face: Face, room: float) -> tuple[Block, Block] | None:
        part = self.parts[number]
        halves = part.split(face, room) if part.least(face) <= room else None
        first, rest = self.parts[:number], self.parts[number:]
        if halves:
            first, rest = (*first, halves[0]), (halves[1], *rest[1:])
        while first and first[-1].keeps:
            first, rest = first[:-1], (first[-1], *rest)
        return (replace(self, parts=first), replace(self, parts=rest)) if first else None

    def draw(self, pen: Pen, top: float) -> None:
        """The bar over the whole height, the parts beside it."""
        face, y = pen.face, top
        pen.line((LEFT + BAR / 2, top), (LEFT + BAR / 2, top + self.height(face)), BAR, type_.ACCENT)
        with pen.aside(ASIDE):
            for number, part in enumerate(self.parts):
                y += _gap(self.parts, number)
                part.draw(pen, y)
                y += part.height(face)


def _gap(parts: tuple[Block, ...], number: int) -> float:
    """The space above a part: little, for they belong together."""
    return min(parts[number].before, STEP) if number else 0.0
