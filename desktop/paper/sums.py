"""Sums told in large figures: term by term with words beneath, so that two ways can be seen to meet in one figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.paper import face as type_
from desktop.paper.blocks import Block
from desktop.paper.face import NOTE, Face, Role
from desktop.paper.pen import GUTTER, LEFT, WIDTH, Pen

FIGURE = Role(14, 17, "SemiBold")
SIGN = 14.0
"""Room for the sign before a figure."""
APART = 5.0
"""The least empty space between two terms."""
BELOW = 9.0
"""Between two sums that stand one under the other."""


@dataclass(frozen=True)
class Term:
    """One figure of a sum."""

    sign: str
    """− + = before the figure; empty for the first."""
    value: str
    words: str
    alarm: bool = False
    """Drawn in red, where its words say what is wrong with it."""
    is_result: bool = False
    """What both ways come to: in the accent colour."""


@dataclass(frozen=True)
class Sums(Block):
    """Sums beside each other where all have room, else one under the other."""

    sums: tuple[tuple[Term, ...], ...]
    before = 13.5

    def height(self, face: Face) -> float:
        """The figures and the longest words under them."""
        high = [_high(terms, face, room) for terms, room in zip(self.sums, self._rooms(face), strict=True)]
        return max(high) if self._is_aside(face) else sum(high) + BELOW * (len(high) - 1)

    def draw(self, pen: Pen, top: float) -> None:
        """The sums, each from its own left edge."""
        aside = self._is_aside(pen.face)
        left, y = LEFT, top
        for terms, room in zip(self.sums, self._rooms(pen.face), strict=True):
            _draw(pen, terms, (left, y), room)
            if aside:
                left += room + GUTTER
            else:
                y += _high(terms, pen.face, room) + BELOW

    def _is_aside(self, face: Face) -> bool:
        return sum(self._needs(face)) + GUTTER * (len(self.sums) - 1) <= WIDTH

    def _needs(self, face: Face) -> list[float]:
        return [sum(_least(terms, face)) for terms in self.sums]

    def _rooms(self, face: Face) -> list[float]:
        """Equal widths where that is enough for each, else what each needs and of the rest what its words wish."""
        needs = self._needs(face)
        if not self._is_aside(face):
            return [WIDTH] * len(needs)
        room = WIDTH - GUTTER * (len(needs) - 1)
        if max(needs) <= room / len(needs):
            return [room / len(needs)] * len(needs)
        wishes = [sum(_wishes(terms, face)) + 1.0 for terms in self.sums]
        spare = (room - sum(needs)) / sum(wishes)
        return [need + spare * wish for need, wish in zip(needs, wishes, strict=True)]


def _least(terms: Sequence[Term], face: Face) -> list[float]:
    """The narrowest each term may be."""
    return [
        max(face.width(face.plain(term.value), FIGURE), face.widest_word([term.words], _words_role(term)))
        + (_sign(face) if term.sign else 0.0)
        + APART * face.scale
        for term in terms
    ]


def _sign(face: Face) -> float:
    return SIGN * face.scale


def _wishes(terms: Sequence[Term], face: Face) -> list[float]:
    """How much more each term wants, to tell its words on two lines."""
    halves = [face.width(face.plain(term.words), NOTE) / 2 for term in terms]
    return [max(0.0, half - one) for half, one in zip(halves, _least(terms, face), strict=True)]


def _widths(terms: Sequence[Term], face: Face, room: float) -> list[float]:
    """What is left of the room goes to the terms with the most words."""
    least, wishes = _least(terms, face), _wishes(terms, face)
    spare, wanted = max(0.0, room - sum(least)), sum(wishes)
    part = min(1.0, spare / wanted) if wanted else 0.0
    even = min((spare - part * wanted) / len(terms), 18.0)
    return [one + part * wish + even for one, wish in zip(least, wishes, strict=True)]


def _lines(term: Term, width: float, face: Face) -> list[str]:
    room = width - (_sign(face) if term.sign else 0.0) - APART * face.scale + 0.1
    return face.lines(term.words, room, _words_role(term))


def _words_role(term: Term) -> Role:
    return replace(NOTE, weight="SemiBold", colour=type_.INK) if term.is_result else NOTE


def _high(terms: Sequence[Term], face: Face, room: float) -> float:
    lines = max(len(_lines(term, width, face)) for term, width in zip(terms, _widths(terms, face, room), strict=True))
    return face.lead(FIGURE) + lines * face.lead(NOTE)


def _draw(pen: Pen, terms: Sequence[Term], place: tuple[float, float], room: float) -> None:
    x, top = place
    for term, width in zip(terms, _widths(terms, pen.face, room), strict=True):
        left, base = x, top + pen.base(FIGURE)
        if term.sign:
            pen.words(term.sign, x, base, FIGURE)
            left += _sign(pen.face)
        colour = type_.RED if term.alarm else type_.ACCENT if term.is_result else ""
        pen.words(term.value, left, base, FIGURE, colour=colour)
        pen.lines(_lines(term, width, pen.face), left, top + pen.face.lead(FIGURE), _words_role(term))
        x += width
