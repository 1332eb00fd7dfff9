"""The rows behind the differences with the persons they name: for the one annex that may show them. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.reconciliation.listed import Listed
from desktop.reconciliation.settling import DUPLICATE, ENTERED, NEXT_MONTH
from desktop.reconciliation.standing import Standing
from desktop.reconciliation.statement import UNDECIDED
from desktop.records.difference import OURS, SINGLE, THEIRS
from desktop.summaries.reconciliation_sheet import NamedRow, mark_of


def named_rows(standing: Standing) -> tuple[NamedRow, ...]:
    """Every row that stands in one list alone or counts elsewhere, in the order of the marks."""
    rows = _Rows(standing)
    found = [row for row in rows.all() if row is not None]
    return tuple(sorted(found, key=lambda row: (len(row.mark), row.mark, row.side != THEIRS, row.number)))


@dataclass(frozen=True)
class _Rows:
    standing: Standing

    def all(self) -> Iterator[NamedRow | None]:
        found = self.standing.settlement
        if found is None:
            return
        for match in found.matched:
            if match.how == ENTERED:
                yield self._theirs(match.theirs, ENTERED, match.ours)
        for match in found.late:
            yield self._theirs(match.theirs, NEXT_MONTH, match.ours)
        for pair in found.doubtful:
            yield self._theirs(pair.theirs, UNDECIDED, pair.ours)
            if pair.ours.id in found.in_month:
                yield self._ours(pair.ours, UNDECIDED)
        for left in found.only_theirs:
            yield self._theirs(left.alone.row, left.reason)
        for left in found.only_ours:
            yield self._ours(left.alone.row, left.reason)
        for copy in found.copies_theirs:
            yield self._theirs(copy.row, DUPLICATE)
        for copy in found.copies_ours:
            yield self._ours(copy.row, DUPLICATE)

    def _theirs(self, row: Listed, reason: str, ours: Listed | None = None) -> NamedRow | None:
        kept = self.standing.lists.theirs.get(row.id)
        if kept is None:
            return None
        other = self.standing.lists.ours.get(ours.id) if ours else None
        unit = kept.unit_id or (other.unit_id if other else None)
        mark = self._mark(str(unit) if unit else "", THEIRS, reason, row.id)
        names = ", ".join(kept.names.splitlines())
        return NamedRow(mark, THEIRS, kept.notice_no, kept.sent_on, names, reason, other.label if other else "")

    def _ours(self, row: Listed, reason: str) -> NamedRow | None:
        kept = self.standing.lists.ours.get(row.id)
        if kept is None:
            return None
        mark = self._mark(str(kept.unit_id), OURS, reason, row.id)
        names = ", ".join(name.strip() for name in kept.listed.name.split(";"))
        return NamedRow(mark, OURS, kept.label, kept.received, names, reason, kept.listed.notice_no)

    def _mark(self, unit: str, side: str, reason: str, row: str) -> str:
        note = next((each.note for each in self.standing.lists.reasons
                     if each.reason != SINGLE and str(each.their_id or each.referral_id) == row), "")  # fmt: skip
        for place, each in enumerate(self.standing.statement.differences):
            if (each.unit, each.side, each.reason) == (unit, side, reason) and each.note in (note, ""):
                return mark_of(place)
        return ""
