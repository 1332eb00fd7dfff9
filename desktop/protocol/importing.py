"""Opens a file that somebody brings, and tells what provisions it holds; nothing is kept yet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.language import N_
from desktop.problems import Problem
from desktop.protocol.reading import Read
from desktop.protocol.reading_lines import count_numbers, read_lines
from desktop.protocol.reading_rows import number_column, read_rows
from desktop.spreadsheets.apart import read_file
from desktop.spreadsheets.letters import looks_doubled
from desktop.spreadsheets.sheets import Book, Cell

SPOILT = N_("Letters of this file were spoilt before it was saved. Ask for it once more.")


def read_provisions(path: Path, encoding: str = "") -> Read:
    """The chapters and provisions of a DOCX, XLSX, ODS, CSV or plain text.

    Args:
        path: Where the file lies.
        encoding: Of a text: which encoding somebody chose; empty finds it.

    Raises:
        Problem: It cannot be read, or nothing in it is numbered.
    """
    return provisions_in(read_file(path, encoding, whole=True))


def provisions_in(book: Book) -> Read:
    """The same of a file that was opened: of its paragraphs or of its tables, whichever is numbered more."""
    if any(looks_doubled(each.text) for each in book.paragraphs[:200]):
        raise Problem(SPOILT)
    rows = _numbered_rows(book)
    if book.paragraphs and (not rows or count_numbers(book.paragraphs) > len(rows)):
        return read_lines(book.paragraphs, book.encodings)
    return read_rows(rows, book.encodings)


def _numbered_rows(book: Book) -> Sequence[Sequence[Cell]]:
    """The rows of every table that has a column of numbers, in order."""
    return [row for sheet in book.sheets if not sheet.hidden and number_column(sheet.rows) is not None
            for row in sheet.rows]  # fmt: skip
