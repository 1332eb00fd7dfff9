"""How meetings stand in their list: kind, day and hour, place, state, what is still to be done of what was promised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from desktop.language import N_, _, chosen
from desktop.meetings.diary import Diary, MeetingRow
from desktop.windows.meeting_words import STATE_SIGNS, begins_at, kind_words, state_words
from desktop.windows.table import Cell, Sort, TableColumn

COLUMNS = (
    TableColumn("kind", N_("Meeting"), "key", signs=16, stretch=3, can_sort=True),
    TableColumn("day", N_("Date and time"), "text", signs=19, stretch=1, can_sort=True),
    TableColumn("place", N_("Place"), "quiet", signs=16, stretch=2, can_sort=True, leaves=1),
    TableColumn("state", N_("State"), "pill", signs=12, can_sort=True),
    TableColumn("open", N_("Open commitments"), "figure", signs=5, can_sort=True, leaves=2),
)
LATEST = Sort("day", descending=True)
_ORDER = {
    "kind": lambda row: kind_words(row.kind).casefold(),
    "day": lambda row: begins_at(row.meeting),
    "place": lambda row: row.meeting.place.casefold(),
    "state": lambda row: list(STATE_SIGNS).index(row.meeting.state),
    "open": lambda row: row.open_commitments,
}


class MeetingSource:
    """All meetings, for the table."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._held: Mapping[UUID, MeetingRow] = {}

    def ids(self, query: Any, sort: Sort) -> Sequence[UUID]:
        """The identifiers, in order; those alike by their day."""
        rows = sorted(self._diary.rows(), key=_ORDER[sort.key], reverse=sort.descending)
        self._held = {row.meeting.id: row for row in rows}
        return list(self._held)

    def rows(self, ids: Sequence[Any]) -> Mapping[UUID, MeetingRow]:
        """These of them."""
        return {one: self._held[one] for one in ids if one in self._held}


def cells(row: MeetingRow, hidden: frozenset[str], today: date) -> Mapping[str, Cell]:
    """The cells of one row; what left a narrow list becomes the second line."""
    speak, meeting = chosen(), row.meeting
    second = [meeting.topic, meeting.place if "place" in hidden else ""]
    if "open" in hidden and row.open_commitments:
        second.append(_("Open commitments: {n}", n=row.open_commitments))
    day = f"{speak.day_of_year(meeting.on_day, today)} {speak.clock(meeting.begins)}"
    weekday = speak.weekday(meeting.on_day.weekday(), short=row.shares_day)
    shared = f"{weekday} \u00b7 {_('another one on this day')}" if row.shares_day else weekday
    return {
        "kind": Cell(kind_words(row.kind), " \u00b7 ".join(part for part in second if part)),
        "day": Cell(day, shared, second_ink="amber" if row.shares_day else "muted", value=meeting.on_day),
        "place": Cell(meeting.place),
        "state": Cell(state_words(meeting), sign=STATE_SIGNS[meeting.state]),
        "open": Cell(speak.number(row.open_commitments) if row.open_commitments else "", value=row.open_commitments),
    }
