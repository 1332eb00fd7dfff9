"""The blocks a document is built of: headings, paragraphs, key figures, places to sign.

A block knows how high it is, whether it may be divided between two pages, and how to draw itself from a height of the
page downwards. It must never know on which page it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.paper import face as type_
from desktop.paper.face import Face, Role
from desktop.paper.pen import GUTTER, HALF, LEFT, MM, WIDTH, Pen

SIGNATURE = HALF
"""The width of one place to sign: three columns of the grid."""
PEN_ROOM = 18 * MM
"""What is left free above the line for a pen."""


@dataclass(frozen=True)
class Block:
    """A piece of a document as wide as the text."""

    @property
    def before(self) -> float:
        """Empty space above it, left out at the top of a page."""
        return 0.0

    @property
    def keeps(self) -> bool:
        """Whether it must stand on the same page as what follows."""
        return False

    @property
    def turns(self) -> bool:
        """Whether it begins a new page."""
        return False

    @property
    def company(self) -> bool:
        """Whether it may not stand on a page alone with its heading."""
        return False

    def height(self, face: Face) -> float:
        """How high it is in points."""
        raise NotImplementedError

    def least(self, face: Face) -> float:
        """How much room it needs to begin on a page."""
        return self.height(face)

    def split(self, face: Face, room: float) -> tuple[Block, Block] | None:
        """What fits into the room, and the rest; None if it may not be divided there."""
        return None

    def draw(self, pen: Pen, top: float) -> None:
        """Draw it from this height of the page downwards."""
        raise NotImplementedError


@dataclass(frozen=True)
class Words(Block):
    """A paragraph or heading in one role."""

    words: str
    role: Role
    before: float = 0.0
    below: float = 0.0
    keeps: bool = False
    level: int | None = None
    """Level among the bookmarks, or None for none."""
    width: float = WIDTH
    ready: tuple[str, ...] = ()
    """Lines already broken, where the paragraph was divided."""
    turns: bool = False

    def lines(self, face: Face) -> list[str]:
        """Its lines, broken at spaces."""
        return list(self.ready) or face.lines(self.words, self.width, self.role)

    def height(self, face: Face) -> float:
        """All its lines and the space under them."""
        return len(self.lines(face)) * face.lead(self.role) + self.below

    def least(self, face: Face) -> float:
        """Two lines: none stands alone at the foot of a page."""
        lines = len(self.lines(face))
        return (lines if self.keeps or lines <= 3 else 2) * face.lead(self.role)

    def split(self, face: Face, room: float) -> tuple[Block, Block] | None:
        """Divided so that at least two lines stand on either page."""
        lines = self.lines(face)
        fits = min(int(room / face.lead(self.role)), len(lines) - 2)
        if self.keeps or fits < 2:
            return None
        first = replace(self, ready=tuple(lines[:fits]), below=0.0)
        return first, replace(self, ready=tuple(lines[fits:]), before=0.0, level=None)

    def draw(self, pen: Pen, top: float) -> None:
        """Its lines, and its bookmark."""
        if self.level is not None:
            pen.bookmark(self.words, top, self.level)
        pen.lines(self.lines(pen.face), LEFT, top, self.role)


@dataclass(frozen=True)
class Accompanied(Words):
    """Words that do not begin a page without what stands before them."""

    company = True


@dataclass(frozen=True)
class Facts(Block):
    """Date, number and place of the document on one line, or on more if they are long."""

    facts: tuple[str, ...]
    keeps = True

    def height(self, face: Face) -> float:
        """Its lines, and the space before the lead."""
        return len(self._lines(face)) * face.lead(type_.TEXT) + 2 * type_.STEP

    def draw(self, pen: Pen, top: float) -> None:
        """The facts with a clear space between them."""
        pen.lines(self._lines(pen.face), LEFT, top, type_.TEXT)

    def _lines(self, face: Face) -> list[str]:
        apart = "\u00a0" * 4
        lines: list[str] = []
        for fact in self.facts:
            longer = f"{lines[-1]}{apart}{fact}" if lines else fact
            if lines and face.width(face.plain(longer), type_.TEXT) <= WIDTH:
                lines[-1] = longer
            else:
                lines += face.lines(fact, WIDTH, type_.TEXT)
        return lines


@dataclass(frozen=True)
class KeyFigure:
    """One large figure with its words and what it is a part of."""

    value: str
    words: str
    base: str = ""
    rule: str = ""
    """By which rule it is counted, under its base."""
    key: str = ""


@dataclass(frozen=True)
class KeyFigures(Block):
    """A row of large figures under a rule each."""

    figures: tuple[KeyFigure, ...]
    before = 9.0

    @classmethod
    def rows(cls, figures: tuple[KeyFigure, ...], face: Face) -> list[KeyFigures]:
        """As many figures to a row as have room for their digits, five at most."""
        widest = max((face.width(face.plain(figure.value), type_.FIGURE) for figure in figures), default=1.0)
        most = max(1, min(5, int((WIDTH + GUTTER) / (widest + GUTTER))))
        rows = -(-len(figures) // most)
        each = -(-len(figures) // rows) if rows else 1
        return [cls(figures[begin : begin + each]) for begin in range(0, len(figures), each)]

    def height(self, face: Face) -> float:
        """The line above, the figure, its words, its base and its rule."""
        under = max(self._under(figure, face) for figure in self.figures)
        return 6 + face.lead(type_.FIGURE) + under + type_.STEP

    def draw(self, pen: Pen, top: float) -> None:
        """The figures side by side, each on its own width."""
        width, face = self._width(), pen.face
        for number, figure in enumerate(self.figures):
            x = LEFT + number * (width + GUTTER)
            pen.rule(x, x + width, top, 0.9, type_.ACCENT)
            y = top + 6
            pen.words(figure.value, x, y + pen.base(type_.FIGURE), type_.FIGURE)
            y += face.lead(type_.FIGURE)
            y = pen.lines(face.lines(figure.words, width, type_.HEAD), x, y, type_.HEAD)
            for note in filter(None, (figure.base, figure.rule)):
                y = pen.lines(face.lines(note, width, type_.NOTE), x, y, type_.NOTE)
            pen.spot(x, top + 4.5, width, y - top - 4.5, figure.key)

    def _width(self) -> float:
        return (WIDTH - (len(self.figures) - 1) * GUTTER) / len(self.figures)

    def _under(self, figure: KeyFigure, face: Face) -> float:
        """How high the words under a figure are."""
        width = self._width()
        notes = sum(len(face.lines(note, width, type_.NOTE)) for note in (figure.base, figure.rule) if note)
        return len(face.lines(figure.words, width, type_.HEAD)) * face.lead(type_.HEAD) + notes * face.lead(type_.NOTE)


@dataclass(frozen=True)
class Signature:
    """One place to sign, by hand or by key."""

    heading: str
    """What the signature says: PREPARED BY, APPROVED BY."""
    role: str
    name: str
    stamp: tuple[str, ...] = ()
    """What a digital signature shows, above the line; empty leaves room for a pen."""
    date: str = ""


@dataclass(frozen=True)
class Signatures(Block):
    """Two places to sign side by side; more go on rows of two."""

    signatures: tuple[Signature, ...]
    before = 9.0
    company = True

    def height(self, face: Face) -> float:
        """Each row of two with at least 18 mm free for a pen."""
        rows = (len(self.signatures) + 1) // 2
        return rows * self._high(face) + (rows - 1) * 13.5

    def draw(self, pen: Pen, top: float) -> None:
        """The blocks with their accent bar, their line and their name."""
        high = self._high(pen.face)
        for number, signature in enumerate(self.signatures):
            x = LEFT + (number % 2) * (SIGNATURE + GUTTER)
            self._one(pen, signature, x, top + (number // 2) * (high + 13.5), high)

    def _high(self, face: Face) -> float:
        return max((self._needs(signature, face) for signature in self.signatures), default=0.0)

    def _needs(self, signature: Signature, face: Face) -> float:
        lines = _SignatureLines(signature, face)
        above = len(lines.heading) * face.lead(type_.NOTE) + len(lines.role) * face.lead(type_.CELL)
        return above + max(PEN_ROOM, len(lines.stamp) * face.lead(type_.SMALL) + 9) + lines.under

    def _one(self, pen: Pen, signature: Signature, x: float, top: float, high: float) -> None:
        face, lines = pen.face, _SignatureLines(signature, pen.face)
        left, right = x + 9, x + SIGNATURE - 6
        pen.line((x, top), (x, top + high), 1.4, type_.ACCENT)
        y = pen.lines(lines.heading, left, top, type_.NOTE)
        pen.lines(lines.role, left, y, type_.CELL)
        line = top + high - lines.under
        pen.lines(lines.stamp, left, line - 3 - len(lines.stamp) * face.lead(type_.SMALL), type_.SMALL)
        pen.rule(left, right, line, 0.5)
        pen.lines(lines.name, left, line + 2, type_.HEAD)
        if signature.date:
            pen.words(signature.date, right, line + 2 + pen.base(type_.HEAD), type_.NOTE, right=True)


class _SignatureLines:
    """The words of one signature, broken to the width of its block."""

    def __init__(self, signature: Signature, face: Face) -> None:
        width = SIGNATURE - 15
        date = face.width(face.plain(signature.date), type_.NOTE) + 9 if signature.date else 0.0
        self.heading = face.lines(signature.heading, width, type_.NOTE)
        self.role = face.lines(signature.role, width, type_.CELL)
        self.stamp = [each for line in signature.stamp for each in face.lines(line, width, type_.SMALL)]
        self.name = face.lines(signature.name, width - date, type_.HEAD)
        self.under = len(self.name) * face.lead(type_.HEAD) + 4
