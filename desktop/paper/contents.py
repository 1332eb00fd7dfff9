"""The parts of a pack and the list of them on its cover, with the pages on which they begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from desktop.paper import face as type_
from desktop.paper.blocks import Block, Words
from desktop.paper.face import TEXT, Face
from desktop.paper.flow import Placed
from desktop.paper.pen import GUTTER, LEFT, RIGHT, WIDTH, Pen

NUMBER = "0000"
"""So wide is the column of page numbers, whatever they are."""
ROW_AIR = 4.5
"""What a row is higher than its lines."""


@dataclass(frozen=True)
class PartHeading(Words):
    """The title of a part, which begins a page and stands in the contents."""


@dataclass(frozen=True)
class Contents(Block):
    """The titles of the parts, a row each; the page numbers are put in once the pages are laid."""

    titles: tuple[str, ...]
    numbers: tuple[int, ...] = ()
    """The page of each, from 1; empty until the pages are laid."""

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Contents:
        """The contents of these blocks, still without numbers."""
        return cls(tuple(block.words for block in blocks if isinstance(block, PartHeading)))

    def height(self, face: Face) -> float:
        """All its rows; the same before and after the numbers are put in."""
        return sum(self._high(title, face) for title in self.titles)

    def least(self, face: Face) -> float:
        """Its first three rows."""
        return sum(self._high(title, face) for title in self.titles[:3])

    def split(self, face: Face, room: float) -> tuple[Block, Block] | None:
        """Divided between rows."""
        used, fits = 0.0, 0
        for title in self.titles:
            used += self._high(title, face)
            if used > room:
                break
            fits += 1
        if not 0 < fits < len(self.titles):
            return None
        return replace(self, titles=self.titles[:fits]), replace(self, titles=self.titles[fits:])

    def draw(self, pen: Pen, top: float) -> None:
        """Each title with its page number at the right, over a hairline."""
        face, y = pen.face, top
        for title, number in zip(self.titles, self.numbers, strict=True):
            high = self._high(title, face)
            pen.lines(self._lines(title, face), LEFT, y + ROW_AIR / 2, TEXT)
            pen.words(face.language.number(number), RIGHT, y + ROW_AIR / 2 + pen.base(TEXT), TEXT, right=True)
            pen.rule(LEFT, RIGHT, y + high, 0.4, type_.HAIR)
            y += high

    def _high(self, title: str, face: Face) -> float:
        return len(self._lines(title, face)) * face.lead(TEXT) + ROW_AIR

    def _lines(self, title: str, face: Face) -> list[str]:
        return face.lines(title, WIDTH - face.width(NUMBER, TEXT) - GUTTER, TEXT)


def with_numbers(pages: list[list[Placed]]) -> list[list[Placed]]:
    """The pages with the number of the page on which each part begins, from 1, in the contents."""
    numbers = iter(
        [number for number, page in enumerate(pages, 1) for placed in page if isinstance(placed.block, PartHeading)]
    )
    return [[_with_numbers(placed, numbers) for placed in page] for page in pages]


def _with_numbers(placed: Placed, numbers: Iterator[int]) -> Placed:
    if not isinstance(placed.block, Contents):
        return placed
    own = tuple(islice(numbers, len(placed.block.titles)))
    return replace(placed, block=replace(placed.block, numbers=own))
