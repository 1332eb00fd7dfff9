"""The figures of a year as pictures: what is printed at each bar, what is spoken of it, and what it opens."""

from __future__ import annotations

from desktop.figures.year import KindHeld, KindOfHelp, YearFigures, YearMonth
from desktop.language import N_, Language, _, chosen, ngettext
from desktop.summaries.sentences import SMALL_BASE, hours, shown
from desktop.windows.chart_plan import EMPTY, HATCH, NONE, OPEN, PALE, SOLID, TICK, Bar, Mark, Picture

NOTICES, CONTACTS, HELP = N_("Notices by month"), N_("First contact against the rule"), N_("Help given, by kind")
HELD = N_("Trainings and events, by kind")
IN_TIME_WORDS, LATE_WORDS, NEVER_WORDS = N_("in time: {n}"), N_("late: {n}"), N_("not reached: {n}")


def notices_picture(year: YearFigures) -> Picture:
    """Notices by month, with a thin mark at those of the year before."""
    bars = tuple(_notices(one, number, len(year.months)) for number, one in enumerate(year.months))
    return Picture(_(NOTICES), bars, upright=True, beside=_("A year before"))


def _notices(one: YearMonth, number: int, count: int) -> Bar:
    speak, month, before = chosen(), one.month, one.month.later(-12)
    title, runs = speak.month_title(month.year, month.month), number == count - 1
    if runs:
        name = ngettext("{month}, so far: {n} notice", "{month}, so far: {n} notices", one.notices, month=title)
    else:
        name = ngettext("{month}: {n} notice", "{month}: {n} notices", one.notices, month=title)
    former = speak.month_title(before.year, before.month)
    then = ngettext("{month}: {n} notice", "{month}: {n} notices", one.before, month=former)
    told = speak.number(one.before)
    return Bar(
        title,
        (
            Mark(one.notices, speak.number(one.notices), name, _counted(one, "notice"), OPEN if runs else PALE),
            Mark(
                one.before, told, then, {"month": before.key, "counted": "notice"}, TICK,
                _("A year before: {n}", n=told),
            ),
        ),
        speak.month_short(month.month),
        str(month.year) if not number or month.month == 1 else "",
    )  # fmt: skip


def contacts_picture(year: YearFigures) -> Picture:
    """Each month a whole bar: first contacts in time, late, and persons not reached."""
    return Picture(_(CONTACTS), tuple(_contacts(one) for one in year.months))


def _contacts(one: YearMonth) -> Bar:
    speak, owed = chosen(), one.owed
    title = speak.month_title(one.month.year, one.month.month)
    count = {code: one.contacts.get(code, 0) for code in ("in_time", "late", "never")}
    values = {"month": title, "all": speak.number(owed)}
    names = {
        "in_time": _("{month}, in time: {n} of {all}", n=speak.number(count["in_time"]), **values),
        "late": _("{month}, late: {n} of {all}", n=speak.number(count["late"]), **values),
        "never": _("{month}, not reached: {n} of {all}", n=speak.number(count["never"]), **values),
    }
    words = {
        "in_time": _(IN_TIME_WORDS, n=_share(count["in_time"], owed, speak)),
        "late": _(LATE_WORDS, n=speak.number(count["late"])) if count["late"] else "",
        "never": _(NEVER_WORDS, n=speak.number(count["never"])) if count["never"] else "",
    }
    fills = {"in_time": SOLID, "late": HATCH, "never": EMPTY}
    marks = (Mark(count[code], words[code], names[code], _counted(one, code), fills[code]) for code in count)
    return Bar(title, tuple(marks), whole=owed or 1)


def _share(part: int, owed: int, speak: Language) -> str:
    """A share, and of few the numbers themselves."""
    if not owed:
        return "\u2013"
    if owed < SMALL_BASE:
        return _("{n} of {all}", n=speak.number(part), all=speak.number(owed))
    return speak.percent(part, owed)


def _counted(one: YearMonth, code: str) -> dict[str, str]:
    return {"month": one.month.key, "counted": code}


def help_picture(year: YearFigures, period: str) -> Picture:
    """Hours of help by kind in house order, with the occasions behind them."""
    return Picture(_(HELP), tuple(_help(one, period) for one in year.help_in(period)))


def _help(one: KindOfHelp, period: str) -> Bar:
    speak = chosen()
    kind, about = shown(one.words, speak), {"month": period, "kind": one.code}
    length = speak.hours(hours(one.minutes), 1)
    times = ngettext("{n} time", "{n} times", one.occasions)
    name = _("{kind}: {hours}, {times}", kind=kind, hours=length, times=times)
    return Bar(kind, (Mark(one.minutes, length, name, about, SOLID), Mark(0, times, name, about, NONE)))


def held_picture(year: YearFigures, period: str) -> Picture:
    """Trainings and events by kind, with their hours."""
    return Picture(_(HELD), tuple(_held(one, period) for one in year.held_in(period)))


def _held(one: KindHeld, period: str) -> Bar:
    speak = chosen()
    kind, about = shown(one.words, speak), {"month": period, "kind": one.code}
    told = [ngettext("{n} entry", "{n} entries", one.count)]
    if one.minutes:
        told.append(speak.hours(hours(one.minutes), 1))
    words = " \u00b7 ".join(told)
    return Bar(kind, (Mark(one.count, words, _("{kind}: {told}", kind=kind, told=words), about, SOLID),))
