"""How a notice stands in a list: its cells, its state as sign and word, and where the list comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from desktop.language import N_, _, chosen, ngettext
from desktop.records.municipality import shown_place
from desktop.records.referral_log import ReferralLog
from desktop.records.referral_query import ReferralQuery
from desktop.records.referral_row import ReferralRow
from desktop.records.referral_state import STATES, ReferralState
from desktop.windows.names import shown_name
from desktop.windows.pill import CLOSED, DUE, GOING_ON, GOOD, LATE, NOT_YET, Sign
from desktop.windows.table import Cell, Sort, TableColumn

STATE_SIGNS: dict[str, Sign] = {
    "late": LATE,
    "today": DUE,
    "waiting": NOT_YET,
    "reached": GOING_ON,
    "accepted": GOOD,
    "ended": CLOSED,
    "not_accepted": CLOSED,
    "not_reached": NOT_YET,
    "centre_declined": CLOSED,
    "minor": CLOSED,
    "other_centre": CLOSED,
    "duplicate": CLOSED,
}
"""The sign of each state of `STATES`."""

COLUMNS = (
    TableColumn("number", N_("Number"), "key", signs=8, can_sort=True),
    TableColumn("received_at", N_("Received"), "quiet", signs=13, can_sort=True, leaves=2),
    TableColumn("person", N_("Person and place"), signs=18, stretch=3, can_sort=True),
    TableColumn("sender", N_("Sender"), signs=14, stretch=2, can_sort=True, leaves=1),
    TableColumn("state", N_("State"), "pill", signs=14, can_sort=True),
)


def state_words(state: ReferralState) -> str:
    """The state in words, with how late it is."""
    if state.code == "late" and state.days_late:
        return ngettext("{n} working day late", "{n} working days late", state.days_late)
    return _(STATES[state.code])


class ReferralSource:
    """The notices of a query, for the table."""

    def __init__(self, log: ReferralLog) -> None:
        self._log = log

    def ids(self, query: ReferralQuery, sort: Sort) -> Sequence[UUID]:
        """The identifiers, in order."""
        return self._log.ids(replace(query, sort=sort.key, descending=sort.descending))

    def first(self, query: ReferralQuery, sort: Sort, most: int) -> Mapping[UUID, ReferralRow]:
        """The first rows of a long list, which an index has in order; what few have is found all at once."""
        if query != ReferralQuery(period=query.period, sender_id=query.sender_id):
            return {}
        rows = self._log.first(replace(query, sort=sort.key, descending=sort.descending), most)
        return {row.id: row for row in rows}

    def rows(self, ids: Sequence[UUID]) -> Mapping[UUID, ReferralRow]:
        """The rows by identifier."""
        return {row.id: row for row in self._log.rows(ids)}


class RowWriter:
    """Turns a row into cells, in the language of the screen."""

    def __init__(self, today: date) -> None:
        self.today = today

    def cells(self, row: ReferralRow, hidden: frozenset[str] = frozenset()) -> Mapping[str, Cell]:
        """The cells of one notice; what left a narrow list becomes the second line."""
        speak = chosen()
        when = f"{speak.day_of_year(row.received_at.date(), self.today)} {speak.clock(row.received_at)}"
        name = shown_name(row.person_name, row.person_code or row.label)
        second = [shown_place(row.municipality, speak.locale)]
        if "received_at" in hidden:
            second.append(when)
        if "sender" in hidden:
            second.append(row.sender)
        return {
            "number": Cell(row.label),
            "received_at": Cell(when, value=row.received_at),
            "person": Cell(name, " \u00b7 ".join(part for part in second if part)),
            "sender": Cell(row.sender),
            "state": Cell(state_words(row.state), sign=STATE_SIGNS[row.state.code]),
        }
