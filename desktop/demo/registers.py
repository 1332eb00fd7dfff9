"""What the invented centre held together with others: trainings month by month, working groups, changes of law.

The acts are invented and claim nothing of real law; the words stand in the country's own lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from desktop.centre import Centre
from desktop.periods import Month
from desktop.records.law_changes import LawDraft
from desktop.records.training_draft import PartDraft, TrainingDraft
from desktop.records.working_groups import GroupDraft, MemberDraft

MONTHS_BACK = 23
PLANNED = timedelta(days=12)
"""So far ahead lies the one that is only planned."""


def keep_registers(centre: Centre, lines: dict[str, Any], today: date) -> None:
    """Write them down, through the very logs that the windows use."""
    known = {agency.short_name: agency.id for agency in centre.directory.agencies() if agency.short_name}
    by = centre.worker
    for draft in _trainings(lines["training"], known, today):
        centre.trainings.enter(draft, by)
    for line in lines["working_group"]:
        until = _ago(today, line["until"]) if "until" in line else None
        members = tuple(MemberDraft(known.get(name), person) for name, person in line["members"])
        centre.groups.found(
            GroupDraft(
                line["name"], line["purpose"], _ago(today, line["since"]), until, line.get("results", ""), members
            ),
            by,
        )
    for line in lines["law_change"]:
        since = _ago(today, line["from"]).replace(day=1)
        centre.law_changes.note(LawDraft(line["act"], line["number"], since, line["meaning"]), by)


def _trainings(lines: list[dict[str, Any]], known: dict[str, UUID], today: date) -> Iterator[TrainingDraft]:
    """One or two a month, those of the list in turn, and one that is only planned."""
    for back in range(MONTHS_BACK, -1, -1):
        first = Month.of(today).later(-back).first
        turns = (back, back + 3) if back % 2 else (back,)
        for place, turn in enumerate(turns):
            day = first + timedelta(days=7 * place + turn % 5 + 3)
            if day <= today:
                yield _training(lines[turn % len(lines)], known, day)
    yield _training(lines[0], known, today + PLANNED)


def _training(line: dict[str, Any], known: dict[str, UUID], day: date) -> TrainingDraft:
    parts = tuple(PartDraft(known.get(name), role, count, names) for name, role, count, names in line.get("parts", ()))
    return TrainingDraft(
        kind=line["kind"], topic=line["topic"], on_day=day, minutes=round(line.get("hours", 0) * 60),
        organiser_id=known.get(line.get("by", "")), place=line.get("place", ""),
        publicity=line.get("publicity", ""), parts=parts,
    )  # fmt: skip


def _ago(today: date, months: int) -> date:
    return Month.of(today).later(-months).first + timedelta(days=9)
