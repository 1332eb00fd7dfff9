"""What the fields of protocols, acts, revisions and duties are called; told by `field_words` with all the others."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_, OWN_NAMES
from desktop.records.alignment import ACTS, ALIGNMENTS
from desktop.records.duty import RECORDS as WATCHED
from desktop.records.issued import PROTOCOL_PAPERS
from desktop.records.protocol import CHAPTERS, TOLD_OF, TRIGGERS, UNITS
from desktop.records.revision import CHANGE_KINDS, CHANGE_STATES, COMMENT_SOURCES

RECORDS = {
    "protocol": N_("Protocol"),
    "protocol_version": N_("Version of the protocol"),
    "protocol_chapter": N_("Chapter"),
    "provision": N_("Provision"),
    "provision_text": N_("Provision in another language"),
    "provision_holder": N_("Duty holder"),
    "protocol_signatory": N_("Party to the protocol"),
    "act": N_("Act"),
    "act_point": N_("Point of an act"),
    "basis": N_("Basis of a provision"),
    "proposed_change": N_("Proposed change"),
    "provision_comment": N_("Comment on a provision"),
    "duty_note": N_("Note about a duty"),
    "breach": N_("Departure from the protocol"),
    "meant_text": N_("Meant in a closed text"),
    "counting_break": N_("Change in the way of counting"),
    "report_text": N_("Words of the yearly report"),
    "protocol_paper": N_("Paper about the protocol"),
}
KIND = (N_("Protocol"), tuple(RECORDS))
"""By what the history may be narrowed."""
FIELDS: dict[str, dict[str, str]] = {
    "protocol": {
        "name": N_("Name"), "names": N_("Name in other languages"), "language": N_("Language"),
        "position": N_("Place in the list"),
    },
    "protocol_version": {
        "number": N_("Version"), "begun_on": N_("Begun on"), "why": N_("Why"),
        "closed_on": N_("Text closed on"), "adopted_on": N_("Adopted on"), "in_force_from": N_("In force from"),
        "ended_on": N_("No longer in force since"), "review_on": N_("Review by"),
    },
    "protocol_chapter": {
        "position": N_("Place in the list"), "code": N_("Usual chapter"), "title": N_("Heading"),
        "titles": N_("Title in other languages"),
    },
    "provision": {
        "chapter_id": N_("Chapter"), "position": N_("Place in the list"), "number": N_("Number"),
        "title": N_("Heading"), "text": N_("Text"), "holds_all": N_("Binds every party"),
        "trigger": N_("Trigger"), "trigger_words": N_("Trigger in words"), "meeting_kind_id": N_("Kind of meeting"),
        "limit_number": N_("Time limit"), "limit_unit": N_("Time limit counted in"),
    },
    "provision_text": {
        "language": N_("Language"), "title": N_("Heading"), "text": N_("Text"), "is_behind": N_("Older than the text"),
    },
    "provision_holder": {"agency_id": N_("Institution")},
    "protocol_signatory": {
        "agency_id": N_("Institution"), "representative": N_("Who signs"), "role": N_("Office"),
        "deputy": N_("Deputy"), "signed_on": N_("Signed on"), "withdrawn_on": N_("Withdrew on"),
        "why_withdrawn": N_("Why"),
    },
    "act": {
        "kind": N_("Kind"), "title": N_("Heading"), "short": N_("Short name"), "number": N_("Number"),
        "language": N_("Language"), "since": N_("In force from"),
    },
    "act_point": {
        "position": N_("Place in the list"), "number": N_("Number"), "title": N_("Heading"), "text": N_("Text"),
    },
    "basis": {
        "provision_id": N_("Provision"), "point_id": N_("Point of an act"), "named": N_("Act and article"),
        "position": N_("Place in the list"), "state": N_("Alignment"), "needed": N_("What is still needed"),
        "judged_by": N_("Judged by"), "judged_on": N_("Judged on"),
    },
    "proposed_change": {
        "kind": N_("Kind"), "provision_id": N_("Provision"), "point_id": N_("Point of an act"),
        "chapter_id": N_("Chapter"), "number": N_("Number"), "title": N_("Heading"), "text": N_("Text"),
        "trigger": N_("Trigger"), "limit_number": N_("Time limit"), "limit_unit": N_("Time limit counted in"),
        "why": N_("Why"), "agency_id": N_("Proposed by"), "on_day": N_("Proposed on"), "state": N_("State"),
        "decided_on": N_("Decided on"), "decided_by": N_("Decided by"),
    },
    "provision_comment": {
        "provision_id": N_("Provision"), "change_id": N_("Proposed change"), "agency_id": N_("Institution"),
        "text": N_("Comment"), "on_day": N_("Day"), "source": N_("How it came"), "meeting_id": N_("Meeting"),
    },
    "duty_note": {
        "provision_id": N_("Provision"), "record": N_("Record"), "agency_id": N_("Institution"),
        "begins_at": N_("Time limit runs from"), "done_at": N_("Done"), "is_impossible": N_("Was not possible"),
        "reason": N_("Reason"), "noted_by": N_("Noted by"), "noted_on": N_("Noted on"),
    },
    "breach": {
        "provision_id": N_("Provision"), "problem_id": N_("Problem"), "agency_id": N_("Institution"),
        "record": N_("Record"), "noted_by": N_("Noted by"),
    },
    "meant_text": {
        "what": N_("What it tells"), "code": N_("Code"), "text": N_("Text"),
        "noted_by": N_("Noted by"), "noted_on": N_("Noted on"),
    },
    "counting_break": {
        "indicator": N_("Indicator"), "since": N_("From month"), "until": N_("Until month"),
        "agency_id": N_("Institution"), "words": N_("What changed"),
    },
    "report_text": {
        "year": N_("Year"), "part": N_("Part of the report"), "language": N_("Language"), "text": N_("Text"),
    },
    "protocol_paper": {
        "kind": N_("Kind of paper"), "period": N_("Period"), "number": N_("Number"), "language": N_("Language"),
        "receiver": N_("Receiver"), "made_by": N_("Made by"), "digest": N_("Fingerprint of the file"),
    },
}  # fmt: skip
ABOUT: dict[str, tuple[str, ...]] = {
    "protocol": ("name",), "protocol_version": ("protocol_id", "number"),
    "protocol_chapter": ("version_id", "title", "code"), "provision": ("version_id", "number"),
    "provision_text": ("provision_id",), "provision_holder": ("provision_id",),
    "protocol_signatory": ("version_id", "agency_id"), "act": ("title",), "act_point": ("act_id", "number"),
    "basis": ("provision_id", "point_id"), "proposed_change": ("version_id", "number"),
    "provision_comment": ("provision_id", "agency_id"), "duty_note": ("provision_id",), "breach": ("provision_id",),
    "meant_text": ("code",), "counting_break": ("words",), "report_text": ("year",), "protocol_paper": ("number",),
}  # fmt: skip
KEPT_IN_STEP: dict[str, frozenset[str]] = {
    "protocol_version": frozenset({"protocol_id", "based_on_id"}),
    "protocol_chapter": frozenset({"version_id"}),
    "provision": frozenset({"version_id", "origin_id"}),
    "provision_text": frozenset({"provision_id"}),
    "provision_holder": frozenset({"provision_id"}),
    "protocol_signatory": frozenset({"version_id"}),
    "act_point": frozenset({"act_id"}),
    "basis": frozenset({"version_id"}),
    "proposed_change": frozenset({"version_id", "position", "origin_id", "before"}),
    "provision_comment": frozenset({"version_id"}),
    "duty_note": frozenset({"record_id"}),
    "breach": frozenset({"record_id"}),
    "protocol_paper": frozenset({"version_id", "content", "pdf", "made_at", "superseded_by_id"}),
}
NAMES = {("protocol_signatory", "representative"), ("protocol_signatory", "deputy"), ("meant_text", "text")}
"""Officials by name, and what may name a person: not told while names are hidden."""
WORDS: dict[tuple[str, str], Mapping[str, str]] = {
    ("protocol", "language"): OWN_NAMES, ("provision_text", "language"): OWN_NAMES, ("act", "language"): OWN_NAMES,
    ("report_text", "language"): OWN_NAMES, ("protocol_paper", "language"): OWN_NAMES,
    ("protocol_chapter", "code"): CHAPTERS, ("provision", "trigger"): TRIGGERS, ("provision", "limit_unit"): UNITS,
    ("act", "kind"): ACTS, ("basis", "state"): ALIGNMENTS, ("proposed_change", "kind"): CHANGE_KINDS,
    ("proposed_change", "state"): CHANGE_STATES, ("proposed_change", "trigger"): TRIGGERS,
    ("proposed_change", "limit_unit"): UNITS, ("provision_comment", "source"): COMMENT_SOURCES,
    ("duty_note", "record"): WATCHED, ("breach", "record"): WATCHED, ("protocol_paper", "kind"): PROTOCOL_PAPERS,
    ("meant_text", "what"): TOLD_OF,
}  # fmt: skip
