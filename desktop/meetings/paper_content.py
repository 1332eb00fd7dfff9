"""What stands on the papers of a meeting: frozen, for one receiver, in one language. Knows neither vault nor page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from desktop.meetings.agenda import Agenda
from desktop.meetings.minutes import Minutes
from desktop.summaries.reconciliation_sheet import ReconciliationSheet
from desktop.summaries.summary import Letter, Signatory


@dataclass(frozen=True)
class Head:
    """What every paper begins with."""

    number: str
    language: str
    receiver: str
    """By its full name in that language; empty: for all who take part."""
    made_at: datetime
    """Moment of making, aware, UTC."""
    made_on: date
    letter: Letter
    us: str
    """The centre's short name."""
    phone: str
    signs: Signatory
    """Who signs for the centre."""
    record_count: int = 0
    record_mac: str = ""
    practice: bool = False
    is_draft: bool = False
    """Whether it is a working copy: never sealed, and marked on every page."""


@dataclass(frozen=True)
class Invitation:
    """A letter that asks one institution to a meeting."""

    head: Head
    agenda: Agenda
    asks_for_achievement: bool
    """Whether nothing is known yet of what went well there."""
    asks_for_list: bool
    """Whether its list for the month is still missing."""
    own_commitments: tuple[str, ...] = ()
    """What it promised and has not done yet."""


@dataclass(frozen=True)
class CalendarEntry:
    """A meeting for the receiver's own calendar."""

    head: Head
    agenda: Agenda
    sequence: int
    """How often the meeting was changed: a calendar moves what it has instead of adding it once more."""
    cancelled: bool
    email: str
    """The centre's; empty where it has none."""
    zone: str
    """The time zone of the centre."""


@dataclass(frozen=True)
class AgendaPaper:
    """The agenda by itself, for all who take part."""

    head: Head
    agenda: Agenda


@dataclass(frozen=True)
class PackCase:
    """A case as this receiver may see it."""

    listed: str
    """A code of `CASE_LISTS`."""
    who: str
    """The name where it may be seen, else the code."""
    is_named: bool
    asked: str = ""
    police: str = ""
    """Numbers, date and place stand there only beside a name."""
    prosecution: str = ""
    social_work: str = ""
    on_day: date | None = None
    municipality: str = ""


@dataclass(frozen=True)
class Withheld:
    """What the worker is told of an item that this copy does not tell, or not with its name."""

    case_id: UUID
    code: str
    listed: str
    level: str
    """A code of `LEVELS`."""
    reason: str
    """A code of `REASONS`."""


@dataclass(frozen=True)
class Pack:
    """Everything one institution gets before a meeting."""

    head: Head
    agenda: Agenda
    cases: tuple[PackCase, ...]
    withheld: int
    """How many items are not in this copy, without saying which."""
    sheets: tuple[ReconciliationSheet, ...] = ()
    """The agreed sheets of this very institution; nobody else gets them."""


@dataclass(frozen=True)
class Correction:
    """A correction listed under agreed minutes."""

    on_day: date
    by: str
    text: str


@dataclass(frozen=True)
class MinutesPaper:
    """The minutes."""

    head: Head
    minutes: Minutes
    is_agreed: bool
    """False: a draft, marked as one and never sealed."""
    corrections: tuple[Correction, ...] = ()


Paper = Invitation | AgendaPaper | Pack | MinutesPaper


def said_in(minutes: Minutes) -> tuple[str, ...]:
    """Every text of minutes that a person typed, but for the officials who met, who are named by their office."""
    found = [minutes.kind, minutes.topic, minutes.place, *(each.role for each in minutes.present)]
    for item in minutes.items:
        found += [item.title, item.heard, *item.conclusions, *(each.what for each in item.commitments)]
    return *found, *(each.what for each in minutes.loose)


def texts_of(agenda: Agenda) -> tuple[str, ...]:
    """Every text of an agenda that a person typed."""
    found = [agenda.kind, agenda.topic, agenda.place]
    for part in agenda.parts:
        found += [part.title, part.text]
        for line in part.lines:
            found += [value for value in vars(line).values() if isinstance(value, str)]
    return tuple(found)


def texts_in(paper: Paper) -> tuple[str, ...]:
    """Every text of a paper that a person typed: what is looked through for names before it is made."""
    if isinstance(paper, MinutesPaper):
        return *said_in(paper.minutes), *(each.text for each in paper.corrections)
    found = texts_of(paper.agenda)
    if isinstance(paper, Invitation):
        return *found, *paper.own_commitments
    if isinstance(paper, Pack):
        typed = ((c.asked, c.police, c.prosecution, c.social_work, c.municipality) for c in paper.cases)
        return *found, *(text for case in typed for text in case)
    return found
