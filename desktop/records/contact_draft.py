"""What is typed of a contact attempt, an outcome, a safe way to reach somebody, a person; drafts and their checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.typed_check import (
    LONG,
    NAME,
    SHORT,
    checked_birth_year,
    checked_choices,
    checked_days,
    checked_filled,
    checked_lengths,
)
from desktop.records.vocabulary import ATTEMPT_OUTCOMES, OUTCOMES, REASON_WANTED, SEXES, TERNARY, WEEKDAYS
from desktop.vault.record import Codes


@dataclass(frozen=True)
class AttemptDraft:
    """One attempt to reach a person."""

    at: datetime | None = None
    """Desk time."""
    channel: str = ""
    """A code of `contact_channel`."""
    outcome: str = ""
    """One of `ATTEMPT_OUTCOMES`."""
    note: str = ""
    again_at: datetime | None = None
    """When to try again."""
    outside_reason: str = ""
    """Why it was right to try outside the agreed way; needed only there."""
    person_id: UUID | None = None
    """With whom; None: the person the notice is about."""

    def check(self, now: datetime) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved at this desk time, but for the agreed way of contact."""
        return tuple(self._problems(now))

    def _problems(self, now: datetime) -> Iterator[Problem]:
        yield from checked_filled(self, ("at", "channel", "outcome"))
        if self.outcome:
            yield from checked_choices(self, {"outcome": ATTEMPT_OUTCOMES})
        yield from checked_days(self, ("at", "again_at"))
        yield from checked_lengths(self, {"channel": SHORT, "note": LONG, "outside_reason": SHORT})
        if self.at is not None and self.at > now:
            yield Problem(N_("This date has not come yet."), field="at")
        if self.at is not None and self.again_at is not None and self.again_at <= self.at:
            yield Problem(N_("The next attempt lies before this one. Check both times."), field="again_at")


@dataclass(frozen=True)
class OutcomeDraft:
    """What became of a notice."""

    outcome: str
    """One of `OUTCOMES`; pending opens it again."""
    reason: str = ""
    """A code of `outcome_reason`; wanted for some outcomes."""
    other_centre_id: UUID | None = None
    on: date | None = None
    """None: today."""

    def check(self, today: date) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved on this day."""
        return tuple(self._problems(today))

    def _problems(self, today: date) -> Iterator[Problem]:
        yield from checked_choices(self, {"outcome": OUTCOMES})
        yield from checked_lengths(self, {"reason": SHORT})
        yield from checked_days(self, ("on",))
        if self.outcome in REASON_WANTED:
            yield from checked_filled(self, ("reason",))
        if self.on is not None and self.on > today:
            yield Problem(N_("This date has not come yet."), field="on")


@dataclass(frozen=True)
class SafeContactDraft:
    """The one safe way to reach a person, as agreed with her."""

    allowed: str = "unknown"
    """May we contact her: yes, no, unknown. Unknown means no."""
    channel: str = ""
    number: str = ""
    """Number or address for contact; empty: the person's own."""
    days: Codes = ()
    """Codes of `WEEKDAYS`."""
    begins: time | None = None
    ends: time | None = None
    """Hours on those days; a window that ends before it begins runs past midnight."""
    voicemail: bool = False
    who: str = ""
    say: str = ""
    confirmed_on: date | None = None
    """None: today."""

    def check(self, today: date) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved on this day."""
        return tuple(self._problems(today))

    def _problems(self, today: date) -> Iterator[Problem]:
        yield from checked_choices(self, {"allowed": TERNARY})
        yield from checked_lengths(self, dict.fromkeys(("channel", "number", "who", "say"), SHORT))
        yield from checked_days(self, ("confirmed_on",))
        if self.allowed == "yes":
            yield from checked_filled(self, ("channel", "days", "begins", "ends"))
        if not set(self.days) <= set(WEEKDAYS):
            yield Problem(N_("Choose from the list."), field="days")
        if self.begins is not None and self.begins == self.ends:
            yield Problem(N_("It ends when it begins. Check both times."), field="ends")
        if self.confirmed_on is not None and self.confirmed_on > today:
            yield Problem(N_("This date has not come yet."), field="confirmed_on")


@dataclass(frozen=True)
class PersonDraft:
    """What is known of a person, safe contact apart."""

    name: str = ""
    birth_year: int | None = None
    sex: str = "unknown"
    phone: str = ""
    email: str = ""
    address: str = ""
    municipality: str = ""
    note: str = ""

    def check(self, now: datetime) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved at this desk time."""
        return tuple(self._problems(now))

    def _problems(self, now: datetime) -> Iterator[Problem]:
        limits = {"name": NAME, "note": LONG}
        yield from checked_lengths(self, limits | dict.fromkeys(("phone", "email", "address", "municipality"), SHORT))
        yield from checked_choices(self, {"sex": SEXES})
        yield from checked_birth_year(self.birth_year, now)
