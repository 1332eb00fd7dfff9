"""The sentences of a reconciliation sheet, whole, in the language of the paper.

Names and months stand alone or after a colon, never after a word that would want them in another case.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.figures.rules import RULES
from desktop.language import N_, NBSP, Language
from desktop.reconciliation.settling import DUPLICATE, ENTERED, NEXT_MONTH
from desktop.reconciliation.statement import UNDECIDED, UNEXPLAINED, Difference
from desktop.records.difference import OURS
from desktop.records.reconciliation import THEIR_RULES
from desktop.summaries.reconciliation_sheet import Earlier, ReconciliationSheet, called
from desktop.summaries.sentences import month_title

RULE = "P-2"
"""By which rule the centre counts notices, and both sides agree."""
UNITS = {
    "": N_("notice"),
    "notices": N_("notice"),
    "persons": N_("person"),
    "children": N_("child"),
    "events": N_("incident"),
}
"""The counting unit in the singular, by what two numbers count."""
HOW = {
    "several_persons": N_("as one notice"),
    "children": N_("children not counted apart"),
    DUPLICATE: N_("once"),
    "other_centre": N_("in the other centre's sheet"),
    "month_before": N_("counted: it arrived in this month"),
    "counting_day": N_("in the month of receipt"),
    "in_person": N_("not counted: no notice was sent"),
    "not_delivered": N_("not counted: it did not arrive"),
    ENTERED: N_("entered, counted"),
    UNDECIDED: N_("still to be decided"),
}
"""How what differs is counted; what is not named here is not counted."""
NOT_COUNTED = N_("not counted")


@dataclass(frozen=True)
class SideWords:
    """How the sheet speaks of the other side."""

    sent: str
    """Head of a column."""
    sent_figure: str
    """Under a figure."""
    whose: str
    """Its list."""
    signs: str
    """Over the place to sign."""
    counted: str
    """What it counted and how, in a sentence."""


POLICE = SideWords(
    N_("Police sent"),
    N_("sent by the police"),
    N_("of the police"),
    N_("FOR THE POLICE"),
    N_(
        "The police counted the notices they sent, {rule}; the centre counted the notices it received, by the date "
        "received (rule {code}). Agreed by rule {code}."
    ),
)
INSTITUTION = SideWords(
    N_("Institution sent"),
    N_("sent by the institution"),
    N_("of the institution"),
    N_("FOR THE INSTITUTION"),
    N_(
        "The institution counted the notices it sent, {rule}; the centre counted the notices it received, by the date "
        "received (rule {code}). Agreed by rule {code}."
    ),
)
OF_THE_CENTRE = N_("of the centre")


def side_words(sheet: ReconciliationSheet) -> SideWords:
    """How this sheet speaks of the other side."""
    return POLICE if sheet.partner.kind == "police" else INSTITUTION


def title(sheet: ReconciliationSheet, language: Language) -> str:
    """The title on paper."""
    if sheet.counted in ("", "notices"):
        return language.say(N_("Reconciliation of notices"))
    return language.say(N_("Reconciliation of figures"))


def period(sheet: ReconciliationSheet | Earlier, language: Language) -> str:
    """The month, or the first and the last."""
    first, last = (month_title(month, language) for month in (sheet.first, sheet.last))
    return first if first == last else f"{first} – {last}"


def mark(sheet: ReconciliationSheet, language: Language) -> str:
    """For whom the figures are, on every page; of a draft that it is one."""
    if not sheet.is_agreed:
        return language.say(N_("DRAFT – not agreed"))
    if sheet.with_names:
        return language.say(N_("With names · for the receiver only"))
    return language.say(N_("Exact figures · for the two sides only"))


def sides(sheet: ReconciliationSheet, language: Language) -> str:
    """Both sides by their short names, for the foot."""
    return language.say(N_("Sides: {partner} and {centre}"), partner=sheet.partner.short, centre=sheet.us)


def parties(sheet: ReconciliationSheet, language: Language) -> str:
    """Period and both sides in full."""
    return language.say(
        N_("Period: {period}. Sides: {partner} and {centre}."),
        period=period(sheet, language),
        partner=called(sheet.partner.name, language.locale),
        centre=sheet.letter.name,
    )


def rules_of_both(sheet: ReconciliationSheet, language: Language) -> str:
    """What each side counted and by which day."""
    say, rule = language.say, language.say(THEIR_RULES[sheet.their_rule])
    if sheet.counted:
        sentence = N_(
            "Two numbers are compared. Unit: {unit}. The other side counted {rule}, the centre by the date received."
        )
        return say(sentence, unit=unit(sheet, language), rule=rule)
    return say(side_words(sheet).counted, rule=rule, code=say(RULES[RULE].code))


def unit(sheet: ReconciliationSheet, language: Language) -> str:
    """What is counted."""
    return language.say(UNITS[sheet.counted])


def unit_named(sheet: ReconciliationSheet, code: str, language: Language) -> str:
    """What a unit of the other side is called."""
    if code:
        return called(sheet.units[code], language.locale)
    return language.say(N_("Not by unit") if sheet.counted else N_("Unit not known"))


def reason(each: Difference, language: Language) -> str:
    """Why it differs, with what was noted."""
    words = language.say(each.words)
    return f"{words}: {each.note}" if each.note else words


def how_it_counts(sheet: ReconciliationSheet, each: Difference, language: Language) -> str:
    """Whether and where what differs is counted."""
    if each.reason == NEXT_MONTH:
        return late(sheet, language)
    days = sheet.entered_on.get(each.unit, ())
    if each.reason == ENTERED and len(days) == 1:
        return language.say(N_("entered on {date}, counted"), date=days[0])
    if each.side == OURS and each.reason == "other_centre":
        return language.say(NOT_COUNTED)
    return language.say(HOW.get(each.reason, NOT_COUNTED))


def late(sheet: ReconciliationSheet, language: Language) -> str:
    """Where what arrived late is counted."""
    month = language.month_name(sheet.last.later(1).month, in_date=language.locale == "lt")
    return language.say(N_("in the sheet of {month}"), month=month)


def is_alarming(each: Difference) -> bool:
    """Whether nobody has explained it."""
    return each.reason in (UNEXPLAINED, UNDECIDED)


def letters(marks: Iterable[str]) -> str:
    """Letters in a row told as one: a, c–f."""
    runs: list[list[str]] = []
    for one in marks:
        if runs and len(one) == len(runs[-1][-1]) == 1 and ord(one) == ord(runs[-1][-1]) + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    told = (f"{run[0]}–{run[-1]}" if len(run) > 2 else f",{NBSP}".join(run) for run in runs)
    return f",{NBSP}".join(told)


COUNTING = (
    (N_("Late"), N_("A notice that arrives late counts in the month in which it arrives.")),
    (
        N_("Never arrived"),
        N_(
            "A notice that never arrived and is entered while reconciling counts in the month that is reconciled. The "
            "share of those that arrived by themselves leaves it out."
        ),
    ),
    (N_("Twice"), N_("A notice that came or was listed twice counts once.")),
    (N_("Not explained"), N_("What stands in one list alone and is not explained does not count.")),
)
"""The rest of the rules both sides agree by: what, and how it is counted."""
