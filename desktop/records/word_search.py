"""Finding the few by any of their words: institutions, trainings and the like are read and compared in memory.

For notices and persons, of which there may be a million, the vault keeps an index instead.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.vault.letters import fold, forms


def wanted_words(typed: str) -> list[str]:
    """The words that were typed, folded."""
    return fold(typed).split()


def has_words(known: str, wanted: Sequence[str]) -> bool:
    """Whether the text has every wanted word, each from its beginning, in any script and spelling."""
    words = forms(known).split()
    return all(any(word.startswith(part) for word in words) for part in wanted)
