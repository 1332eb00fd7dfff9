"""What institutions write into the table that was sent out: read back by the number of the provision.

The file comes from elsewhere and is read in a process of its own. Columns may have changed places, cells may be joined
downwards, words may stand before a number; what is not understood is listed, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from desktop.language import LOCALES, N_, Language
from desktop.problems import Problem
from desktop.records.typed_text import clean
from desktop.spreadsheets.apart import read_bytes, read_file
from desktop.spreadsheets.sheets import Book, Cell, RawSheet

NUMBER, PROVISION, PROPOSED, COMMENT = HEADS = (
    N_("No"), N_("Provision"), N_("Proposed"), N_("Comment of the institution"),
)  # fmt: skip
"""What stands over the columns of the table that is sent out, in their order."""
HEAD_ROWS = 5
"""Among so many first rows of a table its head is looked for."""
_NUMBER = re.compile(r"\d+[\w.]*")

Known = Mapping[str, tuple[UUID | None, UUID | None]]
"""Numbers of provisions, each with the provision, or with the change that proposes it as a new one."""


@dataclass(frozen=True)
class ReturnedComment:
    """One row of the table with something to say."""

    number: str
    """As it stands in the version; where it is unknown, as it stands in the file."""
    text: str
    provision_id: UUID | None = None
    change_id: UUID | None = None


@dataclass(frozen=True)
class Returned:
    """What came back."""

    known: tuple[ReturnedComment, ...]
    unknown: tuple[ReturnedComment, ...]
    """Comments beside a number that the version has not."""
    silent: int
    """Provisions without a comment."""


def read_returned(came: Path | bytes, known: Known) -> Returned:
    """The comments of a returned file; a Problem if it cannot be read, or no such table is in it."""
    book = read_bytes(came) if isinstance(came, bytes) else read_file(came)
    return comments_in(book, known)


def comments_in(book: Book, known: Known) -> Returned:
    """The comments of every table in which numbers and comments are found."""
    numbers = {_bare(number): number for number in known}
    found: list[ReturnedComment] = []
    unknown: list[ReturnedComment] = []
    silent, read = 0, False
    for sheet in book.sheets:
        columns = _columns(sheet, numbers)
        if columns is None:
            continue
        read = True
        for written, text in _rows(sheet, *columns):
            number = numbers.get(_bare(written)) or numbers.get(_within(written))
            if not text:
                silent += number is not None
            elif number is None:
                unknown.append(ReturnedComment(written, text))
            else:
                found.append(ReturnedComment(number, text, *known[number]))
    if not read:
        raise Problem(N_("The table that was sent out is not in this file. It has columns for number and comment."))
    return Returned(tuple(found), tuple(unknown), silent)


def _rows(sheet: RawSheet, head: int, number: int, comment: int) -> list[tuple[str, str]]:
    """Number and comment of each row under the head; a row without a number belongs to the one above."""
    found: list[tuple[str, str]] = []
    for row in sheet.rows[head + 1 :]:
        written, text = _words(row, number), clean(_words(row, comment))
        if written or not found:
            found.append((written, text))
        elif text:
            above, said = found[-1]
            found[-1] = above, f"{said}\n{text}" if said else text
    return [(written, text) for written, text in found if written or text]


def _columns(sheet: RawSheet, numbers: Mapping[str, str]) -> tuple[int, int, int] | None:
    """The row of the head, the column of numbers and that of comments; None if it is another table."""
    for place, row in enumerate(sheet.rows[:HEAD_ROWS]):
        number, comment = _headed(row, NUMBER), _headed(row, COMMENT)
        if number is not None and comment is not None:
            return place, number, comment
    return _headless(sheet, numbers)


def _headed(row: tuple[Cell, ...], head: str) -> int | None:
    """Under which column the head stands, in whichever language the table was sent."""
    wanted = {_bare(Language(locale).say(head)) for locale in LOCALES}
    return next((place for place in range(len(row)) if _bare(_words(row, place)) in wanted), None)


def _headless(sheet: RawSheet, numbers: Mapping[str, str]) -> tuple[int, int, int] | None:
    """A table whose head was lost but whose columns are those that were sent: numbers first, comments last."""
    wide = max((len(row) for row in sheet.rows), default=0)
    hits = sum(_bare(_words(row, 0)) in numbers for row in sheet.rows)
    if wide < len(HEADS) or not hits or hits * 2 < sum(bool(_words(row, 0)) for row in sheet.rows):
        return None
    return -1, 0, len(HEADS) - 1


def _words(row: tuple[Cell, ...], place: int) -> str:
    cell = row[place] if place < len(row) else None
    if cell is None:
        return ""
    return f"{cell:g}" if isinstance(cell, float) else str(cell).strip()


def _bare(written: str) -> str:
    """Without what people add around a number or a head: spaces, a full stop at the end, capitals."""
    return " ".join(written.split()).rstrip(".: ").casefold()


def _within(written: str) -> str:
    """The number in "Article 4." or "4 str."; empty where there are several."""
    found = _NUMBER.findall(written)
    return _bare(found[0]) if len(found) == 1 else ""
