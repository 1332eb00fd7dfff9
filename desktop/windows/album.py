"""The table of every screen there is: what its picture is called, what shows it, and what it is about.

Pictures are taken of it and tests go over it. It knows names only, neither a widget nor a vault.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """One picture: `screen` as the frame calls it, `door` or `steps`; `about` a kind of record, a part, or nothing.

    `beside` is the screen from which a panel is opened.
    """

    name: str
    screen: str
    about: str = ""
    beside: str = ""


NOTICE, PERSON, ATTEMPT, HELP = "notice", "person", "attempt", "help"
TWO, RELATIVE, JOINED = "two", "relative", "joined"
CONSENT, PLAN, STOPPED, AGENCY, ENTRY = "consent", "plan", "stopped", "agency", "entry"
RECONCILIATION, BEGUN, PARTNER = "reconciliation", "begun", "partner"
TRAINING, LAW, GROUP = "training", "law", "group"
PARTY, POINT = "party", "point"
DUTIES, DUTY = "duty_cases", "duty"
LIST = "list"
"""In place of a record: the one of that kind that was found in the vault; a partner's list is made up."""
BEFORE = ("door", "steps")
"""Screens before the frame; taken last, since the steps write into the vault."""

PICTURES = (
    Picture("unlock", "door", "unlock"),
    Picture("forgotten", "door", "recovery"),
    Picture("paused", "door", "paused"),
    Picture("broken", "door", "crash"),
    Picture("first-language", "steps", "0"),
    Picture("first-centre", "steps", "1"),
    Picture("first-passphrase", "steps", "2"),
    Picture("first-sheets", "steps", "3"),
    Picture("first-rehearsal", "steps", "4"),
    Picture("first-backup", "steps", "5"),
    Picture("today", "today"),
    Picture("hand-over", "handover"),
    Picture("calls", "calls"),
    Picture("stop", "calls", STOPPED),
    Picture("notices", "referrals", NOTICE),
    Picture("new-notice", "notice"),
    Picture("change-notice", "notice", NOTICE),
    Picture("bring-in", "bring_in"),
    Picture("attempt", "attempt", NOTICE),
    Picture("attempt-amend", "attempt_amend", ATTEMPT),
    Picture("outcome", "outcome", NOTICE),
    Picture("help-end", "help_end", NOTICE),
    Picture("hand-on", "hand_on", NOTICE),
    Picture("duplicate", "duplicate", NOTICE),
    Picture("order", "measure", NOTICE),
    Picture("safe-contact", "safe", NOTICE),
    Picture("case-numbers", "case_numbers", NOTICE),
    Picture("assistance", "help"),
    Picture("assistance-entry", "assistance_entry", NOTICE, "help"),
    Picture("assistance-amend", "assistance_amend", HELP, "help"),
    Picture("persons", "people"),
    Picture("person", "person", PERSON),
    Picture("person-amend", "person_amend", PERSON),
    Picture("new-person", "person_new"),
    Picture("family-link", "person_link", PERSON),
    Picture("family-relation", "person_relation", RELATIVE),
    Picture("person-attempt", "person_attempt", PERSON),
    Picture("person-same", "person_same", PERSON),
    Picture("person-join", "person_join", TWO),
    Picture("person-part", "person_part", JOINED),
    Picture("person-consent", "person_consent", PERSON),
    Picture("consent-withdrawn", "person_withdraw", CONSENT),
    Picture("person-plan", "person_plan", PLAN),
    Picture("plan-effect", "person_effect", PLAN),
    Picture("consent", "consent", NOTICE),
    Picture("plan", "plan", NOTICE),
    Picture("reconciliation", "reconciliation"),
    Picture("reconcile-file", "reconcile_columns"),
    Picture("reconcile-columns", "reconcile_columns", LIST),
    Picture("reconcile-review", "reconcile_review", BEGUN),
    Picture("reconcile-agreed", "reconcile_agreed", BEGUN),
    Picture("reconcile-sheet", "reconcile_sheet", RECONCILIATION),
    Picture("reconcile-matrix", "reconcile_matrix"),
    Picture("reconcile-sister", "reconcile_sister", PARTNER),
    Picture("packages", "packages"),
    Picture("package-write", "package_write"),
    Picture("meetings", "meetings"),
    Picture("meeting-board", "meeting"),
    Picture("commitments", "commitments"),
    Picture("commitment", "commitment"),
    Picture("problems", "problems"),
    Picture("problem", "problem"),
    Picture("contributions", "contributions"),
    Picture("contribution", "contribution"),
    Picture("meeting-view", "meeting_view"),
    Picture("meeting-attendance", "meeting_attendance"),
    Picture("meeting-minutes", "meeting_minutes"),
    Picture("meeting-new", "meeting_new"),
    Picture("meeting-off", "meeting_off"),
    Picture("meeting-kinds", "meeting_kinds"),
    Picture("meeting-kind", "meeting_kind"),
    Picture("meeting-agenda", "meeting_agenda"),
    Picture("meeting-cases", "meeting_cases"),
    Picture("put-on-meeting", "put_on_meeting", NOTICE),
    Picture("meeting-papers", "meeting_papers"),
    Picture("trainings", "trainings", TRAINING),
    Picture("training", "training", TRAINING),
    Picture("working-groups", "working_groups", GROUP),
    Picture("working-group", "working_group", GROUP),
    Picture("group-end", "group_end", GROUP),
    Picture("changes-of-law", "law_changes", LAW),
    Picture("change-of-law", "law_change", LAW),
    Picture("protocol", "protocol"),
    Picture("protocol-new", "protocol_new"),
    Picture("provision", "provision"),
    Picture("protocol-chapters", "protocol_chapters"),
    Picture("protocol-chapter", "protocol_chapter"),
    Picture("protocol-revise", "protocol_revise"),
    Picture("protocol-adopt", "protocol_adopt"),
    Picture("protocol-review", "protocol_review"),
    Picture("protocol-end", "protocol_end"),
    Picture("protocol-paper", "protocol_paper"),
    Picture("protocol-parties", "protocol_parties"),
    Picture("protocol-party", "protocol_party", PARTY),
    Picture("protocol-withdraw", "protocol_withdraw", PARTY),
    Picture("protocol-change", "protocol_change"),
    Picture("protocol-comment", "protocol_comment"),
    Picture("protocol-returned", "protocol_returned"),
    Picture("protocol-acts", "protocol_acts"),
    Picture("protocol-act", "protocol_act"),
    Picture("act-point", "protocol_point", POINT),
    Picture("protocol-import", "protocol_import"),
    Picture("protocol-alignment", "protocol", "alignment"),
    Picture("protocol-versions", "protocol", "versions"),
    Picture("protocol-duties", "protocol", "duties"),
    Picture("protocol-signatories", "protocol", "signatories"),
    Picture("protocol-monitoring", "protocol", "monitoring"),
    Picture("monitoring", "monitoring"),
    Picture("duty-cases", "protocol_cases", DUTIES),
    Picture("duty-by-hand", "protocol_by_hand"),
    Picture("duty-impossible", "protocol_impossible", DUTY),
    Picture("duty-done", "protocol_done", DUTY),
    Picture("departure", "protocol_breach", DUTY),
    Picture("break-in-counting", "counting_break"),
    Picture("cooperation-report", "protocol_report"),
    Picture("summary", "summaries"),
    Picture("year", "year"),
    Picture("check", "check"),
    Picture("institutions", "centre", "agencies"),
    Picture("institution", "agency", AGENCY),
    Picture("people", "centre", "people"),
    Picture("new-worker", "worker"),
    Picture("own-passphrase", "passphrase"),
    Picture("lists", "centre", "lists"),
    Picture("list-entry", "entry", ENTRY),
    Picture("closed-days", "centre", "days"),
    Picture("centre", "centre", "data"),
    Picture("history", "centre", "history"),
    Picture("backups", "centre", "backup"),
    Picture("restore", "restore"),
    Picture("options", "centre", "options"),
    Picture("help", "guide"),
    Picture("new-sheets", "sheets"),
    Picture("rehearsal", "rehearsal"),
)
