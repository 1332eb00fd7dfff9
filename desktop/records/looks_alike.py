"""Whether two descriptions may mean the same person, or one family: a proposal with its reasons, never a decision.

Pure. Names are compared without marks, script, order and endings: Jonaitienė, Jonaitytė, Jonaičio are one family name,
Ђорђевић and Djordjevic one name. A rule says in words why something is proposed; nothing is learnt and nothing joined.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from desktop.language import N_
from desktop.records.person import Person
from desktop.records.referral import Referral
from desktop.records.referral_draft import MentionDraft
from desktop.vault.search import fold

LIKENESSES = {
    "probably": N_("Probably the same"),
    "family": N_("Perhaps family"),
    "less": N_("Less likely"),
}
"""What may be proposed, the likeliest first."""
FIELDS = {
    "name": N_("name"),
    "surname": N_("surname"),
    "given_name": N_("given name"),
    "birth_year": N_("birth year"),
    "phone": N_("telephone"),
    "municipality": N_("place"),
}
"""What may agree or differ."""
MOST = 3
"""Persons proposed at most."""
FEWEST_LETTERS = 3
"""Letters of a name from which on anything is proposed."""

_NEAR = 0.92
"""Jaro-Winkler likeness of two names that differ by a slip of the pen."""
_SPELLINGS = (("dj", "d"), ("w", "v"), ("cz", "c"), ("sz", "s"))
_FAMILY = re.compile(r"(?<=...)(?:uvien|ien|ait|yt|iut|ut)(?:e|es|ei|eje)$")
_ENDING = re.compile(
    r"(?<=...)(?:aus|iaus|ais|iui|yje|oje|uje|iai|is|ys|as|ius|us|os|es|ei|ui|ai|om|em|io|iu|a|e|i|o|u|y)$"
)
_SURNAME = re.compile(r"(?:(?:ien|ait|yt|ut)e|(?:ai|auskai)tis|skas|ckas|ius|ic|ska|ski)(?:s|i|je)?$")


class Traits(NamedTuple):
    """What is compared."""

    name: str = ""
    birth_year: int | None = None
    phone: str = ""
    """In the form in which it is kept."""
    municipality: str = ""


class Comparison(NamedTuple):
    """What comparing two descriptions brought."""

    likeness: str
    """One of `LIKENESSES`; empty where nothing is to be proposed."""
    same: tuple[str, ...]
    """Codes of `FIELDS` that agree, in their order."""
    differs: tuple[str, ...]
    """Codes of `FIELDS` that are known on both sides and do not agree."""


@dataclass(frozen=True)
class Alike:
    """Somebody known who may be meant."""

    person: Person
    last: Referral | None
    """The last notice about her."""
    likeness: str
    """One of `LIKENESSES`."""
    same: tuple[str, ...]
    differs: tuple[str, ...]


def is_written_as(person: Person, mention: MentionDraft) -> bool:
    """Whether somebody known is written just like this, word for word, and no year speaks against it."""
    years = person.birth_year, mention.birth_year
    words = set(words_of(mention.name))
    return bool(words) and words == set(words_of(person.name)) and (None in years or years[0] == years[1])


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, folded, in one spelling; at most four."""
    folded = fold(name)
    for written, read in _SPELLINGS:
        folded = folded.replace(written, read)
    return tuple(re.findall(r"[^\W\d_]+", folded)[:4])


def stem(word: str) -> str:
    """A folded word without the ending of a case and of a Lithuanian woman's surname; at least three letters."""
    cut = _FAMILY.sub("", word)
    cut = cut if cut != word else _ENDING.sub("", word)
    if cut.endswith("c"):
        return cut[:-1] + "t"
    return cut[:-1] if cut.endswith("dz") else cut


def compare(one: Traits, other: Traits) -> Comparison:
    """Compare two descriptions; the order of the two does not matter."""
    found: dict[str, bool | None] = dict.fromkeys(FIELDS)
    found |= _names(words_of(one.name), words_of(other.name))
    if one.birth_year and other.birth_year:
        gap = abs(one.birth_year - other.birth_year)
        found["birth_year"] = None if gap == 1 else gap == 0
    if one.phone and other.phone:
        found["phone"] = one.phone == other.phone
    if one.municipality and other.municipality:
        found["municipality"] = fold(one.municipality) == fold(other.municipality)
    same = tuple(name for name in FIELDS if found[name])
    differs = tuple(name for name in FIELDS if found[name] is False)
    return Comparison(_likeness(found), same, differs)


def _names(one: tuple[str, ...], other: tuple[str, ...]) -> dict[str, bool | None]:
    """Which parts of two names agree: the whole name, the surname or the given name alone."""
    if not one or not other:
        return {}
    pairs = _paired(one, other)
    fewer = min(len(one), len(other))
    if len(pairs) >= 2 or (len(pairs) == fewer == 1 == max(len(one), len(other))):
        return {"name": True}
    if not pairs:
        return {"name": False}
    ((mine, theirs),) = pairs
    part = "surname" if _is_surname(one, mine, other, theirs) else "given_name"
    rest = "given_name" if part == "surname" else "surname"
    return {part: True, rest: False if fewer > 1 else None}


def _paired(one: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[int, int]]:
    """Places of the words that mean the same, each word used once, surest pairs first."""
    alike = [
        (likeness, mine, theirs)
        for mine, word in enumerate(one)
        for theirs, second in enumerate(other)
        if (likeness := _alike(word, second))
    ]
    pairs: list[tuple[int, int]] = []
    for _, mine, theirs in sorted(alike, key=lambda pair: (-pair[0], pair[1] + pair[2], abs(pair[1] - pair[2]))):
        if all(mine != first and theirs != second for first, second in pairs):
            pairs.append((mine, theirs))
    return pairs


def _alike(one: str, other: str) -> int:
    """How surely two words are one name: 3 letter for letter, 2 but for the ending, 1 but for a slip, 0 not."""
    if one == other:
        return 3
    first, second = stem(one), stem(other)
    if first == second:
        return 2
    short = min(len(first), len(second))
    return int(short >= 4 and JaroWinkler.similarity(*sorted((first, second))) >= _NEAR)


def _is_surname(one: tuple[str, ...], mine: int, other: tuple[str, ...], theirs: int) -> bool:
    """Whether the word that two names share is the surname, whichever way round they were written."""
    shaped = bool(_SURNAME.search(one[mine]) or _SURNAME.search(other[theirs]))
    if len(one) == 1 or len(other) == 1:
        return shaped or (len(other) > 1 and theirs > 0) or (len(one) > 1 and mine > 0)
    if (mine == 0) == (theirs == 0):
        return mine > 0
    return shaped


def _likeness(found: dict[str, bool | None]) -> str:
    """What to propose. A birth year that differs speaks against the same person, whatever else agrees."""
    year, phone, place = found["birth_year"], found["phone"], found["municipality"]
    name, surname, given = found["name"], found["surname"], found["given_name"]
    other_year, nothing_else = year is False, phone is None and place is not False
    rules = (
        ("family", name and other_year and phone),
        ("less", name and other_year),
        ("probably", name and (year or phone or nothing_else)),
        ("less", name),
        ("probably", given and phone and not other_year),
        ("probably", surname and given is None and phone and not other_year),
        ("family", surname and given is False and (place or phone)),
        ("less", surname),
        ("family", phone and name is False),
        ("less", phone),
        ("less", year and place and name is not False),
    )
    return next((likeness for likeness, holds in rules if holds), "")
