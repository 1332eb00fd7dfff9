"""The numbers over time as everybody may see them: nothing small, broken where counting changed, grown only alike.

What rests on notices is protected: no small count, no share or middle value of few. Where one month rests on too few,
quarters are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.cooperation.growth import Growth, growth
from desktop.cooperation.indicators import COUNT, INDICATORS, NOTICES, SHARE, Indicator
from desktop.cooperation.line import Series, Tally
from desktop.cooperation.monitoring import MONTHS, series_of
from desktop.cooperation.report_around import Around
from desktop.cooperation.report_lines import Curve, Definition, Dot, Grown, Turn
from desktop.figures.small_numbers import THRESHOLD
from desktop.periods import Month
from desktop.summaries.sentences import SMALL_BASE

QUARTER = 3
ENOUGH = 4
"""A line has so many dots at least."""
BOTH_SIDES = ("S-6", "S-7")
"""Shares of which those who are not in them are protected as well as those who are."""


def curves(around: Around) -> tuple[Curve, ...]:
    """Every number of which there is anything to show, over the two years that end with this one."""
    over = Month.of(around.today).later(-1)
    last = min(Month(around.year, 12), over)
    if last < Month(around.year, 1):
        return ()
    found = (series_of(around.session, code, last, today=around.today) for code in INDICATORS)
    made = (_curve(around, each) for each in found if not each.is_empty)
    return tuple(each for each in made if each.known or any(one.now is not None for one in each.grown))


def definitions(curves: Iterable[Curve]) -> tuple[Definition, ...]:
    """How each of these numbers is counted."""
    found = (INDICATORS[each.code] for each in curves)
    return tuple(Definition(each.code, each.title, each.definition) for each in found)


def may_be_shown(indicator: Indicator, tally: Tally) -> bool:
    """Whether everybody may see the number that so many records make."""
    if indicator.shape == COUNT:
        return indicator.about != NOTICES or not 0 < tally.top < THRESHOLD
    if indicator.about != NOTICES:
        return True
    if indicator.shape == SHARE:
        rest = tally.base - tally.top if indicator.code in BOTH_SIDES else 0
        small = 0 < tally.top < THRESHOLD or 0 < rest < THRESHOLD
        return tally.base >= SMALL_BASE and not small
    return tally.base >= SMALL_BASE


def _rests_on_enough(indicator: Indicator, tally: Tally) -> bool:
    """Whether a share or a middle value says anything; a count always does."""
    return indicator.shape != SHARE or tally.base >= SMALL_BASE


def _curve(around: Around, series: Series) -> Curve:
    one = series.indicator
    dots, step = _dots(series, 1), 1
    if one.shape != COUNT and 2 * _known(dots) < sum(point.value is not None for point in series.points):
        quarters = _dots(series, QUARTER)
        if _known(quarters) >= ENOUGH:
            dots, step = quarters, QUARTER
    return Curve(
        one.code, one.title, one.unit, one.measure, one.shape, one.digits, dots, step, _turns(series, step),
        tuple(_growths(around, series)),
    )  # fmt: skip


def _known(dots: Sequence[Dot]) -> int:
    return sum(dot.value is not None for dot in dots)


def _dots(series: Series, step: int) -> tuple[Dot, ...]:
    """Month by month, or by quarters that are whole and were counted in one way."""
    made, one = [], series.indicator
    for places in _stretches(series, step):
        points = [series.points[place] for place in places]
        tally = sum((point.tally for point in points), Tally())
        alike = len({series.manners[place] for place in places}) == 1
        known = any(point.value is not None for point in points) and alike
        value = tally.value(one.shape) if known else None
        shown = value is not None and may_be_shown(one, tally)
        enough = _rests_on_enough(one, tally)
        made.append(
            Dot(points[0].month, value if shown and enough else None, is_hidden=value is not None and not shown)
        )
    return tuple(made)


def _stretches(series: Series, step: int) -> list[range]:
    """The places of the months, so many together, beginning with the first that begins a quarter."""
    begins = next((place for place, point in enumerate(series.points) if (point.month.month - 1) % step == 0), 0)
    return [range(place, place + step) for place in range(begins, len(series.points) - step + 1, step)]


def _turns(series: Series, step: int) -> tuple[Turn, ...]:
    """Where the line is broken, by the dot before which it is."""
    made: list[Turn] = []
    stretches = _stretches(series, step)
    for place in series.places:
        month = series.points[place].month
        words = tuple(change.words for change in series.breaks if change.since == month)
        dot = next((number for number, those in enumerate(stretches) if those[0] >= place), len(stretches))
        if 0 < dot < len(stretches) and not any(turn.before == dot for turn in made):
            made.append(Turn(dot, month, "; ".join(words)))
    return tuple(made)


def _growths(around: Around, series: Series) -> Iterable[Grown]:
    """What grew; where institutions broke the line, whole years once more without them."""
    for each in growth(series):
        yield _grown(series, each)
    if series.broken_by:
        last, months = series.points[-1].month, max(MONTHS, len(series.points))
        rest = series_of(
            around.session, series.indicator.code, last, today=around.today, months=months, without=series.broken_by
        )
        names = tuple(map(around.named, series.broken_by))
        for each in growth(rest):
            if each.of_years:
                yield _grown(rest, each, names, series)


def _grown(series: Series, each: Growth, without: tuple[str, ...] = (), whole: Series | None = None) -> Grown:
    one, parts = series.indicator, (each.before, each.after)
    spans = [(part.first, part.last) for part in parts]
    tallies = [_within(series, *span) for span in spans]
    shown = all(may_be_shown(one, tally) for tally in tallies)
    if one.shape == COUNT and one.about == NOTICES:
        shown = shown and all(_is_safe(series, span, whole) for span in spans)
    enough = [_rests_on_enough(one, tally) for tally in tallies]
    was, now = (part.value if shown and good else None for part, good in zip(parts, enough, strict=True))
    change = each.change if one.shape == COUNT else each.difference
    return Grown(
        one.code, spans[0], spans[1], was, now, each.comparable, not shown,
        tuple(change.words for change in each.manner), without, change if shown and all(enough) else None,
    )  # fmt: skip


def _within(series: Series, first: Month, last: Month) -> Tally:
    return sum((point.tally for point in series.points if first <= point.month <= last), Tally())


def _is_safe(series: Series, span: tuple[Month, Month], whole: Series | None) -> bool:
    """Whether a sum gives no month away that is not published, nor the small number of those left out."""
    points = [point for point in series.points if span[0] <= point.month <= span[1]]
    if not all(may_be_shown(series.indicator, point.tally) for point in points):
        return False
    if whole is None:
        return True
    return not 0 < _within(whole, *span).top - _within(series, *span).top < THRESHOLD
