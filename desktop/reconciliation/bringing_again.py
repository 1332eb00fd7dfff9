"""A partner's list brought again in the place of the one that is kept: read otherwise, or sent once more.

The cells of a file are not kept, since personal codes may stand in them: who wants its columns read otherwise brings
the file again. What was decided of a row that stays as it was stays with the row; how much would have to be decided
again can be asked before anything is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.reconciliation.bringing import Brought, count_rows, notice_rows
from desktop.reconciliation.kept import require_free, require_no_sheet, still_kept, still_open
from desktop.reconciliation.partner_list import PartnerList
from desktop.reconciliation.reconciliations import Reconciliations
from desktop.reconciliation.units import units_of
from desktop.records.agency import Agency
from desktop.records.reconciliation import (
    LATER,
    DifferenceReason,
    PairDecision,
    Reconciliation,
    TheirCount,
    TheirNotice,
)
from desktop.vault.record import Record
from desktop.vault.vault import Worker
from desktop.world import World

OF_THE_LIST = ("month", "until", "partner_id", "file_name", "file_digest", "reading", "counted", "brought_at")
"""What of a reconciliation comes with its list; what was said of the whole stays."""


@dataclass(frozen=True)
class Redone:
    """What would have to be done again: it belongs to rows that the new list does not have."""

    pairs: int
    reasons: int

    def __bool__(self) -> bool:
        return bool(self.pairs or self.reasons)


@dataclass(frozen=True)
class Former:
    """The list that is kept."""

    kept: Reconciliation
    partner: str
    fixed: Problem | None
    """Why no other list can take its place; None if one can."""


def former_of(log: Reconciliations, about: UUID) -> Former:
    """The list that is kept; a Problem if it was taken out meanwhile."""
    fixed = None
    with log.vault.look() as session:
        kept = still_kept(session, about)
        partner = session.get_one(Agency, kept.partner_id).known_as
        try:
            require_no_sheet(session, still_open(session, about).id)
        except Problem as problem:
            fixed = problem
    return Former(kept, partner, fixed)


def redone(log: Reconciliations, about: UUID, brought: Brought, listed: PartnerList) -> Redone:
    """What would have to be done again if this list took the place of the one that is kept; nothing is written."""
    with log.vault.look() as session:
        return _Exchange(session, log.world, about, brought, listed).redone


def bring_again(log: Reconciliations, about: UUID, brought: Brought, listed: PartnerList, by: Worker) -> Reconciliation:
    """Put a list in the place of the one that is kept, in one change."""
    with log.vault.look() as session:
        name = units_of(session, brought.partner_id, brought.units).partner.known_as
    what = N_("List brought again: {name}, {month}")
    with log.vault.change(what, by, name=name, month=brought.first.key) as session:
        return _Exchange(session, log.world, about, brought, listed).make()


class _Exchange:
    """The list that is kept and the one that comes, row by row."""

    def __init__(
        self, session: Session, world: World, about: UUID, brought: Brought, listed: PartnerList
    ) -> None:  # fmt: skip
        self._session = session
        self.former = still_open(session, about)
        require_no_sheet(session, about)
        require_free(session, brought, but=about)
        self.kept = brought.kept(about, world.now(), listed)
        units = units_of(session, brought.partner_id, brought.units)
        self.rows = (count_rows if self.kept.counted else notice_rows)(self.kept, listed, units, world.new_id)
        names = ("month", "until", "partner_id", "counted")
        self._is_same = all(getattr(self.former, each) == getattr(self.kept, each) for each in names)
        self._stay = self._rows_that_stay()
        self._decided = [each for each in self._of(PairDecision) if each.their_id not in self._stay]
        self._explained = [each for each in self._of(DifferenceReason) if not self._holds(each)]

    @property
    def redone(self) -> Redone:
        """What is lost with rows that go; that a pair was put off is no answer."""
        return Redone(sum(each.answer != LATER for each in self._decided), len(self._explained))

    def make(self) -> Reconciliation:
        """Write it."""
        session, about = self._session, self.former.id
        for lost in (*self._decided, *self._explained):
            session.delete(lost)
        session.flush()
        gone = TheirNotice.reconciliation_id == about, TheirNotice.id.not_in(self._stay)
        session.execute(delete(TheirNotice).where(*gone))
        session.execute(delete(TheirCount).where(TheirCount.reconciliation_id == about))
        for name in OF_THE_LIST:
            setattr(self.former, name, getattr(self.kept, name))
        if not self.former.counted:
            self.former.our_number = None
        for row in self.rows:
            session.merge(row)
        return self.former

    def _rows_that_stay(self) -> set[UUID]:
        """Each new row that one kept says the same of takes its identifier, so that what was decided of it holds."""
        if not self._is_same:
            return set()
        kept: dict[tuple[object, ...], list[UUID]] = {}
        for row in self._of(TheirNotice):
            kept.setdefault(_said(row), []).append(row.id)
        stay = set()
        for row in self.rows:
            if isinstance(row, TheirNotice) and (same := kept.get(_said(row))):
                row.id = same.pop(0)
                stay.add(row.id)
        return stay

    def _holds(self, reason: DifferenceReason) -> bool:
        """Whether a reason says of the new list what it said of the former."""
        if reason.their_id is not None:
            return reason.their_id in self._stay
        return self._is_same and (reason.referral_id is not None or self._has_same_numbers())

    def _has_same_numbers(self) -> bool:
        return _numbers(self.rows) == _numbers(self._of(TheirCount))

    def _of(self, table: Any) -> Any:
        mine = select(table).where(table.reconciliation_id == self.former.id)
        return self._session.scalars(mine.order_by(table.id)).all()


def _said(row: TheirNotice) -> tuple[object, ...]:
    """By what a row is decided; which unit it means and its remarks may be read otherwise."""
    return row.notice_no, row.sent_on, row.names, row.birth_years, row.phones, row.address


def _numbers(rows: Sequence[Record]) -> Counter[tuple[object, ...]]:
    return Counter((row.month, row.unit_id, row.unit, row.number) for row in rows if isinstance(row, TheirCount))
