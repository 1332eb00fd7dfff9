"""The centre's own notices as rows that can be compared with a partner's list, and as numbers beside its counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from desktop.periods import Month
from desktop.reconciliation.days import EARLIEST, LATEST
from desktop.reconciliation.listed import Listed
from desktop.reconciliation.units import Units
from desktop.records.referral import Mention, Referral

IN_LIST = ("experienced", "at_risk", "child_witness")
"""Roles of persons whom a partner's list names."""
COUNTED_ROLES = {"persons": IN_LIST, "children": ("child_witness",)}
"""Whose mentions are counted, by what a list of counts counts; everything else is counted by notices."""
ORIGIN = "reconciliation"
"""How a notice came into the log that had never arrived."""


@dataclass(frozen=True)
class OurNotice:
    """One notice of the log."""

    listed: Listed
    label: str
    """Its number: 2026/419."""
    received: date
    unit_id: UUID
    in_month: bool
    """Whether it counts in the period."""
    entered: bool
    """Whether it was entered while reconciling."""


def our_notices(session: Session, units: Units, first: Month, last: Month) -> dict[str, OurNotice]:
    """Notices from a partner or its units in the period, and in the days around it in which one may be late."""
    begins = datetime.combine(first.first + timedelta(days=EARLIEST), time.min)
    ends = datetime.combine(last.last + timedelta(days=LATEST), time.max)
    counted = Referral.month.between(first.key, last.key)
    wanted = and_(
        or_(Referral.received_at.between(begins, ends), counted), _sent_by(units), Referral.duplicate_of_id.is_(None)
    )
    named: dict[UUID, list[Mention]] = {}
    mentions = select(Mention).join(Referral, Referral.id == Mention.referral_id).where(wanted)
    for mention in session.scalars(mentions.order_by(Mention.referral_id, Mention.place)):
        named.setdefault(mention.referral_id, []).append(mention)
    notices = session.scalars(select(Referral).where(wanted).order_by(Referral.received_at, Referral.id))
    return {
        str(each.id): OurNotice(
            _row(each, named.get(each.id, []), units),
            each.label,
            each.received_at.date(),
            each.unit_id or each.sender_id,
            first.key <= each.month <= last.key,
            each.origin == ORIGIN,
        )
        for each in notices
    }


def our_counts(session: Session, units: Units, first: Month, last: Month, counted: str) -> Counter[UUID]:
    """How many of what a partner counts are in our log for the period, by unit."""
    wanted = and_(Referral.month.between(first.key, last.key), _sent_by(units), Referral.duplicate_of_id.is_(None))
    unit = func.coalesce(Referral.unit_id, Referral.sender_id).label("unit")
    rows = select(unit, func.count().label("n")).where(wanted).group_by(unit)
    if roles := COUNTED_ROLES.get(counted):
        rows = rows.join(Mention, Mention.referral_id == Referral.id).where(Mention.role.in_(roles))
    return Counter({row.unit: row.n for row in session.execute(rows)})


def _sent_by(units: Units) -> ColumnElement[bool]:
    return or_(Referral.sender_id.in_(units.all), Referral.unit_id.in_(units.all))


def _row(referral: Referral, mentions: Sequence[Mention], units: Units) -> Listed:
    people = [mention for mention in mentions if mention.role in IN_LIST and mention.name]
    first = people[0] if people else None
    return Listed(
        notice_no=referral.reference,
        date=referral.received_at.date().isoformat(),
        name="; ".join(mention.name for mention in people),
        birth_year="; ".join(str(mention.birth_year) for mention in people if mention.birth_year),
        address=referral.incident_place or (first.municipality if first else ""),
        phone="; ".join(mention.phone for mention in people if mention.phone),
        unit=units.known_as(referral.unit_id),
        id=str(referral.id),
    )
