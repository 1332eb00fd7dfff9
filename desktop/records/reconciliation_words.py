"""What the fields of reconciliations and of the figures of other centres are called, for the history."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_
from desktop.records.difference import NOT_A_COPY, REASONS, SIDES, SINGLE
from desktop.records.package import DIRECTIONS
from desktop.records.reconciliation import ANSWERS, COUNTED, THEIR_RULES

RECORDS = {
    "reconciliation": N_("Reconciliation"),
    "their_notice": N_("Notice in their list"),
    "their_count": N_("Number in their list of counts"),
    "pair_decision": N_("Decision on a pair"),
    "difference_reason": N_("Reason of a difference"),
    "sister_figure": N_("Figure of another centre"),
    "figure_package": N_("Package of figures"),
}
KIND = (N_("Reconciliations"), tuple(RECORDS))
"""By what the history may be narrowed."""
FIELDS: dict[str, dict[str, str]] = {
    "reconciliation": {
        "month": N_("First month"), "until": N_("Last month"), "partner_id": N_("Whose list"), "file_name": N_("File"),
        "counted": N_("What is counted"), "their_rule": N_("How they count"), "our_number": N_("Our number"),
        "what_next": N_("What will be done"), "agreed": N_("Agreed figure"), "for_them": N_("Agreed for the partner"),
        "for_them_title": N_("Title of who agrees for the partner"), "for_us": N_("Agreed for the centre"),
        "for_us_title": N_("Title of who agrees for the centre"), "agreed_on": N_("Agreed on"),
    },
    "their_notice": {
        "rows": N_("Rows in the file"), "notice_no": N_("Number in their list"), "sent_on": N_("Sent"),
        "names": N_("Names as written"), "birth_years": N_("Birth years"), "phones": N_("Telephones"),
        "address": N_("Address"), "unit": N_("Unit as written"), "unit_id": N_("Unit"), "remarks": N_("Remarks"),
    },
    "their_count": {
        "month": N_("Month"), "unit": N_("Unit as written"), "unit_id": N_("Unit"), "number": N_("Number"),
    },
    "pair_decision": {
        "their_id": N_("Notice in their list"), "referral_id": N_("Notice"), "answer": N_("Answer"),
    },
    "difference_reason": {
        "side": N_("In whose list"), "their_id": N_("Notice in their list"), "referral_id": N_("Notice"),
        "unit_id": N_("Unit"), "number": N_("How many"), "reason": N_("Reason"), "note": N_("Note"),
    },
    "sister_figure": {
        "month": N_("Month"), "partner_id": N_("Whose list"), "unit_id": N_("Unit"), "centre_id": N_("Centre"),
        "agreed": N_("Agreed figure"), "source": N_("Number of the sheet"),
    },
    "figure_package": {
        "direction": N_("Read or written"), "centre_id": N_("Centre"), "serial": N_("Number"), "made_at": N_("Made on"),
        "at": N_("When"), "by": N_("Worker"),
    },
}  # fmt: skip
KEPT_IN_STEP = {
    "reconciliation": frozenset({"file_digest", "reading", "brought_at", "frozen"}),
    "their_notice": frozenset({"reconciliation_id", "place"}),
    "their_count": frozenset({"reconciliation_id", "place"}),
    "pair_decision": frozenset({"reconciliation_id"}),
    "difference_reason": frozenset({"reconciliation_id"}),
    "figure_package": frozenset({"fingerprint", "months", "digest", "content", "choices"}),
}
ABOUT: dict[str, tuple[str, ...]] = {
    "reconciliation": ("month", "partner_id"), "their_notice": ("notice_no",), "their_count": ("month", "unit"),
    "pair_decision": ("referral_id",), "difference_reason": ("reason",), "sister_figure": ("month", "centre_id"),
    "figure_package": ("serial", "centre_id"),
}  # fmt: skip
WORDS: dict[tuple[str, str], Mapping[str, str]] = {
    ("reconciliation", "counted"): COUNTED, ("reconciliation", "their_rule"): THEIR_RULES,
    ("pair_decision", "answer"): ANSWERS, ("difference_reason", "side"): SIDES,
    ("difference_reason", "reason"): {code: why.words for code, why in REASONS.items()} | {SINGLE: NOT_A_COPY},
    ("figure_package", "direction"): DIRECTIONS,
}  # fmt: skip
NAMES = {("their_notice", "names")}
MASKED = {("their_notice", "phones"), ("their_notice", "address")}
"""By what a person in a partner's list is reached."""
