"""How a commitment stands in the list: its cells, the titles between the rows, and where the list comes from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from desktop.centre import Centre
from desktop.language import N_, _, chosen
from desktop.meetings.commitments import CommitmentRow
from desktop.meetings.diary import MeetingRow
from desktop.records.promise import COMMITMENT_STATES
from desktop.vault.letters import fold
from desktop.vault.search import sort_key
from desktop.windows.meeting_named import OWN, OWN_WORDS, agency_named, code_of, meeting_named, meetings_by_id
from desktop.windows.names import shown_name
from desktop.windows.pill import CLOSED, DUE, GOOD, LATE, NOT_YET, Sign
from desktop.windows.table import Cell, Sort, TableColumn

COLUMNS = (
    TableColumn("what", N_("What was promised"), "head", signs=26, stretch=3, can_sort=True),
    TableColumn("agency", N_("Institution"), signs=16, stretch=1, can_sort=True, leaves=2),
    TableColumn("meeting", N_("From which meeting"), "quiet", signs=14, leaves=1, can_sort=True),
    TableColumn("due", N_("Due"), "quiet", signs=10, can_sort=True),
    TableColumn("late", N_("Working days late"), "figure", signs=6, can_sort=True, leaves=3),
    TableColumn("state", N_("State"), "pill", signs=14),
)
SIGNS = {"open": NOT_YET, "not_done": LATE, "done": GOOD, "impossible": CLOSED}
NOW, ALL = "", "all"
"""Filters of the state: what is still to be done and was done this month; everything."""
LATELY = 6
"""Of so many settled last it is told how many were kept on time."""
WEEK = timedelta(days=7)
DONE, IS_LATE, SOON, LATER, SETTLED = "done", "late", "soon", "later", "settled"
TITLES = {
    DONE: N_("Done this month"),
    IS_LATE: N_("Late"),
    SOON: N_("Within a week"),
    LATER: N_("Later"),
    SETTLED: N_("Settled before"),
    OWN: OWN_WORDS,
}


@dataclass(frozen=True)
class CommitmentQuery:
    """What is shown of the commitments, and how they are grouped."""

    text: str = ""
    agency: str = ""
    """Hexadecimal identifier, `OWN`, or empty for all."""
    state: str = NOW
    """A code of `COMMITMENT_STATES`, `NOW` or `ALL`."""
    meeting: str = ""
    by_date: bool = False


@dataclass(frozen=True)
class Promised:
    """A commitment with the meeting at which it was made."""

    row: CommitmentRow
    meeting: MeetingRow | None
    is_under_agency: bool = False
    """Whether the title over it names its institution."""

    @property
    def id(self) -> UUID:
        """The commitment's."""
        return self.row.commitment.id


@dataclass
class CommitmentSource:
    """The commitments in their groups, read in one look."""

    centre: Centre
    counted: int = 0
    late: int = 0
    lately: tuple[int, int] = (0, 0)
    """How many of those settled last were kept on time, and of how many that is told."""
    _rows: dict[Hashable, Promised | str] = field(default_factory=dict)

    def ids(self, query: CommitmentQuery | None, sort: Sort) -> Sequence[Hashable]:
        """Identifiers, each group headed by its title."""
        query, today = query or CommitmentQuery(), self.centre.world.today()
        met, everything = meetings_by_id(self.centre), self.centre.commitments.all()
        self.lately = kept_lately(everything)
        told = [Promised(row, met.get(row.commitment.meeting_id or row.commitment.id)) for row in everything]
        shown = [one for one in told if is_among(one, query, today)]
        self.counted, self.late = len(shown), sum(one.row.state == "not_done" for one in shown)
        self._rows = {}
        for one in in_order(shown, query, sort, today):
            code, title = group_of(one, query, today)
            self._rows.setdefault(code, title)
            self._rows[one.id] = replace(one, is_under_agency=code == code_of(one.row.commitment.agency_id))
        return list(self._rows)

    def rows(self, ids: Sequence[Any]) -> Mapping[Any, Promised | str]:
        """These rows and titles."""
        return {each: self._rows[each] for each in ids if each in self._rows}


def kept_lately(rows: Sequence[CommitmentRow]) -> tuple[int, int]:
    """Of those settled last: how many were done by their day, and how many they are."""
    settled = [row for row in rows if not row.commitment.is_open]
    settled.sort(key=lambda row: row.commitment.done_on or row.commitment.impossible_on or date.min)
    last = settled[-LATELY:]
    return sum(row.state == "done" and not row.days_late for row in last), len(last)


def is_among(one: Promised, query: CommitmentQuery, today: date) -> bool:
    """Whether the filters let it through."""
    kept = one.row.commitment
    words = fold(f"{kept.what} {kept.person} {agency_named(one.row.agency)} {kept.evidence} {kept.reason}")
    state = {NOW: kept.is_open or _is_fresh(one, today), ALL: True, "open": kept.is_open}
    return (
        all(part in words for part in fold(query.text).split())
        and query.agency in ("", code_of(kept.agency_id))
        and query.meeting in ("", kept.meeting_id.hex if kept.meeting_id else "")
        and state.get(query.state, one.row.state == query.state)
    )


def group_of(one: Promised, query: CommitmentQuery, today: date) -> tuple[str, str]:
    """The group in which it stands: its code, and its title as a code of `TITLES` or as a name."""
    if _is_fresh(one, today):
        return DONE, DONE
    if query.by_date:
        code = _when(one, today)
        return code, code
    agency = one.row.agency
    return (agency.id.hex, agency.known_as) if agency else (OWN, OWN)


def in_order(found: Sequence[Promised], query: CommitmentQuery, sort: Sort, today: date) -> list[Promised]:
    """Group by group; what was done this month first, the own centre before the others."""
    locale = chosen().locale
    ways: dict[str, Callable[[Promised], Any]] = {
        "what": lambda one: sort_key(one.row.commitment.what, locale),
        "agency": lambda one: sort_key(agency_named(one.row.agency), locale),
        "meeting": lambda one: one.meeting.meeting.on_day if one.meeting else date.min,
        "late": lambda one: one.row.days_late,
        "due": lambda one: one.row.commitment.due_on,
    }
    ordered = sorted(found, key=ways[sort.key], reverse=sort.descending)
    whens = (IS_LATE, SOON, LATER, SETTLED)

    def group(one: Promised) -> Any:
        if _is_fresh(one, today):
            return (0, 0, b"")
        if query.by_date:
            return (1, whens.index(_when(one, today)), b"")
        return (1, one.row.agency is not None, sort_key(agency_named(one.row.agency), locale))

    return sorted(ordered, key=group)


def state_of(one: Promised, today: date) -> tuple[Sign, str]:
    """How it stands, as sign and msgid."""
    if one.row.state == "open" and one.row.commitment.due_on == today:
        return DUE, N_("Due today")
    return SIGNS[one.row.state], COMMITMENT_STATES[one.row.state]


def cells(row: Promised | str, hidden: frozenset[str], today: date) -> Mapping[str, Cell]:
    """The cells of one commitment, or of a title."""
    if isinstance(row, str):
        words = _(TITLES[row]) if row in TITLES else row
        return {column.key: Cell(words, is_section=True) for column in COLUMNS}
    kept, speak, agency = row.row.commitment, chosen(), agency_named(row.row.agency)
    met = meeting_named(row.meeting.meeting, row.meeting.kind) if row.meeting else ""
    second = [
        agency if "agency" in hidden and not row.is_under_agency else "",
        shown_name(kept.person, "") if kept.person else "",
    ]
    second += [kept.evidence or kept.reason, met if "meeting" in hidden else ""]
    sign, state = state_of(row, today)
    return {
        "what": Cell(kept.what, " \u00b7 ".join(" ".join(part.split()) for part in second if part)),
        "agency": Cell(agency),
        "meeting": Cell(met or "\u2013"),
        "due": Cell(speak.day(kept.due_on), value=kept.due_on),
        "late": Cell(speak.number(row.row.days_late) if row.row.days_late else "\u2013", value=row.row.days_late),
        "state": Cell(_(state), sign=sign),
    }


def _is_fresh(one: Promised, today: date) -> bool:
    """Whether it was done in the month that is running."""
    done = one.row.commitment.done_on
    return done is not None and (done.year, done.month) == (today.year, today.month)


def _when(one: Promised, today: date) -> str:
    if not one.row.commitment.is_open:
        return SETTLED
    if one.row.state == "not_done":
        return IS_LATE
    return SOON if one.row.commitment.due_on <= today + WEEK else LATER
