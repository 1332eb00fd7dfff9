"""What records are called in a sentence: a notice by its number, a person by her code, an institution by its name.

Reads only. No name of a person is ever handed out here, so that the history shows codes alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.centre_profile import StaffMember
from desktop.records.issued import IssuedSheet, IssuedSummary, MeetingPaper
from desktop.records.meeting import Meeting, MeetingKind
from desktop.records.person import Person
from desktop.records.promise import Commitment, RaisedProblem
from desktop.records.referral import Referral
from desktop.records.tables import TABLES
from desktop.records.training import Training, WorkingGroup
from desktop.vault.search import fold
from desktop.vault.vault import Vault

_AT_ONCE = 500
_NAMED: tuple[type[Any], ...] = (
    Agency, Person, Referral, StaffMember, IssuedSummary, IssuedSheet, Training, WorkingGroup, Meeting, MeetingKind,
    MeetingPaper, RaisedProblem, Commitment,
)  # fmt: skip
_BELONGING = ("referral_id", "person_id", "other_id", "parent_id", "agency_id")
"""Columns by which a row belongs to another record."""


_CALLED: dict[type[Any], str] = {
    Agency: "known_as", Person: "code", Referral: "label", StaffMember: "name", WorkingGroup: "name", Training: "topic",
    IssuedSummary: "number", IssuedSheet: "number", Meeting: "number", MeetingPaper: "number", RaisedProblem: "number",
    Commitment: "what",
}  # fmt: skip


def name_of(record: object) -> str:
    """What one record is called; a kind of meeting that the program brings by its msgid."""
    if isinstance(record, MeetingKind):
        return record.name or record.known_as
    return str(getattr(record, _CALLED[type(record)])) if type(record) in _CALLED else ""


class NamedRecords:
    """Looks names up for a few identifiers at a time, and identifiers for a name that was typed."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault

    def of(self, ids: Iterable[UUID]) -> dict[UUID, str]:
        """Names by identifier; what is no longer there, or has no name, is left out."""
        wanted = list(dict.fromkeys(ids))
        with self.vault.look() as session:
            return {record.id: name_of(record) for record in _found(session, wanted)}

    def typed(self, text: str) -> tuple[UUID, ...]:
        """The record that is meant by a number, a code or a name, and every row that belongs to it.

        Raises a Problem where nothing, or more than one institution, is called so.
        """
        with self.vault.look() as session:
            found = _meant(session, text.strip())
            if found is None:
                raise Problem(N_("There is no such record. Write a number, a code or a name of an institution."))
            return (found, *_rows_of(session, found))


def _found(session: Session, wanted: list[UUID]) -> Iterator[Any]:
    for start in range(0, len(wanted), _AT_ONCE):
        for kind in _NAMED:
            yield from session.scalars(select(kind).where(kind.id.in_(wanted[start : start + _AT_ONCE])))


def _meant(session: Session, text: str) -> UUID | None:
    year, slash, number = text.partition("/")
    if slash and year.isdecimal() and number.isdecimal():
        return session.scalar(select(Referral.id).where(Referral.year == int(year), Referral.number == int(number)))
    person = session.scalar(select(Person.id).where(Person.code == text.upper()))
    if person is not None:
        return person
    wanted = fold(text)
    agencies = [a for a in session.scalars(select(Agency)) if wanted in (fold(a.name), fold(a.short_name))]
    return agencies[0].id if wanted and len(agencies) == 1 else None


def _rows_of(session: Session, found: UUID) -> Iterator[UUID]:
    """The rows that belong to a record, in whatever table."""
    for kind in TABLES:
        columns = kind.__table__.columns
        for name in _BELONGING:
            if kind.historic and name in columns and columns[name].foreign_keys:
                yield from session.scalars(select(kind.id).where(columns[name] == found))
