"""The table of two texts side by side in an editable document: the same signs as on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from desktop.language import Language
from desktop.paper import face as type_
from desktop.paper.compared import FIRST, Compared, ComparedRow, Paragraph, bracketed
from desktop.paper.face import CELL, HEAD, NOTE, written_in
from desktop.paper.letter import Letter
from desktop.paper.letter_styles import row_rules, rule, set_cell, set_role, set_width
from desktop.paper.pen import WIDTH


def add_compared(letter: Letter, table: Compared, title: str) -> None:
    """Put the table at the end of the document; `title` is what is read aloud for it."""
    grid = letter.grid(1 + len(table.rows), 3)
    set_width(grid, (FIRST, (WIDTH - FIRST) / 2, WIDTH - FIRST - (WIDTH - FIRST) / 2), title)
    heads = grid.rows[0]
    for place, head in zip(heads.cells, table.heads, strict=True):
        set_cell(place, written_in(head, letter.language), HEAD)
        rule(place, "top", 0.9)
        rule(place, "bottom", 0.5, type_.INK)
    row_rules(heads, repeats=True)
    for row, line in zip(table.rows, tuple(grid.rows)[1:], strict=True):
        _row(row, line, letter.language)


def _row(row: ComparedRow, line: Any, language: Language) -> None:
    if row.folded:
        whole = line.cells[0].merge(line.cells[2])
        set_cell(whole, written_in(row.folded, language), NOTE)
        rule(whole, "bottom", 0.4, type_.HAIR)
        return
    first, old, new = line.cells
    set_cell(first, written_in(row.number, language), HEAD)
    state = first.add_paragraph()
    set_role(state.add_run(written_in(row.state, language)).font, NOTE)
    for place, paragraphs in ((old, row.old), (new, row.new)):
        _write(place, paragraphs, language)
    for place in line.cells:
        rule(place, "bottom", 0.4, type_.HAIR)


def _write(place: Any, paragraphs: Iterable[Paragraph], language: Language) -> None:
    for number, paragraph in enumerate(paragraphs):
        told = place.paragraphs[0] if not number else place.add_paragraph()
        for mark in paragraph.marks:
            heavy = paragraph.strong or mark.kind == "inserted"
            role = replace(HEAD if heavy else CELL, colour=type_.GREY if mark.kind == "removed" else type_.INK)
            font = told.add_run(written_in(bracketed(mark), language)).font
            set_role(font, role)
            font.strike, font.underline = mark.kind == "removed", mark.kind == "inserted"
