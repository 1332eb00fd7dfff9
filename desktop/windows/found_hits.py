"""Which letters of a found text are those that were typed, in whatever script and spelling they stand."""

from __future__ import annotations

import re
from collections.abc import Callable

from desktop.records.people_near import slips
from desktop.vault.search import fold

_DJ = str.maketrans({"đ": "dj", "ђ": "dj", "Đ": "dj", "Ђ": "dj"})
_WORD = re.compile(r"\w+")
Part = tuple[str, bool]
"""A piece of the text, and whether it is a hit."""


def parts(text: str, query: str, *, near: bool = False) -> list[Part]:
    """The text in pieces, those that begin a word as the query does marked; `near` forgives slips."""
    wanted = sorted(_WORD.findall(fold(query)), key=len, reverse=True)
    found: list[Part] = []
    at = 0
    for word in _WORD.finditer(text):
        length = next((n for typed in wanted if (n := _hit(word.group(), typed, near=near))), 0)
        if length:
            found += [(text[at : word.start()], False), (word.group()[:length], True)]
            at = word.start() + length
    found.append((text[at:], False))
    return [part for part in found if part[0]]


def _hit(word: str, typed: str, *, near: bool) -> int:
    """How many letters of the word are what was typed; 0 if none."""
    ways: tuple[Callable[[str], str], ...] = (fold, lambda letter: fold(letter.translate(_DJ)))
    for way in ways:
        folded = ""
        for place, letter in enumerate(word, 1):
            folded += way(letter)
            if folded.startswith(typed):
                return place
    is_near = near and slips((typed,), (fold(word),)) is not None
    return min(len(word), len(typed)) if is_near else 0
