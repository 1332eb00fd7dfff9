"""Two texts compared word by word: what stayed, what went, what came.

Pure. The pieces are made to be read: a change is told whole, not shredded into every word that happens to stand in
both. Joined again, what stayed and what went give the old text sign by sign, what stayed and what came the new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

KEPT, REMOVED, INSERTED = "kept", "removed", "inserted"
LEAST_ALIKE = 0.2
"""Texts that share less than this part of their words are told as one text instead of another."""
ISLAND = 3
"""So many signs of words left between two changes are no resting place for the eye."""

_TOKENS = re.compile(r"\s+|[\w\u0300-\u036f]+(?:[-\u2010\u2011'\u2019][\w\u0300-\u036f]+)*|.", re.DOTALL)


@dataclass(frozen=True)
class Piece:
    """A stretch of text that stayed, went or came."""

    kind: str
    """kept, removed or inserted."""
    text: str


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces from the old text to the new, in reading order; what went stands before what came in its place."""
    if old == new:
        return _joined([Piece(KEPT, old)])
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    runs = _runs(before, after)
    if _alike(runs, before, after) < LEAST_ALIKE:
        return _joined([Piece(REMOVED, old), Piece(INSERTED, new)])
    return _joined(_in_order(_without_islands(runs)))


def old_text(pieces: Iterable[Piece]) -> str:
    """The text before the change."""
    return "".join(piece.text for piece in pieces if piece.kind != INSERTED)


def new_text(pieces: Iterable[Piece]) -> str:
    """The text after the change."""
    return "".join(piece.text for piece in pieces if piece.kind != REMOVED)


_Run = tuple[str, str]
"""What went and what came; the same twice where it stayed."""


def _runs(before: Sequence[str], after: Sequence[str]) -> list[_Run]:
    """Stretches of the two texts that are the same or stand for each other, in turn."""
    matcher = SequenceMatcher(lambda token: token.isspace(), before, after, autojunk=False)
    return [("".join(before[a:b]), "".join(after[c:d])) for _, a, b, c, d in matcher.get_opcodes()]


def _alike(runs: Iterable[_Run], before: Sequence[str], after: Sequence[str]) -> float:
    """Which part of the words of the longer text stayed."""
    stayed = sum(_weight(old) for old, new in runs if old == new)
    longer = max(_weight("".join(before)), _weight("".join(after)))
    return stayed / longer if longer else 0.0


def _without_islands(runs: Sequence[_Run]) -> list[_Run]:
    """The same with what stayed between two changes told as changed too where it is too little to be read."""
    told: list[_Run] = []
    changing = False
    for place, (old, new) in enumerate(runs):
        inside = 0 < place < len(runs) - 1
        changed = old != new or (inside and _is_island(old, runs[place - 1], runs[place + 1]))
        if changed and changing:
            told[-1] = told[-1][0] + old, told[-1][1] + new
        else:
            told.append((old, new))
        changing = changed
    return told


def _is_island(stayed: str, before: _Run, after: _Run) -> bool:
    """Whether what stayed is only a little word or a sign between two changes that say more."""
    weight = _weight(stayed)
    around = min(max(map(_weight, before)), max(map(_weight, after)))
    return weight == 0 or (weight <= ISLAND and around > 2 * weight and "\n" not in stayed)


def _weight(text: str) -> int:
    """How many letters and digits it has."""
    return sum(1 for char in text if char.isalnum())


def _in_order(runs: Iterable[_Run]) -> Iterator[Piece]:
    for old, new in runs:
        if old == new:
            yield Piece(KEPT, old)
            continue
        head, went, came, tail = _edges_apart(old, new)
        yield from (Piece(KEPT, head), Piece(REMOVED, went), Piece(INSERTED, came), Piece(KEPT, tail))


def _edges_apart(old: str, new: str) -> tuple[str, str, str, str]:
    """The spaces that stand at both ends of what went and what came, told as kept."""
    head = _shared(old, new)
    old, new = old[len(head) :], new[len(head) :]
    tail = _shared(old[::-1], new[::-1])[::-1]
    return head, old[: len(old) - len(tail)], new[: len(new) - len(tail)], tail


def _shared(one: str, other: str) -> str:
    n = 0
    while n < min(len(one), len(other)) and one[n] == other[n] and one[n].isspace():
        n += 1
    return one[:n]


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    full = (piece for piece in pieces if piece.text)
    return tuple(
        Piece(kind, "".join(piece.text for piece in group)) for kind, group in groupby(full, key=lambda one: one.kind)
    )
