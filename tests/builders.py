"""Valid drafts for tests: each says only what it is about, the rest is filled in.

All of them suit the fixture `centre`: Lithuania, Monday, 2 November 2026, ten in the morning.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from desktop.records.assistance_draft import AssistanceDraft
from desktop.records.care_draft import ConsentDraft, PlanDraft
from desktop.records.centre_draft import CentreDraft
from desktop.records.contact_draft import AttemptDraft, OutcomeDraft, SafeContactDraft
from desktop.records.directory import AgencyDraft
from desktop.records.law_changes import LawDraft
from desktop.records.referral_draft import MeasureDraft, MentionDraft, ReferralDraft
from desktop.records.staff import StaffDraft
from desktop.records.training_draft import TrainingDraft
from desktop.records.working_groups import GroupDraft, MemberDraft

TODAY = date(2026, 11, 2)
NOW = datetime(2026, 11, 2, 10, 0)


def a_centre(**changes: Any) -> CentreDraft:
    """A Lithuanian centre."""
    values = {"name": "Kretingos moterų centras", "country": "LT", "language": "lt", "town": "Kretinga"}
    return CentreDraft(**values | changes)


def a_worker(**changes: Any) -> StaffDraft:
    """A worker with a passphrase of her own."""
    values = {"name": "Rasa Vaitkutė", "role": "cases", "job_title": "konsultantė", "passphrase": "uoga stogas marios"}
    return StaffDraft(**values | changes)


def an_agency(**changes: Any) -> AgencyDraft:
    """A police commissariat."""
    values = {"name": "Kretingos rajono policijos komisariatas", "short_name": "Kretingos r. PK", "kind": "police"}
    return AgencyDraft(**values | changes)


def a_mention(**changes: Any) -> MentionDraft:
    """A person as a notice names her."""
    values = {"name": "Daiva Jonaitienė", "birth_year": 1984, "sex": "female", "phone": "0 612 30 041"}
    return MentionDraft(**values | changes)


def a_measure(**changes: Any) -> MeasureDraft:
    """A protection order of the night before."""
    values = {"kind": "protection_order", "granted_at": datetime(2026, 11, 1, 23, 0)}
    return MeasureDraft(**values | changes)


def a_referral(sender: UUID | None, **changes: Any) -> ReferralDraft:
    """A notice received this morning."""
    values = {"received_at": datetime(2026, 11, 2, 9, 5), "channel": "email", "mentions": (a_mention(),)}
    return ReferralDraft(**values | {"sender_id": sender} | changes)


def an_attempt(**changes: Any) -> AttemptDraft:
    """An attempt in which she was reached, outside any agreed way, with the reason."""
    values = {"at": datetime(2026, 11, 2, 9, 50), "channel": "telephone", "outcome": "reached",
              "outside_reason": "agreed"}  # fmt: skip
    return AttemptDraft(**values | changes)


def an_outcome(**changes: Any) -> OutcomeDraft:
    """Help accepted."""
    return OutcomeDraft(**{"outcome": "accepted"} | changes)


def a_safe_contact(**changes: Any) -> SafeContactDraft:
    """A telephone call on working mornings."""
    values = {"allowed": "yes", "channel": "telephone", "days": ("mo", "tu", "we", "th", "fr"), "begins": time(9),
              "ends": time(12)}  # fmt: skip
    return SafeContactDraft(**values | changes)


def an_assistance(**changes: Any) -> AssistanceDraft:
    """Three quarters of an hour of consultation today, for somebody whose name is not known."""
    values = {"on_day": TODAY, "kind": "consultation", "channel": "telephone", "minutes": 45, "persons": (None,)}
    return AssistanceDraft(**values | changes)


def a_consent(whose: UUID | None, **changes: Any) -> ConsentDraft:
    """Consent to being helped, given today."""
    return ConsentDraft(**{"person_id": whose, "purpose": "assistance", "given_on": TODAY} | changes)


def a_plan_measure(whose: UUID | None, **changes: Any) -> PlanDraft:
    """A new lock within three days."""
    values = {"kind": "protect", "what": "Pakeisti spyną", "due_on": date(2026, 11, 5)}
    return PlanDraft(**values | {"person_id": whose} | changes)


def a_training(**changes: Any) -> TrainingDraft:
    """A training that the centre held in October, without anybody who took part."""
    values = {"topic": "Saugus pokalbis", "on_day": date(2026, 10, 14), "minutes": 240, "place": "Kretinga"}
    return TrainingDraft(**values | changes)


def a_group(**changes: Any) -> GroupDraft:
    """A working group that is at work, with the centre in it."""
    values = {"name": "Pranešimo forma", "since": date(2026, 9, 1), "members": (MemberDraft(person="Rasa Vaitkutė"),)}
    return GroupDraft(**values | changes)


def a_law_change(**changes: Any) -> LawDraft:
    """A change of an invented act."""
    values = {
        "act": "Pavyzdinis įsakymas",
        "number": "X-1",
        "in_force_from": date(2026, 11, 15),
        "meaning": "Nauja forma",
    }
    return LawDraft(**values | changes)
