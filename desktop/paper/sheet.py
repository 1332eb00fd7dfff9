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
    sheet.facts_list([Fact("When", "12 November 2026, 10:00–11:30", strong=True), Fact("Where", "...")])
    sheet.item("1. What went well", begins=time(10), minutes=15)      # a bookmark; its table with ruled=False
    sheet.conclusion("Conclusion", "Article 12 is completed: ...", Table(...))
    sheet.signatories([Signatory("District prosecutor's office, chair", "Name", field="Signature 1")])
    sheet.seal_text("What the digital seal shows", ["The digital seal shows ...", "How to check ..."])
    drawn = sheet.draw()      # Drawn(pdf, pages, spots: tuple[Spot(page, x, y, width, height, key), ...], fields)

A pack of several papers begins with a cover, and each of its parts with a page of its own:

    sheet.cover("Papers for the meeting", receiver="Receiver: ...", contents="Contents", note="2 items are not ...")
    sheet.part("Agenda")      # stands in the contents with its page; what follows is one level deeper in the bookmarks

`page` counts from 0; `x`, `y` are points from the top left corner of the page, y downwards. The same calls give the
same bytes: the only time in the file is `made`, which is handed in. A sign that the font lacks is a `Problem`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time

from desktop.language import Language
from desktop.paper import face as type_
from desktop.paper.blocks import Accompanied, Block, Facts, KeyFigure, KeyFigures, Signature, Signatures, Words
from desktop.paper.cells import Table
from desktop.paper.charts import Chart
from desktop.paper.conclusions import Conclusion
from desktop.paper.contents import Contents, PartHeading, with_numbers
from desktop.paper.edges import Edges, Foot, Letterhead, ProfileMark
from desktop.paper.face import Face
from desktop.paper.facts import Fact, FactsList
from desktop.paper.flow import Placed, pages_of
from desktop.paper.items import ItemHeading
from desktop.paper.pairs import Piece, beside_each_other, whole
from desktop.paper.pen import Pen
from desktop.paper.signatories import FIELD, Signatories, Signatory
from desktop.paper.signature_fields import Field

__all__ = [
    "Drawn", "Fact", "Field", "Foot", "KeyFigure", "Letterhead", "ProfileMark", "Sheet", "Signatory", "Signature",
    "Spot",
]  # fmt: skip


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
    fields: tuple[Field, ...] = ()
    """Where the signatories' table has room for signature fields; `sign` puts them into the sealed file."""


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
        self._depth = 1
        """Level of a section among the bookmarks."""

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
        heading = Words(words, type_.SECTION, before=22.5, below=type_.STEP, keeps=True, level=self._depth)
        self._blocks.append(replace(heading, turns=new_page))

    def cover(
        self,
        title: str,
        *,
        receiver: str,
        contents: str,
        facts: Iterable[str] = (),
        about: Iterable[Fact] = (),
        note: str = "",
    ) -> None:
        """The first page of a pack: title, whose copy it is, the facts of the meeting, the contents, and a note."""
        self.heading(title, facts)
        self._blocks.append(Words(receiver, type_.RECEIVER, before=9.0, below=type_.STEP))
        self.facts_list(about)
        self.section(contents)
        self._blocks.append(Contents(()))
        if note:
            self._blocks.append(Words(note, type_.TEXT, before=13.5))

    def part(self, title: str, facts: Iterable[str] = ()) -> None:
        """The title of a part of a pack: begins a page, and stands in the contents and among the bookmarks."""
        facts, self._depth = tuple(facts), 2
        self._blocks.append(PartHeading(title, type_.TITLE, below=type_.STEP, keeps=True, level=1, turns=True))
        self._blocks += [Facts(facts)] if facts else []

    def item(self, words: str, *, begins: time | None = None, minutes: int | None = None, told: str = "") -> None:
        """The heading of a meeting's item under an accent rule, its clock time and minutes at the right.

        `told`: all that is said under it, where that is a few words; it stands beside the heading.
        """
        clock = "" if begins is None else self.language.clock(begins)
        lasts = "" if minutes is None else self.language.minutes(minutes)
        self._blocks.append(ItemHeading(words, clock, lasts, self._depth, told, keeps=not told))

    def conclusion(self, heading: str, words: str, table: Table | None = None) -> None:
        """What was concluded, with its table of who does what until when, beside an accent bar."""
        self._blocks.append(Conclusion.of(heading, words, table, self._face))

    def facts_list(self, facts: Iterable[Fact]) -> None:
        """Labels and their answers: when, where, who is in the chair, who is invited."""
        kept = tuple(facts)
        self._blocks += [FactsList(kept)] if kept else []

    def subsection(self, words: str, *, below: float = 0.0) -> None:
        """A heading within a section, with so much empty space under it."""
        self._blocks.append(Words(words, type_.SUBSECTION, before=13.5, below=below, keeps=True))

    def text(self, words: str, *, company: bool = False) -> None:
        """Running text; a new line begins a new paragraph. `company`: it does not begin a page alone."""
        self._paragraphs(words, type_.TEXT, type_.STEP, company=company)

    def note(self, words: str, *, only_here: bool = False, company: bool = False) -> None:
        """A small grey note; `only_here`: left out where it would need another page; `company`: as of a text."""
        before, pages = list(self._blocks), self.pages if only_here else 0
        self._paragraphs(words, type_.NOTE, type_.STEP, company=company)
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

    def signatories(self, signatories: Iterable[Signatory]) -> None:
        """A table for more than two who sign, at most eight on a page."""
        self._blocks += Signatories.pages(tuple(signatories))

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
        titles = Contents.of(self._blocks)
        blocks: list[Block] = [titles if isinstance(block, Contents) else block for block in self._blocks]
        pages = pages_of(blocks, self._face, edges.first_top, edges.later_top, edges.bottom)
        return with_numbers(pages)

    def draw(self) -> Drawn:
        """The finished file."""
        pen, edges, pages = Pen(self._face, self.title, self._made), self._edges, self._laid()
        for number, page in enumerate(pages):
            edges.draw_head(pen, number)
            for placed in page:
                placed.block.draw(pen, placed.top)
            edges.draw_foot(pen, number, len(pages))
            pen.turn()
        spots = [Spot(*spot) for spot in pen.spots]
        fields = tuple(
            Field(spot.key.removeprefix(FIELD), spot.page, spot.x, spot.y, spot.width, spot.height)
            for spot in spots
            if spot.key.startswith(FIELD)
        )
        shown = tuple(spot for spot in spots if not spot.key.startswith(FIELD))
        return Drawn(pen.finished(), len(pages), shown, fields)

    def _paragraphs(self, words: str, role: type_.Role, before: float, *, company: bool = False) -> None:
        for paragraph in words.splitlines():
            if paragraph.strip():
                kind = Accompanied if company else Words
                self._blocks.append(kind(paragraph.strip(), role, before=before))
