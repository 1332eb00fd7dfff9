"""Two texts compared word by word, in pieces that a person can read.

Pure. The pieces that stayed and those removed give the old text, those that stayed and those inserted the new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, REMOVED, INSERTED = "same", "removed", "inserted"
_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|\s+|[^\w\s]")
_WORD = re.compile(r"\w")


@dataclass(frozen=True)
class Piece:
    """Some words, and what became of them."""

    kind: str
    """same, removed or inserted."""
    text: str


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces in reading order; where both change, what was removed stands first.

    What stayed between two changes without a word in it, a space or a comma, is told as changed with them, so that a
    sentence is not torn into crumbs.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    parts = [(tag == "equal", "".join(before[a:b]), "".join(after[c:d])) for tag, a, b, c, d in matcher.get_opcodes()]
    return tuple(_joined(_pieces(_without_crumbs(parts))))


def old_text(pieces: Iterable[Piece]) -> str:
    """What stood there before."""
    return "".join(piece.text for piece in pieces if piece.kind != INSERTED)


def new_text(pieces: Iterable[Piece]) -> str:
    """What stands there now."""
    return "".join(piece.text for piece in pieces if piece.kind != REMOVED)


def _without_crumbs(parts: list[tuple[bool, str, str]]) -> Iterator[tuple[bool, str, str]]:
    for place, (is_same, old, new) in enumerate(parts):
        between = 0 < place < len(parts) - 1
        yield (False, old, new) if is_same and between and not _WORD.search(old) else (is_same, old, new)


def _pieces(parts: Iterable[tuple[bool, str, str]]) -> Iterator[Piece]:
    removed = inserted = ""
    for is_same, old, new in parts:
        if not is_same:
            removed, inserted = removed + old, inserted + new
            continue
        yield from (Piece(REMOVED, removed), Piece(INSERTED, inserted), Piece(SAME, old))
        removed = inserted = ""
    yield from (Piece(REMOVED, removed), Piece(INSERTED, inserted))


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Without empty ones; a removed and an inserted one that are the same stayed after all."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece.kind == INSERTED and kept and kept[-1] == Piece(REMOVED, piece.text):
            kept[-1] = Piece(SAME, piece.text)
        elif piece.text:
            kept.append(piece)
    yield from kept
