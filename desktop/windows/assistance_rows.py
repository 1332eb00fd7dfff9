"""How help stands in a list: day, person, kind, way, worker, minutes; and where the list comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from desktop.language import N_, _, chosen
from desktop.records.assistance_draft import AssistanceQuery, AssistanceRow
from desktop.records.assistance_log import AssistanceLog
from desktop.records.wording import Wording
from desktop.windows.names import shown_name
from desktop.windows.table import Cell, Sort, TableColumn

COLUMNS = (
    TableColumn("on_day", N_("Day"), "key", signs=10, can_sort=True),
    TableColumn("person", N_("Person"), signs=18, stretch=3, can_sort=True),
    TableColumn("kind", N_("Kind"), signs=16, stretch=2, can_sort=True),
    TableColumn("channel", N_("How"), "quiet", signs=12, stretch=1, can_sort=True, leaves=2),
    TableColumn("worker", N_("Worker"), "quiet", signs=14, stretch=1, can_sort=True, leaves=1),
    TableColumn("minutes", N_("Minutes"), "figure", signs=7, can_sort=True),
)


class AssistanceSource:
    """The help of a query, for the table."""

    def __init__(self, log: AssistanceLog) -> None:
        self._log = log

    def ids(self, query: AssistanceQuery, sort: Sort) -> Sequence[UUID]:
        """The identifiers, in order."""
        return self._log.ids(replace(query, sort=sort.key, descending=sort.descending))

    def rows(self, ids: Sequence[UUID]) -> Mapping[UUID, AssistanceRow]:
        """The rows by identifier."""
        return {row.id: row for row in self._log.rows(ids)}


def cells(row: AssistanceRow, hidden: frozenset[str], wording: Wording, today: date) -> Mapping[str, Cell]:
    """The cells of one row; what left a narrow list becomes the second line."""
    speak = chosen()
    second = [row.referral_label]
    if "channel" in hidden:
        second.append(wording.code("contact_channel", row.channel))
    if "worker" in hidden:
        second.append(row.worker_name)
    name = shown_name(row.person_name, row.person_code or row.referral_label)
    return {
        "on_day": Cell(speak.day_of_year(row.on_day, today), value=row.on_day),
        "person": Cell(name, " \u00b7 ".join(part for part in second if part)),
        "kind": Cell(wording.code("assistance_kind", row.kind)),
        "channel": Cell(wording.code("contact_channel", row.channel)),
        "worker": Cell(row.worker_name),
        "minutes": Cell(speak.number(row.minutes), _("together") if row.is_group else "", value=row.minutes),
    }
