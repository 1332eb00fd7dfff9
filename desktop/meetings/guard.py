"""The last look before a paper is made: no text that leaves may name a person, or say how to reach her.

Pure. Names are found in any script and case: by two of their words, or one and an initial, standing beside each other.
Officials are left out, so that the prosecutor of the same name may be thanked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.meetings.inflected import NamePattern, Word, pattern_of, words_of
from desktop.vault.letters import fold

_DIGITS = re.compile(r"\d(?:[\s()/.\-\u2010-\u2015]{0,3}\d){6,}")
_SHORTEST_NUMBER = 7
_COMPARED = 8
"""Digits from the end by which a telephone is known, however its beginning is written."""
_SHORTEST_ABBREVIATION = 3
"""Words of an address that are shorter, or as long, may be left out: g., pr., ul."""
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
        self.words: tuple[Word, ...] = words_of(text)
        self.beginnings = {each.folded[:n] for each in self.words for n in range(1, len(each.folded) + 1)}
        self.numbers = " ".join(_digits(each) for each in _DIGITS.findall(text))
        self.letters = "".join(fold(text).split())
        self.place = _place(text)

    def tells(self, place: str) -> bool:
        """Whether an address stands there: an e-mail by its letters, a house by its street and number."""
        if "@" in place:
            return "".join(fold(place).split()) in self.letters
        wanted = next((part for part in map(_place, (*place.split(","), place)) if _is_house(part)), "")
        return bool(wanted) and wanted in self.place


def leaks(texts: Iterable[str], persons: Iterable[Guarded], officials: Iterable[str] = ()) -> Iterator[Leak]:
    """Every text that names a guarded person or says where she is reached."""
    asked = [Text(text) for text in dict.fromkeys(texts) if text.strip()]
    named = set(officials)
    known = {tuple(sorted(fold(name).split())) for name in named}
    offices = [pattern_of(name) for name in named]
    beginnings = set().union(*(each.beginnings for each in asked)) if asked else set()
    for person in persons:
        pattern = pattern_of(person.name)
        known_official = tuple(sorted(fold(person.name).split())) in known
        if not person.may_be_named and not known_official and pattern.may_stand_in(beginnings):
            yield from (Leak(person.code, NAME, each.text) for each in asked if _named(pattern, each, offices))
        for number in {_end(number) for number in person.numbers} - {""}:
            yield from (Leak(person.code, TELEPHONE, each.text) for each in asked if number in each.numbers)
        for place in filter(None, person.places):
            yield from (Leak(person.code, ADDRESS, each.text) for each in asked if each.tells(place))


def _named(pattern: NamePattern, text: Text, officials: Iterable[NamePattern]) -> bool:
    """Whether a text names somebody, by two words or by an initial that is not an official's as well."""
    if not pattern.may_stand_in(text.beginnings):
        return False
    if pattern.is_named_in(text.words):
        return True
    return any(
        not any(each.has_initial(*pair) for each in officials) for pair in pattern.initials_in(text.words)
    )  # fmt: skip


def _place(text: str) -> str:
    """The words of an address, each between two spaces, without those that are often left out."""
    words = re.findall(r"[^\W\d_]+|\d+[^\W\d_]?(?![^\W\d_])|\d+", fold(text))
    return f" {' '.join(word for word in words if word[0].isdigit() or len(word) > _SHORTEST_ABBREVIATION)} "


def _is_house(text: str) -> bool:
    return any(sign.isdigit() for sign in text) and any(sign.isalpha() for sign in text)


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal())


def _end(number: str) -> str:
    digits = _digits(number)
    return digits[-_COMPARED:] if len(digits) >= _SHORTEST_NUMBER else ""
