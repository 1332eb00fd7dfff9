"""How the program speaks: sentences, plurals, dates and numbers in four languages, by gettext and Babel.

Code is written in English. `_()` translates at the moment of showing, `N_()` only marks a sentence that is kept (in a
table, a `Problem`, the history). A document is drawn with a `Language` of its own, whatever the screen speaks. Qt's own
`tr()` is never used. Rules of each language that Babel does not follow (dates in the genitive in Serbian, the space
before the per cent sign) stand here and nowhere else.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache, cached_property

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from desktop.places import res

LOCALES = ("en", "lt", "sr_Latn", "sr_Cyrl")
OWN_NAMES = {"en": "English", "lt": "lietuvių", "sr_Latn": "srpski (latinica)", "sr_Cyrl": "српски (ћирилица)"}
"""Each language by its own name: the same four in every language, never translated."""
NBSP = "\u00a0"


def N_(msgid: str) -> str:
    """Mark a sentence for translation without translating it."""
    return msgid


@cache
def _catalogue(locale: str) -> gettext.NullTranslations:
    return gettext.translation("desktop", res("translations"), [locale], fallback=locale == "en")


@dataclass(frozen=True)
class Language:
    """One language: says sentences, counts, and writes dates and numbers as its readers expect."""

    locale: str
    """One of `LOCALES`."""

    @cached_property
    def babel(self) -> Locale:
        """Babel's locale; English is British: day before month, Monday first."""
        return Locale.parse("en_GB" if self.locale == "en" else self.locale)

    def say(self, msgid: str, /, **fields: object) -> str:
        """The sentence in this language, with {placeholders} filled in."""
        said = _catalogue(self.locale).gettext(msgid) if msgid else ""
        return said.format(**fields) if fields else said

    def count(self, one: str, many: str, n: int, /, **fields: object) -> str:
        """The sentence in the plural form that n asks for; {n} is the number, grouped."""
        return _catalogue(self.locale).ngettext(one, many, n).format(n=self.number(n), **fields)

    def pgettext(self, context: str, msgid: str, /, **fields: object) -> str:
        """The sentence that means something else elsewhere; `context` tells the two apart."""
        said = _catalogue(self.locale).pgettext(context, msgid)
        return said.format(**fields) if fields else said

    def number(self, value: float, digits: int = 0) -> str:
        """A number grouped by thousands, with so many decimals and a true minus sign."""
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return format_decimal(value, pattern, locale=self.babel).replace("-", "\u2212")

    def change(self, value: int) -> str:
        """A difference with its sign: +8, −3, 0."""
        return ("+" if value > 0 else "") + self.number(value)

    def percent(self, part: float, whole: float, digits: int = 0) -> str:
        """A share: `92 %` in Lithuanian, `92%` elsewhere; a dash where there is nothing to share."""
        if not whole:
            return "\u2013"
        return self.number(100 * part / whole, digits) + (NBSP if self.locale == "lt" else "") + "%"

    def day(self, value: date) -> str:
        """The short date: 2026-03-09 · 9. 3. 2026. · 09/03/2026."""
        return format_date(value, "short" if self.locale != "en" else "dd/MM/yyyy", locale=self.babel)

    def long_day(self, value: date) -> str:
        """The date in words: 2026 m. kovo 9 d. · 9. marta 2026. · 9 March 2026."""
        if self.locale.startswith("sr"):
            return f"{value.day}.{NBSP}{self.month_name(value.month, in_date=True)} {value.year}."
        return str(format_date(value, "long", locale=self.babel))

    def day_of_year(self, value: date, today: date) -> str:
        """The date as it stands in a table: without the year if it is this year."""
        if value.year != today.year:
            return self.day(value)
        pattern = {"lt": "MM-dd", "en": "d MMM"}.get(self.locale, "d. M.")
        return format_date(value, pattern, locale=self.babel)

    def clock(self, value: time | datetime) -> str:
        """The time of day, 24 hours: 14:05."""
        return f"{value.hour:02d}:{value.minute:02d}"

    def moment(self, value: datetime) -> str:
        """Short date and time of day."""
        return f"{self.day(value.date())} {self.clock(value)}"

    def month_name(self, month: int, *, in_date: bool = False) -> str:
        """The month's name: alone (kovas, mart), or as it stands in a date (kovo, marta)."""
        if in_date and self.locale.startswith("sr"):
            return self.pgettext("month in a date", _MONTHS[month - 1])
        context = "format" if in_date else "stand-alone"
        return str(self.babel.months[context]["wide"][month])

    def month_title(self, year: int, month: int) -> str:
        """Month and year alone, as a title: 2026 m. kovas · mart 2026. · March 2026."""
        name = self.month_name(month)
        if self.locale == "lt":
            return f"{year}{NBSP}m. {name}"
        return f"{name} {year}." if self.locale.startswith("sr") else f"{name} {year}"

    def weekday(self, number: int, *, short: bool = False) -> str:
        """The name of a day of the week; 0 is Monday."""
        return str(self.babel.days["stand-alone"]["abbreviated" if short else "wide"][number])


_MONTHS = (N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
           N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"))  # fmt: skip

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
