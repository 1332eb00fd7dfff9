"""A document that others edit further (DOCX): told with the same verbs as a `Sheet`, written as word processors expect.

    letter = Letter(language, title="Agenda", made=moment, letterhead=Letterhead(...), foot=Foot(...), running="...")
    letter.heading("Agenda", facts=("2026-11-06", "No PM-2026-11", "Kretinga"))
    letter.facts_list([Fact("When", "...")])
    letter.section("1. What went well")         # and subsection, text, note, item, conclusion
    letter.table(Table(...))                    # desktop.paper.cells, its head repeated on every page
    letter.signatories([Signatory("Prosecutor's office", "Name")])
    file = letter.written()                     # bytes; the same calls give the same bytes

Headings are real headings, page numbers are fields, the language is set for whoever checks the spelling. Nothing is
ever a field, a link or mark-up because of what a person typed. An editable document carries no seal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from desktop.language import N_, Language
from desktop.paper import face as type_
from desktop.paper.cells import ALARM, QUIET, STRONG, Cell, Column, Row, Table, text
from desktop.paper.columns import written
from desktop.paper.edges import Foot, Letterhead
from desktop.paper.face import Role, written_in
from desktop.paper.facts import Fact
from desktop.paper.letter_styles import (
    add_field,
    add_styles,
    begin,
    kept_file,
    row_rules,
    rule,
    set_cell,
    set_role,
    set_width,
)
from desktop.paper.pen import MM, WIDTH
from desktop.paper.signatories import COLUMNS, CONTEXT, HEADS, ROW, Signatory

INDENT = 12.0
"""How far a conclusion stands from its bar, and a sub-row from its row."""


class Letter:
    """An editable document being written: tell it block by block, then take the file."""

    def __init__(
        self,
        language: Language,
        *,
        title: str,
        made: datetime,
        letterhead: Letterhead | None = None,
        foot: Foot | None = None,
        running: str = "",
    ) -> None:
        """Begin a document; `title` names it in the file, `running` heads the later pages."""
        self.language = language
        self._made = made
        self._file: Any = begin(language, written_in(title, language), made)
        add_styles(self._file, language)
        self._edges(letterhead or Letterhead(), foot or Foot(), running)

    def heading(self, title: str, facts: Iterable[str] = ()) -> None:
        """The title with its line of date, number and place (in Serbian above it, one below the other)."""
        facts = tuple(facts)
        if self.language.locale.startswith("sr"):
            for fact in facts:
                self._words(fact, "Normal").paragraph_format.keep_with_next = True
            self._words(title, "Heading 1")
        else:
            self._words(title, "Heading 1")
            if facts:
                self._words("\u00a0\u00a0\u00a0 ".join(facts), "Normal")

    def lead(self, words: str) -> None:
        """Two to four lines that open the document."""
        self._paragraphs(words, "Lead")

    def section(self, words: str) -> None:
        """A section's heading."""
        self._words(words, "Heading 2")

    def subsection(self, words: str) -> None:
        """A heading within a section."""
        self._words(words, "Heading 3")

    def text(self, words: str, *, company: bool = False) -> None:
        """Running text; a new line begins a new paragraph. `company`: it does not begin a page alone."""
        self._join(company)
        self._paragraphs(words, "Normal")

    def note(self, words: str, *, company: bool = False) -> None:
        """A small grey note; `company`: as of a text."""
        self._join(company)
        self._paragraphs(words, "Note")

    def item(self, words: str, *, begins: time | None = None, minutes: int | None = None, told: str = "") -> None:
        """The heading of a meeting's item under a rule, its clock time and minutes at the right; then what is told."""
        heading = self._words(words, "Heading 2")
        rule(heading, "top", 0.9)
        times = [] if begins is None else [self.language.clock(begins)]
        times += [] if minutes is None else [self.language.minutes(minutes)]
        if times:
            heading.paragraph_format.tab_stops.add_tab_stop(round(WIDTH * 12700), _right())
            run = heading.add_run("\t" + "  ".join(times))
            set_role(run.font, type_.NOTE)
        if told:
            self.text(told)

    def conclusion(self, heading: str, words: str, table: Table | None = None) -> None:
        """What was concluded, beside an accent bar, and its table under it."""
        first = self._words(heading, "Conclusion")
        first.paragraph_format.keep_with_next = True
        for run in first.runs:
            set_role(run.font, type_.CONCLUSION)
        self._paragraphs(words, "Conclusion")
        if table and table.rows:
            self.table(table)

    def facts_list(self, facts: Iterable[Fact]) -> None:
        """Labels and their answers, one below the other."""
        rows = tuple(
            Row((text(fact.label, tone=QUIET), text(fact.words, tone=STRONG if fact.strong else ""))) for fact in facts
        )
        if rows:
            self.table(Table("", "", (Column("", width=1.2), Column("")), rows, ruled=False), hairs=False)

    def table(self, table: Table, *, hairs: bool = True) -> None:
        """A table with its title, unit and notes; rules, not boxes."""
        if table.title:
            self._words(table.title, "Heading 3")
        if table.unit:
            self._words(table.unit, "Note").paragraph_format.keep_with_next = True
        if any(column.head for column in table.columns):
            heads: list[Row] = [Row(tuple(text(column.head, tone=STRONG) for column in table.columns))]
        else:
            heads = []
        lines = [*heads, *table.rows]
        grid = self._file.add_table(len(lines), len(table.columns))
        set_width(grid, _widths(table.columns), table.title)
        for number, (row, line) in enumerate(zip(lines, grid.rows, strict=True)):
            head = number < len(heads)
            for cell, column, place in zip(row.cells, table.columns, line.cells, strict=True):
                said = written(cell, self.language)
                set_cell(place, self._plain(said), _role(cell, row), right=column.numbers, indent=_indent(row, cell))
                if hairs or head:
                    rule(place, "bottom", 0.5 if head else 0.4, type_.INK if head else type_.HAIR)
                if not number and table.ruled:
                    rule(place, "top", 0.9)
            row_rules(line, repeats=head)
        self._after(table.notes)

    def grid(self, rows: int, columns: int) -> Any:
        """An empty table at the end, for what is no table of cells."""
        return self._file.add_table(rows, columns)

    def signatories(self, signatories: Iterable[Signatory]) -> None:
        """A table for those who sign: role, signature, name, date."""
        rows = tuple(signatories)
        grid = self._file.add_table(len(rows) + 1, len(HEADS))
        set_width(grid, COLUMNS, "")
        heads = (self.language.pgettext(CONTEXT, head) for head in HEADS)
        for head, place in zip(heads, grid.rows[0].cells, strict=True):
            set_cell(place, head, type_.HEAD)
            rule(place, "top", 0.9)
            rule(place, "bottom", 0.5, type_.INK)
        row_rules(grid.rows[0], repeats=True)
        for who, line in zip(rows, tuple(grid.rows)[1:], strict=True):
            cells = ((who.role, type_.CELL), ("", type_.CELL), (who.name, type_.HEAD), (who.date, type_.NOTE))
            for (words, role), place in zip(cells, line.cells, strict=True):
                set_cell(place, self._plain(words), role)
                rule(place, "bottom", 0.4, type_.HAIR)
            row_rules(line, least=ROW)
        self._after(())

    def _join(self, company: bool) -> None:
        """Keep what comes next on the page of the last paragraph."""
        if company and self._file.paragraphs:
            self._file.paragraphs[-1].paragraph_format.keep_with_next = True

    def _plain(self, words: str) -> str:
        return written_in(words, self.language)

    def written(self) -> bytes:
        """The finished file."""
        return kept_file(self._file, self._made)

    def _paragraphs(self, words: str, style: str) -> None:
        for paragraph in words.splitlines():
            if paragraph.strip():
                self._words(paragraph.strip(), style)

    def _words(self, words: str, style: str) -> Any:
        return self._file.add_paragraph(self._plain(words), style=style)

    def _after(self, notes: tuple[str, ...]) -> None:
        """The notes of a table, or the little space without which two tables would become one."""
        for note in notes:
            self._words(note, "Note")
        if not notes:
            self._words("", "Note")

    def _edges(self, letterhead: Letterhead, foot: Foot, running: str) -> None:
        part = self._file.sections[0]
        part.different_first_page_header_footer = True
        top = part.first_page_header.paragraphs[0]
        top.text, top.style = self._plain(letterhead.name), self._file.styles["Letterhead"]
        last = top
        for line in letterhead.lines:
            last = part.first_page_header.add_paragraph(self._plain(line), style="Note")
        if letterhead.name:
            rule(last, "bottom", 0.4, type_.HAIR)
        part.header.paragraphs[0].text = self._plain(running)
        part.header.paragraphs[0].style = self._file.styles["Edge"]
        for place in (part.first_page_footer, part.footer):
            self._foot(place, foot)

    def _foot(self, place: Any, foot: Foot) -> None:
        line = place.paragraphs[0]
        line.style = self._file.styles["Edge"]
        rule(line, "top", 0.4, type_.HAIR)
        line.paragraph_format.tab_stops.add_tab_stop(round(WIDTH * 12700), _right())
        line.add_run(self._plain(foot.words) + (" · " if foot.words and foot.receiver else ""))
        set_role(line.add_run(self._plain(foot.receiver)).font, type_.TILE)
        line.add_run("\t")
        said = self.language.say(N_("page {page} of {pages}"), page="\x00", pages="\x01")
        for piece in said.replace("\x00", "|PAGE|").replace("\x01", "|NUMPAGES|").split("|"):
            if piece in ("PAGE", "NUMPAGES"):
                add_field(line, piece)
            else:
                line.add_run(piece)
        for words in filter(None, (foot.record_mark, foot.note)):
            place.add_paragraph(self._plain(words), style="Edge")


def _right() -> Any:
    from docx.enum.text import WD_TAB_ALIGNMENT

    return WD_TAB_ALIGNMENT.RIGHT


def _role(cell: Cell, row: Row) -> Role:
    role = type_.HEAD if row.total or cell.tone == STRONG else type_.CELL
    if cell.tone == ALARM:
        return replace(type_.HEAD, colour=type_.RED)
    return replace(role, colour=type_.GREY) if cell.tone == QUIET else role


def _indent(row: Row, cell: Cell) -> float:
    return INDENT if row.indent and cell is row.cells[0] else 0.0


def _widths(columns: tuple[Column, ...]) -> tuple[float, ...]:
    """The widths in points: those asked for, figures by the grid, words sharing what is left."""
    fixed = [column.width or (0.8 if column.numbers else 0.0) for column in columns]
    used = sum(fixed) * 28.2 * MM
    words = fixed.count(0.0)
    if used > WIDTH * 0.8 or not words:
        share = WIDTH / (sum(fixed) + words) if words else WIDTH / sum(fixed)
        return tuple((each or 1.0) * share for each in fixed)
    return tuple(each * 28.2 * MM or (WIDTH - used) / words for each in fixed)
