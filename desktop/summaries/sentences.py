"""The sentences of a summary, whole and with their plural forms, in the language of the paper.

Months and names stand alone or after a colon, never after a word that would want them in another case.
"""

from __future__ import annotations

from datetime import date

from desktop.figures.counts import CONTACT_OVER
from desktop.figures.facts import Words
from desktop.figures.figures import TOTAL, Heading, PeriodFigures
from desktop.figures.rules import RULES, Rule, rule_for
from desktop.language import N_, NBSP, Language
from desktop.periods import Month, Period, Quarter
from desktop.summaries.summary import MEETING, Correction, Summary
from desktop.wordlist import words_for

NOT_IN_IT = N_("Not in this summary: {tables}")
BETWEEN = "; "
"""Between the titles of tables, some of which hold commas."""
NOT_OVER = {
    Month: N_("The month is not over: figures may change."),
    Quarter: N_("The quarter is not over: figures may change."),
}
"""Told first of all, since a part of a period stands beside whole ones."""
SMALL_BASE = 20
"""No share is told of fewer than so many."""


def shown(words: Words, language: Language) -> str:
    """Words of the program's translated, the centre's own as typed."""
    return words.own or language.say(words.msgid)


def head(heading: Heading, language: Language) -> str:
    """What a column is called."""
    return period_title(heading.period, language) if heading.period else shown(heading.words, language)


def month_title(month: Month, language: Language) -> str:
    """Month and year alone."""
    return language.month_title(month.year, month.month)


def period_title(period: Period, language: Language) -> str:
    """Month or quarter, and year, alone."""
    if isinstance(period, Month):
        return month_title(period, language)
    return language.quarter_title(period.year, period.quarter)


def period_name(period: Period, language: Language) -> str:
    """Month or quarter without its year."""
    if isinstance(period, Month):
        return language.month_name(period.month)
    return language.quarter_name(period.quarter)


def title(summary: Summary, language: Language) -> str:
    """The title on paper; month or quarter stands in the case that the language wants here."""
    period = summary.period
    if isinstance(period, Quarter):
        number = language.quarter_number(period.quarter)
        return language.say(N_("Quarterly summary, {number} quarter of {year}"), number=number, year=period.year)
    name = language.month_name(period.month, in_date=language.locale == "lt")
    return language.say(N_("Monthly summary, {month} {year}"), month=name, year=period.year)


def numbered(number: str, language: Language) -> str:
    """The number of a paper with its sign; nothing for a paper without one."""
    return language.say(N_("No {number}"), number=number).replace(" ", NBSP, 1) if number else ""


def facts(number: str, day: date, town: str, language: Language) -> tuple[str, ...]:
    """Date, number and place in the order of the country's papers."""
    if language.locale.startswith("sr"):
        named = language.say(N_("Number: {number}"), number=number) if number else ""
        made = (named, language.say(N_("Date: {date}"), date=language.day(day)), town)
    elif language.locale == "lt":
        made = (language.day(day), numbered(number, language), town)
    else:
        made = (language.long_day(day), town, numbered(number, language))
    return tuple(filter(None, made))


def record_mark(count: int, mac: str, language: Language) -> str:
    """The head of the vault as a number and eight words; nothing where it is not known."""
    if not mac:
        return ""
    spoken = " · ".join(words_for(bytes.fromhex(mac), language.locale))
    return language.say(N_("Record mark {count} · {words}"), count=language.number(count), words=spoken)


def mark(summary: Summary, language: Language) -> str:
    """For whom the figures are, on every page."""
    if summary.profile == MEETING:
        return language.say(N_("Protected figures · for the meeting"))
    return language.say(N_("Exact figures · for the receiver only"))


def not_in_it(summary: Summary, language: Language) -> str:
    """Which tables the paper does without, so that nobody takes it for complete."""
    return language.say(NOT_IN_IT, tables=BETWEEN.join(map(language.say, summary.left_out)))


def not_over(summary: Summary, language: Language) -> str:
    """That a part of the period is still to come."""
    return language.say(NOT_OVER[type(summary.period)])


def rule_named(rule: Rule, language: Language) -> str:
    """The rule by its name alone."""
    return language.say(N_("Rule {code}"), code=language.say(rule.code)).replace(" ", NBSP, 1)


def unit_and_rule(code: str, language: Language, *, told: bool = False, period: Period | None = None) -> str:
    """What is counted and by which rule; the whole sentence only where it was not told before, else a few words."""
    rule = rule_for(code, period) if period else RULES[code]
    unit, name = language.say(rule.unit), language.say(rule.code)
    if told:
        said = language.say(
            N_("Unit: {unit}. Rule {code}: {rule}."), unit=unit, code=name, rule=language.say(rule.short)
        )
    else:
        sentence = language.say(rule.sentence)
        said = language.say(N_("Unit: {unit}. Rule {code}: {rule}"), unit=unit, code=name, rule=sentence)
    return said.replace(f" {name}", f"{NBSP}{name}", 1)


def lead(summary: Summary, language: Language) -> str:
    """Two or three sentences computed from the figures, under what is not over yet."""
    figures = summary.figures
    said = [] if summary.is_over else [not_over(summary, language)]
    if not figures.has("received"):
        return " ".join((*said, language.say(N_("Too few to publish."))))
    received = figures.table("received").value(TOTAL)
    said.append(language.count("{n} notice received.", "{n} notices received.", received))
    if summary.profile != MEETING:
        said.append(_change(figures, language))
    part, known = accepted(figures)
    if part is not None and known:
        said.append(language.say(N_("Help accepted: {part}, outcomes known: {known}."), part=part, known=known))
    part, owed = in_time(figures)
    if part is not None and owed:
        said.append(language.say(N_("First contact in time: {part}, contacts due: {due}."), part=part, due=owed))
    return " ".join(said)


def _change(figures: PeriodFigures, language: Language) -> str:
    change = figures.table("received").value(TOTAL, "change")
    if isinstance(figures.period, Quarter):
        return _change_of_quarter(change, language)
    if change > 0:
        return language.count(
            "That is {n} more than in the month before.", "That is {n} more than in the month before.", change
        )
    if change < 0:
        return language.count(
            "That is {n} fewer than in the month before.", "That is {n} fewer than in the month before.", -change
        )
    return language.say(N_("That is as many as in the month before."))


def _change_of_quarter(change: int, language: Language) -> str:
    if change > 0:
        return language.count(
            "That is {n} more than in the quarter before.", "That is {n} more than in the quarter before.", change
        )
    if change < 0:
        return language.count(
            "That is {n} fewer than in the quarter before.", "That is {n} fewer than in the quarter before.", -change
        )
    return language.say(N_("That is as many as in the quarter before."))


def accepted(figures: PeriodFigures) -> tuple[int | None, int]:
    """How often help was accepted, and of how many outcomes known; None where that is not published."""
    if not figures.has("outcome"):
        return None, 0
    table = figures.table("outcome")
    parts = [table.figure("accepted"), table.figure("pending"), table.figure(TOTAL)]
    if any(one.value is None for one in parts):
        return None, 0
    return table.value("accepted"), table.value(TOTAL) - table.value("pending")


def in_time(figures: PeriodFigures) -> tuple[int | None, int]:
    """How often the first contact was in time, and of how many due; None where that is not published."""
    if not figures.has("contact"):
        return None, 0
    table = figures.table("contact")
    parts = [table.figure(code) for code in CONTACT_OVER if table.has(code)]
    if len(parts) < len(CONTACT_OVER) or any(one.value is None for one in parts):
        return None, 0
    return table.value("in_time"), sum(one.value or 0 for one in parts)


def why(one: Correction, language: Language) -> str:
    """Why a published figure changed, as far as the records tell it."""
    said = []
    if one.entered:
        said.append(language.say(N_("entered since: {n}"), n=language.number(one.entered)))
    if one.left:
        said.append(language.say(N_("no longer counted: {n}"), n=language.number(one.left)))
    if one.moved:
        said.append(language.say(N_("record changed: {n}"), n=language.number(one.moved)))
    return "; ".join(said) or language.say(N_("amended"))


def hours(minutes: int) -> float:
    """Minutes as hours, rounded to half an hour (a quarter goes up)."""
    return (minutes + 15) // 30 / 2


SEAL = (
    N_(
        "The digital seal shows two things: the file was sealed with the key of the centre whose control code you "
        "hold, and nobody has changed it since. It does not show that the figures are right: the two people who "
        "signed above answer for them. The time is that set on the centre's computer. It is not a qualified "
        "electronic signature and does not replace one. A printed copy carries no seal: check the file."
    ),
    N_(
        "How to check is written on the page “How to check this document”, handed over separately. The control code "
        "is not in this file on purpose: a code found in the file proves nothing."
    ),
)
"""What the digital seal shows; never shortened, never strengthened."""
