"""From a figure down to the records it was counted from, as short rows that can be listed and opened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from desktop.figures.figures import PeriodFigures
from desktop.periods import Period
from desktop.records.agency import Agency
from desktop.records.assistance import Assistance
from desktop.records.centre_profile import CentreProfile
from desktop.records.person import Person
from desktop.records.referral import Measure, Mention, Referral
from desktop.records.training import Training, TrainingPart, WorkingGroup


class Behind(NamedTuple):
    """One record behind a figure."""

    kind: str
    """referral, mention, measure, assistance, person, training, training_part, group; left_out is a notice too."""
    id: UUID
    referral_id: UUID | None
    """The notice to open, if it has one."""
    label: str
    """2026/419, the person's code, the topic of a training or who came to it from where, the name of a group;
    never a person's name."""
    at: datetime | None
    """When it was received, granted or given, or began; desk time."""
    state: str
    """Its code: the notice's outcome, the mention's role, the kind of help, order or training; of one that is left
    out the number of the notice it repeats."""
    opens: UUID | None = None
    """The training or the working group to open."""


_KIND = {
    "role": "mention", "age": "mention", "children": "mention", "posing": "mention", "municipality": "mention",
    "kinds": "mention", "relation": "mention", "help": "assistance", "channel": "assistance",
    "onward": "assistance", "measures": "measure", "trainings": "training", "training_people": "training_part",
    "groups": "group",
}  # fmt: skip
_AT_ONCE = 500
"""So many identifiers in one query."""


def kind_behind(key: str) -> str:
    """What kind of records stand behind a figure."""
    table, _, rest = key.partition("/")
    if key.endswith("/persons"):
        return "person"
    return "measure" if table == "risk" and rest.endswith("/granted") else _KIND.get(table, "referral")


def leaves_out(key: str) -> bool:
    """Whether a figure is of the period's notices, and so leaves out those that came twice."""
    return kind_behind(key) in ("referral", "mention") and not key.endswith(("/before", "/change", "/last_year"))


def records_behind(session: Session, figures: PeriodFigures, key: str) -> tuple[Behind, ...]:
    """The records behind the figure, oldest first."""
    kind, ids = kind_behind(key), figures.behind(key)
    found: list[Behind] = []
    for start in range(0, len(ids), _AT_ONCE):
        found += _READ[kind](session, ids[start : start + _AT_ONCE])
    return tuple(sorted(found, key=lambda one: (str(one.at or ""), one.label, one.id)))


def records_left_out(session: Session, period: Period) -> tuple[Behind, ...]:
    """The notices of the period not counted, for they came twice; the state of each is the earlier's number."""
    earlier = aliased(Referral)
    rows = session.execute(
        select(Referral.id, Referral.year, Referral.number, Referral.received_at, earlier.year, earlier.number)
        .join(earlier, earlier.id == Referral.duplicate_of_id)
        .where(Referral.month.in_([month.key for month in period.months]))
        .order_by(Referral.received_at, Referral.id)
    )
    return tuple(
        Behind("left_out", one, one, f"{year}/{number}", at, f"{its_year}/{its_number}")
        for one, year, number, at, its_year, its_number in rows
    )


def _referrals(session: Session, ids: Sequence[UUID]) -> list[Behind]:
    rows = session.execute(
        select(Referral.id, Referral.year, Referral.number, Referral.received_at, Referral.outcome)
        .where(Referral.id.in_(ids))
    )  # fmt: skip
    return [Behind("referral", one, one, f"{year}/{number}", at, outcome) for one, year, number, at, outcome in rows]


def _mentions(session: Session, ids: Sequence[UUID]) -> list[Behind]:
    rows = session.execute(
        select(Mention.id, Referral.id, Referral.year, Referral.number, Referral.received_at, Mention.role)
        .join(Referral, Referral.id == Mention.referral_id)
        .where(Mention.id.in_(ids))
    )
    return [Behind("mention", one, parent, f"{year}/{number}", at, role)
            for one, parent, year, number, at, role in rows]  # fmt: skip


def _measures(session: Session, ids: Sequence[UUID]) -> list[Behind]:
    rows = session.execute(
        select(Measure.id, Referral.id, Referral.year, Referral.number, Measure.granted_at, Measure.kind)
        .join(Referral, Referral.id == Measure.referral_id)
        .where(Measure.id.in_(ids))
    )
    return [Behind("measure", one, parent, f"{year}/{number}", at, kind)
            for one, parent, year, number, at, kind in rows]  # fmt: skip


def _assistance(session: Session, ids: Sequence[UUID]) -> list[Behind]:
    rows = session.execute(
        select(Assistance.id, Assistance.referral_id, Person.code, Assistance.on_day, Assistance.kind)
        .outerjoin(Person, Person.id == Assistance.person_id)
        .where(Assistance.id.in_(ids))
    )
    return [Behind("assistance", one, parent, code or "", datetime.combine(day, time()), kind)
            for one, parent, code, day, kind in rows]  # fmt: skip


def _persons(session: Session, ids: Sequence[UUID]) -> list[Behind]:
    rows = session.execute(select(Person.id, Person.code).where(Person.id.in_(ids)))
    return [Behind("person", one, None, code, None, "") for one, code in rows]


def _trainings(session: Session, ids: Sequence[UUID]) -> list[Behind]:
    found = session.scalars(select(Training).where(Training.id.in_(ids)))
    return [Behind("training", one.id, None, one.topic, datetime.combine(one.on_day, time()), one.kind, one.id)
            for one in found]  # fmt: skip


def _training_parts(session: Session, ids: Sequence[UUID]) -> list[Behind]:
    ours = session.scalar(select(CentreProfile.name)) or ""
    rows = session.execute(
        select(TrainingPart, Training.topic, Training.on_day, Agency)
        .join(Training, Training.id == TrainingPart.training_id)
        .outerjoin(Agency, Agency.id == TrainingPart.agency_id)
        .where(TrainingPart.id.in_(ids))
    )
    return [
        Behind(
            "training_part", part.id, None, f"{agency.known_as if agency else ours}: {part.persons} \u00b7 {topic}",
            datetime.combine(day, time()), part.role, part.training_id,
        )
        for part, topic, day, agency in rows
    ]  # fmt: skip


def _groups(session: Session, ids: Sequence[UUID]) -> list[Behind]:
    found = session.scalars(select(WorkingGroup).where(WorkingGroup.id.in_(ids)))
    return [Behind("group", one.id, None, one.name, datetime.combine(one.since, time()), "", one.id) for one in found]


_READ = {
    "referral": _referrals,
    "mention": _mentions,
    "measure": _measures,
    "assistance": _assistance,
    "person": _persons,
    "training": _trainings,
    "training_part": _training_parts,
    "group": _groups,
}
