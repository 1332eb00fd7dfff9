"""What was agreed of the safe way to reach somebody, each time: told from the history, since she has one way alone.

The number or address is never told here: it stands on her card, while the rule allows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import time
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.records.person import Person
from desktop.records.person_contact import COLUMNS
from desktop.records.timeline import Coded, Line, TimelineItem, Weekdays
from desktop.vault.row_history import RowStep, steps_of_row
from desktop.world import World

_CONFIRMED = {"safe_confirmed_on", "safe_confirmed_by"}
_HEADS = {
    "yes": N_("Safe contact agreed"),
    "no": N_("No contact: agreed so"),
    "unknown": N_("The safe way is not known any more"),
}
"""By what holds now, where something else held before."""


def safe_contact_told(session: Session, person_id: UUID, world: World) -> Iterator[TimelineItem]:
    """One event for each time at which the safe way was agreed, changed or confirmed; the latest first."""
    for step in reversed(steps_of_row(session, Person.__tablename__, person_id)):
        head = _head(step)
        if head:
            yield TimelineItem(
                at=world.desk(step.at),
                kind="safe",
                head=head,
                lines=tuple(_lines(step.after)),
                who=step.by_name,
                record_id=person_id,
            )


def _head(step: RowStep) -> str:
    changed = {name for name in COLUMNS if step.after.get(name) != step.before.get(name)}
    now, former = str(step.after["safe_allowed"]), step.before.get("safe_allowed", "unknown")
    if now != former:
        return _HEADS[now]
    if not step.before or not changed:
        return ""
    return N_("Safe contact confirmed") if changed <= _CONFIRMED else N_("Safe contact changed")


def _lines(agreed: Mapping[str, Any]) -> Iterator[Line]:
    if agreed["safe_allowed"] != "yes":
        return
    if agreed["safe_channel"]:
        yield Line("{channel}", {"channel": Coded("contact_channel", agreed["safe_channel"])})
    if agreed["safe_days"] and agreed["safe_from"] and agreed["safe_to"]:
        begins, ends = (time.fromisoformat(agreed[name]) for name in ("safe_from", "safe_to"))
        days = Weekdays(tuple(agreed["safe_days"].split()))
        yield Line("{days}, {begins}\u2013{ends}", {"days": days, "begins": begins, "ends": ends})
