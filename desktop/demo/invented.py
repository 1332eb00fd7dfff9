"""What an invented story is made of: somebody, a notice about her, the calls, the help; plain values.

Knows neither chance nor the vault.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from desktop.vault.record import Codes


@dataclass(frozen=True)
class SafeWay:
    """The agreed way to reach somebody."""

    allowed: str
    channel: str
    days: Codes
    begins: time
    ends: time
    voicemail: bool = False
    say: str = ""
    who: str = ""


@dataclass(frozen=True)
class Someone:
    """An invented person, and what does not change about her from one notice to the next."""

    number: int
    """Counted from 1; no two of a story bear the same."""
    name: str
    birth_year: int
    sex: str
    phone: str
    municipality: str
    other_name: str
    """The one who poses the risk."""
    relation: str
    """What he is to her."""
    ended: str
    children: tuple[tuple[str, int], ...]
    """First name and birth year of each child."""
    safe: SafeWay | None
    """The agreed way to reach her, or None while nobody knows one."""
    is_minor: bool = False


@dataclass(frozen=True)
class Call:
    """An invented attempt to reach somebody."""

    at: datetime
    channel: str
    outcome: str
    worker: int
    note: str = ""
    outside_reason: str = ""


@dataclass(frozen=True)
class Help:
    """An invented occasion of help."""

    on_day: date
    kind: str
    channel: str
    minutes: int
    worker: int
    for_whom: str
    note: str


@dataclass(frozen=True)
class Notice:
    """An invented notice and what came of it."""

    at: datetime
    agency: int
    """Which of the story's institutions sent it."""
    unit: str
    officer: str
    reference: str
    person: Someone
    incident: date
    incident_time: time | None
    place: str
    kinds: Codes
    children_saw: str
    order: bool
    risk: str
    description: str
    calls: tuple[Call, ...]
    outcome: str
    reason: str
    """Why, as a code of the list."""
    help: tuple[Help, ...]
    worker: int
    plan: tuple[tuple[str, str], ...] = field(default=())
    ends: date | None = None
    """When help ended; None while it goes on."""
    end_reason: str = ""
