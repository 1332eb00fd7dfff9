"""The fixed lists on which figures, deadlines and safety rest; their words may change, their meaning may not.

Lists that a centre may edit (channels, kinds of assistance, relations ...) are records: see `code_list`. Each code here
has its English word as a msgid. Order is house order: the order on screens and paper, "unknown" always last.
"""

from __future__ import annotations

from desktop.language import N_

ROLES = {
    "experienced": N_("Experienced violence"),
    "at_risk": N_("At risk of violence"),
    "child_witness": N_("Child witness"),
    "posing_risk": N_("Poses the risk"),
}
"""Role of a person in a notice. The three terms of the Lithuanian acts of 2022-2023, and the child who saw it."""
HELPED_ROLES = ("experienced", "at_risk")
"""Roles whose persons are counted as the persons to be reached."""

SEXES = {"female": N_("Woman or girl"), "male": N_("Man or boy"), "unknown": N_("Unknown")}

AGE_GROUPS = {
    "0-6": N_("0–6"),
    "7-13": N_("7–13"),
    "14-17": N_("14–17"),
    "18-29": N_("18–29"),
    "30-44": N_("30–44"),
    "45-64": N_("45–64"),
    "65+": N_("65 and over"),
    "unknown": N_("Age unknown"),
}
"""Age groups on the day the notice was received, by year of birth."""
AGE_GROUP_STARTS = {"0-6": 0, "7-13": 7, "14-17": 14, "18-29": 18, "30-44": 30, "45-64": 45, "65+": 65}

TERNARY = {"yes": N_("Yes"), "no": N_("No"), "unknown": N_("Unknown")}

ENDED = {"present": N_("Present"), "former": N_("Former"), "unknown": N_("Not known whether it goes on")}
"""Whether the relation goes on."""

OUTCOMES = {
    "accepted": N_("Help accepted"),
    "not_accepted": N_("Help not accepted"),
    "not_reached": N_("Not reached"),
    "centre_declined": N_("Declined by the centre"),
    "minor": N_("Minor, passed on"),
    "other_centre": N_("Passed to another centre"),
    "pending": N_("Pending"),
}
"""What became of a notice; the seven of the published national tables."""
REASON_WANTED = ("centre_declined", "other_centre")
"""Outcomes that are not kept without a reason."""

ATTEMPT_OUTCOMES = {
    "reached": N_("Reached"),
    "no_answer": N_("No answer"),
    "call_later": N_("Asked for later"),
    "wrong_number": N_("Wrong number"),
    "unsafe": N_("Unsafe"),
    "other_person": N_("Someone else answered"),
}

ORIGINS = {
    "log": N_("Entered in the log"),
    "import": N_("Brought in from a list"),
    "reconciliation": N_("Found while reconciling"),
}

AGENCY_KINDS = {
    "police": N_("Police"),
    "prosecution": N_("Prosecution"),
    "court": N_("Court"),
    "child_protection": N_("Child protection"),
    "social_services": N_("Social services"),
    "health": N_("Health care"),
    "education": N_("Education"),
    "employment": N_("Employment service"),
    "centre": N_("Other crisis centre"),
    "municipality": N_("Municipality"),
    "association": N_("Association"),
    "self": N_("Came in person"),
    "other": N_("Other institution"),
}
"""Kinds of institution, in the order in which they stand on every paper."""

FOR_WHOM = {"adult": N_("Adult"), "child": N_("Child"), "family": N_("Family")}

PLAN_KINDS = {"protect": N_("Protection measure"), "support": N_("Support measure")}

WORKER_ROLES = {
    "director": N_("Director"),
    "deputy": N_("Deputy director"),
    "cases": N_("Work with cases"),
    "intake": N_("Intake"),
    "statistics": N_("Statistics"),
    "audit": N_("Audit"),
}
"""What a worker does here, named by the work and not by the person."""

WEEKDAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
