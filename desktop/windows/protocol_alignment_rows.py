"""How a provision stands in the table of alignment: number, title, what it rests on, its state, what is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from desktop.centre import Centre
from desktop.language import N_, _, chosen
from desktop.protocol.alignments import NOT_IN_LINE, AlignmentRow, AlignmentTable
from desktop.protocol.sheet import VersionSheet
from desktop.protocol.spoken import DOT, holder_words, limit_of
from desktop.records.alignment import ALIGNMENTS
from desktop.serbian import in_latin
from desktop.windows.pill import CLOSED, GOOD, MISSING, MUST_NOT, NOT_YET, PARTLY, Sign
from desktop.windows.table import Cell, Sort, TableColumn

COLUMNS = (
    TableColumn("number", N_("Number"), "key", signs=5),
    TableColumn("title", N_("Provision of the local protocol"), "head", signs=20, stretch=3),
    TableColumn("basis", N_("Basis"), "text", signs=18, stretch=2, leaves=2),
    TableColumn("state", N_("Alignment"), "pill", signs=23),
    TableColumn("needed", N_("What is still needed"), "text", signs=20, stretch=4, leaves=1),
)
SIGNS: dict[str, Sign] = {
    "": NOT_YET, "matched": GOOD, "partly": PARTLY, "missing": MISSING, "contradicts": MUST_NOT, "apart": CLOSED,
}  # fmt: skip
DIGITS = {"1": "matched", "2": "partly", "3": "missing", "4": "contradicts", "5": "apart", "0": ""}
"""What the digits answer."""
NOT_ANSWERED = N_("No provision answers to it")
ALL, NOT_YET_IN_LINE = "all", "not_in_line"
LONGEST = 90


@dataclass
class AlignmentSource:
    """The rows of the version on show."""

    centre: Centre
    table: AlignmentTable = field(default_factory=lambda: AlignmentTable(()))

    def ids(self, query: tuple[UUID, str], sort: Sort) -> Sequence[UUID]:
        """Those that the filter lets through: all, what is not in line, or one state."""
        version_id, which = query
        self.table = self.centre.alignments.of(version_id)
        return [row_id(row) for row in self.table.rows if _passes(row, which)]

    def rows(self, ids: Sequence[Any]) -> Mapping[Any, AlignmentRow]:
        """These of them."""
        wanted = set(ids)
        return {row_id(row): row for row in self.table.rows if row_id(row) in wanted}

    def row(self, identifier: object) -> AlignmentRow | None:
        """The row of that provision or point."""
        return next((row for row in self.table.rows if row_id(row) == identifier), None)


def row_id(row: AlignmentRow) -> UUID:
    """By which a row is known: its provision, or else its point."""
    provision, point = row.key
    found = provision or point
    assert found is not None
    return found


def cells(row: AlignmentRow, hidden: frozenset[str], sheet: VersionSheet | None) -> Mapping[str, Cell]:
    """The cells of one row; what left a narrow list becomes the second line."""
    title, second = names_of(row, sheet)
    basis, needed = in_letters(DOT.join(row.cited)), in_letters(" ".join(row.needed))
    left = [words for key, words in (("basis", basis), ("needed", needed)) if key in hidden and words]
    return {
        "number": Cell(row.number or "–"),
        "title": Cell(title, DOT.join(left) if left else second),
        "basis": Cell(basis),
        "state": Cell(_(ALIGNMENTS[row.state]), sign=SIGNS[row.state]),
        "needed": Cell(needed),
    }


def names_of(row: AlignmentRow, sheet: VersionSheet | None) -> tuple[str, str]:
    """What the row is about, and a second line: whom the provision binds within what time, or that none answers."""
    speak = chosen()
    if row.provision is None:
        point = row.point
        said = in_letters(point.title or _begins(point.text)) if point else ""
        return said or _(NOT_ANSWERED), _(NOT_ANSWERED)
    title, text = row.provision.said(speak.locale, sheet.protocol.language if sheet else "")
    holders = in_letters(holder_words(row.provision, speak))
    second = DOT.join(filter(None, (holders, limit_of(row.provision.provision, speak))))
    return title or _begins(text), second or (_begins(text) if title else "")


def in_letters(words: str) -> str:
    """What somebody typed, as the screen's language writes it: Serbian Latin has no Cyrillic letters."""
    return in_latin(words) if chosen().locale == "sr_Latn" else words


def _begins(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rstrip()}…"


def _passes(row: AlignmentRow, which: str) -> bool:
    if which == NOT_YET_IN_LINE:
        return row.state in NOT_IN_LINE
    return which in {ALL, row.state}
