"""Why two rows are proposed as one notice: both questions, and each field in a sentence. Decides nothing.

Sentences are kept as English msgids; a window or a command says them in its language. What is told of a person is as
much personal data as the lists are: it is shown, and never logged.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from desktop.language import N_
from desktop.reconciliation import weights
from desktop.reconciliation.evidence import Evidence
from desktop.reconciliation.groups import Pair
from desktop.reconciliation.listed import FIELDS, Listed

YES, DOUBTFUL, NO = "yes", "doubtful", "no"
ANSWERS = {YES: N_("Yes"), DOUBTFUL: N_("Doubtful"), NO: N_("No")}
SAME_PERSON, SAME_NOTICE = N_("Same person?"), N_("Same notice?")
OF_NOTICE = ("notice_no", "date")
"""Fields that tell whether it is the same notice; the others tell whether it is the same person."""

SENTENCES = {
    ("name", "same"): N_("The name is the same."),
    ("name", "ending"): N_("The name differs in its ending."),
    ("name", "slip"): N_("The name differs by a letter."),
    ("name", "short"): N_("One name is a short form of the other."),
    ("name", "family"): N_("The surname stands in another form, as after a marriage."),
    ("name", "alike"): N_("The names are alike."),
    ("name", "initial"): N_("One of the names has an initial only."),
    ("name", "surname_differs"): N_("The given name is the same, the surname differs."),
    ("name", "one_differs"): N_("One part of the name is the same, another differs."),
    ("name", "given_differs"): N_("The surname is the same, the given name differs."),
    ("name", "other"): N_("The names differ."),
    ("birth_year", "same"): N_("The birth year is the same."),
    ("birth_year", "next"): N_("The birth years are one year apart."),
    ("birth_year", "swapped"): N_("Two digits of the birth year are changed round."),
    ("birth_year", "differs"): N_("The birth years differ."),
    ("personal_code", "same"): N_("The personal code is the same."),
    ("personal_code", "slip"): N_("The personal code differs by a slip."),
    ("personal_code", "differs"): N_("The personal codes differ."),
    ("address", "home"): N_("The address is the same."),
    ("address", "house"): N_("Street and house are the same."),
    ("address", "street"): N_("The street is the same, a house number is missing."),
    ("address", "other_house"): N_("The street is the same, the house differs."),
    ("address", "place"): N_("The addresses agree in part."),
    ("address", "differs"): N_("The addresses differ."),
    ("phone", "same"): N_("The telephone number is the same."),
    ("phone", "slip"): N_("The telephone number differs by a digit."),
    ("phone", "differs"): N_("The telephone numbers differ."),
    ("notice_no", "same"): N_("The notice number is the same."),
    ("notice_no", "part"): N_("One notice number is a part of the other."),
    ("notice_no", "slip"): N_("The notice number differs by a digit."),
    ("notice_no", "differs"): N_("The notice numbers differ."),
    ("date", "same"): N_("The date is the same."),
    ("date", "next"): N_("Received on the day after."),
    ("date", "second"): N_("Received two days after."),
    ("date", "near"): N_("The dates are a few days apart."),
    ("date", "late"): N_("Received late, or another notice."),
    ("date", "swapped"): N_("Day and month are changed round in one of the dates."),
    ("date", "month"): N_("The dates are a month apart, one may be a slip."),
    ("date", "far"): N_("The dates are far apart."),
    ("unit", "same"): N_("The unit is the same."),
    ("unit", "part"): N_("The units agree in part."),
    ("unit", "differs"): N_("The units differ."),
}
"""By field and how it agrees, the surest first."""
MISSING = N_("Not given in both lists.")

NOT_DATED = N_("A list has neither dates nor numbers, so only the person could be compared.")
NEAR_RIVAL = N_("Another pair is nearly as likely.")
TOO_LITTLE = N_("Too little is known of the person.")
TOO_FAR = N_("It may be another notice about the same person.")
LOOK = N_("Something in these rows needs a second look.")

_UNSURE = 3.0
_SHOWN_OF_CODE = 2


@dataclass(frozen=True)
class ToldField:
    """What one field tells, ready to be shown."""

    field: str
    level: str
    """How it agrees; empty where it is not given in both lists."""
    bits: float
    theirs: str
    ours: str
    """As written; a personal code is masked."""
    sentence: str


@dataclass(frozen=True)
class Explanation:
    """A pair explained."""

    person: str
    """The answer to `SAME_PERSON`, a code of `ANSWERS`."""
    notice: str
    """The answer to `SAME_NOTICE`."""
    fields: tuple[ToldField, ...]
    """In the order of `FIELDS`; only those that one of the lists gives."""
    reasons: tuple[str, ...]
    """Why the pair is doubtful; none for a sure one."""


def explain(pair: Pair) -> Explanation:
    """Both questions answered, and every field."""
    found = {finding.field: finding for finding in pair.evidence.findings}
    told = []
    for name in FIELDS:
        theirs, ours = shown(pair.theirs, name), shown(pair.ours, name)
        if name in found:
            level, bits = found[name].level, found[name].bits
            told.append(ToldField(name, level, bits, theirs, ours, SENTENCES[name, level]))
        elif theirs or ours:
            told.append(ToldField(name, "", 0.0, theirs, ours, MISSING))
    return Explanation(
        answer(pair.evidence.person), answer(pair.evidence.notice), tuple(told), () if pair.sure else reasons(pair)
    )


def shown(row: Listed, name: str) -> str:
    """A field as it may be shown: of a personal code only the last digits."""
    written = str(getattr(row, name))
    if name == "personal_code" and len(written) > _SHOWN_OF_CODE:
        return "•" * (len(written) - _SHOWN_OF_CODE) + written[-_SHOWN_OF_CODE:]
    return written


def answer(bits: float) -> str:
    """Yes, doubtful or no, by the weight of a question."""
    return DOUBTFUL if math.isinf(bits) or -_UNSURE <= bits < _UNSURE else YES if bits > 0 else NO


def reasons(pair: Pair) -> tuple[str, ...]:
    """Why a pair is not sure."""
    evidence = pair.evidence
    why = {
        NOT_DATED: math.isinf(evidence.notice),
        NEAR_RIVAL: pair.margin < weights.MARGIN,
        TOO_LITTLE: evidence.person < weights.AUTO,
        TOO_FAR: evidence.notice < weights.AUTO,
        LOOK: looks_odd(evidence),
    }
    return tuple(sentence for sentence, holds in why.items() if holds) or (LOOK,)


def looks_odd(evidence: Evidence) -> bool:
    """Whether something in a pair asks for a person's look, whatever else agrees."""
    return any((finding.field, finding.level) in weights.NEVER_SURE for finding in evidence.findings)
