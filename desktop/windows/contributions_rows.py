"""How what an institution told stands in the list: meeting by meeting, first what waits for the next one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from desktop.centre import Centre
from desktop.language import N_, _, chosen
from desktop.meetings.contributions import ContributionRow
from desktop.meetings.diary import MeetingRow
from desktop.records.promise import CONTRIBUTIONS
from desktop.vault.letters import fold
from desktop.vault.search import sort_key
from desktop.windows.meeting_named import agency_named, code_of, meeting_named, meetings_by_id
from desktop.windows.pill import GOOD, OURS
from desktop.windows.table import Cell, Sort, TableColumn

COLUMNS = (
    TableColumn("what", N_("What it told"), "head", signs=30, stretch=3, can_sort=True),
    TableColumn("agency", N_("Institution"), signs=18, stretch=1, can_sort=True, leaves=2),
    TableColumn("since", N_("Since"), "quiet", signs=10, leaves=1, can_sort=True),
    TableColumn("kind", N_("Kind"), "pill", signs=22),
)
WAITS = "waits"
WAITING = N_("Waits for the next meeting")
SIGNS = {"achievement": GOOD, "offer": OURS}


@dataclass(frozen=True)
class ContributionQuery:
    """What is shown of them."""

    text: str = ""
    agency: str = ""
    kind: str = ""
    meeting: str = ""


@dataclass
class ContributionSource:
    """What institutions told, each meeting headed by its title."""

    centre: Centre
    counted: int = 0
    _rows: dict[Hashable, ContributionRow | str] = field(default_factory=dict)

    def ids(self, query: ContributionQuery | None, sort: Sort) -> Sequence[Hashable]:
        """Identifiers, the latest meeting first."""
        query, met = query or ContributionQuery(), meetings_by_id(self.centre)
        log = self.centre.contributions
        found = [row for kind in CONTRIBUTIONS for row in log.all(kind) if _is_among(row, query)]
        self.counted = len(found)
        ways: dict[str, Callable[[ContributionRow], Any]] = {
            "what": lambda row: sort_key(row.contribution.what, chosen().locale),
            "agency": lambda row: (row.agency is not None, sort_key(agency_named(row.agency), chosen().locale)),
            "since": lambda row: row.contribution.since or date.min,
        }
        found.sort(key=ways[sort.key], reverse=sort.descending)
        found.sort(key=lambda row: _day(row, met), reverse=True)
        self._rows = {}
        for row in found:
            code, title = _group(row, met)
            self._rows.setdefault(code, title)
            self._rows[row.contribution.id] = row
        return list(self._rows)

    def rows(self, ids: Sequence[Any]) -> Mapping[Any, ContributionRow | str]:
        """These rows and titles."""
        return {each: self._rows[each] for each in ids if each in self._rows}


def cells(row: ContributionRow | str, hidden: frozenset[str]) -> Mapping[str, Cell]:
    """The cells of one of them, or of a title."""
    if isinstance(row, str):
        return {column.key: Cell(_(row) if row == WAITING else row, is_section=True) for column in COLUMNS}
    kept, agency = row.contribution, agency_named(row.agency)
    since = chosen().day(kept.since) if kept.since else ""
    second = [
        agency if "agency" in hidden else "",
        _("since {date}", date=since) if "since" in hidden and since else "",
    ]
    return {
        "what": Cell(" ".join(kept.what.split()), " \u00b7 ".join(part for part in second if part)),
        "agency": Cell(agency),
        "since": Cell(since or "\u2013", value=kept.since),
        "kind": Cell(_(CONTRIBUTIONS[kept.kind]), sign=SIGNS[kept.kind]),
    }


def _is_among(row: ContributionRow, query: ContributionQuery) -> bool:
    kept = row.contribution
    words = fold(f"{kept.what} {agency_named(row.agency)}")
    meeting = kept.meeting_id.hex if kept.meeting_id else WAITS
    return (
        all(part in words for part in fold(query.text).split())
        and query.agency in ("", code_of(kept.agency_id))
        and query.kind in ("", kept.kind)
        and query.meeting in ("", meeting)
    )


def _day(row: ContributionRow, met: Mapping[UUID, MeetingRow]) -> tuple[date, str]:
    found = met.get(row.contribution.meeting_id) if row.contribution.meeting_id else None
    return (found.meeting.on_day, found.meeting.id.hex) if found else (date.max, "")


def _group(row: ContributionRow, met: Mapping[UUID, MeetingRow]) -> tuple[str, str]:
    found = met.get(row.contribution.meeting_id) if row.contribution.meeting_id else None
    return (found.meeting.id.hex, meeting_named(found.meeting, found.kind)) if found else (WAITS, WAITING)
