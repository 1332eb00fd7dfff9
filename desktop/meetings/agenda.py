"""An agenda as it stands on paper and screen: every item with its clock time and what the vault holds for it.

Frozen: no record of the vault is in it, so that it can be drawn, kept as text and compared. No name, address or
telephone of a person who is helped ever stands in an agenda; of cases it tells numbers alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from desktop.periods import Month
from desktop.protocol.duty_protected import DutyLine
from desktop.records.meeting import PARTS

READY, MISSING, EMPTY, NOTHING = "ready", "missing", "empty", "nothing"
"""How far a part is: something stands there from everybody asked; somebody is missing; nothing stands there yet; it
was said that there is nothing."""

GATHERED = frozenset({"commitments", "duties", "problems", "cases"})
"""Parts of which the vault itself knows that nothing is open; the others are empty until somebody was asked."""


@dataclass(frozen=True)
class Told:
    """What one institution did well, or can do; several in one line where they tell the same."""

    institutions: tuple[str, ...]
    what: str
    """Empty where nothing is told yet."""


@dataclass(frozen=True)
class Promised:
    """A commitment as a meeting looks at it."""

    what: str
    institution: str
    due_on: date
    state: str
    """A code of `COMMITMENT_STATES`."""
    days_late: int = 0
    """Working days."""
    note: str = ""
    """Why it is impossible, or by what it is known to be done."""
    settled_on: date | None = None
    commitment_id: UUID | None = None


@dataclass(frozen=True)
class CentreFigure:
    """What one centre agreed for the month before."""

    centre: str
    sent: int | None
    """None where it was not told."""
    agreed: int
    at_once: int | None
    """How many of them had arrived by themselves; None where that is not known."""
    sheets: tuple[str, ...] = ()
    """Numbers of the sheets on which it stands."""


@dataclass(frozen=True)
class UnitFigure:
    """What was agreed for one unit of those who send notices."""

    unit: str
    agreed: tuple[int | None, ...]
    """By each centre, in the order in which the centres stand; None where it told nothing of this unit."""


@dataclass(frozen=True)
class DifferenceCount:
    """In how many notices two lists of the month differed for one reason."""

    side: str
    """In whose list they stood alone: `theirs` or `ours`."""
    reason: str
    """A msgid of the pick-list; never what somebody noted beside it."""
    number: int


@dataclass(frozen=True)
class ChangedLaw:
    """A change of law."""

    act: str
    number: str
    in_force_from: date
    meaning: str
    link: str = ""


@dataclass(frozen=True)
class Problem:
    """An open problem, or one solved since the last meeting."""

    number: int
    fact: str
    effect: str
    wish: str
    raised_by: str
    since: date
    days: int
    times: int
    """How often it was raised."""
    last_step: str = ""
    solved_on: date | None = None
    problem_id: UUID | None = None


@dataclass(frozen=True)
class CaseCount:
    """How many cases stand on one of the lists."""

    listed: str
    """A code of `CASE_LISTS`."""
    number: int


@dataclass(frozen=True)
class Held:
    """A training, an event, or a meeting of a working group."""

    kind: str
    topic: str
    on_day: date
    organiser: str
    participants: tuple[tuple[str, int], ...] = ()
    """Institutions and how many came from each."""
    lecturers: tuple[tuple[str, int], ...] = ()


Line = (
    Told | Promised | CentreFigure | UnitFigure | DifferenceCount | ChangedLaw | Problem | CaseCount | Held | DutyLine
)


@dataclass(frozen=True)
class Part:
    """One item of the agenda."""

    item_id: UUID
    part: str
    """A code of `PARTS`."""
    title: str
    """Other words than the usual ones; empty: the usual ones."""
    text: str
    starts: time
    minutes: int
    is_empty: bool
    lines: tuple[Line, ...] = ()
    missing: tuple[str, ...] = ()
    """Institutions of which something is still wanted."""

    @property
    def msgid(self) -> str:
        """The usual words of this part, an English msgid."""
        return PARTS[self.part]

    @property
    def state(self) -> str:
        """How far it is."""
        if self.is_empty or (self.part in GATHERED and not self.lines and not self.text):
            return NOTHING
        if self.missing:
            return MISSING if self.lines or self.text else EMPTY
        return READY if self.lines or self.text or self.part == "next" else EMPTY


@dataclass(frozen=True)
class Agenda:
    """The agenda of one meeting."""

    meeting_id: UUID
    number: str
    kind: str
    """The kind's name: an English msgid where it is a usual one."""
    kind_code: str
    topic: str
    on_day: date
    begins: time
    place: str
    chair: str
    minute_taker: str
    cut_off: datetime
    language: str
    permanent: tuple[str, ...]
    """Who is always asked, in house order."""
    occasional: tuple[str, ...]
    """Who is asked this time."""
    as_of: date
    """As of which day everything stands."""
    month: Month
    """Of which month the figures are."""
    parts: tuple[Part, ...]
    next_on: date | None = None
    """The day of the next meeting as its rhythm proposes it."""

    @property
    def ends(self) -> time:
        """When it ends as planned."""
        return later(self.begins, sum(part.minutes for part in self.parts))

    @property
    def ready(self) -> int:
        """How many parts are ready, or were said to be empty."""
        return sum(part.state in {READY, NOTHING} for part in self.parts)


def later(begins: time, minutes: int) -> time:
    """A clock time so many minutes later."""
    return (datetime.combine(date.min, begins) + timedelta(minutes=minutes)).time()
