"""Two texts side by side on paper: what was removed struck through in brackets, what was added underlined and heavier.

No meaning by weight or place alone: the brackets are read aloud and survive the worst copy. Must never know what the
texts are about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.paper import face as type_
from desktop.paper.blocks import Block
from desktop.paper.face import CELL, HEAD, NOTE, Face, Role
from desktop.paper.pen import GUTTER, LEFT, MM, RIGHT, WIDTH, Pen

FIRST = 26 * MM
"""The column of numbers."""
SIDE = (WIDTH - FIRST - GUTTER) / 2
"""Each of the two texts."""
AIR = 6.0
"""What a row is higher than its lines."""
APART = 3.0
"""Between two paragraphs of a cell."""
LEAST = 3
"""So many lines of a row that is divided stand on either page at least."""
_LEFT_OUT = Role(CELL.size, CELL.lead, colour=type_.GREY)


@dataclass(frozen=True)
class Marked:
    """Some words of a text, and what became of them."""

    text: str
    kind: str = "kept"
    """kept, removed or inserted."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of one of the two texts."""

    marks: tuple[Marked, ...]
    strong: bool = False
    """Whether it is a title."""


@dataclass(frozen=True)
class ComparedRow:
    """One piece of the two texts; or several that did not change, folded to one line."""

    number: str
    state: str
    old: tuple[Paragraph, ...] = ()
    new: tuple[Paragraph, ...] = ()
    folded: str = ""
    """All that is said of pieces that did not change."""


@dataclass(frozen=True)
class Compared:
    """The whole table."""

    heads: tuple[str, str, str]
    rows: tuple[ComparedRow, ...]


def bracketed(mark: Marked) -> str:
    """The words with their brackets, where they were removed; spaces stay outside."""
    if mark.kind != "removed" or not mark.text.strip():
        return mark.text
    core = mark.text.strip()
    lead, _, trail = mark.text.partition(core)
    return f"{lead}[{core}]{trail}"


_Run = tuple[str, str, bool]
"""Words, what became of them, and whether they are of a title."""


@dataclass(frozen=True)
class _Line:
    """A line of a cell, ready to be drawn."""

    runs: tuple[_Run, ...]
    above: float = 0.0


@dataclass(frozen=True)
class _Laid:
    """A row with its lines broken."""

    first: tuple[_Line, ...]
    old: tuple[_Line, ...]
    new: tuple[_Line, ...]
    wide: bool = False
    """Whether what is folded runs over all columns."""

    def height(self, face: Face) -> float:
        """As high as its highest cell."""
        return max(_high(lines, face, self.wide) for lines in (self.first, self.old, self.new)) + AIR


@dataclass(frozen=True)
class ComparedBlock(Block):
    """The table, or what of it stands on one page."""

    table: Compared
    rows: tuple[_Laid, ...]
    before = 13.5

    @classmethod
    def of(cls, table: Compared, face: Face) -> ComparedBlock:
        """The whole table, its lines broken."""
        return cls(table, tuple(_laid(row, face) for row in table.rows))

    def height(self, face: Face) -> float:
        """Head and rows."""
        return self._head(face) + sum(row.height(face) for row in self.rows)

    def least(self, face: Face) -> float:
        """The head and the beginning of the first row."""
        first = self.rows[0].height(face) if self.rows else 0.0
        return self._head(face) + min(first, LEAST * face.lead(CELL) + AIR)

    def split(self, face: Face, room: float) -> tuple[Block, Block] | None:
        """Divided between rows, or between the lines of one that is long."""
        used = self._head(face)
        for place, row in enumerate(self.rows):
            if used + row.height(face) <= room:
                used += row.height(face)
                continue
            begun = _cut(row, face, room - used)
            if begun:
                first, rest = (*self.rows[:place], begun[0]), (begun[1], *self.rows[place + 1 :])
            else:
                first, rest = self.rows[:place], self.rows[place:]
            return (replace(self, rows=first), replace(self, rows=rest)) if first else None
        return None

    def draw(self, pen: Pen, top: float) -> None:
        """The head, then the rows with a hairline under each."""
        face = pen.face
        pen.rule(LEFT, RIGHT, top, 0.9, type_.ACCENT)
        y = top + AIR / 2
        for head, (left, width) in zip(self.table.heads, _COLUMNS, strict=True):
            pen.lines(face.lines(head, width, HEAD), left, y, HEAD)
        y = top + self._head(face)
        pen.rule(LEFT, RIGHT, y, 0.5)
        for row in self.rows:
            for lines, (left, _) in zip((row.first, row.old, row.new), _COLUMNS, strict=True):
                _draw(pen, lines, left, y + AIR / 2, wide=row.wide)
            y += row.height(face)
            pen.rule(LEFT, RIGHT, y, 0.4, type_.HAIR)

    def _head(self, face: Face) -> float:
        heads = zip(self.table.heads, _COLUMNS, strict=True)
        return max(len(face.lines(head, width, HEAD)) for head, (_, width) in heads) * face.lead(HEAD) + AIR


_COLUMNS = (
    (LEFT, FIRST - GUTTER / 2),
    (LEFT + FIRST, SIDE),
    (LEFT + FIRST + SIDE + GUTTER, SIDE),
)
"""Where each column begins, and how wide it is."""


def _laid(row: ComparedRow, face: Face) -> _Laid:
    if row.folded:
        lines = tuple(_Line(((line, "folded", False),)) for line in face.lines(row.folded, WIDTH, NOTE))
        return _Laid(lines, (), (), wide=True)
    number = tuple(_Line(((line, "kept", True),)) for line in face.lines(row.number, _COLUMNS[0][1], HEAD))
    state = tuple(_Line(((line, "folded", False),)) for line in face.lines(row.state, _COLUMNS[0][1], NOTE))
    return _Laid((*number, *state), _cell(row.old, face), _cell(row.new, face))


def _cell(paragraphs: Iterable[Paragraph], face: Face) -> tuple[_Line, ...]:
    lines: list[_Line] = []
    for paragraph in paragraphs:
        for number, line in enumerate(_broken(paragraph, face)):
            lines.append(_Line(line, APART if lines and not number else 0.0))
    return tuple(lines)


def _broken(paragraph: Paragraph, face: Face) -> list[tuple[_Run, ...]]:
    """The lines of a paragraph: words are never parted from the sign that follows them."""
    lines: list[list[_Run]] = [[]]
    used = 0.0
    for word in _words(paragraph, face):
        wide = sum(_wide(run, face) for run in word)
        space = face.width(" ", CELL)
        if lines[-1] and used + space + wide > SIDE:
            lines.append([])
        if lines[-1]:
            last, first = lines[-1][-1], word[0]
            same = last[1] == first[1]
            lines[-1].append((" ", first[1] if same else "kept", first[2]))
            used += space
        else:
            used = 0.0
        lines[-1] += word
        used += wide
    return [tuple(_merged(line)) for line in lines]


def _words(paragraph: Paragraph, face: Face) -> list[list[_Run]]:
    words: list[list[_Run]] = [[]]
    for mark in paragraph.marks:
        for number, part in enumerate(face.plain(bracketed(mark)).split(" ")):
            if number and words[-1]:
                words.append([])
            run = part, mark.kind, paragraph.strong
            if part and _wide(run, face) > SIDE:
                words += [[(piece, mark.kind, paragraph.strong)] for piece in face.lines(part, SIDE, _role(run))]
            elif part:
                words[-1].append(run)
    return [word for word in words if word]


def _merged(line: list[_Run]) -> list[_Run]:
    found: list[_Run] = []
    for words, kind, strong in line:
        if found and found[-1][1:] == (kind, strong):
            found[-1] = found[-1][0] + words, kind, strong
        else:
            found.append((words, kind, strong))
    return found


def _role(run: _Run) -> Role:
    _, kind, strong = run
    if kind == "folded":
        return NOTE
    if kind == "removed":
        return replace(HEAD, colour=type_.GREY) if strong else _LEFT_OUT
    return HEAD if strong or kind == "inserted" else CELL


def _wide(run: _Run, face: Face) -> float:
    return face.width(face.plain(run[0]), _role(run))


def _high(lines: tuple[_Line, ...], face: Face, wide: bool) -> float:
    return sum(line.above for line in lines) + len(lines) * face.lead(NOTE if wide else CELL)


def _cut(row: _Laid, face: Face, room: float) -> tuple[_Laid, _Laid] | None:
    """The row with the lines that fit, and with those that are left; None if too few stand on either page."""
    fits = int((room - AIR) / (face.lead(CELL) + APART / 2))
    longest = max(len(row.old), len(row.new))
    fits = min(fits, longest - LEAST)
    if row.wide or fits < max(LEAST, len(row.first)):
        return None
    begun = replace(row, old=row.old[:fits], new=row.new[:fits])
    return begun, replace(row, first=(), old=row.old[fits:], new=row.new[fits:])


def _draw(pen: Pen, lines: tuple[_Line, ...], left: float, top: float, *, wide: bool) -> None:
    face, y = pen.face, top
    for line in lines:
        y += line.above
        x, base = left, y + pen.base(NOTE if wide else CELL)
        for run in line.runs:
            role, across = _role(run), _wide(run, face)
            pen.words(run[0], x, base, role)
            if run[1] == "removed":
                pen.rule(x, x + across, base - face.size(role) * 0.27, 0.6, role.colour)
            elif run[1] == "inserted":
                pen.rule(x, x + across, base + 1.7, 0.6)
            x += across
        y += face.lead(NOTE if wide else CELL)
