"""A person's name as it may stand in a sentence: in any case, script and order, in part, or with an initial. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations
from unicodedata import normalize

from desktop.vault.letters import fold

_WORD = re.compile(r"[^\W_]+")
_NOMINATIVE = re.compile(r"(?:i?[aeiuy]s|[aeiouy])$")
_FLEETING = re.compile(r"(?<=[^aeiouy])a(?=[^aeiouy]$)")
"""Petar is Petra in the genitive."""
_SOFTENED = {"t": "c", "d": "dz"}
"""Gaidis is Gaidžio in the genitive."""
_CASES = (
    "a as ai am ams o os oj oje ose ui u us umi uje aus au ius iaus iau iui iu iumi iuje io i is im ys y yje e es ei "
    "ej eje em ia ios iai ie om oms ju ja je jem jom jo"
)
_POSSESSIVE = [f"{own}{end}" for own in ("in", "ov", "ev") for end in ("", *"aeiuo", "og", "om", "oj", "im", "ih")]
_ENDINGS = frozenset(("", *_CASES.split(), *_POSSESSIVE))
_LONG_STEM, _LONGEST_REST = 5, 5
"""A stem so long is not that of another word: any ending may follow it."""
_PARTICLES = frozenset({"van", "von", "der", "den", "de", "da", "di", "du", "la", "el", "al", "bin"})
_DIGRAPHS = frozenset({"lj", "nj", "dz"})
_BESIDE = 2
"""So far apart two words of a name stand at most: one other may stand between."""
_SHORTEST_ALONE = 4
_LOOKED_BACK = 12
"""So many signs before a word are looked at."""
_BEGINS = re.compile(r"(?:^|[.!?…:;•\n\u2010-\u2015])[\s\"'“”„‟«»(\[]*$")
"""What stands before the first word of a sentence, or of a line."""
_SURNAME = re.compile(r"(?:iene|aite|yte|[^aeiouy]ute|auskas|inskas|anskas|[ea]vicius|aitis|unas|[^e]ic|ski|ska)$")
"""How a word ends that can hardly be anything but a surname."""
_NICKNAME = re.compile(r"[\"“”„‟«»(]\s*([^\"“”„‟«»()]+?)\s*[\"“”„‟«»)]")


@dataclass(frozen=True)
class Word:
    """One word of a text."""

    folded: str
    is_capital: bool
    begins: bool = False
    """Whether its capital says nothing: it stands first in a sentence, or all of it is in capitals."""

    @property
    def is_initial(self) -> bool:
        """Whether it stands for a name that begins with it."""
        return self.is_capital and (len(self.folded) == 1 or self.folded in _DIGRAPHS)


@dataclass(frozen=True)
class NamePattern:
    """The parts of a name; each with its words, any of which may stand for it, as stems."""

    parts: tuple[tuple[tuple[str, ...], ...], ...]

    def may_stand_in(self, beginnings: Collection[str]) -> bool:
        """Whether one of its words at least begins like a word there."""
        return any(stem in beginnings for part in self.parts for stems in part for stem in stems)

    def is_named_in(self, words: Sequence[Word]) -> bool:
        """Whether two of its parts stand beside each other, in any order."""
        found = [{at for at, word in enumerate(words) if _is_of(word.folded, part)} for part in self.parts]
        return any(
            0 < abs(one - other) <= _BESIDE
            for first, second in combinations(found, 2)
            for one in first
            for other in second
        )

    def initials_in(self, words: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
        """Where one of its parts stands beside the initial of another: the initial and the word."""
        for pair in pairwise(words):
            for initial, word in (pair, pair[::-1]):
                if initial.is_initial and self.has_initial(initial, word):
                    yield initial, word

    def has_word(self, word: Word) -> bool:
        """Whether this word may be a part of it."""
        return any(_is_of(word.folded, part) for part in self.parts)

    def has_initial(self, initial: Word, word: Word) -> bool:
        """Whether this initial and this word may be meant for it."""
        return word.is_capital and any(
            _is_of(word.folded, other) and any(stems[0].startswith(initial.folded) for stems in part)
            for part, other in permutations(self.parts, 2)
        )


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in their order."""
    plain = normalize("NFC", text)
    return tuple(
        Word(_folded(each[0]), each[0][0].isupper(), _says_nothing(plain, each)) for each in _WORD.finditer(plain)
    )


def _says_nothing(text: str, found: re.Match[str]) -> bool:
    word = found[0]
    before = text[max(0, found.start() - _LOOKED_BACK) : found.start()]
    starts = found.start() <= _LOOKED_BACK and not before.strip("\"'“”„‟«»([ \t")
    return (word.isupper() and len(word) > 1) or starts or bool(_BEGINS.search(before) and before.strip(" \t"))


def pattern_of(name: str) -> NamePattern:
    """How a name is looked for by two of its words; of a single word see `alone_of`."""
    parts = [[word for word in _WORD.findall(_folded(part)) if len(word) > 1] for part in name.split()]
    parts = [part for part in parts if part and not (len(part) == 1 and part[0] in _PARTICLES)]
    if len(parts) == 1:
        parts = [[word] for word in parts[0]]
    stems = tuple(tuple(_stems(word) for word in part) for part in parts)
    return NamePattern(stems if len(stems) > 1 else ())


@dataclass(frozen=True)
class Alone:
    """A word that tells of somebody though it stands by itself: a surname, a nickname, the one name that is known."""

    word: str
    stems: tuple[str, ...]
    is_surname: bool
    """Whether its ending says so; else it counts only where a capital letter says that it is a name."""

    def is_meant_by(self, word: Word) -> bool:
        """Whether this word of a text may be it, in any case."""
        if not word.is_capital or (word.begins and not self.is_surname):
            return False
        return any(word.folded.startswith(stem) and word.folded[len(stem) :] in _ENDINGS for stem in self.stems)


def alone_of(name: str) -> tuple[Alone, ...]:
    """By which single words somebody of this name may be known."""
    nicknames = _NICKNAME.findall(name)
    parts = [[word for word in _WORD.findall(_folded(part)) if len(word) > 1]
             for part in _NICKNAME.sub(" ", name).split()]  # fmt: skip
    parts = [part for part in parts if part and not (len(part) == 1 and part[0] in _PARTICLES)]
    surnames = [part for part in parts if any(_SURNAME.search(word) for word in part)] or parts[-1:]
    words = [word for part in surnames for word in part]
    words += [word for each in nicknames for word in _WORD.findall(_folded(each))]
    return tuple(
        Alone(word, _stems(word), bool(_SURNAME.search(word)))
        for word in dict.fromkeys(words) if len(word) >= _SHORTEST_ALONE
    )  # fmt: skip


def folded_words(name: str) -> list[str]:
    """The words of a name as they are compared."""
    return _WORD.findall(_folded(name))


def given_names(name: str) -> tuple[str, ...]:
    """The words of a name that are no surname, as far as one can tell."""
    return tuple(word for word in folded_words(name)[:-1] if not _SURNAME.search(word))


def _folded(text: str) -> str:
    """Folded, and đ the same whether it was written with one letter or with two."""
    return fold(text).replace("dj", "d")


def _stems(word: str) -> tuple[str, ...]:
    """The word itself and what of it stays in other cases."""
    bare = _NOMINATIVE.sub("", word)
    bare = bare if len(bare) > 1 else word
    found = [word, bare, _FLEETING.sub("", word)]
    if bare != word and bare[-1] in _SOFTENED:
        found.append(bare[:-1] + _SOFTENED[bare[-1]])
    return tuple(dict.fromkeys(found))


def _is_of(word: str, part: Sequence[Sequence[str]]) -> bool:
    return any(word.startswith(stem) and _may_end(stem, word[len(stem) :]) for stems in part for stem in stems)


def _may_end(stem: str, rest: str) -> bool:
    return rest in _ENDINGS or (len(stem) >= _LONG_STEM and len(rest) <= _LONGEST_REST)
