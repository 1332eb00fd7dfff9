"""A document on paper: told block by block, drawn as PDF bytes.

How to use it, whatever is printed (all words come in already said in the document's language; nothing is mark-up, a name
such as `<b>` or `&` is printed as it stands):

    sheet = Sheet(language, title="Monthly summary, October 2026", made=moment, letterhead=Letterhead("Centre", ("Street 1",)),
                  mark=ProfileMark("Exact figures · for the receiver only", filled=True), running="Centre · Monthly summary",
                  foot=Foot("SV-2026-10 · Monthly summary · Receiver: ...", record_mark="Record mark: dew · mill · ..."))
    sheet.heading("Monthly summary, October 2026", facts=("9 November 2026", "Kretinga", "No SV-2026-10"))
    sheet.lead("In October the centre received ...")
    sheet.key_figures([KeyFigure("127", "notices received", "September 119, change +8", key="received")])
    sheet.section("Received")                         # H2, also a bookmark
    sheet.subsection("..."); sheet.text("..."); sheet.note("...")
    sheet.table(Table(title, unit, columns, rows, notes))        # desktop.paper.cells
    sheet.chart(Columns(...) | Bars(...) | Shares(...) | Line(...))   # desktop.paper.charts
    sheet.signatures([Signature("PREPARED BY", "Statistics", "Name", stamp=("Signed digitally", "2026-11-09 14:32"), date="2026-11-09")])
    sheet.seal_text("What the digital seal shows", ["The digital seal shows ...", "How to check ..."])
    drawn = sheet.draw()          # Drawn(pdf: bytes, pages: int, spots: tuple[Spot(page, x, y, width, height, key), ...])

`page` counts from 0; `x`, `y` are points from the top left corner of the page, y downwards. The same calls give the same
bytes: the only time in the file is `made`, which is handed in. Raises `Problem` when a sign is missing from the font.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from desktop.language import Language
from desktop.paper.cells import Table
from desktop.paper.charts import Chart


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
class KeyFigure:
    """One large figure with its words and what it is a part of."""

    value: str
    words: str
    base: str = ""
    key: str = ""


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
class Spot:
    """Where a figure lies on a page, so that it can be clicked in a preview."""

    page: int
    x: float
    y: float
    width: float
    height: float
    key: str


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
        raise NotImplementedError

    def heading(self, title: str, facts: Iterable[str] = ()) -> None:
        """The title with its line of date, number and place (in Serbian above it, one below the other)."""

    def lead(self, words: str) -> None:
        """Two to four lines that open the document."""

    def key_figures(self, figures: Iterable[KeyFigure]) -> None:
        """A row of large figures."""

    def section(self, words: str) -> None:
        """A section's heading; also a bookmark of the file."""

    def subsection(self, words: str) -> None:
        """A heading within a section."""

    def text(self, words: str) -> None:
        """A paragraph of running text."""

    def note(self, words: str) -> None:
        """A small grey note."""

    def table(self, table: Table) -> None:
        """A table with its title, unit and notes."""

    def chart(self, chart: Chart) -> None:
        """A chart with its title, unit and notes."""

    def signatures(self, signatures: Iterable[Signature]) -> None:
        """Places to sign: two side by side, more as a table."""

    def seal_text(self, heading: str, paragraphs: Iterable[str]) -> None:
        """What the digital seal shows, in small type with its heading."""

    def draw(self) -> Drawn:
        """The finished file."""
        raise NotImplementedError
