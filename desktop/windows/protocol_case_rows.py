"""How one case of a duty is told: on which record, from when, until when, done when, and how it stands."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any
from uuid import UUID

from desktop.centre import Centre
from desktop.language import N_, _, chosen
from desktop.periods import Month
from desktop.protocol.duty_cases import DAY_ENDS, DutyCase
from desktop.protocol.duty_notices import NOT_REACHED
from desktop.protocol.duty_words import delay_words
from desktop.records.duty import DUTY_STATES, RECORDS
from desktop.windows.meeting_named import OWN_WORDS
from desktop.windows.pill import CONFIRM, GOING_ON, GOOD, LATE, Sign
from desktop.windows.table import Cell, Sort, TableColumn

COLUMNS = (
    TableColumn("record", N_("Record"), "head", signs=20, stretch=3),
    TableColumn("begins", N_("Time limit runs from"), signs=16, leaves=1),
    TableColumn("due", N_("Due"), signs=16),
    TableColumn("done", N_("Done"), signs=16),
    TableColumn("state", N_("State"), "pill", signs=24),
)
SIGNS: Mapping[str, Sign] = {"kept": GOOD, "late": LATE, "not_possible": CONFIRM, "running": GOING_ON}
OWN, TOGETHER = "own", "together"


@dataclass(frozen=True)
class CaseQuery:
    """Which cases: of a protocol, a month and an institution; of one provision or state, or of all."""

    protocol: str
    month: str
    whose: str
    provision: str = ""
    state: str = ""

    def fits(self, case: DutyCase) -> bool:
        """Whether it is one of them."""
        whose = TOGETHER if case.together else case.agency_id.hex if case.agency_id else OWN
        return (
            whose == self.whose
            and self.provision in ("", case.provision_id.hex)
            and (case.state == self.state if self.state else True)
        )


@dataclass
class CaseSource:
    """The cases in the order in which they were due."""

    centre: Centre
    _rows: dict[Hashable, DutyCase] = field(default_factory=dict)

    def ids(self, query: CaseQuery | None, sort: Sort) -> Sequence[Hashable]:
        """Provision and record of each, in the order in which they were due."""
        self._rows = {}
        if query is not None:
            month = Month.parse(query.month)
            found = [one for one in self.centre.duties.cases(UUID(query.protocol), month, month) if query.fits(one)]
            found.sort(key=lambda case: (case.due, case.event.label))
            self._rows = {(case.provision_id, case.event.record_id): case for case in found}
        return list(self._rows)

    def rows(self, ids: Sequence[Any]) -> Mapping[Any, DutyCase]:
        """These cases."""
        return {one: self._rows[one] for one in ids if one in self._rows}


def reason_words(case: DutyCase) -> str:
    """Why it was not possible: as typed, or what the records tell in the language of the screen."""
    return _(NOT_REACHED) if case.reason == NOT_REACHED else case.reason


def cells(case: DutyCase, hidden: frozenset[str]) -> Mapping[str, Cell]:
    """The cells of one case."""
    begins = moment(case.event.begins)
    second = [_("from {moment}", moment=begins) if "begins" in hidden else "", reason_words(case)]
    return {
        "record": Cell(record_words(case), " · ".join(part for part in second if part)),
        "begins": Cell(begins),
        "due": Cell(moment(case.due)),
        "done": Cell(moment(case.done) if case.done else "–"),
        "state": Cell(state_words(case), sign=SIGNS[case.state]),
    }


def record_words(case: DutyCase) -> str:
    """The record by its kind and number, or what was noted by hand."""
    event = case.event
    if not event.record:
        return event.what
    if event.record in ("commitment", "plan_measure"):
        return event.what
    return f"{_(RECORDS[event.record])} {event.label}"


def moment(at: datetime) -> str:
    """A moment; what is known by day alone, or ends with the day, is told as a day."""
    speak = chosen()
    return speak.day(at.date()) if at.time() in (DAY_ENDS, time()) else speak.moment(at)


def state_words(case: DutyCase) -> str:
    """How it stands, and by how much it is late."""
    if case.state == "late":
        return _("Late: {length}", length=delay_words(case.delay, case.unit, chosen()))
    return _(DUTY_STATES[case.state])


Told = tuple[DutyCase, str]
"""A case and the institution whose duty it is; empty for our own centre."""


def of_notice(centre: Centre, notice_id: UUID) -> tuple[Told, ...]:
    """What the protocols say of a notice; called in the worker's thread."""
    cases = centre.duties.of_notice(notice_id)
    names = {one: centre.directory.agency(one).known_as for one in {case.agency_id for case in cases} if one}
    return tuple((case, names.get(case.agency_id, "") if case.agency_id else "") for case in cases)


def notice_words(told: Sequence[Told]) -> str:
    """The same in a line each: the provision, whose duty, how it stands."""
    lines = []
    for case, name in told:
        state = state_words(case)
        lines.append(f"{case.number} · {name or _(OWN_WORDS)}: {state[:1].lower()}{state[1:]}")
    return "\n".join(lines)
