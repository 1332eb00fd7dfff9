"""When two words are one name: endings, married and maiden names, short forms, both scripts and slips of the pen.

Written for Lithuanian and Serbian, where no library helps. Pure: it knows words, and nothing of persons or notices. The
words met are kept in a `NameBook` that goes with the lists, so that no name outlives the comparison.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from rapidfuzz.distance import OSA, JaroWinkler

from desktop.reconciliation.short_forms import SHORT_FORMS
from desktop.vault.letters import fold

SAME, ENDING, SLIP, SHORT, FAMILY, ALIKE, INITIAL, OTHER = range(8)
"""How two words agree, the surest first; `OTHER` is no agreement."""

_SPELLINGS = re.compile(r"dj|gy$|cz|sz|cs|th|sh|zh|[wyqx]")
_READ = {"dj": "d", "gy": "d", "cz": "c", "sz": "s", "cs": "c", "th": "t", "sh": "s", "zh": "z"} | {
    "w": "v", "y": "i", "q": "k", "x": "ks",
}  # fmt: skip
_TWICE = re.compile(r"([^aeiou])\1+")
_WORD = re.compile(r"[^\W\d_]+")
_CASE = re.compile(
    r"(?<=..)(?:iaumi|iumi|umi|iaus|aus|ius|ios|iai|eje|oje|uje|ije|iui|iau|imi|is|us|as|os|es|ei|ui|ai|au|om|em|io|iu|ia"
    r"|ie|a|e|i|o|u)$"
)
_WOMAN = re.compile(r"(?<=...)(?:uvien|ien|ait|it|iut|ut)(?:es|eje|ei|e)$")
_PERSONS = re.compile(r"[;+&\n]|\s(?:ir|IR|i|и|И|and)\s")
_NOBODY = re.compile(
    r"^(?:nenurod\w*|nezinom\w*|nepoznat\w*|nepazist\w*|neidentifik\w*|neutvrd\w*|anonim\w*|nenustat\w*|unknown|nn"
    r"|n\.? ?n\.?|nera|nema|bez imena|-+|\?+)$"
)
_SURNAME = re.compile(
    r"(?:(?:ien|ait|it|iut|ut|sk|ck)(?:es|ei|e|eje)|(?:ait|it|ausk|evic|avic|ovic|ut|on|un|en)(?:is|as|ius|io|iaus|iui|o)"
    r"|(?:auskas|ausko|auskui)|(?:ic|ica|icu|icem)|(?:ov|ev)(?:a|as|os|ai|oi)?|sk[aio][sjo]?i?)$"
)
_LONGEST_NAME, _MOST_WORDS, _MOST_PERSONS = 200, 5, 6


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name, in the forms in which it is compared."""

    text: str
    """Small Latin letters without marks, in one spelling."""
    stem: str
    """Without the ending of a case."""
    families: frozenset[str]
    """Without the ending that tells a woman's name from her father's and her husband's."""
    full: frozenset[str]
    """Stems of the names that it is short for, and its own."""
    surname: bool
    """Whether it is shaped like a surname."""


class _Letters(dict[int, str]):
    """Every letter as `fold` gives it, asked once; whole lists are folded some ten times as fast."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = fold(chr(code))
        return plain


_LETTERS = _Letters()


def folded(text: str) -> str:
    """The same as `fold`."""
    return text.casefold() if text.isascii() else normalize("NFC", text).casefold().translate(_LETTERS)


def spelled(text: str) -> str:
    """A folded word in one spelling: Djordjević, Đorđević and Ђорђевић alike, Kowalewski and Kovalevski."""
    return _TWICE.sub(r"\1", _SPELLINGS.sub(lambda found: _READ[found[0]], text))


def persons_of(name: str) -> tuple[tuple[str, ...], ...]:
    """The folded words of each person that a name field names; none where it says that nobody is named."""
    found = []
    for person in _PERSONS.split(name[:_LONGEST_NAME].strip()):
        plain = folded(person).strip()
        words = () if _NOBODY.match(plain) else _WORD.findall(plain)
        if words:
            found.append(tuple(words[:_MOST_WORDS]))
    return tuple(found[:_MOST_PERSONS])


def stem(text: str) -> str:
    """A word without the ending of a case: Jonaičio and Jonaitis alike, Jelene and Jelena."""
    return _soft(_CASE.sub("", text))


def _soft(cut: str) -> str:
    """The last sound as it was before a soft ending."""
    if cut.endswith("c"):
        return cut[:-1] + "t"
    return cut[:-1] if cut.endswith("dz") else cut


@cache
def _short_stems() -> dict[str, frozenset[str]]:
    """By the stem of a short form: the stems of what it may be short for."""
    known: dict[str, set[str]] = {}
    for full, shorts in SHORT_FORMS.items():
        for short in shorts:
            known.setdefault(stem(spelled(fold(short))), set()).add(stem(spelled(fold(full))))
    return {short: frozenset(full) for short, full in known.items()}


def word(text: str) -> Word:
    """A word of a name with everything that is compared."""
    cut = stem(text)
    families = frozenset((cut, _soft(_WOMAN.sub("", text))))
    return Word(text, cut, families, _short_stems().get(cut, frozenset()) | {cut}, bool(_SURNAME.search(text)))


def agreement(one: Word, other: Word) -> int:
    """How two words agree; the order of the two does not matter."""
    if one.text == other.text and len(one.text) > 1:
        return SAME
    if len(one.text) == 1 or len(other.text) == 1:
        return INITIAL if one.text[0] == other.text[0] else OTHER
    if one.stem == other.stem:
        return ENDING
    return FAMILY if one.families & other.families else _likeness(one, other)


def _likeness(one: Word, other: Word) -> int:
    """The same for words of which no form is the same."""
    short = min(len(one.stem), len(other.stem))
    near = OSA.distance(one.text, other.text, score_cutoff=2)
    if short >= 4 and (near <= 1 or OSA.distance(one.stem, other.stem, score_cutoff=1) <= 1):
        return SLIP
    if one.full & other.full:
        return SHORT
    if short >= 3 and (near <= 1 or JaroWinkler.similarity(one.text, other.text, score_cutoff=0.9) >= 0.9):
        return ALIKE
    return ALIKE if near <= 2 and min(len(one.text), len(other.text)) >= 7 else OTHER


class NameBook:
    """The words of both lists, each once, and how each two that met agree, found once."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self._places: dict[str, int] = {}
        self._written: dict[str, int] = {}
        self._stems: dict[str, str] = {}
        self._known: dict[tuple[int, int], int] = {}

    def place(self, written: str) -> int:
        """The number of a folded word; words that are one in another spelling have one number."""
        found = self._written.get(written)
        if found is None:
            text = spelled(written)
            if text not in self._places:
                self._places[text] = len(self.words)
                self.words.append(word(text))
            found = self._written[written] = self._places[text]
        return found

    def stem(self, written: str) -> str:
        """A folded word of an address or a unit, in one spelling and without the ending of a case."""
        found = self._stems.get(written)
        if found is None:
            found = self._stems[written] = stem(spelled(written))
        return found

    def spelled_out(self, name: tuple[int, ...]) -> bool:
        """Whether a name has no initials."""
        return all(len(self.words[place].text) > 1 for place in name)

    def agreement(self, one: int, other: int) -> int:
        """How two words agree, by their numbers."""
        pair = (one, other) if one < other else (other, one)
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = agreement(self.words[one], self.words[other])
        return known

    def keys(self, place: int) -> set[str]:
        """What a word shares with every word that it may be, and with few others: stems, with one letter left out."""
        own = self.words[place]
        found = {"=" + each for each in (*own.families, *own.full)}
        for text in {own.stem, own.text}:
            if len(text) >= 4:
                found |= {text[:at] + text[at + 1 :] for at in range(len(text))} | {text}
        return found

    def paired(self, one: tuple[int, ...], other: tuple[int, ...]) -> list[tuple[int, int, int]]:
        """Agreeing words of two names, each word used once, surest first: how they agree, and both numbers."""
        known, met = self._known, []
        for first in one:
            for second in other:
                level = known.get((first, second) if first < second else (second, first))
                if level is None:
                    level = self.agreement(first, second)
                if level != OTHER:
                    met.append((level, first, second))
        if len(met) < 2:
            return met
        met.sort()
        used_one: set[int] = set()
        used_other: set[int] = set()
        pairs = []
        for level, first, second in met:
            if first not in used_one and second not in used_other:
                used_one.add(first)
                used_other.add(second)
                pairs.append((level, first, second))
        return pairs
