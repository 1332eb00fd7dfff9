"""What stands in the list of changes: what is proposed for a draft, or what is different between two versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from desktop.centre import Centre
from desktop.language import N_, _, chosen, ngettext
from desktop.protocol.comparing import KINDS, Side, compare
from desktop.protocol.comparison_paper import duty_words
from desktop.protocol.revision_rows import ChangeRow
from desktop.protocol.sheet import VersionSheet
from desktop.protocol.words_compared import Piece, compare_words
from desktop.records.revision import CHANGE_STATES
from desktop.windows.pill import CLOSED, GOING_ON, GOOD, NOT_YET, PARTLY, Sign
from desktop.windows.table import Cell, Sort, TableColumn

COLUMNS = (
    TableColumn("number", N_("Number"), "key", signs=4),
    TableColumn("title", N_("Provision"), "head", signs=14, stretch=1),
    TableColumn("state", N_("State"), "pill", signs=19),
)
STATES = {"open": PARTLY, "accepted": GOOD, "rejected": CLOSED}
BECAME: dict[str, Sign] = {
    "added": GOING_ON, "removed": CLOSED, "changed": PARTLY, "moved": GOING_ON, "same": NOT_YET,
}  # fmt: skip
PROPOSED = ""
"""Chosen instead of a version: what is proposed for this draft."""
Parts = tuple[tuple[Piece, ...], tuple[Piece, ...], tuple[Piece, ...]]


@dataclass(frozen=True)
class VersionRow:
    """One row: a proposed change, or a provision that is not the same in two versions."""

    id: UUID
    number: str
    title: str
    second: str
    state: str
    sign: Sign
    old: Side | None
    new: Side | None
    change: ChangeRow | None = None

    def parts(self) -> Parts:
        """Title, text and duty, old and new compared."""
        old, new = self.old or Side("", "", ""), self.new or Side("", "", "")
        speak = chosen()
        duties = duty_words(self.old, speak), duty_words(self.new, speak)
        return compare_words(old.title, new.title), compare_words(old.text, new.text), compare_words(*duties)


@dataclass
class VersionsSource:
    """The rows of the version on show, against the one that is chosen."""

    centre: Centre
    sheet: VersionSheet | None = None
    against: str = PROPOSED
    """The other version, or `PROPOSED`."""
    held: Sequence[VersionRow] = field(default_factory=tuple)
    shown: Sequence[VersionRow] = field(default_factory=tuple)

    def ids(self, query: bool, sort: Sort) -> Sequence[UUID]:
        """In the order of the provisions; `query`: only those not decided yet."""
        self.read()
        self.shown = [row for row in self.held if not query or row.change is None or row.change.change.state == "open"]
        return [row.id for row in self.shown]

    def rows(self, ids: Sequence[Any]) -> Mapping[UUID, VersionRow]:
        """These of them."""
        wanted = set(ids)
        return {row.id: row for row in self.held if row.id in wanted}

    def row(self, identifier: object) -> VersionRow | None:
        """The row of that change or provision."""
        return next((row for row in self.held if row.id == identifier), None)

    def read(self) -> None:
        """Read them anew."""
        sheet, speak = self.sheet, chosen()
        if sheet is None:
            self.held = ()
        elif self.against == PROPOSED:
            rows = self.centre.revision.changes(sheet.version.id)
            self.held = [_proposed(row, sheet.protocol.language, speak.locale) for row in rows]
        else:
            other = self.centre.protocols.sheet(UUID(self.against))
            old, new = sorted((other, sheet), key=lambda one: one.version.number)
            self.held = [
                VersionRow(row.origin_id, row.shown.number, row.shown.title, "", _(KINDS[row.kind]), BECAME[row.kind],
                           row.old, row.new)
                for row in compare(old, new, speak.locale).differing
            ]  # fmt: skip

    def counts(self) -> tuple[int, int]:
        """How many proposed changes are decided, of how many."""
        changes = [row.change.change.state for row in self.held if row.change]
        return sum(state != "open" for state in changes), len(changes)

    def next_open(self, after: UUID) -> UUID | None:
        """The next one that is not decided, from there on and then from the beginning."""
        places = [row.id for row in self.held]
        start = places.index(after) + 1 if after in places else 0
        for row in (*self.held[start:], *self.held[:start]):
            if row.change and row.change.change.state == "open" and row.id != after:
                return row.id
        return None


def cells(row: VersionRow) -> Mapping[str, Cell]:
    """The cells of one row."""
    return {
        "number": Cell(row.number or "–"),
        "title": Cell(row.title, row.second),
        "state": Cell(row.state, sign=row.sign),
    }


def _proposed(row: ChangeRow, own: str, locale: str) -> VersionRow:
    old, new = row.said(locale, own)
    shown = new or old or Side("", "", "")
    said = ngettext("{n} comment", "{n} comments", len(row.comments)) if row.comments else _("no comments")
    kind = {"add": _("new"), "remove": _("to be left out")}.get(row.change.kind, "")
    return VersionRow(
        row.change.id, shown.number, shown.title or shown.text[:60], " · ".join(filter(None, (kind, said))),
        _(CHANGE_STATES[row.change.state]), STATES[row.change.state], old, new, row,
    )  # fmt: skip
