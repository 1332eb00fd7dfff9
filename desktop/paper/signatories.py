"""A table to be signed by many: role, room for the signature, name and date, a row for each who is named."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.language import NP_
from desktop.paper import face as type_
from desktop.paper.blocks import Block
from desktop.paper.face import CELL, HEAD, NOTE, SMALL, Face, Role
from desktop.paper.pen import LEFT, MM, RIGHT, Pen

CONTEXT = "signatories"
HEADS = (
    NP_("signatories", "Role"),
    NP_("signatories", "Signature"),
    NP_("signatories", "Name"),
    NP_("signatories", "Date"),
)
COLUMNS = (50 * MM, 50 * MM, 43 * MM, 22 * MM)
LARGE_COLUMNS = (46 * MM, 38 * MM, 57 * MM, 24 * MM)
"""The widths of the columns, in ordinary and in large print; the whole width of the text in all."""
ROW = 27.0
"""The least height of a row: room for a pen."""
AIR = 5.5
"""What a row or the head is higher than its lines."""
PAD = 6.0
"""Empty space at the right of every column."""
MOST = 8
"""So many rows on a page at most."""
FIELD = "field/"
"""How the key of a place begins where a signature field of the file belongs."""


@dataclass(frozen=True)
class Signatory:
    """One who signs. A name is printed only if that person will sign."""

    role: str
    """For which institution, as what."""
    name: str
    date: str = ""
    """Printed if known; otherwise written by hand."""
    stamp: tuple[str, ...] = ()
    """What a digital signature that was given already shows; empty leaves room."""
    field: str = ""
    """The name of the signature field to lie here in the sealed file; empty for none. No full stops in it."""


@dataclass(frozen=True)
class Signatories(Block):
    """So many of those who sign as stand on one page."""

    rows: tuple[Signatory, ...]
    turns: bool = False
    before = 9.0
    company = True

    @classmethod
    def pages(cls, rows: tuple[Signatory, ...]) -> list[Signatories]:
        """The rows, about as many on each page and at most eight."""
        blocks = -(-len(rows) // MOST)
        each = -(-len(rows) // blocks) if blocks else 1
        return [cls(rows[begin : begin + each], turns=begin > 0) for begin in range(0, len(rows), each)]

    def height(self, face: Face) -> float:
        """Head and rows."""
        return self._head(face) + sum(self._high(row, face) for row in self.rows)

    def split(self, face: Face, room: float) -> tuple[Block, Block] | None:
        """Divided between rows, only where a page of its own is too short."""
        used, fits = self._head(face), 0
        for row in self.rows:
            used += self._high(row, face)
            if used > room:
                break
            fits += 1
        if not 0 < fits < len(self.rows):
            return None
        return replace(self, rows=self.rows[:fits]), replace(self, rows=self.rows[fits:])

    def draw(self, pen: Pen, top: float) -> None:
        """A rule on top, the head, the rows over a hairline each, and where the signature fields belong."""
        face, y = pen.face, top + self._head(pen.face)
        pen.rule(LEFT, RIGHT, top, 0.9, type_.ACCENT)
        for head, (x, width) in zip(HEADS, _places(face), strict=True):
            words = face.language.pgettext(CONTEXT, head)
            pen.lines(face.lines(words, width - PAD, HEAD), x, top + AIR / 2, HEAD)
        pen.rule(LEFT, RIGHT, y, 0.5)
        for row in self.rows:
            high = self._high(row, face)
            for (cell, role), (x, width) in zip(_cells(row), _places(face), strict=True):
                lines = _lines(cell, width, role, face)
                pen.lines(lines, x, y + (high - len(lines) * face.lead(role)) / 2, role)
            pen.rule(LEFT, RIGHT, y + high, 0.4, type_.HAIR)
            x, width = _places(face)[1]
            pen.spot(x, y + 1.5, width - PAD, high - 3, FIELD + row.field if row.field else "")
            y += high

    def _head(self, face: Face) -> float:
        heads = (face.language.pgettext(CONTEXT, head) for head in HEADS)
        lines = (
            len(face.lines(head, width - PAD, HEAD)) for head, (_x, width) in zip(heads, _places(face), strict=True)
        )
        return max(lines) * face.lead(HEAD) + AIR

    def _high(self, row: Signatory, face: Face) -> float:
        cells = zip(_cells(row), _places(face), strict=True)
        lines = (len(_lines(words, width, role, face)) * face.lead(role) for (words, role), (_x, width) in cells)
        return max(ROW * face.scale, max(lines) + AIR)


def _cells(row: Signatory) -> tuple[tuple[tuple[str, ...], Role], ...]:
    return (((row.role,), CELL), (row.stamp, SMALL), ((row.name,), HEAD), ((row.date,), NOTE))


def _lines(words: tuple[str, ...], width: float, role: Role, face: Face) -> list[str]:
    return [line for each in words for line in face.lines(each, width - PAD, role)]


def _places(face: Face) -> tuple[tuple[float, float], ...]:
    columns = COLUMNS if face.scale == 1.0 else LARGE_COLUMNS
    return tuple((LEFT + sum(columns[:number]), width) for number, width in enumerate(columns))
