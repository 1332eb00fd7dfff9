"""The last look before a paper is made: no text that leaves may name a person, or say how to reach her.

Pure. Names are found in any script and case: by the stems of their words, standing beside each other. Officials are
left out, so that the prosecutor of the same name may be thanked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.vault.letters import fold

_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\+?\d(?:[\s()/.-]{0,2}\d){6,}")
_SHORTEST_NUMBER = 7
_COMPARED = 8
"""Digits from the end by which a telephone is known, however its beginning is written."""
_SHORTEST_ADDRESS = 8
NAME, TELEPHONE, ADDRESS = "name", "telephone", "address"


@dataclass(frozen=True)
class Guarded:
    """A person who must not be named, or not be reached, through a text."""

    code: str
    name: str
    numbers: tuple[str, ...] = ()
    """Her telephones."""
    places: tuple[str, ...] = ()
    """Her addresses, of houses and of letters."""
    may_be_named: bool = False
    """Whether this reader may see her name; an address or telephone is never shown."""


@dataclass(frozen=True)
class Leak:
    """A text that tells of somebody what it must not."""

    code: str
    what: str
    """name, telephone or address."""
    text: str


class Text:
    """One text, made ready to be asked about many persons."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = _folded(text)
        self.words = _WORD.findall(self.folded)
        self.beginnings = {word[:length] for word in self.words for length in range(1, len(word) + 1)}
        self.numbers = {_end(each) for each in _DIGITS.findall(text)}

    def names(self, stems: tuple[str, ...]) -> bool:
        """Whether words with these beginnings stand beside each other, in any order."""
        if not stems or not all(stem in self.beginnings for stem in stems):
            return False
        wide = len(stems) + 1
        for start in range(len(self.words)):
            window = self.words[start : start + wide]
            if all(any(word.startswith(stem) for word in window) for stem in stems):
                return True
        return False


def leaks(texts: Iterable[str], persons: Iterable[Guarded], officials: Iterable[str] = ()) -> Iterator[Leak]:
    """Every text that names a guarded person or says where she is reached."""
    asked = [Text(text) for text in dict.fromkeys(texts) if text.strip()]
    known = {tuple(sorted(fold(name).split())) for name in officials}
    beginnings = set().union(*(each.beginnings for each in asked)) if asked else set()
    numbers = set().union(*(each.numbers for each in asked)) if asked else set()
    for person in persons:
        stems = _stems(person.name)
        known_official = tuple(sorted(fold(person.name).split())) in known
        if not person.may_be_named and not known_official and stems and all(stem in beginnings for stem in stems):
            yield from (Leak(person.code, NAME, each.text) for each in asked if each.names(stems))
        mine = {_end(number) for number in person.numbers} & numbers - {""}
        if mine:
            yield from (Leak(person.code, TELEPHONE, each.text) for each in asked if each.numbers & mine)
        for place in map(_folded, person.places):
            if len(place) >= _SHORTEST_ADDRESS:
                yield from (Leak(person.code, ADDRESS, each.text) for each in asked if place in each.folded)


def _folded(text: str) -> str:
    """Folded, and đ the same whether it was written with one letter or with two."""
    return fold(text).replace("dj", "d")


def _stems(name: str) -> tuple[str, ...]:
    """The words of a name without their endings; a name of one word is too common to be looked for."""
    words = [word for word in _WORD.findall(_folded(name)) if len(word) > 1]
    return tuple(_stem(word) for word in words) if len(words) > 1 else ()


def _stem(word: str) -> str:
    return word[: max(3, len(word) - (3 if len(word) > 6 else 1))]


def _end(number: str) -> str:
    digits = "".join(sign for sign in number if sign.isdecimal())
    return digits[-_COMPARED:] if len(digits) >= _SHORTEST_NUMBER else ""
