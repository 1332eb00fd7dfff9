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
    sheet.side_by_side([Table(...), Table(...), Bars(...)])             # two in a row where both are narrow
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

from desktop.language import Language
from desktop.paper import face as type_
from desktop.paper.blocks import Block, Facts, KeyFigure, KeyFigures, Signature, Signatures, Words
from desktop.paper.cells import Table
from desktop.paper.charts import Chart
from desktop.paper.edges import Edges, Foot, Letterhead, ProfileMark
from desktop.paper.face import Face
from desktop.paper.flow import Placed, pages_of
from desktop.paper.pairs import Piece, beside_each_other, whole
from desktop.paper.pen import Pen

__all__ = ["Drawn", "Foot", "KeyFigure", "Letterhead", "ProfileMark", "Sheet", "Signature", "Spot"]


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
        self._face = Face(language, large=large)
        self._edges = Edges(self._face, letterhead or Letterhead(), mark, running, foot or Foot())
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
        self._blocks += KeyFigures.rows(tuple(figures), self._face)

    def section(self, words: str, *, new_page: bool = False) -> None:
        """A section's heading; also a bookmark of the file."""
        heading = Words(words, type_.SECTION, before=22.5, below=type_.STEP, keeps=True, level=1, turns=new_page)
        self._blocks.append(heading)

    def subsection(self, words: str, *, below: float = 0.0) -> None:
        """A heading within a section, with so much empty space under it."""
        self._blocks.append(Words(words, type_.SUBSECTION, before=13.5, below=below, keeps=True))

    def text(self, words: str) -> None:
        """Running text; a new line begins a new paragraph."""
        self._paragraphs(words, type_.TEXT, type_.STEP)

    def note(self, words: str, *, only_here: bool = False) -> None:
        """A small grey note; `only_here`: left out where it would need another page."""
        before, pages = list(self._blocks), self.pages if only_here else 0
        self._paragraphs(words, type_.NOTE, type_.STEP)
        if only_here and self.pages > pages:
            self._blocks = before

    def table(self, table: Table) -> None:
        """A table with its title, unit and notes."""
        self._blocks.append(whole(table, self._face))

    def chart(self, chart: Chart) -> None:
        """A chart with its title, unit and notes."""
        self._blocks.append(whole(chart, self._face))

    def side_by_side(self, pieces: Iterable[Piece]) -> None:
        """Tables and charts in their order, two beside each other where both are narrow enough."""
        self._blocks += beside_each_other(tuple(pieces), self._face)

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

    @property
    def pages(self) -> int:
        """How many pages it has so far."""
        return len(self._laid())

    def _laid(self) -> list[list[Placed]]:
        edges = self._edges
        return pages_of(self._blocks, self._face, edges.first_top, edges.later_top, edges.bottom)

    def draw(self) -> Drawn:
        """The finished file."""
        pen, edges, pages = Pen(self._face, self.title, self._made), self._edges, self._laid()
        for number, page in enumerate(pages):
            edges.draw_head(pen, number)
            for placed in page:
                placed.block.draw(pen, placed.top)
            edges.draw_foot(pen, number, len(pages))
            pen.turn()
        spots = tuple(Spot(*spot) for spot in pen.spots)
        return Drawn(pen.finished(), len(pages), spots)

    def _paragraphs(self, words: str, role: type_.Role, before: float) -> None:
        for paragraph in words.splitlines():
            if paragraph.strip():
                self._blocks.append(Words(paragraph.strip(), role, before=before))
