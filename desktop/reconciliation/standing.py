"""How a reconciliation stands: both lists in their groups, the figures, and what was corrected after it was settled.

An open one is worked out anew each time from the lists and the decisions; a settled one is read as it was frozen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.reconciliation.count_settling import CountReason, CountSettlement
from desktop.reconciliation.frozen import Frozen, from_text
from desktop.reconciliation.kept import still_kept
from desktop.reconciliation.listed import Listed
from desktop.reconciliation.our_notices import OurNotice, our_counts, our_notices
from desktop.reconciliation.settling import Decisions, Settlement, settle
from desktop.reconciliation.statement import Placed, Statement, count_statement, statement
from desktop.reconciliation.units import Units, units_of
from desktop.records.difference import OURS, SINGLE, THEIRS
from desktop.records.reconciliation import (
    ANSWERS,
    LATER,
    NOT,
    SAME,
    DifferenceReason,
    PairDecision,
    Reconciliation,
    TheirCount,
    TheirNotice,
)

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Lists:
    """Everything of one reconciliation as it was read from the vault, before anything is compared."""

    kept: Reconciliation
    units: Units
    theirs: Mapping[str, TheirNotice]
    """Their rows by identifier, in the order of their list."""
    ours: Mapping[str, OurNotice]
    counts: tuple[TheirCount, ...]
    our_counts: Mapping[UUID, int]
    decisions: Decisions
    reasons: tuple[DifferenceReason, ...]

    @property
    def is_counts(self) -> bool:
        """Whether two numbers are compared and not two lists."""
        return bool(self.kept.counted)

    @property
    def rows(self) -> dict[str, Listed]:
        """Their rows, ready to be compared."""
        return {name: listed_of(row, self.units) for name, row in self.theirs.items()}


@dataclass(frozen=True)
class Correction:
    """A notice of ours that came into a settled month or left it afterwards."""

    label: str
    """Its number, or empty if it is no longer in the log."""
    came: bool
    """True: it counts in the month now and did not then."""


@dataclass(frozen=True)
class Standing:
    """A reconciliation as it stands."""

    lists: Lists
    statement: Statement
    names: Mapping[str, str]
    """What each unit of the statement is called."""
    settlement: Settlement | None
    """The rows in their groups; None where two numbers are compared."""
    corrections: tuple[Correction, ...] = ()

    @property
    def kept(self) -> Reconciliation:
        """What is kept of it."""
        return self.lists.kept


def read_lists(session: Session, reconciliation_id: UUID) -> Lists:
    """Read everything that one reconciliation compares."""
    kept = still_kept(session, reconciliation_id)
    units = units_of(session, kept.partner_id)
    return Lists(
        kept,
        units,
        {str(row.id): row for row in _of(session, TheirNotice, reconciliation_id)},
        {} if kept.counted else our_notices(session, units, kept.first, kept.last),
        tuple(_of(session, TheirCount, reconciliation_id)),
        our_counts(session, units, kept.first, kept.last, kept.counted) if kept.counted else {},
        read_decisions(session, reconciliation_id),
        tuple(_reasons(session, reconciliation_id)),
    )


def standing_of(lists: Lists, progress: Progress | None = None) -> Standing:
    """Compare both sides; `progress` is told how many of their rows are done and may raise `Cancelled`."""
    if lists.kept.is_settled:
        return _settled(lists)
    names = {str(key): agency.known_as for key, agency in lists.units.all.items()}
    order = [str(agency.id) for agency in lists.units.lines()]
    if lists.is_counts:
        return Standing(lists, count_statement(_counted(lists), order), names, None)
    found = settle(
        lists.rows,
        {name: ours.listed for name, ours in lists.ours.items()},
        lists.decisions,
        in_month=frozenset(name for name, ours in lists.ours.items() if ours.in_month),
        entered=frozenset(name for name, ours in lists.ours.items() if ours.entered),
        progress=progress,
    )
    return Standing(lists, statement(found, _placed(lists), order), names, found)


def listed_of(row: TheirNotice, units: Units) -> Listed:
    """One of their rows, ready to be compared."""
    return Listed(
        notice_no=row.notice_no,
        date=row.sent_on.isoformat() if row.sent_on else "",
        name="; ".join(row.names.splitlines()),
        birth_year="; ".join(filter(None, row.birth_years.splitlines())),
        address=row.address,
        phone="; ".join(filter(None, row.phones.splitlines())),
        unit=units.known_as(row.unit_id) or row.unit,
        id=str(row.id),
    )


def _settled(lists: Lists) -> Standing:
    ours = {name: each.listed for name, each in lists.ours.items()}
    frozen: Frozen = from_text(lists.kept.frozen, lists.rows, ours)
    corrections: tuple[Correction, ...] = ()
    if frozen.settlement:
        then = frozen.settlement.in_month
        now = {name for name, each in lists.ours.items() if each.in_month}
        labels = {name: each.label for name, each in lists.ours.items()}
        changed = [Correction(labels.get(name, ""), name in now) for name in now ^ then]
        corrections = tuple(sorted(changed, key=lambda each: (not each.came, len(each.label), each.label)))
    return Standing(lists, frozen.statement, frozen.names, frozen.settlement, corrections)


def _counted(lists: Lists) -> CountSettlement:
    theirs: Counter[str] = Counter()
    for each in lists.counts:
        theirs[_line(lists, each.unit_id)] += each.number
    typed, ours = lists.kept.our_number, Counter[str]()
    for key, n in lists.our_counts.items():
        ours[_line(lists, key)] += n
    if typed is not None:
        ours = Counter({"": typed})
    if typed is None and set(theirs) == {""}:
        ours = Counter({"": ours.total()})
    reasons = (
        CountReason(each.side, each.reason, each.number, _line(lists, each.unit_id), each.note)
        for each in lists.reasons
    )
    return CountSettlement(dict(theirs), dict(ours), tuple(reasons))


def _placed(lists: Lists) -> Placed:
    notes = {str(each.their_id or each.referral_id): each.note for each in lists.reasons if each.reason != SINGLE}
    return Placed(
        {name: _line(lists, row.unit_id) for name, row in lists.theirs.items()},
        {name: _line(lists, each.unit_id) for name, each in lists.ours.items()},
        notes,
    )


def _line(lists: Lists, unit_id: UUID | None) -> str:
    line = lists.units.line_of(unit_id)
    return str(line) if line else ""


def _of(session: Session, table: Any, reconciliation_id: UUID) -> Any:
    return session.scalars(
        select(table).where(table.reconciliation_id == reconciliation_id).order_by(table.place, table.id)
    )


def _reasons(session: Session, reconciliation_id: UUID) -> Any:
    mine = DifferenceReason.reconciliation_id == reconciliation_id
    return session.scalars(select(DifferenceReason).where(mine).order_by(DifferenceReason.id))


def read_decisions(session: Session, reconciliation_id: UUID) -> Decisions:
    """What the workers said of one reconciliation."""
    said: dict[str, set[tuple[str, str]]] = {answer: set() for answer in ANSWERS}
    for row in session.scalars(select(PairDecision).where(PairDecision.reconciliation_id == reconciliation_id)):
        said[row.answer].add((str(row.their_id), str(row.referral_id)))
    reasons: dict[str, dict[str, str]] = {THEIRS: {}, OURS: {}}
    single = set()
    for each in _reasons(session, reconciliation_id):
        row_id = str(each.their_id or each.referral_id or "")
        if each.reason == SINGLE:
            single.add(row_id)
        elif row_id:
            reasons[each.side][row_id] = each.reason
    return Decisions(
        frozenset(said[SAME]),
        frozenset(said[NOT]),
        frozenset(said[LATER]),
        reasons[THEIRS],
        reasons[OURS],
        frozenset(single),
    )
