"""A document on paper: told block by block, drawn as PDF bytes.

How to use it, whatever is printed. All words come in already said in the document's language; nothing is mark-up, a
name such as `<b>` or `&` is printed as it stands:

    sheet = Sheet(
        language, title="Monthly summary, October 2026", made=moment,
        letterhead=Letterhead("Centre", ("Street 1", "+370 ...")), running="Centre · Monthly summary, October 2026",
        mark=ProfileMark("Exact figures · for the receiver only", filled=True),
        foot=Foot("SV-2026-10 · Monthly summary · Receiver: ...", record_mark="Record mark: dew · mill · ..."))
    sheet.heading("Monthly summary, October 2026", facts=("9 November 2026", "Kretinga", "No SV-2026-10"))
    sheet.lead("In October the centre received ...")
    sheet.key_figures([KeyFigure("127", "notices received", "September 119, change +8", key="received")])
    sheet.section("Received")           # also a bookmark of the file
    sheet.subsection("...")             # and sheet.text("..."), sheet.note("...")
    sheet.table(Table(title, unit, columns, rows, notes))                # desktop.paper.cells
    sheet.chart(Columns(...) | Bars(...) | Shares(...) | Line(...))      # desktop.paper.charts
    sheet.signatures([Signature("PREPARED BY", "Statistics", "Name", stamp=("Signed digitally",), date="2026-11-09")])
    sheet.seal_text("What the digital seal shows", ["The digital seal shows ...", "How to check ..."])
    drawn = sheet.draw()      # Drawn(pdf: bytes, pages: int, spots: tuple[Spot(page, x, y, width, height, key), ...])

`page` counts from 0; `x`, `y` are points from the top left corner of the page, y downwards. The same calls give the
same bytes: the only time in the file is `made`, which is handed in. A sign that the font lacks is a `Problem`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from desktop.language import N_, Language
from desktop.paper import face as type_
from desktop.paper.blocks import Block, Facts, KeyFigure, KeyFigures, Signature, Signatures, Words
from desktop.paper.cells import Table
from desktop.paper.charts import Chart
from desktop.paper.drawing import ChartBlock
from desktop.paper.face import Face
from desktop.paper.flow import Placed, pages_of
from desktop.paper.pen import BOTTOM, LEFT, MM, RIGHT, TOP, WIDTH, Pen
from desktop.paper.tables import TableBlock

__all__ = ["Drawn", "Foot", "KeyFigure", "Letterhead", "ProfileMark", "Sheet", "Signature", "Spot"]


@dataclass(frozen=True)
class Letterhead:
    """Who writes: name, one or two lines of address, and a logo. An empty name is the neutral letterhead: nothing."""

    name: str = ""
    lines: tuple[str, ...] = ()
    logo: bytes | None = None
    """A PNG or JPEG picture, at most 14 mm high on the page, drawn as given."""


@dataclass(frozen=True)
class ProfileMark:
    """The tile at the top right of every page that says for whom the figures are."""

    words: str
    filled: bool
    """Filled: exact figures. Outlined: protected figures."""


@dataclass(frozen=True)
class Foot:
    """What stands at the foot of every page beside the page number."""

    words: str = ""
    """Number, short title, receiver."""
    record_mark: str = ""
    """The head of the vault in words."""
    note: str = ""
    """At the right under the page number, such as "Example, invented data"."""


@dataclass(frozen=True)
class Spot:
    """Where a figure lies on a page, so that it can be clicked in a preview."""

    page: int
    """From 0."""
    x: float
    """Points from the left edge of the page."""
    y: float
    """Points from the top edge of the page down to the top of the figure."""
    width: float
    height: float
    key: str
    """What the caller named the figure."""


@dataclass(frozen=True)
class Drawn:
    """A drawn document: the file, how many pages, and where its figures lie."""

    pdf: bytes
    pages: int
    spots: tuple[Spot, ...]


class Sheet:
    """A document being written: tell it block by block, then draw it."""

    def __init__(
        self,
        language: Language,
        *,
        title: str,
        made: datetime,
        letterhead: Letterhead | None = None,
        mark: ProfileMark | None = None,
        running: str = "",
        foot: Foot | None = None,
        large: bool = False,
    ) -> None:
        """Begin a document; `title` names it in the file, `running` heads the later pages, `large` is large print."""
        self.language = language
        self.title = title
        self._made = made
        self._letterhead = letterhead or Letterhead()
        self._mark = mark
        self._running = running
        self._foot = foot or Foot()
        self._face = Face(language, large=large)
        self._blocks: list[Block] = []

    def heading(self, title: str, facts: Iterable[str] = ()) -> None:
        """The title with its line of date, number and place (in Serbian above it, one below the other)."""
        facts = tuple(facts)
        title_words = Words(title, type_.TITLE, below=type_.STEP, keeps=True, level=0)
        if self.language.locale.startswith("sr"):
            above = [Words(fact, type_.TEXT, keeps=True, below=9.0 * (fact is facts[-1])) for fact in facts]
            self._blocks += [*above, title_words]
        else:
            self._blocks += [title_words, Facts(facts)] if facts else [title_words]

    def lead(self, words: str) -> None:
        """Two to four lines that open the document."""
        self._paragraphs(words, type_.LEAD, 0.0)

    def key_figures(self, figures: Iterable[KeyFigure]) -> None:
        """A row of large figures."""
        kept = tuple(figures)
        if kept:
            self._blocks.append(KeyFigures(kept))

    def section(self, words: str) -> None:
        """A section's heading; also a bookmark of the file."""
        self._blocks.append(Words(words, type_.SECTION, before=22.5, below=type_.STEP, keeps=True, level=1))

    def subsection(self, words: str) -> None:
        """A heading within a section."""
        self._blocks.append(Words(words, type_.SUBSECTION, before=13.5, keeps=True))

    def text(self, words: str) -> None:
        """Running text; a new line begins a new paragraph."""
        self._paragraphs(words, type_.TEXT, type_.STEP)

    def note(self, words: str) -> None:
        """A small grey note."""
        self._paragraphs(words, type_.NOTE, type_.STEP)

    def table(self, table: Table) -> None:
        """A table with its title, unit and notes."""
        self._blocks.append(TableBlock.of(table, self._face))

    def chart(self, chart: Chart) -> None:
        """A chart with its title, unit and notes."""
        self._blocks.append(ChartBlock(chart))

    def signatures(self, signatures: Iterable[Signature]) -> None:
        """Places to sign, two side by side."""
        self._blocks.append(Signatures(tuple(signatures)))

    def seal_text(self, heading: str, paragraphs: Iterable[str]) -> None:
        """What the digital seal shows, in small type with its heading."""
        self.subsection(heading)
        for number, words in enumerate(paragraphs):
            self._blocks.append(Words(words, type_.SMALL, before=type_.STEP if number else 0.0))

    def block(self, block: Block) -> None:
        """A block of a document's own, such as the control code of a receiver's page."""
        self._blocks.append(block)

    def draw(self) -> Drawn:
        """The finished file."""
        pen = Pen(self._face, self.title, self._made)
        top = TOP + (self._letterhead_height() if self._letterhead.name else 0.0)
        foot = BOTTOM - 18 * (self._face.scale - 1)
        later = TOP + 27.0 if self._running or self._mark else TOP
        pages = pages_of(self._blocks, self._face, max(top, later if self._mark else top), later, foot)
        for number, page in enumerate(pages):
            self._draw_page(pen, page, number, len(pages))
        spots = tuple(Spot(*spot) for spot in pen.spots)
        return Drawn(pen.finished(), len(pages), spots)

    def _paragraphs(self, words: str, role: type_.Role, before: float) -> None:
        for paragraph in words.splitlines():
            if paragraph.strip():
                self._blocks.append(Words(paragraph.strip(), role, before=before))

    def _letterhead_height(self) -> float:
        face = self._face
        right = self._mark_width() + 12 if self._mark else 0.0
        name = len(face.lines(self._letterhead.name, WIDTH - 44 - right, type_.NAME)) * face.lead(type_.NAME)
        return max(name + len(self._letterhead.lines) * face.lead(type_.NOTE) + 13.5, 45.0)

    def _mark_width(self) -> float:
        face = self._face
        return face.width(face.plain(self._mark.words), type_.TILE) + 12 if self._mark else 0.0

    def _draw_page(self, pen: Pen, page: list[Placed], number: int, pages: int) -> None:
        if number == 0 and self._letterhead.name:
            self._draw_letterhead(pen)
        elif number:
            pen.words(self._running, LEFT, TOP + pen.base(type_.EDGE) + 2, type_.EDGE)
        if self._mark:
            self._draw_mark(pen, self._mark)
        for placed in page:
            placed.block.draw(pen, placed.top)
        self._draw_foot(pen, number, pages)
        pen.turn()

    def _draw_letterhead(self, pen: Pen) -> None:
        face, x = self._face, LEFT
        high = self._letterhead_height()
        if self._letterhead.logo:
            logo = min(14 * MM, high - 13.5)
            x += pen.picture(self._letterhead.logo, LEFT, TOP, logo) + 9
        right = self._mark_width() + 12 if self._mark else 0.0
        y = pen.lines(face.lines(self._letterhead.name, RIGHT - x - right, type_.NAME), x, TOP, type_.NAME)
        pen.lines(list(self._letterhead.lines), x, y, type_.NOTE)
        pen.rule(LEFT, RIGHT, TOP + high - 6.5, 0.4, type_.HAIR)

    def _draw_mark(self, pen: Pen, mark: ProfileMark) -> None:
        width, high = self._mark_width(), self._face.lead(type_.TILE) + 5
        fill, colour = (type_.ACCENT, type_.WHITE) if mark.filled else ("", type_.ACCENT)
        pen.box(RIGHT - width, TOP, width, high, fill=fill, edge=type_.ACCENT)
        pen.words(mark.words, RIGHT - width + 6, TOP + 2.5 + pen.base(type_.TILE), type_.TILE, colour=colour)

    def _draw_foot(self, pen: Pen, number: int, pages: int) -> None:
        lead = self._face.lead(type_.EDGE)
        top = 283 * MM - 18 * (self._face.scale - 1)
        pen.rule(LEFT, RIGHT, top - 4.5, 0.4, type_.HAIR)
        page = self.language.say(N_("page {page} of {pages}"), page=number + 1, pages=pages)
        base = top + pen.base(type_.EDGE)
        used = pen.words(page, RIGHT, base, type_.EDGE, right=True)
        for line, words in enumerate(self._face.lines(self._foot.words, WIDTH - used - 12, type_.EDGE)[:2]):
            pen.words(words, LEFT, base + line * lead, type_.EDGE)
            under = line + 1
        pen.words(self._foot.record_mark, LEFT, base + under * lead, type_.EDGE)
        pen.words(self._foot.note, RIGHT, base + lead, type_.EDGE, right=True)
