"""How the program speaks: sentences, plurals, dates and numbers in four languages, by gettext and Babel.

Code is written in English. `_()` translates at the moment of showing, `N_()` only marks a sentence that is kept (in a
table, a `Problem`, the history). A document is drawn with a `Language` of its own, whatever the screen speaks. Qt's own
`tr()` is never used. Rules of each language that Babel does not follow (dates in the genitive in Serbian, the space
before the per cent sign) stand here and nowhere else.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import cache, cached_property
from typing import Any

from desktop.places import res

LOCALES = ("en", "lt", "sr_Latn", "sr_Cyrl")
OWN_NAMES = {"en": "English", "lt": "lietuvių", "sr_Latn": "srpski (latinica)", "sr_Cyrl": "српски (ћирилица)"}
"""Each language by its own name: the same four in every language, never translated."""
NBSP = "\u00a0"


def N_(msgid: str) -> str:
    """Mark a sentence for translation without translating it."""
    return msgid


def NP_(context: str, msgid: str) -> str:
    """Mark a sentence that `pgettext` will say in this context."""
    return msgid


@cache
def _catalogue(locale: str, domain: str = "desktop") -> gettext.NullTranslations:
    """The compiled catalogue (`translations/build.py` makes them); English stands in the code and needs none."""
    if locale == "en":
        return gettext.NullTranslations()
    with res("translations", locale, "LC_MESSAGES", f"{domain}.mo").open("rb") as file:  # gettext's own search is slow
        return gettext.GNUTranslations(file)


class Language:
    """One language: says sentences, counts, and writes dates and numbers as its readers expect."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        """One of `LOCALES`."""

    @cached_property
    def babel(self) -> Any:
        """Babel's locale; English is British: day before month, Monday first."""
        from babel import Locale

        return Locale.parse("en_GB" if self.locale == "en" else self.locale)

    def say(self, msgid: str, /, **fields: object) -> str:
        """The sentence in this language, with {placeholders} filled in; dates and times as its readers write them."""
        said = _catalogue(self.locale).gettext(msgid) if msgid else ""
        return self._filled(said, fields)

    def _filled(self, said: str, fields: dict[str, object]) -> str:
        return said.format(**{name: self._written(value) for name, value in fields.items()}) if fields else said

    def _written(self, value: object) -> object:
        if isinstance(value, datetime):
            return self.moment(value)
        if isinstance(value, date):
            return self.day(value)
        return self.clock(value) if isinstance(value, time) else value

    def count(self, one: str, many: str, n: int, /, **fields: object) -> str:
        """The sentence in the plural form that n asks for; {n} is the number, grouped."""
        return self._filled(_catalogue(self.locale).ngettext(one, many, n), {"n": self.number(n), **fields})

    def pgettext(self, context: str, msgid: str, /, **fields: object) -> str:
        """The sentence that means something else elsewhere; `context` tells the two apart."""
        return self._filled(_catalogue(self.locale).pgettext(context, msgid), fields)

    def qt(self, context: str, text: str) -> str | None:
        """What one of Qt's own widgets says in this language; None where Qt's English is to stay."""
        said = _catalogue(self.locale, "qt").pgettext(context, text)
        return None if said == text else said

    def number(self, value: float, digits: int = 0) -> str:
        """A number grouped by thousands, with so many decimals and a true minus sign."""
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        from babel.numbers import format_decimal

        return format_decimal(value, pattern, locale=self.babel).replace("-", "\u2212")

    def change(self, value: int) -> str:
        """A difference with its sign: +8, −3, 0."""
        return ("+" if value > 0 else "") + self.number(value)

    def minutes(self, value: int) -> str:
        """A length of time in minutes: `5 min.` in Lithuanian, `5 min` elsewhere."""
        return f"{self.number(value)}{NBSP}{'min.' if self.locale == 'lt' else 'min'}"

    def hours(self, value: float, digits: int = 0) -> str:
        """A length of time in hours: `3 val.` in Lithuanian, `3 h` elsewhere."""
        return f"{self.number(value, digits)}{NBSP}{'val.' if self.locale == 'lt' else 'h'}"

    def working_days(self, n: int) -> str:
        """So many working days of the centre: 2 darbo dienos, 5 radnih dana."""
        return self.count("{n} working day", "{n} working days", n)

    def percent(self, part: float, whole: float, digits: int = 0) -> str:
        """A share: `92 %` in Lithuanian, `92%` elsewhere; a dash where there is nothing to share."""
        if not whole:
            return "\u2013"
        return self.number(100 * part / whole, digits) + (NBSP if self.locale == "lt" else "") + "%"

    def day(self, value: date) -> str:
        """The short date: 2026-03-09 · 9. 3. 2026. · 09/03/2026."""
        return self._dated(value, "short" if self.locale != "en" else "dd/MM/yyyy")

    def _dated(self, value: date, pattern: str) -> str:
        from babel.dates import format_date

        return str(format_date(value, pattern, locale=self.babel))

    def long_day(self, value: date) -> str:
        """The date in words: 2026 m. kovo 9 d. · 9. marta 2026. · 9 March 2026."""
        month = self.month_name(value.month, in_date=True)
        if self.locale == "lt":
            return f"{value.year}{NBSP}m. {month} {value.day}{NBSP}d."
        dot = "." if self.locale.startswith("sr") else ""
        return f"{value.day}{dot}{NBSP}{month} {value.year}{dot}"

    def day_of_year(self, value: date, today: date) -> str:
        """The date as it stands in a table: without the year if it is this year."""
        if value.year != today.year:
            return self.day(value)
        pattern = {"lt": "MM-dd", "en": "d MMM"}.get(self.locale, "d. M.")
        return self._dated(value, pattern)

    def clock(self, value: time | datetime) -> str:
        """The time of day, 24 hours: 14:05."""
        return f"{value.hour:02d}:{value.minute:02d}"

    def moment(self, value: datetime) -> str:
        """Short date and time of day."""
        return f"{self.day(value.date())} {self.clock(value)}"

    def near(self, value: date | datetime, now: datetime) -> str:
        """A day as one speaks of it: yesterday, today, tomorrow, a weekday of the coming six days, else the date.

        The time of day follows if the value has one: today 17:00.
        """
        day = value.date() if isinstance(value, datetime) else value
        away = (day - now.date()) // timedelta(days=1)
        if away in _NEAR:
            said = self.say(_NEAR[away])
        else:
            said = self.weekday(day.weekday()) if 1 < away < 7 else self.day_of_year(day, now.date())
        return f"{said} {self.clock(value)}" if isinstance(value, datetime) else said

    def month_name(self, month: int, *, in_date: bool = False) -> str:
        """The month's name: alone (kovas, mart), or as it stands in a date (kovo, marta)."""
        if in_date and self.locale.startswith("sr"):
            return self.pgettext("month in a date", _MONTHS_IN_DATE[month - 1])
        context = "format" if in_date else "stand-alone"
        return str(self.babel.months[context]["wide"][month])

    def month_short(self, month: int) -> str:
        """The month's name cut short, to stand under a column: lapkr., nov."""
        return str(self.babel.months["stand-alone"]["abbreviated"][month])

    def month_title(self, year: int, month: int) -> str:
        """Month and year alone, as a title: 2026 m. kovas · mart 2026. · March 2026."""
        name = self.month_name(month)
        if self.locale == "lt":
            return f"{year}{NBSP}m. {name}"
        return f"{name} {year}." if self.locale.startswith("sr") else f"{name} {year}"

    def quarter_name(self, quarter: int) -> str:
        """The quarter alone: IV ketvirtis, IV тромесечје, 4th quarter."""
        return self.say(N_("{number} quarter"), number=self.quarter_number(quarter)).replace(" ", NBSP)

    def quarter_number(self, quarter: int) -> str:
        """Its number as the language writes it: IV, 4th."""
        return (("1st", "2nd", "3rd", "4th") if self.locale == "en" else ("I", "II", "III", "IV"))[quarter - 1]

    def quarter_title(self, year: int, quarter: int) -> str:
        """Quarter and year alone, as a title: 2026 m. IV ketvirtis · IV tromesečje 2026. · 4th quarter of 2026."""
        name = self.quarter_name(quarter)
        if self.locale == "lt":
            return f"{year}{NBSP}m. {name}"
        return f"{name} {year}." if self.locale.startswith("sr") else f"{name} of {year}"

    def weekday(self, number: int, *, short: bool = False) -> str:
        """The name of a day of the week; 0 is Monday."""
        return str(self.babel.days["stand-alone"]["abbreviated" if short else "wide"][number])

    def weekdays_on(self, numbers: Iterable[int]) -> str:
        """Days on which something recurs, Monday first: pirmadieniais, trečiadieniais."""
        return ", ".join(self.say(_WEEKDAYS_ON[number]) for number in sorted(set(numbers)))


_MONTHS_IN_DATE = (
    NP_("month in a date", "January"),
    NP_("month in a date", "February"),
    NP_("month in a date", "March"),
    NP_("month in a date", "April"),
    NP_("month in a date", "May"),
    NP_("month in a date", "June"),
    NP_("month in a date", "July"),
    NP_("month in a date", "August"),
    NP_("month in a date", "September"),
    NP_("month in a date", "October"),
    NP_("month in a date", "November"),
    NP_("month in a date", "December"),
)
"""In Serbian the genitive, which Babel does not give: 9. marta 2026."""
_WEEKDAYS_ON = (
    N_("on Mondays"),
    N_("on Tuesdays"),
    N_("on Wednesdays"),
    N_("on Thursdays"),
    N_("on Fridays"),
    N_("on Saturdays"),
    N_("on Sundays"),
)
_NEAR = {-1: N_("yesterday"), 0: N_("today"), 1: N_("tomorrow")}

_chosen = Language("en")


def choose(locale: str) -> Language:
    """Make this the language of the screen and the terminal."""
    global _chosen
    if locale not in LOCALES:
        raise ValueError(locale)
    _chosen = Language(locale)
    return _chosen


def chosen() -> Language:
    """The language of the screen and the terminal."""
    return _chosen


def _(msgid: str, /, **fields: object) -> str:
    """The sentence in the chosen language."""
    return _chosen.say(msgid, **fields)


def ngettext(one: str, many: str, n: int, /, **fields: object) -> str:
    """The counted sentence in the chosen language; {n} is the number."""
    return _chosen.count(one, many, n, **fields)


def pgettext(context: str, msgid: str, /, **fields: object) -> str:
    """The sentence of that context in the chosen language."""
    return _chosen.pgettext(context, msgid, **fields)
