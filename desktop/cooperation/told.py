"""Numbers over time in words: what a month says, what grew, what changed in the way of counting.

Months and names stand alone or after a colon, never after a word that would want them in another case.
"""

from __future__ import annotations

from desktop.cooperation.growth import Growth, Part
from desktop.cooperation.indicators import COUNT, SHARE, Indicator
from desktop.cooperation.line import Change, Point, Series
from desktop.cooperation.monitoring import Watched
from desktop.cooperation.report_sentences import span
from desktop.language import N_, Language
from desktop.records.promise import COMMITMENT_STATES
from desktop.summaries.sentences import SMALL_BASE, month_title

_NOT_EQUAL, _MINUS, _DOT = "\N{NOT EQUAL TO}", "\N{MINUS SIGN}", " \N{MIDDLE DOT} "


def number(indicator: Indicator, value: float, base: int, top: int, language: Language) -> str:
    """One number as it is printed; of few, the parts of a share themselves."""
    if indicator.shape != SHARE:
        return language.number(value, indicator.digits)
    if base < SMALL_BASE:
        return language.say(N_("{n} of {all}"), n=language.number(top), all=language.number(base))
    return language.percent(value, 1, indicator.digits)


def value_of(indicator: Indicator, point: Point, language: Language) -> str:
    """The number of a month as it is printed; empty for a gap."""
    if point.value is None:
        return ""
    return number(indicator, point.value, point.base, point.tally.top, language)


def month_of(indicator: Indicator, point: Point, language: Language) -> str:
    """What a month says, whole."""
    say, figure = language.say, language.number
    month, printed = month_title(point.month, language), value_of(indicator, point, language)
    if point.value is None:
        return say(N_("{month}: no data"), month=month)
    if indicator.measure:
        said = N_("{month}: {value} ({measure}); cases: {n}")
        return say(said, month=month, value=printed, measure=say(indicator.measure), n=figure(point.base))
    if indicator.shape == SHARE and point.base >= SMALL_BASE:
        parts = {"n": figure(point.tally.top), "all": figure(point.base)}
        printed = say(N_("{share} ({n} of {all})"), share=printed, **parts)
    apart = f"{_DOT}{say(COMMITMENT_STATES['impossible'])}: {figure(point.apart)}" if point.apart else ""
    return f"{month}: {printed}{apart}"


def when(one: Change, language: Language) -> str:
    """Which months were counted so."""
    if one.until is None:
        return language.say(N_("beginning: {month}"), month=month_title(one.since, language))
    return month_title(one.since, language) if one.until == one.since else span(one.since, one.until, language)


def told_break(one: Change, language: Language) -> str:
    """When it holds, whose it is and what it is about."""
    say = language.say
    about = say(one.indicator) if one.indicator else say(N_("every number about notices"))
    return _DOT.join((when(one, language), one.agency or say(N_("All institutions")), about))


def notes(series: Series, language: Language) -> tuple[str, ...]:
    """What changed where the line is broken, and what a gap is."""
    told = [f"b {when(one, language)}{_DOT}{_words(one)}" for one in series.breaks]
    if any(point.value is None for point in series.points):
        told.append(language.say(N_("A gap: no data.")))
    return tuple(told)


def grown(watched: Watched, language: Language) -> tuple[str, ...]:
    """What grew, and what is not compared; then the latter without those whose counting changed."""
    told, names = [_growth(one, language) for one in watched.growth], ", ".join(watched.changed)
    alike = {(one.before.first, one.after.first) for one in watched.growth if one.comparable}
    rest = (one for one in watched.rest if (one.before.first, one.after.first) not in alike)
    said = N_("Without: {names}. {told}")
    told += [language.say(said, names=names, told=_growth(one, language)) for one in rest]
    return tuple(told)


def _words(one: Change) -> str:
    return f"{one.words} ({one.agency})" if one.agency else one.words


def _growth(one: Growth, language: Language) -> str:
    told = "; ".join(_part(one.indicator, part, language) for part in (one.before, one.after))
    if not one.comparable:
        return language.say(N_("{told}. Counted in different ways, so not compared."), told=told)
    change = _change(one, language)
    told = f"{told} ({change})" if change else told
    words = ", ".join(_words(each) for each in one.manner)
    return language.say(N_("{told}. Counted so: {words}"), told=told, words=words) if words else told


def _part(indicator: Indicator, part: Part, language: Language) -> str:
    if part.value is None:
        return f"{span(part.first, part.last, language)}: {_NOT_EQUAL}"
    top = round(part.value * part.base)
    return f"{span(part.first, part.last, language)}: {number(indicator, part.value, part.base, top, language)}"


def _change(one: Growth, language: Language) -> str:
    """By how much: a count in per cent, of few in records; a share in points; a median in its own measure."""
    indicator = one.indicator
    if one.difference is None:
        return ""
    if indicator.shape == COUNT and one.change is not None:
        grew = round(one.change * 100)
        return _signed(grew, language.percent(abs(grew), 100))
    if indicator.shape == SHARE:
        if min(one.before.base, one.after.base) < SMALL_BASE:
            return ""
        points = round(one.difference * 100)
        return language.say(N_("{change} pp"), change=_signed(points, language.number(abs(points))))
    grew_by = round(one.difference, indicator.digits)
    return _signed(grew_by, language.number(abs(grew_by), indicator.digits))


def _signed(value: float, words: str) -> str:
    return f"{'+' if value > 0 else _MINUS if value < 0 else ''}{words}"
