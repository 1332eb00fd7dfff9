"""Which rows are worth comparing: those that share enough of what is rare, within the days in which a notice arrives.

Every word of a name is compared once with every word that it may be, and the rows that have it are found by date; so
the work grows with the notices of a fortnight and not with the product of both lists. Pure.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence, Set
from itertools import combinations
from typing import Any

from desktop.reconciliation import weights
from desktop.reconciliation.days import EARLIEST, LATEST, MONTH_AWAY, SOON
from desktop.reconciliation.listed import Traits
from desktop.reconciliation.names import FAMILY, NameBook

ENOUGH = 8.5
"""Bits that rows must share to be compared."""
MOST = 1500
"""Rows with one key on the days in question, beyond which the key says too little to be followed further."""

_ROW, _LEVEL = 24, 3
_MASK, _LEVELS = (1 << _ROW) - 1, (1 << _LEVEL) - 1
CROWD, BEST = 128, 24
"""Rows worth comparing with one row; where there are more than the first, the second of them that share most."""
_WORDS = tuple(weights.WORDS[level] for level in sorted(weights.WORDS))
_BESIDE = {0: 3.5, 1: 2.6, 2: 2.5, -1: 0.5, 3: 0.5, 4: 0.5}
"""By the days from sending to receiving: bits that near dates add."""
_LEAST = ENOUGH - _BESIDE[0]
_NO_DAY = 10**9
"""Far from every day, and from its own negative."""
_WORTH = {
    "phone": 10.0,
    "code": 11.0,
    "number": 11.0,
    "home": 9.0,
    "names": 9.0,
    "street": 4.0,
    "year": 5.5,
    "place": 3.0,
}
"""What sharing a key is worth; a rough guide to what is worth comparing."""
_SHORT = 3
"""Letters of a word of an address that is too common to be looked for."""
_ANY_DAY = {"number"}
TELLING = {"phone", "code", "number", "home", "names"}
"""Keys of a person's own; they are followed to a date written wrongly as well."""

Window = tuple[int, int]
Key = int | tuple[Any, ...]
"""The number of a word, or the kind of key and what is shared."""


class Shelves:
    """One list on shelves, by everything that a row of the other list may share with it."""

    def __init__(self, rows: Sequence[Traits], book: NameBook, without: Set[int] = frozenset()) -> None:
        self.book = book
        self._days = [row.day or -_NO_DAY for row in rows]
        self._shelves: dict[Key, list[int]] = {}
        """By key: day and place of each row in one number, in order; a row without a date stands at day 0."""
        for at, row in enumerate(rows):
            if at in without:
                continue
            days = {day for day in (row.day, row.swapped) if day is not None} or {0}
            for key in keys_of(row, book):
                self._shelves.setdefault(key, []).extend((day << _ROW) + at for day in days)
        for shelf in self._shelves.values():
            shelf.sort()
        self._words: dict[str, list[int]] = {}
        for place in sorted(key for key in self._shelves if isinstance(key, int)):
            for text in book.keys(place):
                self._words.setdefault(text, []).append(place)
        self._near: dict[int, list[int]] = {}

    def candidates(self, row: Traits) -> list[int]:
        """The places of the rows worth comparing with this one, in order."""
        shared: dict[int, float] = defaultdict(float)
        plain, odd = windows_of(row)
        wide = None if plain is None else plain + odd
        words, level, mask, levels = _WORDS, _LEVEL, _MASK, _LEVELS
        for key in keys_of(row, self.book):
            if isinstance(key, int):
                near = self._near[key] if key in self._near else self._words_near(key)
                for each in within(near, plain, level):
                    shared[each >> level & mask] += words[each & levels]
            elif shelf := self._shelves.get(key):
                windows = None if key[0] in _ANY_DAY else wide if key[0] in TELLING else plain
                worth = _WORTH[key[0]]
                for at in {each & mask for each in within(shelf, windows)}:
                    shared[at] += worth
        days, day, least = self._days, row.day or _NO_DAY, _LEAST
        found = [
            (-worth, at)
            for at, bits in shared.items()
            if bits >= least and (worth := bits + _BESIDE.get(days[at] - day, 0.0)) >= ENOUGH
        ]
        return sorted(at for _, at in (heapq.nsmallest(BEST, found) if len(found) > CROWD else found))

    def _words_near(self, place: int) -> list[int]:
        """The rows with any word that this one surely may be, by date, each with how the two words agree."""
        near = {other for text in self.book.keys(place) for other in self._words.get(text, ())} | {place}
        found = self._near[place] = sorted(
            (each << _LEVEL) + level
            for other in near
            if other in self._shelves and (level := self.book.agreement(place, other)) <= FAMILY
            for each in self._shelves[other]
        )
        return found


def within(shelf: list[int], windows: Sequence[Window] | None, shift: int = 0) -> list[int]:
    """The rows dated within any of the windows, and those without a date; all where there is no window."""
    if windows is None:
        return shelf[:MOST]
    bits = _ROW + shift
    dayless = bool(shelf) and shelf[0] >> bits == 0
    found = shelf[: min(bisect_left(shelf, 1 << bits), MOST)] if dayless else []
    for first, last in windows:
        begin = bisect_left(shelf, first << bits)
        found += shelf[begin : min(bisect_left(shelf, last + 1 << bits, begin), begin + MOST)]
    return found


def keys_of(row: Traits, book: NameBook) -> list[Key]:
    """What a row may share with another; the words of names by their numbers, everything else with its kind."""
    keys: list[Key] = []
    for person in row.persons:
        keys += person
        if len(person) > 1:
            stems = sorted({book.words[word].stem for word in person if len(book.words[word].text) > 1})
            keys += [("names", *both) for both in combinations(stems, 2)]
    keys += [("year", year) for year in row.years]
    keys += [("code", code) for code in row.codes]
    keys += [("phone", phone) for phone in row.phones]
    if row.number:
        keys += [("number", text) for text in {row.number.whole, row.number.core} if text]
    if row.address:
        for word in row.address.street:
            keys.append(("street", word))
            if row.address.house:
                keys.append(("home", word, row.address.house))
        if row.day is None:
            keys += [("place", word) for word in sorted(row.address.place) if len(word) > _SHORT]
    return keys


def windows_of(row: Traits) -> tuple[list[Window] | None, list[Window]]:
    """The days on which a notice like this is received, and those where it stands if a date is written wrongly."""
    if row.day is None:
        return None, []
    odd = [
        (row.day + MONTH_AWAY[0][0], row.day + MONTH_AWAY[0][1]),
        (row.day + MONTH_AWAY[1][0], row.day + MONTH_AWAY[1][1]),
    ]
    if row.swapped is not None:
        odd.append((row.swapped + SOON[0], row.swapped + SOON[1]))
    return [(row.day + EARLIEST, row.day + LATEST)], odd
