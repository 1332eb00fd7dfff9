"""What follows from a notice as far as it is typed: deadline, end of an order, warnings, whether to call."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from desktop.centre import Centre
from desktop.language import _, chosen
from desktop.records.entry_values import measure_end
from desktop.records.referral_draft import ReferralDraft

Told = tuple[str, str, str]
"""Icon, ink, and a sentence in the language of the screen."""


def what_follows(centre: Centre, draft: ReferralDraft | None, person_id: UUID | None) -> tuple[Told, ...]:
    """What follows; without a draft it cannot be read yet. `person_id` is who is known to be meant."""
    told = list(_dates(centre, draft)) if draft is not None and draft.received_at is not None else []
    found = centre.people.find(person_id) if person_id else None
    person = found.person if found else None
    if person is None or person.safe_allowed != "yes":
        told.append(("phone", "red", _("Do not call: it is not known when it is safe.")))
    return tuple(told)


def _dates(centre: Centre, draft: ReferralDraft) -> list[Told]:
    now, told = centre.world.here(), list[Told]()
    assert draft.received_at is not None
    if draft.received_at.year in _years(now):
        due = centre.lists.calendar().deadline(draft.received_at, centre.profile_log.profile().first_contact_days)
        told.append(("clock", "", _("First contact by: {date}", date=chosen().near(due, now))))
    hours = {entry.code: entry.hours for entry in centre.lists.entries("measure_kind", active_only=False)}
    for measure in draft.measures:
        if measure.granted_at.year not in _years(now):
            continue
        ends = measure.until_at or measure_end(measure.granted_at, hours.get(measure.kind, 0), centre.world.zone)
        if ends > measure.granted_at:
            told.append(("shield", "", _("Order ends: {date}", date=chosen().moment(ends))))
    return told + [("warn", "amber", problem.told(_)) for problem in draft.warnings(now)]


def _years(now: datetime) -> range:
    """The years of which an end can be counted; a slip of the pen may lie at the end of all calendars."""
    return range(1900, now.year + 100)
