"""Where each part of an agenda is filled: the name of the screen and what it is about, for the thing still missing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.centre import Centre
from desktop.meetings.agenda import EMPTY, NOTHING, READY, Agenda, Part
from desktop.windows.contributions_form import asked_of

NEXT = "next after "
"""Before the identifier of the meeting after which another of its kind is planned."""
_PLACES = {
    "commitments": "commitments", "law": "law_changes", "problems": "problems", "trainings": "trainings",
}  # fmt: skip
_TOLD = {"achievements": "achievement", "offers": "offer"}


def leads_to(centre: Centre, agenda: Agenda, part: Part) -> tuple[Any, ...]:
    """The screen and its record."""
    if part.part in _TOLD:
        return _told(centre, agenda, part)
    if part.part == "figures":
        return _figures(centre, agenda, part)
    if part.part in ("duties", "cases"):
        told = "protocol", ("duties", agenda.month.key)
        return told if part.part == "duties" else ("meeting_cases", agenda.meeting_id)
    if part.part == "next":
        return "meeting_new", f"{NEXT}{agenda.meeting_id.hex}"
    if part.part in _PLACES:
        return (_PLACES[part.part],)
    return "meeting_agenda", (agenda.meeting_id, part.item_id)


def _told(centre: Centre, agenda: Agenda, part: Part) -> tuple[Any, ...]:
    """What was told; where somebody is still to be asked, the empty form of that institution."""
    kind = _TOLD[part.part]
    if part.state == EMPTY and not part.missing:
        return "contribution", f"{kind}  {agenda.meeting_id.hex}"
    if part.state in (READY, NOTHING) or not part.missing:
        return "contributions", {"kind": kind, "meeting": agenda.meeting_id.hex}
    asked = {row.agency.known_as: row.agency.id for row in centre.attendances.of(agenda.meeting_id) if row.agency}
    return "contribution", asked_of(asked.get(part.missing[0]), agenda.meeting_id, kind)


def _figures(centre: Centre, agenda: Agenda, part: Part) -> tuple[Any, ...]:
    """The list of the partner that is still missing: the one begun for that month, else the invitation asking for it.

    Where the partner is not asked to this meeting, the overview tells whose lists are wanted.
    """
    begun = _begun(centre, agenda, part)
    if begun is not None:
        return "reconcile_agreed", begun
    asked = {row.agency.known_as: row.agency.id for row in centre.attendances.of(agenda.meeting_id) if row.agency}
    for name in part.missing:
        if name in asked:
            return "meeting_papers", (agenda.meeting_id, "invitation", asked[name])
    return ("reconciliation",)


def _begun(centre: Centre, agenda: Agenda, part: Part) -> UUID | None:
    key = agenda.month.key
    return next(
        (
            told.kept.id for told in centre.reconciliations.overview()
            if told.partner in part.missing and told.kept.month <= key <= told.kept.until and not told.kept.is_settled
        ),
        None,
    )  # fmt: skip
