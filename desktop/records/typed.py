"""What people type for dates, times and numbers, in the forms of four languages; pure, no clock of its own.

Everything that `Language.day`, `long_day` and `clock` write can be typed back. A short form without year or month means
the nearest such day on the side the field leans to: a received date lies in the past, a deadline in the future.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time, timedelta

from desktop.language import N_
from desktop.problems import Problem

_NO_DATE, _NO_TIME, _NO_NUMBER = N_("There is no such date."), N_("There is no such time."), N_("This is not a number.")
_RELATIVE = {
    "today": 0, "now": 0, "siandien": 0, "dabar": 0, "danas": 0, "sada": 0, "данас": 0, "сада": 0,
    "yesterday": -1, "vakar": -1, "juce": -1, "јуче": -1, "uzvakar": -2, "prekjuce": -2, "прекјуче": -2,
    "tomorrow": 1, "rytoj": 1, "sutra": 1, "сутра": 1, "poryt": 2, "prekosutra": 2, "прекосутра": 2,
}  # fmt: skip
_MONTHS = (
    ("jan", "saus", "јан"), ("feb", "vasar", "феб"), ("mar", "kov", "мар"), ("apr", "baland", "апр"),
    ("may", "maj", "geguz", "мај"), ("jun", "birz", "јун"), ("jul", "liep", "јул"), ("aug", "avg", "rugp", "авг"),
    ("sep", "rugs", "сеп"), ("oct", "okt", "spal", "окт"), ("nov", "lapkr", "нов"), ("dec", "gruod", "дец"),
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")


def _plain(text: str) -> str:
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(sign))
    return " ".join(bare.split())


def read_date(text: str, today: date, *, lean: str = "past") -> date:
    """The date that somebody typed: `24.11`, `24 11`, `24`, `-1`, `yesterday`, `2026-11-24`, `24. novembra 2026.` ...

    `lean` is `past` or `future` and decides what a date without year or month means. Raises a `Problem` when there is
    no such date.
    """
    plain = _plain(text)
    if plain in _RELATIVE:
        return today + timedelta(days=_RELATIVE[plain])
    if re.fullmatch(r"[+\u2212-]\d{1,4}", plain):
        return today + timedelta(days=int(plain.replace("\u2212", "-")))
    numbers = [int(n) for n in _NUMBER.findall(plain)]
    try:
        words = [word for word in _WORD.findall(plain) if len(word) > 2]
        if words:
            return _with_month_name(numbers, words, today, lean)
        if len(numbers) == 1:
            return _from_one(_NUMBER.findall(plain)[0], today, lean)
        if len(numbers) == 3:
            return _from_three(numbers, today)
        if len(numbers) == 2:
            month_first = "-" in plain and numbers[0] <= 12
            month, day = numbers if month_first else reversed(numbers)
            return _nearest(day, month, today, lean)
    except ValueError as error:
        raise Problem(_NO_DATE) from error
    raise Problem(_NO_DATE)


def named_month(word: str) -> int | None:
    """The number of the month that a word names, in any of the languages and cases: `spalio`, `oktobra`, `October`."""
    plain = _plain(word)
    return next((month for month, stems in enumerate(_MONTHS, 1) if plain.startswith(stems)), None)


def _with_month_name(numbers: list[int], words: list[str], today: date, lean: str) -> date:
    found = [month for word in words if (month := named_month(word))]
    if len(found) != 1 or not 1 <= len(numbers) <= 2:
        raise ValueError(words)
    years, days = [n for n in numbers if n > 31], [n for n in numbers if n <= 31]
    if len(days) != 1:
        raise ValueError(numbers)
    return date(years[0], found[0], days[0]) if years else _nearest(days[0], found[0], today, lean)


def _from_one(digits: str, today: date, lean: str) -> date:
    if len(digits) <= 2:
        return _nearest_day(int(digits), today, lean)
    if len(digits) == 4:
        return _nearest(int(digits[:2]), int(digits[2:]), today, lean)
    if len(digits) == 8 and digits[:2] in ("19", "20") and int(digits[4:6]) <= 12:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    if len(digits) in (6, 8):
        return _from_three([int(digits[:2]), int(digits[2:4]), int(digits[4:])], today)
    raise ValueError(digits)


def _from_three(numbers: list[int], today: date) -> date:
    year, month, day = numbers if numbers[0] > 31 else reversed(numbers)
    if year < 100:
        year += 2000 if year <= today.year % 100 + 10 else 1900
    return date(year, month, day)


def _nearest(day: int, month: int, today: date, lean: str) -> date:
    """That day of that month in the nearest year that has it, not beyond today on the wrong side."""
    years = range(today.year, today.year - 9, -1) if lean == "past" else range(today.year, today.year + 9)
    for year in years:
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if (found <= today) if lean == "past" else (found >= today):
            return found
    raise ValueError(day, month)


def _nearest_day(day: int, today: date, lean: str) -> date:
    if not 1 <= day <= 31:
        raise ValueError(day)
    found, step = today, timedelta(days=-1 if lean == "past" else 1)
    while found.day != day:
        found += step
    return found


def read_time(text: str) -> time:
    """The time of day that somebody typed: `905`, `9`, `9:05`, `9.05`, `14 h`; a `Problem` if there is none."""
    numbers = _NUMBER.findall(text)
    if len(numbers) == 1 and len(numbers[0]) in (3, 4):
        numbers = [numbers[0][:-2], numbers[0][-2:]]
    try:
        if not 1 <= len(numbers) <= 2 or any(len(n) > 2 for n in numbers):
            raise ValueError(text)
        return time(int(numbers[0]), int(numbers[1]) if len(numbers) == 2 else 0)
    except ValueError as error:
        raise Problem(_NO_TIME) from error


def read_number(text: str) -> int:
    """The whole number that somebody typed, thousands grouped in any way; a `Problem` if it is none."""
    bare = re.sub(r"[\s\u00a0\u202f.,']", "", text)
    if not re.fullmatch(r"\d{1,9}", bare):
        raise Problem(_NO_NUMBER)
    return int(bare)


def read_hours(text: str) -> int:
    """The minutes of so many hours: `1,5`, `1.5` and `1:30` are 90; a `Problem` if that is none."""
    bare = re.sub(r"[\s\u00a0\u202f]", "", text)
    if clock := re.fullmatch(r"(\d{1,4}):([0-5]\d)", bare):
        return int(clock[1]) * 60 + int(clock[2])
    if not re.fullmatch(r"\d{1,4}([.,]\d{1,2})?", bare):
        raise Problem(_NO_NUMBER)
    return round(float(bare.replace(",", ".")) * 60)
