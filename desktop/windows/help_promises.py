"""What is asked of each field of a commitment, a problem, what an institution told, and of the numbers of others."""

from __future__ import annotations

from desktop.language import N_

_WHOSE = N_("The institution whose it is; our centre is one of them.")
_MEETING = N_("At which meeting it was said. Left empty, it was agreed without one.")
_NUMBER = N_("The number under which that body keeps the case, as it writes it.")

PROMISES = {
    "commitment.what": N_("One thing that can be seen to be done, with who and by when."),
    "commitment.agency_id": _WHOSE,
    "commitment.person": N_("Who there answers for it, if somebody was named."),
    "commitment.due_on": N_("By when. Another day can be agreed on later; the first one stays known."),
    "commitment.meeting_id": _MEETING,
    "commitment.problem_id": N_("Where it helps to solve a problem, it stands with that problem too."),
    "problem.fact": N_("What happened, when and how often: something that both sides can look up."),
    "problem.effect": N_("What it led to for persons or for the work."),
    "problem.wish": N_("What would help. A wish is easier to answer than a reproach."),
    "problem.agency_id": N_("Who brought it up; our centre is one of them."),
    "problem.since": N_("Since when it is known. The days it is open are counted from here."),
    "contribution.kind": N_("Something that went well, or something that the institution can do for the others."),
    "contribution.agency_id": _WHOSE,
    "contribution.since": N_("Since when it is so, if that was said."),
    "contribution.what": N_("In the institution's own words, in a sentence or two."),
    "contribution.meeting_id": N_("At which meeting it is told. Without one it waits for the next."),
    "case_numbers.police": _NUMBER,
    "case_numbers.prosecution": _NUMBER,
    "case_numbers.social_work": _NUMBER,
}
"""By screen and field."""
