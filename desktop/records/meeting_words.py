"""What the fields of meetings, commitments and problems are called; told by `field_words` with all the others."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_, OWN_NAMES
from desktop.records.issued import PAPERS
from desktop.records.meeting import (
    ANSWERS_TO_INVITATION,
    CASE_LISTS,
    CASES,
    MEMBERS,
    PARTS,
    PRESENCE,
    RHYTHMS,
    USUAL_KINDS,
)
from desktop.records.promise import CONTRIBUTIONS, STEPS

RECORDS = {
    "meeting": N_("Meeting"),
    "meeting_kind": N_("Kind of meeting"),
    "kind_member": N_("Member of a kind of meeting"),
    "attendance": N_("Attendance"),
    "agenda_item": N_("Agenda item"),
    "decision": N_("Decision"),
    "meeting_case": N_("Case of a meeting"),
    "case_numbers": N_("Numbers of other bodies"),
    "minutes_correction": N_("Correction of minutes"),
    "commitment": N_("Commitment"),
    "raised_problem": N_("Problem"),
    "problem_step": N_("Step about a problem"),
    "contribution": N_("What an institution told"),
    "meeting_paper": N_("Paper of a meeting"),
}

FIELDS: dict[str, dict[str, str]] = {
    "meeting_kind": {
        "code": N_("Usual kind"),
        "name": N_("Name"),
        "rhythm": N_("Rhythm"),
        "week": N_("Which week of the month"),
        "weekday": N_("Weekday"),
        "days": N_("At least every so many days"),
        "begins": N_("Begins"),
        "place": N_("Place"),
        "cut_off_days": N_("Papers closed, working days before"),
        "cut_off_at": N_("Papers closed at"),
        "parts": N_("Usual agenda"),
        "cases": N_("Single cases"),
        "position": N_("Place in the list"),
        "is_active": N_("In use"),
    },
    "kind_member": {"kind_id": N_("Kind of meeting"), "agency_id": N_("Institution"), "member": N_("Membership")},
    "meeting": {
        "kind_id": N_("Kind of meeting"),
        "number": N_("Number"),
        "on_day": N_("Day"),
        "begins": N_("Begins"),
        "ends": N_("Ends"),
        "place": N_("Place"),
        "topic": N_("Topic"),
        "chair": N_("Chair"),
        "minute_taker": N_("Minutes taken by"),
        "language": N_("Language"),
        "cut_off": N_("Papers closed at"),
        "called_off_on": N_("Called off on"),
        "why_called_off": N_("Why"),
        "held": N_("Held"),
        "agreed_on": N_("Minutes agreed on"),
        "agreed_by": N_("Minutes agreed by"),
    },
    "attendance": {
        "agency_id": N_("Institution"),
        "name": N_("Name"),
        "role": N_("Office"),
        "member": N_("Membership"),
        "answer": N_("Answer to the invitation"),
        "invited_on": N_("Invited on"),
        "presence": N_("Attendance"),
        "sent_information": N_("Sent information"),
        "confidential": N_("Confidentiality accepted"),
        "signs": N_("Signs the minutes"),
    },
    "agenda_item": {
        "position": N_("Place in the list"),
        "part": N_("Part of the agenda"),
        "title": N_("Heading"),
        "text": N_("Text"),
        "minutes": N_("Planned minutes"),
        "is_empty": N_("Said to be empty"),
        "is_done": N_("Dealt with"),
        "heard": N_("What was said"),
    },
    "decision": {"text": N_("Decision")},
    "meeting_case": {
        "referral_id": N_("Notice"),
        "listed": N_("On which list"),
        "asked": N_("Step that is asked for"),
        "agreed": N_("What was agreed"),
        "again": N_("To be looked at again"),
    },
    "case_numbers": {
        "referral_id": N_("Notice"),
        "police": N_("Number at the police"),
        "prosecution": N_("Number at the prosecution"),
        "social_work": N_("Number at social work"),
    },
    "minutes_correction": {"at": N_("When"), "by": N_("By whom"), "text": N_("Correction")},
    "commitment": {
        "what": N_("What was promised"),
        "agency_id": N_("Institution"),
        "person": N_("Who there"),
        "made_on": N_("Promised on"),
        "due_on": N_("Due"),
        "first_due_on": N_("Promised first for"),
        "done_on": N_("Done"),
        "evidence": N_("By what it is known"),
        "impossible_on": N_("No longer possible since"),
        "noted_on": N_("Noted on"),
        "reason": N_("Reason"),
        "problem_id": N_("Problem"),
        "meeting_id": N_("Meeting"),
    },
    "raised_problem": {
        "number": N_("Number"),
        "fact": N_("Fact"),
        "effect": N_("Effect"),
        "wish": N_("Wish"),
        "agency_id": N_("Raised by"),
        "since": N_("Since"),
        "solved_on": N_("Solved on"),
        "solution": N_("How"),
    },
    "problem_step": {
        "problem_id": N_("Problem"),
        "meeting_id": N_("Meeting"),
        "kind": N_("Kind"),
        "on_day": N_("Day"),
        "text": N_("What was done"),
    },
    "contribution": {
        "kind": N_("Kind"),
        "agency_id": N_("Institution"),
        "what": N_("What it told"),
        "since": N_("Since"),
        "noted_on": N_("Noted on"),
        "meeting_id": N_("Meeting"),
    },
    "meeting_paper": {
        "kind": N_("Kind of paper"),
        "number": N_("Number"),
        "language": N_("Language"),
        "receiver": N_("Receiver"),
        "withheld": N_("Items not in this copy"),
        "made_by": N_("Made by"),
        "sent_at": N_("Handed over"),
        "sent_by": N_("Handed over by"),
        "digest": N_("Fingerprint of the file"),
    },
}

ABOUT: dict[str, tuple[str, ...]] = {
    "meeting": ("number",), "meeting_kind": ("name", "code"), "kind_member": ("kind_id", "agency_id"),
    "attendance": ("meeting_id", "agency_id"), "agenda_item": ("meeting_id", "title", "part"),
    "decision": ("meeting_id",), "meeting_case": ("meeting_id", "referral_id"), "case_numbers": ("referral_id",),
    "minutes_correction": ("meeting_id",), "commitment": ("what",), "raised_problem": ("number",),
    "problem_step": ("problem_id",), "contribution": ("agency_id",), "meeting_paper": ("number", "receiver"),
}  # fmt: skip

KEPT_IN_STEP: dict[str, frozenset[str]] = {
    "meeting": frozenset({"draft", "agreed"}),
    "attendance": frozenset({"meeting_id"}),
    "agenda_item": frozenset({"meeting_id", "seconds"}),
    "decision": frozenset({"meeting_id", "item_id", "position"}),
    "meeting_case": frozenset({"meeting_id"}),
    "minutes_correction": frozenset({"meeting_id"}),
    "commitment": frozenset({"item_id"}),
    "meeting_paper": frozenset(
        {"meeting_id", "receiver_id", "content", "rests_on", "pdf", "made_at", "superseded_by_id"}
    ),
}

NAMES = {
    ("attendance", "name"), ("commitment", "person"), ("meeting", "chair"), ("meeting", "minute_taker"),
}  # fmt: skip
"""Where the name of somebody stands."""

WORDS: dict[tuple[str, str], Mapping[str, str]] = {
    ("meeting_kind", "code"): USUAL_KINDS, ("meeting_kind", "parts"): PARTS,
    ("meeting_kind", "rhythm"): RHYTHMS, ("meeting_kind", "cases"): CASES,
    ("kind_member", "member"): MEMBERS, ("attendance", "member"): MEMBERS, ("attendance", "presence"): PRESENCE,
    ("attendance", "answer"): ANSWERS_TO_INVITATION, ("agenda_item", "part"): PARTS,
    ("meeting_case", "listed"): CASE_LISTS, ("problem_step", "kind"): STEPS, ("contribution", "kind"): CONTRIBUTIONS,
    ("meeting_paper", "kind"): PAPERS, ("meeting", "language"): OWN_NAMES, ("meeting_paper", "language"): OWN_NAMES,
}  # fmt: skip
