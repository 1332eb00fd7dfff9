"""A notice as a list shows it, and a page of them read quickly.

Of the time in which a page is read, most would go into wording the same statement anew and into turning each value of
each row. So the statement is worded once, and a row keeps what the file gives until it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.dialects import sqlite

from desktop.records.agency import Agency
from desktop.records.help_end import help_has_ended
from desktop.records.person import Person
from desktop.records.referral import Referral
from desktop.records.referral_state import ReferralState, state_of
from desktop.records.workdays import WorkCalendar
from desktop.vault.record import id_of
from desktop.vault.store import Store

_PAGE = 500
"""Identifiers asked for in one statement."""

ROWS: Select[*tuple[Any, ...]] = (
    select(
        Referral.id, Referral.year, Referral.number, Referral.received_at, Referral.person_id, Referral.person_name,
        Referral.municipality, Referral.sender_id, Referral.outcome, Referral.due_at, Referral.first_contact_at,
        Referral.attempts, Referral.reference, Referral.repeat_of_id, Referral.duplicate_of_id,
        Agency.short_name, Agency.name, Person.code, help_has_ended(),
    )
    .join(Agency, Agency.id == Referral.sender_id)
    .outerjoin(Person, Person.id == Referral.person_id)
)  # fmt: skip
"""What a list shows of a notice, in the order in which `_Filed` names it."""
_OF_THESE = f"{ROWS.compile(dialect=sqlite.dialect())} WHERE referral.id IN "


class _Filed(NamedTuple):
    """What `ROWS` gives, as it lies in the file."""

    id: bytes
    year: int
    number: int
    received_at: str
    person_id: bytes | None
    person_name: str
    municipality: str
    sender_id: bytes
    outcome: str
    due_at: str
    first_contact_at: str | None
    attempts: int
    reference: str
    repeat_of_id: bytes | None
    duplicate_of_id: bytes | None
    short_name: str
    name: str
    code: str | None
    help_ended: int


class ReferralRow:
    """One notice as a list shows it. What is not asked of it is not worked out: most rows of a page are never seen."""

    __slots__ = ("_calendar", "_filed", "_now", "id")

    id: UUID

    def __init__(self, filed: _Filed, now: datetime, calendar: WorkCalendar) -> None:
        self.id, self._filed, self._now, self._calendar = id_of(filed.id), filed, now, calendar

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ReferralRow) and (self._filed, self.state) == (other._filed, other.state)

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def label(self) -> str:
        """Its number as it is spoken and printed: 2026/419."""
        return f"{self._filed.year}/{self._filed.number}"

    @property
    def received_at(self) -> datetime:
        """When it came."""
        return datetime.fromisoformat(self._filed.received_at)

    @property
    def person_id(self) -> UUID | None:
        """Whom it is about."""
        return id_of(self._filed.person_id) if self._filed.person_id else None

    @property
    def person_name(self) -> str:
        """Her name."""
        return self._filed.person_name

    @property
    def person_code(self) -> str:
        """What stands for the name while names are hidden."""
        return self._filed.code or ""

    @property
    def municipality(self) -> str:
        """Where she lives."""
        return self._filed.municipality

    @property
    def sender_id(self) -> UUID:
        """Who sent it."""
        return id_of(self._filed.sender_id)

    @property
    def sender(self) -> str:
        """The sender as he is known."""
        return self._filed.short_name or self._filed.name

    @property
    def reference(self) -> str:
        """The sender's own number."""
        return self._filed.reference

    @property
    def outcome(self) -> str:
        """What became of it."""
        return self._filed.outcome

    @property
    def due_at(self) -> datetime:
        """By when the first contact is due."""
        return datetime.fromisoformat(self._filed.due_at)

    @property
    def first_contact_at(self) -> datetime | None:
        """When she was first reached."""
        at = self._filed.first_contact_at
        return datetime.fromisoformat(at) if at else None

    @property
    def attempts(self) -> int:
        """How often somebody tried."""
        return self._filed.attempts

    @property
    def is_repeat(self) -> bool:
        """Whether it came within the repeat period."""
        return self._filed.repeat_of_id is not None

    @property
    def duplicate_of_id(self) -> UUID | None:
        """The same notice that had come before."""
        return id_of(self._filed.duplicate_of_id) if self._filed.duplicate_of_id else None

    @property
    def state(self) -> ReferralState:
        """How it stands."""
        return state_of(self, self._now, self._calendar, help_ended=bool(self._filed.help_ended))


def list_rows(vault: Store, ids: Sequence[UUID], now: datetime, calendar: WorkCalendar) -> list[ReferralRow]:
    """The rows of these notices, in the order asked; one that is gone is left out."""
    found: dict[UUID, ReferralRow] = {}
    for start in range(0, len(ids), _PAGE):
        some = tuple(wanted.bytes for wanted in ids[start : start + _PAGE])
        rows = vault.read(f"{_OF_THESE}({', '.join('?' * len(some))})", some)
        found.update((row.id, row) for row in rows_of(rows, now, calendar))
    return [found[wanted] for wanted in ids if wanted in found]


def rows_of(found: Iterable[Any], now: datetime, calendar: WorkCalendar) -> list[ReferralRow]:
    """The rows of what `ROWS` found."""
    return [ReferralRow(filed, now, calendar) for filed in map(_Filed._make, found)]
