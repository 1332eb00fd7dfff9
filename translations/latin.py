"""Serbian in Latin letters, derived from Serbian in Cyrillic letters.

Cyrillic to Latin loses nothing and needs no dictionary; the other way round does. So the Cyrillic catalogue is written
by hand and the Latin one is derived from it. Whatever already stands in Latin letters (placeholders, mark-up, keys,
names of programs and formats) passes untouched. What must stay Cyrillic on a Latin screen, or read otherwise there,
stands in `sr_Latn.exceptions`.
"""

from __future__ import annotations

import re
from pathlib import Path

EXCEPTIONS = Path(__file__).with_name("sr_Latn.exceptions")
_SINGLE = dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True))
_DOUBLE = {"љ": "lj", "њ": "nj", "џ": "dž"}
_LETTER = re.compile(r"[^\W\d_]")


def read_exceptions(path: Path = EXCEPTIONS) -> dict[str, str]:
    """The fragments that are not derived letter by letter: `Cyrillic text = Latin text`, one a line."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    pairs = (line.partition(" = ") for line in lines if line and not line.startswith("#"))
    return {cyrillic: latin for cyrillic, _sign, latin in pairs}


def to_latin(text: str, exceptions: dict[str, str] | None = None) -> str:
    """The text in Latin letters; `exceptions` are taken whole before any letter is looked at."""
    kept = exceptions or {}
    if not kept:
        return _letters(text)
    pattern = "|".join(re.escape(fragment) for fragment in sorted(kept, key=len, reverse=True))
    parts = re.split(f"({pattern})", text)
    return "".join(kept[part] if part in kept else _letters(part) for part in parts)


def _letters(text: str) -> str:
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
