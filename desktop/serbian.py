"""Serbian in Latin letters, written from Serbian in Cyrillic letters: nothing is lost, and no dictionary is needed.

The other way round loses: so whatever is kept stays as it was typed, and only what is shown in Latin letters is turned.
"""

from __future__ import annotations

import re

_SINGLE = dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True))
_DOUBLE = {"љ": "lj", "њ": "nj", "џ": "dž"}
_LETTER = re.compile(r"[^\W\d_]")


def in_latin(text: str) -> str:
    """The text in Latin letters; whatever is no Serbian Cyrillic letter passes untouched."""
    return "".join(_letter(text, place) for place in range(len(text)))


def _letter(text: str, place: int) -> str:
    sign = text[place]
    small = sign.lower()
    if small in _SINGLE:
        return _SINGLE[small] if sign == small else _SINGLE[small].upper()
    if small not in _DOUBLE:
        return sign
    pair = _DOUBLE[small]
    if sign == small:
        return pair
    return pair.upper() if _among_capitals(text, place) else pair.capitalize()


def _among_capitals(text: str, place: int) -> bool:
    """Whether a capital stands in a word of capitals: the next letter decides, at the end of a word the one before."""
    after = text[place + 1 : place + 3].lstrip("&")[:1]
    if _LETTER.match(after):
        return after.isupper()
    before = text[max(place - 2, 0) : place].rstrip("&")[-1:]
    return bool(_LETTER.match(before)) and before.isupper()
