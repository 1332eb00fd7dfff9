"""What the fields of each record are called, for telling a change of the history field by field.

A field that is not named here is kept in step by the program itself, or is a key: no person wrote it.
The words are those of the forms. Where a field holds codes, the list or the fixed words they come from stand beside it.
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_, OWN_NAMES
from desktop.records import meeting_words, protocol_words, reconciliation_words, training_words
from desktop.records.code_list import LISTS
from desktop.records.help_end import HELP_END_REASONS
from desktop.records.vocabulary import (
    AGENCY_KINDS,
    ATTEMPT_OUTCOMES,
    ENDED,
    FOR_WHOM,
    ORIGINS,
    OUTCOMES,
    PLAN_KINDS,
    ROLES,
    SEXES,
    TERNARY,
    WORKER_ROLES,
)

RECORDS = {
    "referral": N_("Notice"),
    "mention": N_("Person in a notice"),
    "measure": N_("Order or measure"),
    "attempt": N_("Contact attempt"),
    "assistance": N_("Assistance"),
    "person": N_("Person"),
    "kinship": N_("Family"),
    "joined_person": N_("Joined person"),
    "consent": N_("Consent"),
    "plan_measure": N_("Measure of the plan"),
    "agency": N_("Institution"),
    "code": N_("Entry of a list"),
    "closed_day": N_("Closed day"),
    "centre": N_("Centre's data"),
    "known_centre": N_("Other crisis centre"),
    "seal_key": N_("Seal of the centre"),
    "worker": N_("Worker"),
    "issued_summary": N_("Summary"),
    "issued_sheet": N_("Reconciliation sheet"),
    "handover": N_("Note for the next shift"),
    "help_end": N_("End of help"),
    "saved_view": N_("View of a list"),
    **reconciliation_words.RECORDS,
    "centre_card": N_("Card of another centre"),
    "exchange_key": N_("Key for packages"),
    **meeting_words.RECORDS,
    **protocol_words.RECORDS,
    **training_words.RECORDS,
}
"""The records of which is told, by table."""

KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "notice": (N_("Notices"), ("referral", "mention", "measure", "handover", "help_end")),
    "attempt": (N_("Contact attempts"), ("attempt",)),
    "assistance": (N_("Assistance"), ("assistance",)),
    "person": (N_("Persons"), ("person", "kinship", "joined_person", "consent", "plan_measure")),
    "agency": (N_("Institutions"), ("agency",)),
    "list": (N_("Lists and closed days"), ("code", "closed_day")),
    "centre": (N_("Centre's data"), ("centre", "known_centre", "seal_key", "centre_card", "exchange_key")),
    "worker": (N_("Workers"), ("worker", "saved_view")),
    "reconciliation": reconciliation_words.KIND,
    "training": training_words.KIND,
    "meeting": (N_("Meetings"), tuple(meeting_words.RECORDS)),
    "protocol": protocol_words.KIND,
    "summary": (N_("Summaries"), ("issued_summary", "issued_sheet")),
}
"""By what the history may be narrowed: a word, and the tables it means."""

FIELDS: dict[str, dict[str, str]] = {
    "referral": {
        "person_id": N_("Person"),
        "received_at": N_("Received"), "channel": N_("How it arrived"), "sender_id": N_("Sender"),
        "unit_id": N_("Unit"), "officer": N_("Officer"), "reference": N_("Sender's number"),
        "person_name": N_("Name as written"), "municipality": N_("Residence"),
        "incident_on": N_("Incident"), "incident_time": N_("Time of the incident"),
        "incident_place": N_("Place of the incident"), "incident_municipality": N_("Municipality of the incident"),
        "children_saw": N_("Children saw it"), "risk_instrument": N_("Risk assessment"),
        "risk_level": N_("Risk level"), "risk_on": N_("Assessed on"), "risk_by": N_("Assessed by"),
        "description": N_("Short description"), "due_at": N_("First contact by"),
        "first_contact_at": N_("First contact"), "outcome": N_("Outcome"), "outcome_reason": N_("Reason"),
        "outcome_on": N_("On"), "other_centre_id": N_("To which centre"),
        "duplicate_of_id": N_("Duplicate of another notice"), "repeat_of_id": N_("Repeats the notice"),
        "origin": N_("How it came into the log"), "worker_id": N_("Looked after by"),
    },
    "mention": {
        "person_id": N_("Person"), "name": N_("Name as written"), "role": N_("Role"),
        "birth_year": N_("Birth year"), "sex": N_("Sex"), "phone": N_("Telephone"), "municipality": N_("Residence"),
        "kinds": N_("Kinds of violence"), "relation": N_("Who poses the risk"),
        "relation_ended": N_("Present or former"),
    },
    "measure": {
        "kind": N_("Kind"), "granted_at": N_("Granted"), "granted_by": N_("Granted by"), "until_at": N_("Until"),
        "obligations": N_("Obligations"), "prolonged_until": N_("Prolonged until"), "ended_on": N_("Lifted on"),
    },
    "attempt": {
        "worker_name": N_("Worker"),
        "at": N_("When"), "channel": N_("How"), "outcome": N_("How did it go"), "note": N_("Note"),
        "again_at": N_("Again on"), "outside_reason": N_("Why outside the agreed way"),
    },
    "help_end": {
        "worker_name": N_("Worker"), "ended_on": N_("On"), "reason": N_("Reason"), "note": N_("Note"),
        "resumed_on": N_("Goes on again since"), "resumed_by": N_("Noted by"),
    },
    "assistance": {
        "worker_name": N_("Worker"),
        "on_day": N_("Day"), "kind": N_("Kind of assistance"), "channel": N_("How"), "minutes": N_("Minutes"),
        "worker_role": N_("As"), "for_whom": N_("For whom"), "onward_id": N_("Referred on to"), "note": N_("Note"),
    },
    "person": {
        "code": N_("Code"), "name": N_("Name as written"), "birth_year": N_("Birth year"), "sex": N_("Sex"),
        "phone": N_("Telephone"), "email": N_("E-mail"), "address": N_("Address"), "municipality": N_("Residence"),
        "note": N_("Note"), "safe_allowed": N_("May we contact her"), "safe_channel": N_("Safe contact"),
        "safe_number": N_("Number or address, if not her own"), "safe_days": N_("Days"), "safe_from": N_("From"),
        "safe_to": N_("Until"), "safe_voicemail": N_("Voice message may be left"),
        "safe_who": N_("Who else may answer"), "safe_say": N_("Who we say we are if another answers"),
        "safe_confirmed_on": N_("Confirmed on"), "safe_confirmed_by": N_("Confirmed by"),
    },
    "kinship": {"relation": N_("Relation")},
    "joined_person": {
        "person_id": N_("Joined with"), "code": N_("Code"), "name": N_("Name as written"),
        "joined_on": N_("On"), "joined_by": N_("Joined by"),
    },
    "consent": {
        "purpose": N_("Purpose"), "recipient_id": N_("Recipient"), "withheld": N_("What must not be passed on"),
        "given_on": N_("Given on"), "how": N_("How"), "until": N_("Until"), "withdrawn_on": N_("Withdrawn"),
        "told_to": N_("Who was told"),
    },
    "plan_measure": {
        "kind": N_("Kind"), "what": N_("Measure"), "implementer_id": N_("Who does it"), "due_on": N_("Due"),
        "done_on": N_("Done"), "effect_on": N_("Effect looked at"), "effect": N_("Effect seen"),
    },
    "agency": {
        "name": N_("Full name"), "short_name": N_("Short name"), "kind": N_("Kind"), "parent_id": N_("Unit of"),
        "names": N_("Names in other languages"), "municipalities": N_("Territory"),
        "representative": N_("Representative"), "deputy": N_("Deputy"), "phone": N_("Telephone"),
        "email": N_("E-mail"), "language": N_("Language of letters"), "note": N_("Who there understands the work"),
        "fingerprint": N_("Control code"), "active_from": N_("From"), "active_until": N_("Until"),
    },
    "code": {
        "list_name": N_("List"), "msgid": N_("First words"), "own_words": N_("Words"), "place": N_("Place in the list"),
        "is_active": N_("In use"), "hours": N_("Length in hours"),
        "prolonged_hours": N_("Prolonged by hours"), "source": N_("Source of the length"),
    },
    "closed_day": {"day": N_("Day"), "why": N_("Why")},
    **meeting_words.FIELDS,
    **protocol_words.FIELDS,
    "centre": {
        "name": N_("Name of the centre"), "short_name": N_("Short name"), "legal_code": N_("Code of the organisation"),
        "address": N_("Address"), "phone": N_("Telephone"), "email": N_("E-mail"), "town": N_("Town"),
        "municipalities": N_("Municipalities"), "work_days": N_("Working days"), "day_begins": N_("From"),
        "day_ends": N_("Until"), "first_contact_days": N_("First contact within working days"),
        "first_contact_source": N_("Source of the rule"),
        "safe_contact_days": N_("Safe contact asked again after days"), "repeat_months": N_("Repeat within months"),
        "prepared_by": N_("Prepared by"), "prepared_by_title": N_("Title of who prepares"),
        "approved_by": N_("Approved by"), "approved_by_title": N_("Title of who approves"),
        "receiver": N_("Receiver"), "language": N_("Office language"), "zone": N_("Time zone"),
        "backup_folder": N_("Second place for backups"), "last_backup_at": N_("Last backup"),
    },
    "known_centre": {
        "name": N_("Name of the centre"), "fingerprint": N_("Control code"), "pinned_at": N_("Trusted since"),
    },
    "seal_key": {"made_at": N_("Made on")},
    "worker": {
        "name": N_("Name of the worker"), "role": N_("Role"), "job_title": N_("Title, as it stands on papers"),
        "since": N_("From"), "until": N_("Until"),
    },
    "saved_view": {"name": N_("Name of the view"), "is_first": N_("The list opens with it")},
    "issued_summary": {
        "number": N_("Number"), "profile": N_("For whom"), "language": N_("Language"),
        "receiver": N_("Receiver"), "prepared_by": N_("Prepared by"),
        "approved_by": N_("Approved by"), "issued_at": N_("Issued"),
        "superseded_by_id": N_("Replaced by"),
    },
    "issued_sheet": {
        "number": N_("Number"), "language": N_("Language"), "with_names": N_("With names"),
        "receiver": N_("Receiver"), "issued_at": N_("Issued"), "superseded_by_id": N_("Replaced by"),
    },
    "handover": {
        "text": N_("Text"), "referral_id": N_("About the notice"), "for_id": N_("For"),
        "written_at": N_("Written"), "worker_name": N_("Written by"), "read_at": N_("Read"), "read_by": N_("Read by"),
    },
    **reconciliation_words.FIELDS,
    "centre_card": {"name": N_("Name of the centre"), "fingerprint": N_("Control code"), "made_at": N_("Made on"),
                    "read_at": N_("Read")},
    "exchange_key": {"made_at": N_("Made on")},
    **training_words.FIELDS,
}  # fmt: skip
"""Field names by table and column, in the order in which they are told."""

KEPT_IN_STEP: dict[str, frozenset[str]] = {
    "referral": frozenset({"year", "number", "month", "attempts", "person_sort"}),
    "mention": frozenset({"referral_id", "place", "age_group"}),
    "measure": frozenset({"referral_id"}),
    "help_end": frozenset({"referral_id", "worker_id"}),
    "attempt": frozenset({"referral_id", "person_id", "worker_id"}),
    "assistance": frozenset({"referral_id", "person_id", "month", "worker_id", "consent_id", "group_id"}),
    "kinship": frozenset({"person_id", "other_id"}),
    "joined_person": frozenset({"number"}),
    "consent": frozenset({"person_id"}),
    "plan_measure": frozenset({"person_id", "referral_id"}),
    "person": frozenset({"number", "name_sort"}),
    "agency": frozenset({"place", "name_sort"}),
    "code": frozenset({"code"}),
    "centre": frozenset({"country", "is_practice"}),
    "known_centre": frozenset({"root_certificate"}),
    "seal_key": frozenset({"root_certificate", "root_key", "leaf_certificate", "leaf_key"}),
    "issued_summary": frozenset({"month", "issued_by", "definitions", "figures", "pdf", "digest"}),
    "issued_sheet": frozenset({"reconciliation_id", "issued_by", "figures", "pdf", "digest"}),
    "handover": frozenset({"worker_id", "read_by_id"}),
    "saved_view": frozenset({"screen", "fields", "place", "worker_id"}),
    **reconciliation_words.KEPT_IN_STEP,
    "centre_card": frozenset({"exchange_key"}),
    "exchange_key": frozenset({"public", "private"}),
    **training_words.KEPT_IN_STEP,
    **meeting_words.KEPT_IN_STEP,
    **protocol_words.KEPT_IN_STEP,
}
"""What is not told: the program keeps it in step, or it stands in the name of the record."""

ABOUT: dict[str, tuple[str, ...]] = {
    "mention": ("referral_id",), "measure": ("referral_id",), "attempt": ("referral_id", "person_id"),
    "assistance": ("referral_id", "person_id"), "person": ("code",), "kinship": ("person_id", "other_id"),
    "joined_person": ("code",), "consent": ("person_id",), "plan_measure": ("person_id",), "agency": ("name",),
    "closed_day": ("day",),
    "known_centre": ("name",), "worker": ("name",), "issued_summary": ("number",), "issued_sheet": ("number",),
    "handover": ("referral_id",), "help_end": ("referral_id",),
    "code": ("list_name", "own_words", "msgid"), "saved_view": ("name",),
    "centre_card": ("name",),
    **reconciliation_words.ABOUT,
    **training_words.ABOUT,
    **meeting_words.ABOUT,
    **protocol_words.ABOUT,
}  # fmt: skip
"""By which fields a record is known, by table; of the words of a list the first that there are."""

LISTED = {
    ("referral", "channel"): "referral_channel", ("referral", "risk_instrument"): "risk_instrument",
    ("referral", "risk_level"): "risk_level", ("referral", "outcome_reason"): "outcome_reason",
    ("mention", "kinds"): "violence_kind", ("mention", "relation"): "relation",
    ("measure", "kind"): "measure_kind", ("measure", "obligations"): "obligation",
    ("attempt", "channel"): "contact_channel", ("attempt", "outside_reason"): "unsafe_call_reason",
    ("assistance", "kind"): "assistance_kind", ("assistance", "channel"): "contact_channel",
    ("assistance", "worker_role"): "worker_role", ("person", "safe_channel"): "contact_channel",
    ("kinship", "relation"): "relation", ("consent", "purpose"): "consent_purpose",
}  # fmt: skip
"""The editable list from which a field takes its codes."""

WORDS: dict[tuple[str, str], Mapping[str, str]] = {
    ("referral", "children_saw"): TERNARY, ("referral", "origin"): ORIGINS, ("code", "list_name"): LISTS,
    ("agency", "language"): OWN_NAMES, ("centre", "language"): OWN_NAMES, ("issued_summary", "language"): OWN_NAMES,
    ("issued_sheet", "language"): OWN_NAMES,
    ("issued_summary", "profile"): {
        "official": N_("Exact, for the receiver"), "meeting": N_("Protected, for a meeting"),
    },
    ("referral", "outcome"): OUTCOMES, ("help_end", "reason"): HELP_END_REASONS,
    ("mention", "role"): ROLES, ("mention", "sex"): SEXES, ("mention", "relation_ended"): ENDED,
    ("attempt", "outcome"): ATTEMPT_OUTCOMES, ("assistance", "for_whom"): FOR_WHOM,
    ("person", "sex"): SEXES, ("person", "safe_allowed"): TERNARY,
    ("consent", "how"): {"spoken": N_("Spoken"), "signed": N_("Signed")},
    **reconciliation_words.WORDS,
    **training_words.WORDS,
    **meeting_words.WORDS,
    **protocol_words.WORDS,
    ("plan_measure", "kind"): PLAN_KINDS, ("agency", "kind"): AGENCY_KINDS, ("worker", "role"): WORKER_ROLES,
}  # fmt: skip
"""The fixed words for a field's codes."""

SEEDED = {("code", "msgid"), ("code", "source"), ("centre", "first_contact_source")}
"""Words of the centre's own, or English ones of the program that are translated when shown."""

NAMES = {("referral", "person_name"), ("mention", "name"), ("person", "name"), ("joined_person", "name"),
         *reconciliation_words.NAMES, *training_words.NAMES, *meeting_words.NAMES,
         *protocol_words.NAMES}  # fmt: skip
"""What somebody is called: codes stand for it while names are hidden."""
MASKED = {("mention", "phone"), ("person", "phone"), ("person", "email"), ("person", "address"),
          ("person", "safe_number"), *reconciliation_words.MASKED}  # fmt: skip
"""By what a person is reached: never shown here as it is."""
