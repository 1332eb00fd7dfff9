"""Numbers over time as pictures: what is printed at each month, what is spoken of it, what it opens."""

from __future__ import annotations

import math

from desktop.cooperation.indicators import SHARE, Indicator
from desktop.cooperation.line import Series
from desktop.cooperation.told import month_of, value_of
from desktop.language import _, chosen
from desktop.periods import Month
from desktop.summaries.sentences import month_title
from desktop.windows.chart_plan import NONE, SOLID, Bar, Mark
from desktop.windows.commitments_rows import ALL
from desktop.windows.line_plan import LinePicture
from desktop.windows.problems_rows import SOLVED

_STEPS, _SHARES = (1, 2, 4, 6, 8, 10), (0.2, 0.4, 0.6, 0.8, 1.0)


def picture(series: Series) -> LinePicture:
    """The line of one number."""
    points, speak = series.points, chosen()
    begun = {one.since for one in series.breaks}
    turns = tuple(
        (place, f"b {speak.month_short(month.month)} {month.year}" if month in begun else "")
        for place, month in ((place, points[place].month) for place in series.places)
    )
    bars = tuple(_bar(series, place) for place in range(len(points)))
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


def _bar(series: Series, place: int) -> Bar:
    point, indicator, speak = series.points[place], series.indicator, chosen()
    printed, name = value_of(indicator, point, speak), month_of(indicator, point, speak)
    mark = Mark(point.value or 0, printed, name, point.month, SOLID if printed else NONE)
    year = str(point.month.year) if not place or point.month.month == 1 else ""
    return Bar(month_title(point.month, speak), (mark,), speak.month_short(point.month.month), year)


def _scale(series: Series) -> tuple[tuple[float, str], ...]:
    """Zero, the middle, and a round number above every value."""
    is_share, speak = series.indicator.shape == SHARE, chosen()
    highest = max((point.value for point in series.points if point.value is not None), default=0.0)
    top = next((each for each in _SHARES if each >= highest), 1.0) if is_share else _round(highest)
    values = (0.0, top / 2, top)
    return tuple((value, speak.percent(value, 1) if is_share else speak.number(value)) for value in values)


def _round(highest: float) -> float:
    if highest <= 2:
        return 2.0
    unit = 10.0 ** math.floor(math.log10(highest))
    return next(unit * step for step in _STEPS if unit * step >= highest and unit * step % 2 == 0)
