"""Persons whose name differs from what was typed by a slip of the pen: a letter too many, too few, another, or swapped.

A word being typed may be the beginning of a name. The first two letters of one word must be right, so that an index
finds those worth comparing. It proposes and joins nobody.
"""

from __future__ import annotations

from uuid import UUID

from rapidfuzz.distance import OSA
from sqlalchemy.orm import Session

from desktop.records.looks_alike import words_of
from desktop.vault import search

FEWEST_LETTERS = 4
"""Letters of a word from which on a slip is forgiven; two are from `LONG` on."""
LONG = 8
_BEGINNING = 2
_MOST_COMPARED = 20_000
_MOST_FOUND = 50
_NEVER = 99
"""More slips than are ever forgiven."""


def near_names(session: Session, text: str) -> list[UUID]:
    """Who may be meant, the nearest first; nobody where too little was typed, or a number."""
    typed = words_of(text)
    if not any(len(word) >= FEWEST_LETTERS for word in typed):
        return []
    words_read: dict[str, tuple[int, ...]] = {}
    found: dict[UUID, tuple[int, int]] = {}
    for beginning in dict.fromkeys(word[:_BEGINNING] for word in typed if len(word) >= FEWEST_LETTERS):
        for record_id, words in search.texts(session, beginning, "person", _MOST_COMPARED):
            counts, meant = [_NEVER] * len(typed), 0
            for word in words.split():
                if word not in words_read:  # names come again and again; nothing of them is kept beyond this search
                    words_read[word] = tuple(_nearest(part, words_of(word)) for part in typed)
                counts = list(map(min, counts, words_read[word]))
                meant += min(words_read[word]) < _NEVER
            if max(counts) < _NEVER:
                found[record_id] = sum(counts), -meant  # of equals, whoever has a name of her own for each word
    return sorted(found, key=lambda record_id: found[record_id])[:_MOST_FOUND]


def slips(typed: tuple[str, ...], known: tuple[str, ...]) -> int | None:
    """How many slips lie between what was typed and a record's words; None where some word is none of them."""
    counts = [_nearest(word, known) for word in typed]
    return None if max(counts, default=_NEVER) >= _NEVER else sum(counts)


def _nearest(typed: str, known: tuple[str, ...]) -> int:
    return min((_slips(typed, other) for other in known), default=_NEVER)


def _slips(typed: str, known: str) -> int:
    """Slips between a word and the beginning of another that comes nearest."""
    if known.startswith(typed):
        return 0
    allowed = 0 if len(typed) < FEWEST_LETTERS else 1 if len(typed) < LONG else 2
    beginnings = (known[: len(typed) + more] for more in range(-allowed, allowed + 1))
    best = min(OSA.distance(typed, beginning, score_cutoff=allowed) for beginning in beginnings)
    return best if best <= allowed else _NEVER
