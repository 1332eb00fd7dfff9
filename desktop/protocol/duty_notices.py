"""Occasions of duties about notices: the incident, an order, the first contact, the end of an order, a plan.

Reads only, and no name of a person. A notice that had come before is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select

from desktop.language import N_
from desktop.protocol.duty_cases import DAY_ENDS, Event
from desktop.protocol.duty_ground import OURS, Ground, Sought, known
from desktop.records.assistance import Assistance, PlanMeasure
from desktop.records.referral import Attempt, Measure, Referral
from desktop.vault.record import in_parts

NO_CONTACT_DUE = ("centre_declined", "minor", "other_centre")
"""Outcomes by which a notice was passed on or declined: no first contact is due."""
HELPED = ("pending", "accepted", "not_reached")
"""Outcomes of those whom the centre helps or tried to reach."""
NOT_REACHED = N_("She could not be reached.")


def incidents(ground: Ground, sought: Sought) -> Iterator[Event]:
    """From the incident to the notice."""
    asked = select(
        Referral.id, Referral.incident_on, Referral.incident_time, Referral.received_at, Referral.unit_id,
        Referral.sender_id, Referral.year, Referral.number,
    ).where(Referral.duplicate_of_id.is_(None), Referral.incident_on.is_not(None))  # fmt: skip
    asked = asked.where(sought.among(Referral.incident_on))
    if sought.notice_id is None:
        asked = asked.where(Referral.received_at >= sought.first)  # no notice comes before the incident
    chains: dict[tuple[UUID | None, UUID], tuple[UUID | None, ...]] = {}
    for one, day, at, received, unit, sender, year, number in ground.rows(asked):
        if (unit, sender) not in chains:
            chains[unit, sender] = ground.chain(unit, sender)
        begins = datetime.combine(day, DAY_ENDS if at is None else at)
        yield Event(
            "referral", one, begins, (received,), chain=chains[unit, sender], label=f"{year}/{number}", notice_id=one
        )  # fmt: skip


def without_day(ground: Ground, first: date, last: date) -> list[tuple[tuple[UUID | None, ...], int]]:
    """How many notices of these days tell no day of the incident, by those who may have had to send them."""
    received = Referral.received_at.between(datetime.combine(first, time()), datetime.combine(last, DAY_ENDS))
    who = Referral.unit_id, Referral.sender_id
    untold = received, Referral.incident_on.is_(None), Referral.duplicate_of_id.is_(None)
    rows = ground.rows(select(*who, func.count()).where(*untold).group_by(*who))
    return [(ground.chain(unit, sender), count) for unit, sender, count in rows]


def orders(ground: Ground, sought: Sought) -> Iterator[Event]:
    """From an order to the notice of it."""
    asked = _measures().where(Referral.received_at >= Measure.granted_at)
    for row in ground.rows(asked.where(sought.among(Measure.granted_at))):
        yield Event(
            "measure", row.id, row.granted_at, (row.received_at,), chain=ground.chain(row.unit_id, row.sender_id),
            label=f"{row.year}/{row.number}", what=row.kind, notice_id=row.referral_id,
        )  # fmt: skip


def contacts(ground: Ground, sought: Sought) -> Iterator[Event]:
    """From the notice to the first contact; left out where none is due, or nobody wrote down when it was."""
    mine = (
        Referral.duplicate_of_id.is_(None), Referral.outcome.not_in(NO_CONTACT_DUE),
        or_(Referral.first_contact_at.is_not(None), Referral.outcome.in_(("pending", "not_reached"))),
        sought.among(Referral.received_at),
    )  # fmt: skip
    tries = select(Attempt.referral_id, func.min(Attempt.at)).join(Referral, Referral.id == Attempt.referral_id)
    tries = tries.where(*mine, Referral.outcome == "not_reached").group_by(Attempt.referral_id)
    tried = dict(tuple(row) for row in ground.rows(tries))
    asked = select(
        Referral.id, Referral.received_at, Referral.first_contact_at, Referral.outcome, Referral.year, Referral.number
    ).where(*mine)
    for one, received, reached, outcome, year, number in ground.rows(asked):
        excuse = NOT_REACHED if outcome == "not_reached" and one in tried else ""
        yield Event(
            "referral", one, received, known(reached), excuse=excuse, tried=tried.get(one), chain=OURS,
            label=f"{year}/{number}", notice_id=one,
        )  # fmt: skip


def order_ends(ground: Ground, sought: Sought) -> Iterator[Event]:
    """Contact with her before an order ends; orders that were lifted earlier are left out."""
    ends = func.coalesce(Measure.prolonged_until, Measure.until_at)
    standing = (ends.is_not(None), Measure.ended_on.is_(None), Referral.outcome.in_(HELPED))
    rows = ground.rows(_measures().where(*standing, sought.among(ends)))
    talks = _talks(ground, rows)
    for row in rows:
        said = sorted({*talks[row.referral_id], *(talks[row.person_id] if row.person_id else ())})
        begins, ends_at = max(row.granted_at, row.received_at), row.prolonged_until or row.until_at
        if begins < ends_at:
            yield Event(
                "measure", row.id, begins, tuple(said), ends_at,
                excuse=NOT_REACHED if row.outcome == "not_reached" else "", chain=OURS,
                label=f"{row.year}/{row.number}", what=row.kind, notice_id=row.referral_id,
            )  # fmt: skip


def plans(ground: Ground, sought: Sought) -> Iterator[Event]:
    """From the day set in a plan to the deed."""
    asked = select(
        PlanMeasure.id, PlanMeasure.due_on, PlanMeasure.done_on, PlanMeasure.implementer_id, PlanMeasure.what,
        PlanMeasure.referral_id, Referral.year, Referral.number,
    ).outerjoin(Referral, Referral.id == PlanMeasure.referral_id)  # fmt: skip
    rows = ground.rows(asked.where(sought.among(PlanMeasure.due_on)))
    for one, due, done, who, what, notice, year, number in rows:
        yield Event(
            "plan_measure", one, datetime.combine(due, DAY_ENDS), known(done), chain=ground.whose(who),
            label=f"{year}/{number}" if notice else "", what=what, notice_id=notice,
        )  # fmt: skip


def _measures() -> Any:
    return (
        select(
            Measure.id, Measure.kind, Measure.granted_at, Measure.until_at, Measure.prolonged_until,
            Measure.referral_id, Referral.received_at, Referral.unit_id, Referral.sender_id, Referral.year,
            Referral.number, Referral.person_id, Referral.outcome,
        )
        .join(Referral, Referral.id == Measure.referral_id)
        .where(Referral.duplicate_of_id.is_(None))
    )  # fmt: skip


def _talks(ground: Ground, measures: Sequence[Any]) -> Mapping[UUID, set[datetime]]:
    """When she was spoken with or helped, by her notice and by herself."""
    found: dict[UUID, set[datetime]] = defaultdict(set)
    for column in ("referral_id", "person_id"):
        wanted = {getattr(row, column) for row in measures} - {None}
        for part in in_parts(wanted):
            by = getattr(Attempt, column)
            for one, at in ground.rows(select(by, Attempt.at).where(by.in_(part), Attempt.outcome == "reached")):
                found[one].add(at)
            by = getattr(Assistance, column)
            for one, day in ground.rows(select(by, Assistance.on_day).where(by.in_(part))):
                found[one].add(datetime.combine(day, time()))
    return found
