"""How duties at work are told: a row for each provision and institution, a picture for each institution."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from desktop.centre import Centre
from desktop.language import N_, Language, _, chosen, ngettext
from desktop.periods import Month
from desktop.protocol.duty_figures import DutyFigures, DutyRow, DutyTally
from desktop.protocol.duty_protected import DutyLine
from desktop.protocol.duty_words import delay_words
from desktop.records.agency import Agency
from desktop.windows.chart_plan import EMPTY, HATCH, SOLID, Bar, Mark, Picture
from desktop.windows.meeting_named import agency_named
from desktop.windows.pill import CONFIRM, GOING_ON, GOOD, LATE, NOT_YET, Sign
from desktop.windows.table import Cell, Sort, TableColumn

COLUMNS = (
    TableColumn("provision", N_("Provision"), "head", signs=22, stretch=3, can_sort=True),
    TableColumn("agency", N_("Institution"), signs=16, stretch=2, can_sort=True, leaves=3),
    TableColumn("cases", N_("Cases"), "figure", signs=7, can_sort=True, leaves=4),
    TableColumn("kept", N_("Kept in time"), "figure", signs=12, can_sort=True),
    TableColumn("median", N_("Late by, median"), "figure", signs=15, leaves=1),
    TableColumn("longest", N_("Late by, longest"), "figure", signs=15, leaves=2, can_sort=True),
    TableColumn("state", N_("State"), "pill", signs=19),
)
TOGETHER = N_("All together")
PICTURE = N_("Duties kept in time, by institution")
Key = tuple[UUID, UUID | None, bool]


@dataclass(frozen=True)
class DutyQuery:
    """Which duties are shown."""

    protocol_id: UUID
    month: Month


@dataclass
class DutySource:
    """The rows of a month, praise first."""

    centre: Centre
    figures: DutyFigures | None = None
    """As they were read last."""
    _rows: dict[Hashable, DutyRow] = field(default_factory=dict)

    def ids(self, query: DutyQuery | None, sort: Sort) -> Sequence[Hashable]:
        """Keys of the rows."""
        self._rows = {}
        if query is not None:
            self.figures = self.centre.duties.figures(query.protocol_id, query.month)
            self._rows = {row.key: row for row in _in_order(self.figures.rows, sort)}
        return list(self._rows)

    def rows(self, ids: Sequence[Any]) -> Mapping[Any, DutyRow]:
        """These rows."""
        return {one: self._rows[one] for one in ids if one in self._rows}


def _in_order(rows: Sequence[DutyRow], sort: Sort) -> list[DutyRow]:
    ways: dict[str, Callable[[DutyRow], Any]] = {
        "agency": lambda row: whose(row.agency, together=row.together),
        "cases": lambda row: row.tally.cases,
        "longest": lambda row: row.longest or 0,
        "provision": lambda row: [int(part) if part.isdecimal() else 0 for part in row.number.split(".")],
    }
    found = list(rows)  # by what is kept: praise first
    if sort.key in ways:
        found.sort(key=ways[sort.key], reverse=sort.descending)
    elif sort.descending:
        found.reverse()
    return found


def cells(row: DutyRow, hidden: frozenset[str]) -> Mapping[str, Cell]:
    """The cells of one row."""
    speak, tally = chosen(), row.tally
    name = whose(row.agency, together=row.together)
    sign, words = state_words(tally)
    second = [
        name if "agency" in hidden else "",
        ngettext("{n} case", "{n} cases", tally.cases) if "cases" in hidden else "",
        _("longest: {length}", length=delay_words(row.longest, row.unit, speak))
        if "longest" in hidden and row.longest
        else "",
        _("without the day of the incident: {n}", n=speak.number(row.without_day)) if row.without_day else "",
    ]
    return {
        "provision": Cell(f"{row.number} · {first_line(row.title)}", " · ".join(filter(None, second))),
        "agency": Cell(name),
        "cases": Cell(speak.number(tally.cases), value=tally.cases),
        "kept": Cell(kept_words(tally, speak), value=tally.kept),
        "median": Cell(delay_words(row.median, row.unit, speak)),
        "longest": Cell(delay_words(row.longest, row.unit, speak), value=row.longest),
        "state": Cell(words, sign=sign),
    }  # fmt: skip


def whose(agency: Agency | None, *, together: bool) -> str:
    """Who has to keep it."""
    return _(TOGETHER) if together else agency_named(agency)


def first_line(title: str) -> str:
    """A provision's title, or the beginning of its text."""
    line = " ".join(title.split())
    return line if len(line) <= 80 else f"{line[:79].rstrip()}…"


def kept_words(tally: DutyTally, speak: Language) -> str:
    """A share, and of few the numbers themselves."""
    if not tally.cases:
        return "–"
    if tally.may_tell_share:
        return f"{speak.number(tally.kept)} ({speak.percent(tally.kept, tally.cases)})"
    return _("{n} of {all}", n=speak.number(tally.kept), all=speak.number(tally.cases))


def duty_words(line: DutyLine) -> str:
    """One line of a paper for many, in plain words; what is not published is left out."""
    speak = chosen()
    told = [
        (N_("in time: {n}"), line.kept), (N_("late: {n}"), line.late), (N_("not possible: {n}"), line.not_possible)
    ]  # fmt: skip
    said = ", ".join(_(words, n=speak.number(n)) for words, n in told if n)
    praise = _("All in time") if line.is_praise else ""
    name = _(TOGETHER) if line.together else line.institution
    return f"{line.number} {line.title} · {name}: {praise or said or _('not published')}"


def state_words(tally: DutyTally) -> tuple[Sign, str]:
    """What a row's state is told by: late ones first, then what was not possible, then praise."""
    if tally.late:
        return LATE, ngettext("{n} late", "{n} late", tally.late)
    if tally.not_possible:
        return CONFIRM, _("not possible: {n}", n=chosen().number(tally.not_possible))
    if tally.kept:
        return GOOD, _("All in time")
    if tally.running:
        return GOING_ON, _("Time still runs")
    return NOT_YET, _("No case")


def duties_picture(figures: DutyFigures) -> Picture:
    """Each institution a bar: kept in time, late, not possible."""
    told = [(agency, together, tally) for agency, together, tally in figures.by_agency() if tally.cases]
    most = max((tally.cases for _agency, _together, tally in told), default=1)
    return Picture(_(PICTURE), tuple(_bar(agency, together, tally, most) for agency, together, tally in told))


def _bar(agency: Agency | None, together: bool, tally: DutyTally, most: int) -> Bar:
    speak, name = chosen(), whose(agency, together=together)
    parts = (
        ("kept", tally.kept, N_("in time: {n}"), SOLID),
        ("late", tally.late, N_("late: {n}"), HATCH),
        ("not_possible", tally.not_possible, N_("not possible: {n}"), EMPTY),
    )
    about = agency.id if agency else None
    marks = []
    for code, count, words, fill in parts:
        said = _(words, n=speak.number(count)) if count or code == "kept" else ""
        marks.append(Mark(count, said, f"{name}: {_(words, n=speak.number(count))}", (about, together, code), fill))
    return Bar(name, tuple(marks), whole=most)
