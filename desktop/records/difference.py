"""Why two lists differ: the pick-list, on whose side each reason stands, and whether what it explains is counted.

Source of the list: published reports of the centres, where these reasons stand in footnotes. A notice counts in the
month in which it arrived.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.language import N_

THEIRS, OURS = "theirs", "ours"


@dataclass(frozen=True)
class Reason:
    """Why a row stands in one list alone."""

    words: str
    """English msgid."""
    sides: tuple[str, ...] = (THEIRS, OURS)
    """In whose list such a row can stand."""
    counts: bool = False
    """Whether the row belongs to the agreed figure of this month all the same."""


REASONS = {
    "several_persons": Reason(N_("Several persons in one notice")),
    "children": Reason(N_("Children counted by one side only")),
    "duplicate": Reason(N_("The same notice twice")),
    "other_centre": Reason(N_("Sent to another centre")),
    "next_month": Reason(N_("Arrived in the next month"), (THEIRS,)),
    "month_before": Reason(N_("Sent in the month before"), (OURS,), counts=True),
    "counting_day": Reason(N_("Counted by the day of the incident, not of receipt")),
    "residence_unknown": Reason(N_("Residence not known")),
    "in_person": Reason(N_("Came in person first"), (OURS,)),
    "emergency_line": Reason(N_("Reports of the emergency line counted")),
    "not_delivered": Reason(N_("Not delivered for technical reasons"), (THEIRS,)),
    "other": Reason(N_("Another reason")),
}
"""By code, in the order of the pick-list; the last one wants a note."""
SIDES = {THEIRS: N_("Their list"), OURS: N_("Our log")}
SINGLE = "single"
"""Said of a row that looks like a copy of another: it is a notice of its own."""
NOT_A_COPY = N_("Not a duplicate")
WANTS_NOTE = "other"
