"""What a list is made of: its columns, the cells of a row, its order, and where its records come from."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, runtime_checkable

from desktop.windows.pill import Sign

PAGE = 128
"""Rows that are fetched at once."""


@dataclass(frozen=True)
class Sort:
    """The column a list is in order of."""

    key: str
    descending: bool = False


@dataclass(frozen=True)
class Cell:
    """What stands in one cell, in the language of the screen: words, a second line, a status, a drawing."""

    text: str = ""
    second: str = ""
    sign: Sign | None = None
    icon: str = ""
    second_ink: str = "muted"
    is_section: bool = False
    """A title over the rows that follow, across all columns."""
    value: float | date | None = None
    """The number, the day or the time that the words tell, for a workbook; None where they are words only."""

    def read(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.text, self.second) if part)


@dataclass(frozen=True)
class TableColumn:
    """One column: `kind` is key, head, text, quiet, pill or figure; width in signs, `stretch` takes what is left."""

    key: str
    title: str
    """English msgid."""
    kind: str = "text"
    signs: int = 12
    stretch: int = 0
    can_sort: bool = False
    leaves: int = 0
    """The order in which columns leave a narrow list: 1 first; 0 stays."""
    private: bool = False
    """Never copied, printed or written to a file: telephones."""


class Source(Protocol):
    """Where a list comes from; called in the worker's thread only."""

    def ids(self, query: Any, sort: Sort) -> Sequence[Hashable]:
        """The identifiers of all records that the query means, in order."""
        ...

    def rows(self, ids: Sequence[Any]) -> Mapping[Any, Any]:
        """These records by identifier; one that is gone is left out."""
        ...


@runtime_checkable
class QuickSource(Source, Protocol):
    """A source that can tell the beginning of a long list at once, while its end is still being read."""

    def first(self, query: Any, sort: Sort, most: int) -> Mapping[Any, Any]:
        """The first so many records by identifier, in order; none where they are not to be had sooner than all."""
        ...


def whole(source: Source, query: Any, order: Sort, *, with_rows: bool) -> tuple[Sequence[Hashable], Mapping[Any, Any]]:
    """Every identifier, with the rows of the first page where it is not on show yet, so that it is painted once."""
    ids = source.ids(query, order)
    return ids, source.rows(ids[:PAGE]) if with_rows and ids else {}
