"""The sentences of a yearly report, whole and with their plural forms, in the language of the paper.

Months and names stand alone or after a colon, never after a word that would want them in another case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.cooperation.indicators import COUNT, SHARE
from desktop.cooperation.report import Report
from desktop.cooperation.report_lines import Curve, Grown, Kept
from desktop.language import N_, Language
from desktop.periods import Month
from desktop.summaries.sentences import SMALL_BASE

CODE = "S-1"
"""The number over time that stands among the opening words."""
SENTENCES = 3
"""So many computed sentences open the report."""


def title(report: Report, language: Language) -> str:
    """What the report is called."""
    return language.say(N_("Cooperation report {year}"), year=report.year)


def lead(report: Report, language: Language) -> str:
    """Two or three sentences computed from what follows."""
    return " ".join(list(_lead(report, language))[:SENTENCES])


def _lead(report: Report, language: Language) -> Iterator[str]:
    say, number = language.say, language.number
    if report.met.meetings:
        said = N_("Meetings held: {n}, institutions that took part: {institutions}.")
        yield say(said, n=number(report.met.meetings), institutions=number(report.met.institutions))
    if kept := kept_in_time(report.commitments.total, language):
        yield kept
    yield from _notices(report, language)
    if report.solved or report.problems:
        said = N_("Problems solved: {solved}, still open: {open}.")
        yield say(said, solved=number(len(report.solved)), open=number(len(report.problems)))
    if report.trainings.held:
        held = sum(one.kind != "publicity" for one in report.trainings.held)
        yield say(N_("Trainings and events: {n}."), n=number(held))


def _notices(report: Report, language: Language) -> Iterator[str]:
    """How many notices came, and how many the year before where both years were counted alike."""
    year = (Month(report.year, 1), Month(report.year, 12))
    found = (one for curve in report.curves if curve.code == CODE for one in curve.grown if not one.without)
    for one in found:
        if one.second == year and one.is_comparable and one.was is not None and one.now is not None:
            said = N_("Notices received: {now}, in the year before: {was}.")
            yield language.say(said, now=language.number(one.now), was=language.number(one.was))


def kept_in_time(total: Kept, language: Language) -> str:
    """How many commitments were kept in time, of those whose day has come; empty where there were none."""
    due = total.in_time + total.late + total.impossible
    if not due:
        return ""
    share = f" ({language.percent(total.in_time, due)})" if due >= SMALL_BASE else ""
    said = N_("Commitments due: {due}, kept in time: {kept}{share}.")
    return language.say(said, due=language.number(due), kept=language.number(total.in_time), share=share)


def span(first: Month, last: Month, language: Language) -> str:
    """Some months one after the other: January–March 2025, a whole year by its number."""
    if (first.month, last.month) == (1, 12) and first.year == last.year:
        return language.say(N_("Year {year}"), year=first.year)
    if first.year == last.year:
        names = [language.month_name(each.month) for each in (first, last)]
        return language.say(N_("{first}–{last} {year}"), first=names[0], last=names[1], year=first.year)
    return "\u2013".join(month(each, language) for each in (first, last))


def month(one: Month, language: Language) -> str:
    """Month and year alone."""
    return language.month_title(one.year, one.month)


def compared(one: Grown, language: Language) -> str:
    """Which stretches are compared, whether by a way of counting that came later, and without whom."""
    spans = [span(*each, language) for each in (one.first, one.second)]
    said = language.say(N_("{first} and {second}"), first=spans[0], second=spans[1])
    if one.without:
        return language.say(N_("{compared}, without: {names}"), compared=said, names=", ".join(one.without))
    return f"{said} (b)" if one.manner else said


def turned(curves: Iterable[Curve], language: Language) -> tuple[str, ...]:
    """What changed wherever a line is broken, each once."""
    found = dict.fromkeys((turn.month, turn.words) for curve in curves for turn in curve.turns)
    said, back = N_("b counting changed, {month}: {words}"), language.say(N_("counted again as before"))
    return tuple(language.say(said, month=month(each, language), words=words or back) for each, words in found)


def value(curve: Curve, number: float, language: Language) -> str:
    """One number as it is written."""
    if curve.shape == SHARE:
        return language.percent(number, 1, curve.digits)
    return language.number(number, curve.digits)


def change(curve: Curve, one: Grown, language: Language) -> str:
    """By how much it grew: a count in per cent, a share in points, a middle value in its own measure."""
    if one.change is None:
        return ""
    digits = 0 if curve.shape == COUNT else curve.digits
    grown = round(one.change * (1 if curve.shape not in (COUNT, SHARE) else 100), digits) + 0.0
    sign = "+" if grown > 0 else ""
    if curve.shape == COUNT:
        return sign + language.percent(grown, 100)
    if curve.shape == SHARE:
        return language.say(N_("{change} pp"), change=sign + language.number(grown, digits))
    return sign + language.number(grown, digits)


def unit(curve: Curve, language: Language) -> str:
    """What is counted, how, and under which code it is defined."""
    say = language.say
    said = say(N_("Unit: {unit}."), unit=say(curve.unit))
    if curve.shape == SHARE:
        said += " " + say(N_("Share in per cent."))
    if curve.measure:
        said += " " + say(N_("Median, {measure}."), measure=say(curve.measure))
    if curve.step > 1:
        said += " " + say(N_("By quarters: a single month rests on too few."))
    return f"{said} {say(N_('Indicator {code}.'), code=say(curve.code))}"


def beside(row: Kept, language: Language) -> str:
    """The commitments of one institution that were not kept in time, in words."""
    number = language.number
    told = (
        (N_("late: {n}"), row.late),
        (N_("no longer possible: {n}"), row.impossible),
        (N_("not due yet: {n}"), row.running),
    )
    return ", ".join(language.say(words, n=number(n)) for words, n in told if n)
