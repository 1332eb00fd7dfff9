"""Where two written values differ, sign by sign: what is marked when a row of theirs stands beside a notice of ours.

Blind to the script and to capitals, not to spelling: Љ is Lj, and Ђ is not Dj. Words may stand in another order. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from desktop.vault.letters import latin

Parts = tuple[tuple[str, bool], ...]
"""A value in pieces, each with whether it differs."""
Marks = list[bool]
SEVERAL = "; "
"""Between several persons of one notice."""
HYPHEN = "-"
_TOKENS = re.compile(r"[^\W\d_]+|\d+|.", re.DOTALL)
_ALIKE = 0.5
"""Words less alike than this are other words, marked as a whole."""


def differing(one: str, other: str) -> tuple[Parts, Parts]:
    """Both values in pieces; words are compared whatever their order, those that are alike letter by letter."""
    sides = _TOKENS.findall(one), _TOKENS.findall(other)
    marks: tuple[dict[int, Marks], dict[int, Marks]] = {}, {}
    for left, right in _paired(*sides):
        marks[0][left], marks[1][right] = _letters(sides[0][left], sides[1][right])
    mine, hers = (
        _parts(zip(tokens, _whole(tokens, found), strict=True)) for tokens, found in zip(sides, marks, strict=True)
    )
    return mine, hers


def differing_days(one: str, other: str) -> tuple[Parts, Parts]:
    """Both days in pieces, written alike: a number that differs is marked as a whole, in its own place."""
    mine, hers = _TOKENS.findall(one), _TOKENS.findall(other)
    if len(mine) != len(hers):
        return plain(one, is_marked=True), plain(other, is_marked=True)
    differs = [a != b for a, b in zip(mine, hers, strict=True)]
    first, second = (_parts((t, [d] * len(t)) for t, d in zip(side, differs, strict=True)) for side in (mine, hers))
    return first, second


def differing_items(one: str, other: str) -> tuple[Parts, Parts]:
    """Several persons, or their years: each beside the one it is most like; whom one side alone names is not marked."""
    sides = one.split(SEVERAL), other.split(SEVERAL)
    shown = [[plain(item) for item in side] for side in sides]
    places = ({at: latin(item) for at, item in enumerate(side)} for side in sides)
    for left, right in nearest(*places, least=0.0):
        shown[0][left], shown[1][right] = differing(sides[0][left], sides[1][right])
    first, second = (_joined(items) for items in shown)
    return first, second


def plain(value: str, *, is_marked: bool = False) -> Parts:
    """A value in one piece."""
    return ((value, is_marked),) if value else ()


def _paired(mine: Sequence[str], hers: Sequence[str]) -> list[tuple[int, int]]:
    """Which words are the same or alike, by their places."""
    return nearest(
        *({at: latin(token) for at, token in enumerate(side) if token.isalnum()} for side in (mine, hers)), least=_ALIKE
    )


def nearest(mine: Mapping[int, str], hers: Mapping[int, str], *, least: float) -> list[tuple[int, int]]:
    """Which go together, by their places: the most alike first, then those that stand nearest."""
    ways = sorted(
        (-_likeness(a, b), abs(left - right), left, right) for left, a in mine.items() for right, b in hers.items()
    )
    found: dict[int, int] = {}
    for ratio, _far, left, right in ways:
        if -ratio >= least and left not in found and right not in found.values():
            found[left] = right
    return sorted(found.items())


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if one.isdigit() and len(one) == len(other) and other.isdigit():
        return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)
    if one.isdigit() or other.isdigit():
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _letters(one: str, other: str) -> tuple[Marks, Marks]:
    """Which signs of two words differ; one sign of a script may be two of another."""
    if one.isdigit() and other.isdigit() and len(one) == len(other):
        pairs = [a != b for a, b in zip(one, other, strict=True)]
        return pairs, pairs
    mine, hers = ([(letter, at) for at, sign in enumerate(word) for letter in latin(sign)] for word in (one, other))
    marks = [False] * len(one), [False] * len(other)
    matcher = SequenceMatcher(None, [letter for letter, _at in mine], [letter for letter, _at in hers], autojunk=False)
    for tag, begin, end, first, last in matcher.get_opcodes():
        if tag != "equal":
            for found, places in ((marks[0], mine[begin:end]), (marks[1], hers[first:last])):
                for _letter, at in places:
                    found[at] = True
    return marks


def _whole(tokens: Sequence[str], marks: dict[int, Marks]) -> list[Marks]:
    """Marks for every piece: a word without its like is marked as a whole, with the hyphen that joins it."""
    alone = [token.isalnum() and at not in marks for at, token in enumerate(tokens)]
    return [
        marks.get(at) or [alone[at] or (token == HYPHEN and any(alone[max(0, at - 1) : at + 2]))] * len(token)
        for at, token in enumerate(tokens)
    ]


def _joined(items: Sequence[Parts]) -> Parts:
    together: list[tuple[str, bool]] = []
    for number, parts in enumerate(items):
        together += [(SEVERAL, False)] * bool(number) + list(parts)
    return tuple(together)


def _parts(pieces: Iterable[tuple[str, Marks]]) -> Parts:
    """Neighbours of one kind as one piece."""
    joined: list[tuple[str, bool]] = []
    for token, marks in pieces:
        for sign, differs in zip(token, marks, strict=True):
            if joined and joined[-1][1] == differs:
                joined[-1] = joined[-1][0] + sign, differs
            else:
                joined.append((sign, differs))
    return tuple(joined)
