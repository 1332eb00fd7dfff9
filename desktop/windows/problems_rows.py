"""How a problem between institutions stands in the list, and where the list comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from desktop.centre import Centre
from desktop.language import N_, _, chosen, ngettext
from desktop.meetings.raised_problems import ProblemRow
from desktop.vault.letters import fold
from desktop.vault.search import sort_key
from desktop.windows.meeting_named import agency_named, code_of
from desktop.windows.pill import DUE, GOOD, NOT_YET, Sign
from desktop.windows.table import Cell, Sort, TableColumn

COLUMNS = (
    TableColumn("number", N_("No."), "key", signs=4, can_sort=True),
    TableColumn("fact", N_("Fact"), "head", signs=44, stretch=3, can_sort=True),
    TableColumn("agency", N_("Raised by"), signs=14, stretch=1, leaves=2, can_sort=True),
    TableColumn("since", N_("Since"), "quiet", signs=10, leaves=4, can_sort=True),
    TableColumn("days", N_("Days"), "figure", signs=5, can_sort=True),
    TableColumn("times", N_("Raised, times"), "figure", signs=5, leaves=3, can_sort=True),
    TableColumn("step", N_("Last step"), "quiet", signs=14, stretch=2, leaves=1),
    TableColumn("state", N_("State"), "pill", signs=12),
)
OPEN, SOLVED, ALL = "", "solved", "all"


@dataclass(frozen=True)
class ProblemQuery:
    """What is shown of the problems."""

    text: str = ""
    agency: str = ""
    state: str = OPEN


@dataclass
class ProblemSource:
    """The problems, read in one look."""

    centre: Centre
    everything: int = 0
    _rows: dict[UUID, ProblemRow] = field(default_factory=dict)

    def ids(self, query: ProblemQuery | None, sort: Sort) -> Sequence[UUID]:
        """Their identifiers, in order."""
        query = query or ProblemQuery()
        rows = self.centre.raised_problems.all()
        self.everything = len(rows)
        ways: dict[str, Callable[[ProblemRow], Any]] = {
            "number": lambda row: row.problem.number,
            "fact": lambda row: sort_key(row.problem.fact, chosen().locale),
            "agency": lambda row: sort_key(agency_named(row.agency), chosen().locale),
            "since": lambda row: row.problem.since,
            "days": lambda row: row.days,
            "times": lambda row: row.times,
        }
        found = sorted((row for row in rows if _is_among(row, query)), key=ways[sort.key], reverse=sort.descending)
        found.sort(key=lambda row: row.problem.solved_on is not None)
        self._rows = {row.problem.id: row for row in found}
        return list(self._rows)

    def rows(self, ids: Sequence[Any]) -> Mapping[UUID, ProblemRow]:
        """These rows."""
        return {each: self._rows[each] for each in ids if each in self._rows}


def _is_among(row: ProblemRow, query: ProblemQuery) -> bool:
    kept = row.problem
    steps = " ".join(step.text for step in row.steps)
    words = fold(f"{kept.fact} {kept.effect} {kept.wish} {kept.solution} {agency_named(row.agency)} {steps}")
    is_solved = kept.solved_on is not None
    return (
        all(part in words for part in fold(query.text).split())
        and query.agency in ("", code_of(kept.agency_id))
        and (query.state == ALL or is_solved == (query.state == SOLVED))
    )


def state_of(row: ProblemRow) -> tuple[Sign, str]:
    """How it stands, as sign and msgid."""
    if row.problem.solved_on:
        return GOOD, N_("Solved")
    return (DUE, N_("Being worked on")) if row.last_step else (NOT_YET, N_("No step yet"))


def open_days(row: ProblemRow) -> str:
    """For how many days it is or was open, in words."""
    return ngettext("{n} day", "{n} days", row.days)


def cells(row: ProblemRow, hidden: frozenset[str]) -> Mapping[str, Cell]:
    """The cells of one problem; what left a narrow list becomes the second line."""
    kept, speak, step = row.problem, chosen(), row.last_step
    agency, told = agency_named(row.agency), " ".join(step.text.split()) if step else ""
    second = [agency if "agency" in hidden else "", _last(row) if "step" in hidden and told else ""]
    sign, state = state_of(row)
    return {
        "number": Cell(speak.number(kept.number), value=kept.number),
        "fact": Cell(" ".join(kept.fact.split()), " \u00b7 ".join(part for part in second if part)),
        "agency": Cell(agency),
        "since": Cell(speak.day(kept.since), value=kept.since),
        "days": Cell(speak.number(row.days), value=row.days),
        "times": Cell(speak.number(row.times), value=row.times),
        "step": Cell(told or "\u2013", speak.day(step.on_day) if step else ""),
        "state": Cell(_(state), sign=sign),
    }


def _last(row: ProblemRow) -> str:
    step = row.last_step
    return f"{chosen().day(step.on_day)}: {' '.join(step.text.split())}" if step else ""
