"""The content of a summary: which tables a paper may do without, by choice."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.figures.subjects import SUBJECTS

PARTNERS = {"posing": "role"}
"""Tables that are told in a note of another: they stand and fall with it."""
OPTIONAL = tuple(code for code in SUBJECTS if code != "received" and code not in PARTNERS)
"""Tables that may be left out, in their order; what was received always stays."""


def in_order(tables: Iterable[str]) -> tuple[str, ...]:
    """Tables to do without, each once and in their order; a ValueError for one that always stays."""
    wanted = set(tables)
    if not wanted <= set(OPTIONAL):
        raise ValueError(wanted)
    return tuple(code for code in OPTIONAL if code in wanted)
