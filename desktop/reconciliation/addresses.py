"""Addresses as people write them: street, house and place in any order, with and without "g.", "ul." and "br.".

Pure. Families share an address, so it never tells one person from another of the same home.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from desktop.reconciliation.names import NameBook, folded

HOME, HOUSE, STREET, OTHER_HOUSE, PLACE, DIFFERS = "home", "house", "street", "other_house", "place", "differs"

_STOP = {
    *(
        "g",
        "gatve",
        "gatves",
        "gatveje",
        "pr",
        "prospektas",
        "al",
        "aleja",
        "pl",
        "plentas",
        "k",
        "km",
        "kaimas",
        "m",
        "mst",
    ),
    *(
        "r",
        "raj",
        "sav",
        "but",
        "bt",
        "nr",
        "ul",
        "ulica",
        "br",
        "broj",
        "stan",
        "bb",
        "bul",
        "bulevar",
        "trg",
        "selo",
        "naselje",
    ),
    *("st", "street", "road", "rd", "no"),
}
_LONG = 7
"""Letters of a street's name from which on it may be written together, or with two slips."""
_STREET_WORDS = 2
"""Words that the name of a street mostly has at most; what follows is the place, even without a comma between them."""
_PART = re.compile(r"[,;\n]+")
_PIECE = re.compile(r"[^\W\d_]+|\d+")
_HOUSE = re.compile(r"(\d+)\s*([^\W\d_])?(?![^\W\d_])")


@dataclass(frozen=True, slots=True)
class Address:
    """What is compared of an address."""

    street: tuple[str, ...]
    """The telling words of the part that has the house number, without endings, in their order."""
    house: str
    flat: str
    place: frozenset[str]
    """The words and numbers of the other parts."""


def address_of(text: str, book: NameBook) -> Address | None:
    """An address in its parts; nothing where it says nothing."""
    if not text:
        return None
    parts = [part for part in _PART.split(folded(text[:200])) if part.strip()]
    numbered = [part for part in parts if _HOUSE.search(part)]
    at_home = next(
        (part for part in numbered if _words(part, book)), numbered[0] if numbered else parts[0] if parts else ""
    )
    rest = [part for part in parts if part is not at_home]
    houses = _HOUSE.findall(at_home)
    street = tuple(dict.fromkeys(_words(at_home, book)))
    place = frozenset(word for part in rest for word in (*_words(part, book), *re.findall(r"\d{3,}", part)))
    if not (street or houses or place):
        return None
    house = "".join(houses[0]) if houses else ""
    return Address(street, house, houses[1][0] if len(houses) > 1 else "", place)


def _words(part: str, book: NameBook) -> list[str]:
    return [book.stem(word) for word in re.findall(r"[^\W\d_]+", part) if len(word) > 1 and word not in _STOP]


def same_address(one: Address, other: Address) -> str:
    """How street and house agree; the order of the two does not matter."""
    if not _same_street(one.street, other.street):
        if shared(one, other) > 1 and one.house == other.house and _within(one, other):
            return HOUSE
        return PLACE if shared(one, other) else DIFFERS
    if not one.house or not other.house:
        return STREET
    if one.house == other.house:
        return HOME if one.flat == other.flat else HOUSE
    first, second = (re.sub(r"\D", "", house) for house in (one.house, other.house))
    if first == second or (min(len(first), len(second)) > 1 and OSA.distance(first, second, score_cutoff=1) <= 1):
        return HOUSE
    return OTHER_HOUSE


def shared(one: Address, other: Address) -> int:
    """How many words beside the street, such as the town and its number, both addresses have."""
    streets = set(one.street) & set(other.street)
    beside = one.place & (other.place | set(other.street)) | other.place & (one.place | set(one.street))
    return len(beside - streets) + max(len(streets) - _STREET_WORDS, 0)


def _within(one: Address, other: Address) -> bool:
    """Whether the shorter address says nothing that the longer does not, in whatever order."""
    short, long = sorted((one.place.union(one.street), other.place.union(other.street)), key=len)
    return short <= long


def _same_street(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two streets are one: every word of the shorter is in the longer, but for a slip or a lost space."""
    if not one or not other:
        return False
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    found = sum(word in long or any(_slip(word, each) for each in long) for word in short)
    if found == len(short) or (found > 1 and 2 * found >= len(short) > 2):
        return True
    first, second = sorted(("".join(one), "".join(other)), key=len)
    if len(first) < _LONG:
        return False
    return second.startswith(first) or OSA.distance(first, second, score_cutoff=2) <= 2


def _slip(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= 4 and OSA.distance(one, other, score_cutoff=1) <= 1
