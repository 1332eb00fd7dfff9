"""The fields of a consent and of a plan measure, and the drafts made of them; about a notice or about a person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.language import N_, _
from desktop.records.assistance import Consent, PlanMeasure
from desktop.records.care_draft import HOW_GIVEN, ConsentDraft, PlanDraft
from desktop.records.vocabulary import PLAN_KINDS
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk
from desktop.windows.due_field import DueField
from desktop.windows.fields import TextField
from desktop.windows.form import Group
from desktop.windows.institution_field import InstitutionField
from desktop.windows.institutions import institutions
from desktop.windows.offered import Offered
from desktop.windows.offered_lists import listed, said
from desktop.windows.time_fields import DateField

CENTRE = "centre"
"""Who does it when it is the centre itself, in the list of institutions."""


def agencies(desk: Desk) -> list[tuple[str, str]]:
    """All institutions, and none."""
    return [("", ""), *((a.id.hex, a.known_as) for a in desk.centre.directory.agencies())]


def offered_doers(desk: Desk) -> Offered:
    """The centre, and the institutions that work today."""
    works = institutions(desk.centre, place=PlanMeasure.implementer_id)
    return Offered(lambda: [(CENTRE, _("The centre")), *works()[1:]], works.kept)


def doers(desk: Desk) -> list[tuple[str, str]]:
    """The centre, and all institutions."""
    return [(CENTRE, _("The centre")), *agencies(desk)[1:]]


def consent_groups(desk: Desk) -> list[Group]:
    """The fields of a consent: purpose, recipient, what is withheld, the day."""
    centre, today = desk.centre, desk.centre.world.today
    receivers = institutions(centre, place=Consent.recipient_id)
    return [
        Group("", [
            [
                (ChoiceField("purpose", N_("Purpose"), listed(centre, "consent_purpose"), required=True), 6),
                (InstitutionField(desk, "recipient_id", N_("Recipient"), receivers), 6),
            ],
            [(TextField("withheld", N_("What must not be passed on")), 12)],
            [
                (DateField("given_on", N_("Given on"), today, required=True), 3),
                (ChipsField("how", N_("How"), said(HOW_GIVEN)), 5),
                (DateField("until", N_("Until"), today, lean="future"), 3),
            ],
        ])
    ]  # fmt: skip


def plan_groups(desk: Desk, *, asks_end: bool = False) -> list[Group]:
    """The fields of a plan measure: what, who, until when; of one that is there already also when it was done."""
    today = desk.centre.world.today
    return [
        Group("", [
            [(ChipsField("kind", N_("Kind"), said(PLAN_KINDS), required=True), 12)],
            [(TextField("what", N_("Measure"), required=True), 12)],
            [
                (InstitutionField(desk, "implementer_id", N_("Who does it"), offered_doers(desk)), 6),
                (DueField("due_on", N_("Due"), today, desk.centre.lists.calendar()), 3),
                *([(DateField("done_on", N_("Done on"), today), 3)] if asks_end else []),
            ],
        ])
    ]  # fmt: skip


def consent_draft(person_id: UUID, told: dict[str, Any]) -> ConsentDraft:
    """What was typed of a consent."""
    return ConsentDraft(
        person_id=person_id,
        purpose=told["purpose"],
        recipient_id=UUID(told["recipient_id"]) if told["recipient_id"] else None,
        withheld=told["withheld"] or "",
        given_on=told["given_on"],
        how=told["how"] or "spoken",
        until=told["until"],
    )


def plan_draft(person_id: UUID, referral_id: UUID | None, told: dict[str, Any]) -> PlanDraft:
    """What was typed of a plan measure."""
    return PlanDraft(
        person_id=person_id,
        kind=told["kind"],
        what=told["what"],
        due_on=told["due_on"],
        implementer_id=UUID(told["implementer_id"]) if told["implementer_id"] not in ("", CENTRE) else None,
        referral_id=referral_id,
        done_on=told.get("done_on"),
    )
