"""What each form is called among what is unfinished, and where it stands; another form is one line here."""

from __future__ import annotations

from desktop.language import N_

FORMS = {
    "notice": N_("Notice"),
    "attempt": N_("Contact attempt"),
    "assistance_entry": N_("Assistance"),
    "attempt_amend": N_("Contact attempt"),
    "assistance_amend": N_("Assistance"),
    "outcome": N_("Outcome"),
    "help_end": N_("End of help"),
    "duplicate": N_("Duplicate of another notice"),
    "hand_on": N_("Hand it on"),
    "safe": N_("Safe contact"),
    "consent": N_("Consent"),
    "plan": N_("Plan"),
    "measure": N_("Order or measure"),
    "handover": N_("Hand-over note"),
    "agency": N_("Institution"),
    "reconcile_columns": N_("Bring a list"),
    "reconcile_agreed": N_("Reconciliation sheet"),
    "reconcile_sister": N_("Figure of another centre"),
    "entry": N_("Entry of a list"),
    "summaries": N_("Summary"),
    "closed_day": N_("Closed day"),
    "centre_data": N_("Centre's data"),
    "person_new": N_("Person"),
    "person_attempt": N_("Contact attempt"),
    "person_amend": N_("Person"),
    "person_consent": N_("Consent"),
    "person_withdraw": N_("Withdrawal of a consent"),
    "person_plan": N_("Plan"),
    "person_effect": N_("Effect of the measure"),
    "person_link": N_("Family link"),
    "person_relation": N_("Family link"),
    "commitment": N_("Commitment"),
    "commitments": N_("Commitment"),
    "case_numbers": N_("Numbers of other bodies"),
    "contribution": N_("What an institution told"),
    "problem": N_("Problem"),
    "problems": N_("Problem"),
    "meeting_view": N_("Meeting"),
    "meeting_minutes": N_("Minutes of a meeting"),
    "meeting_attendance": N_("Attendance"),
    "meeting_new": N_("Meeting"),
    "meeting_off": N_("Meeting"),
    "meeting_kind": N_("Kind of meeting"),
    "put_on_meeting": N_("Case of a meeting"),
    "meeting_cases": N_("Case of a meeting"),
    "training": N_("Training or event"),
    "working_group": N_("Working group"),
    "group_end": N_("End of a working group"),
    "law_change": N_("Change of law"),
    "package_write": N_("Figures of another centre"),
    "protocol_new": N_("Protocol"),
    "provision": N_("Provision"),
    "protocol_chapter": N_("Chapter"),
    "protocol_alignment": N_("What a provision still needs"),
    "protocol_revise": N_("Version of the protocol"),
    "protocol_adopt": N_("Version of the protocol"),
    "protocol_review": N_("Review date"),
    "protocol_end": N_("Version of the protocol"),
    "protocol_parties": N_("Party to the protocol"),
    "protocol_party": N_("Party to the protocol"),
    "protocol_withdraw": N_("Party to the protocol"),
}
"""What each form is called among what is unfinished."""
OF_PARTS = {"closed_day": ("centre", "days"), "centre_data": ("centre", "data")}
"""Where a form stands that is no page of its own: the screen, and what it is asked for."""
OF_TABS = {"protocol_alignment": "alignment"}
"""In which tab of the protocol something is typed that is no page of its own."""
OF_NOBODY = (
    "commitment", "commitments", "problem", "problems", "contribution", "meeting_view", "meeting_minutes",
    "meeting_attendance", "meeting_new", "meeting_off", "meeting_kind", "training", "working_group", "group_end",
    "law_change", "package_write", "handover", "agency", "entry", "reconcile_columns", "reconcile_agreed",
    "reconcile_sister", "protocol_new", "provision", "protocol_chapter", "protocol_revise", "protocol_adopt",
    "protocol_review", "protocol_end", "protocol_parties", "protocol_party", "protocol_withdraw",
    "protocol_alignment", "summaries", *OF_PARTS,
)  # fmt: skip
"""Forms whose title names no person."""
