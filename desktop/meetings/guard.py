"""The last look before a paper is made: no text that leaves may name a person, or say how to reach her.

Pure. Names are found in any script and case: by two of their words, or one and an initial, standing beside each other.
Officials are left out, so that the prosecutor of the same name may be thanked; whoever makes the paper may be asked
whether it is she. A surname, a nickname or the only name known is found by itself where few bear it, where it is no
institution's or official's, and where it can hardly be another word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.meetings.inflected import (
    Alone,
    NamePattern,
    Word,
    alone_of,
    folded_words,
    given_names,
    pattern_of,
    words_of,
)
from desktop.vault.letters import fold

_DIGITS = re.compile(r"\d(?:[\s()/.\-\u2010-\u2015]{0,3}\d){6,}")
_SHORTEST_NUMBER = 7
_COMPARED = 8
"""Digits from the end by which a telephone is known, however its beginning is written."""
_SHORTEST_ABBREVIATION = 3
"""Words of an address that are shorter, or as long, may be left out: g., pr., ul."""
NAME, NAMESAKE, TELEPHONE, ADDRESS = "name", "namesake", "telephone", "address"
_LEAST = 3
"""So many letters of a word stay in every case."""
FEW = 3
"""A surname that more persons bear tells of none of them."""
_STREETS = (
    "g gatve gatveje gatves pr al aikste aiksteje skg pl ul ulica ulici bulevar trg trgu r rajono rajonas rajone m "
    "sav savivaldybe savivaldybes seniunija seniunijos opstina opstine opstini "
)
"""Beside such a word stands a place."""


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
    """name, namesake (an official is called the same), telephone or address."""
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
        self.lonely: list[Word] = []
        """Words that may be a name standing by itself."""

    def look_for_names(self, places: frozenset[str], given: frozenset[str]) -> None:
        """Find what may be a name by itself: no place, with no other name beside it."""
        common = {word.folded for word in self.words if not word.is_capital}
        for at, word in enumerate(self.words):
            beside = [self.words[near] for near in (at - 1, at + 1) if 0 <= near < len(self.words)]
            if not word.is_capital or word.is_initial or word.folded in places or word.folded in common:
                continue
            if any(_is_street(near) or _is_name(near, places, given) for near in beside):
                continue
            self.lonely.append(word)

    def tells(self, place: str) -> bool:
        """Whether an address stands there: an e-mail by its letters, a house by its street and number."""
        if "@" in place:
            return "".join(fold(place).split()) in self.letters
        wanted = next((part for part in map(_place, (*place.split(","), place)) if _is_house(part)), "")
        return bool(wanted) and wanted in self.place


def _is_street(word: Word) -> bool:
    return f" {word.folded} " in f" {_STREETS}"


def _is_name(word: Word, places: frozenset[str], given: frozenset[str]) -> bool:
    return word.is_capital and word.folded not in places and (not word.begins or word.folded in given)


def leaks(
    texts: Iterable[str], persons: Iterable[Guarded], officials: Iterable[str] = (), places: Iterable[str] = (),
    *, asks: bool = False,
) -> Iterator[Leak]:  # fmt: skip
    """Every text that names a guarded person or says where she is reached.

    `places`: names of institutions and towns, no word of which is a person's; `asks`: tell of an official, too, who is
    called exactly as a guarded person.
    """
    asked = [Text(text) for text in dict.fromkeys(texts) if text.strip()]
    named = set(officials)
    known = {tuple(sorted(fold(name).split())) for name in named}
    offices = [pattern_of(name) for name in named]
    beginnings = set().union(*(each.beginnings for each in asked)) if asked else set()
    guarded = list(persons)
    _look_for_names(asked, places, [*(each.name for each in guarded), *named])
    alone = _alone(guarded, {word.folded[:_LEAST] for each in asked for word in each.lonely})
    for person in guarded:
        pattern = pattern_of(person.name)
        known_official = tuple(sorted(fold(person.name).split())) in known
        may_stand, words = pattern.may_stand_in(beginnings), alone.get(person.name, ())
        if not person.may_be_named and not known_official and (may_stand or words):
            yield from (
                Leak(person.code, NAME, each.text) for each in asked
                if (may_stand and _named(pattern, each, offices))
                or _is_told_alone(words, each, offices)
            )  # fmt: skip
        elif asks and known_official and not person.may_be_named:
            yield from (Leak(person.code, NAMESAKE, each.text) for each in asked if _named(pattern, each, ()))
        for number in {_end(number) for number in person.numbers} - {""}:
            yield from (Leak(person.code, TELEPHONE, each.text) for each in asked if number in each.numbers)
        for place in filter(None, person.places):
            yield from (Leak(person.code, ADDRESS, each.text) for each in asked if each.tells(place))


def _alone(persons: Iterable[Guarded], lonely: set[str]) -> dict[str, tuple[Alone, ...]]:
    """By name: the single words by which somebody may be known, where few are called so and a text may tell them."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    found = {
        name: alone_of(name)
        for name in {each.name for each in persons if not each.may_be_named}
        if any(word[:_LEAST] in lonely for word in folded_words(name))
    }
    for name, several in found.items():
        for one in several:
            bearers[one.word].add(fold(name))
    return {
        name: kept
        for name, several in found.items()
        if (kept := tuple(one for one in several
                          if len(bearers[one.word]) <= FEW))
    }  # fmt: skip


def _look_for_names(asked: Iterable[Text], places: Iterable[str], names: Iterable[str]) -> None:
    known = frozenset(word.folded for each in places for word in words_of(each))
    given = frozenset(word for name in names for word in given_names(name))
    for each in asked:
        each.look_for_names(known, given)


def _is_told_alone(words: Iterable[Alone], text: Text, officials: Iterable[NamePattern]) -> bool:
    """Whether one of these words stands there by itself and is no official's."""
    return any(
        one.is_meant_by(word) and not any(each.has_word(word) for each in officials)
        for one in words for word in text.lonely
    )  # fmt: skip


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
