"""What a question offers now, and what a record holds that is offered no longer: a retired word, a closed institution.

A record that is opened keeps its answer though nobody may choose it anew. It knows no field and no record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

Entries = Sequence[tuple[str, str]]
"""(code, words) of each choice, in order."""


class Offered:
    """The entries of now; `kept` says the words of a code that was offered once, and nothing of any other."""

    def __init__(self, entries: Callable[[], Entries], kept: Callable[[str], str]) -> None:
        self.entries, self.kept = entries, kept

    def __call__(self) -> Entries:
        """What is offered now."""
        return self.entries()


def with_kept(entries: Callable[[], Entries], held: Iterable[str]) -> Entries:
    """What is offered now, and behind it what the record holds besides."""
    offered = list(entries())
    if not isinstance(entries, Offered):
        return offered
    known = {code for code, _words in offered}
    missing = [code for code in dict.fromkeys(held) if code and code not in known]
    return [*offered, *((code, words) for code in missing if (words := entries.kept(code)))]
