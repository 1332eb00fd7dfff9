"""The cases of a meeting as a list: each of the three lists under its title, with numbers of other bodies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from desktop.language import N_, _
from desktop.meetings.meeting_cases import CaseRow
from desktop.records.meeting import CASE_LISTS
from desktop.windows.names import shown_name
from desktop.windows.table import Cell, Sort, TableColumn

COLUMNS = (
    TableColumn("case", N_("Case"), "head", signs=18, stretch=2),
    TableColumn("asked", N_("Step that is asked for"), "text", signs=16, stretch=3),
)
NUMBERS = ("police", "prosecution", "social_work")


class Cases:
    """The cases as a list is fed, each list under its title."""

    def __init__(self) -> None:
        self.held: Mapping[UUID, CaseRow] = {}

    def ids(self, query: Any, sort: Sort) -> Sequence[Any]:
        """Titles and identifiers from the top."""
        found: list[Any] = []
        for listed in CASE_LISTS:
            mine = [one for one, row in self.held.items() if row.case.listed == listed]
            found += [listed, *mine] if mine else []
        return found

    def rows(self, ids: Sequence[Any]) -> Mapping[Any, Any]:
        """These of them; a title is its own row."""
        return {one: one if isinstance(one, str) else self.held[one] for one in ids if one in (*CASE_LISTS, *self.held)}


def cells(row: CaseRow | str) -> Mapping[str, Cell]:
    """The cells of a case, or of the title of a list."""
    if isinstance(row, str):
        return {column.key: Cell(_(CASE_LISTS[row]), is_section=True) for column in COLUMNS}
    numbers = " \u00b7 ".join(filter(None, (getattr(row.numbers, name) for name in NUMBERS)))
    return {
        "case": Cell(shown_name(row.name, row.code), " \u00b7 ".join(filter(None, (row.referral.label, numbers)))),
        "asked": Cell(row.case.asked),
    }
