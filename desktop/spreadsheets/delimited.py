"""Texts with a separator between cells: CSV, TSV, a table copied from another program."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from desktop.language import N_
from desktop.problems import Problem
from desktop.spreadsheets.archive import NOT_A_LIST, TOO_BIG
from desktop.spreadsheets.letters import decoded
from desktop.spreadsheets.sheets import LONGEST_PARAGRAPH, MOST_ROWS, Book, Cell, Paragraph, RawSheet, checked

LETTERS = N_("The letters of this file cannot be read. Save it as UTF-8 or XLSX.")
_SEPARATORS = "\t;,|"
_LOOKED_AT = 200
_NAMED = re.compile(r"sep=(.)\r?\n", re.I)


def read_text(content: bytes, encoding: str = "", *, whole: bool = False) -> Book:
    """The book of a text file: one sheet, and its lines if the `whole` of it is wanted.

    `encoding` is what somebody chose, else it is found.

    Raises:
        Problem: It is no text, or of letters that no encoding of these languages has.
    """
    try:
        text, encodings = decoded(content, encoding)
    except (ValueError, LookupError) as error:
        raise Problem(
            N_("The letters of this file cannot be read. Save it as UTF-8 or XLSX.")
            if _is_text(content)
            else NOT_A_LIST
        ) from error
    if "\0" in text:
        raise Problem(NOT_A_LIST)
    named = _NAMED.match(text)
    separator = named[1] if named else _separator(text)
    body = text[named.end() :] if named else text
    sheet = checked(RawSheet("", _rows(body, separator)))
    return Book("CSV", (sheet,), encodings, paragraphs=_lines(body) if whole else ())


def _lines(text: str) -> tuple[Paragraph, ...]:
    lines = [line.strip() for line in text.splitlines()]
    if max(map(len, lines), default=0) > LONGEST_PARAGRAPH or len(lines) > 2 * MOST_ROWS:
        raise Problem(TOO_BIG)
    return tuple(Paragraph(line) for line in lines if line)


def _is_text(content: bytes) -> bool:
    """Whether these are letters of some kind rather than a picture or a program."""
    some = content[:4096]
    return b"\0" not in some and sum(byte < 32 and byte not in b"\t\r\n\f" for byte in some) < len(some) / 100


def _rows(text: str, separator: str) -> tuple[tuple[Cell, ...], ...]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        read = list(csv.reader(io.StringIO(lines, newline=""), delimiter=separator))
    except csv.Error as error:
        raise Problem(NOT_A_LIST) from error
    return tuple(tuple(cell.strip() or None for cell in row) for row in read)


def _separator(text: str) -> str:
    """What stands between the cells: what cuts most lines into the same number of pieces, more than one."""
    lines = "\n".join(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[:_LOOKED_AT])
    weights = {}
    for separator in _SEPARATORS:
        try:
            widths = Counter(len(row) for row in csv.reader(io.StringIO(lines), delimiter=separator) if any(row))
        except csv.Error:
            continue
        width, often = max(widths.items(), key=lambda each: (each[0] > 1, each[1]), default=(1, 0))
        weights[separator] = often * (1 + 0.1 * min(width, 10)) if width > 1 else 0
    return max(_SEPARATORS, key=lambda separator: (weights.get(separator, 0), -_SEPARATORS.index(separator)))
