"""How a provision stands in its list: number, title, whom it binds, its limit; chapters are titles between them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from desktop.language import N_, _, chosen
from desktop.protocol.sheet import ProvisionRow, VersionSheet
from desktop.protocol.spoken import DOT, basis_words, chapter_words, holder_words, limit_of
from desktop.windows.table import Cell, Sort, TableColumn

COLUMNS = (
    TableColumn("number", N_("Number"), "key", signs=5),
    TableColumn("title", N_("Provision"), "head", signs=20, stretch=3),
    TableColumn("holder", N_("Who is bound"), "text", signs=16, stretch=2, leaves=2),
    TableColumn("limit", N_("Time limit"), "text", signs=16, stretch=1, leaves=3),
    TableColumn("basis", N_("Basis"), "quiet", signs=14, stretch=1, leaves=1),
)
NO_CHAPTER = N_("Without a chapter")
CHAPTER = "chapter "
"""Before the identifier of a chapter among the rows."""
LONGEST = 90


@dataclass
class ProvisionSource:
    """The version on show, chapter by chapter."""

    sheet: VersionSheet | None = None
    _rows: dict[Hashable, ProvisionRow | str] = field(default_factory=dict)

    def ids(self, query: Any, sort: Sort) -> Sequence[Hashable]:
        """Every chapter, with its provisions under it."""
        self._rows = {}
        if self.sheet is None:
            return []
        own, speak = self.sheet.protocol.language, chosen()
        if alone := self.sheet.in_chapter(None):
            if self.sheet.chapters:
                self._rows[CHAPTER] = _(NO_CHAPTER)
            self._rows |= {row.provision.id: row for row in alone}
        for chapter in self.sheet.chapters:
            inside = self.sheet.in_chapter(chapter.id)
            if inside or self.sheet.version.is_open:
                self._rows[f"{CHAPTER}{chapter.id.hex}"] = chapter_words(chapter, speak, own)
            self._rows |= {row.provision.id: row for row in inside}
        return list(self._rows)

    def rows(self, ids: Sequence[Any]) -> Mapping[Any, ProvisionRow | str]:
        """These of them."""
        return {each: self._rows[each] for each in ids if each in self._rows}

    def row(self, identifier: object) -> ProvisionRow | None:
        """The provision of that identifier, if it is in the version on show."""
        rows = self.sheet.provisions if self.sheet else ()
        return next((row for row in rows if row.provision.id == identifier), None)

    def by_origin(self, origin_id: UUID) -> ProvisionRow | None:
        """The same provision of another version."""
        rows = self.sheet.provisions if self.sheet else ()
        return next((row for row in rows if row.provision.origin_id == origin_id), None)


def cells(row: ProvisionRow | str, hidden: frozenset[str], sheet: VersionSheet | None) -> Mapping[str, Cell]:
    """The cells of one row; what left a narrow list becomes the second line."""
    if isinstance(row, str) or sheet is None:
        return {column.key: Cell(str(row), is_section=True) for column in COLUMNS}
    speak, own = chosen(), sheet.protocol.language
    title, text = row.said(speak.locale, own)
    told = {"holder": holder_words(row, speak), "limit": limit_of(row.provision, speak), "basis": basis_words(row)}
    begins = " ".join(text.split())
    second = [told[key] for key in ("holder", "limit") if key in hidden and told[key]]
    below = DOT.join(second) if second else begins[:LONGEST] if title else ""
    return {
        "number": Cell(row.provision.number),
        "title": Cell(title or begins, below),
        **{key: Cell(words) for key, words in told.items()},
    }
