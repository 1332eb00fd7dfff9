"""Numbers as people write them: of a notice, of a telephone, of a person, of a year; and slips in them.

Pure. A number in two styles is one number; a part of it that is long enough may stand for the whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from desktop.reconciliation.names import folded

SAME, PART, SLIP, NEXT, SWAPPED, DIFFERS = "same", "part", "slip", "next", "swapped", "differs"

_FEWEST_DIGITS = 4
_PHONE_TAIL = 7
_RUN = re.compile(r"\d+")
_SIGNS = re.compile(r"[^a-z0-9]+")
_PHONES = re.compile(r"[;,\n|]|\s(?:ir|i|и|and)\s")
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
_CENTURIES = {"1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a notice."""

    whole: str
    """Its letters and digits, without the signs between them."""
    core: str
    """Its longest run of digits; empty where that is too short to tell anything alone."""


def number_of(text: str) -> Number | None:
    """The number of a notice; nothing where there is no digit in it."""
    plain = folded(text[:80])
    runs = _RUN.findall(plain)
    if not runs:
        return None
    longest = max(runs, key=len)
    return Number(_SIGNS.sub("", plain), longest if len(longest) >= _FEWEST_DIGITS else "")


def same_number(one: Number, other: Number) -> str:
    """How the numbers of two notices agree."""
    if one.whole == other.whole:
        return SAME
    for short, long in ((one, other), (other, one)):
        if len(short.whole) < len(long.whole) and short.core and short.whole in long.whole:
            return PART
    if one.core and one.core == other.core:
        return PART if len(one.whole) != len(other.whole) else SLIP
    return SLIP if _number_slip(one, other) else DIFFERS


def _number_slip(one: Number, other: Number) -> bool:
    """Whether the two differ by one slip: in the whole, in the longest run of digits, or in a part of the other."""
    if len(one.whole) > _FEWEST_DIGITS and OSA.distance(one.whole, other.whole, score_cutoff=1) <= 1:
        return True
    if not one.core or not other.core:
        return False
    if OSA.distance(one.core, other.core, score_cutoff=1) <= 1:
        return True
    short, long = sorted(
        (one.core, other.whole) if len(one.whole) < len(other.whole) else (other.core, one.whole), key=len
    )
    width = len(short)
    return any(
        long[at] == short[0] and OSA.distance(short, long[at : at + width], score_cutoff=1) <= 1
        for at in range(len(long) - width + 1)
    )


def phones_of(text: str) -> tuple[str, ...]:
    """The last digits of each telephone number written in the field; a country's prefix stands before them."""
    found = []
    for part in _PHONES.split(text[:120]) if text else ():
        digits = "".join(_RUN.findall(part))
        if len(digits) >= 6:
            found.append(digits[-_PHONE_TAIL:])
    return tuple(dict.fromkeys(found))


def same_phone(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """How the nearest two of two persons' telephone numbers agree."""
    if set(one) & set(other):
        return SAME
    return SLIP if any(OSA.distance(a, b, score_cutoff=1) <= 1 for a in one for b in other) else DIFFERS


def codes_of(text: str) -> tuple[str, ...]:
    """The personal codes in the field, each as its digits, if there are enough of them."""
    parts = _PHONES.split(text[:120]) if text else ()
    return tuple(dict.fromkeys(code for part in parts if len(code := "".join(_RUN.findall(part))) >= 7))


def same_code(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """How the nearest two personal codes agree; two slips are still one code, since nobody else's is so near."""
    if set(one) & set(other):
        return SAME
    return SLIP if any(OSA.distance(a, b, score_cutoff=2) <= 2 for a in one for b in other) else DIFFERS


def birth_years_of(text: str, codes: tuple[str, ...]) -> tuple[int, ...]:
    """The years of birth as written, else as Lithuanian or Serbian personal codes tell them."""
    written = tuple(dict.fromkeys(map(int, _YEAR.findall(text[:120])))) if text else ()
    return written or tuple(dict.fromkeys(filter(None, map(_year_of_code, codes))))


def _year_of_code(code: str) -> int | None:
    if len(code) == 11 and code[0] in _CENTURIES:
        return _CENTURIES[code[0]] + int(code[1:3])
    if len(code) == 13:
        year = int(code[4:7])
        return year + (1000 if year >= 800 else 2000)
    return None


def same_year(one: tuple[int, ...], other: tuple[int, ...]) -> str:
    """How the nearest two years of birth agree."""
    if set(one) & set(other):
        return SAME
    return min((_years(a, b) for a in one for b in other), key=(NEXT, SWAPPED, DIFFERS).index)


def _years(one: int, other: int) -> str:
    """How two years that are not the same agree: the year before or after, two digits changed round, or not."""
    if abs(one - other) == 1:
        return NEXT
    first, second = str(one), str(other)
    return SWAPPED if sorted(first) == sorted(second) and OSA.distance(first, second) == 1 else DIFFERS
