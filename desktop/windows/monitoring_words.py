"""Numbers over time as pictures and sentences: what is printed at each month, what is spoken of it, what it opens."""

from __future__ import annotations

import math

from desktop.cooperation.growth import Growth, Part
from desktop.cooperation.indicators import COUNT, SHARE, Indicator
from desktop.cooperation.line import Change, Point, Series
from desktop.cooperation.monitoring import Watched
from desktop.cooperation.report_sentences import span
from desktop.language import _, chosen
from desktop.periods import Month
from desktop.records.promise import COMMITMENT_STATES
from desktop.summaries.sentences import SMALL_BASE, month_title
from desktop.windows.chart_plan import NONE, SOLID, Bar, Mark
from desktop.windows.commitments_rows import ALL
from desktop.windows.line_plan import LinePicture
from desktop.windows.problems_rows import SOLVED

_NOT_EQUAL, _MINUS = "\N{NOT EQUAL TO}", "\N{MINUS SIGN}"
_STEPS, _SHARES = (1, 2, 4, 6, 8, 10), (0.2, 0.4, 0.6, 0.8, 1.0)


def picture(series: Series) -> LinePicture:
    """The line of one number."""
    points, speak = series.points, chosen()
    bars = tuple(_bar(series, place) for place in range(len(points)))
    turns = tuple(
        (place, f"b {speak.month_short(month.month)} {month.year}" if _begins(series, month) else "")
        for place, month in ((place, points[place].month) for place in series.places)
    )
    return LinePicture(_(series.indicator.title), bars, upright=True, scale=_scale(series), turns=turns)


def opens(indicator: Indicator, month: Month) -> tuple[str, object]:
    """The screen with the records behind a month, and what it is asked for."""
    trainings: dict[str, str] = {"month": month.key}
    return {
        "S-2": ("reconciliation", None),
        "S-8": ("problems", {"state": SOLVED}),
        "S-9": ("commitments", {"state": ALL}),
        "S-10": ("meetings", None),
        "S-11": ("trainings", trainings),
        "S-12": ("trainings", trainings),
        "S-13": ("trainings", trainings),
        "S-14": ("trainings", trainings | {"kind": "publicity"}),
    }.get(indicator.code, ("referrals", {"month": month.key, "counted": "notice"}))


def notes(series: Series) -> tuple[str, ...]:
    """What changed where the line is broken, and what a gap is."""
    told = [f"b {_when(one)} \N{MIDDLE DOT} {_words(one)}" for one in series.breaks]
    if any(point.value is None for point in series.points):
        told.append(_("A gap: no data."))
    return tuple(told)


def told_break(one: Change) -> str:
    """When it holds and what it is about."""
    about = one.indicator or ""
    parts = (_when(one), one.agency or _("All institutions"), _(about) if about else _("every number about notices"))
    return " \N{MIDDLE DOT} ".join(parts)


def grown(watched: Watched) -> tuple[str, ...]:
    """What grew, and what is not compared; then the latter without those whose counting changed."""
    told, names = [_growth(one) for one in watched.growth], ", ".join(watched.changed)
    alike = {(one.before.first, one.after.first) for one in watched.growth if one.comparable}
    rest = (one for one in watched.rest if (one.before.first, one.after.first) not in alike)
    told += [_("Without: {names}. {told}", names=names, told=_growth(one)) for one in rest]
    return tuple(told)


def number(indicator: Indicator, value: float, base: int, top: int | None = None) -> str:
    """One number as it is printed; of few, the parts of a share themselves."""
    speak = chosen()
    if indicator.shape != SHARE:
        return speak.number(value, indicator.digits)
    if base < SMALL_BASE:
        return _("{n} of {all}", n=speak.number(round(value * base) if top is None else top), all=speak.number(base))
    return speak.percent(value, 1, indicator.digits)


def value_of(indicator: Indicator, point: Point) -> str:
    """The number of a month as it is printed; empty for a gap."""
    return "" if point.value is None else number(indicator, point.value, point.base, point.tally.top)


def _bar(series: Series, place: int) -> Bar:
    point, indicator = series.points[place], series.indicator
    printed, title = value_of(indicator, point), month_title(point.month, chosen())
    mark = Mark(point.value or 0, printed, _name(indicator, point, title), point.month, SOLID if printed else NONE)
    year = str(point.month.year) if not place or point.month.month == 1 else ""
    return Bar(title, (mark,), chosen().month_short(point.month.month), year)


def _name(indicator: Indicator, point: Point, month: str) -> str:
    speak, printed = chosen(), value_of(indicator, point)
    if point.value is None:
        return _("{month}: no data", month=month)
    if indicator.measure:
        return _(
            "{month}: {value} ({measure}); cases: {n}",
            month=month, value=printed, measure=_(indicator.measure), n=speak.number(point.base),
        )  # fmt: skip
    if indicator.shape == SHARE and point.base >= SMALL_BASE:
        parts = {"n": speak.number(point.tally.top), "all": speak.number(point.base)}
        printed = _("{share} ({n} of {all})", share=printed, **parts)
    if point.apart:
        apart = f"{_(COMMITMENT_STATES['impossible'])}: {speak.number(point.apart)}"
        return f"{month}: {printed} \N{MIDDLE DOT} {apart}"
    return f"{month}: {printed}"


def _scale(series: Series) -> tuple[tuple[float, str], ...]:
    """Zero, the middle, and a round number above every value."""
    indicator, speak = series.indicator, chosen()
    highest = max((point.value for point in series.points if point.value is not None), default=0.0)
    top = next((each for each in _SHARES if each >= highest), 1.0) if indicator.shape == SHARE else _round(highest)
    values = (0.0, top / 2, top)
    if indicator.shape == SHARE:
        return tuple((value, speak.percent(value, 1)) for value in values)
    return tuple((value, speak.number(value)) for value in values)


def _round(highest: float) -> float:
    if highest <= 2:
        return 2.0
    unit = 10.0 ** math.floor(math.log10(highest))
    return next(unit * step for step in _STEPS if unit * step >= highest and unit * step % 2 == 0)


def _begins(series: Series, month: Month) -> bool:
    return any(one.since == month for one in series.breaks)


def _when(one: Change) -> str:
    speak = chosen()
    if one.until is None:
        return _("beginning: {month}", month=month_title(one.since, speak))
    return span(one.since, one.until, speak) if one.until != one.since else month_title(one.since, speak)


def _words(one: Change) -> str:
    return f"{one.words} ({one.agency})" if one.agency else one.words


def _growth(one: Growth) -> str:
    told = "; ".join(_part(one.indicator, part) for part in (one.before, one.after))
    if not one.comparable:
        return _("{told}. Counted in different ways, so not compared.", told=told)
    change = _change(one)
    told = f"{told} ({change})" if change else told
    words = ", ".join(_words(each) for each in one.manner)
    return _("{told}. Counted so: {words}", told=told, words=words) if words else told


def _part(indicator: Indicator, part: Part) -> str:
    value = _NOT_EQUAL if part.value is None else number(indicator, part.value, part.base)
    return f"{span(part.first, part.last, chosen())}: {value}"


def _change(one: Growth) -> str:
    """By how much: a count in per cent, of few in records; a share in points; a median in its own measure."""
    speak, indicator = chosen(), one.indicator
    if one.difference is None:
        return ""
    if indicator.shape == COUNT and one.change is not None:
        grew = round(one.change * 100)
        return _signed(grew, speak.percent(abs(grew), 100))
    if indicator.shape == SHARE:
        if min(one.before.base, one.after.base) < SMALL_BASE:
            return ""
        points = round(one.difference * 100)
        return _("{change} pp", change=_signed(points, speak.number(abs(points))))
    grew_by = round(one.difference, indicator.digits)
    return _signed(grew_by, speak.number(abs(grew_by), indicator.digits))


def _signed(value: float, words: str) -> str:
    return f"{'+' if value > 0 else _MINUS if value < 0 else ''}{words}"
